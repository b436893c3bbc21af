"""A turn by ear: the running screen reader says it in the headphones, and the screen shows nothing.

What shall be said is the name of the one thing that has the keys, and a screen reader says that
wherever it runs. It has no words outside such a turn, and none of a choice once that is over.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.scenes.ballot_by_ear import (
    Ear,
    spoken_after,
    spoken_before,
    spoken_partner,
    spoken_turn,
)
from desktop_app.ui.stage.keys import clears, confirms, move_of

from .turn import Turn

_MEANT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


STORED_MS = 3_000
"""After so long a person who waits for thanks is told to ask."""


class Spoken(QLabel):
    """A sentence that nobody sees; it has the keys so that it is said, and passes each one on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Give the ballot's window every key, Tab too."""
        if isinstance(event, QKeyEvent):
            return self.window().event(event)
        return super().event(event)


class Voice:
    """Has the screen reader say one sentence after another, and keeps the last one only."""

    def __init__(self, window: QWidget) -> None:
        self._now, self._next = Spoken(window), Spoken(window)

    @property
    def text(self) -> str:
        """Return what can be heard and read now."""
        return self._now.accessibleName()

    def say(self, text: str) -> None:
        """Say a sentence by giving the keys to it: one that has them already is not said again."""
        self._next.setAccessibleName(text)
        self._next.show()
        self._next.setFocus()
        self._empty(self._now)
        self._now, self._next = self._next, self._now

    def hush(self) -> None:
        """Leave nothing to hear or to read."""
        if self._now.hasFocus():
            self._now.window().setFocus()
        self._empty(self._now)

    def _empty(self, spoken: Spoken) -> None:
        if spoken.accessibleName():
            spoken.setAccessibleName("")
        spoken.hide()


class ByEar(QObject):
    """Lead one person through a turn by what they hear.

    Signals:
        changed(): the screen shall say something else.
    """

    changed = Signal()

    def __init__(self, window: QWidget, turn: Turn) -> None:
        super().__init__(window)
        self.state = Ear.OFF
        self.voice = Voice(window)
        self._turn = turn
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.timeout.connect(self._give_up)

    # -- coming and going -------------------------------------------------------------------

    def toggle(self) -> None:
        """Ask for headphones before a turn by ear, or go back from there."""
        if self.state is Ear.HEADPHONES:
            self.stop()
        elif self._is_offered:
            self._turn.clear()
            self._go_to(Ear.HEADPHONES)

    @property
    def _is_offered(self) -> bool:
        turn, ballot = self._turn, self._turn.ballot
        waits = ballot is not None and not ballot.full and not turn.under_way
        return waits and turn.by_arrows and self.state in (Ear.OFF, Ear.OVER)

    def begin(self) -> None:
        """Begin the turn whose headphones are on, or one that is not by ear."""
        if self.state is not Ear.HEADPHONES:
            self._turn.begin()
        elif self._turn.ballot is not None and self._turn.ballot.partners:
            self._go_to(Ear.PARTNER)
        else:
            self._begin_turn()

    def _begin_turn(self, place: int = 0) -> None:
        before, self.state = self.state, Ear.TURN
        if self._turn.begin(place, by_ear=True):
            self._left.stop()
            self._tell()
        else:
            self.state = before

    def stop(self) -> None:
        """Say nothing more, and leave nothing to read."""
        self._left.stop()
        self.voice.hush()
        before, self.state = self.state, Ear.OFF
        if before is Ear.PARTNER:
            self._turn.clear()  # no partner stays marked
        if before is not Ear.OFF:
            self.changed.emit()

    def follow(self) -> None:
        """Notice that the turn has ended, or that there can be none."""
        turn = self._turn
        if self.state is Ear.OFF:
            return
        if self.state is Ear.TURN and not turn.under_way:
            self._left.start(STORED_MS)
            if not turn.is_waiting:
                self._end()
        elif self.state is Ear.OVER and turn.thanks:
            self._tell_once()  # stored at last
        elif self.state is not Ear.TURN and (turn.under_way or not self._can_come):
            self.stop()

    @property
    def _can_come(self) -> bool:
        ballot = self._turn.ballot
        if self.state is Ear.OVER:
            return ballot is not None
        if ballot is None or ballot.full:
            return False
        return bool(ballot.partners) or self.state is Ear.HEADPHONES

    def _give_up(self) -> None:
        """Wait no longer: for who should go on, or for what should be stored."""
        if self.state is Ear.TURN:
            self._end()
        else:
            self.stop()

    def _end(self) -> None:
        if self._turn.ballot is None:
            self.stop()
        else:
            self._go_to(Ear.OVER)

    def _go_to(self, state: Ear) -> None:
        self.state = state
        self._left.start(self._turn.times.left_ms)
        self.changed.emit()
        self._tell()

    # -- keys -------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that belongs to a turn by ear; return whether it does."""
        if self.state in (Ear.OFF, Ear.OVER):
            asks = event.key() == Qt.Key.Key_H and not event.modifiers() & _MEANT
            if asks:
                self.toggle()
            return asks
        if self.state is Ear.TURN:
            self._in_turn(event)
        else:
            self._before(event)
        return True

    def _before(self, event: QKeyEvent) -> None:
        partner, move = self.state is Ear.PARTNER, move_of(event)
        if clears(event):
            self.stop()
        elif partner and move:
            self._turn.move(move)
            self._tell()
        elif partner and confirms(event) and self._turn.marked is not None:
            self._begin_turn(self._turn.marked)
        elif partner or not confirms(event):
            self._tell()
        else:
            self.begin()

    def _in_turn(self, event: QKeyEvent) -> None:
        turn, move = self._turn, move_of(event)
        if not turn.under_way:
            return  # what was confirmed is being stored
        if move:
            turn.move(move)
        elif confirms(event):
            turn.enter()
        elif clears(event) and not turn.chosen:
            self._back()
        elif clears(event):
            turn.step_back()
        if turn.under_way:
            self._tell()

    def _back(self) -> None:
        """Leave a turn in which nothing is chosen, for another partner where there are any."""
        if self._turn.partner:
            self.state = Ear.PARTNER
            self._turn.clear()
            self._go_to(Ear.PARTNER)
        else:
            self._turn.clear()

    def _tell_once(self) -> None:
        if self._words() != self.voice.text:
            self._tell()

    def _tell(self) -> None:
        text = self._words()
        if text:
            self.voice.say(text)

    def _words(self) -> str:
        turn, ballot = self._turn, self._turn.ballot
        if ballot is None or self.state is Ear.OFF:
            return ""
        if self.state is Ear.HEADPHONES:
            return spoken_before(ballot)
        if self.state is Ear.PARTNER:
            return spoken_partner(ballot, turn.marked)
        if self.state is Ear.OVER:
            return spoken_after(ballot, thanks=turn.thanks, unsure=turn.is_waiting)
        end = turn.at_confirm
        return spoken_turn(ballot, turn.partner, turn.chosen, turn.marked, at_confirm=end)
