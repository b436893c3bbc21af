"""The rooms that every kind of paper is read for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop_app.analysis.earlier import earlier_of
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.plan import again_key
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


def follow_up() -> WorkshopRecord:
    """Give a workshop a year after the sample: of its commitments three are told of."""
    day = closed_sample()
    was = replace(day.workshop, identity="last year", title="Away-day 2026")
    before = earlier_of(replace(day, workshop=replace(was, held_on=date(2026, 5, 12))))
    first, second, third, *_ = (one.identity for one in before.commitments)
    told = (
        Progress(first, Standing.UNDER_WAY, "Two of three have named somebody", date(2027, 9, 1)),
        Progress(second, Standing.DONE, "All signed in March"),
        Progress(third, Standing.STUCK, "No money for it yet"),
    )
    again = replace(day.commitments[0], step_id=again_key(first), because="Taken on again.")
    workshop = replace(day.workshop, earlier=(before,), progress=told)
    return replace(day, workshop=workshop, commitments=(again, *day.commitments[1:]))


ROOMS: dict[str, Callable[[], WorkshopRecord]] = {
    "sample": closed_sample,
    "an import": builders.make_import_by_partner,
    "two hundred people": SITUATIONS["two hundred people"],
    "one statement": one_statement,
    "just made": builders.make_empty,
    "hostile text": hostile,
    "a follow-up": follow_up,
}
