"""Keys that put something on the stage, from both windows, and letters that take a step on.

A step is taken with Shift: a remote's black screen is a plain B, and must stay that.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.scenes.asides import AsideKind
from desktop_app.scenes.choosing import LETTERS
from desktop_app.scenes.looks import Look

from .session import Session

KEYS = {
    "Q": AsideKind.QUESTIONS,
    "A": AsideKind.STATEMENTS,
    "S": AsideKind.STEPS,
    "F": AsideKind.FIST,
    "M": AsideKind.MEANING,
    "W": AsideKind.MOVED,
    "D": AsideKind.BEFOREHAND,
}
LOOKS = {"R": Look.RESULT, "V": Look.ROUNDS, "G": Look.GROUPS}
BACK, BLANK, TYPE = "X", "B", "L"
TAKES = "Shift+"
_MEANT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ShowingKeys(QObject):
    """What a letter does: shows what it stands for, or with Shift takes a step by it.

    Signals:
        type_requested(): the type on the stage shall have its next size.
    """

    type_requested = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.session: Session | None = None
        for key in (*KEYS, *LOOKS, BACK, BLANK, TYPE, *(TAKES + letter for letter in LETTERS)):
            shortcut = QShortcut(QKeySequence(key), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._pressed)

    def press(self, key: str) -> bool:
        """Do what a key stands for; return whether it stands for anything now."""
        if self.session is None:
            return False
        showing = self.session.showing
        if key.startswith(TAKES):
            return showing.take_step(key.removeprefix(TAKES))
        if key == BACK:
            return showing.take_off()
        if key == TYPE:
            self.type_requested.emit()
            return True
        if key in LOOKS:
            return self.session.looking.press(LOOKS[key])
        return key in KEYS and showing.press(KEYS[key])

    def _pressed(self) -> None:
        shortcut = self.sender()
        if not isinstance(shortcut, QShortcut):
            return
        key = shortcut.key().toString()
        if not self.press(key) and key == BLANK and self.session is not None:
            self.session.toggle_blank()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys of the stage before it takes them for commands."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.isAutoRepeat() and not event.modifiers() & _MEANT
            shift = TAKES if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else ""
            if plain and self.press(shift + event.text().upper()):
                return True
        return super().eventFilter(watched, event)
