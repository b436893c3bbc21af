"""The whole day: groups, agenda and time, settled views, dots, frameworks made here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Rebuild workshops and rounds with their new columns and make the new tables."""
    _workshops()
    _rounds()
    _priority_votes()
    _dots()
    _step_times()
    _own_frameworks()


def _parent(table: str, parent: str) -> sa.Column[str]:
    column = f"{parent}_id"
    key = sa.ForeignKey(f"{parent}s.id", name=f"fk_{table}_{column}", ondelete="CASCADE")
    return sa.Column(column, sa.Text, key, nullable=False)


def _fill_and_replace(table: str, added: str) -> None:
    """Move all rows into the new table, with `added` in its new columns at the end."""
    op.execute(f"INSERT INTO new_{table} SELECT *, {added} FROM {table}")  # noqa: S608 - ours
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)


def _workshops() -> None:
    op.create_table(
        "new_workshops",
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
        *_new_of_workshops(),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
        sa.ForeignKeyConstraint(
            ["framework_hash"], ["frameworks.hash"], name="fk_workshops_framework_hash"
        ),
    )
    _fill_and_replace("workshops", "0, '[]', '[]', 3, '[]', '', 0")


def _new_of_workshops() -> tuple[sa.Column[str] | sa.Column[int] | sa.Column[bool], ...]:
    return (
        sa.Column("observers", sa.Integer, nullable=False),
        sa.Column("groups", sa.Text, nullable=False),
        sa.Column("agenda", sa.Text, nullable=False),
        sa.Column("dots_each", sa.Integer, nullable=False),
        sa.Column("fist", sa.Text, nullable=False),
        sa.Column("rehearsal_of", sa.Text, nullable=False),
        sa.Column("hidden", sa.Boolean, nullable=False),
    )


def _rounds() -> None:
    op.create_table(
        "new_rounds",
        sa.Column("id", sa.Text, nullable=False),
        _parent("rounds", "workshop"),
        sa.Column("statement_id", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("present", sa.Integer, nullable=False),
        sa.Column("difference_reason", sa.Text, nullable=False),
        sa.Column("settled_point", sa.Integer),
        sa.Column("settled_reason", sa.Text, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
    )
    _fill_and_replace("rounds", "NULL, '', state = 'revealed'")
    op.create_index("ix_rounds_workshop_id", "rounds", ["workshop_id"])


def _priority_votes() -> None:
    op.create_table(
        "priority_votes",
        sa.Column("id", sa.Text, nullable=False),
        _parent("priority_votes", "workshop"),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("dots_each", sa.Integer, nullable=False),
        sa.Column("present", sa.Integer, nullable=False),
        sa.Column("concordance", sa.Float),
        sa.Column("difference_reason", sa.Text, nullable=False),
        sa.Column("sealed_ballots", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_priority_votes"),
        sa.UniqueConstraint("workshop_id", name="uq_priority_votes_workshop_id"),
    )


def _dots() -> None:
    op.create_table(
        "dot_ballots",
        _parent("dot_ballots", "priority_vote"),
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("dots", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("priority_vote_id", "id", name="pk_dot_ballots"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dot_sums",
        _parent("dot_sums", "priority_vote"),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("action_id", sa.Text, nullable=False),
        sa.Column("dots", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("priority_vote_id", "channel", "action_id", name="pk_dot_sums"),
        sa.CheckConstraint("dots > 0", name="ck_dot_sums_dots"),
        sqlite_with_rowid=False,
    )


def _step_times() -> None:
    op.create_table(
        "step_times",
        _parent("step_times", "workshop"),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("added_minutes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "step", name="pk_step_times"),
        sqlite_with_rowid=False,
    )


def _own_frameworks() -> None:
    op.create_table(
        "own_frameworks",
        sa.Column("framework_id", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("framework_hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("framework_id", "version", name="pk_own_frameworks"),
        sa.ForeignKeyConstraint(
            ["framework_hash"], ["frameworks.hash"], name="fk_own_frameworks_framework_hash"
        ),
        sqlite_with_rowid=False,
    )
