"""Dates as people write them, whatever the laptop's language is set to."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def long_date(day: date) -> str:
    """Return a date such as "14 May 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """Return a date such as "14 May"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def short_date(day: date) -> str:
    """Return a date such as "14 Sep 2027" that no line break divides, for narrow columns."""
    space = "\N{NO-BREAK SPACE}"
    return f"{day.day}{space}{_MONTHS[day.month - 1][:3]}{space}{day.year}"
