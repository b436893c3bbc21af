"""Enter presses the button that has the focus; elsewhere in a dialog it is the default one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QPushButton, QToolButton, QWidget

from .focus_watch import FocusWatch

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_IN_DIALOGS = (QPushButton, QToolButton)
"""What Enter presses in a dialog: on a choice, a tick or a list it answers the question."""
_ALONE = ~Qt.KeyboardModifier.KeypadModifier


class EnterKeys(FocusWatch):
    """Let Enter act on buttons, and on every page of a window on choices and lists that fold too.

    Left to itself Qt presses a dialog's default button while another button has the focus.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._dialog = isinstance(window, QDialog)
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
        if type(watched) is QComboBox and not self._dialog:
            watched.showPopup()
        elif not isinstance(watched, _IN_DIALOGS if self._dialog else QAbstractButton):
            return super().eventFilter(watched, event)
        elif self._announced is watched and not event.isAutoRepeat():
            watched.click()
        return True
