"""The table of a workshop beside those that it follows, one row a statement of each."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.analysis.then_and_now import DayMoves, ThenAndNow, comparisons
from desktop_app.domain.plain_text import plain
from desktop_app.domain.results import Result
from desktop_app.words.speech import say
from desktop_app.words.then_and_now import agreement_word, notes, part_words, sentence, word

from .tables import Cell, Column, Facts, Kind, Table, hidden

TITLE_WIDTH = 24


def then_now_table(facts: Facts) -> Table | None:
    """Return the table, None for a workshop that follows none."""
    compared = comparisons(facts.record)
    if not compared:
        return None
    points = [point.value for point in facts.record.workshop.framework.scale.points]
    columns = (
        Column("then_date", say("Then"), Kind.DAY, 13),
        Column("now_date", say("Now"), Kind.DAY, 13),
        Column("statement", say("Statement"), width=11),
        Column("name", say("Name"), width=TITLE_WIDTH),
        Column("level_word", say("Then and now"), width=TITLE_WIDTH),
        Column("agreement_word", say("Agreement then and now"), width=TITLE_WIDTH),
        *(Column(f"then_{n}", say("{point} then", point=n), Kind.WHOLE, 8) for n in points),
        Column("then_n", say("Ratings then"), Kind.WHOLE, 9),
        *(Column(f"now_{n}", say("{point} now", point=n), Kind.WHOLE, 8) for n in points),
        Column("now_n", say("Ratings now"), Kind.WHOLE, 9),
        Column("sentence", say("What may be said"), Kind.LONG, 60),
        Column("partners", say("By partner"), Kind.LONG, 50),
    )
    rows = tuple(row for moves in compared for row in _rows(moves, len(points)))
    return Table("then_and_now", say("then and now"), columns, rows)


def _rows(moves: DayMoves, points: int) -> Iterator[tuple[Cell, ...]]:
    days = (moves.then.held_on, moves.now.held_on)
    for row in (*moves.statements, *moves.dropped):
        told = " ".join((sentence(row), *notes(row)))
        parts = " ".join(map(part_words, row.parts))
        yield (
            *days, plain(row.key), plain(row.name), word(row), agreement_word(row) or None,
            *_figures(row, 0, points), *_figures(row, 1, points), told, parts or None,
        )  # fmt: skip


def _figures(row: ThenAndNow, place: int, points: int) -> tuple[Cell, ...]:
    """Return the counts of one side; those of another scale have no column here."""
    result: Result | None = (row.then, row.now)[place]
    if result is None or len(result.counts) != points:
        nothing = hidden() if row.few[place] else None
        return (nothing,) * (points + 1)
    return *result.counts, result.n
