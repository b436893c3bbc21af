"""Charts that set results beside one another: texts apart, bars in their places, words for all."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import result_of
from desktop_app.charts.group_bars import group_bars
from desktop_app.charts.paired_bars import paired_bars
from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Drawing, Rect, Text
from desktop_app.domain.results import Result
from desktop_app.domain.workshop import ResultRules

from .builders import make_scale

NAMES = ("First vote", "Second vote")
SIZE = 20.0


def measure(text: str, size: float, _weight: str) -> float:
    return len(text) * size * 0.5


def result(counts: list[int], cannot_say: int = 0) -> Result:
    return result_of(counts, cannot_say, sum(counts) + cannot_say, ResultRules())


def box(text: Text) -> tuple[float, float, float, float]:
    wide = measure(text.text, text.size, text.weight)
    left = text.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    return left, text.y - text.size * 0.7, left + wide, text.y + text.size * 0.2


def texts(drawing: Drawing) -> list[Text]:
    return [item for item in drawing.items if isinstance(item, Text)]


def assert_apart(drawing: Drawing) -> None:
    for one, other in combinations([box(t) for t in texts(drawing)], 2):
        beside = one[2] <= other[0] + 0.01 or other[2] <= one[0] + 0.01
        assert beside or one[3] <= other[1] or other[3] <= one[1]


def assert_inside(drawing: Drawing) -> None:
    for text in texts(drawing):
        left, top, right, lower = box(text)
        assert left >= -0.01
        assert right <= drawing.width + 0.01
        assert top >= -SIZE
        assert lower <= drawing.height + SIZE


pairs = st.integers(3, 7).flatmap(
    lambda k: st.tuples(
        st.lists(st.integers(0, 30), min_size=k, max_size=k),
        st.lists(st.integers(0, 30), min_size=k, max_size=k),
        st.integers(0, 9),
    )
)


@given(pairs)
def test_both_rounds_stand_on_one_list_of_points(pair: tuple[list[int], list[int], int]) -> None:
    first, second, unsaid = pair
    scale = make_scale(len(first))
    before, after = result(first, unsaid), result(second)
    drawing = paired_bars(before, after, scale, NAMES, LIGHT, 800, 460, size=SIZE, measure=measure)
    assert_apart(drawing)
    assert_inside(drawing)
    bars = [item for item in drawing.items if isinstance(item, Rect)]
    assert len(bars) == sum(1 for votes in (*first, *second, unsaid) if votes)
    assert all(bar.x + bar.width <= drawing.width for bar in bars)


def test_parts_share_one_measure() -> None:
    small, large = result([1, 0, 0, 0, 0]), result([4, 0, 0, 0, 0], 2)
    heights = []
    for one in (small, large):
        drawing = group_bars(one, LIGHT, 300, 200, size=SIZE, most=4)
        heights.append(max(i.height for i in drawing.items if isinstance(i, Rect)))
        assert_apart(drawing)
    assert heights[1] == 4 * heights[0]
    assert "can’t say: 2" in group_bars(large, LIGHT, 300, 200, size=SIZE).alt
