"""The stage window: shows one scene, and takes no more than the facilitator's keys.

Nobody votes here: what a person picks is on another window, so that no wall can show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.priority_scenes import DotsOpen
from desktop_app.scenes.scene import Blank, Revealed, Scene, VoteOpen
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import SceneLayout
from desktop_app.ui.widgets.press import Press
from desktop_app.words.speech import say

from .growth import Growth
from .keys import command_of

NOTHING = Blank()


class StageWindow(QWidget):
    """What the room sees.

    Signals:
        command_given(object, object): a StageCommand and the Press of its key on this window.
    """

    command_given = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = ScenePainter(LIGHT)
        self._scene: Scene = NOTHING
        self._growth = Growth(self)
        self._build_window()
        self._growth.changed.connect(self._show_growth)

    def _build_window(self) -> None:
        self.setWindowTitle(say("Roundtable: what the room sees"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self._say()

    @property
    def scene_shown(self) -> Scene:
        """Return the scene given last."""
        return self._scene

    @property
    def places(self) -> SceneLayout:
        """Return where everything is that the room sees now."""
        return self._painter.layout(self._scene, QSizeF(self.size()))

    @property
    def growth(self) -> float:
        """Return how far the bars of a result have grown, 0 to 1."""
        return self._growth.value

    @property
    def dark(self) -> bool:
        """Return whether the stage is dark."""
        return self._painter.palette is DARK

    def show_scene(self, scene: Scene) -> None:
        """Show a scene; only what differs from the last one is painted again."""
        before, self._scene = self._scene, scene
        if scene == before:
            return
        if self._only_count_differs(before, scene):
            self._update_count()
            return
        self._say()
        self._growth.stop()
        if isinstance(scene, Revealed):
            self._growth.grow(scene.round_id, self)
        self.update()

    def set_dark(self, dark: bool) -> None:
        """Paint dark or light."""
        if dark != self.dark:
            self._painter = ScenePainter(DARK if dark else LIGHT, self._painter.type_size)
            self.update()

    def set_type(self, size: float) -> None:
        """Paint type this large against the least that everybody can read."""
        if size != self._painter.type_size:
            self._painter = ScenePainter(self._painter.palette, size)
            self.update()

    def set_motion(self, motion: bool) -> None:
        """Let bars grow, or not."""
        self._growth.motion = motion
        if not motion:
            self._growth.stop()
            self.update()

    def _only_count_differs(self, before: Scene, scene: Scene) -> bool:
        if not _counts_ballots(before, scene):
            return False
        size = QSizeF(self.size())
        return self._painter.layout(before, size) is self._painter.layout(scene, size)

    def _update_count(self) -> None:
        layout = self.places
        if layout.counter:
            # At once, ahead of the console: the room waits to see that its ballot is in.
            self.repaint(_pixels(layout.counter.rect))

    def _show_growth(self) -> None:
        layout = self.places
        if layout.chart:
            self.update(_pixels(layout.chart))

    # -- painting ---------------------------------------------------------------------------

    def _say(self) -> None:
        words = in_words(self._scene)
        self.setAccessibleName(words.name)
        self.setAccessibleDescription(words.description)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rectangles that are asked for."""
        painter = QPainter(self)
        layout = self.places
        for area in _areas(event.region()):
            painter.setClipRect(area)
            self._painter.paint(painter, self._scene, layout, area, self.growth)
        painter.end()

    # -- keys -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Tab as any other key: there is nothing here to go to."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the command a key stands for."""
        event.accept()
        command = None if event.isAutoRepeat() else command_of(event)
        if command is not None:
            self.command_given.emit(command, Press.of(event))

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running."""
        self._growth.stop()
        super().hideEvent(event)


def _counts_ballots(before: Scene, scene: Scene) -> bool:
    """Return whether both are the same kind of open vote."""
    return any(isinstance(before, k) and isinstance(scene, k) for k in (VoteOpen, DotsOpen))


def _pixels(rect: QRectF) -> QRect:
    """Return the pixels that a rectangle's lines may touch."""
    return rect.adjusted(-3, -3, 3, 3).toAlignedRect()


def _areas(region: QRegion) -> list[QRectF]:
    """Return the rectangles of a region; the stubs do not know that it can be gone through."""
    return [QRectF(rect) for rect in cast("Iterable[QRect]", region)]
