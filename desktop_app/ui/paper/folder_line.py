"""A folder that documents go to, with a button for another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.widgets.file_dialog import file_dialog
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class FolderLine(QWidget):
    """The chosen folder.

    Signals:
        changed(): another folder was chosen.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._path = OneLine()
        self._change = button(say("Another &folder…"))
        line = row(self, spacing=12)
        line.addWidget(label(say("Folder"), "strong", wrap=False))
        line.addWidget(self._path, 1)
        line.addWidget(self._change)
        self.setFocusProxy(self._change)
        self._change.clicked.connect(self.ask)
        self._show()

    @property
    def folder(self) -> Path:
        """Return the folder."""
        return self._folder

    def ask(self) -> QFileDialog:
        """Ask for another folder."""
        dialog = file_dialog(
            self, say("Folder for the documents"), str(self._folder), say("Choose")
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()
        return dialog

    def _take(self, chosen: str) -> None:
        self._folder = Path(chosen)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._path.say(str(self._folder))
        self._change.setAccessibleDescription(str(self._folder))
