"""A dialog for files whose words are ours: Qt's own are not there in every language we speak."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QTreeView, QWidget

from desktop_app.words.speech import say

_SIZE = QSize(900, 560)
_HALVES = (150, 700)
"""Widths of the list of places and of the files."""
_COLUMNS = (270, 80, 110, 130)
"""Widths of a file's name, size, kind and date."""


def file_dialog(
    parent: QWidget | None, title: str, folder: str, accept: str, *, saving: bool = False
) -> QFileDialog:
    """Return a dialog that is gone when closed; `accept` is what its button says."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if saving:  # before our words: it brings some of Qt's back
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(all_files())
    words = QFileDialog.DialogLabel
    dialog.setLabelText(words.Accept, accept)
    dialog.setLabelText(words.Reject, say("Cancel"))
    dialog.setLabelText(words.LookIn, say("Look in:"))
    dialog.setLabelText(words.FileName, say("File name:"))
    dialog.setLabelText(words.FileType, say("Kind of file:"))
    _give_room(dialog)
    return dialog


def _give_room(dialog: QFileDialog) -> None:
    """Let names, dates and places be read whole, on a screen that has the room."""
    room = dialog.screen().availableGeometry().size()
    dialog.resize(_SIZE.boundedTo(room))
    if (lines := dialog.layout()) is not None:  # a platform's own dialog has none
        lines.setSpacing(10)
        lines.setContentsMargins(20, 18, 20, 18)
    if (halves := dialog.findChild(QSplitter)) is not None:
        halves.setSizes(list(_HALVES))
    if (table := dialog.findChild(QTreeView)) is not None:
        for column, width in enumerate(_COLUMNS):
            table.header().resizeSection(column, width)


def all_files() -> str:
    """Return the filter that lets every file through."""
    return file_filter(say("All files"), "*")


def file_filter(kind: str, patterns: str) -> str:
    """Return a filter as Qt reads it: the patterns in brackets, last, in every language."""
    return f"{kind} ({patterns})"
