"""When a commitment is due, in the product's tone: a date, and no alarm."""

from __future__ import annotations

from datetime import date

from .dates import home_date
from .speech import say, say_count


def due_when(day: date | None, today: date) -> str:
    """Return when it is or was due."""
    if day is None:
        return say("No date yet")
    if day < today:
        return say("Was due {day}", day=home_date(day))
    return say("Due today") if day == today else home_date(day)


def more_due(count: int) -> str:
    """Return how many are due besides."""
    return say_count("And {n} more.", "And {n} more.", count)
