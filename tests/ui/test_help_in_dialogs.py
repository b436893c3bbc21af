"""Help while a dialog is open: the guide over it, what was typed kept, the keys back after."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import desktop_app.ui
from desktop_app.domain.errors import LibraryTooNew
from desktop_app.domain.plan import NoteKind
from desktop_app.guide.book import guide, headings
from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.note import NoteDialog, NoteWords
from desktop_app.ui.dialogs.problem import ProblemWindow
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.help.guide_window import GuideWindow
from desktop_app.ui.help.keys import KeysDialog
from desktop_app.ui.paper.preview import PreviewWindow
from desktop_app.ui.widgets.help_keys import AT_HAND
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, Key, dialogs, settle

D = TypeVar("D", bound=Question)
CONTROL = Qt.KeyboardModifier.ControlModifier


def every(kind: type[Question]) -> set[type[Question]]:
    return {one for each in kind.__subclasses__() for one in (each, *every(each))}


def guides() -> list[GuideWindow]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, GuideWindow) and one.isVisible()]


def topic() -> str:
    (window,) = guides()
    return window.pages.source().fragment()


def confirm(app: App) -> ConfirmDialog:
    return shown(ConfirmDialog(app.console, "Do it?", "It is done.", "Do it"))


def shown(dialog: D) -> D:
    """Open a dialog and give it the keys, which no window manager does here."""
    dialog.open()
    dialog.activateWindow()
    settle()
    return dialog


def test_each_dialog_names_its_part_of_the_guide() -> None:
    for module in pkgutil.walk_packages(desktop_app.ui.__path__, "desktop_app.ui."):
        importlib.import_module(module.name)
    keys = {one.key for one in headings(guide())}
    named = {kind.__name__: kind.TOPIC for kind in every(Question)}
    named |= {kind.__name__: kind.TOPIC for kind in (ProblemWindow, PreviewWindow)}
    assert len(named) > 20
    assert {name: key for name, key in named.items() if key not in {*keys, AT_HAND}} == {}
    at_hand = {name for name, key in named.items() if key == AT_HAND}
    assert at_hand == {"ConfirmDialog", "MessageDialog"}, "asked on many pages"


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Help])
def test_help_over_a_dialog_keeps_what_was_typed_and_gives_the_keys_back(
    app: App, key: Key
) -> None:
    dialog = shown(NoteDialog(app.console, "A note", NoteWords(NoteKind.IDEA, "")))
    field = dialog.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    app.type("Lorries?")
    assert guides() == [], "a question mark in a field is a question mark"
    app.key(key)
    assert topic() == "statement"
    (window,) = guides()
    assert window.isModal()
    assert window.parentWidget() is dialog
    app.key(Key.Key_Escape)
    assert guides() == []
    assert dialog.isVisible()
    assert app.front() is dialog
    assert dialog.focusWidget() is field
    app.type(" Yes")
    assert field.toPlainText() == "Lorries? Yes"


def test_a_question_mark_helps_where_no_field_has_the_keys(app: App) -> None:
    confirm(app)
    app.key(Key.Key_Question)
    assert topic() == "evening", "what helps on the page below"


def test_a_question_about_one_thing_names_what_helps_with_it(app: App) -> None:
    confirm(app).help_keys.topic = "vote-trouble"
    app.key(Key.Key_F1)
    assert topic() == "vote-trouble"


def test_all_keys_are_listed_over_a_dialog_once(app: App) -> None:
    app.key(",", CONTROL)
    dialog: QDialog = app.dialog(SettingsDialog)
    app.key("/", CONTROL)
    keys: QDialog = app.dialog(KeysDialog)
    assert keys.parentWidget() is dialog
    app.key("/", CONTROL)
    assert len(dialogs()) == 2
    app.key(Key.Key_F1)
    assert topic() == "next"
    app.key(Key.Key_Escape)
    app.key(Key.Key_Escape)
    assert dialogs() == [dialog]
    dialog.activateWindow()
    settle()
    app.key(Key.Key_F1)
    assert topic() == "settings"


def test_the_guide_over_a_dialog_is_saved_as_a_file(app: App, tmp_path: Path) -> None:
    confirm(app)
    app.key(Key.Key_F1)
    app.click("Save as a web page…")
    app.save_as(tmp_path / "guide.html")
    assert "evening before" in (tmp_path / "guide.html").read_text("utf-8")


def test_a_guide_that_is_open_already_stays_where_it_is(app: App) -> None:
    app.key(Key.Key_F1)
    (first,) = guides()
    first.show_topic("plan")
    app.come_back()
    confirm(app)
    app.key(Key.Key_F1)
    assert len(guides()) == 2
    app.key(Key.Key_Escape)
    assert topic() == "plan"


def test_without_a_library_there_is_help_all_the_same(app: App) -> None:
    app.desktop.trouble.show(LibraryTooNew("It is too new."))
    window = app.desktop.trouble.window
    assert window is not None
    window.activateWindow()
    settle()
    app.key(Key.Key_F1)
    assert topic() == "start-trouble"
    assert not app.buttons("Save as PDF…"), "nobody is there to save it"
    app.key(Key.Key_Escape)
    assert window.isVisible()
    app.click("Report a problem…")
    app.key(Key.Key_F1)
    assert topic() == "report"
    app.key(Key.Key_Escape)
    app.key("/", CONTROL)
    assert isinstance(app.front(), KeysDialog)


def test_a_dialog_over_nothing_has_no_help_and_no_fault(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "Do it?", "It is done.", "Do it")
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.windowHandle(), Key.Key_F1)
    assert guides() == []


def test_the_guide_over_a_dialog_is_freed_when_closed(qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    assert is_freed_when_closed(lambda: GuideWindow.over(below, "plan"))
