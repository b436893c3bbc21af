"""A workshop beside those that it follows, as plain values for the JSON export."""

from __future__ import annotations

from typing import Any

from desktop_app.analysis.then_and_now import (
    ActionMoves,
    Counted,
    DayMoves,
    PartMove,
    ThenAndNow,
    comparisons,
)
from desktop_app.domain.earlier import Earlier
from desktop_app.domain.results import Result
from desktop_app.domain.workshop import WorkshopRecord

Json = dict[str, Any]


def then_and_now(record: WorkshopRecord) -> list[Json]:
    """Return one object for each step of the chain, the last one first."""
    return [_step(moves) for moves in comparisons(record)]


def _step(moves: DayMoves) -> Json:
    return {
        "then": _meeting(moves.then),
        "now": _meeting(moves.now),
        "day": _counted(moves.counted),
        "by_partner": _counted(moves.parts),
        "actions": [_action(action) for action in moves.actions],
        "statements": [_statement(row) for row in (*moves.statements, *moves.dropped)],
    }


def _meeting(day: Earlier) -> Json:
    return {
        "identity": day.identity,
        "title": day.title,
        "date": day.held_on.isoformat() if day.held_on else None,
        "people_in_the_room": day.present,
    }


def _counted(counted: Counted) -> Json:
    return {
        "compared": counted.of,
        "up": counted.up,
        "down": counted.down,
        "same": counted.same,
        "unsure": counted.unsure,
        "closer": counted.closer,
        "apart": counted.apart,
        "moves_by_luck": counted.by_luck,
    }


def _action(action: ActionMoves) -> Json:
    return {
        "action": action.action_id,
        "word": action.word.value if action.counted.of else None,
        "statements": len(action.statements),
        "compared": action.counted.of,
        "up": action.counted.up,
        "down": action.counted.down,
    }


def _statement(row: ThenAndNow) -> Json:
    change = row.change
    return {
        "statement": row.key,
        "statement_name": row.name,
        "word": change.shift.value if change else None,
        "agreement_word": change.drift.value if change else None,
        "not_compared_because": row.reason.value if row.reason else None,
        "then": _counts(row.then),
        "now": _counts(row.now),
        "by_partner": [_part(part) for part in row.parts],
    }


def _counts(result: Result | None) -> list[int] | None:
    return list(result.counts) if result else None


def _part(part: PartMove) -> Json:
    """Return the words on a part of the room; never its counts."""
    return {
        "partners": list(part.names),
        "word": part.shift.value,
        "agreement_word": part.drift.value,
    }
