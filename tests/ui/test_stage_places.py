"""Where things stand on a stage of 1600 x 900: on one line, in the middle, side by side, in order.

How wide a gap is, is a matter of taste; that gaps of one kind are alike is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF

from desktop_app.charts.palette import LIGHT
from desktop_app.scenes.scene import Scene
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import (
    Block,
    BoxItem,
    DrawingItem,
    Frame,
    SceneLayout,
    Sheet,
    TextItem,
    column,
    secondary,
)

from . import scenes

LEFT, RIGHT, BOTTOM = 96.0, 1504.0, 846.0
SOFT = secondary(LIGHT)

pytestmark = pytest.mark.usefixtures("qapp")


def laid_out(scene: Scene) -> SceneLayout:
    return ScenePainter(LIGHT).layout(scene, QSizeF(1600, 900))


def frame() -> Frame:
    return Frame(1600, 900, LIGHT)


def text_of(layout: SceneLayout, words: str, nth: int = 0) -> TextItem:
    """Return the text that begins with these words."""
    found = [t for t in layout.texts if " ".join(t.fitted.lines).startswith(words[:40])]
    return found[nth]


def at(layout: SceneLayout, words: str) -> QRectF:
    return text_of(layout, words).rect


def boxes(layout: SceneLayout) -> list[BoxItem]:
    return [item for item in layout.items if isinstance(item, BoxItem)]


def dots_of(layout: SceneLayout) -> list[QRectF]:
    """Return the round marks in front of points and rules."""
    return [
        b.rect for b in boxes(layout) if b.fill == LIGHT.accent and b.radius * 2 == b.rect.height()
    ]


def rules_of(layout: SceneLayout) -> list[QRectF]:
    return [b.rect for b in boxes(layout) if b.fill == LIGHT.line]


def charts(layout: SceneLayout) -> list[QRectF]:
    return [item.rect for item in layout.items if isinstance(item, DrawingItem)]


def same(numbers: Iterable[float]) -> bool:
    first, *others = numbers
    return others == pytest.approx([first] * len(others), abs=0.01)


def first_line(item: TextItem) -> float:
    """Return the middle of a text's first line."""
    return item.rect.top() + item.fitted.line_height / 2


def gaps(rects: Sequence[QRectF]) -> list[float]:
    return [below.top() - above.bottom() for above, below in pairwise(rects)]


# Above and below


def test_the_mark_stands_in_the_right_corner_on_the_kickers_line() -> None:
    layout = laid_out(scenes.shown())
    box, words, kicker = boxes(layout)[0], at(layout, scenes.MARK), at(layout, scenes.KICKER)
    assert box.rect.right() == RIGHT
    assert (box.fill, box.line) == (LIGHT.attention, LIGHT.attention_line)
    assert box.rect.center() == words.center()
    assert words.left() - box.rect.left() > words.top() - box.rect.top() > 0
    assert abs(box.rect.center().y() - kicker.center().y()) < 2
    assert text_of(layout, scenes.KICKER).colour == SOFT


# Columns of texts


def blocks(*texts: str, above: float = 10) -> list[Block]:
    return [Block(t, 40, LIGHT.ink, above=above * bool(n)) for n, t in enumerate(texts)]


def test_a_column_that_just_fits_keeps_its_size() -> None:
    sheet = Sheet(frame())
    room = QRectF(LEFT, 100, 1000, 2 * 40 * 1.25 + 10)
    assert column(sheet, blocks("One", "Two"), room) == pytest.approx(room.bottom())
    one, two = sheet.done().texts
    assert one.fitted.size == two.fitted.size == 40
    assert one.rect.topLeft() == room.topLeft(), "the first has no space above it"
    assert two.rect.top() == pytest.approx(one.rect.bottom() + 10)
    assert two.rect.left() == LEFT


def test_a_column_without_room_shrinks_all_alike_with_the_spaces_between() -> None:
    sheet = Sheet(frame())
    room = QRectF(LEFT, 100, 1000, 90)
    lower = column(sheet, blocks("One", "Two"), room)
    one, two = sheet.done().texts
    assert one.fitted.size == two.fitted.size < 40
    assert two.rect.top() - one.rect.bottom() < 10
    assert room.bottom() - 10 < lower <= room.bottom() + 0.5


# The scale as cards


# Who is in


# What was revealed


# The plan and the end


# Dots
