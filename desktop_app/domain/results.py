"""What may be said of revealed rounds; values only, the rules are in analysis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .framework import StepWhen
from .plan import TakenFor, gather_more_key


class Level(Enum):
    """Where the ratings lie."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Agreement(Enum):
    """How close the ratings lie to one another."""

    TOO_FEW = "too_few"
    OPPOSING = "opposing"
    STRONG = "strong"
    BROAD = "broad"
    MIXED = "mixed"


class Flag(Enum):
    """A remark beside a result."""

    SMALL_GROUP = "small_group"
    MINORITY_VIEW = "minority_view"
    MANY_CANNOT_SAY = "many_cannot_say"


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one set of counts (PRODUCT, "Rules of the result").

    `counts`: f_1..f_K. `n`: their sum. `spread`: S. `below`, `middle`, `above`: ratings under, at
    and over the scale's midpoint (lo, mid, hi). `median` and the figures after it are None when
    n is 0; quartiles by the inclusive median rule.
    """

    counts: tuple[int, ...]
    cannot_say: int
    present: int
    n: int
    spread: int
    below: int
    middle: int
    above: int
    level: Level
    agreement: Agreement
    flags: tuple[Flag, ...]
    median: float | None
    mean: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    consensus: float | None
    van_der_eijk_a: float | None
    tastle_wierman_cns: float | None


class HiddenReason(Enum):
    """Why figures are not shown; hidden is never the same as none."""

    NOT_REVEALED = "not_revealed"
    TOO_FEW_ANSWERS = "too_few_answers"
    SMALL_GROUP = "small_group"
    BESIDE_HANDS = "beside_hands"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Figures that exist, or may exist, but are not shown."""

    reason: HiddenReason


@dataclass(frozen=True, slots=True)
class GroupView:
    """What may be shown of one group in one round.

    `label` is the group's name, or "" for the part merged as "other partners", whose names
    `merged` lists where it is shown.
    """

    label: str
    result: Result | Hidden
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundView:
    """What may be shown of one round, on any window and in any output."""

    statement_id: str
    ordinal: int
    present: int
    whole: Result | Hidden
    groups: tuple[GroupView, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementPicture:
    """A statement with what may be shown of its revealed rounds, by ordinal."""

    statement_id: str
    rounds: tuple[RoundView, ...]

    @property
    def latest(self) -> RoundView | None:
        """Return the last revealed round's view, or None where nothing was revealed."""
        return self.rounds[-1] if self.rounds else None

    @property
    def result(self) -> Result | None:
        """Return the last revealed round's whole-room result where it may be shown."""
        latest = self.latest
        return latest.whole if latest and isinstance(latest.whole, Result) else None

    @property
    def before(self) -> RoundView | None:
        """Return the view of the vote before the last that may be shown, or None."""
        shown = (view for view in reversed(self.rounds[:-1]) if isinstance(view.whole, Result))
        return next(shown, None)

    @property
    def result_before(self) -> Result | None:
        """Return the result that the last one is compared with, or None."""
        before = self.before
        return before.whole if before and isinstance(before.whole, Result) else None


@dataclass(frozen=True, slots=True)
class ActionPicture:
    """One action from its statements' latest results.

    `level`: the lowest statement's; `weakest_id` names it. `agreement`: the most divided
    statement's; `most_divided_id` names it. All four are None where no statement has a result
    with enough ratings. `pooled`: summed counts f_1..f_K over the shown results.
    """

    action_id: str
    statements: tuple[StatementPicture, ...]
    pooled: tuple[int, ...]
    pooled_cannot_say: int
    level: Level | None
    weakest_id: str | None
    agreement: Agreement | None
    most_divided_id: str | None


@dataclass(frozen=True, slots=True)
class WorkshopPicture:
    """All actions in framework order."""

    actions: tuple[ActionPicture, ...]

    def action(self, action_id: str) -> ActionPicture:
        """Return one action's picture; raise KeyError if there is none."""
        for action in self.actions:
            if action.action_id == action_id:
                return action
        raise KeyError(action_id)

    def statement(self, statement_id: str) -> StatementPicture:
        """Return one statement's picture; raise KeyError if there is none."""
        for action in self.actions:
            for statement in action.statements:
                if statement.statement_id == statement_id:
                    return statement
        raise KeyError(statement_id)


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """One action's place among the priorities; `share` is its part of all dots, 0 to 1."""

    action_id: str
    dots: int
    share: float


@dataclass(frozen=True, slots=True)
class PriorityView:
    """What may be shown of the priority vote, most dots first.

    `concordance` is Kendall's W where rankings are known: 0 no agreement, 1 the same order.
    """

    rows: tuple[PriorityRow, ...]
    people: int
    dots_in: int
    concordance: float | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A next step offered to the room, with its reason.

    `step_id` is None for the advice to gather more ratings. `statement_id` names the statement
    that led to it in its vote `ordinal`, `when` the situation there (None for too few ratings), and
    `because` says how, with the counts. `leans_on` holds source keys.
    `after_talking` marks a level's step offered while views oppose.
    """

    action_id: str
    step_id: str | None
    title: str
    how: str
    first_move: str
    sign: str
    statement_id: str
    because: str
    agreement: Agreement
    leans_on: tuple[str, ...]
    ordinal: int
    when: StepWhen | None = None
    after_talking: bool = False

    @property
    def key(self) -> str:
        """Return what a commitment that takes it on is known by, whatever its words."""
        return self.step_id or gather_more_key(self.action_id)

    @property
    def kept_keys(self) -> str:
        """Return the keys of a commitment that takes it on, with what it is taken on for."""
        return f"{self.key} {TakenFor(self.statement_id, self.ordinal, self.when).key}"
