"""Votes that the room has not seen lie in boxes beside the library, and no ballot stands alone.

Single ballots, and counts of votes that are open or closed, go into the boxes; typed ones were seen
by everybody and stay. Those of discarded votes go. How people ranked the actions in a vote on
priorities that was open is not taken along: its dots are, and no concordance will be told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
from alembic import op

from desktop_app.storage.votes.block import TooMuch
from desktop_app.storage.votes.counts import Cell, Counts
from desktop_app.storage.votes.folder import FOLDER_NAME, Boxes

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_DOTS, _PEOPLE = 0, 1
_UNSEEN = "NOT seen AND state <> 'revealed'"
_BALLOTS = f"""
    SELECT round_id, channel, group_label, point, count(*) FROM ballots
    WHERE round_id IN (SELECT id FROM rounds WHERE {_UNSEEN}) GROUP BY 1, 2, 3, 4
    UNION ALL SELECT round_id, channel, group_label, point, votes FROM tallies
    WHERE channel <> 'hands' AND round_id IN (SELECT id FROM rounds WHERE {_UNSEEN})
"""  # noqa: S608 - our own words
_SUMS = f"""
    SELECT priority_vote_id, channel, action_id, dots FROM dot_sums
    WHERE channel <> 'hands' AND priority_vote_id IN (SELECT id FROM priority_votes WHERE {_UNSEEN})
"""  # noqa: S608 - our own words
_SEALED = f"SELECT id, channel, sealed_ballots FROM priority_votes WHERE {_UNSEEN}"  # noqa: S608

Boxed = dict[str, Counter[Cell]]


def upgrade() -> None:
    """Move what the room has not seen into boxes, then remove both tables of ballots."""
    _add_seen()
    for table in ("rounds", "priority_votes"):
        op.execute(f"UPDATE {table} SET seen = 1 WHERE state = 'revealed'")  # noqa: S608
    _fill("rounds", _ratings())
    _fill("priority_votes", _dots())
    _forget()
    op.drop_table("ballots")
    op.drop_table("dot_ballots")
    op.create_index("ix_rounds_unseen", "rounds", ["id"], sqlite_where=sa.text(_UNSEEN))


def _add_seen() -> None:
    """Write the votes on priorities anew with one more column.

    `add_columns` would put the uniqueness and the key to workshops in any order.
    """
    key = sa.ForeignKey("workshops.id", name="fk_priority_votes_workshop_id", ondelete="CASCADE")
    op.create_table(
        "priority_votes_now",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("workshop_id", sa.Text, key, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("dots_each", sa.Integer, nullable=False),
        sa.Column("present", sa.Integer, nullable=False),
        sa.Column("concordance", sa.Float),
        sa.Column("difference_reason", sa.Text, nullable=False),
        sa.Column("sealed_ballots", sa.Integer, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_priority_votes"),
        sa.UniqueConstraint("workshop_id", name="uq_priority_votes_workshop_id"),
    )
    op.execute("INSERT INTO priority_votes_now SELECT *, 0 FROM priority_votes")
    op.drop_table("priority_votes")
    op.rename_table("priority_votes_now", "priority_votes")


def _ratings() -> Boxed:
    found: Boxed = {}
    for vote_id, channel, label, point, votes in op.get_bind().execute(sa.text(_BALLOTS)):
        found.setdefault(vote_id, Counter())[Cell(channel, label, point)] += votes
    return found


def _dots() -> Boxed:
    found: Boxed = {}
    bind = op.get_bind()
    for vote_id, channel, action_id, dots in bind.execute(sa.text(_SUMS)):
        found.setdefault(vote_id, Counter())[Cell(channel, action_id, _DOTS)] += dots
    for vote_id, channel, people in bind.execute(sa.text(_SEALED)):
        found.setdefault(vote_id, Counter())[Cell(channel, "", _PEOPLE)] += people
    query = "SELECT priority_vote_id, channel, dots FROM dot_ballots"
    for vote_id, channel, placed in bind.execute(sa.text(query)):
        cells = found.setdefault(vote_id, Counter())
        cells[Cell(channel, "", _PEOPLE)] += 1
        for action_id, dots in json.loads(placed):
            cells[Cell(channel, action_id, _DOTS)] += dots
    return found


def _fill(table: str, boxed: Boxed) -> None:
    """Make a box for each vote under way that takes secret ballots, or has taken some."""
    file = op.get_bind().exec_driver_sql("PRAGMA database_list").all()[0][2]
    if not file:  # a copy in memory, which is only looked at
        return
    query = f"SELECT id, channel FROM {table} WHERE {_UNSEEN} AND state <> 'discarded'"  # noqa: S608
    boxes = Boxes(Path(file).parent / FOLDER_NAME)
    for vote_id, channel in op.get_bind().execute(sa.text(query)).all():
        cells = +boxed.get(vote_id, Counter())
        if cells or channel != "hands":
            _make(boxes, vote_id, cells)


def _make(boxes: Boxes, vote_id: str, cells: Counter[Cell]) -> None:
    try:
        boxes.make(vote_id, Counts(cells))
    except TooMuch:  # more groups than a vote can have today: their ballots count, as nobody's
        boxes.make(vote_id, Counts(_without_labels(cells.items())))


def _without_labels(cells: Iterable[tuple[Cell, int]]) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for cell, votes in cells:
        found[cell._replace(label="")] += votes
    return found


def _forget() -> None:
    """Remove what lies in boxes now, and what was discarded, from the rows."""
    for rows, key, votes in (
        ("tallies", "round_id", "rounds"),
        ("dot_sums", "priority_vote_id", "priority_votes"),
    ):
        unseen = f"SELECT id FROM {votes} WHERE {_UNSEEN}"  # noqa: S608 - our own words
        op.execute(f"DELETE FROM {rows} WHERE channel <> 'hands' AND {key} IN ({unseen})")  # noqa: S608
    op.execute(f"UPDATE priority_votes SET sealed_ballots = 0 WHERE {_UNSEEN}")  # noqa: S608
