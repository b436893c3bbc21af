"""Enter presses the button that has the focus, from the first key on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.people import People
from desktop_app.domain.workshop import Group
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.people import PeopleDialog
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


def named(dialog: QWidget, text: str) -> QPushButton:
    """Return the first button of a dialog that says this."""
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_enter_in_a_dialog_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    dialog = PeopleDialog(None, People(9, 0, (Group("Council", 5), Group("NHS", 4))))
    qtbot.addWidget(dialog)
    told = heard(dialog, "answered")
    dialog.open()
    arrived = named(dialog, "+ Arrived")
    arrived.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is arrived)
    QTest.keyClick(arrived, Qt.Key.Key_Return)
    assert told == []
    assert dialog.isVisible()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    dialog.accept()
    ((_signal, people, _subject),) = told
    assert people == People(9, 0, (Group("Council", 6), Group("NHS", 3)))


def test_enter_on_cancel_is_cancel(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "Do it?", "It is done.", "Do it")
    qtbot.addWidget(dialog)
    told = heard(dialog, "answered")
    dialog.open()
    dialog.leave_it.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.leave_it)
    QTest.keyClick(dialog.leave_it, Qt.Key.Key_Return)
    assert told == []
    assert not dialog.isVisible()


def test_enter_on_a_tick_answers_the_question(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "Do it?", "It is done.", "Do it")
    tick = QCheckBox("Each time")
    dialog.body.addWidget(tick)
    qtbot.addWidget(dialog)
    told = heard(dialog, "answered")
    dialog.open()
    tick.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tick)
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert len(told) == 1
    assert not tick.isChecked()
