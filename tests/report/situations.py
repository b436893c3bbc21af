"""The workshops every document must print well: the usual day, and the ugly ones around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop_app.analysis.earlier import earlier_of
from desktop_app.domain.earlier import Earlier, EarlierStatement
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import WorkshopRecord
from tests.report import builders
from tests.unit.builders import make_round

LONG = "Very long words and many of them, <b>& so on</b> 😀 Ŵyth Łódź. " * 60


def make_overlong() -> WorkshopRecord:
    plan = tuple(
        builders.make_commitment(
            number,
            title=LONG[: 200 * (number % 4 + 1)],
            owner="x" * 200,
            first_move=LONG if number == 3 else "Soon",
        )
        for number in range(40)
    )
    notes = tuple(builders.parked(LONG, number) for number in range(5))
    day = builders.make_day(headline=LONG, partnership="P" * 300, title="T" * 300, place=LONG)
    return replace(day, commitments=plan, notes=notes)


def make_follow_up() -> WorkshopRecord:
    """Return a follow-up of a follow-up: statements moved, were reworded, dropped and hidden."""
    kept: tuple[Earlier, ...] = ()
    for year, counts in enumerate(((3, 6, 3, 0, 0), (0, 3, 5, 4, 0))):
        first = {"T1": make_round("T1", counts), "L1": make_round("L1", (1, 1, 1, 0, 0), present=9)}
        rounds = [first.get(one.statement_id, one) for one in builders.day_rounds()]
        day = builders.make_day(identity=f"y{year}", held_on=date(2025 + year, 5, 14), title=LONG)
        copy = earlier_of(replace(day, rounds=tuple(rounds)))
        open_ = tuple(replace(one, title=f"Promised: {one.title}") for one in copy.commitments)
        statements = (*copy.statements[:-1], _OTHER)
        kept = (replace(copy, statements=statements, commitments=open_), *kept)
    return builders.make_day(earlier=kept, identity="now")


_OTHER = EarlierStatement("X9", "X", "Gone", "A statement of last time", ("a", "b", "c"))


SITUATIONS: dict[str, Callable[[], WorkshopRecord]] = {
    "a day": builders.make_day,
    "in progress": lambda: builders.make_day(status=WorkshopStatus.RUNNING, headline=""),
    "no plan": lambda: replace(builders.make_day(), commitments=()),
    "just made": builders.make_empty,
    "nothing revealed": builders.make_unrevealed_day,
    "all hidden": builders.make_hidden_day,
    "three points": lambda: builders.make_scaled_day(3, 12),
    "four points": lambda: builders.make_scaled_day(4, 9),
    "seven points": lambda: builders.make_scaled_day(7, 30),
    "two hundred people": lambda: builders.make_scaled_day(5, 200),
    "partners": builders.make_day_by_partner,
    "an import by partner": builders.make_import_by_partner,
    "overlong texts": make_overlong,
    "a follow-up": make_follow_up,
}
