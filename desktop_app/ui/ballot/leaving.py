"""How the facilitator leaves the ballot: Esc held, or the corner pressed and held; nothing shorter.

Whoever leans on the keyboard presses other keys as well, and those end the holding.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

HELD_MS = 1_000
QUIET_MS = 1_000
"""After so long without any key none is down, since one that is held repeats itself."""
GRACE_MS = 80
"""A key that comes up and goes down again within this was held: a busy machine tells it so."""


class Held(QObject):
    """Notice that something is held long enough.

    Signals:
        long_enough(): it was held for the time.
    """

    long_enough = Signal()

    def __init__(self, parent: QObject | None = None, held_ms: int = HELD_MS) -> None:
        super().__init__(parent)
        self.held_ms = held_ms
        self._down: set[int] = set()
        self._since = QElapsedTimer()
        self._timer, self._grace = self._made(), self._made()
        self._timer.timeout.connect(self.long_enough)
        self._grace.timeout.connect(self._timer.stop)

    def _made(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        return timer

    def pressed(self, event: QKeyEvent) -> None:
        """Follow a key that goes down: only Esc by itself begins, a repetition changes nothing."""
        quiet = not self._since.isValid() or self._since.elapsed() > QUIET_MS
        self._since.start()
        if event.isAutoRepeat():
            return
        if quiet:
            self._down.clear()
        self._down.add(_place_of(event))
        goes_on = self._grace.isActive()
        self._grace.stop()
        if not _is_escape(event) or len(self._down) > 1:
            self._timer.stop()
        elif not goes_on:
            self.begin()

    def released(self, event: QKeyEvent) -> None:
        """Follow a key that comes up; Esc may go down again at once."""
        self._since.start()
        if event.isAutoRepeat():
            return
        self._down.discard(_place_of(event))
        if _is_escape(event) and self._timer.isActive():
            self._grace.start(min(GRACE_MS, self.held_ms // 4))
        else:
            self._timer.stop()

    def begin(self) -> None:
        """Begin to count the time."""
        self._grace.stop()
        self._timer.start(self.held_ms)

    def end(self) -> None:
        """Let go of everything, as when the keys go elsewhere."""
        self._down.clear()
        self._grace.stop()
        self._timer.stop()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and not event.modifiers()


def _place_of(event: QKeyEvent) -> int:
    """Return which key it is on the keyboard: with Shift let go first it comes up as another."""
    return event.nativeScanCode() or event.key()
