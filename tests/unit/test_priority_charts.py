"""The pictures of the dots: equal dots are equally long, a tile never leaves its field."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.dot_rows import DOT, DotRow, dot_rows
from desktop_app.charts.four_field import FieldPoint, field_words, four_field
from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Drawing, Rect, Text


def measure(text: str, size: float, weight: str) -> float:
    return len(text) * size * 0.5


def drawn(rows: list[tuple[str, int]], width: float = 800) -> Drawing:
    made = [DotRow(label, dots, f"{dots} dots") for label, dots in rows]
    return dot_rows(made, LIGHT, width, size=16, measure=measure)


def test_each_dot_is_drawn_and_said() -> None:
    drawing = drawn([("Trust", 4), ("Time", 2), ("None", 0)])
    dots = [i for i in drawing.items if isinstance(i, Text) and i.text == DOT]
    assert len(dots) == 6
    assert drawing.alt == "Trust: 4 dots. Time: 2 dots. None: 0 dots."


def test_too_many_dots_are_bars_of_the_same_measure() -> None:
    bars = [i for i in drawn([("a", 600), ("b", 300), ("c", 0)]).items if isinstance(i, Rect)]
    assert len(bars) == 2
    assert bars[0].width == 2 * bars[1].width


def test_no_rows_are_said_to_be_none() -> None:
    assert drawn([]).alt == "No dots yet."


_share = st.floats(0, 1)
_points = st.lists(st.tuples(_share, _share, st.booleans()), min_size=1, max_size=7)


def tiles_of(points: list[FieldPoint], even: float) -> tuple[Drawing, list[tuple[float, float]]]:
    drawing = four_field(
        points, LIGHT, 900, 640, size=20, measure=measure, even=even, words=field_words()
    )
    numbers = [i for i in drawing.items if isinstance(i, Text) and i.anchor == "middle"]
    return drawing, [(t.x, t.y) for t in numbers]


@given(_points)
def test_each_action_has_its_tile_inside_the_picture(
    found: list[tuple[float, float, bool]],
) -> None:
    points = [FieldPoint(i + 1, "A", x, y, close) for i, (x, y, close) in enumerate(found)]
    drawing, tiles = tiles_of(points, 1 / len(points))
    assert len(tiles) == len(points)
    assert all(0 < x < 900 and 0 < y < 640 for x, y in tiles)
    assert all(f"{point.number} A:" in drawing.alt for point in points)


def test_tiles_at_one_place_lie_side_by_side_in_their_field() -> None:
    points = [FieldPoint(i, "A", 0.3, 0.4) for i in range(1, 5)]
    drawing, tiles = tiles_of(points, 0.25)
    assert len(set(tiles)) == 4
    assert drawing.alt.count("More dots, lower") == 4


def test_the_words_tell_the_field_and_what_is_close() -> None:
    points = [FieldPoint(1, "A", 0.9, 0.1), FieldPoint(2, "B", 0.9, 0.5, close=True)]
    drawing, _ = tiles_of(points, 0.2)
    assert (
        "1 A: Fewer dots, higher. Share of the dots: 10 %; of upper ratings: 90 %. 2 B"
        in drawing.alt
    )
    assert (
        "2 B: More dots, higher. Share of the dots: 50 %; of upper ratings: 90 %. It lies close"
        in drawing.alt
    )


def test_without_names_no_word_lies_where_a_tile_can_lie() -> None:
    points = [FieldPoint(n, f"Action {n}", n / 9, n / 9) for n in range(10)]
    drawing = four_field(
        points, LIGHT, 900, 300, size=40, measure=measure, even=0.1, words=field_words(),
        named=False,
    )  # fmt: skip
    ground = next(item for item in drawing.items if isinstance(item, Rect))
    words = [item for item in drawing.items if isinstance(item, Text) and not item.text.isdigit()]
    assert [item.text for item in words] == ["↑ More dots", "Rated higher →"]
    assert all(not ground.y < item.y < ground.y + ground.height + 20 for item in words)
