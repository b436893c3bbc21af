"""How the facilitator leaves the ballot: Esc held, or the corner pressed and held; nothing shorter.

Whoever leans on the keyboard presses other keys as well, and those end the holding.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

HELD_MS = 1_000


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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.long_enough)

    def pressed(self, event: QKeyEvent) -> None:
        """Follow a key that goes down: only Esc by itself begins, a repetition changes nothing."""
        if event.isAutoRepeat():
            return
        self._down.add(event.key())
        if self._down == {Qt.Key.Key_Escape.value} and not event.modifiers():
            self.begin()
        else:
            self._timer.stop()

    def released(self, event: QKeyEvent) -> None:
        """Follow a key that comes up."""
        if not event.isAutoRepeat():
            self._down.discard(event.key())
            self._timer.stop()

    def begin(self) -> None:
        """Begin to count the time."""
        self._timer.start(self.held_ms)

    def end(self) -> None:
        """Let go of everything, as when the keys go elsewhere."""
        self._down.clear()
        self._timer.stop()
