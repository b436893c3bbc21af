"""Where dots and the tiles of the four fields stand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop_app.charts.dot_rows import DOT, DotRow, dot_rows
from desktop_app.charts.four_field import FieldPoint, four_field
from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Drawing, Rect

from .places import (
    SIZE,
    WORDS,
    halfway,
    left_of,
    middle,
    named,
    numbers_of,
    right_of,
    same,
    width_of,
)
from .test_charts import in_bounds, lines, measure, rects, said, texts


def test_dots_stand_in_rows_beside_their_label() -> None:
    rows = [DotRow("Trust", 4, "4 dots"), DotRow("Time together", 2, "2 dots"), DotRow("x", 0, "0")]
    drawing = dot_rows(rows, LIGHT, 900, size=SIZE, measure=measure)
    dots = [text for text in texts(drawing) if text.text == DOT]
    assert {text.fill for text in dots} == {LIGHT.accent}
    first, second = dots[:4], dots[4:]
    assert [dot.x for dot in second] == [dot.x for dot in first[:2]]
    assert same(after.x - before.x for before, after in pairwise(first))
    assert width_of(first[0]) < first[1].x - first[0].x < 1.2 * width_of(first[0])
    assert first[0].x > right_of(named(drawing, "Time together"))
    tall = drawing.height / 3
    assert [line.y1 for line in lines(drawing)] == pytest.approx([tall, 2 * tall])
    assert all((line.x1, line.x2, line.y2) == (0, 900, line.y1) for line in lines(drawing))
    for place, row in enumerate(rows):
        label, words = named(drawing, row.label), named(drawing, row.words)
        assert [label.x, right_of(words)] == pytest.approx([0, 900])
        assert label.y == words.y
        assert place * tall < words.y < (place + 1) * tall
    assert second[0].y == pytest.approx(first[0].y + tall)


def test_a_long_label_of_dots_is_broken_around_the_middle_of_its_row() -> None:
    rows = [DotRow("Build mutual trust between all the partners", 3, "3 dots")]
    drawing = dot_rows(rows, LIGHT, 900, size=SIZE, measure=measure)
    above, below = (text for text in texts(drawing) if text.weight == "semibold")
    assert (above.y + below.y) / 2 == pytest.approx(named(drawing, "3 dots").y)
    assert below.y - above.y > SIZE
    assert max(map(right_of, (above, below))) < 0.42 * 900 + 1
    assert min(dot.x for dot in texts(drawing) if dot.text == DOT) > 0.42 * 900


def test_dots_draw_together_before_they_become_bars() -> None:
    def drawn(dots: int) -> Drawing:
        return dot_rows([DotRow("Trust", dots, "dots")], LIGHT, 900, size=SIZE, measure=measure)

    wide = width_of(next(t for t in texts(drawn(1)) if t.text == DOT))
    (bar,) = rects(drawn(1000))
    room = bar.width
    assert bar.x == next(t.x for t in texts(drawn(1)) if t.text == DOT)
    assert bar.x + bar.width < left_of(named(drawn(1000), "dots"))
    many = int(room / (0.5 * wide))
    close = [t for t in texts(drawn(many)) if t.text == DOT]
    assert len(close) == many
    assert close[1].x - close[0].x == pytest.approx(room / many)
    assert rects(drawn(many)) == []
    assert DOT not in said(drawn(many + 1))
    assert halfway(bar) == pytest.approx(drawn(1000).height / 2)
    assert bar.fill == LIGHT.accent


def test_a_row_of_dots_is_as_high_as_it_is_wished() -> None:
    rows = [DotRow("Trust", 4, "4 dots"), DotRow("Time", 2, "2 dots")]
    drawing = dot_rows(rows, LIGHT, 900, size=SIZE, measure=measure, row_height=100)
    assert drawing.height == 200
    assert [line.y1 for line in lines(drawing)] == [100]


def fields(*points: FieldPoint, even: float = 0.25, height: float = 640) -> Drawing:
    return four_field(points, LIGHT, 900, height, size=20, measure=measure, even=even, words=WORDS)


def tiles(drawing: Drawing) -> list[Rect]:
    _, _, *found = rects(drawing)
    return found


def test_the_four_fields_meet_where_level_and_importance_turn() -> None:
    drawing = fields()
    card, strong = rects(drawing)
    top, lower, left, right, across, down = lines(drawing)
    assert (card.x, card.width) == (0, 900)
    assert (top.y1, lower.y1) == (card.y, card.y + card.height)
    assert card.y == pytest.approx(640 - card.y - card.height)
    assert (left.x1, right.x1) == (0, 900)
    assert (across.x1, across.x2) == (450, 450)
    assert (across.y1, across.y2) == (left.y1, left.y2) == (top.y1, lower.y1)
    assert down.y1 == down.y2 == pytest.approx(320)
    assert (down.x1, down.x2) == (top.x1, top.x2) == (0, 900)
    assert (strong.x, strong.y, strong.width, strong.height) == (0, card.y, 450, down.y1 - card.y)
    assert strong.fill != card.fill == LIGHT.card
    assert {line.stroke for line in (across, down)} == {LIGHT.soft}
    assert {line.stroke for line in (top, lower, left, right)} == {LIGHT.line}


def test_each_corner_has_the_words_of_its_field() -> None:
    drawing = fields()
    corners = {text.text: text for text in texts(drawing) if text.weight == "semibold"}
    work, keep = corners["More dots, lower"], corners["More dots, higher"]
    watch, runs = (corners[word] for word in (WORDS.watch, WORDS.runs))
    top, lower = lines(drawing)[0].y1, lines(drawing)[1].y1
    assert work.x == watch.x == pytest.approx(900 - keep.x) == pytest.approx(900 - runs.x)
    assert (work.anchor, watch.anchor, keep.anchor, runs.anchor) == ("start", "start", "end", "end")
    assert top < work.y - 10 < work.y == keep.y < 320 < watch.y == runs.y < lower
    up, along = named(drawing, WORDS.more_dots), named(drawing, WORDS.higher)
    assert left_of(up) == 0
    assert right_of(along) == 900
    assert up.y < top < lower < along.y - 10
    assert in_bounds(drawing)


def test_a_tile_lies_to_the_right_by_level_and_up_by_dots() -> None:
    points = [
        FieldPoint(n, "A", upper, share)
        for n, (upper, share) in enumerate(
            [(0, 0), (1, 0), (0, 0.5), (1, 0.5), (0.75, 0.125)], start=1
        )
    ]
    drawing = fields(*points, even=0.25)
    found = tiles(drawing)
    low, right, high, both, between = found
    assert low.x == pytest.approx(900 - right.x - right.width)
    assert 0 < low.x < low.width
    assert (middle(high), halfway(right)) == (middle(low), halfway(low))
    assert (middle(both), halfway(both)) == (middle(right), halfway(high))
    assert halfway(high) < halfway(between) < halfway(low)
    halves = (halfway(between) - halfway(high)) / (halfway(low) - halfway(high))
    assert halves == pytest.approx(0.75), "an eighth of the dots, where half lies on top"
    assert middle(between) == pytest.approx(middle(low) + 0.75 * (middle(right) - middle(low)))
    assert {(tile.width, tile.height) for tile in found} == {(low.width, low.width)}
    assert {tile.fill for tile in found} == {LIGHT.accent}
    assert not any(tile.dashed for tile in found)
    numbers = [text for text in texts(drawing) if text.anchor == "middle"]
    assert [text.text for text in numbers] == ["1", "2", "3", "4", "5"]
    assert [text.x for text in numbers] == [middle(tile) for tile in found]
    assert same(text.y - halfway(tile) for text, tile in zip(numbers, found, strict=True))
    assert {text.fill for text in numbers} == {LIGHT.on_accent}
    words = [text for text in texts(drawing) if text.weight == "semibold"]
    assert all(high.y >= word.y for word in words[:2])
    assert all(low.y + low.height <= word.y - word.size * 0.75 for word in words[2:])


def test_a_tile_close_to_a_line_is_open_and_dashed() -> None:
    far, close = FieldPoint(1, "A", 0.9, 0.1), FieldPoint(2, "B", 0.52, 0.1, close=True)
    drawing = fields(far, close)
    plain, ground, edge = tiles(drawing)
    assert (plain.fill, plain.dashed) == (LIGHT.accent, False)
    assert (ground.fill, ground.dashed) == (LIGHT.card, False)
    assert (edge.fill, edge.dashed) == (LIGHT.accent, True)
    assert numbers_of(ground) == numbers_of(edge)
    assert [t.fill for t in texts(drawing) if t.anchor == "middle"] == [LIGHT.on_accent, LIGHT.ink]


def test_a_tile_in_the_way_moves_to_the_nearest_free_place_to_the_right_first() -> None:
    drawing = fields(*(FieldPoint(n, "A", 0.2, 0.375) for n in range(1, 7)))
    first, second, third, *others = tiles(drawing)
    step = first.width * 0.55 * 2
    assert (second.x - first.x, second.y - first.y) == pytest.approx((step, 0))
    assert (third.x - first.x, third.y - first.y) == pytest.approx((0, -step))
    moves = [(tile.x - first.x, tile.y - first.y) for tile in others]
    assert moves[0] == pytest.approx((0, step)) or moves[0] == pytest.approx((-step, 0))


def test_a_moved_tile_stays_on_its_side_of_both_lines() -> None:
    for upper in (0.5, 0.51):
        found = tiles(fields(*(FieldPoint(n, "A", upper, 0.25) for n in range(1, 9))))
        assert len({(tile.x, tile.y) for tile in found}) == 8
        assert all(halfway(tile) >= 320 - 1e-6 for tile in found), "as important as others: below"
        assert all((middle(tile) <= 450 + 1e-6) is (upper == 0.5) for tile in found)
        for number, one in enumerate(found):
            for other in found[:number]:
                apart = max(abs(one.x - other.x), abs(one.y - other.y))
                assert apart >= one.width


@pytest.mark.parametrize("share", [0.0, 0.05, 0.2, 0.3, 0.42, 0.5])
@pytest.mark.parametrize("upper", [0.0, 0.1, 0.45, 0.55, 0.9, 1.0])
def test_no_tile_lies_over_the_words_of_its_field(upper: float, share: float) -> None:
    drawing = fields(*(FieldPoint(n, "A", upper, share) for n in range(1, 8)), height=500)
    words = [text for text in texts(drawing) if text.weight == "semibold"]
    for tile in tiles(drawing):
        assert tile.x >= 0
        assert tile.x + tile.width <= 900
        assert all(tile.y > word.y for word in words[:2])
        assert all(tile.y + tile.height < word.y - word.size * 0.75 for word in words[2:])


def test_too_many_tiles_for_a_field_lie_where_they_belong() -> None:
    points = [FieldPoint(n, "A", 0.1, 0.4) for n in range(1, 90)]
    found = tiles(fields(*points))
    assert len(found) == 89
    assert (found[-1].x, found[-1].y) == (found[0].x, found[0].y)


def test_a_share_of_dots_just_at_an_even_one_is_none_of_the_important() -> None:
    drawing = fields(FieldPoint(1, "A", 0.5, 0.25), FieldPoint(2, "B", 0.6, 0.26))
    assert f"1 A: {WORDS.watch}." in drawing.alt
    assert f"2 B: {WORDS.keep}." in drawing.alt
    assert "close to a line" not in drawing.alt
    assert fields().alt == "Nothing to show yet."
