"""Where two rounds and several statements stand beside one another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars
from desktop_app.charts.legend import legend
from desktop_app.charts.paired_bars import paired_bars
from desktop_app.charts.palette import LIGHT, text_on
from desktop_app.charts.primitives import Drawing

from .builders import make_scale
from .places import (
    NAMES,
    SIZE,
    halfway,
    left_of,
    middle,
    named,
    right_of,
    same,
)
from .test_charts import lines, measure, rects, result, said, texts


def paired() -> Drawing:
    first, second = result(2, 3, 1, 4, 1, cannot_say=2), result(0, 1, 6, 3, 2, cannot_say=1)
    return paired_bars(
        first, second, make_scale(5), NAMES, LIGHT, 1200, 500, size=SIZE, measure=measure
    )


def test_each_round_has_its_column_under_its_name() -> None:
    drawing = paired()
    heads = [named(drawing, name) for name in NAMES]
    first = [bar for bar in rects(drawing) if bar.x == heads[0].x]
    second = [bar for bar in rects(drawing) if bar.x == heads[1].x]
    assert len(first) == 6
    assert len(second) == 5, "nobody gave a 1"
    assert [head.weight for head in heads] == ["semibold"] * 2
    assert heads[0].y == heads[1].y < min(bar.y for bar in rects(drawing))
    pitch = 500 / 7
    assert [halfway(bar) for bar in first] == pytest.approx([pitch * (n + 1.5) for n in range(6)])
    assert [halfway(bar) for bar in second] == [halfway(b) for n, b in enumerate(first) if n != 4]
    assert [bar.dashed for bar in first] == [False] * 5 + [True]
    assert [bar.fill for bar in first] == [*reversed(LIGHT.points), LIGHT.soft]
    assert same(bar.height for bar in first)
    assert same(bar.height for bar in second)
    assert first[0].height < second[0].height / 2, "thin is earlier, thick is later"
    assert heads[1].x - heads[0].x == pytest.approx(
        1200 - heads[1].x + heads[0].x - right_of(named(drawing, "Can't say"))
    )


def test_bars_of_two_rounds_are_shares_of_everybody_in_each() -> None:
    drawing = paired()
    heads = [named(drawing, name) for name in NAMES]
    first, second = ([bar.width for bar in rects(drawing) if bar.x == head.x] for head in heads)
    whole = [4 / 13, 6 / 13]
    assert sum(second) / 13 * 6 == pytest.approx(max(second)), "6 of 13"
    assert [width / first[1] * 4 for width in first] == pytest.approx([1, 4, 1, 3, 2, 2])
    assert max(first) / max(second) == pytest.approx(whole[0] / whole[1])


def test_counts_of_two_rounds_stand_behind_their_bars() -> None:
    drawing = paired()
    heads = [named(drawing, name) for name in NAMES]
    counts = [
        text for text in texts(drawing) if text.anchor == "start" and text.weight != "semibold"
    ]
    assert [text.weight for text in counts] == ["regular", "bold"] * 6, "the later vote stands out"
    assert [text.text for text in counts] == [
        "1",
        "2",
        "4",
        "3",
        "1",
        "6",
        "3",
        "1",
        "2",
        "0",
        "2",
        "1",
    ]
    ends = {(bar.x, round(halfway(bar))): bar.x + bar.width for bar in rects(drawing)}
    rows = [500 / 7 * (n + 1.5) for n in range(6)]
    gaps = [
        text.x - ends.get((heads[place % 2].x, round(rows[place // 2])), heads[place % 2].x)
        for place, text in enumerate(counts)
    ]
    assert same(gaps)
    assert gaps[0] > 0
    assert all(right_of(text) <= heads[1].x for text in counts[::2])
    assert same(text.y - row for text, row in zip(counts[::2], rows, strict=True))
    labels = [text for text in texts(drawing) if text.anchor == "end"]
    assert len(labels) == 11
    assert {text.text for text in labels if text.fill == LIGHT.soft} == {"Can't say"}
    ratings = [text for text in labels if text.text.isdigit()]
    assert same([*map(right_of, ratings), right_of(named(drawing, "Can't say"))])
    beside = [left_of(value) - right_of(named(drawing, f"Label {value.text}")) for value in ratings]
    assert same(beside)
    assert beside[0] > 0


def test_two_rounds_without_ratings_have_no_bars() -> None:
    nobody = result(0, 0, 0, 0, 0)
    drawing = paired_bars(
        nobody, nobody, make_scale(5), NAMES, LIGHT, 900, 400, size=SIZE, measure=measure
    )
    assert rects(drawing) == []
    assert [t.text for t in texts(drawing) if t.text == "0"] == ["0"] * 12
    assert "Label 5 5: 0 and 0" in drawing.alt


def diverging(*rows: DivergingRow, width: float = 1200, **more: bool) -> Drawing:
    return diverging_bars(rows, LIGHT, width, size=SIZE, measure=measure, **more)


TRUST = DivergingRow("Trust", (1, 2, 3, 4, 10), "High", "Broad agreement")
TIME = DivergingRow("Time together", (2, 2, 2, 2, 2), "Middle", "Mixed views")
NONE = DivergingRow("Commit", None, "Not rated yet", "")


def test_rows_have_label_bar_and_words_around_their_middle() -> None:
    drawing = diverging(TRUST, TIME)
    tall = drawing.height / 2
    for place, row in enumerate((TRUST, TIME)):
        centre = (place + 0.5) * tall
        bars = [bar for bar in rects(drawing) if abs(halfway(bar) - centre) < 1]
        assert len(bars) == 5
        assert all(bar.height == pytest.approx(tall / 2) for bar in bars)
        label, level = named(drawing, row.label), named(drawing, row.level_text)
        agreement = named(drawing, f" · {row.agreement_text}")
        assert label.x == 0
        assert label.y == level.y == agreement.y == pytest.approx(centre + 0.35 * SIZE)
        assert agreement.x == pytest.approx(right_of(level))
        assert (level.weight, level.fill) == ("bold", LIGHT.ink)
        assert (agreement.weight, agreement.fill) == ("regular", LIGHT.soft)
    assert named(drawing, "High").x == named(drawing, "Middle").x
    assert max(map(right_of, texts(drawing))) == pytest.approx(1200), "the longest to the edge"


def test_bars_keep_clear_of_labels_and_words() -> None:
    drawing = diverging(
        DivergingRow("A label", (20, 0, 0, 0, 0), "Low", "Strong agreement"),
        DivergingRow("Another", (0, 0, 0, 0, 20), "High", "Strong agreement"),
    )
    left, right = rects(drawing)
    assert left.x + left.width == pytest.approx(right.x), "both end at the middle"
    before = left.x - right_of(named(drawing, "A label"))
    assert before >= SIZE
    assert named(drawing, "High").x - right.x - right.width == pytest.approx(before, abs=SIZE)
    numbers = [text for text in texts(drawing) if text.text == "20"]
    assert [text.x for text in numbers] == pytest.approx([middle(left), middle(right)])


def test_a_number_that_does_not_fit_inside_stands_beside_its_end_or_nowhere() -> None:
    drawing = diverging(DivergingRow("Row", (1, 90, 1, 90, 1), "Middle", "Opposing views"))
    first, *_, last = rects(drawing)
    ones = [text for text in texts(drawing) if text.text == "1"]
    assert [text.anchor for text in ones] == ["end", "start"], "the one in the middle nowhere"
    gaps = (first.x - right_of(ones[0]), left_of(ones[1]) - last.x - last.width)
    assert gaps[0] == pytest.approx(gaps[1])
    assert gaps[0] > 0
    assert {text.fill for text in ones} == {LIGHT.soft}
    inside = [text for text in texts(drawing) if text.text == "90"]
    assert [text.x for text in inside] == pytest.approx(
        [middle(bar) for bar in rects(drawing) if bar.width > 50]
    )
    assert {text.fill for text in inside} == {text_on(LIGHT.points[1]), text_on(LIGHT.points[3])}
    assert len({text.y for text in (*ones, *inside)}) == 1
    assert ones[0].size < SIZE


def test_no_numbers_where_none_are_wished() -> None:
    drawing = diverging(TRUST, numbers=False)
    assert said(drawing) == ["Trust", "High", " · Broad agreement"]
    wider = [sum(bar.width for bar in rects(d)) for d in (drawing, diverging(TRUST))]
    assert wider[0] > wider[1], "and no room is kept for them"


def test_a_row_is_as_high_as_its_texts_need() -> None:
    long = replace(TRUST, label="Build mutual trust between all of the partners here")
    one, two = diverging(TRUST, TIME), diverging(long, TIME)
    assert one.height < two.height < diverging(TRUST, TIME, stacked=True).height
    assert two.height == pytest.approx(2 * 3.2 * SIZE)
    lines_of = [text for text in texts(two) if text.weight == "semibold"]
    above, below, alone = lines_of
    assert (above.y + below.y) / 2 == pytest.approx(two.height / 4 + 0.35 * SIZE)
    assert alone.y == pytest.approx(two.height * 3 / 4 + 0.35 * SIZE)
    assert above.x == below.x == alone.x == 0
    wished = diverging_bars([TRUST, TIME], LIGHT, 1200, size=SIZE, measure=measure, row_height=50)
    assert wished.height == 100


def test_words_too_long_for_a_line_are_the_level_over_the_agreement() -> None:
    long = replace(TIME, agreement_text="Too few ratings to say so yet")
    drawing = diverging(long, width=900)
    level = named(drawing, "Middle")
    (agreement,) = (text for text in texts(drawing) if text.text.startswith("Too few"))
    assert agreement.x == level.x
    assert agreement.y - level.y == pytest.approx(1.25 * SIZE)
    assert agreement.text.endswith("…")
    assert right_of(agreement) <= 900


def test_stacked_rows_have_the_level_over_the_agreement_and_no_dot_between() -> None:
    drawing = diverging(TRUST, stacked=True)
    level, agreement = named(drawing, "High"), named(drawing, "Broad agreement")
    assert agreement.x == level.x
    assert (level.y + agreement.y) / 2 == pytest.approx(drawing.height / 2 + 0.35 * SIZE)
    assert right_of(agreement) == pytest.approx(1200)
    assert drawing.height == pytest.approx(3.9 * SIZE)


def test_a_single_text_beside_counts_is_quiet() -> None:
    drawing = diverging(DivergingRow("Trust", (1, 2, 0, 0, 0), "", "Too few"))
    assert (named(drawing, "Too few").weight, named(drawing, "Too few").fill) == (
        "regular",
        LIGHT.soft,
    )
    assert "Trust: Too few; 1 at 1, 2 at 2, 0 at 3, 0 at 4, 0 at 5." in drawing.alt


def test_two_texts_without_counts_are_one_quiet_text() -> None:
    drawing = diverging(DivergingRow("Trust", None, "Not rated", "in this room"))
    assert said(drawing) == ["Trust", "Not rated in this room"]
    assert named(drawing, "Not rated in this room").fill == LIGHT.soft


def test_rows_without_counts_need_no_room_for_numbers() -> None:
    assert diverging(NONE).items == diverging(NONE, numbers=False).items


def test_the_line_of_the_middle_is_drawn_only_with_rows() -> None:
    assert diverging().items == ()
    assert diverging().height == 0
    (line,) = lines(diverging(NONE))
    assert (line.x1, line.x2) == (line.x1, line.x1)
    assert (line.y1, line.y2) == (0, diverging(NONE).height)
    assert 0.5 <= line.width < SIZE / 8


def test_a_row_nobody_rated_has_no_bar_but_its_counts_in_words() -> None:
    drawing = diverging(DivergingRow("Trust", (0, 0, 0, 0, 0), "Low", "None"))
    assert rects(drawing) == []
    assert "0" not in said(drawing)


def test_each_line_of_a_legend_is_centred() -> None:
    drawing = legend(make_scale(7), LIGHT, 420, size=SIZE, measure=measure)
    swatches, names = rects(drawing), texts(drawing)
    rows = sorted({swatch.y for swatch in swatches})
    assert len(rows) == 3
    pitch = drawing.height / 3
    assert [y + swatches[0].height / 2 for y in rows] == pytest.approx(
        [pitch / 2, pitch * 1.5, pitch * 2.5]
    )
    for y in rows:
        line = [n for n, swatch in enumerate(swatches) if swatch.y == y]
        assert swatches[line[0]].x == pytest.approx(420 - right_of(names[line[-1]]))
        between = [swatches[b].x - right_of(names[a]) for a, b in pairwise(line)]
        assert not between or same(between)
        assert all(gap > names[0].x - swatches[0].x - swatches[0].width for gap in between)
    assert same(name.x - s.x - s.width for name, s in zip(names, swatches, strict=True))
    assert names[0].x > swatches[0].x + swatches[0].width
    assert same(name.y - halfway(s) for name, s in zip(names, swatches, strict=True))
    assert all(s.width == s.height < SIZE for s in swatches)


def test_a_legend_that_just_fits_stays_on_one_line() -> None:
    def drawn(width: float) -> Drawing:
        return legend(make_scale(3), LIGHT, width, size=10, measure=measure)

    wide = drawn(1000)
    whole = right_of(texts(wide)[-1]) - rects(wide)[0].x
    assert drawn(whole + 0.001).height == wide.height
    assert drawn(whole - 0.001).height == 2 * wide.height
    assert rects(drawn(whole + 0.001))[0].x == pytest.approx(0, abs=0.001)


def test_a_legend_names_the_middle_of_an_odd_scale_only() -> None:
    def names(points: int) -> list[str]:
        return said(legend(make_scale(points), LIGHT, 2000, size=10, measure=measure))

    assert names(3) == ["1 Label 1", "2 Label 2", "3 Label 3"]
    assert names(4) == ["1 Label 1", "2", "3", "4 Label 4"]
    assert names(7) == ["1 Label 1", "2", "3", "4 Label 4", "5", "6", "7 Label 7"]
