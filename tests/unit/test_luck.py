"""The rule of change among rooms drawn at random: how often luck alone is called a change.

The bounds are those published with the rule; rooms are drawn with a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from desktop_app.analysis.change import Drift, Shift, clip, drift_of, shift_of

Counts = tuple[int, ...]

SHAPES: dict[str, Counts] = {
    "flat": (20, 20, 20, 20, 20),
    "around the midpoint": (5, 20, 50, 20, 5),
    "narrow": (0, 10, 80, 10, 0),
    "low": (40, 35, 15, 8, 2),
    "high": (2, 8, 15, 35, 40),
    "two camps": (40, 10, 0, 10, 40),
    "nearly all at the top": (0, 2, 5, 13, 80),
}
ROOMS = 800
MOVED = {
    (5, 5): 2.2, (7, 7): 1.7, (9, 9): 1.8, (12, 12): 2.0, (20, 20): 2.3, (30, 30): 2.7,
    (7, 12): 2.0, (12, 20): 2.3, (5, 40): 1.4,
}  # fmt: skip
"""Of 100 rooms in which nothing changed, those called moved, in the worst population."""
AGREEMENT = {(5, 5): 0.0, (7, 7): 0.5, (12, 12): 2.0, (20, 20): 1.7, (30, 30): 2.7}
FOUND = {(7, 7): 25, (12, 12): 51, (20, 20): 75, (30, 30): 88}
"""Of 100 rooms in which everybody moved a point, those called moved, mean."""

pytestmark = pytest.mark.slow


def draw(luck: random.Random, shape: Counts, people: int) -> Counts:
    points = range(len(shape))
    chosen = luck.choices(points, shape, k=people)
    return tuple(chosen.count(point) for point in points)


def rooms(shape: Counts, later: Counts, sizes: tuple[int, int]) -> Iterator[tuple[Counts, Counts]]:
    luck = random.Random(20261128)
    for _ in range(ROOMS):
        yield draw(luck, shape, sizes[0]), draw(luck, later, sizes[1])


def share(
    shape: Counts, later: Counts, sizes: tuple[int, int], told: Callable[[Counts, Counts], bool]
) -> float:
    """Return of how many rooms in 100 something is told."""
    return 100 * sum(told(*pair) for pair in rooms(shape, later, sizes)) / ROOMS


def slack(percent: float) -> float:
    """Return a bound with three standard errors of so many rooms, for the share may be luck too."""
    return percent + 3 * (max(percent, 1.0) * (100 - percent) / ROOMS) ** 0.5


@pytest.mark.parametrize("sizes", MOVED)
def test_luck_alone_is_seldom_called_a_move(sizes):
    def moved(before: Counts, after: Counts) -> bool:
        return shift_of(before, after).is_move

    shares = {name: share(shape, shape, sizes, moved) for name, shape in SHAPES.items()}
    assert max(shares.values()) <= slack(MOVED[sizes]), shares
    assert sum(shares.values()) / len(shares) <= 2.3, shares


@pytest.mark.parametrize("sizes", AGREEMENT)
def test_luck_alone_seldom_brings_views_closer_or_apart(sizes):
    def drifted(before: Counts, after: Counts) -> bool:
        return drift_of(before, after) is not Drift.NONE

    shares = {name: share(shape, shape, sizes, drifted) for name, shape in SHAPES.items()}
    if not AGREEMENT[sizes]:
        assert set(shares.values()) == {0.0}
    assert max(shares.values()) <= slack(AGREEMENT[sizes]), shares


@pytest.mark.parametrize("sizes", FOUND)
def test_a_true_point_is_found_about_as_often_as_the_method_says(sizes):
    def up(before: Counts, after: Counts) -> bool:
        return shift_of(before, after) is Shift.UP

    free = [shape for shape in SHAPES.values() if shape[-1] < 40]
    found = [share(shape, clip(shape, 1), sizes, up) for shape in free]
    assert abs(sum(found) / len(found) - FOUND[sizes]) < 20, found
    assert all(more >= 0 for more in found)


@pytest.mark.parametrize("sizes", [(12, 12), (20, 20)])
def test_a_true_point_is_seldom_called_much_the_same_and_never_the_other_way(sizes):
    for shape in SHAPES.values():
        if shape[-1] >= 40:
            continue
        told = [shift_of(*pair) for pair in rooms(shape, clip(shape, 1), sizes)]
        assert 100 * told.count(Shift.SAME) / ROOMS <= slack(3.8)
        assert 100 * told.count(Shift.DOWN) / ROOMS <= slack(0.4)


def test_more_people_find_a_true_point_more_often():
    def up(before: Counts, after: Counts) -> bool:
        return shift_of(before, after) is Shift.UP

    shape = SHAPES["around the midpoint"]
    found = [share(shape, clip(shape, 1), sizes, up) for sizes in FOUND]
    assert all(fewer < more for fewer, more in pairwise(found))
