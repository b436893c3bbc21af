"""What the pens put on a picture: shapes where they belong, in their colour, and nothing beside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Drawing, Item, Line, Rect, Text
from desktop_app.scenes.scene import Scene
from desktop_app.ui.fonts import measure
from desktop_app.ui.painting.pen import paint_drawing
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import SceneLayout

from . import scenes

RED, BLUE, PAPER = "#ff0000", "#0000ff", "#ffffff"

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(*items: Item, at: QPointF | None = None) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    paint_drawing(painter, Drawing(200, 100, items, ""), at)
    painter.end()
    return image


def inked(image: QImage) -> QRectF:
    """Return the smallest rectangle around all that is not paper."""
    paper = QColor(PAPER).rgb()
    spots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != paper
    ]
    if not spots:
        return QRectF()
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    right, lower = max(x for x, _ in spots) + 1, max(y for _, y in spots) + 1
    return QRectF(left, top, right - left, lower - top)


def colour_at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name()


# The pen of the charts


def test_a_rectangle_is_filled_at_its_place() -> None:
    image = drawn(Rect(20, 30, 60, 40, RED))
    assert inked(image) == QRectF(20, 30, 60, 40)
    assert {colour_at(image, x, y) for x in (20, 50, 79) for y in (30, 50, 69)} == {RED}


def test_a_line_is_drawn_from_end_to_end() -> None:
    image = drawn(Line(20, 30, 120, 30, BLUE, 4))
    assert inked(image).adjusted(0, 0, 0, 0).intersects(QRectF(20, 28, 100, 4))
    assert colour_at(image, 70, 30) == BLUE
    assert inked(image).height() == 4
    assert 100 <= inked(image).width() <= 105
    upright = drawn(Line(20, 10, 20, 90, BLUE, 2))
    assert 80 <= inked(upright).height() <= 83
    assert inked(upright).width() == 2


@pytest.mark.parametrize(("anchor", "left"), [("start", 100.0), ("middle", 0.5), ("end", 1.0)])
def test_a_text_stands_on_its_baseline_at_its_anchor(anchor: str, left: float) -> None:
    image = drawn(Text(100, 60, "HHHH", 24, "bold", RED, anchor))  # type: ignore[arg-type]
    wide = measure("HHHH", 24, "bold")
    begin = 100 if anchor == "start" else 100 - wide * left
    found = inked(image)
    assert found.left() == pytest.approx(begin, abs=3.5)
    assert found.right() == pytest.approx(begin + wide, abs=3.5)
    assert found.bottom() == pytest.approx(60, abs=1)
    assert found.height() == pytest.approx(24 * 0.66, abs=2)


def test_a_drawing_is_moved_to_its_place_and_the_painter_stays_where_it_was() -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    paint_drawing(painter, Drawing(10, 10, (Rect(0, 0, 10, 10, RED),), ""), QPointF(50, 40))
    assert painter.transform().isIdentity()
    painter.end()
    assert inked(image) == QRectF(50, 40, 10, 10)


def test_the_end_of_a_bar_is_round_and_its_beginning_square() -> None:
    image = drawn(Rect(20, 20, 100, 40, RED, radius=20))
    assert [colour_at(image, 20, y) for y in (20, 59)] == [RED, RED]
    assert [colour_at(image, 119, y) for y in (20, 59)] == [PAPER, PAPER]
    assert colour_at(image, 118, 40) == RED
    assert inked(image) == QRectF(20, 20, 100, 40)
    short = drawn(Rect(20, 20, 10, 40, RED, radius=50))
    assert inked(short) == QRectF(20, 20, 10, 40), "no rounder than it is long"


def test_a_dashed_rectangle_is_a_broken_outline_inside_its_edges() -> None:
    image = drawn(Rect(20, 20, 120, 60, RED, dashed=True))
    found = inked(image)
    assert QRectF(20, 20, 120, 60).adjusted(-1, -1, 1, 1).contains(found)
    assert found.width() > 115
    assert colour_at(image, 80, 50) == PAPER, "nothing inside"
    edge = [colour_at(image, x, 21) for x in range(25, 135)]
    assert RED in edge
    assert PAPER in edge


@pytest.mark.parametrize("pattern", ["forward", "backward", "cross", "dots"])
def test_a_pattern_lies_over_its_colour(pattern: str) -> None:
    image = drawn(Rect(20, 20, 60, 60, "#ffcc00", pattern=pattern))
    found = {colour_at(image, x, y) for x in range(20, 80) for y in range(20, 80)}
    assert found == {"#ffcc00", "#000000"}
    assert inked(image) == QRectF(20, 20, 60, 60)


def test_patterns_differ_and_an_unknown_one_is_plain() -> None:
    def picture(pattern: str) -> bytes:
        image = drawn(Rect(20, 20, 60, 60, "#ffcc00", pattern=pattern))
        return bytes(image.constBits())

    assert len({picture(name) for name in ("forward", "backward", "cross", "dots", "none")}) == 5
    assert picture("none") == bytes(drawn(Rect(20, 20, 60, 60, "#ffcc00")).constBits())


# What is painted over a sheet


def painted(scene: Scene, growth: float = 1.0) -> tuple[QImage, SceneLayout]:
    painter_of = ScenePainter(LIGHT)
    layout = painter_of.layout(scene, QSizeF(1600, 900))
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter_of.paint(painter, scene, layout, None, growth)
    painter.end()
    return image, layout


def different(one: QImage, other: QImage) -> QRectF:
    """Return the smallest rectangle around all in which two pictures differ."""
    width, height = one.width(), one.height()
    a, b = bytes(one.constBits()), bytes(other.constBits())
    rows = [
        y
        for y in range(height)
        if a[y * width * 4 : (y + 1) * width * 4] != b[y * width * 4 : (y + 1) * width * 4]
    ]
    if not rows:
        return QRectF()
    columns = [x for x in range(width) if any(one.pixel(x, y) != other.pixel(x, y) for y in rows)]
    return QRectF(columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1)


@pytest.mark.parametrize("ballots", [0, 1, 9, 12])
def test_a_dot_is_full_for_each_ballot_that_is_in_and_open_for_the_others(ballots: int) -> None:
    image, layout = painted(scenes.vote(ballots, 12))
    assert layout.counter is not None
    middles = [colour_at(image, d.center().x(), d.center().y()) for d in layout.counter.dots]
    assert middles == [LIGHT.accent] * ballots + [LIGHT.paper] * (12 - ballots)
    edges = {colour_at(image, d.left() + 1, d.center().y()) for d in layout.counter.dots}
    assert LIGHT.paper not in edges, "each has its ring"


@pytest.mark.parametrize(
    ("ballots", "share"), [(0, 0.0), (50, 0.25), (100, 0.5), (200, 1.0), (230, 1.0)]
)
def test_a_bar_is_as_long_as_the_share_that_is_in(ballots: int, share: float) -> None:
    image, layout = painted(scenes.vote(ballots, 200, turns=False))
    assert layout.counter is not None
    bar = layout.counter.bar
    assert bar is not None
    y = bar.center().y()
    row = [colour_at(image, x, y) for x in range(int(bar.left()) + 1, int(bar.right()))]
    assert LIGHT.paper not in row
    full = sum(colour == LIGHT.accent for colour in row)
    assert full == pytest.approx(share * bar.width(), abs=8)
    assert row[0] == (LIGHT.accent if share else LIGHT.line)
    assert (row[-4] == LIGHT.accent) is (share == 1.0)


def test_the_count_begins_at_the_left_of_its_place_in_ink() -> None:
    few, layout = painted(scenes.vote(9, 12))
    more, _ = painted(scenes.vote(10, 12))
    assert layout.counter is not None
    words = layout.counter.words
    found = different(few, more)
    assert words.united(layout.counter.rect).adjusted(-1, -1, 1, 1).contains(found)
    ink = {
        colour_at(few, x, y)
        for x in range(int(words.left()), int(words.right()))
        for y in range(int(words.top()), int(words.bottom()))
    }
    assert LIGHT.ink in ink
    first = [colour_at(few, words.left() + x, words.center().y() - 20) for x in range(20)]
    assert set(first) != {LIGHT.paper}


def test_nothing_is_painted_beside_the_part_that_is_asked_for() -> None:
    scene = scenes.vote()
    painter_of = ScenePainter(LIGHT)
    layout = painter_of.layout(scene, QSizeF(1600, 900))
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    painter = QPainter(image)
    area = QRectF(1000, 860, 600, 40)
    painter_of.paint(painter, scene, layout, area)
    painter.end()
    assert colour_at(image, 1300, 880) == LIGHT.paper
    assert colour_at(image, 300, 300) == RED
    assert colour_at(image, 990, 880) == RED


def test_bars_are_painted_as_far_as_they_have_grown() -> None:
    none, layout = painted(scenes.revealed(), 0)
    half, _ = painted(scenes.revealed(), 0.5)
    full, _ = painted(scenes.revealed())
    assert layout.chart is not None
    chart = layout.chart.toAlignedRect()  # large letters beside it differ by a shade each time
    widths = [different(none.copy(chart), image.copy(chart)).width() for image in (half, full)]
    assert 0 < widths[0] < widths[1]


def test_layouts_are_kept_until_six_others_came() -> None:
    painter_of, size = ScenePainter(LIGHT), QSizeF(1600, 900)
    names = [n for n in scenes.every_scene() if not n.startswith(("vote", "dots"))][:7]
    first = painter_of.layout(scenes.every_scene()[names[0]], size)
    for name in names[1:6]:
        painter_of.layout(scenes.every_scene()[name], size)
    assert painter_of.layout(scenes.every_scene()[names[0]], size) is first
    for name in names[1:]:
        painter_of.layout(scenes.every_scene()[name], size)
    assert painter_of.layout(scenes.every_scene()[names[0]], size) is not first
    assert painter_of.layout(scenes.every_scene()[names[0]], QSizeF(800, 600)) is not first
