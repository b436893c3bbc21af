"""Every command stands in a menu with its key, and the key does it; one table holds them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QMenu

from desktop_app.ui.app.menus import Menus
from desktop_app.ui.commands import COMMANDS, Group, Place, spelled
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.help.keys import KeysDialog
from tests.helpers import is_freed_when_closed
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, dialogs, settle
from tests.journeys.ways import prepare, turns_vote

CTRL = Qt.KeyboardModifier.ControlModifier
NOT_SHORTCUTS = {"next", "back", "press", "came", "console", "find", "move-row"}
"""Keys that a page takes as they come, for they mean something else elsewhere."""

CONSOLE_COMMANDS = [one for one in COMMANDS if Place.CONSOLE in one.places]


def opened_menu(app: App) -> QMenu:
    menu = app.desktop.findChild(Menus).show_menu()
    settle()
    return menu


def every_action(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += every_action(inner) if isinstance(inner, QMenu) else [action]
    return [action for action in found if not action.isSeparator()]


@pytest.mark.parametrize("place", Place)
def test_a_menu_holds_every_command_of_its_page_with_its_key(app: App, place: Place) -> None:
    if place is Place.CONSOLE:
        prepare(app, 7)
    menu = opened_menu(app)
    shown = [action.text() for action in every_action(menu)]
    wanted = [one for one in COMMANDS if place in one.places]
    assert len(shown) == len(wanted)
    for one in wanted:
        (text,) = [t for t in shown if t.partition("\t")[0] == one.words]
        action = next(a for a in every_action(menu) if a.text() == text)
        keys = [key.toString() for key in action.shortcuts()] or text.split("\t")[1:]
        assert not one.keys or keys[0] == spelled(one.keys[0]), one.name
    menu.close()


def test_the_menu_button_opens_the_menu_on_home_and_console(app: App) -> None:
    app.click("Menu")
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QApplication.activePopupWidget().close()
    prepare(app, 7)
    app.click("Menu")
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QApplication.activePopupWidget().close()
    app.key(Key.Key_F10)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QApplication.activePopupWidget().close()


def test_each_key_of_the_window_stands_in_the_table_once(app: App) -> None:
    prepare(app, 7)
    app.rail("Close")  # a page makes its keys when it is first shown
    shortcuts = [s.key().toString() for s in app.console.findChildren(QShortcut)]
    actions = [k.toString() for a in app.console.actions() for k in a.shortcuts()]
    bound = {*shortcuts, *actions}
    table = {key for one in COMMANDS for key in one.keys}
    assert bound - table == set()
    wanted = {
        key
        for one in COMMANDS
        if one.group not in (Group.BALLOT, Group.COUNTING) and one.name not in NOT_SHORTCUTS
        for key in one.keys
    }
    assert wanted - bound == set()
    assert len(actions) == len(set(actions))
    assert set(actions) & set(shortcuts) == set()


def front_dialog(app: App, kind: type[QDialog]) -> QDialog:
    found = [d for d in dialogs() if isinstance(d, kind)]
    assert len(found) == 1, dialogs()
    return found[0]


def test_the_usual_keys_work_at_home(app: App) -> None:
    app.key(Key.Key_O, CTRL)
    front_dialog(app, QFileDialog).close()
    app.come_back()
    app.key(Key.Key_Comma, CTRL)
    front_dialog(app, SettingsDialog).close()
    app.come_back()
    app.key(Key.Key_S, CTRL)
    app.expect("Everything is saved already.")
    app.key(Key.Key_N, CTRL)
    app.expect("Title")
    app.type("Away-day")
    app.key(Key.Key_S, CTRL)
    app.expect("Recent workshops")
    app.key(Key.Key_P, CTRL)
    front_dialog(app, ExportDialog).close()
    app.come_back()
    app.key(Key.Key_Q, CTRL)
    assert not app.console.isVisible()


def test_a_new_workshop_leaves_the_day_only_where_that_is_meant(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_N, CTRL)
    front_dialog(app, ConfirmDialog).reject()
    assert app.desktop.session is not None
    app.come_back()
    app.key(Key.Key_P, CTRL)
    front_dialog(app, ExportDialog).close()
    app.come_back()
    app.key(Key.Key_N, CTRL)
    front_dialog(app, ConfirmDialog).accept()
    assert app.desktop.session is None
    app.expect("New workshop", "Save for later")
    app.key(Key.Key_N, CTRL)
    app.expect("Finish this page first")


@pytest.mark.parametrize("group", dict.fromkeys(one.group for one in CONSOLE_COMMANDS))
def test_each_command_of_the_console_is_done_from_the_menu(
    start: Start, tmp_path: Path, group: Group
) -> None:
    """One window serves for another command as long as that left it at the day."""
    app = None
    for one in (one for one in CONSOLE_COMMANDS if one.group is group):
        if app is None or not is_at_the_day(app):
            if app is not None:
                app.stop()
            app = start(tmp_path / one.name)
            prepare(app, 7)
        (action,) = [a for a in actions_offered(app) if a.text().startswith(one.words)]
        action.trigger()  # whatever raises fails the test
        settle()
        for dialog in dialogs():
            dialog.close()


def actions_offered(app: App) -> list[QAction]:
    menu = opened_menu(app)
    found = every_action(menu)
    menu.close()
    return found


def is_at_the_day(app: App) -> bool:
    """Tell whether the keys go to the console, and that offers the commands of a day."""
    app.come_back()
    return app.front() is app.console and len(actions_offered(app)) == len(CONSOLE_COMMANDS)


def test_the_list_of_keys_says_every_key(app: App) -> None:
    app.key(Key.Key_Slash, CTRL)
    dialog = front_dialog(app, KeysDialog)
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    for one in COMMANDS:
        if one.keys:
            assert one.words in said
            assert all(spelled(key) in said for key in one.keys)


def test_a_question_mark_that_is_typed_stays_text(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("why? 3")
    assert app.field("New note, no names", QLineEdit).text() == "why? 3"
    assert dialogs() == []


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Question, Key.Key_F10])
def test_keys_of_help_leave_the_show_on_the_wall(app: App, key: Key) -> None:
    prepare(app, 7)
    app.key(Key.Key_F5)
    assert app.front() is app.stage
    app.key(key)
    app.key(Key.Key_Slash, CTRL)
    app.key(Key.Key_Q, CTRL)
    assert app.stage.isVisible()
    assert app.front() is app.stage
    assert dialogs() == []


def test_keys_of_the_menu_do_nothing_at_the_ballot(app: App) -> None:
    turns_vote(app)
    app.key(Key.Key_Slash, CTRL)
    app.key(Key.Key_F1)
    assert app.front() is app.ballot
    assert dialogs() == []


def test_the_list_of_keys_is_freed_when_closed(qapp: QApplication) -> None:
    assert is_freed_when_closed(lambda: KeysDialog(None))
