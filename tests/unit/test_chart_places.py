"""Where the parts of a chart of ratings stand: on one line, in the middle, side by side.

How thick a line is and how wide a gap is a matter of taste, and nothing here asks for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

import pytest

from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars
from desktop_app.charts.dot_rows import DotRow, dot_rows
from desktop_app.charts.fist_bars import fist_bars
from desktop_app.charts.fitting import shorten, wrap
from desktop_app.charts.four_field import FieldPoint, four_field
from desktop_app.charts.group_bars import group_bars
from desktop_app.charts.legend import legend
from desktop_app.charts.paired_bars import paired_bars
from desktop_app.charts.palette import LIGHT, contrast, point_colours, text_on
from desktop_app.charts.primitives import Drawing, Measure, Rect, Text
from desktop_app.charts.rating_bars import rating_bars

from .builders import make_scale
from .places import (
    NAMES,
    SIZE,
    WORDS,
    halfway,
    left_of,
    middle,
    named,
    numbers_of,
    right_of,
    same,
)
from .test_charts import in_bounds, lines, measure, rects, result, said, texts


class Style(TypedDict):
    size: float
    measure: Measure


def pictures(k: float) -> dict[str, Drawing]:
    """Give each chart `k` times as large."""
    size, scale = SIZE * k, make_scale(5)
    first, second = result(2, 3, 1, 4, 1, cannot_say=2), result(0, 1, 6, 3, 2, cannot_say=1)
    text = Style(size=size, measure=measure)
    rows = [DotRow("Build mutual trust between all of us", 4, "4 dots"), DotRow("Time", 2, "2")]
    many = [replace(row, dots=row.dots * 150) for row in rows]
    points = [
        FieldPoint(1, "A", 0.2, 0.3),
        FieldPoint(2, "B", 0.2, 0.31),
        FieldPoint(3, "C", 0.21, 0.3, close=True),
        FieldPoint(4, "D", 0.9, 0.1),
    ]
    answers = [
        DivergingRow("Build mutual trust between all of us", (0, 2, 4, 5, 1), "Middle", "Broad"),
        DivergingRow("Agree ambitions", (1, 0, 0, 198, 1), "High", "Strong agreement"),
        DivergingRow("Commit", None, "Not rated yet", ""),
    ]
    return {
        "rating": rating_bars(first, scale, LIGHT, 900 * k, 500 * k, **text),
        "group": group_bars(first, LIGHT, 400 * k, 300 * k, size=size),
        "fist": fist_bars((1, 2, 0, 4, 3, 2), LIGHT, 600 * k, 300 * k, **text),
        "paired": paired_bars(first, second, scale, NAMES, LIGHT, 1200 * k, 500 * k, **text),
        "dots": dot_rows(rows, LIGHT, 900 * k, **text),
        "many dots": dot_rows(many, LIGHT, 900 * k, **text),
        "fields": four_field(points, LIGHT, 900 * k, 640 * k, even=0.25, words=WORDS, **text),
        "diverging": diverging_bars(answers, LIGHT, 1200 * k, **text),
        "stacked": diverging_bars(answers, LIGHT, 1200 * k, stacked=True, **text),
        "legend": legend(scale, LIGHT, 500 * k, **text),
    }


@pytest.mark.parametrize("chart", pictures(1))
@pytest.mark.parametrize("k", [2, 3])
def test_a_picture_twice_as_large_is_the_same_picture(chart: str, k: int) -> None:
    small, large = pictures(1)[chart], pictures(k)[chart]
    assert [large.width, large.height] == pytest.approx([small.width * k, small.height * k])
    assert said(large) == said(small)
    for one, other in zip(small.items, large.items, strict=True):
        assert numbers_of(other) == pytest.approx([number * k for number in numbers_of(one)])


@pytest.mark.parametrize("chart", pictures(1))
def test_everything_lies_inside_the_picture(chart: str) -> None:
    assert in_bounds(pictures(1)[chart])


@pytest.mark.parametrize("chart", pictures(1))
def test_a_line_in_a_small_picture_can_still_be_seen(chart: str) -> None:
    seen = [line.width for line in lines(pictures(0.1)[chart])]
    assert all(width >= 0.14 for width in seen)


def rating(*counts: int, cannot_say: int = 0, width: float = 900) -> Drawing:
    here = result(*counts, cannot_say=cannot_say)
    return rating_bars(here, make_scale(len(counts)), LIGHT, width, 420, size=SIZE, measure=measure)


def test_each_rating_has_its_label_value_bar_and_count_on_one_line() -> None:
    drawing = rating(2, 3, 1, 4, 1, cannot_say=2)
    bars, counts = rects(drawing), [t for t in texts(drawing) if t.weight == "bold"]
    assert [halfway(bar) for bar in bars] == pytest.approx([35, 105, 175, 245, 315, 385])
    assert same(count.y - halfway(bar) for count, bar in zip(counts, bars, strict=True))
    assert same(count.x - bar.x - bar.width for count, bar in zip(counts, bars, strict=True))
    assert all(count.x > bar.x + bar.width for count, bar in zip(counts, bars, strict=True))
    labels = [named(drawing, f"Label {point}") for point in (5, 4, 3, 2, 1)]
    assert [label.y for label in labels] == [count.y for count in counts[:5]]
    assert same(map(right_of, labels))
    assert {label.anchor for label in labels} == {"end"}


def test_labels_stand_left_of_the_values_and_those_left_of_the_bars() -> None:
    drawing = rating(10, 30, 10, 40, 10, cannot_say=20)
    values = [named(drawing, text) for text in "54321"]
    assert same(map(right_of, values))
    label = named(drawing, "Label 5")
    gap = left_of(values[0]) - right_of(label)
    assert gap > 0
    bars = rects(drawing)
    assert bars[0].x - right_of(values[0]) == pytest.approx(2 * gap), "the bars a gap on"
    cannot_say = named(drawing, "Can't say")
    assert right_of(cannot_say) == pytest.approx(right_of(values[0])), "it has no value"
    assert left_of(cannot_say) == pytest.approx(0), "the widest begins at the edge"


def test_the_longest_bar_takes_all_the_room() -> None:
    drawing = rating(10, 30, 10, 40, 10)
    longest, gap = (
        named(drawing, "40"),
        named(drawing, "40").x - max(bar.x + bar.width for bar in rects(drawing)),
    )
    assert right_of(longest) + gap == pytest.approx(900)


def test_only_can_t_say_is_quiet() -> None:
    drawing = rating(2, 3, 1, 4, 1, cannot_say=2)
    assert [bar.fill for bar in rects(drawing)][-1] == LIGHT.soft
    assert [bar.dashed for bar in rects(drawing)] == [False] * 5 + [True]
    quiet = [text for text in texts(drawing) if text.fill == LIGHT.soft]
    assert [text.text for text in quiet] == ["Can't say", "2"]
    assert all(text.fill == LIGHT.ink for text in texts(drawing) if text not in quiet)


def test_labels_leave_the_bars_more_than_half() -> None:
    scale = make_scale(5)
    long = replace(scale, cannot_say_label="I really cannot say anything about this at all " * 3)
    drawing = rating_bars(
        result(1, 2, 3, 4, 5, cannot_say=1), long, LIGHT, 600, 420, size=SIZE, measure=measure
    )
    assert said(drawing)[-2].endswith("…")
    assert in_bounds(drawing)
    assert 270 < rects(drawing)[0].x < 300


def test_in_no_room_at_all_the_counts_stay_where_the_bars_begin() -> None:
    counts = [text for text in texts(rating(1, 9, 0, 2, 0, width=60)) if text.weight == "bold"]
    assert len({text.x for text in counts}) == 1


def test_only_the_end_of_a_bar_is_round() -> None:
    for bar in rects(rating(1, 200, 0, 0, 0)):
        assert 0 < bar.radius <= bar.width / 2
        assert bar.radius < bar.height / 2


def standing(drawing: Drawing) -> tuple[list[Text], list[Text], float]:
    (floor,) = {line.y1 for line in lines(drawing)}
    above = [text for text in texts(drawing) if text.y < floor]
    return above, [text for text in texts(drawing) if text.y > floor], floor


@pytest.mark.parametrize("chart", ["group", "fist"])
def test_standing_bars_share_a_floor_with_names_below_and_counts_on_top(chart: str) -> None:
    drawing = pictures(1)[chart]
    counts, names, floor = standing(drawing)
    (line,) = lines(drawing)
    assert (line.x1, line.x2, line.y2) == (0, drawing.width, floor)
    assert line.width < SIZE / 4
    pitch = drawing.width / 6
    places = [pitch * (place + 0.5) for place in range(6)]
    assert [text.x for text in counts] == [text.x for text in names] == pytest.approx(places)
    assert {text.anchor for text in texts(drawing)} == {"middle"}
    assert len({text.y for text in names}) == 1
    bars = {middle(bar): bar for bar in rects(drawing)}
    assert list(bars) == pytest.approx(
        [x for x, c in zip(places, counts, strict=True) if c.text != "0"]
    )
    assert same(bar.y + bar.height for bar in (*bars.values(), Rect(0, 0, 0, floor, "")))
    tops = [next((b.y for b in bars.values() if middle(b) == c.x), floor) for c in counts]
    assert same(top - text.y for top, text in zip(tops, counts, strict=True))
    assert all(top > text.y for top, text in zip(tops, counts, strict=True))
    assert same(bar.width for bar in bars.values())
    assert pitch / 4 < next(iter(bars.values())).width < pitch
    assert same(
        bar.height / int(c.text) for c in counts for bar in bars.values() if middle(bar) == c.x
    )
    highest = min(text.y - 0.75 * text.size for text in counts)
    assert 0 <= highest < SIZE, "the tallest takes the room"


def test_a_part_of_the_room_has_its_points_and_can_t_say() -> None:
    drawing = group_bars(result(2, 3, 1, 4, 1, cannot_say=2), LIGHT, 400, 300, size=SIZE)
    counts, names, _ = standing(drawing)
    assert [text.text for text in names] == ["1", "2", "3", "4", "5", "?"]
    assert [text.text for text in counts] == ["2", "3", "1", "4", "1", "2"]
    assert [bar.fill for bar in rects(drawing)] == [*LIGHT.points, LIGHT.soft]
    assert [bar.dashed for bar in rects(drawing)] == [False] * 5 + [True]
    assert {text.weight for text in counts} == {"bold"}
    assert {text.fill for text in names} == {LIGHT.soft}


def test_a_part_of_the_room_that_rated_nothing_has_no_bar() -> None:
    drawing = group_bars(result(0, 0, 0, 0, 0), LIGHT, 400, 300, size=SIZE)
    assert rects(drawing) == []
    assert [text.text for text in standing(drawing)[0]] == ["0"] * 6


def test_a_part_is_drawn_to_its_own_measure_where_it_is_larger_than_the_other() -> None:
    here = result(4, 0, 0, 0, 0)
    alone, beside = (group_bars(here, LIGHT, 400, 300, size=SIZE, most=most) for most in (0, 3))
    assert rects(alone) == rects(beside)


def test_a_fist_has_a_colour_for_each_finger_and_the_name_that_fits() -> None:
    def drawn(width: float) -> Drawing:
        return fist_bars((1, 1, 1, 1, 1, 1), LIGHT, width, 200, size=10, measure=measure)

    assert [bar.fill for bar in rects(drawn(600))] == list(point_colours(LIGHT, 6))
    assert said(drawn(120))[1] == "Fist", "20 wide, as the place is"
    assert said(drawn(119))[1] == "F"
    wide, narrow = rects(drawn(600))[0].width, rects(drawn(60))[0].width
    assert narrow < 10 < wide < 100 / 2, "as wide as it need be"


def test_a_fist_in_another_language_is_called_by_its_name() -> None:
    drawing = fist_bars((0,) * 6, LIGHT, 600, 200, size=10, measure=measure, fist="Dwrn")
    assert said(drawing)[1] == "Dwrn"


def test_contrast_is_that_of_the_guidelines() -> None:
    found = [contrast(colour, "#ffffff") for colour in ("#ff0000", "#00ff00", "#0000ff", "#767676")]
    assert found == pytest.approx([3.998, 1.372, 8.592, 4.542], abs=0.001)
    assert contrast("#0a0a0a", "#000000") == pytest.approx(1.0607, abs=0.0001)
    assert contrast("#102030", "#ffffff") == contrast("#ffffff", "#102030")


def test_ink_on_a_colour_is_the_better_one_and_black_where_neither_is_enough() -> None:
    assert text_on("#ffffff") == "#1b2a33"
    assert text_on("#000000") == "#ffffff"
    assert text_on("#808080") == "#000000"
    assert text_on("#767676") == "#ffffff"


def test_scales_of_even_size_have_no_neutral_and_of_seven_a_colour_halfway() -> None:
    palette = replace(LIGHT, points=("#000000", "#404040", "#111111", "#808080", "#c0c0c0"))
    assert point_colours(palette, 4) == ("#000000", "#404040", "#808080", "#c0c0c0")
    assert point_colours(palette, 7) == (
        "#000000", "#202020", "#404040", "#111111", "#808080", "#a0a0a0", "#c0c0c0",
    )  # fmt: skip
    assert point_colours(palette, 3) == ("#000000", "#111111", "#c0c0c0")


def test_a_text_is_shortened_only_where_it_must_be() -> None:
    def short(text: str, width: float) -> str:
        return shorten(text, width, 20, "regular", measure)

    assert short("abcdef", 59.99) == "abcdef", "sums of widths differ by as little"
    assert short("abcdef", 59.9) == "abcd…"
    assert short("abcdef", 50) == "abcd…"
    assert short("abc def", 50) == "abc…", "and no space before it"
    assert short("abcdef", 10) == "…"
    assert short("abcdef", 9.9) == ""
    assert short("", 0) == ""


def test_a_text_is_broken_between_words_into_no_more_lines_than_wished() -> None:
    def broken(text: str, width: float, most: int = 2) -> tuple[str, ...]:
        return wrap(text, width, 20, "regular", measure, most=most)

    assert broken("one two three four", 90) == ("one two", "three four"[:8] + "…")
    assert broken("one two three four", 70, most=3) == ("one two", "three", "four")
    assert broken("one two", 70) == ("one two",)
    assert broken("one two", 69.9) == ("one", "two")
    assert broken("unbreakable", 50) == ("unbr…",)
    assert broken("one  two ", 70, most=1) == ("one two",)
    assert broken("one two three", 70, most=1) == ("one tw…",)
    assert broken("", 50) == ("",)
