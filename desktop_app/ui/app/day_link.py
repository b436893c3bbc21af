"""Between the open workshop and what runs beside its steps: time, chime, undo and settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app.application.stopping import Stopping
from desktop_app.application.timing import Timing
from desktop_app.domain.agenda import TimeNow
from desktop_app.domain.settings import STAGE_TYPES, Settings
from desktop_app.scenes.room_time import room_words
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.console.room import Room
from desktop_app.ui.console.session_view import SessionView
from desktop_app.ui.console.step_timer import StepTimer
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.stage.clock import StageClock
from desktop_app.ui.stage.window import StageWindow

from .chime import Chime


class DayLink(QObject):
    """What accompanies the workshop that is open."""

    def __init__(
        self,
        view: SessionView,
        stage: StageWindow,
        events: AppEvents,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._stage = stage
        self._events = events
        self._preferences = preferences
        self._room: Room | None = None
        self._last_id = ""
        self._clock = StageClock(stage)
        self.timer = StepTimer(self)
        self.chime = Chime(preferences, parent=self)
        view.undo_button.watch(events, view)
        self._connect()

    def _connect(self) -> None:
        box = self._view.timer_box
        box.pause_requested.connect(self.timer.toggle_pause)
        box.minute_requested.connect(self.timer.add_minute)
        box.stage_chosen.connect(self._choose_stage_timer)
        box.timer_chosen.connect(self._choose_timer)
        self.timer.changed.connect(self._show_time)
        self._preferences.changed.connect(self._show_settings)
        self._view.doors.settings_requested.connect(self.ask_settings)
        self._view.doors.type_requested.connect(self._choose_next_type)
        pause = QShortcut(QKeySequence("T"), self._view)
        pause.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pause.setAutoRepeat(False)
        pause.activated.connect(self.timer.toggle_pause)

    def follow(self, room: Room, timing: Timing, stopping: Stopping) -> None:
        """Accompany a session; what was done in another workshop cannot be taken back here."""
        if room.workshop_id != self._last_id:
            self._last_id = room.workshop_id
            self._events.forget_undo()
        self._room = room
        self.timer.follow(room, timing, stopping)
        self.chime.follow(room)
        room.scene_changed.connect(self._show_on_stage)
        self._show_settings(self._preferences.settings)

    def leave(self) -> None:
        """Keep the time; the room is closed."""
        self.timer.leave()
        self._room = None

    def ask_settings(self) -> None:
        """Let the person change the settings of this laptop."""
        window, preferences = self._view.window(), self._preferences
        SettingsDialog.ask(window, preferences.settings, preferences.keep)

    def _choose_stage_timer(self, wanted: bool) -> None:
        self._preferences.set(stage_timer=wanted)

    def _choose_timer(self, wanted: bool) -> None:
        self._preferences.set(timer=wanted)

    def _choose_next_type(self) -> None:
        place = STAGE_TYPES.index(self._preferences.settings.stage_type) + 1
        self._preferences.set(stage_type=STAGE_TYPES[place % len(STAGE_TYPES)])

    def _show_settings(self, settings: Settings) -> None:
        self._view.timer_box.show_settings(settings)
        self._clock.set_dark(dark=self._stage.dark)
        self._stage.set_motion(settings.motion)
        room = self._room
        if room is not None and room.black is not settings.blank_black:
            room.black = settings.blank_black
            room.choose(room.choice)
        self._show_time()

    def _show_time(self) -> None:
        now, room = self.timer.now, self._room
        if now is None or room is None:
            return
        self._view.timer_box.show_time(now)
        self._show_on_stage()

    def _show_on_stage(self) -> None:
        room = self._room
        if room is None:
            return
        wanted = self._preferences.settings.stage_timer and not room.is_blank
        now = self.timer.now if wanted else None
        words = self._room_words(now, room) if now is not None else ""
        self._clock.show_words(words)
        self._view.side.preview.show_time(words)

    def _room_words(self, now: TimeNow, room: Room) -> str:
        left = None if now.planned is None else now.planned - now.spent
        return room_words(room.record.workshop.language, left, running=now.running)
