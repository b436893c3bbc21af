"""Times the step of the open workshop: counts, keeps it, tells whoever shows it; no widget.

Kept every few seconds and at each step change, so that a crash loses seconds. It never closes a
vote and never moves on.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.application.stopping import Stopping
from desktop_app.application.timing import Stopwatch, Timing, added, time_now
from desktop_app.domain.agenda import StepTime, TimeNow
from desktop_app.domain.errors import AppError
from desktop_app.domain.steps import Step
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.ui.console.room import Room

TICK_MS = 1000
SAVE_EVERY = 5
"""Seconds between two savings."""


class StepTimer(QObject):
    """The timer of the session that is followed.

    Signals:
        changed(): `now` is another one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopping: Stopping | None = None
        self._room: Room | None = None
        self._timing: Timing | None = None
        self._watch: Stopwatch | None = None
        self._step: Step | None = None
        self._times: dict[str, StepTime] = {}
        self._saved: StepTime | None = None
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.tick)

    # -- the session ------------------------------------------------------------------------

    def follow(self, room: Room, timing: Timing, stopping: Stopping) -> None:
        """Time a workshop's steps from now on; go on where the timer stood."""
        self.leave()
        self._room, self._timing, self._stopping = room, timing, stopping
        self._watch = timing.stopwatch()
        self._times = {time.step: time for time in room.record.times}
        room.leaving_step.connect(self._leave_step)
        room.refreshed.connect(self._follow_step)
        self._begin(room.step)
        self._ticking.start()

    def leave(self) -> None:
        """Keep the time and stop; the session is closed."""
        self._leave_step()
        self._ticking.stop()
        self._room = self._timing = self._stopping = self._watch = self._step = None
        self._times = {}

    @property
    def now(self) -> TimeNow | None:
        """Return where the day stands, or None while no session is open."""
        room, watch, step = self._room, self._watch, self._step
        if room is None or watch is None or step is None:
            return None
        return time_now(room.record, self._times, step, running=watch.running)

    # -- commands ---------------------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Pause, or count on; a pause outlives the application."""
        room, watch, stopping = self._room, self._watch, self._stopping
        if room is None or watch is None or stopping is None:
            return
        paused = watch.running
        stopping.pause(room.workshop_id, paused=paused)
        watch.run(running=not paused)
        self._take()
        self._save()
        self.changed.emit()

    def add_minute(self) -> None:
        """Give the step one more minute."""
        if self._step is None:
            return
        self._take()
        self._times[self._step.key] = added(self._times[self._step.key], 1)
        self._save()
        self.changed.emit()

    # -- time passing -----------------------------------------------------------------------

    def tick(self) -> None:
        """Look at the clock, and keep the time every few seconds."""
        if self._watch is None or self._step is None:
            return
        before = self._watch.seconds
        self._watch.tick()
        self._take()
        if self._saved is None or self._watch.seconds - self._saved.seconds >= SAVE_EVERY:
            self._save()
        if self._watch.seconds != before:
            self.changed.emit()

    def _begin(self, step: Step) -> None:
        room, watch = self._room, self._watch
        if room is None or watch is None:
            return
        self._step = step
        kept = self._times.setdefault(step.key, StepTime(step.key, 0))
        self._saved = kept
        watch.begin(kept.seconds)
        watch.run(running=self._wanted(room))
        self.changed.emit()

    def _wanted(self, room: Room) -> bool:
        """Return whether the clock shall run: a closed workshop is only looked back at."""
        closed = room.record.workshop.status is WorkshopStatus.CLOSED
        paused = self._stopping is not None and self._stopping.is_paused(room.workshop_id)
        return not (closed or paused)

    def _follow_step(self) -> None:
        room = self._room
        if room is None or self._watch is None:
            return
        if room.step != self._step:
            self._begin(room.step)
        elif self._watch.running != self._wanted(room):
            self._watch.run(running=self._wanted(room))
            self.changed.emit()

    def _leave_step(self) -> None:
        if self._watch is not None and self._step is not None:
            self._watch.tick()
            self._take()
            self._save()

    def _take(self) -> None:
        if self._watch is not None and self._step is not None:
            time = self._times[self._step.key]
            self._times[self._step.key] = replace(time, seconds=self._watch.seconds)

    def _save(self) -> None:
        """Keep the time; a laptop that cannot write now says so where work would be lost."""
        room, step, timing = self._room, self._step, self._timing
        if room is None or step is None or timing is None or self._times[step.key] == self._saved:
            return
        with suppress(AppError):
            timing.save(room.workshop_id, self._times[step.key])
            self._saved = self._times[step.key]
