"""The day that pages say they were printed on, entered where a document is written.

It is entered as the language is, so that every document says it and no writer has to be told.
"""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from .dates import short_date
from .speech import say

_day: ContextVar[date | None] = ContextVar("printing_day", default=None)


def local_day() -> date:
    """Return the day it is where the laptop is."""
    return datetime.now().astimezone().date()


@contextmanager
def printing_on(day: date) -> Iterator[None]:
    """Enter the day on which documents are printed."""
    before = _day.set(day)
    try:
        yield
    finally:
        _day.reset(before)


def day_typed(text: str) -> date:
    """Return a day that is written as 2026-11-28; raise ArgumentTypeError, for the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        problem = say("“{day}” is no day: write it as 2026-11-28", day=text)
        raise ArgumentTypeError(problem) from None


def printed_on() -> str:
    """Return when a document is printed, in words; "" where no day was entered."""
    day = _day.get()
    return say("Printed {day}", day=short_date(day)) if day is not None else ""
