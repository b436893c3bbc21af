"""Fist to five as bars: each count drawn in its measure, written over its bar and said in words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop_app.charts.fist_bars import fist_bars
from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Drawing
from tests.unit.test_charts import in_bounds, lines, measure, rects, said, texts


def bars(*counts: int, width: float = 420.0) -> Drawing:
    return fist_bars(counts, LIGHT, width, 96.0, size=15.0, measure=measure)


def test_bars_are_as_high_as_their_counts_on_one_line() -> None:
    drawing = bars(1, 2, 0, 4, 3, 2)
    assert [round(r.height / rects(drawing)[0].height) for r in rects(drawing)] == [1, 2, 4, 3, 2]
    (base,) = lines(drawing)
    assert base.y1 == base.y2
    assert all(rect.y + rect.height == pytest.approx(base.y1) for rect in rects(drawing))
    assert (base.x1, base.x2) == (0, 420.0)
    assert in_bounds(drawing)


def test_every_count_stands_over_its_bar_and_its_name_below() -> None:
    drawing = bars(1, 2, 0, 4, 3, 2)
    counts, names = texts(drawing)[::2], texts(drawing)[1::2]
    assert [text.text for text in counts] == ["1", "2", "0", "4", "3", "2"]
    assert [text.text for text in names] == ["Fist", "1", "2", "3", "4", "5"]
    assert [text.x for text in counts] == [text.x for text in names]
    assert all(later.x - sooner.x == pytest.approx(70) for sooner, later in pairwise(counts))
    tallest = max(rects(drawing), key=lambda rect: rect.height)
    assert counts[3].y < tallest.y
    assert counts[3].x == pytest.approx(tallest.x + tallest.width / 2)


def test_nobody_has_a_line_and_noughts_and_no_bar() -> None:
    drawing = bars(0, 0, 0, 0, 0, 0)
    assert rects(drawing) == []
    assert said(drawing)[::2] == ["0"] * 6
    assert len(lines(drawing)) == 1


def test_in_a_narrow_place_a_fist_is_its_first_letter() -> None:
    assert said(bars(1, 0, 0, 0, 0, 0, width=150))[1] == "F"


def test_it_is_said_in_words() -> None:
    assert bars(1, 2, 0, 4, 3, 2).alt == (
        "Fist to five. a fist: 1, 1 finger: 2, 2 fingers: 0, 3 fingers: 4, 4 fingers: 3, "
        "5 fingers: 2."
    )
