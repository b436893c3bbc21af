"""No flipped byte is a mistake of ours, hides the library or leaves the window waiting."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

import pytest

from desktop_app.storage.opening import FILE_NAME
from desktop_app.ui.dialogs.problem import ProblemWindow
from tests.journeys.conftest import Start

from .conftest import Figure
from .flips import GOOD, PAGE, Bench, Flip, flips, schema_pages, size_of

SEED = 20261128
PARTS = 16
"""The long run is so many tests, so that several processes share it."""
pytestmark = pytest.mark.gui  # whoever repairs holds the window's own lock


def try_all(bench: Bench, chosen: Iterable[Flip]) -> str:
    """Try each flip; return in a line how many were harmless, told and repaired."""
    seen = Counter(bench.try_out(flip) for flip in chosen)
    told = sum(n for v, n in seen.items() if v.checked != GOOD)
    at_once = sum(n for v, n in seen.items() if v.listed != GOOD)
    repaired = sum(n for v, n in seen.items() if v.checked != GOOD and v.after == GOOD)
    return (
        f"{seen.total()} flips, {told} told by check, {at_once} of them also by list,"
        f" {repaired} repaired, {seen.total() - told} harmless"
    )


def at_random(bench: Bench, count: int, seed: int) -> list[Flip]:
    """Return so many flips anywhere in the library."""
    chance = random.Random(seed)
    size = size_of(bench.good)
    return list(flips([chance.randrange(size) for _ in range(count)], seed))


def in_the_schema(bench: Bench, count: int, seed: int) -> list[Flip]:
    """Return so many flips of letters of the schema, which make text that is no text."""
    content = (bench.good / FILE_NAME).read_bytes()
    pages = schema_pages(bench.good / FILE_NAME)
    letters = [p + i for p in pages for i in range(PAGE) if 64 < content[p + i] < 128]
    return [Flip(offset, 0x80) for offset in random.Random(seed).sample(letters, count)]


# In the suite


@pytest.mark.slow
def test_a_few_flips_in_the_schema(bench: Bench) -> None:
    assert "12 flips" in try_all(bench, in_the_schema(bench, 12, SEED))


@pytest.mark.slow
def test_a_few_flips_anywhere(bench: Bench) -> None:
    assert "12 flips" in try_all(bench, at_random(bench, 12, SEED))


def test_a_few_flips_before_the_window_opens(bench: Bench, start: Start) -> None:
    for flip in (*in_the_schema(bench, 4, SEED + 1), *at_random(bench, 4, SEED + 1)):
        open_window(bench, start, flip)


def open_window(bench: Bench, start: Start, flip: Flip) -> str:
    """Open the window on a harmed library; return whether it shows home or what is wrong."""
    bench.harm(flip)
    app = start(bench.work)
    app.wait_for_work()  # the file is checked once home is shown
    problem = isinstance(app.front(), ProblemWindow)
    assert not app.reads("Opening the library…"), flip
    if problem:
        app.expect("Roundtable cannot open your workshops", "Nothing was overwritten.")
        assert app.buttons("Restore the backup") or app.reads("newer version"), flip
    else:
        app.expect("New workshop")
    app.stop()
    return "told" if problem else "home"


# The long run


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
def test_every_offset_of_the_first_pages(bench: Bench, figure: Figure, part: int) -> None:
    offsets = [p + i for p in schema_pages(bench.good / FILE_NAME) for i in range(PAGE)]
    figure(try_all(bench, flips(offsets[part::PARTS], SEED + part)))


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
def test_500_flips_anywhere(bench: Bench, figure: Figure, part: int) -> None:
    figure(try_all(bench, at_random(bench, 500, SEED + 100)[part::PARTS]))


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
def test_windows_on_harmed_libraries(bench: Bench, start: Start, figure: Figure, part: int) -> None:
    chosen = [*at_random(bench, 250, SEED + 200), *in_the_schema(bench, 250, SEED + 200)]
    seen = Counter(open_window(bench, start, flip) for flip in chosen[part::PARTS])
    figure(f"{seen.total()} windows: {seen['told']} told, {seen['home']} opened")
