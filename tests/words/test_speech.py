"""One way for every text to reach a person: in the language of whoever reads it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.texts import count_phrase, phrase, to_say
from desktop_app.words import language
from desktop_app.words.dates import day_and_month, home_date, long_date, short_date
from desktop_app.words.language import current, speak_on_the_console, speaking
from desktop_app.words.lists import all_of, any_of, number
from desktop_app.words.speech import said, say, say_as, say_count

GREETING = to_say("Good morning")


@pytest.fixture
def welsh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    catalog = Catalog(locale="cy", charset="utf-8")
    catalog.add("Good morning", "Bore da")
    catalog.add("Good morning, {name}", "Bore da, {name}")
    catalog.add("May", "Mai", context="month")
    catalog.add("May", "Caniateir", context="permission")
    forms = tuple(f"{{n}} {word}" for word in ("dim", "un", "dwy", "tair", "chwech", "mwy"))
    catalog.add(("{n} vote", "{n} votes"), forms)
    path = tmp_path / "cy" / "roundtable.mo"
    path.parent.mkdir()
    with path.open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(language, "_folder", lambda: tmp_path)
    return "cy"


def test_english_is_what_the_code_says() -> None:
    assert say("Good morning, {name}", name="Ann") == "Good morning, Ann"
    assert say_count("{n} vote", "{n} votes", 1) == "1 vote"
    assert say_count("{n} vote", "{n} votes", 0) == "0 votes"
    assert current().tag == "en-GB"


def test_two_languages_are_spoken_at_once(welsh: str) -> None:
    with speaking(welsh):
        assert say("Good morning, {name}", name="Ann") == "Bore da, Ann"
        assert current().tag == "cy"
    assert say("Good morning, {name}", name="Ann") == "Good morning, Ann"


def test_a_language_is_left_when_what_it_was_entered_for_fails(welsh: str) -> None:
    with pytest.raises(ZeroDivisionError), speaking(welsh):
        raise ZeroDivisionError
    assert current().tag == "en-GB"


def test_plurals_are_those_of_the_language(welsh: str) -> None:
    with speaking(welsh):
        found = [say_count("{n} vote", "{n} votes", n) for n in (0, 1, 2, 3, 5, 6)]
    assert found == ["0 dim", "1 un", "2 dwy", "3 tair", "5 mwy", "6 chwech"]


def test_one_word_of_two_meanings_is_told_apart(welsh: str) -> None:
    with speaking(welsh):
        assert say_as("month", "May") == "Mai"
        assert say_as("permission", "May") == "Caniateir"


def test_an_error_is_said_in_the_language_of_who_reads_it(welsh: str) -> None:
    error = InputProblem("Good morning, {name}", name=phrase("Good morning"))
    assert str(error) == "Good morning, Good morning"
    with speaking(welsh):
        assert said(error) == "Bore da, Bore da"


def test_an_error_agrees_with_its_number(welsh: str) -> None:
    error = RuleProblem(count_phrase("{n} vote", "{n} votes", 2))
    assert str(error) == "2 votes"
    assert error.fields["n"] == 2
    with speaking(welsh):
        assert said(error) == "2 dwy"


def test_a_marked_text_waits_for_its_language(welsh: str) -> None:
    with speaking(welsh):
        assert said(GREETING) == "Bore da"
        assert said("") == "", "the catalogue's header is no message"


@pytest.mark.parametrize("tag", ["cy", "cy-GB", "cy_GB"])
def test_a_region_without_a_catalogue_speaks_its_language(welsh: str, tag: str) -> None:
    with speaking(tag):
        assert current().tag == "cy"


def test_a_language_without_a_catalogue_is_english_and_says_so(welsh: str) -> None:
    with speaking("fr"):
        assert current().tag == "en-GB"
        assert say("Good morning, {name}", name="Ann") == "Good morning, Ann"


@pytest.mark.parametrize("tag", ["", "As long as a speech. " * 50, "../cy", "cy/../cy", "c\0y"])
def test_what_is_no_tag_is_english(welsh: str, tag: str) -> None:
    with speaking(tag):
        assert current().tag == "en-GB"


def test_a_message_without_a_translation_is_english(welsh: str) -> None:
    with speaking(welsh):
        assert say("Good evening") == "Good evening"


def test_the_console_speaks_the_facilitators_language_on_every_thread(welsh: str) -> None:
    speak_on_the_console(welsh)
    try:
        with ThreadPoolExecutor(1) as pool, speaking("en"):
            assert say("Good morning, {name}", name="Ann") == "Good morning, Ann"
            assert pool.submit(said, GREETING).result() == "Bore da"
    finally:
        speak_on_the_console("en")


def test_english_costs_no_catalogue() -> None:
    code = (
        "import sys\n"
        "from desktop_app.words.speech import say\n"
        "say('Good morning, {name}', name='Ann')\n"
        "print([m for m in ('gettext', 'babel', 'locale') if m in sys.modules])\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


DAY = date(2027, 9, 1)


def test_dates_are_written_as_english_writes_them() -> None:
    assert long_date(DAY) == home_date(DAY) == "1 September 2027"
    assert day_and_month(DAY) == "1 September"
    assert short_date(DAY) == "1\u00a0Sep\u00a02027"


def test_dates_are_written_as_the_language_writes_them(welsh: str) -> None:
    with speaking(welsh):
        assert long_date(DAY) == "1 Medi 2027"
        assert day_and_month(DAY) == "1 Medi"
        assert short_date(DAY) == "1\u00a0Medi\u00a02027"


def test_lists_and_numbers_are_written_as_the_language_writes_them(welsh: str) -> None:
    assert all_of(["a", "b", "c"]) == "a, b and c"
    assert any_of(["a", "b"]) == "a or b"
    assert (all_of([]), all_of(["a"])) == ("", "a")
    assert (number(3.0), number(3.5), number(0.126, 2), number(1200)) == (
        "3",
        "3.5",
        "0.13",
        "1200",
    )
    with speaking(welsh):
        assert all_of(["a", "b"]) == "a a(c) b"
        assert any_of(["a", "b"]) == "a neu b"
        assert number(3.5) == "3.5"
