"""How Alembic runs our revisions; executed by it, never imported."""

from __future__ import annotations

from typing import Any

from alembic import context
from alembic.runtime.migration import MigrationContext


def _check_references(ctx: MigrationContext, *_: Any, **__: Any) -> None:
    """Refuse a revision, inside its own transaction, that leaves a row without its parent."""
    connection = ctx.connection
    if connection and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RuntimeError("a migration left rows without their parent")


context.configure(
    connection=context.config.attributes["connection"],
    transaction_per_migration=True,
    transactional_ddl=True,
    on_version_apply=_check_references,
)
with context.begin_transaction():
    context.run_migrations()
