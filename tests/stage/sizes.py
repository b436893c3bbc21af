"""How large everything on a stage is: what must be read and what may be, as capitals' heights.

A text is one that nobody needs where it has the size of `MAY`; any other must be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSizeF

from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Drawing, Text
from desktop_app.scenes.scene import Revealed, Scene
from desktop_app.scenes.screens import NORMAL
from desktop_app.ui.fonts import CAP_HEIGHT
from desktop_app.ui.painting.result import chart_drawing
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import DrawingItem, Frame, SceneLayout
from desktop_app.ui.painting.tokens import MAY

LEAST = 46 / 1080
"""16 arc minutes at 10 m on a picture 2 m wide, as a share of the picture's height."""


@dataclass(frozen=True, slots=True)
class Written:
    """One text as it is painted: its first line and its size in pixels."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class SceneSizes:
    """What is written on a scene at one size of the stage; `type`: how large type came out."""

    height: float
    k: float
    texts: tuple[Written, ...]
    type: float = NORMAL

    def cap(self, written: Written) -> float:
        """Return how high a text's capitals are, as a share of the stage's height."""
        return written.size * CAP_HEIGHT / self.height

    @property
    def may(self) -> tuple[Written, ...]:
        """Return what nobody needs to take part."""
        return tuple(one for one in self.texts if abs(one.size - MAY * self.k) <= 1)

    @property
    def must(self) -> tuple[Written, ...]:
        """Return what the room has to read."""
        return tuple(one for one in self.texts if abs(one.size - MAY * self.k) > 1)

    @property
    def least(self) -> float:
        """Return the smallest capitals that must be read, as a share of the height."""
        return min((self.cap(one) for one in self.must), default=1.0)


def sizes_of(scene: Scene, width: float, height: float, type_size: float = NORMAL) -> SceneSizes:
    """Return what is written on a scene on a stage of this size."""
    layout = ScenePainter(LIGHT, type_size).layout(scene, QSizeF(width, height))
    frame = Frame(width, height, LIGHT, layout.type)
    return SceneSizes(height, frame.small, tuple(_written(scene, layout, frame)), layout.type)


def _written(scene: Scene, layout: SceneLayout, frame: Frame) -> Iterator[Written]:
    for item in layout.texts:
        if item.fitted.lines:
            yield Written(item.fitted.lines[0], item.fitted.size)
    for item in layout.items:
        if isinstance(item, DrawingItem):
            yield from _in(item.drawing)
    if layout.counter is not None:
        yield Written(getattr(scene, "count_text", ""), layout.counter.style.size)
    if isinstance(scene, Revealed) and layout.chart is not None:
        yield from _in(chart_drawing(scene, frame, layout.chart, 1.0))


def _in(drawing: Drawing) -> Iterator[Written]:
    for item in drawing.items:
        if isinstance(item, Text):
            yield Written(item.text, item.size)
