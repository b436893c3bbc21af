"""A workshop says whether its room can see the screen that the ballot of turns is on."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.storage.migrations.columns import add_columns

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the answer; until now nobody was asked."""
    add_columns("workshops", sa.Column("ballot_seen", sa.Boolean))
