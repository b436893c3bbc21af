"""The ballot's window: fills the facilitator's screen and takes every key while it is up.

Knows no workshop and stores nothing: a confirmed choice leaves it as a signal.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.scenes.ballot import LaptopBallot
from desktop_app.ui import screen_reader
from desktop_app.ui.stage.keys import clears, confirms, move_of, point_of
from desktop_app.words.speech import say

from .by_ear import ByEar
from .hand_over_page import HandOverPage
from .leaving import HELD_MS, Held
from .turn import Turn, TurnTimes
from .turn_page import TurnPage


class BallotWindow(QWidget):
    """The ballot of turns, in front of all that the application shows.

    Signals:
        confirmed(object, object): the points chosen, a tuple, and the partner's label or "".
        leave_requested(): the facilitator wants to come back.
    """

    confirmed = Signal(object, object)
    leave_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, times: TurnTimes | None = None, held_ms: int = HELD_MS
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.turn = Turn(self, times)
        self.held = Held(self, held_ms)
        self.hand_over, self.rating = HandOverPage(), TurnPage()
        self.ear = ByEar(self, self.turn)
        self._over = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle(say("Roundtable: the ballot"))
        self.setAccessibleName(say("The ballot"))
        # Nothing else of the application takes a key or a click while it is up.
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(640, 480)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.hand_over)
        self._pages.addWidget(self.rating)

    def _connect(self) -> None:
        self.turn.changed.connect(self.ear.follow)
        self.turn.changed.connect(self._show)
        self.ear.changed.connect(self._show)
        self.turn.confirmed.connect(self.confirmed)
        self.held.long_enough.connect(self.leave_requested)
        self.hand_over.partner_picked.connect(self.turn.begin)
        self.hand_over.begun.connect(self.ear.begin)
        self.hand_over.other_pressed.connect(self.ear.toggle)
        self.rating.picked.connect(self.turn.pick)
        self.rating.confirmed.connect(self.turn.confirm)
        self.rating.change_requested.connect(self.turn.change)

    # -- coming and going -------------------------------------------------------------------

    def fill(self, screen: QScreen) -> None:
        """Fill a screen and take the keys."""
        if self.isFullScreen() and self.screen() is not screen:
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def show_ballot(self, ballot: LaptopBallot | None) -> None:
        """Show a vote's ballot; what somebody has picked stays only where it waits for them."""
        self.turn.by_arrows = screen_reader.is_on()
        self.turn.follow(ballot)

    def put_away(self) -> None:
        """Leave the screen; an unconfirmed choice is gone."""
        self.hide()

    def end(self) -> None:
        """Close for good."""
        self._over = True
        self.close()

    def _show(self) -> None:
        ballot = self.turn.ballot
        if ballot is None:
            return
        # Both pages: what was chosen stays on no widget, not even on one that nobody sees.
        if not self.turn.by_ear:
            self.rating.show_turn(ballot, self.turn)
        self.hand_over.show_turn(ballot, self.turn, self.ear.state)
        on_screen = self.turn.under_way and not self.turn.by_ear
        front = self.rating if on_screen else self.hand_over
        self._pages.setCurrentWidget(front)
        front.place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing picked or held: whoever picked may be gone by the next show."""
        self.ear.stop()
        self.turn.clear()
        self.held.end()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay where somebody at the ballot asks the window to close."""
        event.setAccepted(self._over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.held.end()  # a key that comes up elsewhere is never told here
        super().changeEvent(event)

    # -- keys, mouse, touch -----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take every key, Tab and the keys of shortcuts too: whatever it is, it goes no further."""
        if isinstance(event, QKeyEvent):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.held.pressed(event)
                self._key(event)
            elif event.type() == QEvent.Type.KeyRelease:
                self.held.released(event)
            return True
        return super().event(event)

    def _key(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or _is_slip(event):
            return
        self.turn.by_arrows = screen_reader.is_on()
        if self.ear.key(event):
            return
        # Its key echo would say the digit to the room.
        point = None if self.turn.by_arrows else point_of(event)
        move = move_of(event)
        if point is not None:
            self.turn.pick(point)
        elif move:
            self.turn.move(move)
        elif confirms(event):
            self.turn.enter()
        elif clears(event):
            self.turn.step_back()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to hold the corner."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.hand_over.corner.contains(at):
            self.held.begin()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the corner go."""
        self.held.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second press as the first."""
        self.mousePressEvent(event)


def _is_slip(event: QKeyEvent) -> bool:
    """Return whether a key is the number pad's without its number: Num Lock is off."""
    pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    arrows_are_on_the_pad = sys.platform == "darwin"
    number_or_enter = point_of(event) is not None or confirms(event)
    return pad and not number_or_enter and not arrows_are_on_the_pad
