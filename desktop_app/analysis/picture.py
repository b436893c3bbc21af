"""The picture of each action from what may be shown of its statements' rounds.

Sees rounds only through visibility, so nothing in a picture can give away more than that.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from desktop_app.domain.framework import Action, Statement
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    Level,
    Result,
    StatementPicture,
    WorkshopPicture,
)
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord

from .visibility import view_round

LEVELS_UPWARDS = (Level.LOW, Level.MIDDLE, Level.HIGH)
"""Levels from the weakest on; the order in which actions ask for attention."""

MOST_DIVIDED_FIRST = (Agreement.OPPOSING, Agreement.MIXED, Agreement.BROAD, Agreement.STRONG)
"""Agreement from the most divided on; too few ratings say nothing either way."""


def workshop_picture(record: WorkshopRecord) -> WorkshopPicture:
    """Return every action's picture from the record's revealed rounds, in framework order."""
    actions = record.workshop.framework.actions
    return WorkshopPicture(tuple(_action_picture(record, action) for action in actions))


def _action_picture(record: WorkshopRecord, action: Action) -> ActionPicture:
    statements = tuple(statement_picture(record, statement) for statement in action.statements)
    shown = [(s.statement_id, s.result) for s in statements if s.result is not None]
    judged = [(key, r) for key, r in shown if r.agreement is not Agreement.TOO_FEW]
    weakest_id, weakest = min(judged, key=lambda one: weakness(one[1]), default=(None, None))
    divided_id, divided = min(judged, key=_division, default=(None, None))
    return ActionPicture(
        action_id=action.id,
        statements=statements,
        pooled=_pooled(record.workshop.framework.scale.size, [r for _, r in shown]),
        pooled_cannot_say=sum(result.cannot_say for _, result in shown),
        level=weakest.level if weakest else None,
        weakest_id=weakest_id,
        agreement=divided.agreement if divided else None,
        most_divided_id=divided_id,
    )


def statement_picture(record: WorkshopRecord, statement: Statement) -> StatementPicture:
    """Return one statement's picture from its revealed rounds."""
    workshop = record.workshop
    points = workshop.framework.scale.size
    views = (
        view_round(round_, points, workshop.rules, workshop.privacy)
        for round_ in record.rounds_of(statement.id)
        if round_.state is RoundState.REVEALED
    )
    return StatementPicture(statement.id, tuple(views))


def _pooled(points: int, results: Iterable[Result]) -> tuple[int, ...]:
    columns = zip((0,) * points, *(result.counts for result in results), strict=True)
    return tuple(sum(column) for column in columns)


def weakness(result: Result) -> tuple[int, Fraction, Fraction]:
    """Order by level, then few upper ratings, then many lower ones; shares are compared exactly."""
    upper, lower = Fraction(result.above, result.n), Fraction(result.below, result.n)
    return LEVELS_UPWARDS.index(result.level), upper, -lower


def _division(judged: tuple[str, Result]) -> int:
    _, result = judged
    return MOST_DIVIDED_FIRST.index(result.agreement)
