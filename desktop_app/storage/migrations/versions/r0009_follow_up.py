"""A workshop keeps what it follows, and what became of the commitments taken on there."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.storage.migrations.columns import add_columns

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; until now no workshop followed another one."""
    add_columns(
        "workshops",
        *(
            sa.Column(name, sa.Text, nullable=False, server_default="[]")
            for name in ("earlier", "progress")
        ),
    )
