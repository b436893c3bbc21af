"""A small mirror of the stage for the console: the very scene that the stage shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.scene import Blank, Scene
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import secondary
from desktop_app.words.speech import say

from .clock import clock_place

LAID_OUT_HEIGHT = 900.0
CORNER = 10.0
FAINT = 0.35
"""How much is left of the picture where the room does not see it."""


class StagePreview(QWidget):
    """Paint a scene as the stage would, made small: same lines, same places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = ScenePainter(LIGHT)
        self._scene: Scene = Blank()
        self._aspect = 16 / 9
        self._hidden, self._time = False, ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(160, 90)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene."""
        if scene == self._scene:
            return
        self._scene = scene
        self._say()
        self.update()

    @property
    def scene_shown(self) -> Scene:
        """Return the scene given last."""
        return self._scene

    @property
    def is_faint(self) -> bool:
        """Return whether the room does not see what the mirror shows."""
        return self._hidden

    def show_hidden(self, *, hidden: bool) -> None:
        """Show the scene faintly where the stage is hidden, and say so."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._say()
            self.update()

    def show_time(self, words: str) -> None:
        """Show the words of the stage's clock, where they stand on the stage."""
        if words != self._time:
            self._time = words
            self.update()

    def set_dark(self, dark: bool) -> None:
        """Paint dark or light, as the stage does."""
        self._painter = ScenePainter(DARK if dark else LIGHT, self._painter.type_size)
        self.update()

    def set_type(self, size: float) -> None:
        """Paint type as large as the stage does."""
        self._painter = ScenePainter(self._painter.palette, size)
        self.update()

    def set_aspect(self, width: float, height: float) -> None:
        """Take the proportions of the stage, for example 1024 and 768."""
        if width > 0 and height > 0:
            self._aspect = width / height
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the stage's proportions."""
        return round(width / self._aspect)

    def sizeHint(self) -> QSize:
        """Return a small stage."""
        return QSize(320, self.heightForWidth(320))

    def _say(self) -> None:
        words = in_words(self._scene)
        name = say("What the room sees now: {name}", name=words.name)
        if self._hidden:
            name = say("The stage is hidden. Shown, the room would see: {name}", name=words.name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words.description)

    def _place(self) -> QRectF:
        """Return the largest rectangle of the stage's proportions, in the middle."""
        width = min(float(self.width()), self.height() * self._aspect)
        height = width / self._aspect
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole scene at the mirror's scale."""
        place = self._place()
        if place.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.save()
        painter.setClipPath(frame)
        self._paint_scene(painter, place)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._painter.palette.line), 1))
        painter.drawPath(frame)
        painter.end()

    def _paint_scene(self, painter: QPainter, place: QRectF) -> None:
        size = QSizeF(LAID_OUT_HEIGHT * self._aspect, LAID_OUT_HEIGHT)
        layout = self._painter.layout(self._scene, size)
        painter.translate(place.topLeft())
        painter.scale(place.width() / size.width(), place.height() / size.height())
        painter.setOpacity(FAINT if self._hidden else 1.0)
        self._painter.paint(painter, self._scene, layout)
        if self._time:
            rect, font = clock_place(size.toSize())
            painter.setFont(font)
            painter.setPen(QColor(secondary(self._painter.palette)))
            painter.drawText(
                rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._time
            )
