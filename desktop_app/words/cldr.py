"""Dates, lists and numbers of any language by Unicode's rules, as Babel holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal


class CldrFormats:
    """How the language of a BCP 47 tag writes; English where Unicode does not know it."""

    def __init__(self, tag: str) -> None:
        self._locale = _locale(tag)

    @property
    def day_first(self) -> bool:
        """Return whether a day and its month, both in numbers, are written in this order."""
        pattern: str = self._locale.datetime_skeletons["Md"].pattern
        return pattern.index("d") < pattern.index("M")

    def months(self) -> Sequence[Sequence[str]]:
        """Return what each month is called, in full and in short, alone and in a date."""
        return [[names[n] for names in self._named("months")] for n in range(1, 13)]

    def weekdays(self) -> Sequence[Sequence[str]]:
        """Return what each day of the week is called, likewise; Monday is the first."""
        return [[names[n] for names in self._named("days")] for n in range(7)]

    def _named(self, things: str) -> Iterator[dict[int, str]]:
        ways = getattr(self._locale, things)
        for context in ("format", "stand-alone"):
            yield from (ways[context][width] for width in ("wide", "abbreviated"))

    def full_date(self, day: date) -> str:
        """Return a date with its day of the week."""
        return format_date(day, "full", self._locale)

    def long_date(self, day: date) -> str:
        """Return a date with the month's whole name."""
        return format_date(day, "long", self._locale)

    def day_and_month(self, day: date) -> str:
        """Return a day and its month's whole name."""
        return format_skeleton("MMMMd", day, locale=self._locale)

    def short_date(self, day: date) -> str:
        """Return a date with the month's short name and all digits of the year."""
        return format_skeleton("yMMMd", day, locale=self._locale)

    def all_of(self, items: Sequence[str]) -> str:
        """Return a list of which each counts."""
        return format_list(list(items), "standard", self._locale)

    def any_of(self, items: Sequence[str]) -> str:
        """Return a list of which one counts."""
        return format_list(list(items), "or", self._locale)

    def decimals(self, value: float, digits: int) -> str:
        """Return a number with all its decimals."""
        return format_decimal(value, f"0.{'0' * digits}", self._locale)

    def number(self, value: float, digits: int) -> str:
        """Return a number without groups of thousands."""
        pattern = "0." + "#" * digits if digits else "0"
        return format_decimal(value, pattern, self._locale)


def _locale(tag: str) -> Locale:
    for name in (tag, tag.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")
