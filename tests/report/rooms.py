"""The rooms that every kind of paper is read for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.workshop import WorkshopRecord
from tests.report import builders
from tests.report.situations import SITUATIONS
from tests.report.test_summary import closed_sample
from tests.unit.builders import make_round


def one_statement() -> WorkshopRecord:
    """Give five people who rated one statement, and took one step on."""
    day = builders.make_day(present=5)
    rounds = (make_round("T1", (0, 1, 1, 2, 1), present=5),)
    return replace(
        day, rounds=rounds, notes=(), commitments=day.commitments[:1], priority_vote=None
    )


def hostile() -> WorkshopRecord:
    """Give texts as long as a form takes them, and not longer, that look like markup."""
    record = SITUATIONS["overlong texts"]()
    most = MAX_TITLE - 1
    workshop = record.workshop
    return replace(
        record,
        workshop=replace(workshop, place=workshop.place[:most], headline=workshop.headline[:400]),
    )


ROOMS: dict[str, Callable[[], WorkshopRecord]] = {
    "sample": closed_sample,
    "an import": builders.make_import_by_partner,
    "two hundred people": SITUATIONS["two hundred people"],
    "one statement": one_statement,
    "just made": builders.make_empty,
    "hostile text": hostile,
}
