"""Use cases of time: what each step has taken, minutes added, planned against actual.

Nothing here closes a vote or moves on: time is told, never enforced.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desktop_app.domain.agenda import (
    StepTime,
    TimeNow,
    begins_after,
    clock_time,
    has_times,
    planned_seconds,
)
from desktop_app.domain.changes import Changes
from desktop_app.domain.ports import Library
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord

from .day_clock import Clock, WallTime
from .outcome import Outcome, done

LONGEST_TICK = 5.0
"""Seconds that one look at the clock can add: a laptop asleep is not a step under way."""
MAX_ADDED = 600
GLANCE = 30
"""A visit of fewer seconds is a look, not the step: it does not put the day ahead of its agenda."""

Monotonic = Callable[[], float]


class Stopwatch:
    """Seconds of one step, by a clock that only goes forward.

    A jump of the clock, back or forth, adds nothing or at most LONGEST_TICK.
    """

    def __init__(self, monotonic: Monotonic) -> None:
        self._monotonic = monotonic
        self._last = monotonic()
        self._seconds = 0.0
        self.running = False

    @property
    def seconds(self) -> int:
        """Return the whole seconds counted so far."""
        return int(self._seconds)

    def begin(self, seconds: int) -> None:
        """Count on from `seconds`, as when a step is come back to."""
        self._seconds = float(seconds)
        self._last = self._monotonic()

    def run(self, *, running: bool) -> None:
        """Count, or pause."""
        self.tick()
        self.running = running

    def tick(self) -> None:
        """Look at the clock; to be called about once a second."""
        now = self._monotonic()
        passed = now - self._last
        self._last = now
        if self.running and math.isfinite(passed):
            self._seconds += min(max(passed, 0.0), LONGEST_TICK)


class Timing:
    """Keep what the steps of a workshop take."""

    def __init__(self, library: Library, monotonic: Monotonic, clock: Clock) -> None:
        self._library = library
        self._monotonic = monotonic
        self._clock = clock

    def stopwatch(self) -> Stopwatch:
        """Return a stopwatch that stands still at 0."""
        return Stopwatch(self._monotonic)

    def wall(self) -> WallTime:
        """Return the time on the wall."""
        return WallTime(self._clock, self._monotonic)

    def save(self, workshop_id: str, time: StepTime) -> Outcome[None]:
        """Keep what a step has taken so far."""
        with self._library.writing() as work:
            work.save_time(workshop_id, time)
            work.commit()
        return done(Changes.TIME)


def added(time: StepTime, minutes: int) -> StepTime:
    """Return a step's time with minutes added on the day."""
    total = min(time.added_minutes + minutes, MAX_ADDED)
    return replace(time, added_minutes=max(total, 0))


@dataclass(frozen=True, slots=True)
class TimeRow:
    """Planned against actual for one part of the day, in seconds.

    `step` is the part's first step; `action` is its action's id, or "". `planned` includes the
    minutes added on the day, `added` tells how many seconds of it they are; None where the part
    has no time.
    """

    step: Step
    action: str
    planned: int | None
    added: int
    actual: int


def time_rows(record: WorkshopRecord) -> tuple[TimeRow, ...]:
    """Return the day's parts in order: an action with all its steps is one part."""
    parts: dict[Step, list[Step]] = {}
    for step in record.workshop.steps:
        parts.setdefault(_part_of(record, step), []).append(step)
    return tuple(_row(record, steps) for steps in parts.values())


def total_row(rows: tuple[TimeRow, ...]) -> tuple[int | None, int]:
    """Return planned and actual seconds of the whole day."""
    planned = [row.planned for row in rows if row.planned is not None]
    return (sum(planned) if planned else None), sum(row.actual for row in rows)


def _part_of(record: WorkshopRecord, step: Step) -> Step:
    if step.kind is StepKind.STATEMENT:
        return Step(StepKind.ACTION, record.workshop.framework.action_of(step.subject).id)
    return step


def _row(record: WorkshopRecord, steps: list[Step]) -> TimeRow:
    keys = {step.key for step in steps}
    times = [time for time in record.times if time.step in keys]
    planned = [_planned(record, step) for step in steps]
    known = [seconds for seconds in planned if seconds is not None]
    part = _part_of(record, steps[0])
    return TimeRow(
        step=steps[0],
        action=part.subject if part.kind is StepKind.ACTION else "",
        planned=sum(known) if known else None,
        added=sum(time.added_minutes for time in times) * 60,
        actual=sum(time.seconds for time in times),
    )


def _planned(record: WorkshopRecord, step: Step) -> int | None:
    return planned_seconds(record.workshop.agenda, record.times, step)


def time_now(
    record: WorkshopRecord,
    times: Mapping[str, StepTime],
    step: Step,
    *,
    running: bool,
    into_day: int | None = None,
) -> TimeNow:
    """Return where the day stands at a step, by these times.

    `into_day`: how many seconds the day is into its agenda by the clock, None before it begins.
    """
    agenda, taken = record.workshop.agenda, tuple(times.values())
    counts = into_day is not None and has_times(agenda) and step in record.workshop.steps
    return TimeNow(
        spent=times[step.key].seconds if step.key in times else 0,
        planned=planned_seconds(agenda, taken, step),
        behind=_behind(record, times, step, into_day or 0) if counts else None,
        running=running,
        break_in=_break_in(record, step, into_day or 0) if counts else None,
    )


def _behind(
    record: WorkshopRecord, times: Mapping[str, StepTime], current: Step, into_day: int
) -> int:
    """Return how far the day is behind in seconds, negative if it is ahead.

    It stands at the furthest step that was more than looked at: looking back is not being late.
    """
    steps = record.workshop.steps
    visited = (s for s in steps if s.key in times and times[s.key].seconds >= GLANCE)
    furthest = max((steps.index(s) for s in visited), default=0)
    spent = times[current.key].seconds if current.key in times else 0
    if spent >= GLANCE or not furthest:
        furthest = max(furthest, steps.index(current))
    begins, ends = begins_after(steps, record.workshop.agenda, steps[furthest])
    return min(into_day - begins, 0) or max(into_day - ends, 0)


def _break_in(record: WorkshopRecord, current: Step, into_day: int) -> int | None:
    steps, agenda = record.workshop.steps, record.workshop.agenda
    later = steps[steps.index(current) + 1 :]
    pause = next((step for step in later if step.kind is StepKind.BREAK), None)
    return None if pause is None else begins_after(steps, agenda, pause)[0] - into_day


_HALF_A_DAY = 12 * 60 * 60
LATEST_START = 3 * 60 * 60
"""Seconds between the planned start and the real one beyond which it is another day's plan."""


def lead_into(record: WorkshopRecord, now: datetime) -> int:
    """Return how far a day that leaves its welcome now is into its agenda.

    By the time of day at which it should have begun, where that is known and near; else the
    welcome has just taken what was planned for it.
    """
    workshop = record.workshop
    at = next((found for item in workshop.agenda if (found := clock_time(item.at))), None)
    if at is not None:
        past = (now - now.replace(hour=at.hour, minute=at.minute, second=0)).total_seconds()
        late = (past + _HALF_A_DAY) % (2 * _HALF_A_DAY) - _HALF_A_DAY  # also past midnight
        if abs(late) <= LATEST_START:
            return int(late)
    return begins_after(workshop.steps, workshop.agenda, workshop.steps[0])[1]
