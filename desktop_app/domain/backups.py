"""Copies of the library that were made earlier; knows nothing of what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `made_at` in UTC, or None where its name does not tell.

    `damaged`: files that a repair put aside, or a copy that cannot be read. No single workshop
    can be taken out of them.
    """

    path: Path
    made_at: datetime | None
    damaged: bool = False
