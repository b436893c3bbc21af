"""A stage twice as large is the same stage: every place and every line is twice as far and wide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Line, Rect
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import BoxItem, DrawingItem, Frame, SceneLayout

from . import scenes

SMALL, LARGE = QSizeF(1600, 900), QSizeF(3200, 1800)
ROUNDING = 6.0
STEPPED = 100.0
"""How far things may move where a text that did not fit stepped down to a size between two."""


def sizes(layout: SceneLayout) -> list[float]:
    return [text.fitted.size for text in layout.texts]


def corners(rect: QRectF) -> tuple[float, ...]:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def lengths(layout: SceneLayout) -> Iterator[float]:
    """Give every length of a layout, in one order."""
    for item in layout.items:
        yield from corners(item.rect)
        if isinstance(item, BoxItem):
            yield from (item.radius, item.width)
        elif isinstance(item, DrawingItem):
            yield from _in_drawing(item)
    for card in layout.cards:
        yield from corners(card.rect)
    if layout.counter:
        for rect in (layout.counter.rect, layout.counter.words, *layout.counter.dots):
            yield from corners(rect)
        yield from corners(layout.counter.bar or QRectF())
        yield layout.counter.style.size
    yield from corners(layout.chart or QRectF())


def _in_drawing(item: DrawingItem) -> Iterator[float]:
    for part in item.drawing.items:
        if isinstance(part, Rect):
            yield from (part.x, part.y, part.width, part.height)
        elif isinstance(part, Line):
            yield from (part.x1, part.y1, part.x2, part.y2)
        else:
            yield from (part.x, part.y, part.size)


@pytest.mark.parametrize("name", scenes.every_scene())
def test_a_stage_twice_as_large_is_the_same_stage(name: str) -> None:
    scene = scenes.every_scene()[name]
    small, large = (ScenePainter(LIGHT).layout(scene, size) for size in (SMALL, LARGE))
    assert [type(item) for item in small.items] == [type(item) for item in large.items]
    assert [t.fitted.lines for t in small.texts] == [t.fitted.lines for t in large.texts]
    slack = ROUNDING if [2 * size for size in sizes(small)] == sizes(large) else STEPPED
    assert list(lengths(large)) == pytest.approx([2 * n for n in lengths(small)], abs=slack)


@pytest.mark.parametrize(
    ("width", "height", "k"),
    [
        (1600, 900, 1),
        (1200, 900, 1),
        (1200, 2000, 1),
        (5000, 900, 1),
        (600, 900, 0.5),
        (3200, 1800, 2),
    ],
)
def test_type_follows_the_height_and_on_a_narrow_stage_the_width(
    width: float, height: float, k: float
) -> None:
    frame = Frame(width, height, LIGHT)
    assert frame.k == k
    assert frame.left == pytest.approx(width * 0.06)
    assert frame.left + frame.inner == pytest.approx(width - frame.left)
    assert frame.bottom == height - 54 * k


@pytest.mark.parametrize("name", scenes.every_scene())
def test_everything_keeps_to_the_margins(name: str) -> None:
    layout = ScenePainter(LIGHT).layout(scenes.every_scene()[name], SMALL)
    inside = QRectF(96, 45, 1408, 854 - 45).adjusted(-1, -1, 1, 1)
    for item in layout.items:
        assert item.rect.isEmpty() or inside.contains(item.rect), f"{item} sticks out"
    places = [layout.chart, layout.counter.rect if layout.counter else None]
    taken = [place for place in places if place]
    assert all(inside.contains(place) for place in taken)
    texts = [text.rect for text in layout.texts]
    assert QPointF(96, 47) in [rect.topLeft() for rect in texts], "the page begins in its corner"
