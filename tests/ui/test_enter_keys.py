"""Enter presses the button that has the focus, from the first key on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.enter_keys import EnterKeys
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import button

from .conftest import Show
from .test_console_widgets import heard


def test_enter_presses_what_had_the_focus_before_anybody_listened(qtbot: QtBot, show: Show) -> None:
    page = QWidget()
    pressed = button("Begin")
    column(page).addWidget(pressed)
    show(page)
    pressed.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pressed)
    EnterKeys(page)
    told = heard(pressed, "clicked")
    QTest.keyClick(pressed, Qt.Key.Key_Return)
    assert len(told) == 1
