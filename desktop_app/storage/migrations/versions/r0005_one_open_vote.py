"""A statement has one open vote at most; a library that has two keeps the older one open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SECOND = sa.text(
    "SELECT later.id FROM rounds AS later JOIN rounds AS earlier"
    " ON earlier.workshop_id = later.workshop_id AND earlier.statement_id = later.statement_id"
    " AND earlier.kind = later.kind AND earlier.state = 'open'"
    " AND (earlier.ordinal, earlier.id) < (later.ordinal, later.id)"
    " WHERE later.state = 'open' GROUP BY later.id"
)
_FOLD = sa.text(
    "INSERT INTO tallies (round_id, channel, group_label, point, votes)"
    " SELECT round_id, channel, group_label, point, count(*) FROM ballots WHERE round_id = :round"
    " GROUP BY channel, group_label, point"
    " ON CONFLICT (round_id, channel, group_label, point)"
    " DO UPDATE SET votes = votes + excluded.votes"
)
_EMPTY = sa.text("DELETE FROM ballots WHERE round_id = :round")
_CLOSE = sa.text("UPDATE rounds SET state = 'closed' WHERE id = :round")


def upgrade() -> None:
    """Close what is open beside an older one, its ballots mixed, and allow no second again."""
    for round_id in op.get_bind().execute(_SECOND).scalars().all():
        for statement in (_FOLD, _EMPTY, _CLOSE):
            op.execute(statement.bindparams(round=round_id))
    op.create_index(
        "uq_rounds_open",
        "rounds",
        ["workshop_id", "statement_id", "kind"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
    )
