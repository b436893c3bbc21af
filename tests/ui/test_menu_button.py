"""A button with a menu does not look pointed at once its menu is gone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.domain.channels import Channel
from desktop_app.ui.console.ways_button import WaysButton


def test_a_menu_that_closes_takes_the_colour_of_pointing_along(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    button = WaysButton(window)
    button.offer(Channel.HANDS)
    window.show()
    qtbot.waitExposed(window)
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QCursor.setPos(window.mapToGlobal(QPoint(window.width() + 300, window.height() + 300)))
    menu.hide()
    assert not button.underMouse()
