"""What the dots say: the priority list, how alike people ranked, importance beside level.

Sees dots only through visibility and results only through the picture, so nothing hidden enters
a list or a field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.domain.priorities import DotBallot, RankSums
from desktop_app.domain.results import (
    ActionPicture,
    Hidden,
    Level,
    PriorityRow,
    PriorityView,
    Result,
    WorkshopPicture,
)
from desktop_app.domain.workshop import WorkshopRecord

from .agreement import doubled_ranks, kendall_w_of_sums, tie_term
from .visibility import view_priorities


class Field(Enum):
    """The four fields of importance beside level."""

    WORK_ON = "work_on"
    KEEP = "keep"
    WATCH = "watch"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class Importance:
    """One action: its dots beside its weakest statement's ratings.

    `upper` of `rated` ratings lie above the scale's midpoint; they are compared with one half as
    the level is. `share` of all dots is compared with an even share. `close`: one rating or one
    dot more or less would move it over a line.
    """

    action_id: str
    dots: int
    share: float
    upper: int
    rated: int
    level: Level
    field: Field
    close: bool


def priorities_of(record: WorkshopRecord) -> PriorityView | Hidden | None:
    """Return what may be shown of a workshop's dots; None where there was no vote on them.

    Every action has its row, most dots first; equal ones are in framework order.
    """
    vote = record.priority_vote
    if vote is None:
        return None
    view = view_priorities(vote, record.workshop.rules)
    if isinstance(view, Hidden):
        return view
    known = {row.action_id: row for row in view.rows}
    actions = [action.id for action in record.workshop.framework.actions]
    rows = [known.get(key, PriorityRow(key, 0, 0.0)) for key in actions]
    return replace(view, rows=tuple(sorted(rows, key=lambda row: -row.dots)))


def shown_dots(record: WorkshopRecord) -> Mapping[str, int]:
    """Return dots by action id where they may be shown, else nothing."""
    view = priorities_of(record)
    return {r.action_id: r.dots for r in view.rows} if isinstance(view, PriorityView) else {}


def ranking(ballot: DotBallot, actions: Sequence[str]) -> RankSums:
    """Return how one person's dots rank the actions, ties shared; an empty sheet ranks nothing."""
    if not ballot.placed:
        return RankSums()
    dots = dict(ballot.dots)
    row = [-dots.get(key, 0) for key in actions]
    doubled = zip(actions, doubled_ranks(row), strict=True)
    return RankSums(1, tuple(sorted(doubled)), tie_term(row))


def concordance(ranks: RankSums, minimum_answers: int) -> float | None:
    """Return Kendall's W of people's rankings by dots; None where it says nothing.

    Fewer people than the minimum answers give none. Two decimals are kept: more would tell of
    single rankings and nothing to the room.
    """
    if ranks.people < minimum_answers:
        return None
    found = kendall_w_of_sums(ranks.people, [total for _, total in ranks.doubled], ranks.ties)
    return None if found is None else round(found, 2)


def importance_of(record: WorkshopRecord, picture: WorkshopPicture) -> tuple[Importance, ...]:
    """Return importance beside level in framework order, where both may be shown."""
    view = priorities_of(record)
    if not isinstance(view, PriorityView):
        return ()
    rows = {row.action_id: row for row in view.rows}
    judged = ((rows[a.action_id], a, _weakest(a)) for a in picture.actions)
    return tuple(
        _importance(row, action.level, weakest, view)
        for row, action, weakest in judged
        if weakest is not None and action.level is not None
    )


def _weakest(action: ActionPicture) -> Result | None:
    found = (s.result for s in action.statements if s.statement_id == action.weakest_id)
    return next(found, None)


def _importance(row: PriorityRow, level: Level, result: Result, view: PriorityView) -> Importance:
    """Place an action; both lines are compared in whole numbers."""
    actions = len(view.rows)
    over_dots = row.dots * actions - sum(r.dots for r in view.rows)
    over_half = 2 * result.above - result.n
    near = abs(over_dots) <= actions or abs(over_half) <= 2
    field = _FIELDS[over_dots > 0, over_half > 0]
    return Importance(
        row.action_id, row.dots, row.share, result.above, result.n, level, field, close=near
    )


_FIELDS = {
    (True, False): Field.WORK_ON,
    (True, True): Field.KEEP,
    (False, False): Field.WATCH,
    (False, True): Field.RUNS,
}
