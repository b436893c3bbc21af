"""Times the step of the open workshop: counts, keeps it, tells whoever shows it; no widget.

Kept every few seconds and at each step change, so that a crash loses seconds. It never closes a
vote and never moves on.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.application.day_clock import DayClock, WallTime
from desktop_app.application.stopping import Stopping
from desktop_app.application.timing import Stopwatch, Timing, added, lead_into, time_now
from desktop_app.domain.agenda import StepTime, TimeNow
from desktop_app.domain.errors import AppError
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.ui.console.room import Room

from .break_clock import BreakClock

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
        self._wall: WallTime | None = None
        self._day: DayClock | None = None
        self._break_clock = BreakClock(self)
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
        self._wall = timing.wall()
        self._day = _day_of(room.workshop_id, stopping, self._wall)
        self._break_clock.follow(room, self._wall)
        self._times = {time.step: time for time in room.record.times}
        room.leaving_step.connect(self._begin_day)
        room.leaving_step.connect(self._leave_step)
        room.refreshed.connect(self._follow_step)
        self._begin(room.step)
        self._ticking.start()

    def leave(self) -> None:
        """Keep the time and stop; the session is closed."""
        self._leave_step()
        self._ticking.stop()
        self._break_clock.leave()
        self._room = self._timing = self._stopping = self._watch = self._step = None
        self._wall = self._day = None
        self._times = {}

    @property
    def now(self) -> TimeNow | None:
        """Return where the day stands, or None while no session is open."""
        room, watch, step = self._room, self._watch, self._step
        if room is None or watch is None or step is None:
            return None
        into_day = self._day.seconds if self._day is not None else None
        if not self._begun(step):
            return replace(time_now(room.record, self._times, step, running=False), begun=False)
        return time_now(room.record, self._times, step, running=watch.running, into_day=into_day)

    # -- commands ---------------------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Pause, or count on; a pause outlives the application."""
        room, watch, stopping = self._room, self._watch, self._stopping
        if room is None or watch is None or stopping is None or not self._begun(room.step):
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
        self._count_down()
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
        self._count_down()
        self.changed.emit()

    def _count_down(self) -> None:
        now = self.now
        if self._step is not None and self._stopping is not None and now is not None:
            self._break_clock.stand_at(self._step, now.planned, self._stopping)

    def _begun(self, step: Step) -> bool:
        """Return whether time counts at a step: at the welcome only once the day has begun."""
        began = self._day is not None and self._day.began is not None
        return began or step.kind is not StepKind.WELCOME

    def _wanted(self, room: Room) -> bool:
        """Return whether the clock shall run: a closed workshop is only looked back at.

        Nor does the welcome count before the day begins: it may stand there since the evening.
        """
        closed = room.record.workshop.status is WorkshopStatus.CLOSED
        if not self._begun(room.step):
            return False
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

    def _begin_day(self) -> None:
        """Begin the day where its welcome is left for the first time on this day."""
        room, day, wall, stopping = self._room, self._day, self._wall, self._stopping
        if room is None or day is None or wall is None or stopping is None:
            return
        if self._step is None or self._step.kind is not StepKind.WELCOME or day.began is not None:
            return
        lead = lead_into(room.record, wall.shown(wall.now()))
        stopping.begin_day(room.workshop_id, day.begin(lead), lead)

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


def _day_of(workshop_id: str, stopping: Stopping, wall: WallTime) -> DayClock:
    """Return the clock of a workshop's day, which goes on where it began today."""
    kept = stopping.day(workshop_id)
    if kept is None or wall.shown(kept[0]).date() != wall.shown(wall.now()).date():
        return DayClock(wall)
    return DayClock(wall, *kept)
