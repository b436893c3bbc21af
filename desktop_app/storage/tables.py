"""The tables of the library and how our values stand in their columns; knows no queries."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Earlier, Progress
from desktop_app.domain.framework import Depth
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.rounds import RoundKind, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy, Thresholds


class Word(TypeDecorator[Enum]):
    """A member of an enumeration, stored as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[Enum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the stored text."""
        return None if value is None else str(value.value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Enum | None:  # noqa: ARG002
        """Return the member again."""
        return None if value is None else self.words(value)


class Instant(TypeDecorator[datetime]):
    """A moment, stored as ISO text in UTC of one width, so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the stored text; a moment without a time zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Keys(TypeDecorator[tuple[str, ...]]):
    """An ordered set of keys, stored as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Return the list."""
        return list(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        """Return the keys again."""
        return tuple(value)


class Written(TypeDecorator[Any]):
    """A value of a plain type, stored as JSON text and checked against its type when read."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the stored text."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Return the value again; raise ValueError for a text that holds no such value."""
        try:
            return None if value is None else msgspec.json.decode(value, type=self.kind)
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from error


class Frozen(Written):
    """The same of a value that never changes once it is there: an equal text is read once."""

    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the value again; raise ValueError for a text that holds no such value."""
        return self._read(value, dialect)

    @lru_cache(maxsize=8)  # noqa: B019 - the types of our columns live as long as the process
    def _read(self, value: str | None, dialect: Dialect) -> Any:
        return super().process_result_value(value, dialect)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of(parent: str, *, primary_key: bool = False) -> Column[str]:
    """Return the column of rows that go when their parent goes."""
    key = ForeignKey(f"{parent}s.id", ondelete="CASCADE")
    return Column(f"{parent}_id", Text, key, nullable=False, primary_key=primary_key)


frameworks = Table(
    "frameworks",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

workshops = Table(
    "workshops",
    metadata,
    Column("id", Text, primary_key=True),
    Column("framework_hash", Text, ForeignKey("frameworks.hash"), nullable=False),
    Column("title", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("partnership", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("held_on", Date),
    Column("facilitator", Text, nullable=False),
    Column("depth", Word(Depth), nullable=False),
    Column("privacy", Word(Privacy), nullable=False),
    Column("present", Integer, nullable=False),
    Column("channel", Word(Channel), nullable=False),
    Column("status", Word(WorkshopStatus), nullable=False),
    Column("is_sample", Boolean, nullable=False),
    Column("minimum_answers", Integer, nullable=False),
    Column("group_minimum", Integer, nullable=False),
    Column("small_group_below", Integer, nullable=False),
    Column("position", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("review_on", Date),
    Column("observers", Integer, nullable=False),
    Column("groups", Written(tuple[Group, ...]), nullable=False),
    Column("agenda", Frozen(tuple[AgendaItem, ...]), nullable=False),
    Column("dots_each", Integer, nullable=False),
    Column("fist", Written(tuple[int, ...]), nullable=False),
    Column("rehearsal_of", Text, nullable=False),
    # Put away: as good as deleted, until the library is closed and it goes for good.
    Column("hidden", Boolean, nullable=False),
    Column("thresholds", Written(Thresholds), nullable=False),
    Column("identity", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("ballot_seen", Boolean),
    Column("earlier", Frozen(tuple[Earlier, ...]), nullable=False),
    Column("progress", Written(tuple[Progress, ...]), nullable=False),
)

# Out of the usual list. It belongs to this library, not to the workshop, which moves without it.
archived_workshops = Table(
    "archived_workshops",
    metadata,
    _of("workshop", primary_key=True),
    sqlite_with_rowid=False,
)

UNSEEN = text("NOT seen AND state <> 'revealed'")
"""Of a vote: the room has not seen its result, which therefore stands in no row."""

rounds = Table(
    "rounds",
    metadata,
    Column("id", Text, primary_key=True),
    _of("workshop"),
    Column("statement_id", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("channel", Word(Channel), nullable=False),
    Column("state", Word(RoundState), nullable=False),
    Column("present", Integer, nullable=False),
    Column("difference_reason", Text, nullable=False),
    Column("settled_point", Integer),
    Column("settled_reason", Text, nullable=False),
    Column("seen", Boolean, nullable=False),
    Column("kind", Word(RoundKind), nullable=False),
    Index(None, "workshop_id"),
    Index(
        "uq_rounds_open",
        *("workshop_id", "statement_id", "kind"),
        unique=True,
        sqlite_where=text("state = 'open'"),
    ),
    Index("ix_rounds_unseen", "id", sqlite_where=UNSEEN),
)

# Of a vote that the room has not seen the result of, hands only.
tallies = Table(
    "tallies",
    metadata,
    _of("round", primary_key=True),
    Column("channel", Word(Channel), primary_key=True),
    Column("group_label", Text, primary_key=True),
    Column("point", Integer, primary_key=True, autoincrement=False),
    Column("votes", Integer, nullable=False),
    CheckConstraint("point BETWEEN 0 AND 7", name="point"),
    CheckConstraint("votes > 0", name="votes"),
    sqlite_with_rowid=False,
)

priority_votes = Table(
    "priority_votes",
    metadata,
    Column("id", Text, primary_key=True),
    _of("workshop"),
    Column("state", Word(RoundState), nullable=False),
    Column("channel", Word(Channel), nullable=False),
    Column("dots_each", Integer, nullable=False),
    Column("present", Integer, nullable=False),
    Column("concordance", Float),
    Column("difference_reason", Text, nullable=False),
    # How many people's dots were turned into sums, which do not tell.
    Column("sealed_ballots", Integer, nullable=False),
    Column("seen", Boolean, nullable=False),
    UniqueConstraint("workshop_id"),
)

# Of a vote that the room has not seen the list of, typed dots only.
dot_sums = Table(
    "dot_sums",
    metadata,
    _of("priority_vote", primary_key=True),
    Column("channel", Word(Channel), primary_key=True),
    Column("action_id", Text, primary_key=True),
    Column("dots", Integer, nullable=False),
    CheckConstraint("dots > 0", name="dots"),
    sqlite_with_rowid=False,
)

step_times = Table(
    "step_times",
    metadata,
    _of("workshop", primary_key=True),
    Column("step", Text, primary_key=True),
    Column("seconds", Integer, nullable=False),
    Column("added_minutes", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# The versions of frameworks made here; `place` counts a framework's versions from 1.
own_frameworks = Table(
    "own_frameworks",
    metadata,
    Column("framework_id", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("framework_hash", Text, ForeignKey("frameworks.hash"), nullable=False),
    sqlite_with_rowid=False,
)

notes = Table(
    "notes",
    metadata,
    Column("id", Text, primary_key=True),
    _of("workshop"),
    Column("place", Integer, nullable=False),
    Column("kind", Word(NoteKind), nullable=False),
    Column("text", Text, nullable=False),
    Column("statement_id", Text),
    Column("action_id", Text),
    Column("ordinal", Integer),
    Column("on_paper", Boolean, nullable=False),
    Index(None, "workshop_id"),
)

commitments = Table(
    "commitments",
    metadata,
    Column("id", Text, primary_key=True),
    _of("workshop"),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("action_id", Text),
    Column("step_id", Text),
    Column("how", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("leans_on", Keys, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("measure", Text, nullable=False),
    Column("first_move", Text, nullable=False),
    Index(None, "workshop_id"),
)

# Alembic's own table; kept here so that a new file has it without importing Alembic.
alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False, primary_key=True),
)
# The naming convention would name this key otherwise than Alembic does.
alembic_version.primary_key.name = "alembic_version_pkc"
