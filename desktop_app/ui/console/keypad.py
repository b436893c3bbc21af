"""Keys of the number pad that are no digits: where votes are counted none of them does anything.

Without Num Lock a 3 arrives as Page Down and the decimal key as Delete. They would leave the step,
step a spin box or take a count away, wherever the keys go; so this follows the keys.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop_app.ui.stage.keys import point_of

from .session import Session

DIGITS_ONLY = "digits_only"
"""The property of a line that is no free text: what is typed there counts."""
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = {Qt.Key.Key_Enter, Qt.Key.Key_Return}
_STEPS = {Qt.Key.Key_Plus, Qt.Key.Key_Minus}
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_LEAVING = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down}
_UNLOCKED = {
    *_ARROWS,
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_Clear),
}
_TAKEN = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def of_keypad(event: QKeyEvent) -> bool:
    """Return whether a key is on the number pad; a Mac says so of every arrow."""
    arrow = sys.platform == "darwin" and Qt.Key(event.key()) in _ARROWS
    return bool(event.modifiers() & _KEYPAD) and not arrow


def is_slip(event: QKeyEvent) -> bool:
    """Return whether a key belongs to the keypad and is neither a number nor Enter."""
    enter = Qt.Key(event.key()) in _ENTER
    return of_keypad(event) and point_of(event) is None and not enter


class Keypad(QObject):
    """Take slips of the keypad away, in whatever window the keys are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key before the widget does that has them."""
        if event.type() in _TAKEN and isinstance(event, QKeyEvent):
            return self.takes(watched, event)
        return False

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """Note whether Num Lock is on; return whether the key is a slip, which does nothing."""
        session = self.session
        if session is None or not of_keypad(event):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._note(session, event)
        counts = session.takes_votes or bool(watched.property(DIGITS_ONLY))
        if not (counts and is_slip(event)) or _is_typing(watched, event):
            return False
        event.accept()
        return True

    def _note(self, session: Session, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _UNLOCKED:
            session.note_num_lock(off=True)
        elif point_of(event) is not None:
            session.note_num_lock(off=False)


def _is_typing(watched: QObject, event: QKeyEvent) -> bool:
    """Return whether a key edits what is no vote, or steps a count as + and – are meant to."""
    if isinstance(watched, QPlainTextEdit | QTextEdit):
        return True
    if not isinstance(watched, QLineEdit):
        return False
    key = Qt.Key(event.key())
    return key in _STEPS if watched.property(DIGITS_ONLY) else key not in _LEAVING
