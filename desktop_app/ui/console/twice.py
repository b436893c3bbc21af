"""Something that is done only when it is asked for twice, and what a double press is no second of.

Knows no vote: whoever asks says what it is about, and anything else that happens lets it go.
"""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.widgets.press import Press

APART_MS = 350
"""Two presses closer than this are one: a double click, or a thumb that slipped.

As they were pressed: however long the first one's work takes, what is pressed meanwhile counts."""
LASTS_MS = 30_000
"""How long a first press waits for its second: long enough to ask the room who is missing."""


class Twice(QObject):
    """Remember what was asked for once.

    Signals:
        changed(): something else, or nothing, waits for its second press now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: Hashable | None = None
        self._last: Press | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(LASTS_MS)
        self._end.timeout.connect(self.forget)

    def press(self, what: Hashable, press: Press) -> bool:
        """Return whether this was asked for before; remember it, or let it go once it is done."""
        if what == self.asked:
            if self.is_double(press):
                return False
            self.forget()
            return True
        self.asked = what
        self.mark(press)
        self._end.start()
        self.changed.emit()
        return False

    def mark(self, press: Press) -> None:
        """Take a press that did something as the one that another may be the double of."""
        self._last = press

    def is_double(self, press: Press) -> bool:
        """Return whether a press is one with the last that did something."""
        return self._last is not None and press.after(self._last) < APART_MS

    def forget(self) -> None:
        """Wait for no second press any more."""
        self._end.stop()
        if self.asked is not None:
            self.asked = None
            self.changed.emit()
