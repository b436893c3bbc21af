"""Between the open workshop and the stage: scenes out, commands back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.charts.palette import DARK, Palette
from desktop_app.domain.settings import Settings
from desktop_app.scenes.screens import NORMAL, SIZES, Shape
from desktop_app.ui.app.seen_screen import SeenScreen
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.session_view import SessionView
from desktop_app.ui.stage.keys import StageCommand
from desktop_app.ui.stage.placement import StagePlacement
from desktop_app.ui.stage.screens import ProjectorState
from desktop_app.ui.stage.window import StageWindow
from desktop_app.ui.widgets.press import Press
from desktop_app.words.screens import screen_size
from desktop_app.words.speech import say


class StageLink(QObject):
    """The stage of the open workshop.

    Signals:
        console_needed(): the console is about to be brought to the front.
    """

    console_needed = Signal()

    def __init__(
        self, console: QWidget, view: SessionView, palette: Palette, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._console = console
        self._view = view
        self._session: Session | None = None
        self._type = NORMAL
        self.window = StageWindow()
        self.window.set_dark(palette is DARK)
        view.side.preview.set_dark(palette is DARK)
        self.placement = StagePlacement(self.window, console, self)
        self.seen = SeenScreen(console, self.placement, self)
        self._connect()

    def _connect(self) -> None:
        for keys in (self._view.entry_keys, self._view.dot_keys, self._view.showing_keys):
            self.window.installEventFilter(keys)
        self.window.command_given.connect(self._obey)
        self.placement.projector_changed.connect(self._show_projector)
        self._view.doors.stage_requested.connect(self.toggle)
        self._view.doors.stage_wanted.connect(self.show_stage)

    def dress(self, palette: Palette, settings: Settings) -> None:
        """Paint the stage and its mirror dark or light: as the console, unless set otherwise."""
        dark = palette is DARK if settings.stage_dark is None else settings.stage_dark
        self.window.set_dark(dark)
        self._view.side.preview.set_dark(dark)
        self._type = SIZES[settings.stage_type]
        self.window.set_type(self._type)
        self._view.side.show_type(settings.stage_type, self._type)
        self._fit()
        self.placement.prefer(settings.projector)

    def follow(self, session: Session) -> None:
        """Show a session's scenes from now on; with a projector the stage opens at once."""
        self._session = session
        session.scene_changed.connect(self.window.show_scene)
        for wanted in (session.going.taking_requested, session.going.summary_requested):
            wanted.connect(self._uncover_console)
        session.voting.difference_found.connect(self._need_console)
        session.dotting.difference_found.connect(self._need_console)
        self.window.show_scene(session.scene)
        self.placement.open_if_projector()
        self._show_projector(self.placement.state)

    def leave(self) -> None:
        """Stop showing the session."""
        self._session = None
        self.seen.forget()
        self.placement.leave()

    def close(self) -> None:
        """Close the stage for good."""
        self.placement.leave()
        self.window.close()

    def toggle(self) -> None:
        """Show the stage where it belongs, or hide it.

        A room that is to take turns on its only screen is told before who can see what there.
        """
        session = self._session
        if self.window.isVisible():
            self.placement.hide()
            self._show_projector(self.placement.state)
        elif not (session and _takes_turns(session) and self.seen.ask_first(session, self.show)):
            self.show()

    def show(self) -> None:
        """Show the stage where it belongs."""
        self.placement.show()
        self._show_projector(self.placement.state)

    def show_stage(self) -> None:
        """Show the stage where it belongs; a remote's start button never takes it off again."""
        if not self.window.isVisible():
            self.toggle()

    def bring_console(self) -> None:
        """Make the console visible where the stage or the ballot covers it."""
        self.console_needed.emit()
        if self.placement.covers_console:
            self.placement.hide()
            self._show_projector(self.placement.state)
        self._console.raise_()
        self._console.activateWindow()

    def _need_console(self, _round: object) -> None:
        self.bring_console()

    def _uncover_console(self) -> None:
        if self.placement.covers_console:
            self.bring_console()

    def _obey(self, command: StageCommand, press: Press) -> None:
        session = self._session
        if session is None:
            return
        if command not in (StageCommand.NEXT, StageCommand.BACK):
            session.going.twice.forget()
        actions: dict[StageCommand, Callable[[], object]] = {
            StageCommand.NEXT: partial(session.going.do_next, press),
            StageCommand.BACK: partial(session.going.look_back, press),
            StageCommand.BLANK: session.toggle_blank,
            StageCommand.SHOW: self.show_stage,
            StageCommand.ESCAPE: self.bring_console,
            StageCommand.TOGGLE: self.toggle,
            StageCommand.PARKING: session.toggle_parking,
            StageCommand.UNDO: session.events.undo_here,
            StageCommand.REDO: session.events.redo_here,
        }
        actions[command]()

    def _show_projector(self, state: ProjectorState) -> None:
        if self._session is not None:
            self._session.turns.follow_screens(private=state.laptop_is_private)
        self._view.side.preview.set_aspect(*self._size())
        self._fit()
        self._view.show_projector(
            self._projector_text(state), _advice(state), stage_visible=self.window.isVisible()
        )
        choosing = self._view.side.screen_button
        had_keys = choosing.hasFocus()
        choosing.show_choices(state.choices, state.name)
        if had_keys and not state.choices:
            self._view.focus_page()  # what comes next is the field for notes: it would take ballots

    def _size(self) -> tuple[int, int]:
        """Return the size of the screen that the stage is on."""
        state, screen = self.placement.state, self.window.screen().size()
        return (state.width, state.height) if state.connected else (screen.width(), screen.height())

    def _fit(self) -> None:
        """Have screens hold as much as the stage has room for."""
        width, height = self._size()
        if self._session is not None and height > 0:
            self._session.fit(Shape(width / height, self._type))

    def _projector_text(self, state: ProjectorState) -> str:
        if state.connected:
            return say("Projector: connected, {size}", size=screen_size(state.width, state.height))
        covered = self.window.isVisible()
        if state.mirrored and covered:
            return say("Both screens show the stage. Esc comes back here.")
        if state.mirrored:
            return say("Both screens show this window. F5 shows the stage.")
        if covered:
            return say("One screen: the stage covers it. Esc comes back here.")
        return say("One screen: F5 shows the stage.")


def _takes_turns(session: Session) -> bool:
    return session.record.workshop.channel.traits.on_stage


def _advice(state: ProjectorState) -> str:
    if not state.mirrored:
        return ""
    return say(
        "The room sees what you see, since another screen shows the same as this one. Set the"
        " laptop’s display to “extend”, and the stage has a screen of its own."
    )
