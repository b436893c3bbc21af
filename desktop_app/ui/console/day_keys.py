"""The keys of the day on the console: the same wherever the focus is, whatever was clicked before.

In a field that edits, its own keys edit. Elsewhere Space, Right and Left are the day's, and Enter
acts on what has the focus (`widgets/enter_keys.py`). Down and Up never are: who chooses in a list
goes on pressing them a moment after the keys went elsewhere. Arrows move in lists and choices,
which only Tab gives the keys, never a click. Page Up and Page Down are the day's in single lines
too, where a remote sends them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.stage.keys import redoes
from desktop_app.ui.widgets.focus_watch import FocusWatch
from desktop_app.ui.widgets.press import Press

from .count_field import CountField
from .note_line import KindBox
from .session import Session
from .sheet_line import SheetLine

_KEY = Qt.Key
_NEXT = {_KEY.Key_Space, _KEY.Key_PageDown, _KEY.Key_Right}
_BACK = {_KEY.Key_PageUp, _KEY.Key_Left}
_PAGES = {_KEY.Key_PageDown, _KEY.Key_PageUp}
_ALONE = {_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_Meta, _KEY.Key_NumLock}
_ENTER = {_KEY.Key_Return, _KEY.Key_Enter}
_LONG = (QPlainTextEdit, QTextEdit)
_LINES = (QLineEdit, QAbstractSpinBox, KindBox)
_MOVED_IN = (QAbstractScrollArea, QRadioButton, QComboBox)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class DayKeys(FocusWatch):
    """Take the keys of the day from whatever has the focus in a view."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.session: Session | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key before the widget that has the focus does, unless it is its own."""
        if self.session is None or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._is_days(watched, event):
                event.accept()  # comes as a key press then
                return True
            if _has_nothing_to(watched, event):
                event.ignore()  # nothing is typed here that could come back: the day has
                return True
        if event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._is_days(watched, event):
            return self.take(event)
        presses = event.key() in _ENTER and isinstance(watched, QAbstractButton)
        if not presses and event.key() not in _ALONE and self.session is not None:
            self.session.going.twice.forget()  # a button that is pressed says itself what it does
        return super().eventFilter(watched, event)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key of the day asks for; return whether it is one."""
        key = _KEY(event.key())
        if self.session is None or key not in _NEXT | _BACK or _is_meant(event):
            return False
        if not event.isAutoRepeat():
            going, press = self.session.going, Press.of(event)
            going.do_next(press) if key in _NEXT else going.look_back(press)
        return True

    def take_left(self, event: QKeyEvent) -> bool:
        """Take a key that whatever has the focus in the view has left alone."""
        return self._is_days(self.area.focusWidget() or self.area, event) and self.take(event)

    def _is_days(self, watched: QObject, event: QKeyEvent) -> bool:
        key = _KEY(event.key())
        if key not in _NEXT | _BACK or _is_meant(event) or self._is_slip(event):
            return False
        if isinstance(watched, _LONG):
            return False
        if key in _PAGES:
            return True
        if isinstance(watched, CountField) or _waits_for_a_sheet(watched):
            return key is _KEY.Key_Space
        if isinstance(watched, _LINES):
            return False
        return key is _KEY.Key_Space or not isinstance(watched, _MOVED_IN)

    def _is_slip(self, event: QKeyEvent) -> bool:
        """Return whether a key of the keypad came in an open vote: without Num Lock 3 is one."""
        from_keypad = bool(event.modifiers() & _KEYPAD)
        return from_keypad and self.session is not None and self.session.going.open_vote is not None


def _waits_for_a_sheet(watched: QObject) -> bool:
    """Return whether a line for a sheet's digits is empty: there Space parts nothing."""
    return isinstance(watched, SheetLine) and not watched.text()


def _is_meant(event: QKeyEvent) -> bool:
    """Return whether a key is held together with one that gives it another meaning."""
    return bool(event.modifiers() & ~_KEYPAD)


def _has_nothing_to(watched: QObject, event: QKeyEvent) -> bool:
    """Return whether a line is asked to undo or redo what was typed, and nothing was."""
    if not isinstance(watched, QLineEdit):
        return False
    undoes = event.matches(QKeySequence.StandardKey.Undo) and not watched.isUndoAvailable()
    return undoes or (redoes(event) and not watched.isRedoAvailable())
