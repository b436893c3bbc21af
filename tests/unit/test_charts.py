"""Charts: everything in bounds, lengths true to the counts, all of it said in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.result import result_of
from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars, legend
from desktop_app.charts.fitting import shorten, wrap
from desktop_app.charts.palette import DARK, LIGHT, PRINT, point_colours
from desktop_app.charts.primitives import Drawing, Line, Rect, Text
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.domain.results import Result
from desktop_app.domain.workshop import ResultRules
from tests.unit.builders import make_scale

WIDTHS = {"regular": 0.5, "semibold": 0.55, "bold": 0.6}


def measure(text: str, size: float, weight: str) -> float:
    return len(text) * size * WIDTHS[weight]


def result(*counts: int, cannot_say: int = 0) -> Result:
    return result_of(counts, cannot_say, sum(counts) + cannot_say, ResultRules())


def bars(here: Result, growth: float = 1.0, width: float = 600) -> Drawing:
    scale = make_scale(len(here.counts))
    return rating_bars(here, scale, LIGHT, width, 360, size=20, measure=measure, growth=growth)


def rects(drawing: Drawing) -> list[Rect]:
    return [item for item in drawing.items if isinstance(item, Rect)]


def texts(drawing: Drawing) -> list[Text]:
    return [item for item in drawing.items if isinstance(item, Text)]


def lines(drawing: Drawing) -> list[Line]:
    return [item for item in drawing.items if isinstance(item, Line)]


def said(drawing: Drawing) -> list[str]:
    return [item.text for item in texts(drawing)]


def in_bounds(drawing: Drawing) -> bool:
    slack = 1e-6
    for item in drawing.items:
        if isinstance(item, Line):
            left, right = sorted((item.x1, item.x2))
            top, bottom = sorted((item.y1, item.y2))
        elif isinstance(item, Rect):
            left, right, top, bottom = item.x, item.x + item.width, item.y, item.y + item.height
        else:
            wide = measure(item.text, item.size, item.weight)
            left = item.x - {"start": 0, "middle": wide / 2, "end": wide}[item.anchor]
            right, top, bottom = left + wide, item.y - item.size * 0.75, item.y
        if left < -slack or top < -slack:
            return False
        if right > drawing.width + slack or bottom > drawing.height + slack:
            return False
    return True


@st.composite
def results(draw: st.DrawFn) -> Result:
    points = draw(st.integers(3, 7))
    counts = draw(st.lists(st.integers(0, 200), min_size=points, max_size=points))
    return result(*counts, cannot_say=draw(st.integers(0, 200)))


@given(results(), st.floats(0, 1), st.integers(300, 2000))
def test_rating_bars_stay_in_bounds(here: Result, growth: float, width: int) -> None:
    assert in_bounds(bars(here, growth, width))


def test_rating_bars_are_proportional_from_one_base() -> None:
    found = rects(bars(result(2, 3, 1, 4, 1, cannot_say=2)))
    assert [bar.dashed for bar in found] == [False] * 5 + [True]
    assert len({bar.x for bar in found}) == 1
    longest = found[1].width
    assert [bar.width / longest * 4 for bar in found] == pytest.approx([1, 4, 1, 3, 2, 2])
    assert [bar.fill for bar in found[:5]] == list(reversed(LIGHT.points))


def test_rating_bars_go_down_from_the_highest_point() -> None:
    drawing = bars(result(2, 3, 1, 4, 1))
    values = [item for item in texts(drawing) if item.text in "12345" and item.anchor == "end"]
    assert [item.text for item in values] == ["5", "4", "3", "2", "1"]
    assert all(above.y < below.y for above, below in pairwise(values))
    counts = [item.text for item in texts(drawing) if item.weight == "bold"]
    assert counts == ["1", "4", "1", "3", "2", "0"]
    assert "Can't say" in said(drawing)


def test_rating_bars_grow() -> None:
    here = result(2, 3, 1, 4, 1, cannot_say=1)
    assert rects(bars(here, growth=0)) == []
    assert said(bars(here, growth=0)) == said(bars(here))
    half = [bar.width * 2 for bar in rects(bars(here, growth=0.5))]
    assert half == pytest.approx([bar.width for bar in rects(bars(here))])


@pytest.mark.parametrize("points", range(3, 8))
def test_rating_bars_of_every_scale(points: int) -> None:
    drawing = bars(result(*[3] * points))
    assert [bar.fill for bar in rects(drawing)] == list(reversed(point_colours(LIGHT, points)))


def test_rating_bars_of_two_hundred_and_of_nobody() -> None:
    many = bars(result(10, 20, 40, 90, 40, cannot_say=12))
    assert in_bounds(many)
    assert {"90", "12"} <= set(said(many))
    assert rects(bars(result(0, 0, 0, 0, 0))) == []


def test_rating_bars_say_it_in_words() -> None:
    alt = bars(result(2, 3, 1, 4, 1, cannot_say=1)).alt
    assert alt.startswith("Level Middle, 5 of 11 rated 4 or 5. Opposing views. ")
    assert "Label 4 4: 4, " in alt
    assert alt.endswith("Can't say: 1.")


ROWS = (
    DivergingRow("Build mutual trust", (0, 2, 4, 5, 1), "Middle", "Broad agreement"),
    DivergingRow("Agree ambitions", (2, 3, 1, 4, 1), "Middle", "Opposing views"),
    DivergingRow("Commit for the long term", None, "Not rated yet", ""),
)


def diverge(*rows: DivergingRow, width: float = 700, stacked: bool = False) -> Drawing:
    return diverging_bars(rows, PRINT, width, size=14, measure=measure, stacked=stacked)


def middle_of(drawing: Drawing) -> float:
    line = drawing.items[0]
    assert isinstance(line, Line)
    return line.x1


def test_the_middle_line_lies_behind_everything() -> None:
    drawing = diverge(*ROWS)
    assert [isinstance(item, Line) for item in drawing.items].count(True) == 1
    line = drawing.items[0]
    assert isinstance(line, Line)
    assert (line.x1, line.y1, line.y2) == (line.x2, 0, drawing.height)


def test_diverging_bars_are_shares_centred_on_the_middle() -> None:
    drawing = diverge(ROWS[0], ROWS[1])
    first, second = rects(drawing)[:4], rects(drawing)[4:]
    whole = sum(bar.width for bar in first)
    assert sum(bar.width for bar in second) == pytest.approx(whole)
    assert [bar.width / whole * 12 for bar in first] == pytest.approx([2, 4, 5, 1])
    assert first[1].x + first[1].width / 2 == pytest.approx(middle_of(drawing))
    assert second[2].x + second[2].width / 2 == pytest.approx(middle_of(drawing))
    assert all(a.x + a.width == pytest.approx(b.x) for a, b in pairwise(second))
    assert [bar.fill for bar in second] == list(PRINT.points)


def test_an_even_scale_has_its_middle_between_two_points() -> None:
    drawing = diverge(DivergingRow("Row", (2, 3, 4, 1), "Middle", "Mixed views"))
    assert rects(drawing)[2].x == pytest.approx(middle_of(drawing))


def test_numbers_stand_in_the_segments_or_beside_the_bar() -> None:
    assert {"2", "4", "5", "1"} <= set(said(diverge(ROWS[0])))
    plain = diverging_bars(ROWS, DARK, 700, size=14, measure=measure, numbers=False)
    assert not {"2", "4", "5", "1"} & set(said(plain))
    narrow = diverge(DivergingRow("Row", (1, 0, 0, 198, 1), "High", "Strong agreement"))
    assert {item.anchor for item in texts(narrow) if item.text == "1"} == {"start", "end"}
    assert in_bounds(narrow)


def test_a_row_without_counts_is_quiet_text_only() -> None:
    drawing = diverge(ROWS[2])
    assert rects(drawing) == []
    words = [item for item in texts(drawing) if item.text == "Not rated yet"]
    assert [(w.fill, w.weight) for w in words] == [(PRINT.soft, "regular")]
    assert drawing.alt == "Commit for the long term: Not rated yet."
    hidden = diverge(DivergingRow("Row", None, "", "Hidden"))
    assert "Hidden" in said(hidden)


def test_level_is_bold_and_agreement_beside_or_below_it() -> None:
    beside = {t.text: t for t in texts(diverge(ROWS[0]))}
    below = {t.text: t for t in texts(diverge(ROWS[0], stacked=True))}
    assert beside["Middle"].weight == below["Middle"].weight == "bold"
    assert beside[" · Broad agreement"].y == beside["Middle"].y
    assert below["Broad agreement"].y > below["Middle"].y
    assert below["Broad agreement"].x == below["Middle"].x


def test_long_texts_break_and_make_room() -> None:
    long = DivergingRow("word " * 30, (1, 2, 3, 2, 1), "Middle", "Too few ratings to say so")
    drawing = diverge(long, *ROWS, width=400)
    assert in_bounds(drawing)
    assert any(text.endswith("…") for text in said(drawing))
    assert drawing.height > diverge(long, *ROWS, width=4000).height


@given(
    st.integers(3, 7).flatmap(
        lambda k: st.lists(
            st.none() | st.lists(st.integers(0, 200), min_size=k, max_size=k).map(tuple),
            max_size=6,
        )
    ),
    st.integers(320, 1800),
    st.booleans(),
)
def test_diverging_bars_stay_in_bounds(
    rows: list[tuple[int, ...] | None], width: int, stacked: bool
) -> None:
    made = [DivergingRow("A label of some length", c, "Middle", "Strong agreement") for c in rows]
    drawing = diverge(*made, width=width, stacked=stacked)
    assert in_bounds(drawing)
    assert len(rects(drawing)) == sum(1 for c in rows for count in c or () if count)


def test_diverging_bars_say_it_in_words() -> None:
    assert diverge(ROWS[1]).alt == (
        "Agree ambitions: Middle, Opposing views; 2 at 1, 3 at 2, 1 at 3, 4 at 4, 1 at 5."
    )
    assert diverge().alt == "Nothing to show yet."


@pytest.mark.parametrize("points", range(3, 8))
@pytest.mark.parametrize("width", [80, 200, 900])
def test_legend(points: int, width: int) -> None:
    drawing = legend(make_scale(points), LIGHT, width, size=12, measure=measure)
    assert [bar.fill for bar in rects(drawing)] == list(point_colours(LIGHT, points))
    assert in_bounds(drawing)
    assert drawing.alt.startswith("Scale: 1 Label 1, 2 Label 2, ")


def test_legend_names_ends_and_middle() -> None:
    drawing = legend(make_scale(5), LIGHT, 900, size=12, measure=measure)
    assert said(drawing) == ["1 Label 1", "2", "3 Label 3", "4", "5 Label 5"]


def test_fitting() -> None:
    assert shorten("abcdef", 60, 20, "regular", measure) == "abcdef"
    assert shorten("abcdef", 40, 20, "regular", measure) == "abc…"
    assert shorten("abcdef", 5, 20, "regular", measure) == ""
    assert wrap("one two three four", 80, 20, "regular", measure) == ("one two", "three f…")
    assert wrap("one", 80, 20, "regular", measure) == ("one",)
