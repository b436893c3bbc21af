"""Dates as people type them, read in the language spoken now; never another than was typed.

A form that means two days follows the language: where the day comes first, "8/12" is in December.
What is not sure is refused in a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.texts import shortened

from .dates import long_date
from .language import current
from .speech import say, say_as, say_count

FIRST_YEAR, LAST_YEAR = 1900, 2200
QUOTED = 40
"""The most characters of what was typed that are said again."""
LEAST_LETTERS = 3
"""Of a month's or a weekday's name, where the letters can mean only one."""
_MONTHS_A_YEAR = 12
_LEAP = 8
"""Years in which every day of a year comes at least once."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_IN_NUMBERS = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2})|\.)?")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\s,.’'-]*")


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed: a day and a month, and as much more as was said."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None


def read_date(text: str, on: date, today: date) -> date:
    """Return the date that was typed; without a year, the next such day on or after `on`.

    "In 2 weeks" counts from `on` too. Raise InputProblem, which says what to do, where no date or
    no such day was typed.
    """
    plain = _plain(text)
    near = _near_day(plain, today) or _after_a_span(plain, on)
    if near is not None:
        return _in_reach(near, near.year)
    typed = _in_numbers(plain) or _in_words(plain)
    if typed is None:
        raise InputProblem(
            "“{typed}” cannot be read as a date. Type one such as {example}.",
            typed=shortened(text.strip(), QUOTED),
            example=long_date(on),
        )
    return _on_its_weekday(_day_of(typed, shortened(text.strip(), QUOTED), on), typed.weekday)


def months_after(day: date, months: int) -> date:
    """Return the same day some months on, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _plain(text: str) -> str:
    """Return a text in small letters without accents, which are often left out."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(one for one in apart if not unicodedata.combining(one))
    return " ".join(kept.split())


# -- near days and spans --------------------------------------------------------------------


def _near_day(plain: str, today: date) -> date | None:
    near = {say("today"): today, say("tomorrow"): today + timedelta(days=1)}
    return next((day for word, day in near.items() if _plain(word) == plain), None)


def _after_a_span(plain: str, on: date) -> date | None:
    numbers = re.findall(r"\d+", plain)
    count = int(numbers[0]) if len(numbers) == 1 and len(numbers[0]) <= 3 else 1
    for words, days, months in _spans(count):
        if plain in {_plain(form) for form in words}:
            return months_after(on, months) + timedelta(days=days)
    return None


def _spans(n: int) -> Iterator[tuple[Sequence[str], int, int]]:
    """Give for each unit the ways to type `n` of it, and the days and months that they are."""
    # For translators: what people type for a date; several ways are separated by |
    days = say_count("in a day|in {n} day|+{n} day", "in {n} days|{n} days|+{n} days", n)
    weeks = say_count("in a week|in {n} week|+{n} week", "in {n} weeks|{n} weeks|+{n} weeks", n)
    months = say_count(
        "in a month|in {n} month|+{n} month", "in {n} months|{n} months|+{n} months", n
    )
    years = say_count("in a year|in {n} year|+{n} year", "in {n} years|{n} years|+{n} years", n)
    yield days.split("|"), n, 0
    yield weeks.split("|"), 7 * n, 0
    yield months.split("|"), 0, n
    yield years.split("|"), 0, _MONTHS_A_YEAR * n


# -- names of months and weekdays ------------------------------------------------------------


class _Names:
    """What the months or the weekdays are called, each in several ways and of several words."""

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        self._words = [set(_PARTS.findall(_plain(" ".join(alike)))) for alike in names]
        self.idle = set.intersection(*self._words)

    def place(self, part: str) -> int | None:
        """Return the place of the one name that a word stands for, or begins."""
        whole = [place for place, words in enumerate(self._words) if part in words]
        begun = [p for p, words in enumerate(self._words) if any(w.startswith(part) for w in words)]
        found = whole or (begun if len(part) >= LEAST_LETTERS else [])
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Found:
    """The numbers of a date, and each of its names as a month and as a weekday."""

    numbers: list[str]
    names: list[tuple[int | None, int | None]]

    def month_and_weekday(self) -> tuple[int | None, int | None]:
        """Return the one month, and the one weekday or none; (None, None) for anything else.

        In some languages one word is both, as Mawrth is March and Tuesday in Welsh.
        """
        for month, weekday in permutations((*self.names, (None, None)), 2):
            if month[0] is not None and len(self.names) == 1 + (weekday[1] is not None):
                return month[0], weekday[1]
        return None, None


