"""The thresholds of agreement stand with the workshop whose results they made."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNTIL_NOW = (
    '{"strong_percent":75,"broad_share":6,"opposing_least":2,"opposing_share":3,'
    '"minority_points":2,"cannot_say_share":3}'
)


def upgrade() -> None:
    """Rebuild workshops with the thresholds that were in the program until now."""
    op.create_table(
        "new_workshops",
        *_until_now(),
        sa.Column("thresholds", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshops"),
        sa.ForeignKeyConstraint(
            ["framework_hash"], ["frameworks.hash"], name="fk_workshops_framework_hash"
        ),
    )
    fill = sa.text("INSERT INTO new_workshops SELECT *, :thresholds FROM workshops")
    op.execute(fill.bindparams(thresholds=_UNTIL_NOW))
    op.drop_table("workshops")
    op.rename_table("new_workshops", "workshops")


def _until_now() -> tuple[sa.Column[Any], ...]:
    return (
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
        sa.Column("observers", sa.Integer, nullable=False),
        sa.Column("groups", sa.Text, nullable=False),
        sa.Column("agenda", sa.Text, nullable=False),
        sa.Column("dots_each", sa.Integer, nullable=False),
        sa.Column("fist", sa.Text, nullable=False),
        sa.Column("rehearsal_of", sa.Text, nullable=False),
        sa.Column("hidden", sa.Boolean, nullable=False),
    )
