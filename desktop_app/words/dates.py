"""Dates as people write them in the language spoken now, whatever the laptop is set to."""

from __future__ import annotations

from datetime import date

from .formats import NO_BREAK
from .language import current
from .speech import say, say_as


def long_date(day: date) -> str:
    """Return a date such as "14 May 2027"."""
    return current().formats.long_date(day)


def full_date(day: date) -> str:
    """Return a date such as "Friday 14 May 2027"."""
    return current().formats.full_date(day)


def day_and_month(day: date) -> str:
    """Return a date such as "14 May"."""
    return current().formats.day_and_month(day)


def short_date(day: date) -> str:
    """Return a date such as "14 Sep 2027" that no line break divides, for narrow columns."""
    return current().formats.short_date(day).replace(" ", NO_BREAK)


def home_date(day: date) -> str:
    """Return a date such as "14 May 2027" by our own messages, before anything heavy is loaded."""
    # For translators: a date in the list of workshops
    return say("{day} {month} {year}", day=day.day, month=_month(day.month), year=day.year)


def _month(month: int) -> str:
    months = (
        *(say_as("month", "January"), say_as("month", "February"), say_as("month", "March")),
        *(say_as("month", "April"), say_as("month", "May"), say_as("month", "June")),
        *(say_as("month", "July"), say_as("month", "August"), say_as("month", "September")),
        *(say_as("month", "October"), say_as("month", "November"), say_as("month", "December")),
    )
    return months[month - 1]
