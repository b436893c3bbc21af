"""One line of the library, for the home list; light, as it is read before anything else is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class WorkshopStatus(Enum):
    """Where the workshop as a whole stands."""

    PREPARED = "prepared"
    RUNNING = "in_progress"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """One line of the library."""

    id: str
    title: str
    partnership: str
    held_on: date | None
    status: WorkshopStatus
    is_sample: bool
    updated_at: datetime
    position: str
    present: int
    is_rehearsal: bool = False
