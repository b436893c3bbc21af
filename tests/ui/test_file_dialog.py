"""A dialog for files has room for what it shows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.file_dialog import file_dialog


def test_name_size_kind_and_date_of_files_have_room(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    dialog = file_dialog(None, "Save as", str(tmp_path), "Save", saving=True)
    dialog.open()
    table = dialog.findChild(QTreeView)
    assert table is not None
    qtbot.waitUntil(table.isVisible)
    assert table.header().length() <= table.viewport().width()
    dates = table.fontMetrics().horizontalAdvance("29 11 2026 00:00")
    assert table.header().sectionSize(3) >= dates
    dialog.close()
