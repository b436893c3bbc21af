"""The table of what became of last time's commitments, one row each."""

from __future__ import annotations

from desktop_app.domain.earlier import EarlierCommitment, progress_of
from desktop_app.domain.plain_text import plain
from desktop_app.words.speech import say
from desktop_app.words.standings import standing_name

from .tables import Cell, Column, Facts, Kind, Table


def since_table(facts: Facts) -> Table | None:
    """Return the table, None for a workshop that looks back at nothing."""
    if not facts.record.workshop.looks_back:
        return None
    columns = (
        Column("title", say("What was promised"), Kind.LONG, 44),
        Column("owner", say("Who"), Kind.TEXT, 24),
        Column("promised_on", say("Promised on"), Kind.DAY, 13),
        Column("due", say("By then"), Kind.DAY, 13),
        Column("standing", say("What became of it"), Kind.TEXT, 16),
        Column("word", say("In a word"), Kind.LONG, 40),
        Column("new_due", say("New date"), Kind.DAY, 13),
        Column("taken_on_again", say("Taken on again"), Kind.TEXT, 12),
    )
    again = {taken.continues for taken in facts.record.commitments}
    found = facts.record.workshop.earlier[0].commitments
    rows = tuple(_row(facts, one, taken_again=one.identity in again) for one in found)
    return Table("since_last_time", say("since last time"), columns, rows)


def _row(facts: Facts, one: EarlierCommitment, *, taken_again: bool) -> tuple[Cell, ...]:
    known = progress_of(facts.record.workshop.progress, one.identity)
    return (
        plain(one.title),
        plain(one.owner) or None,
        one.promised_on,
        one.due,
        standing_name(known.standing) if known.standing else None,
        plain(known.word) or None,
        known.due,
        say("yes") if taken_again else None,
    )
