"""Enter presses the button that has the focus; dialogs have a default button for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from .focus_watch import FocusWatch

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ALONE = ~Qt.KeyboardModifier.KeypadModifier


class EnterKeys(FocusWatch):
    """Let Enter act on buttons and on lists that fold, on every page of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._announced: QObject | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press what has the focus by a press that began there.

        Enter that closes a list's entries goes on to what has the focus then: it is no press of it.
        """
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            self._announced = watched
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & _ALONE:
            return super().eventFilter(watched, event)
        if type(watched) is QComboBox:
            watched.showPopup()
        elif not isinstance(watched, QAbstractButton):
            return super().eventFilter(watched, event)
        elif self._announced is watched and not event.isAutoRepeat():
            watched.click()
        return True
