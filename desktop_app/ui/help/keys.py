"""The list of keys: which key does what, by the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.commands import COMMANDS, GROUPS, Command, Group, spelled
from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import said, say


class KeysDialog(Question):
    """Every key, by what it is for."""

    TOPIC = "next"
    LISTS_KEYS = False
    WIDTH = 760

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, say("Keys"))
        self.body.setSpacing(8)
        for group in Group:
            self._add_group(group)
        self.body.addStretch(1)
        self.add_close()

    @classmethod
    def tell(cls, parent: QWidget | None) -> KeysDialog:
        """Show which key does what."""
        dialog = cls(parent)
        dialog.open()
        return dialog

    def _add_group(self, group: Group) -> None:
        self.body.addWidget(label(said(GROUPS[group]), "strong", wrap=False))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 230)
        grid.setColumnStretch(1, 1)
        for place, one in enumerate(c for c in COMMANDS if c.group is group and c.keys):
            keys, what = label(keys_of(one), wrap=False), label(said(one.words))
            keys.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(keys, place, 0)
            grid.addWidget(what, place, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(12)


def keys_of(one: Command) -> str:
    """Return all keys of a command, as a person reads them."""
    return ", ".join(spelled(key) for key in one.keys)
