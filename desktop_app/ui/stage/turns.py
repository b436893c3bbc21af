"""One person's turn at the screen: pick, confirm, gone. Nothing of a choice outlives its turn.

Knows the present pick only, no earlier one and no result.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.application.scenes import Card, Scene, VoteOpen
from desktop_app.ui.painting.scene_painter import Strip

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


def strip_for(scene: Scene, picked: int | None = None, *, thanks: bool = False) -> Strip:
    """Return what the screen says to the person in front of it."""
    if not isinstance(scene, VoteOpen) or not scene.takes_turns:
        return Strip()
    if scene.full:
        return Strip("Everybody is in.")
    card = next((card for card in scene.cards if card.point == picked), None)
    if card is not None:
        sentence = f"Your choice: {_named(card)}. Press Enter to confirm, or pick another."
        return Strip(sentence, "Confirm", "Enter")
    if thanks:
        return Strip("Thank you. Next person, please.")
    return Strip("Your turn: press a number, or click or touch a card.")


def _named(card: Card) -> str:
    return f"{card.point} {card.label}"


class Turns(QObject):
    """Hold the present pick and let it go in time.

    Signals:
        changed(): the pick or the strip is another one now.
        confirmed(object): the point, an int, once for each confirmed pick.
    """

    changed = Signal()
    confirmed = Signal(object)

    def __init__(self, parent: QObject | None = None, times: TurnTimes | None = None) -> None:
        super().__init__(parent)
        self._times = times or TurnTimes()
        self._scene: Scene | None = None
        self._picked: int | None = None
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
        return strip_for(self._scene, self._picked, thanks=self._thanks)

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
        if point not in {card.point for card in scene.cards}:
            return False
        self._picked, self._thanks, self._waiting = point, False, None
        self._end_thanks.stop()
        self._forget.start(self._times.forget_ms)
        self.changed.emit()
        return True

    def move(self, by: int) -> None:
        """Move the pick to the next or former card; from none to the first or last."""
        scene = self._scene
        if not isinstance(scene, VoteOpen) or not can_pick(scene):
            return
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
        self._drop()
        self.changed.emit()
        self.confirmed.emit(point)
        return True

    def clear(self) -> None:
        """Forget the pick."""
        if self._picked is not None:
            self._drop()
            self.changed.emit()

    def _drop(self) -> None:
        self._picked = None
        self._forget.stop()

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
    )


def _ballots(scene: Scene | None) -> int:
    return scene.ballots_in if isinstance(scene, VoteOpen) else 0
