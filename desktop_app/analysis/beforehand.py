"""What may be shown of the answers from before the day; through the one privacy function.

They stand beside the room's votes: no picture, level, priority or advice is made of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.results import RoundView
from desktop_app.domain.rounds import Round
from desktop_app.domain.workshop import WorkshopRecord

from .visibility import view_round


def said_before(record: WorkshopRecord) -> Iterator[tuple[Round, RoundView]]:
    """Yield each round from before the day in framework order, with what may be shown of it."""
    workshop = record.workshop
    for statement in workshop.framework.statements:
        for round_ in record.before:
            if round_.statement_id == statement.id:
                yield round_, _view(record, round_)


def view_before(record: WorkshopRecord, statement_id: str) -> RoundView | None:
    """Return what may be shown of a statement's answers from before the day; None without any."""
    found = (r for r in record.before if r.statement_id == statement_id)
    round_ = next(found, None)
    return None if round_ is None else _view(record, round_)


def _view(record: WorkshopRecord, round_: Round) -> RoundView:
    workshop = record.workshop
    return view_round(round_, workshop.framework.scale.size, workshop.rules, workshop.privacy)
