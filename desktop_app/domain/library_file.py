"""A whole library in a file: what is in it, and what came of bringing it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

SUFFIX: Final = ".roundtable-library"
"""How the name of a copy of a library ends."""
COPY: Final = ".db"
"""How one ends that a program for synchronising left beside the library."""


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """What a file holds beside what is here.

    `titles`: those touched last. `added`: workshops that are missing here. `further`: those that
    went further there, `behind`: further here.
    """

    workshops: int
    titles: tuple[str, ...]
    touched: datetime | None
    added: int
    further: int
    behind: int


@dataclass(frozen=True, slots=True)
class Brought:
    """How many workshops came in, took the place of what was here, and were left as they are."""

    added: int
    newer: int
    left: int
