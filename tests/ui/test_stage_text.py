"""Texts fitted to a place: their sizes, their lines, and what is left out of them."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.fonts import measure
from desktop_app.ui.painting.text import (
    Fitted,
    Style,
    fit,
    fit_by_parts,
    fit_line_first,
    shorten,
    sizes,
)

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = "one two three four five six seven eight nine ten"


def wide(text: str, size: float = 40) -> float:
    return measure(text, size, "regular")


def test_sizes_go_down_in_small_steps_to_the_floor_and_no_further() -> None:
    assert list(sizes(40, 30)) == [40, 38, 36, 34, 33, 31, 30]
    assert list(sizes(40, 40)) == [40]
    assert list(sizes(30, 40)) == [40], "never below its floor"


def test_a_text_is_as_large_as_its_place_allows() -> None:
    style = Style(40, 20)
    assert fit("one two", wide("one two"), 50, style) == Fitted(
        ("one two",), 40, "regular", 1.25, wide("one two"), True
    )
    assert fit("one two", wide("one two") - 0.5, 50, style).size == 38, "one line high"
    assert fit("one two", wide("one two") - 0.5, 100, style).lines == ("one", "two")
    assert fit("one two", 1000, 49.4, style).size == 38
    assert fit("one two", 1000, 49.6, style).size == 40, "half a pixel is none"


def test_height_and_width_are_those_of_all_lines() -> None:
    fitted = fit("one two three", wide("one two"), 1000, Style(40, 20, leading=1.5))
    assert fitted.lines == ("one two", "three")
    assert fitted.line_height == 60
    assert fitted.height == 120
    assert fitted.width == wide("one two")


def test_no_text_has_no_line_and_no_size() -> None:
    fitted = fit("", 100, 100, Style(40, 20))
    assert (fitted.lines, fitted.width, fitted.height, fitted.whole) == ((), 0, 0, True)
    assert fit("  ", 100, 100, Style(40, 20)).lines == ()


def test_no_more_lines_than_its_style_has() -> None:
    style = Style(40, 20, lines=1)
    assert len(fit(WORDS, wide(WORDS, 30), 1000, style).lines) == 1
    two = fit(WORDS, wide(WORDS) * 0.7, 1000, Style(40, 40, lines=2))
    assert (len(two.lines), two.whole) == (2, True)
    cut = fit(WORDS, wide(WORDS) * 0.3, 1000, Style(40, 40, lines=2))
    assert (len(cut.lines), cut.whole) == (2, False)
    assert cut.lines[-1].endswith("…")


def test_a_line_is_made_smaller_before_it_is_broken() -> None:
    style = Style(40, 20, lines=2)
    room = wide(WORDS, 30)
    assert fit_line_first(WORDS, room, 1000, style).lines == (WORDS,)
    assert fit_line_first(WORDS, room, 1000, style).size <= 30
    narrow = fit_line_first(WORDS, wide(WORDS, 15), 1000, style)
    assert len(narrow.lines) == 2
    assert narrow.size > 20


def test_lines_are_filled_or_made_even() -> None:
    room = wide("one two three four")
    text = "one two three four five"
    assert fit(text, room, 1000, Style(40, 40, balanced=False)).lines == (
        "one two three four",
        "five",
    )
    assert fit(text, room, 1000, Style(40, 40)).lines == ("one two three", "four five")


def free(lines: tuple[str, ...], room: float) -> float:
    return sum((room - wide(line)) ** 2 for line in lines)


words = st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=2, max_size=8)


@given(words, st.integers(200, 500))
def test_even_lines_leave_the_least_free_that_any_could(texts: list[str], room: int) -> None:
    text = " ".join(texts)
    fitted = fit(text, room, 100_000, Style(40, 40))
    if not fitted.whole or len(fitted.lines) < 2:
        return
    breaks = combinations(range(1, len(texts)), len(fitted.lines) - 1)
    ways = (
        tuple(" ".join(texts[a:b]) for a, b in zip((0, *at), (*at, len(texts)), strict=True))
        for at in breaks
    )
    best = min(free(way, room) for way in ways if all(wide(line) <= room for line in way))
    assert free(fitted.lines, room) == pytest.approx(best, rel=0.01, abs=30)


def test_a_word_too_long_for_a_line_is_made_smaller_and_then_broken() -> None:
    word = "Interorganisational"
    assert fit(word, wide(word, 30), 1000, Style(40, 20)).lines == (word,)
    broken = fit(word, wide(word, 20) * 0.6, 1000, Style(40, 20))
    assert "".join(broken.lines) == word
    assert len(broken.lines) == 2
    assert broken.size == 20
    assert all(wide(line, 20) <= wide(word, 20) * 0.6 for line in broken.lines)


def test_what_has_no_room_is_cut_to_the_lines_that_fit() -> None:
    style = Style(40, 20)
    room = wide("one two three", 20)
    cut = fit(WORDS, room, 2 * 25, style)
    assert cut.lines[0] == "one two three"
    assert cut.lines[1].startswith("four")
    assert cut.lines[1].endswith("…")
    assert not cut.whole
    assert cut.width <= room
    assert len(fit(WORDS, room, 2 * 25 - 0.4, style).lines) == 2, "half a pixel is none"
    assert len(fit(WORDS, room, 2 * 25 - 0.6, style).lines) == 1
    assert len(fit(WORDS, room, 1, style).lines) == 1, "a line is always there"


@given(st.text("abc de", min_size=1, max_size=40), st.integers(12, 300))
def test_a_shortened_text_is_the_longest_beginning_that_fits(text: str, room: int) -> None:
    short = shorten(text, room, 40, "regular")
    if short == text:
        assert wide(text) <= room
        return
    assert wide(text) > room
    kept = len(short) - 1
    longer = [text[:n].rstrip() + "…" for n in range(len(text)) if len(text[:n].rstrip()) > kept]
    assert short == text[:kept] + "…"
    assert all(wide(other) > room for other in longer)


def test_where_we_are_is_broken_between_its_parts_or_like_any_other() -> None:
    style = Style(20, 20, lines=2)
    text = "Harbour and Quay Partnership · Quay House · 28 November 2026"
    wide = measure("Harbour and Quay Partnership · Quay House · 28 November", 20, "regular") + 5
    lines = fit_by_parts(text, wide, 100, style, "·").lines
    assert lines == ("Harbour and Quay Partnership · Quay House", "28 November 2026")
    assert fit_by_parts(text, 10_000, 100, style, "·").lines == (text,)
    narrow = measure("Harbour and Quay", 20, "regular") + 5
    assert fit_by_parts(text, narrow, 100, style, "·") == fit(text, narrow, 100, style)
