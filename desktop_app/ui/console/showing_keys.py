"""Keys that put something on the stage, from both windows, and letters that take a step on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.scenes.asides import AsideKind
from desktop_app.scenes.choosing import LETTERS

from .keys_help import tell_keys
from .session import Session

KEYS = {
    "Q": AsideKind.QUESTIONS,
    "A": AsideKind.STATEMENTS,
    "S": AsideKind.STEPS,
    "F": AsideKind.FIST,
}
BACK, BLANK, HELP = "X", "B", "F1"
_MEANT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ShowingKeys(QObject):
    """What a letter does: takes a step that the room sees by it, else shows what it stands for."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.session: Session | None = None
        self._view = view
        for letter in sorted({*KEYS, *LETTERS, BACK, BLANK, HELP}):
            shortcut = QShortcut(QKeySequence(letter), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._pressed)

    def fit(self, width: float, height: float) -> None:
        """Tell the proportions of the stage."""
        if self.session is not None and height > 0:
            self.session.showing.fit(width / height)

    def press(self, letter: str) -> bool:
        """Do what a letter stands for; return whether it stands for anything now."""
        if self.session is None:
            return False
        showing = self.session.showing
        if showing.take_step(letter):
            return True
        if letter == BACK:
            return showing.take_off()
        return letter in KEYS and showing.press(KEYS[letter])

    def _pressed(self) -> None:
        shortcut = self.sender()
        if not isinstance(shortcut, QShortcut):
            return
        letter = shortcut.key().toString()
        if letter == HELP:
            tell_keys(self._view.window())
        elif not self.press(letter) and letter == BLANK and self.session is not None:
            self.session.toggle_blank()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys of the stage before it takes them for commands."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.isAutoRepeat() and not event.modifiers() & _MEANT
            if plain and self.press(event.text().upper()):
                return True
        return super().eventFilter(watched, event)
