"""One person's turn at the screen: pick, confirm, gone. Nothing of a choice outlives its turn.

Knows the present pick only, no earlier one and no result.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.scenes.scene import Scene, VoteOpen
from desktop_app.scenes.turn_words import Strip, partner_face, strip_for

FORGET_MS = 20_000
THANKS_MS = 3_000


@dataclass(frozen=True, slots=True)
class TurnTimes:
    """When an unconfirmed pick is forgotten, and how long the thanks stay."""

    forget_ms: int = FORGET_MS
    thanks_ms: int = THANKS_MS


def can_pick(scene: Scene) -> bool:
    """Return whether the screen is a ballot that still waits for somebody."""
    return isinstance(scene, VoteOpen) and scene.takes_turns and not scene.full


class Turns(QObject):
    """Hold the present pick and let it go in time.

    Signals:
        changed(): the pick or the strip is another one now.
        confirmed(object): the point, an int, once for each confirmed pick.
        group_confirmed(object, object): the same in a room with groups, with the group's label.
        face_changed(): the screen asks for something else now.
    """

    changed = Signal()
    confirmed = Signal(object)
    group_confirmed = Signal(object, object)
    face_changed = Signal()

    def __init__(self, parent: QObject | None = None, times: TurnTimes | None = None) -> None:
        super().__init__(parent)
        self._times = times or TurnTimes()
        self._scene: Scene | None = None
        self._picked: int | None = None
        self._group = ""
        self._thanks = False
        self._waiting: int | None = None
        self._forget = self._timer()
        self._end_thanks = self._timer()
        self._connect()

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        return timer

    def _connect(self) -> None:
        self._forget.timeout.connect(self.clear)
        self._end_thanks.timeout.connect(self._stop_thanks)

    @property
    def picked(self) -> int | None:
        """Return the point picked now, or None."""
        return self._picked

    @property
    def strip(self) -> Strip:
        """Return what the screen says now."""
        if self._scene is None:
            return Strip()
        return strip_for(self._scene, self._picked, thanks=self._thanks, group=self._group)

    def face(self, scene: Scene) -> Scene:
        """Return what to paint for a scene: the partners first, where a person has to pick one."""
        if isinstance(scene, VoteOpen) and scene.groups and can_pick(scene) and not self._group:
            return partner_face(scene)
        return scene

    def follow(self, scene: Scene) -> None:
        """Take over a scene; a pick stays only while the same vote waits for the same person."""
        before, self._scene = self._scene, scene
        if not _same_vote(before, scene):
            self._reset()
        elif _ballots(scene) != _ballots(before) or not can_pick(scene):
            self._drop()
            self._thank_if_in(scene)

    def pick(self, point: int) -> bool:
        """Pick a card by its point; return whether it could be picked."""
        scene = self._scene
        if not isinstance(scene, VoteOpen) or not can_pick(scene):
            return False
        if scene.groups and not self._group:
            return self._pick_group(scene, point)
        if point not in {card.point for card in scene.cards}:
            return False
        self._picked, self._thanks, self._waiting = point, False, None
        self._end_thanks.stop()
        self._forget.start(self._times.forget_ms)
        self.changed.emit()
        return True

    def _pick_group(self, scene: VoteOpen, place: int) -> bool:
        if not 1 <= place <= len(scene.groups):
            return False
        self._group, self._thanks = scene.groups[place - 1], False
        self._end_thanks.stop()
        self._forget.start(self._times.forget_ms)
        self.face_changed.emit()
        return True

    def step_back(self) -> None:
        """Take the pick back, or else the partner."""
        if self._picked is not None and self._group:
            self._picked = None
            self.changed.emit()
        else:
            self.clear()

    def move(self, by: int) -> None:
        """Move the pick to the next or former card; from none to the first or last."""
        scene = self._scene
        if not isinstance(scene, VoteOpen) or not can_pick(scene):
            return
        if scene.groups and not self._group:
            return  # a move would pick a partner that nobody saw
        points = [card.point for card in scene.cards]
        if self._picked is None:
            self.pick(points[0 if by > 0 else -1])
        else:
            self.pick(points[(points.index(self._picked) + by) % len(points)])

    def confirm(self) -> bool:
        """Give the pick away once and forget it; return whether there was one.

        The thanks come with the scene that has one ballot more: the screen never says that a
        vote is in before it is stored.
        """
        point = self._picked
        if point is None or self._scene is None:
            return False
        self._waiting = _ballots(self._scene)
        group = self._group
        self._drop()
        self.changed.emit()
        if group:
            self.group_confirmed.emit(point, group)
        else:
            self.confirmed.emit(point)
        return True

    def clear(self) -> None:
        """Forget the pick, and the partner with it."""
        if self._picked is not None or self._group:
            self._drop()
            self.changed.emit()

    def _drop(self) -> None:
        self._picked = None
        self._forget.stop()
        if self._group:
            self._group = ""
            self.face_changed.emit()

    def _reset(self) -> None:
        self._drop()
        self._thanks, self._waiting = False, None
        self._end_thanks.stop()

    def _thank_if_in(self, scene: Scene) -> None:
        if self._waiting is None or _ballots(scene) <= self._waiting:
            return
        self._waiting, self._thanks = None, True
        self._end_thanks.start(self._times.thanks_ms)

    def _stop_thanks(self) -> None:
        self._thanks = False
        self.changed.emit()


def _same_vote(before: Scene | None, after: Scene) -> bool:
    return (
        isinstance(before, VoteOpen)
        and isinstance(after, VoteOpen)
        and before.round_id == after.round_id
        and before.cards == after.cards
        and before.takes_turns == after.takes_turns
        and before.groups == after.groups
    )


def _ballots(scene: Scene | None) -> int:
    return scene.ballots_in if isinstance(scene, VoteOpen) else 0
