"""Help while a dialog is open, which the keys of the menus do not reach: it has keys of its own.

Knows no guide: a window that is a Helper shows it.
"""

from __future__ import annotations

from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.ui.commands import command

AT_HAND: Final = ""
"""The topic of a question that is asked on several pages: the page below says what helps."""


@runtime_checkable
class Helper(Protocol):
    """A window that helps whoever stands over it."""

    def show_help(self, over: QWidget, topic: str) -> None:
        """Show this part of the guide."""

    def show_keys(self, over: QWidget) -> None:
        """Show all keys."""


class HelpKeys(QObject):
    """The keys of help in one dialog, which keeps its fields and its focus meanwhile."""

    def __init__(self, dialog: QWidget, topic: str, *, lists_keys: bool = True) -> None:
        super().__init__(dialog)
        self.topic = topic
        """The key of the part of the guide that helps here."""
        for key in (*command("help").keys, "Help"):
            _shortcut(key, dialog).activated.connect(self._ask_help)
        for key in command("keys").keys if lists_keys else ():
            _shortcut(key, dialog).activated.connect(self._ask_keys)

    def _ask_help(self) -> None:
        dialog = self.parent()  # held as the parent only, so that both are freed when it closes
        if isinstance(dialog, QWidget) and (helper := _helper(dialog)) is not None:
            helper.show_help(dialog, self.topic)

    def _ask_keys(self) -> None:
        dialog = self.parent()
        if isinstance(dialog, QWidget) and (helper := _helper(dialog)) is not None:
            helper.show_keys(dialog)


def _shortcut(key: str, dialog: QWidget) -> QShortcut:
    shortcut = QShortcut(QKeySequence(key), dialog)
    shortcut.setAutoRepeat(False)
    return shortcut


def _helper(dialog: QWidget) -> Helper | None:
    """Return the nearest window below that has help, or the dialog itself."""
    window: QWidget | None = dialog
    while window is not None and not isinstance(window, Helper):
        window = window.parentWidget()
    return window
