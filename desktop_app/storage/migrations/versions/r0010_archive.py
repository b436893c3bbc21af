"""A workshop can be archived: out of the usual list of its library."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the list of those; until now every workshop stood in the usual one."""
    op.create_table(
        "archived_workshops",
        sa.Column("workshop_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", name="pk_archived_workshops"),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshops.id"],
            name="fk_archived_workshops_workshop_id",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
