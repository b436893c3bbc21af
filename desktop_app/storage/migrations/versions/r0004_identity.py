"""Workshops have an identity, a revision and a language of their own, and rounds a kind."""

from __future__ import annotations

import json
import re
import secrets

import sqlalchemy as sa
from alembic import op

from desktop_app.storage.migrations.columns import add_columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def upgrade() -> None:
    """Add the columns; a workshop speaks the language of its framework."""
    add_columns(
        "workshops",
        sa.Column("identity", sa.Text, nullable=False, server_default=""),
        sa.Column("revision", sa.Integer, nullable=False, server_default="1"),
        sa.Column("language", sa.Text, nullable=False, server_default="und"),
    )
    add_columns("rounds", sa.Column("kind", sa.Text, nullable=False, server_default="room"))
    _give_identities()
    _give_languages()


def _give_identities() -> None:
    give = sa.text("UPDATE workshops SET identity = :identity WHERE id = :id")
    for (workshop_id,) in op.get_bind().execute(sa.text("SELECT id FROM workshops")).all():
        op.execute(give.bindparams(identity=secrets.token_hex(16), id=workshop_id))


def _give_languages() -> None:
    give = sa.text("UPDATE workshops SET language = :language WHERE framework_hash = :hash")
    frozen = op.get_bind().execute(sa.text("SELECT hash, content FROM frameworks")).all()
    for key, content in frozen:
        language = json.loads(content)["language"]
        if _TAG.fullmatch(language):
            op.execute(give.bindparams(language=language, hash=key))
