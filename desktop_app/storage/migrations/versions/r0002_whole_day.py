"""The whole day: groups, agenda and time, settled views, dots, frameworks made here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.storage.migrations.columns import add_columns

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the new columns of workshops and rounds and make the new tables."""
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


def _workshops() -> None:
    add_columns(
        "workshops",
        sa.Column("observers", sa.Integer, nullable=False, server_default="0"),
        sa.Column("groups", sa.Text, nullable=False, server_default="[]"),
        sa.Column("agenda", sa.Text, nullable=False, server_default="[]"),
        sa.Column("dots_each", sa.Integer, nullable=False, server_default="3"),
        sa.Column("fist", sa.Text, nullable=False, server_default="[]"),
        sa.Column("rehearsal_of", sa.Text, nullable=False, server_default=""),
        sa.Column("hidden", sa.Boolean, nullable=False, server_default=sa.false()),
    )


def _rounds() -> None:
    add_columns(
        "rounds",
        sa.Column("settled_point", sa.Integer),
        sa.Column("settled_reason", sa.Text, nullable=False, server_default=""),
        sa.Column("seen", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.execute("UPDATE rounds SET seen = state = 'revealed'")


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
