"""The content that is rated: actions, statements, scale, prompts, bank of next steps, sources.

Knows nothing of workshops, votes or files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

CANNOT_SAY = 0
"""The point that stands for "can't say" wherever a ballot's point is stored or passed."""

MIN_POINTS, MAX_POINTS = 3, 7


class Depth(Enum):
    """How finely a framework is rated: every statement, or one vote per action."""

    FULL = "full"
    QUICK = "quick"


class StepWhen(Enum):
    """The situation in which a step of the bank is offered."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"
    OPPOSING = "opposing"
    CANNOT_SAY = "cannot_say"


class PromptKind(Enum):
    """The four kinds of discussion prompt, in the order they are asked (ORID)."""

    HAPPENED = "happened"
    FEELS = "feels"
    MEANS = "means"
    DO = "do"


@dataclass(frozen=True, slots=True)
class ScalePoint:
    """One point of a scale; `value` is 1..K."""

    value: int
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Ordered points 1..K (3 to 7) plus "can't say"."""

    points: tuple[ScalePoint, ...]
    cannot_say_label: str
    cannot_say_description: str

    @property
    def size(self) -> int:
        """Return K, the number of points."""
        return len(self.points)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is rated; `anchors` pairs some points with what they look like here.

    `name` is its name on stage, where its text does not fit; `word` the word of the source.
    """

    id: str
    word: str
    text: str
    anchors: tuple[tuple[int, str], ...] = ()
    name: str = ""

    def anchor(self, point: int) -> str | None:
        """Return the anchor text at `point`, or None where only the scale's own words apply."""
        return dict(self.anchors).get(point)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One discussion question of an action; `leans_on` holds source keys."""

    kind: PromptKind
    text: str
    leans_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step of an action's bank; `leans_on` holds source keys.

    `short` is its title on stage; `serves` holds the ids of the statements it is for, none where
    it is for the whole action.
    """

    id: str
    when: StepWhen
    title: str
    how: str
    first_move: str
    sign: str
    leans_on: tuple[str, ...]
    short: str = ""
    serves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One leadership action: its statements, its single quick statement, prompts and steps.

    `name` is its name on stage, where its short title does not fit.
    """

    id: str
    title: str
    short_title: str
    statements: tuple[Statement, ...]
    quick: Statement
    prompts: tuple[Prompt, ...]
    steps: tuple[NextStep, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A work that steps or prompts lean on; `citation` is the short form printed beside a step."""

    key: str
    citation: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Framework:
    """A complete set of content in one language, told by its BCP 47 tag.

    `status` is the sentence about the content's standing that every document prints;
    `stem` begins every statement.
    """

    id: str
    version: str
    language: str
    title: str
    status: str
    stem: str
    leaders_means: str
    scale: Scale
    actions: tuple[Action, ...]
    sources: tuple[Source, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all statements in framework order."""
        return tuple(s for action in self.actions for s in action.statements)

    def statement(self, statement_id: str) -> Statement:
        """Return the statement with this id; raise KeyError if there is none."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)

    def action(self, action_id: str) -> Action:
        """Return the action with this id; raise KeyError if there is none."""
        for action in self.actions:
            if action.id == action_id:
                return action
        raise KeyError(action_id)

    def action_of(self, statement_id: str) -> Action:
        """Return the action that holds this statement; raise KeyError if there is none."""
        for action in self.actions:
            if any(s.id == statement_id for s in action.statements):
                return action
        raise KeyError(statement_id)

    def sentence(self, statement: Statement) -> str:
        """Return stem and statement as one full sentence."""
        return f"{self.stem} {statement.text}."

    def citations(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return the short citations of source keys, in order; an unknown key stands for itself."""
        by_key = {source.key: source.citation for source in self.sources}
        return tuple(by_key.get(key, key) for key in keys)

    def at_depth(self, depth: Depth) -> Framework:
        """Return the framework as it is voted on at `depth`."""
        if depth is Depth.FULL:
            return self
        return replace(self, actions=tuple(_at_once(action) for action in self.actions))


def _at_once(action: Action) -> Action:
    """Return the action with one vote, which all its steps serve."""
    steps = tuple(replace(step, serves=()) for step in action.steps)
    return replace(action, statements=(action.quick,), steps=steps)
