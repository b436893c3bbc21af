"""What somebody decided about a file; whatever is not decided is worked out from the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Use(Enum):
    """What a column is taken for."""

    STATEMENT = "statement"
    """One statement's answers, one person a row."""
    WHICH = "which"
    """Which statement a row is about."""
    RATING = "rating"
    ROUND = "round"
    PARTNER = "partner"
    COUNT = "count"
    """How many people chose one point."""
    LEFT_OUT = "left-out"


class Blank(Enum):
    """What an empty cell is."""

    NOT_ANSWERED = "not-answered"
    CANNOT_SAY = "cannot-say"


@dataclass(frozen=True, slots=True)
class Taken:
    """What one column is taken for; `statement_id` or `point` where its use has one."""

    use: Use
    statement_id: str = ""
    point: int = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions, each by what it is about.

    `columns`: by place, from 0. `statements`: ids by folded texts that name them. `answers`: the
    point that a written answer is, by its folded text; None for one that counts as not answered.
    `partners`: the name a partner gets, by the letters of how it is written. `kept_apart`: letters
    of two names that are two partners. `known`: partners as the day that the answers are for
    calls them. `recalled`: they began as what was chosen last time.
    """

    columns: Mapping[int, Taken] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, int | None] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)
    kept_apart: frozenset[frozenset[str]] = frozenset()
    blank: Blank | None = None
    known: tuple[str, ...] = ()
    recalled: bool = False
