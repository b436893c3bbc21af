"""A dialog for files whose words are ours: Qt's own are not there in every language we speak."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.words.speech import say


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
    return dialog


def all_files() -> str:
    """Return the filter that lets every file through."""
    return file_filter(say("All files"), "*")


def file_filter(kind: str, patterns: str) -> str:
    """Return a filter as Qt reads it: the patterns in brackets, last, in every language."""
    return f"{kind} ({patterns})"
