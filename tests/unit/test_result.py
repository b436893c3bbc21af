"""Level, agreement and flags: the reference table, the edges, and what must always hold."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import parts, result_of
from desktop_app.domain.results import Agreement, Flag, Level
from desktop_app.domain.workshop import ResultRules, Thresholds

RULES = ResultRules()

MINORITY = True
TABLE = [
    ((0, 0, 1, 7, 4), 5, "0.7917", Level.HIGH, Agreement.STRONG, False),
    ((0, 0, 0, 5, 5), 5, "0.7500", Level.HIGH, Agreement.STRONG, False),
    ((1, 0, 0, 0, 9), 4, "0.8000", Level.HIGH, Agreement.STRONG, MINORITY),
    ((0, 0, 5, 0, 0), 0, "1.0000", Level.MIDDLE, Agreement.STRONG, False),
    ((0, 2, 3, 5, 2), 9, "0.6250", Level.HIGH, Agreement.BROAD, MINORITY),
    ((0, 1, 1, 3, 5), 8, "0.6000", Level.HIGH, Agreement.BROAD, MINORITY),
    ((0, 3, 4, 3, 0), 6, "0.7000", Level.MIDDLE, Agreement.BROAD, False),
    ((10, 20, 40, 90, 40), 150, "0.6250", Level.HIGH, Agreement.BROAD, MINORITY),
    ((1, 3, 3, 4, 1), 11, "0.5417", Level.MIDDLE, Agreement.OPPOSING, False),
    ((0, 2, 0, 3, 0), 4, "0.6000", Level.HIGH, Agreement.OPPOSING, False),
    ((0, 4, 1, 5, 0), 9, "0.5500", Level.MIDDLE, Agreement.OPPOSING, False),
    ((2, 2, 2, 2, 2), 12, "0.4000", Level.MIDDLE, Agreement.OPPOSING, False),
    ((5, 1, 0, 1, 5), 22, "0.0833", Level.MIDDLE, Agreement.OPPOSING, False),
    ((50, 40, 20, 40, 50), 280, "0.3000", Level.MIDDLE, Agreement.OPPOSING, False),
    ((4, 4, 2, 1, 1), 11, "0.5417", Level.LOW, Agreement.MIXED, False),
    ((0, 0, 0, 0, 3), 0, "1.0000", Level.HIGH, Agreement.TOO_FEW, False),
]


@pytest.mark.parametrize(("counts", "s", "c", "level", "agreement", "minority"), TABLE)
def test_reference_table(
    counts: tuple[int, ...],
    s: int,
    c: str,
    level: Level,
    agreement: Agreement,
    minority: bool,
) -> None:
    result = result_of(counts, 0, sum(counts), RULES)
    assert result.spread == s
    assert f"{result.consensus:.4f}" == c
    assert (result.level, result.agreement) == (level, agreement)
    assert (Flag.MINORITY_VIEW in result.flags) is minority
    assert (Flag.SMALL_GROUP in result.flags) is (sum(counts) < 10)


@pytest.mark.parametrize(("present", "expected"), [(10, Agreement.STRONG), (11, Agreement.TOO_FEW)])
def test_half_the_room_must_rate(present: int, expected: Agreement) -> None:
    assert result_of((0, 0, 0, 5, 0), 0, present, RULES).agreement is expected


def test_minimum_answers_may_be_lowered() -> None:
    lowered = ResultRules(minimum_answers=3)
    assert result_of((0, 0, 0, 0, 3), 0, 3, lowered).agreement is Agreement.STRONG
    assert result_of((0, 0, 0, 0, 3), 0, 3, lowered).flags == (Flag.SMALL_GROUP,)


@pytest.mark.parametrize(("cannot", "many"), [(5, False), (6, True)])
def test_many_cannot_say_is_more_than_a_third(cannot: int, many: bool) -> None:
    result = result_of((0, 0, 0, 10, 0), cannot, 16, RULES)
    assert (Flag.MANY_CANNOT_SAY in result.flags) is many


def test_minority_is_measured_from_a_median_between_points() -> None:
    near = result_of((0, 1, 4, 5, 0), 0, 10, RULES)
    assert near.median == 3.5
    assert Flag.MINORITY_VIEW not in near.flags
    assert Flag.MINORITY_VIEW in result_of((1, 0, 4, 5, 0), 0, 10, RULES).flags


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((1, 2, 4), (1, 2, 4)),
        ((1, 2, 4, 8), (3, 0, 12)),
        ((1, 2, 4, 8, 16), (3, 4, 24)),
        ((1, 2, 4, 8, 16, 32), (7, 0, 56)),
        ((1, 2, 4, 8, 16, 32, 64), (7, 8, 112)),
    ],
)
def test_parts_of_every_scale(counts: tuple[int, ...], expected: tuple[int, int, int]) -> None:
    assert parts(counts) == expected


def test_no_ratings_at_all() -> None:
    result = result_of((0, 0, 0, 0, 0), 6, 6, RULES)
    assert result.agreement is Agreement.TOO_FEW
    assert (result.n, result.spread, result.median, result.consensus) == (0, 0, None, None)
    assert Flag.MANY_CANNOT_SAY in result.flags


def test_the_thresholds_are_those_of_the_workshop() -> None:
    def agreement(counts: tuple[int, ...], **numbers: int) -> Agreement:
        rules = ResultRules(thresholds=Thresholds(**numbers))
        return result_of(counts, 0, sum(counts), rules).agreement

    firm = (0, 0, 0, 5, 5)  # C is 0.75
    assert agreement(firm, strong_percent=75) is Agreement.STRONG
    assert agreement(firm, strong_percent=76) is Agreement.BROAD
    assert agreement(firm, strong_percent=76, broad_share=10) is Agreement.MIXED
    apart = (4, 0, 2, 0, 6)
    assert agreement(apart) is Agreement.OPPOSING
    assert agreement(apart, opposing_share=2) is not Agreement.OPPOSING
    assert agreement(apart, opposing_least=5) is not Agreement.OPPOSING


def test_the_flags_have_the_thresholds_of_the_workshop() -> None:
    def flags(counts: tuple[int, ...], cannot: int, **numbers: int) -> tuple[Flag, ...]:
        rules = ResultRules(thresholds=Thresholds(**numbers))
        return result_of(counts, cannot, sum(counts) + cannot, rules).flags

    assert Flag.MINORITY_VIEW in flags((0, 1, 0, 11, 0), 0)
    assert Flag.MINORITY_VIEW not in flags((0, 1, 0, 11, 0), 0, minority_points=3)
    assert Flag.MANY_CANNOT_SAY not in flags((0, 0, 0, 10, 0), 4)
    assert Flag.MANY_CANNOT_SAY in flags((0, 0, 0, 10, 0), 4, cannot_say_share=4)


room = st.integers(3, 7).flatmap(
    lambda points: st.lists(st.integers(0, 30), min_size=points, max_size=points)
)


@given(room, st.integers(0, 40))
def test_reversing_swaps_the_level_and_keeps_the_rest(counts: list[int], cannot: int) -> None:
    present = sum(counts) + cannot
    here = result_of(counts, cannot, present, RULES)
    there = result_of(counts[::-1], cannot, present, RULES)
    swapped = {Level.LOW: Level.HIGH, Level.MIDDLE: Level.MIDDLE, Level.HIGH: Level.LOW}
    assert there.level is swapped[here.level]
    assert (there.agreement, there.flags) == (here.agreement, here.flags)


@given(room, st.integers(0, 40))
def test_whole_number_tests_agree_with_the_formulae(counts: list[int], missing: int) -> None:
    result = result_of(counts, 0, sum(counts) + missing, RULES)
    n, points = result.n, len(counts)
    enough = n >= 5 and Fraction(n, max(1, result.present)) >= Fraction(1, 2)
    assert (result.agreement is not Agreement.TOO_FEW) is enough
    if result.agreement in {Agreement.TOO_FEW, Agreement.OPPOSING}:
        return
    c = 1 - Fraction(2 * result.spread, n * (points - 1))
    distance = Fraction(result.spread, n)
    strong, broad = c >= Fraction(3, 4), distance < Fraction(points, 6)
    expected = Agreement.STRONG if strong else Agreement.BROAD if broad else Agreement.MIXED
    assert result.agreement is expected


@given(room)
def test_parts_add_up(counts: list[int]) -> None:
    result = result_of(counts, 0, sum(counts), RULES)
    assert result.below + result.middle + result.above == result.n == sum(result.counts)
