"""Tells the room how much of a break is left, by the clock on the wall; no widget.

A break ends at a whole minute, so that one number says it. It goes on while the laptop sleeps, and
after a crash.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop_app.application.day_clock import WallTime
from desktop_app.application.stopping import Stopping
from desktop_app.domain.steps import Step, StepKind
from desktop_app.scenes.breaks import MINUTE, BreakTime

from .room import Room

TICK_MS = 500


class BreakClock(QObject):
    """Follows the room that is open; `StepTimer` tells it how long the step may take."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        self._wall: WallTime | None = None
        self._step: Step | None = None
        self._began = 0.0
        self._planned: int | None = None
        self._shown: BreakTime | None = None
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.tick)

    def follow(self, room: Room, wall: WallTime) -> None:
        """Tell this room from now on."""
        self.leave()
        self._room, self._wall = room, wall

    def leave(self) -> None:
        """Tell nobody any more; the session is closed."""
        self._ticking.stop()
        self._room = self._wall = self._step = self._shown = None

    def stand_at(self, step: Step, planned: int | None, stopping: Stopping) -> None:
        """Count a break down; `planned` is how many seconds it may take, None for any."""
        room, wall = self._room, self._wall
        if room is None or wall is None:
            return
        if step.kind is not StepKind.BREAK:
            self._ticking.stop()
            self._step = self._shown = None
            return
        self._planned = planned
        if step != self._step:
            self._step = step
            self._began = _begun(room, step, wall, planned, stopping)
            self._ticking.start()
        self.tick()

    def tick(self) -> None:
        """Look at the clock; the room is told where that changes what it reads."""
        room, wall = self._room, self._wall
        if room is None or wall is None or room.step != self._step:
            return
        pause = self._time(wall)
        if pause != self._shown:
            known, self._shown = self._shown, pause
            room.show_break(pause)
            if (known and known.clock) != (pause and pause.clock):
                room.refresh()  # the console says it too

    def _time(self, wall: WallTime) -> BreakTime | None:
        if self._planned is None:
            return None
        end = _end(self._began, self._planned)
        at = wall.shown(end)
        left = int(-(-(end - wall.now()) // 1))
        return BreakTime(f"{at.hour}:{at.minute:02}", left, self._planned)


def _end(began: float, planned: int) -> float:
    """Return when a break is over: at the whole minute nearest to what is planned."""
    return round((began + planned) / MINUTE) * MINUTE


def _begun(
    room: Room, step: Step, wall: WallTime, planned: int | None, stopping: Stopping
) -> float:
    """Return when a break began: now, unless it is the one that goes on."""
    now, kept = wall.now(), stopping.break_began(room.workshop_id, step)
    if kept is not None and planned is not None and kept <= now < _end(kept, planned):
        return kept
    stopping.begin_break(room.workshop_id, step, now)
    return now
