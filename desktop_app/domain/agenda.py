"""How the day's time is shared out over its steps, and what it really took.

An agenda is a list of items in the order of the day. It may hold breaks and items of the
facilitator's own besides the framework's steps, and leave some of these out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import accumulate

from .framework import Action, Framework
from .steps import ADDED, MINUTES, Step, StepKind, added_step, workshop_steps

MAX_MINUTES = 600
MAX_ITEMS = 60
"""The most breaks and items of one's own in a day."""
MAX_ITEM_TITLE, MAX_ITEM_TEXT = 80, 240
"""The most characters of an own item's title and of what the room reads of it."""
HALF_DAY_MINUTES, SHORT_MINUTES = 195, 90


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """The minutes planned for one step, by its key; 0 for a step without a time.

    `title` and `text` are those of a break or an own item. `left_out`: the day goes without this
    step. `at`: of the first item, the time of day at which the day begins, such as "09:30", or "".
    `picture`: of an own item, what the room sees under its title in place of the text, a PNG or
    JPEG, or b""; `alt` says what it shows to whoever does not see it.
    """

    step: str
    minutes: int
    title: str = ""
    text: str = ""
    left_out: bool = False
    at: str = ""
    picture: bytes = field(default=b"", repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class StepTime:
    """What one step has really taken: seconds spent on it, and minutes added on the day."""

    step: str
    seconds: int
    added_minutes: int = 0


# -- the steps of a day ---------------------------------------------------------------------


def day_steps(
    framework: Framework, agenda: Sequence[AgendaItem], *, looks_back: bool = False
) -> tuple[Step, ...]:
    """Return a day's steps in order: the agenda's, then the framework's where it names them not.

    A step that the agenda does not name stands after the one that comes before it in the
    framework's order, and what was put there. The welcome is always first and the close last.
    `looks_back`: it is a follow-up's day.
    """
    usual = workshop_steps(framework, looks_back=looks_back)
    by_key = {step.key: step for step in usual}
    left_out = {item.step for item in agenda if item.left_out}
    found = [by_key.get(item.step) or added_step(item.step, item.title) for item in agenda]
    steps = [step for step in dict.fromkeys(found) if step and step.key not in left_out]
    before: Step | None = None
    for step in usual:
        if step not in steps and step.key not in left_out:
            steps.insert(_place_after(steps, before), step)
        before = step if step in steps else before
    first, last = usual[0], usual[-1]
    return (first, *(step for step in steps if step not in (first, last)), last)


def _place_after(steps: Sequence[Step], before: Step | None) -> int:
    """Return the place after a step and the breaks and own items that follow it."""
    place = steps.index(before) + 1 if before in steps else 0
    while place < len(steps) and steps[place].kind in ADDED:
        place += 1
    return place


def left_out_statements(framework: Framework, agenda: Iterable[AgendaItem]) -> tuple[str, ...]:
    """Return the ids of the statements that a day goes without, in framework order."""
    keys = {item.step for item in agenda if item.left_out}
    ids = (statement.id for statement in framework.statements)
    return tuple(one for one in ids if Step(StepKind.STATEMENT, one).key in keys)


def as_held(framework: Framework, agenda: Iterable[AgendaItem]) -> Framework:
    """Return a framework without the statements that are left out, and actions without any."""
    gone = left_out_statements(framework, agenda)
    if not gone:
        return framework
    kept = (_without(action, gone) for action in framework.actions)
    return replace(framework, actions=tuple(action for action in kept if action.statements))


def _without(action: Action, gone: Iterable[str]) -> Action:
    kept = tuple(statement for statement in action.statements if statement.id not in gone)
    return replace(action, statements=kept)


# -- the usual agendas ----------------------------------------------------------------------


def half_day(framework: Framework, *, looks_back: bool = False) -> tuple[AgendaItem, ...]:
    """Return the half-day preset: 3 h 15 min for five actions in 16 statements, with a break."""
    pause = MINUTES[StepKind.BREAK].half_day
    weights = {kind: minutes.half_day for kind, minutes in MINUTES.items()}
    steps = workshop_steps(framework, looks_back=looks_back)
    return _with_break(framework, _fitted(steps, weights, HALF_DAY_MINUTES - pause), pause)


def short(framework: Framework, *, looks_back: bool = False) -> tuple[AgendaItem, ...]:
    """Return the short preset: 90 minutes, without a break."""
    steps = workshop_steps(framework, looks_back=looks_back)
    return _fitted(steps, {k: m.short for k, m in MINUTES.items()}, SHORT_MINUTES)


def with_looking_back(
    framework: Framework, agenda: tuple[AgendaItem, ...]
) -> tuple[AgendaItem, ...]:
    """Return a workshop's agenda for its follow-up: it looks back first, in as long a day.

    In an agenda of one's own the day is longer by that.
    """
    for preset in (half_day, short):
        if _timed(agenda) == preset(framework):
            return _started(preset(framework, looks_back=True), agenda)
    key = Step(StepKind.SINCE).key
    if not agenda or key in {item.step for item in agenda}:
        return agenda
    new = AgendaItem(key, MINUTES[StepKind.SINCE].half_day if has_times(agenda) else 0)
    first = agenda[0].step == Step(StepKind.WELCOME).key
    return (*agenda[:first], new, *agenda[first:])


def _timed(agenda: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    return tuple(replace(item, at="") for item in agenda)


def _started(
    agenda: tuple[AgendaItem, ...], as_in: tuple[AgendaItem, ...]
) -> tuple[AgendaItem, ...]:
    """Return an agenda that begins at the same time of day as another one."""
    at = next((item.at for item in as_in if item.at), "")
    return (replace(agenda[0], at=at), *agenda[1:])


def _fitted(
    steps: Sequence[Step], weights: dict[StepKind, int], total: int
) -> tuple[AgendaItem, ...]:
    """Share `total` minutes out over the steps by their weights; statements take what is left."""
    votes = [step for step in steps if step.kind is StepKind.STATEMENT]
    others = sum(weights[step.kind] for step in steps if step.kind is not StepKind.STATEMENT)
    each, spare = divmod(max(total - others, len(votes)), len(votes))
    minutes = {step: each + (index < spare) for index, step in enumerate(votes)}
    return tuple(AgendaItem(s.key, minutes.get(s, weights[s.kind])) for s in steps)


def _with_break(
    framework: Framework, items: tuple[AgendaItem, ...], minutes: int
) -> tuple[AgendaItem, ...]:
    """Put a break where a part of the day begins, as near to its middle as one does."""
    begun = {action.statements[0].id for action in framework.actions[1:]}
    starts = {Step(StepKind.STATEMENT, one).key for one in begun} | {StepKind.OVERVIEW.value}
    passed = (0, *accumulate(item.minutes for item in items))
    places = [place for place, item in enumerate(items) if item.step in starts]
    place = min(places, key=lambda at: abs(passed[at] - passed[-1] / 2))
    pause = AgendaItem(Step(StepKind.BREAK, "1").key, minutes)
    return (*items[:place], pause, *items[place:])


# -- planned and actual time ----------------------------------------------------------------


def planned_seconds(
    agenda: Iterable[AgendaItem], times: Iterable[StepTime], step: Step
) -> int | None:
    """Return the seconds a step may take, with what was added, or None where it has no time."""
    minutes = sum(item.minutes for item in agenda if item.step == step.key)
    added = sum(time.added_minutes for time in times if time.step == step.key)
    return (minutes + added) * 60 if minutes + added > 0 else None


def has_times(agenda: Iterable[AgendaItem]) -> bool:
    """Return whether any step has a time."""
    return any(item.minutes for item in agenda)


def begins_after(
    steps: Sequence[Step], agenda: Iterable[AgendaItem], step: Step
) -> tuple[int, int]:
    """Return the planned seconds of the day at which a step begins and ends."""
    planned = {item.step: item.minutes * 60 for item in agenda}
    ends = tuple(accumulate(planned.get(one.key, 0) for one in steps))
    place = steps.index(step)
    return ends[place] - planned.get(step.key, 0), ends[place]


def clock_time(text: str) -> time | None:
    """Return a time of day that an agenda holds, such as "09:30"; None for anything else."""
    try:
        return time.fromisoformat(text) if len(text) == len("09:30") else None
    except ValueError:
        return None


def clock_minutes(agenda: Sequence[AgendaItem]) -> int | None:
    """Return the minutes after midnight at which the day begins, None where that is not said."""
    found = (clock_time(item.at) for item in agenda)
    start = next((one for one in found if one is not None), None)
    return None if start is None else 60 * start.hour + start.minute


@dataclass(frozen=True, slots=True)
class TimeNow:
    """Where the day stands: seconds of the step, what it may take, how far the day is behind.

    `planned` is None for a step without a time; `behind` is None for a day without an agenda, or
    one that has not begun, and negative where the day is ahead. `break_in`: the seconds until the
    next break by the agenda, None where none comes. `begun`: whether the clock counts yet.
    """

    spent: int
    planned: int | None
    behind: int | None
    running: bool
    break_in: int | None = None
    begun: bool = True

    @property
    def over(self) -> bool:
        """Return whether the step has taken more than it may."""
        return self.planned is not None and self.spent > self.planned
