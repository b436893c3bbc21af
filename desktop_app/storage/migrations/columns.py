"""How a revision adds columns to a table that has rows; imported by revisions only."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op


def add_columns(table: str, *columns: sa.Column[Any]) -> None:
    """Add columns at the end of a table; a `server_default` fills the rows there are, then goes.

    The table is written anew, so that its schema is the one a new file has. A table without row
    ids or with checks would lose them: SQLAlchemy does not read those back.
    """
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.alter_column(column.name, server_default=None)
