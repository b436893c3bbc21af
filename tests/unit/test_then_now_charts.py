"""Bars of two workshops, and of several in a row: thin is earlier, equal shares are as long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.hatching import hatched
from desktop_app.charts.palette import LIGHT, PRINT
from desktop_app.charts.primitives import Drawing, Line, Rect, Text
from desktop_app.charts.then_now_bars import ThenNowRow, then_now_bars, then_now_rows
from desktop_app.charts.trend_bars import TrendRow, trend_bars

from .places import SIZE
from .test_charts import lines, measure, rects, texts
from .test_two_rounds import assert_apart, assert_inside

THEN, NOW = (1, 2, 3, 4, 2), (0, 0, 6, 6, 0)
counts = st.none() | st.lists(st.integers(0, 30), min_size=5, max_size=5).map(tuple)
words = st.sampled_from(["Moved up", "Cannot say", "Much the same", "Not compared: no reason"])
pairs = st.builds(ThenNowRow, st.sampled_from(["Trust", "Time and means"]), counts, counts, words)


def drawn(*rows: ThenNowRow, width: float = 900) -> Drawing:
    return then_now_rows(rows, LIGHT, width, size=SIZE, measure=measure)


def test_the_earlier_bar_is_thin_and_stands_above_the_later_one() -> None:
    bars = rects(drawn(ThenNowRow("Trust", THEN, NOW, "Moved up")))
    then, now = bars[:5], bars[5:]
    assert len(now) == 2, "nobody gave a 1, a 2 or a 5"
    assert {bar.fill for bar in then} == set(LIGHT.points), "both in full colour"
    assert then[0].height < now[0].height / 2
    assert then[0].y + then[0].height < now[0].y
    assert sum(bar.width for bar in then) == pytest.approx(sum(bar.width for bar in now))


def test_both_bars_lie_around_one_middle() -> None:
    drawing = drawn(ThenNowRow("Trust", THEN, NOW, "Moved up"))
    (middle,) = lines(drawing)
    then, now = rects(drawing)[2], rects(drawing)[5]
    assert then.x + then.width / 2 == pytest.approx(middle.x1)
    assert now.x + now.width / 2 == pytest.approx(middle.x1)
    assert (middle.y1, middle.y2) == (0, drawing.height)


def test_words_stand_out_where_it_moved() -> None:
    found = texts(drawn(ThenNowRow("A", THEN, NOW, "Moved up", strong=True),
                        ThenNowRow("B", THEN, NOW, "Cannot say")))  # fmt: skip
    weights = {text.text: text.weight for text in found}
    assert (weights["Moved up"], weights["Cannot say"]) == ("bold", "regular")


def test_too_few_ratings_are_an_empty_dashed_bar_and_nothing_else_is() -> None:
    hidden = drawn(ThenNowRow("A", THEN, None, "Too few ratings", few=(False, True)))
    assert [bar.dashed for bar in rects(hidden)] == [False] * 5 + [True]
    assert not any(bar.dashed for bar in rects(drawn(ThenNowRow("A", THEN, None, "Not rated now"))))
    assert "A: Too few ratings; then 1 at 1, 2 at 2" in hidden.alt
    assert hidden.alt.endswith("now nothing to show.")


def test_lower_points_are_hatched_in_print_in_both_bars() -> None:
    row = ThenNowRow("A", THEN, THEN, "Much the same")
    plain = then_now_rows([row], PRINT, 900, size=SIZE, measure=measure)
    patterns = [bar.pattern for bar in rects(hatched(plain, 5, PRINT, measure))]
    assert patterns == ["dense", "wide", None, None, None] * 2


@given(st.lists(pairs, min_size=1, max_size=8), st.sampled_from([276, 500, 900]))
def test_nothing_overlaps_and_nothing_leaves_the_picture(
    rows: list[ThenNowRow], width: int
) -> None:
    drawing = drawn(*rows, width=width)
    assert_apart(drawing)
    assert_inside(drawing)
    bars = [item for item in drawing.items if isinstance(item, Rect)]
    assert all(bar.x >= 0 and bar.x + bar.width <= drawing.width + 0.01 for bar in bars)


def test_no_rows_are_no_picture() -> None:
    assert then_now_bars([], LIGHT, 500, 40).items == ()


DAYS = ("14 May 2025", "14 May 2026", "14 May 2027")


def trend(*rows: TrendRow, width: float = 900) -> Drawing:
    return trend_bars(DAYS, rows, LIGHT, width, size=SIZE, measure=measure)


def test_each_workshop_has_a_column_and_only_the_last_has_thick_bars() -> None:
    told = ("", "Moved up", "Cannot say")
    drawing = trend(TrendRow("Trust", (NOW, NOW, NOW), told))
    bars = rects(drawing)
    assert len(bars) == 6
    assert bars[0].height == bars[2].height < bars[4].height
    heads = [text for text in texts(drawing) if text.text in DAYS]
    assert [text.text for text in heads] == [*DAYS]
    middles = sorted(line.x1 for line in lines(drawing))
    assert middles == pytest.approx([head.x for head in heads])
    assert {text.text for text in texts(drawing)} == {*DAYS, "Trust", "Moved up", "Cannot say"}


def test_no_line_joins_two_workshops() -> None:
    drawing = trend(TrendRow("Trust", (THEN, NOW, THEN), ("", "Moved up", "Moved down")))
    assert all(line.x1 == line.x2 for line in lines(drawing))


def test_what_is_not_shown_leaves_its_place_empty() -> None:
    drawing = trend(TrendRow("Trust", (None, NOW, THEN), ("", "", "Moved down")))
    assert len(rects(drawing)) == 7
    assert "14 May 2025" not in drawing.alt
    assert "Trust, 14 May 2026: first; 0 at 1" in drawing.alt


@given(
    st.lists(st.tuples(st.tuples(*[counts] * 3), st.tuples(*[words] * 3)), min_size=1, max_size=4),
    st.sampled_from([276, 500, 900]),
)
def test_a_trend_stays_inside(rows: list[tuple], width: int) -> None:
    drawing = trend(*(TrendRow("Time and means", *row) for row in rows), width=width)
    assert_inside(drawing)
    assert all(isinstance(item, Rect | Line | Text) for item in drawing.items)
