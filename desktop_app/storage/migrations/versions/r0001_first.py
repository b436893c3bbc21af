"""The first schema: frameworks, workshops, rounds, ballots, tallies, notes, commitments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "frameworks",
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_frameworks"),
    )
    _workshops()
    _rounds()
    _ballots()
    _tallies()
    _notes()
    _commitments()


def _parent(table: str, parent: str) -> sa.Column[str]:
    column = f"{parent}_id"
    key = sa.ForeignKey(f"{parent}s.id", name=f"fk_{table}_{column}", ondelete="CASCADE")
    return sa.Column(column, sa.Text, key, nullable=False)


def _workshops() -> None:
    op.create_table(
        "workshops",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("framework_hash", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("partnership", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("held_on", sa.Date),
        sa.Column("facilitator", sa.Text, nullable=False),
        sa.Column("depth", sa.Text, nullable=False),
        sa.Column("privacy", sa.Text, nullable=False),
        sa.Column("present", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.Column("minimum_answers", sa.Integer, nullable=False),
        sa.Column("group_minimum", sa.Integer, nullable=False),
        sa.Column("small_group_below", sa.Integer, nullable=False),
        sa.Column("position", sa.Text, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
        sa.ForeignKeyConstraint(
            ["framework_hash"], ["frameworks.hash"], name="fk_workshops_framework_hash"
        ),
    )


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", sa.Text, nullable=False),
        _parent("rounds", "workshop"),
        sa.Column("statement_id", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("present", sa.Integer, nullable=False),
        sa.Column("difference_reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
    )
    op.create_index("ix_rounds_workshop_id", "rounds", ["workshop_id"])


def _ballots() -> None:
    op.create_table(
        "ballots",
        _parent("ballots", "round"),
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("group_label", sa.Text, nullable=False),
        sa.Column("point", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round_id", "id", name="pk_ballots"),
        sa.CheckConstraint("point BETWEEN 0 AND 7", name="ck_ballots_point"),
        sqlite_with_rowid=False,
    )


def _tallies() -> None:
    op.create_table(
        "tallies",
        _parent("tallies", "round"),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("group_label", sa.Text, nullable=False),
        sa.Column("point", sa.Integer, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round_id", "channel", "group_label", "point", name="pk_tallies"),
        sa.CheckConstraint("point BETWEEN 0 AND 7", name="ck_tallies_point"),
        sa.CheckConstraint("votes > 0", name="ck_tallies_votes"),
        sqlite_with_rowid=False,
    )


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Text, nullable=False),
        _parent("notes", "workshop"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("statement_id", sa.Text),
        sa.Column("action_id", sa.Text),
        sa.Column("ordinal", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
    )
    op.create_index("ix_notes_workshop_id", "notes", ["workshop_id"])


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.Text, nullable=False),
        _parent("commitments", "workshop"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("action_id", sa.Text),
        sa.Column("step_id", sa.Text),
        sa.Column("how", sa.Text, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("leans_on", sa.JSON, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.Date),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("first_move", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commitments"),
    )
    op.create_index("ix_commitments_workshop_id", "commitments", ["workshop_id"])
