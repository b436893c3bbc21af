"""How the day's time is shared out over its steps, and what it really took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .framework import Framework
from .steps import MINUTES, Step, StepKind, workshop_steps

MAX_MINUTES = 600
HALF_DAY_MINUTES, SHORT_MINUTES = 195, 90


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The minutes planned for one step, by its key; 0 for a step without a time."""

    step: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StepTime:
    """What one step has really taken: seconds spent on it, and minutes added on the day."""

    step: str
    seconds: int
    added_minutes: int = 0


def half_day(framework: Framework) -> tuple[AgendaItem, ...]:
    """Return the half-day preset: 3 h 15 min for five actions in 16 statements."""
    return _fitted(framework, {k: m.half_day for k, m in MINUTES.items()}, HALF_DAY_MINUTES)


def short(framework: Framework) -> tuple[AgendaItem, ...]:
    """Return the short preset: 90 minutes."""
    return _fitted(framework, {k: m.short for k, m in MINUTES.items()}, SHORT_MINUTES)


def planned_seconds(
    agenda: Iterable[AgendaItem], times: Iterable[StepTime], step: Step
) -> int | None:
    """Return the seconds a step may take, with what was added, or None where it has no time."""
    minutes = sum(item.minutes for item in agenda if item.step == step.key)
    added = sum(time.added_minutes for time in times if time.step == step.key)
    return (minutes + added) * 60 if minutes + added > 0 else None


def seconds_behind(agenda: Iterable[AgendaItem], times: Iterable[StepTime], current: Step) -> int:
    """Return how far the day is behind its agenda in seconds; negative if it is ahead.

    Steps that were visited count in full as planned, except the current one, which counts only
    where it has run over.
    """
    planned = {item.step: item.minutes * 60 for item in agenda}
    behind = 0
    for time in times:
        over = time.seconds - planned.get(time.step, 0)
        behind += max(over, 0) if time.step == current.key else over
    return behind


def _fitted(
    framework: Framework, weights: dict[StepKind, int], total: int
) -> tuple[AgendaItem, ...]:
    """Share `total` minutes out over the steps by their weights; statements take what is left."""
    steps = workshop_steps(framework)
    votes = [step for step in steps if step.kind is StepKind.STATEMENT]
    others = sum(weights[step.kind] for step in steps if step.kind is not StepKind.STATEMENT)
    each, spare = divmod(max(total - others, len(votes)), len(votes))
    minutes = {step: each + (index < spare) for index, step in enumerate(votes)}
    return tuple(AgendaItem(s.key, minutes.get(s, weights[s.kind])) for s in steps)


@dataclass(frozen=True, slots=True)
class TimeNow:
    """Where the day stands: seconds of the step, what it may take, how far the day is behind.

    `planned` is None for a step without a time; `behind` is None for a day without an agenda and
    negative where the day is ahead.
    """

    spent: int
    planned: int | None
    behind: int | None
    running: bool

    @property
    def over(self) -> bool:
        """Return whether the step has taken more than it may."""
        return self.planned is not None and self.spent > self.planned
