"""The stage window: shows one scene, and is the ballot while people take turns.

Knows no workshop and stores nothing: a confirmed ballot leaves it as a signal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.priority_scenes import DotsOpen
from desktop_app.scenes.scene import Blank, Revealed, Scene, VoteOpen
from desktop_app.ui.painting.scene_painter import ScenePainter, StageState
from desktop_app.ui.painting.sheet import SceneLayout
from desktop_app.words.speech import say

from .dots import DotTurns
from .growth import Growth
from .keys import StageCommand, clears, command_of, confirms, move_of, point_of
from .turns import Turns, TurnTimes, can_pick

NOTHING = Blank()


class StageWindow(QWidget):
    """What the room sees.

    Signals:
        ballot_confirmed(object): an int, 0..K, once for each confirmed pick.
        group_ballot_confirmed(object, object): the same with a group's label.
        command_given(object): a StageCommand, when its key is pressed on this window.
    """

    ballot_confirmed = Signal(object)
    group_ballot_confirmed = Signal(object, object)
    command_given = Signal(object)

    def __init__(self, parent: QWidget | None = None, times: TurnTimes | None = None) -> None:
        super().__init__(parent)
        self._painter = ScenePainter(LIGHT)
        self._scene: Scene = NOTHING
        self._turns = Turns(self, times)
        self.dots = DotTurns(self, times)
        self._drawn_pick: int | None = None
        self._growth = Growth(self)
        self._build_window()
        self._connect()

    def _build_window(self) -> None:
        self.setWindowTitle(say("Roundtable: what the room sees"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self._say()

    def _connect(self) -> None:
        self._turns.changed.connect(self._show_turn)
        self.dots.changed.connect(self.update)
        self._turns.face_changed.connect(self.update)
        self._turns.confirmed.connect(self.ballot_confirmed)
        self._turns.group_confirmed.connect(self.group_ballot_confirmed)
        self._growth.changed.connect(self._show_growth)

    @property
    def scene_shown(self) -> Scene:
        """Return the scene given last."""
        return self._scene

    @property
    def picked(self) -> int | None:
        """Return the point picked now, or None; for this window and its keys only."""
        return self._turns.picked

    @property
    def places(self) -> SceneLayout:
        """Return where everything is that the room sees now."""
        return self._painter.layout(self._shown(), QSizeF(self.size()))

    @property
    def state(self) -> StageState:
        """Return what changes over those places: the pick, the strip, how far bars have grown."""
        strip = self.dots.strip if isinstance(self._scene, DotsOpen) else self._turns.strip
        return StageState(self._turns.picked, strip, self._growth.value, self.dots.placed)

    @property
    def dark(self) -> bool:
        """Return whether the stage is dark."""
        return self._painter.palette is DARK

    def show_scene(self, scene: Scene) -> None:
        """Show a scene; only what differs from the last one is painted again."""
        before, self._scene = self._scene, scene
        if scene == before:
            return
        thanked = self._turns.strip
        self._turns.follow(scene)
        self.dots.follow(scene)
        if self._only_count_differs(before, scene):
            self._update_count(strip=self._turns.strip != thanked)
            return
        self._say()
        self._growth.stop()
        if isinstance(scene, Revealed):
            self._growth.grow(scene.round_id, self)
        self._drawn_pick = None
        self.update()

    def set_dark(self, dark: bool) -> None:
        """Paint dark or light."""
        if dark != self.dark:
            self._painter = ScenePainter(DARK if dark else LIGHT)
            self.update()

    def set_motion(self, motion: bool) -> None:
        """Let bars grow, or not."""
        self._growth.motion = motion
        if not motion:
            self._growth.stop()
            self.update()

    # -- turns ------------------------------------------------------------------------------

    def pick(self, point: int) -> bool:
        """Pick a card; return False where nobody's turn is, or there is no such card."""
        return self._turns.pick(point) or self.dots.pick(point)

    def confirm(self) -> bool:
        """Confirm the pick, which is gone from the screen at once; return whether there was one."""
        return self._turns.confirm() or self.dots.confirm()

    def clear_pick(self) -> None:
        """Take the pick back, or the last dot."""
        self._turns.step_back()
        self.dots.take_back()

    def _show_turn(self) -> None:
        layout = self.places
        for card in layout.cards:
            if card.point in {self._drawn_pick, self._turns.picked}:
                self._update(card.rect)
        self._drawn_pick = self._turns.picked
        if layout.strip:
            self._update(layout.strip.rect)

    def _only_count_differs(self, before: Scene, scene: Scene) -> bool:
        if not _counts_presses(before, scene):
            return False
        size = QSizeF(self.size())
        return self._painter.layout(before, size) is self._painter.layout(scene, size)

    def _update_count(self, *, strip: bool) -> None:
        if strip or self._drawn_pick is not None:
            self._show_turn()
        layout = self.places
        if layout.counter:
            # At once, ahead of the console: the room waits to see that its ballot is in.
            self.repaint(_pixels(layout.counter.rect))

    def _show_growth(self) -> None:
        layout = self.places
        if layout.chart:
            self._update(layout.chart)

    # -- painting ---------------------------------------------------------------------------

    def _shown(self) -> Scene:
        return self._turns.face(self._scene)

    def _update(self, rect: QRectF) -> None:
        self.update(_pixels(rect))

    def _say(self) -> None:
        words = in_words(self._shown())
        self.setAccessibleName(words.name)
        self.setAccessibleDescription(words.description)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rectangles that are asked for."""
        painter = QPainter(self)
        layout, state = self.places, self.state
        for area in _areas(event.region()):
            painter.setClipRect(area)
            self._painter.paint(painter, self._shown(), layout, area, state)
        painter.end()

    # -- keys, mouse, touch -----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Tab as a key while people take turns, and touches as clicks."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return event.isAccepted()
        if isinstance(event, QTouchEvent):
            return self._touch(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick, confirm or take back in a turn; else give the command a key stands for."""
        event.accept()
        if event.isAutoRepeat() or self._turn_key(event):
            return
        command = command_of(event)
        picked = self.picked is not None or self.dots.placed
        waits = command is StageCommand.PRIMARY and picked
        if command is not None and not waits:
            self.command_given.emit(command)

    def _turn_key(self, event: QKeyEvent) -> bool:
        if self.dots.takes_key(event):
            return True
        if not can_pick(self._scene):
            return False
        point, move = point_of(event), move_of(event)
        if point is not None:
            self.pick(point)
        elif move:
            self._turns.move(move)
        elif confirms(event):
            self.confirm()
        elif clears(event):
            self.clear_pick()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the card under the mouse, or confirm."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._point_at(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count a second click like the first."""
        self.mousePressEvent(event)

    def _touch(self, event: QTouchEvent) -> bool:
        if event.type() == QEvent.Type.TouchEnd and event.points():
            self._point_at(event.points()[0].position().toPoint())
        event.accept()
        return True

    def _point_at(self, at: QPoint) -> None:
        layout = self.places
        if self.dots.takes_point(layout, at):
            return
        if layout.strip and self.picked is not None and layout.strip.button.contains(at):
            self.confirm()
            return
        card = layout.card_at(at.x(), at.y())
        if card is not None:
            self.pick(card.point)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running or picked: whoever picked may be gone by the next show."""
        self._turns.clear()
        self.dots.clear()
        self._growth.stop()
        super().hideEvent(event)


def _counts_presses(before: Scene, scene: Scene) -> bool:
    """Return whether both are the same kind of open vote, with no strip that changes if dots."""
    if isinstance(before, DotsOpen) and isinstance(scene, DotsOpen):
        return not scene.takes_turns
    return isinstance(before, VoteOpen) and isinstance(scene, VoteOpen)


def _pixels(rect: QRectF) -> QRect:
    """Return the pixels that a rectangle's lines may touch."""
    return rect.adjusted(-3, -3, 3, 3).toAlignedRect()


def _areas(region: QRegion) -> list[QRectF]:
    """Return the rectangles of a region; the stubs do not know that it can be gone through."""
    return [QRectF(rect) for rect in cast("Iterable[QRect]", region)]
