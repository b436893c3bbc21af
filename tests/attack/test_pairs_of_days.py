"""A workshop and its follow-up tell nothing together that they may not show, in all that leaves.

Two such pairs that differ only in what may not be shown, in either of them, are the same byte by
byte in every document of both. What both together can be worked out from is then only what each
shows; that this points to nobody is searched through in tests/unit/test_then_and_now.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, assume, given, seed, settings

from desktop_app.exports.pictures import write_overview_png
from desktop_app.report.summary import write_summary
from tests.exports.readers import WRITERS
from tests.exports.rooms import sound
from tests.exports.twins import Writers, same
from tests.unit.builders import make_record, make_round, make_workshop

from .conftest import Figure
from .test_rooms import ALL, shown
from .two_days import PLAN, Days, Twins, held_after, two_days

SEED = 20261129
PAIRS, PARTS = 100, 5
QUICK: Writers = {
    **{name: write for name, write in WRITERS.items() if write is not write_overview_png},
    "summary.pdf": write_summary,
}


def compare(number: int, chance: int, check: Callable[[Days, Days], None]) -> int:
    """Check so many pairs of days and their twins, which are other ones; return how many."""
    seen = 0

    @seed(chance)
    @settings(
        max_examples=number,
        database=None,
        derandomize=False,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(two_days())
    def every(days: Twins) -> None:
        nonlocal seen
        assume(days.first != days.second)
        check(days.first, days.second)
        seen += 1

    every()
    return seen


def are_shown_alike(first: Days, second: Days) -> None:
    for one, other in zip(first, second, strict=True):
        assert all(a == b for a, b in zip(shown(one), shown(other), strict=True))


def are_written_alike(writers: Writers, first: Days, second: Days) -> None:
    are_shown_alike(first, second)
    for one, other in zip(first, second, strict=True):
        same(writers, one, other)


def test_a_few_days_and_their_follow_ups_are_shown_like_their_twins() -> None:
    assert compare(6, SEED, are_shown_alike) == 6


@pytest.mark.slow
def test_a_few_are_written_like_their_twins() -> None:
    def check(first: Days, second: Days) -> None:
        are_written_alike(QUICK, first, second)

    assert compare(4, SEED, check) == 4


def test_what_was_shown_then_does_make_a_difference() -> None:
    def days(*counts: int) -> Days:
        then = make_record(make_round("T1", counts), workshop=make_workshop(sound()))
        then = replace(then, commitments=PLAN)
        now = make_record(make_round("T1", (0, 0, 0, 4, 8)), workshop=make_workshop(sound()))
        return then, held_after(then, now)

    with pytest.raises(AssertionError):
        are_shown_alike(days(8, 4, 0, 0, 0), days(0, 0, 0, 4, 8))


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
def test_100_workshops_with_their_follow_ups_and_their_twins(figure: Figure, part: int) -> None:
    def check(first: Days, second: Days) -> None:
        are_written_alike(ALL, first, second)

    number = compare(PAIRS // PARTS, SEED + 1 + part, check)
    figure(f"{number} workshops with follow-ups, each like its twin in {len(ALL)} documents")
