"""How the facilitator leaves the ballot: Esc held, or the corner pressed and held; nothing shorter.

Whoever leans on the keyboard presses other keys as well, and those end the holding.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

HELD_MS = 1_000
STALE_MS = 3_000
"""After so long without any key, none is down: one whose release went elsewhere must not stay."""


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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.long_enough)

    def pressed(self, event: QKeyEvent) -> None:
        """Follow a key that goes down: only Esc by itself begins, a repetition changes nothing."""
        if event.isAutoRepeat():
            return
        if not self._since.isValid() or self._since.elapsed() > STALE_MS:
            self._down.clear()
        self._since.start()
        self._down.add(_place_of(event))
        if event.key() == Qt.Key.Key_Escape and len(self._down) == 1 and not event.modifiers():
            self.begin()
        else:
            self._timer.stop()

    def released(self, event: QKeyEvent) -> None:
        """Follow a key that comes up."""
        if not event.isAutoRepeat():
            self._down.discard(_place_of(event))
            self._timer.stop()

    def begin(self) -> None:
        """Begin to count the time."""
        self._timer.start(self.held_ms)

    def end(self) -> None:
        """Let go of everything, as when the keys go elsewhere."""
        self._down.clear()
        self._timer.stop()


def _place_of(event: QKeyEvent) -> int:
    """Return which key it is on the keyboard: with Shift let go first it comes up as another."""
    return event.nativeScanCode() or event.key()
