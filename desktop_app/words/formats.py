"""Dates, lists and numbers as English writes them, and what any other language must write.

English is written without any library, as it is spoken without a catalogue; other languages are
written by Unicode's rules (`words.cldr`), whose data is read when such a language is first spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # texts are said before the first paint, dates are not
    from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_BREAK = "\u00a0"


class Formats(Protocol):
    """How a language writes dates, lists and numbers."""

    @property
    def day_first(self) -> bool:
        """Return whether "8/12" is a day in December."""

    def months(self) -> Sequence[Sequence[str]]:
        """Return what each month is called, January first."""

    def weekdays(self) -> Sequence[Sequence[str]]:
        """Return what each day of the week is called, Monday first."""

    def full_date(self, day: date) -> str:
        """Return a date with its day of the week, such as "Friday 14 May 2027"."""

    def long_date(self, day: date) -> str:
        """Return a date with the month's whole name, such as "14 May 2027"."""

    def day_and_month(self, day: date) -> str:
        """Return a date of a year that is known, such as "14 May"."""

    def short_date(self, day: date) -> str:
        """Return a date with the month's short name, such as "14 Sep 2027"."""

    def all_of(self, items: Sequence[str]) -> str:
        """Return a list of which each counts: "a, b and c"."""

    def any_of(self, items: Sequence[str]) -> str:
        """Return a list of which one counts: "a, b or c"."""

    def decimals(self, value: float, digits: int) -> str:
        """Return a number with all its decimals."""

    def number(self, value: float, digits: int) -> str:
        """Return a number with at most `digits` decimals, none of them needless."""


class EnglishFormats:
    """British English."""

    day_first = True

    def months(self) -> Sequence[Sequence[str]]:
        """Return each month's name; whoever reads them knows what they begin with."""
        return tuple((month,) for month in _MONTHS)

    def weekdays(self) -> Sequence[Sequence[str]]:
        """Return each weekday's name."""
        return tuple((day,) for day in _WEEKDAYS)

    def full_date(self, day: date) -> str:
        """Return a date such as "Friday 14 May 2027"."""
        return f"{_WEEKDAYS[day.weekday()]} {self.long_date(day)}"

    def long_date(self, day: date) -> str:
        """Return a date such as "14 May 2027"."""
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def day_and_month(self, day: date) -> str:
        """Return a date such as "14 May"."""
        return f"{day.day} {_MONTHS[day.month - 1]}"

    def short_date(self, day: date) -> str:
        """Return a date such as "14 Sep 2027"."""
        return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"

    def all_of(self, items: Sequence[str]) -> str:
        """Return "a, b and c"."""
        return _joined(items, "and")

    def any_of(self, items: Sequence[str]) -> str:
        """Return "a, b or c"."""
        return _joined(items, "or")

    def decimals(self, value: float, digits: int) -> str:
        """Return a number such as "3.50"."""
        return f"{value:.{digits}f}"

    def number(self, value: float, digits: int) -> str:
        """Return a number such as "3.5"."""
        text = f"{value:.{digits}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def _joined(items: Sequence[str], word: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
