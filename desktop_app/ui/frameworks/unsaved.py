"""Asks what shall become of changes that were not saved."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class Unsaved(Enum):
    """What shall become of the changes."""

    SAVE = "save"
    DROP = "drop"


class UnsavedDialog(Question):
    """Save, leave without saving, or go on editing; the answer is Unsaved."""

    TOPIC = "frameworks"
    WIDTH = 640

    def __init__(
        self, parent: QWidget | None, title: str, *, can_save: bool, subject: object = None
    ) -> None:
        super().__init__(parent, say("Save the changes to “{title}”?", title=title), subject)
        self._answer = Unsaved.SAVE if can_save else Unsaved.DROP
        self.body.addWidget(label(self._text(can_save=can_save)))
        self.save, self.go_on = self.add_buttons(say("&Save a new version"), say("&Keep editing"))
        self.drop = button(say("&Leave without saving"), "danger")
        self.drop.clicked.connect(self._drop)
        line = self._lines.itemAt(self._lines.count() - 1)
        buttons = line.layout() if line is not None else None
        if isinstance(buttons, QBoxLayout):
            buttons.insertWidget(0, self.drop)
        self.save.setVisible(can_save)
        if not can_save:
            self.save.setDefault(False)
            self.go_on.setDefault(True)
            self.go_on.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        answered: Callable[..., None],
        *,
        can_save: bool,
        subject: object = None,
    ) -> UnsavedDialog:
        """Ask; call `answered(Unsaved, subject)` unless the person goes on editing."""
        dialog = cls(parent, title, can_save=can_save, subject=subject)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _text(self, *, can_save: bool) -> str:
        if can_save:
            return say("If you leave without saving, what you changed is lost.")
        return say(
            "Some places still need a change, so this cannot be saved yet. If you leave now, what "
            "you changed is lost."
        )

    def answer(self) -> Unsaved:
        """Return what the person wants."""
        return self._answer

    def _drop(self) -> None:
        self._answer = Unsaved.DROP
        self.accept()
