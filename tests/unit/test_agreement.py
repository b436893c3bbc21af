"""The measures against published values and against what must always hold."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.agreement import (
    consensus,
    kendall_w,
    mean,
    median,
    quartiles,
    spread,
    tastle_wierman_cns,
    van_der_eijk_a,
)

PUBLISHED = (30, 40, 210, 130, 530, 50, 10)

room = st.integers(3, 7).flatmap(
    lambda points: st.lists(st.integers(0, 40), min_size=points, max_size=points).filter(any)
)


def test_published_values_of_one_distribution() -> None:
    assert van_der_eijk_a(PUBLISHED) == pytest.approx(0.6113333, abs=1e-7)
    assert 1 - consensus(PUBLISHED) == pytest.approx(0.2866667, abs=1e-7)
    assert tastle_wierman_cns(PUBLISHED) == pytest.approx(0.7256876, abs=1e-7)


@pytest.mark.parametrize(
    ("tenths", "expected"),
    [
        ((24, 28, 32, 62, 135, 304, 416), 0.60972),
        ((16, 26, 82, 210, 293, 270, 103), 0.48233),
        ((2, 0, 1, 1), 0.08333),
        ((19, 16, 26, 29, 10), 0.205),
    ],
)
def test_published_van_der_eijk_a(tenths: tuple[int, ...], expected: float) -> None:
    assert van_der_eijk_a(tenths) == pytest.approx(expected, abs=6e-6)


@pytest.mark.parametrize("points", range(3, 8))
def test_a_of_flat_split_and_single(points: int) -> None:
    assert van_der_eijk_a([4] * points) == 0
    assert van_der_eijk_a([6, *[0] * (points - 2), 6]) == pytest.approx(-1)
    assert van_der_eijk_a([0, 9, *[0] * (points - 2)]) == 1


def test_published_tastle_wierman() -> None:
    assert tastle_wierman_cns((3, 3, 2, 3, 7)) == pytest.approx(0.3340394927779964, abs=1e-12)
    assert tastle_wierman_cns((19, 16, 26, 29, 10)) == pytest.approx(0.5184145, abs=1e-7)
    assert consensus((19, 16, 26, 29, 10)) == pytest.approx(0.485)


def test_a_layer_with_as_many_peaks_as_gaps_still_speaks_against_one_view() -> None:
    # U = ((5 - 2) * 3 - (5 - 1) * 3) / ((5 - 2) * (3 + 3)) = -1/6; A = U * (1 - 3/4)
    assert van_der_eijk_a((1, 0, 1, 1, 1)) == pytest.approx(-1 / 24)


def test_kendall_w_without_ties() -> None:
    found = kendall_w([[1, 2, 3, 4, 5], [2, 1, 3, 5, 4], [1, 3, 2, 4, 5], [1, 2, 4, 3, 5]])
    assert found == 0.8125


def test_kendall_w_with_ties() -> None:
    found = kendall_w(
        [[4, 3, 5, 2, 3], [4, 4, 5, 2, 3], [3, 3, 4, 2, 2], [5, 3, 4, 3, 3], [4, 2, 5, 1, 3]]
    )
    assert found == pytest.approx(0.85435, abs=1e-5)


@pytest.mark.parametrize("ratings", [[], [[1]], [[2, 2, 2], [1, 1, 1]]])
def test_kendall_w_without_meaning(ratings: list[list[float]]) -> None:
    assert kendall_w(ratings) is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((1, 1, 1, 1, 1), (2, 4)),
        ((1, 1, 1, 1, 0), (1.5, 3.5)),
        ((0, 0, 5, 0, 0), (3, 3)),
        ((0, 1, 0, 0, 0), (2, 2)),
        ((2, 3, 1, 4, 1), (2, 4)),
    ],
)
def test_quartiles_share_the_median(counts: tuple[int, ...], expected: tuple[float, float]) -> None:
    assert quartiles(counts) == expected


def test_median_of_an_even_number_lies_between() -> None:
    assert median((0, 1, 1, 0, 0)) == 2.5
    assert median((0, 1, 0, 1, 0)) == 3
    assert mean((0, 1, 1, 0, 0)) == 2.5


@given(room)
def test_ranges(counts: list[int]) -> None:
    assert 0 <= consensus(counts) <= 1
    assert 0 <= tastle_wierman_cns(counts) <= 1
    assert -1 - 1e-9 <= van_der_eijk_a(counts) <= 1 + 1e-9
    low, high = quartiles(counts)
    assert 1 <= low <= median(counts) <= high <= len(counts)


@given(room)
def test_spread_is_the_distance_from_the_median(counts: list[int]) -> None:
    centre = median(counts)
    assert spread(counts) == sum(abs(p - centre) * c for p, c in enumerate(counts, start=1))


@given(room)
def test_consensus_is_leik(counts: list[int]) -> None:
    n = sum(counts)
    shares = [c / n for c in list(accumulate(counts))[:-1]]
    leik = sum(min(f, 1 - f) for f in shares) / ((len(counts) - 1) / 2)
    assert consensus(counts) == pytest.approx(1 - leik)


@given(room)
def test_reversing_changes_no_measure(counts: list[int]) -> None:
    back = counts[::-1]
    assert spread(back) == spread(counts)
    assert van_der_eijk_a(back) == pytest.approx(van_der_eijk_a(counts))
    assert tastle_wierman_cns(back) == pytest.approx(tastle_wierman_cns(counts))
    assert median(back) == len(counts) + 1 - median(counts)


@given(room, st.integers(2, 9))
def test_multiplying_changes_no_measure(counts: list[int], times: int) -> None:
    more = [count * times for count in counts]
    assert spread(more) == spread(counts) * times
    assert consensus(more) == pytest.approx(consensus(counts))
    assert van_der_eijk_a(more) == pytest.approx(van_der_eijk_a(counts))
    assert tastle_wierman_cns(more) == pytest.approx(tastle_wierman_cns(counts))
    assert median(more) == median(counts)


@given(room)
def test_adding_a_rating_at_the_median_never_lowers_consensus(counts: list[int]) -> None:
    closer = list(counts)
    closer[int(median(counts)) - 1] += 1
    assert consensus(closer) >= consensus(counts) - 1e-12
