"""Asks before something that cannot be taken back, and says plainly what would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.help_keys import AT_HAND
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

from .base import Question


class ConfirmDialog(Question):
    """Do it, or leave it; leaving it is what Return and Escape do where it is dangerous."""

    TOPIC = AT_HAND

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        action: str,
        subject: object = None,
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(parent, title, subject)
        self._text = label(text)
        self.body.addWidget(self._text)
        self.do_it, self.leave_it = self.add_buttons(
            action, say("Cancel"), "danger" if danger else "primary"
        )
        if danger:
            self.do_it.setDefault(False)
            self.leave_it.setDefault(True)
            self.leave_it.setFocus()
        self.setAccessibleDescription(text)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        text: str,
        action: str,
        answered: Callable[..., None],
        *,
        subject: object = None,
        danger: bool = False,
    ) -> ConfirmDialog:
        """Ask; call `answered(True, subject)` only where the person says yes."""
        dialog = cls(parent, title, text, action, subject, danger=danger)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog
