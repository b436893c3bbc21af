"""The name of a list that folds, where nothing seen beside it names it already.

On Linux screen readers know such a list by a label that leads to it and by nothing else: Qt does
not hand its own accessible name on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QLabel


class _SpokenName(QLabel):
    """A label that nobody sees; it stays beside its list, where screen readers look for it."""

    def __init__(self, name: str, box: QComboBox) -> None:
        super().__init__(name, box)
        self.setBuddy(box)
        self._stand_beside(box)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and isinstance(watched, QComboBox):
            self._stand_beside(watched)
        return False

    def _stand_beside(self, box: QComboBox) -> None:
        self.setParent(box.parentWidget() or box)
        self.hide()


def name_list(box: QComboBox, name: str) -> None:
    """Give a list that folds its name, for screen readers on every platform."""
    box.setAccessibleName(name)
    _SpokenName(name, box)
