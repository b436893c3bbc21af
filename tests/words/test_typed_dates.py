"""A typed date is that date, or it is refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InputProblem
from desktop_app.words import language
from desktop_app.words.cldr import CldrFormats
from desktop_app.words.language import English, Language, current
from desktop_app.words.typed_dates import FIRST_YEAR, LAST_YEAR, months_after, read_date

ON, TODAY = date(2026, 11, 28), date(2026, 11, 20)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def read(text: str, on: date = ON) -> date:
    return read_date(text, on, TODAY)


@pytest.fixture(params=["cy", "de", "fr", "el", "en-US", "sv"])
def other(request: pytest.FixtureRequest) -> Iterator[str]:
    tag: str = request.param
    before = language._entered.set(Language(tag, English(), CldrFormats(tag)))
    yield tag
    language._entered.reset(before)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8 December 2026", date(2026, 12, 8)),
        ("8/12/2026", date(2026, 12, 8)),
        ("8.12.26", date(2026, 12, 8)),
        ("08-12-2026", date(2026, 12, 8)),
        ("2026-12-08", date(2026, 12, 8)),
        ("31 Mar", date(2027, 3, 31)),
        ("28 Nov", date(2026, 11, 28)),
        ("27 Nov", date(2027, 11, 27)),
        ("1/2", date(2027, 2, 1)),
        ("29 Feb", date(2028, 2, 29)),
        ("Sept 3", date(2027, 9, 3)),
        ("  the 8th of DECEMBER, 2026 ", date(2026, 12, 8)),
        ("December 8, 2026", date(2026, 12, 8)),
        ("Tue 8 Dec", date(2026, 12, 8)),
        ("Tuesday, 8 December 2026", date(2026, 12, 8)),
        ("1st Jan ’27", date(2027, 1, 1)),
        ("8 Dec 26", date(2026, 12, 8)),
        ("in 2 weeks", date(2026, 12, 12)),
        ("+2 weeks", date(2026, 12, 12)),
        ("in a week", date(2026, 12, 5)),
        ("in 1 day", date(2026, 11, 29)),
        ("3 months", date(2027, 2, 28)),
        ("in a year", date(2027, 11, 28)),
        ("tomorrow", date(2026, 11, 21)),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: date) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "“soon” cannot be read as a date. Type one such as 28 November 2026."),
        ("December", "cannot be read"),
        ("Dec 2026", "cannot be read"),
        ("8", "cannot be read"),
        ("8 12 2026", "cannot be read"),
        ("8/12-2026", "cannot be read"),
        ("8 Dec 2026 14:30", "cannot be read"),
        ("8 Dec or 9 Dec", "cannot be read"),
        ("8 Dec + 2026", "cannot be read"),
        ("8 Ju", "cannot be read"),
        ("8 Dec 126", "cannot be read"),
        ("in 2 fortnights", "cannot be read"),
        ("in 2000 weeks", "cannot be read"),
        ("31 February", "There is no such day as “31 February”. Type another."),
        ("29 Feb 2027", "There is no such day"),
        ("0 March", "There is no such day"),
        ("12/25/2026", "The day comes first, then the month."),
        ("2026-13-01", "There is no such day"),
        ("Monday 8 December 2026", "it would be Tuesday 8 December 2026"),
        ("8 Dec 1066", "The year 1066 is too far away. Type one from 1900 to 2200."),
        ("8 Dec 9999", "too far away"),
        ("in 999 years", "too far away"),
    ],
)
def test_what_is_not_sure_is_refused_in_a_sentence(typed: str, said: str) -> None:
    with pytest.raises(InputProblem) as problem:
        read(typed)
    assert said in str(problem.value)


FORMS = (
    "{d} {month} {y}", "{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "{d}-{m}-{y}", "{y}-{m:02}-{d:02}",
    "{month} {d}, {y}", "{weekday} {d} {month} {y}", "the {d} of {short} {y}", "{d} {short} {y}",
)  # fmt: skip


@given(DAYS, st.sampled_from(FORMS), DAYS)
def test_every_date_comes_back_as_itself(day: date, form: str, on: date) -> None:
    formats = current().formats
    month = formats.months()[day.month - 1][0]
    typed = form.format(
        d=day.day, m=day.month, y=f"{day.year:04}", month=month, short=month[:3],
        weekday=formats.weekdays()[day.weekday()][0],
    )  # fmt: skip
    assert read(typed, on) == day
    assert read(typed.upper(), on) == day


@given(DAYS.filter(lambda day: day.year < LAST_YEAR - 8), st.integers(1, 12), st.integers(1, 28))
def test_without_a_year_it_is_the_next_such_day(on: date, month: int, day: int) -> None:
    found = read(f"{day}/{month}", on)
    assert (found.day, found.month) == (day, month)
    assert timedelta(0) <= found - on < timedelta(days=366)


@given(st.text(max_size=24) | st.from_regex(r"[0-9/. -]{1,12}", fullmatch=True))
def test_nonsense_is_refused_or_read_never_worse(text: str) -> None:
    with suppress(InputProblem):
        assert FIRST_YEAR <= read(text).year <= LAST_YEAR + 8


def test_every_day_is_read_as_its_language_writes_it(other: str) -> None:
    formats = current().formats
    for month in range(1, 13):
        day = date(2027, month, 8)
        for written in (formats.long_date(day), formats.short_date(day), formats.full_date(day)):
            assert read(written) == day, (other, written)


def test_a_word_that_is_a_month_and_a_weekday_is_what_is_missing() -> None:
    before = language._entered.set(Language("cy", English(), CldrFormats("cy")))
    assert read("dydd Mawrth 8 Rhagfyr") == date(2026, 12, 8)
    assert read("8 Mawrth") == date(2027, 3, 8)
    assert read("Mawrth 2 Mawrth 2027") == date(2027, 3, 2)
    language._entered.reset(before)


def test_numbers_follow_the_language(other: str) -> None:
    expected = date(2027, 8, 12) if other == "en-US" else date(2027, 12, 8)
    assert read("8/12/2027") == expected
    assert read("2027-12-08") == date(2027, 12, 8), "as it is written everywhere"


def test_the_same_day_months_on_or_the_last_of_a_shorter_month() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 8), 12) == date(2027, 12, 8)
    assert months_after(date(2026, 12, 31), 1) == date(2027, 1, 31)
