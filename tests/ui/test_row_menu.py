"""What can be done with a workshop of the list: few buttons in its row, the rest in a menu."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.home.home_page import HomePage
from desktop_app.ui.home.workshop_delegate import INDENT, WorkshopDelegate
from desktop_app.ui.home.workshop_model import DETAILS

from .test_home import CLOSED, PREPARED, RUNNING, button, home, menu_item, rows, show, summary

__all__ = ["home"]


def test_a_follow_up_that_cannot_be_begun_says_why(home: HomePage) -> None:
    show(home, (summary(1, PREPARED), summary(2, RUNNING), summary(3, CLOSED)))
    view = rows(home)
    assert not menu_item(view, "No follow-up yet: it was not held").isEnabled()
    view.choose("w2")
    assert menu_item(view, "Follow up…").isEnabled()
    view.choose("w3")
    assert button(view, "Follow up…").isVisible()
    assert next(a.text().replace("&", "") for a in view.more.actions_offered) == "Copy…"


def test_a_row_is_chosen_alone_while_ctrl_is_held(home: HomePage) -> None:
    show(home, (summary(1), summary(2)))
    view = rows(home)
    QTest.keyPress(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    view.choose("w2")
    assert view.selected == ("w2",)
    QTest.keyRelease(view, Qt.Key.Key_Z)
    assert button(view, "Open").isVisible()


def test_the_rows_menu_opens_by_the_menu_key_and_by_a_right_click(home: HomePage) -> None:
    show(home, (summary(1), summary(2)))
    view = rows(home)
    at = view.visualRect(view.model().index(1, 0)).center() - QPoint(200, 0)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, at))
        assert view.more.menu().isVisible()
        view.more.menu().close()
    assert view.chosen is not None
    assert view.chosen.id == "w2"


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_partnership_is_whole_beside_the_buttons_of_its_row(home: HomePage, width: int) -> None:
    partnership = "Harbour Children’s Partnership"
    home.resize(width, 768)
    show(home, (replace(summary(1, CLOSED), partnership=partnership),))
    view = rows(home)
    painter = view.itemDelegate()
    assert isinstance(painter, WorkshopDelegate)
    words = view.model().index(0, 0).data(DETAILS)
    whole = view.visualRect(view.model().index(0, 0)).width()
    room = whole - 2 * INDENT - painter.reserved
    font = QFont(view.font())
    font.setPixelSize(15)
    metrics = QFontMetrics(font)
    taken = 18 + metrics.horizontalAdvance("Closed") + metrics.horizontalAdvance(f"  ·  {words}")
    assert taken < room
