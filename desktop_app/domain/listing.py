"""What a person looks for in the list of workshops, and what was found; knows no storage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias

Picture: TypeAlias = tuple[tuple[int, ...], ...]
"""The ratings of each action, f_1..f_K, as far as they may be shown; () where none may be."""


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the workshops that hold the words; `whole`: every workshop was looked at."""

    ids: frozenset[str]
    whole: bool = True


class Shown(Enum):
    """Which workshops are listed; the usual ones are all that are not archived."""

    USUAL = "usual"
    PREPARED = "prepared"
    RUNNING = "in_progress"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Order(Enum):
    """How they are sorted."""

    TOUCHED = "touched"
    HELD = "held"
    TITLE = "title"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which workshops are wanted, and how they are sorted; None and USUAL leave none out.

    `archived_too`: while somebody searches, what is archived is found as well.
    """

    shown: Shown = Shown.USUAL
    partnership: str | None = None
    year: int | None = None
    order: Order = Order.TOUCHED
    archived_too: bool = False


USUAL = Wish()


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: each partnership by name, each year, the last one first."""

    partnerships: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    archived: int = 0


class Finder(Protocol):
    """Answers what is looked for in a list."""

    def find(self, typed: str) -> Found:
        """Return the workshops that hold all words that are typed."""

    def ids(self, wish: Wish) -> tuple[str, ...]:
        """Return the workshops that are wanted, in their order."""

    def choices(self) -> Choices:
        """Return what there is to choose from."""
