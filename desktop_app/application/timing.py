"""Use cases of time: what each step has taken, minutes added, planned against actual.

Nothing here closes a vote or moves on: time is told, never enforced.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.agenda import StepTime, TimeNow, planned_seconds, seconds_behind
from desktop_app.domain.changes import Changes
from desktop_app.domain.ports import Library
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.domain.workshop import WorkshopRecord

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

    def __init__(self, library: Library, monotonic: Monotonic) -> None:
        self._library = library
        self._monotonic = monotonic

    def stopwatch(self) -> Stopwatch:
        """Return a stopwatch that stands still at 0."""
        return Stopwatch(self._monotonic)

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
    for step in workshop_steps(record.workshop.framework):
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
        action=part.subject,
        planned=sum(known) if known else None,
        added=sum(time.added_minutes for time in times) * 60,
        actual=sum(time.seconds for time in times),
    )


def _planned(record: WorkshopRecord, step: Step) -> int | None:
    return planned_seconds(record.workshop.agenda, record.times, step)


def time_now(
    record: WorkshopRecord, times: Mapping[str, StepTime], step: Step, *, running: bool
) -> TimeNow:
    """Return where the day stands at a step, by these times."""
    agenda, taken = record.workshop.agenda, tuple(times.values())
    spent = times[step.key].seconds if step.key in times else 0
    done_steps = tuple(t for t in taken if t.seconds >= GLANCE or t.step == step.key)
    return TimeNow(
        spent=spent,
        planned=planned_seconds(agenda, taken, step),
        behind=seconds_behind(agenda, done_steps, step) if agenda else None,
        running=running,
    )
