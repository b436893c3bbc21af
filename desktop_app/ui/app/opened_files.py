"""Files that macOS asks the application to open: it sends an event, not an argument."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpenedFiles(QObject):
    """Hear of each file that is opened with Roundtable.

    Signals:
        opened(tuple[Path]): these files shall be opened.
    """

    opened = Signal(object)

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.opened.emit((Path(event.file()),))
            return True
        return super().eventFilter(watched, event)
