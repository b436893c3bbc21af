"""The thresholds of agreement stand with the workshop whose results they made."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.storage.migrations.columns import add_columns

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNTIL_NOW = (
    '{"strong_percent":75,"broad_share":6,"opposing_least":2,"opposing_share":3,'
    '"minority_points":2,"cannot_say_share":3}'
)


def upgrade() -> None:
    """Add the thresholds that were in the program until now."""
    thresholds = sa.Column("thresholds", sa.Text, nullable=False, server_default=_UNTIL_NOW)
    add_columns("workshops", thresholds)
