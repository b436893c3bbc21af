"""A note says whether documents print it."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.storage.migrations.columns import add_columns

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the choice; until now every note was printed."""
    add_columns(
        "notes", sa.Column("on_paper", sa.Boolean, nullable=False, server_default=sa.true())
    )
