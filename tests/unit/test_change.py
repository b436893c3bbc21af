"""The rule of change: did a statement move, did views come closer, or can nobody say.

The cases are worked out by hand; what turns when a scale or two rooms are swapped is tried on
counts at random.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from desktop_app.analysis import change
from desktop_app.analysis.change import Drift, Shift, compared, drift_of, shift_of
from desktop_app.analysis.result import result_of
from desktop_app.domain.workshop import ResultRules

UP, DOWN, SAME, UNSURE = Shift.UP, Shift.DOWN, Shift.SAME, Shift.UNSURE
NONE, CLOSER, APART = Drift.NONE, Drift.CLOSER, Drift.APART

CASES = [
    ((3, 6, 3, 0, 0), (0, 3, 5, 4, 0), UP, NONE),
    ((3, 6, 3, 0, 0), (1, 3, 5, 3, 0), UNSURE, NONE),
    ((0, 0, 2, 7, 3), (2, 4, 4, 2, 0), DOWN, NONE),
    ((0, 1, 5, 1, 0), (0, 0, 3, 7, 1), UP, NONE),
    ((0, 0, 5, 0, 0), (0, 0, 1, 4, 0), UP, NONE),
    ((0, 0, 0, 40, 0), (0, 0, 1, 4, 0), UNSURE, NONE),
    ((0, 1, 3, 6, 2), (0, 1, 4, 6, 1), SAME, NONE),
    ((0, 2, 4, 5, 1), (0, 1, 4, 5, 2), UNSURE, NONE),
    ((0, 0, 5, 1, 0), (0, 3, 5, 1, 1), UNSURE, NONE),
    ((0, 0, 0, 2, 10), (0, 0, 0, 1, 11), SAME, NONE),
    ((0, 0, 0, 0, 12), (0, 0, 0, 0, 12), SAME, NONE),
    ((5, 1, 0, 1, 5), (0, 2, 8, 2, 0), UNSURE, CLOSER),
    ((0, 2, 8, 2, 0), (5, 1, 0, 1, 5), UNSURE, APART),
    ((0, 6, 6, 0, 0), (0, 3, 3, 3, 5), UP, NONE),
    ((0, 1, 2, 5, 4), (0, 0, 0, 0, 12), UP, NONE),
    ((0, 1, 6, 7, 1), (4, 2, 2, 3, 4), UNSURE, NONE),
    ((40, 40, 40, 40, 40), (30, 36, 40, 44, 50), SAME, NONE),
    ((20, 20, 20, 20, 20), (10, 15, 20, 25, 30), UP, NONE),
    ((0, 0, 0, 0, 4), (5, 0, 0, 0, 0), UNSURE, NONE),
    ((2, 8, 2), (2, 8, 2), UNSURE, NONE),
    ((0, 3, 6, 3), (0, 0, 3, 9), UP, NONE),
    ((0, 0, 0, 12, 0, 0, 0), (0, 0, 1, 10, 1, 0, 0), SAME, NONE),
]


@pytest.mark.parametrize(("before", "after", "shift", "drift"), CASES)
def test_the_cases_of_the_rule(before, after, shift, drift):
    assert shift_of(before, after) is shift
    assert drift_of(before, after) is drift


def test_the_figures_of_the_first_case():
    before, after = (3, 6, 3, 0, 0), (0, 3, 5, 4, 0)
    assert sum(b * s for b, s in zip(after, change.ranks(before, after), strict=True)) == 93
    told = compared(_result(before), _result(after))
    assert (told.from_point, told.to_point, told.some_before, told.some_after) == (3, 5, 3, 9)


def test_a_fall_is_told_from_the_bottom():
    told = compared(_result((0, 0, 2, 7, 3)), _result((2, 4, 4, 2, 0)))
    assert (told.from_point, told.to_point, told.some_before, told.some_after) == (1, 3, 2, 10)


def test_exactly_on_the_edge_counts_as_clear():
    before, after = (0, 1, 5, 1, 0), (0, 0, 3, 7, 1)
    left = (0, 0, 5, 1, 0), (0, 0, 3, 7, 0)
    scores = change.ranks(*left)
    d = 16 * sum(b * s for b, s in zip(left[1], scores, strict=True))
    q = sum((a + b) * s * s for a, b, s in zip(*left, scores, strict=True))
    assert 15 * d * d == 4 * 6 * 10 * 16 * q
    assert shift_of(before, after) is UP


def test_a_result_of_too_few_moves_nothing():
    """Fewer than half of the room rated, so its words would be about other people."""
    before = _result((3, 6, 3, 0, 0), present=30)
    told = compared(before, _result((0, 3, 5, 4, 0)))
    assert told.shift is UNSURE
    assert told.drift is NONE


def test_where_everybody_rated_both_times_some_certainly_changed():
    told = compared(_result((3, 6, 3, 0, 0)), _result((1, 3, 5, 3, 0)))
    assert told.changed == 12 - (1 + 3 + 3)
    assert compared(_result((3, 6, 3, 0, 0), 13), _result((1, 3, 5, 3, 0))).changed is None


def _result(counts, present=None):
    return result_of(counts, 0, present or sum(counts), ResultRules())


_scales = st.integers(3, 7)


@st.composite
def two_rooms(draw):
    points = draw(_scales)
    rooms = st.tuples(*[st.integers(0, 9)] * points)
    before, after = draw(rooms), draw(rooms)
    assume(sum(before) and sum(after))
    return before, after


_TURNED = {UP: DOWN, DOWN: UP}
_TURNED_VIEWS = {CLOSER: APART, APART: CLOSER}


@given(two_rooms())
@example(((5, 1, 0, 1, 5), (0, 2, 8, 2, 0)))
@example(((3, 6, 3, 0, 0), (0, 3, 5, 4, 0)))
def test_swapping_the_rooms_turns_every_word(rooms):
    before, after = rooms
    there, back = shift_of(before, after), shift_of(after, before)
    if there.is_move or back.is_move:
        assert back is _TURNED[there]
    drift = drift_of(before, after)
    assert drift_of(after, before) is _TURNED_VIEWS.get(drift, drift)


@given(two_rooms())
@example(((5, 1, 0, 1, 5), (0, 2, 8, 2, 0)))
@example(((0, 0, 0, 2, 10), (0, 0, 0, 1, 11)))
def test_reversing_the_scale_turns_up_into_down_and_keeps_the_rest(rooms):
    before, after = rooms
    there = shift_of(before, after)
    assert shift_of(before[::-1], after[::-1]) is _TURNED.get(there, there)
    assert drift_of(before[::-1], after[::-1]) is drift_of(before, after)