# -- a day, a month, a year -----------------------------------------------------------------


def _in_numbers(plain: str) -> _Typed | None:
    found = _YEAR_FIRST.fullmatch(plain)
    if found:
        return _Typed(int(found[4]), int(found[3]), int(found[1]))
    found = _IN_NUMBERS.fullmatch(plain)
    if found is None:
        return None
    one, other = int(found[1]), int(found[3])
    year = _whole_year(found[4]) if found[4] else None
    return _Typed(one, other, year) if current().formats.day_first else _Typed(other, one, year)


def _in_words(plain: str) -> _Typed | None:
    """Return a date with its month's name in it, whatever the order; None for anything else."""
    formats = current().formats
    months, weekdays = _Names(formats.months()), _Names(formats.weekdays())
    found = _Found([], [])
    for part in _parts(plain):
        if part.isdecimal():
            found.numbers.append(part)
        elif part not in months.idle | weekdays.idle:
            found.names.append((months.place(part), weekdays.place(part)))
    return _put_together(found)


def _put_together(found: _Found) -> _Typed | None:
    month, weekday = found.month_and_weekday()
    years = [n for n in found.numbers if len(n) == 4]
    days = [n for n in found.numbers if len(n) <= 2]
    both = len(years) + len(days)
    if month is None or not days or both != len(found.numbers) or both > 2:
        return None
    year = (*years, *days[1:], "")[0]
    return _Typed(int(days[0]), month + 1, _whole_year(year) if year else None, weekday)


def _parts(plain: str) -> Iterator[str]:
    """Give numbers and words, without endings of numbers and words that say nothing.

    Signs that stand in no date make the whole a word that nobody knows.
    """
    endings = set(_plain(say_as("after the number of a day", "st nd rd th")).split())
    idle = set(_plain(say_as("words in a date", "the of on in")).split())
    if any(not _BETWEEN.fullmatch(between) for between in _PARTS.split(plain)):
        yield plain
        return
    before = ""
    for part in _PARTS.findall(plain):
        ends_a_number = before.isdecimal() and part in endings
        if not ends_a_number and part not in idle:
            yield part
        before = part


def _whole_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day_of(typed: _Typed, text: str, on: date) -> date:
    if typed.year is not None:
        found = _if_there(typed.year, typed.month, typed.day)
        if found is not None or not FIRST_YEAR <= typed.year <= LAST_YEAR:
            return _in_reach(found, typed.year)
    else:
        nearby = (_if_there(on.year + n, typed.month, typed.day) for n in range(_LEAP + 1))
        found = next((day for day in nearby if day is not None and day >= on), None)
    if found is None:
        raise _no_such_day(text)
    return found


def _if_there(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_reach(day: date | None, year: int) -> date:
    if day is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputProblem(
            "The year {year} is too far away. Type one from {first} to {last}.",
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    return day


def _no_such_day(text: str) -> InputProblem:
    if not _PARTS.search(text) or any(character.isalpha() for character in text):
        return InputProblem("There is no such day as “{typed}”. Type another.", typed=text)
    if current().formats.day_first:
        return InputProblem(
            "There is no such day as “{typed}”. The day comes first, then the month.", typed=text
        )
    return InputProblem(
        "There is no such day as “{typed}”. The month comes first, then the day.", typed=text
    )


def _on_its_weekday(day: date, weekday: int | None) -> date:
    if weekday is not None and day.weekday() != weekday:
        raise InputProblem(
            "The day of the week does not fit: it would be {date}. Leave it out, or change it.",
            date=current().formats.full_date(day),
        )
    return day
