"""Where things stand on a stage of 1600 x 900: on one line, in the middle."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSizeF

from desktop_app.charts.palette import LIGHT
from desktop_app.scenes.scene import Scene
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import (
    BoxItem,
    SceneLayout,
    TextItem,
    secondary,
)

from . import scenes

LEFT, RIGHT, BOTTOM = 96.0, 1504.0, 846.0
SOFT = secondary(LIGHT)

pytestmark = pytest.mark.usefixtures("qapp")


def laid_out(scene: Scene) -> SceneLayout:
    return ScenePainter(LIGHT).layout(scene, QSizeF(1600, 900))


def text_of(layout: SceneLayout, words: str, nth: int = 0) -> TextItem:
    """Return the text that begins with these words."""
    found = [t for t in layout.texts if " ".join(t.fitted.lines).startswith(words[:40])]
    return found[nth]


def at(layout: SceneLayout, words: str) -> QRectF:
    return text_of(layout, words).rect


def boxes(layout: SceneLayout) -> list[BoxItem]:
    return [item for item in layout.items if isinstance(item, BoxItem)]


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
