"""One person's dots at the screen: place, confirm, gone. Nothing outlives the turn.

Knows the dots placed now only, no earlier person's and no list.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.charts.palette import LIGHT
from desktop_app.scenes.priority_scenes import DotsOpen
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.turn_words import Strip, dots_strip
from desktop_app.ui.painting.priorities import placed_dots
from desktop_app.ui.painting.sheet import CardPlace, Frame, SceneLayout

from .keys import clears, confirms, point_of
from .turns import TurnTimes


def can_place(scene: Scene | None) -> bool:
    """Return whether the screen takes dots of somebody who has not placed any."""
    return isinstance(scene, DotsOpen) and scene.takes_turns and not scene.full


class DotTurns(QObject):
    """Hold the dots placed now and let them go in time.

    Signals:
        changed(): dots or strip are others now.
        confirmed(object): the Counter of points, once for each confirmed person.
        pressed(object): the point of a number key where each press is a dot.
        press_taken_back(): the last press shall not count.
    """

    changed = Signal()
    confirmed = Signal(object)
    pressed = Signal(object)
    press_taken_back = Signal()

    def __init__(self, parent: QObject | None = None, times: TurnTimes | None = None) -> None:
        super().__init__(parent)
        times = times or TurnTimes()
        self._scene: Scene | None = None
        self._placed: list[int] = []
        self._thanks = False
        self._waiting: int | None = None
        self._forget = self._timer(times.forget_ms)
        self._end_thanks = self._timer(times.thanks_ms)
        self._forget.timeout.connect(self.clear)
        self._end_thanks.timeout.connect(self._stop_thanks)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    @property
    def placed(self) -> tuple[int, ...]:
        """Return the point of each dot placed now."""
        return tuple(self._placed)

    @property
    def strip(self) -> Strip:
        """Return what the screen says now."""
        return dots_strip(self._scene, len(self._placed), thanks=self._thanks)

    def follow(self, scene: Scene) -> None:
        """Take over a scene; dots stay only while the same vote waits for the same person."""
        before, self._scene = self._scene, scene
        if not _same_vote(before, scene):
            self._drop()
            self._thanks, self._waiting = False, None
            self._end_thanks.stop()
        elif _ballots(before) != _ballots(scene) or not can_place(scene):
            self._drop()
            self._thank_if_in(scene)

    def pick(self, point: int) -> bool:
        """Place a dot on a card; return whether it could be placed."""
        scene = self._scene
        if not isinstance(scene, DotsOpen) or point not in {c.point for c in scene.cards}:
            return False
        if scene.takes_presses:
            self.pressed.emit(point)
            return True
        if not can_place(scene) or len(self._placed) >= scene.dots_each:
            return False
        self._placed.append(point)
        self._begin()
        return True

    def take_back(self, point: int | None = None) -> None:
        """Take the last dot back, or the last one placed on a card, or ask for the last press."""
        if isinstance(self._scene, DotsOpen) and self._scene.takes_presses:
            self.press_taken_back.emit()
        at = [i for i, one in enumerate(self._placed) if point in (None, one)]
        if at:
            del self._placed[at[-1]]
            self._begin()

    def confirm(self) -> bool:
        """Give the dots away once and forget them; return whether there were any."""
        if not self._placed:
            return False
        given, self._waiting = Counter(self._placed), _ballots(self._scene)
        self._drop()
        self.changed.emit()
        self.confirmed.emit(given)
        return True

    def takes_key(self, event: QKeyEvent) -> bool:
        """Place, take back or confirm by a key; return whether it was one for the dots."""
        scene, point = self._scene, point_of(event)
        if not isinstance(scene, DotsOpen):
            return False
        if point is not None and (scene.takes_presses or can_place(scene)):
            self.pick(point)
        elif confirms(event) and can_place(scene):
            self.confirm()
        elif clears(event) and (scene.takes_presses or can_place(scene)):
            self.take_back()
        else:
            return False
        return True

    def takes_point(self, layout: SceneLayout, at: QPoint) -> bool:
        """Place a dot on the card under the mouse, take one back, or confirm."""
        if not can_place(self._scene):
            return False
        x, y = at.x(), at.y()
        card = layout.card_at(x, y)
        if layout.strip and layout.strip.button.contains(x, y):
            self.confirm()
        elif card is not None and self._is_on_dot(layout, card, at):
            self.take_back(card.point)
        elif card is not None:
            self.pick(card.point)
        return True

    def _is_on_dot(self, layout: SceneLayout, card: CardPlace, at: QPoint) -> bool:
        k = Frame(layout.size.width(), layout.size.height(), LIGHT).k
        dots = placed_dots(card.rect, self._placed.count(card.point), k)
        return any(dot.contains(at.x(), at.y()) for dot in dots)

    def clear(self) -> None:
        """Forget the dots placed."""
        if self._placed:
            self._drop()
            self.changed.emit()

    def _begin(self) -> None:
        self._thanks, self._waiting = False, None
        self._end_thanks.stop()
        self._forget.start()
        self.changed.emit()

    def _drop(self) -> None:
        self._placed.clear()
        self._forget.stop()

    def _thank_if_in(self, scene: Scene) -> None:
        if self._waiting is not None and _ballots(scene) > self._waiting:
            self._waiting, self._thanks = None, True
            self._end_thanks.start()

    def _stop_thanks(self) -> None:
        self._thanks = False
        self.changed.emit()


def _same_vote(before: Scene | None, after: Scene) -> bool:
    return (
        isinstance(before, DotsOpen)
        and isinstance(after, DotsOpen)
        and (before.vote_id, before.cards, before.takes_turns, before.dots_each)
        == (after.vote_id, after.cards, after.takes_turns, after.dots_each)
    )


def _ballots(scene: Scene | None) -> int:
    return scene.ballots_in if isinstance(scene, DotsOpen) else 0
