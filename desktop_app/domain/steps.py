"""The steps that a framework gives a day, in order, and the key each is stored under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from .framework import Framework


class StepKind(Enum):
    """What happens at a step; its place in the day and its time stand in the tables below."""

    WELCOME = "welcome"
    SINCE = "since"
    STATEMENT = "statement"
    ACTION = "action"
    OVERVIEW = "overview"
    PRIORITIES = "priorities"
    NEXT_STEPS = "next_steps"
    CLOSE = "close"
    BREAK = "break"
    OWN = "own"


ADDED = (StepKind.BREAK, StepKind.OWN)
"""The steps that a day has only where its agenda puts them."""
BEFORE_ACTIONS = (StepKind.WELCOME,)
LOOKING_BACK = (StepKind.SINCE,)
"""The steps that only a follow-up has, after those before its actions."""
AFTER_ACTIONS = (StepKind.OVERVIEW, StepKind.PRIORITIES, StepKind.NEXT_STEPS, StepKind.CLOSE)
"""The steps of the whole room around those of the actions, in order."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a step takes in the two presets of the agenda."""

    half_day: int
    short: int


MINUTES = {
    StepKind.WELCOME: Minutes(10, 5),
    StepKind.SINCE: Minutes(10, 5),
    StepKind.STATEMENT: Minutes(7, 10),
    StepKind.ACTION: Minutes(3, 0),
    StepKind.OVERVIEW: Minutes(8, 5),
    StepKind.PRIORITIES: Minutes(12, 7),
    StepKind.NEXT_STEPS: Minutes(30, 18),
    StepKind.CLOSE: Minutes(8, 5),
    StepKind.BREAK: Minutes(15, 10),
    StepKind.OWN: Minutes(10, 5),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `subject` is a statement or action id where the kind needs one.

    A break and an item of the facilitator's own have a number as their subject, and a `title`.
    """

    kind: StepKind
    subject: str = ""
    title: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        """Return the text this step is stored under, such as "statement:T1"."""
        return f"{self.kind.value}:{self.subject}" if self.subject else self.kind.value


def workshop_steps(framework: Framework, *, looks_back: bool = False) -> tuple[Step, ...]:
    """Return the steps of a day with this framework, in order.

    An action with several statements ends with a step of its own to talk about the whole action.
    `looks_back`: the day is a follow-up's, and begins with what became of the commitments.
    """
    steps = [Step(kind) for kind in (*BEFORE_ACTIONS, *(LOOKING_BACK if looks_back else ()))]
    for action in framework.actions:
        steps += [Step(StepKind.STATEMENT, s.id) for s in action.statements]
        if len(action.statements) > 1:
            steps.append(Step(StepKind.ACTION, action.id))
    return (*steps, *(Step(kind) for kind in AFTER_ACTIONS))


def added_step(key: str, title: str) -> Step | None:
    """Return the step that an agenda adds under this key, None where it is none of those."""
    kind, _, subject = key.partition(":")
    found = next((one for one in ADDED if one.value == kind), None)
    return Step(found, subject, title) if found and subject else None


def step_at(steps: Sequence[Step], key: str) -> Step:
    """Return the step of a day stored under `key`, or the first one if the key fits none."""
    return next((step for step in steps if step.key == key), steps[0])
