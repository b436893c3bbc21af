"""A button with a menu does not look pointed at once its menu is gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.domain.channels import Channel
from desktop_app.ui.console.ways_button import WaysButton
from desktop_app.ui.widgets.menu_button import MenuButton


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


def test_no_button_with_a_menu_keeps_that_colour(qtbot: QtBot) -> None:
    button = MenuButton("Merge…")
    qtbot.addWidget(button)
    button.offered.addAction("Into this step")
    button.show()
    qtbot.waitExposed(button)
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    button.offered.popup(button.mapToGlobal(QPoint(0, button.height())))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    button.offered.hide()
    assert not button.underMouse(), "nobody tells it when the mouse goes on to what was chosen"


def test_every_button_with_a_menu_is_one_of_these() -> None:
    sources = Path(desktop_app.__file__).parent.rglob("*.py")
    assert {one.name for one in sources if ".setMenu(" in one.read_text("utf-8")} == {
        "menu_button.py"
    }
