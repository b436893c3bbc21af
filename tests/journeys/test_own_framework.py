"""A framework of one's own, from the home page to a workshop that uses it, by key and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from desktop_app.ui.frameworks.unsaved import UnsavedDialog
from desktop_app.ui.home.prepare_pattern import PatternForm

from .conftest import Start
from .driver import App, Key, settle, wait_for

pytestmark = pytest.mark.slow

CTRL = Qt.KeyboardModifier.ControlModifier


def duplicate_and_edit(app: App) -> None:
    app.click("Frameworks")
    app.expect("Built in", "Version 1.0 · 5 actions · 16 statements · 5-point scale")
    app.click("Duplicate")
    app.expect("Duplicated. Edit the copy to make it your own.", "Leading together (copy)")
    app.click("Edit")


def test_a_framework_is_duplicated_edited_and_used(app: App, tmp_path: Path) -> None:
    duplicate_and_edit(app)
    app.fill("Title", "Ein Miteinander, cyd-dynnu 👩‍👩‍👧")
    app.expect("Version 1, changed")
    app.key(Key.Key_S, CTRL)
    app.expect("Saved as version 2. Workshops made earlier keep their own copy.")
    app.click("‹ Frameworks")
    app.expect("Ein Miteinander, cyd-dynnu 👩‍👩‍👧")
    file = tmp_path / "ours.toml"
    app.click("Export", 1)
    app.save_as(file)
    assert "Ein Miteinander, cyd-dynnu 👩‍👩‍👧" in file.read_text("utf-8")
    app.click("‹ Home")
    app.click("New workshop")
    app.fill("Title", "With our own words")
    app.choose("Framework", 1)
    app.begin_workshop()
    assert app.desktop.session is not None
    framework = app.desktop.session.record.workshop.framework
    assert (framework.title, framework.version) == ("Ein Miteinander, cyd-dynnu 👩‍👩‍👧", "2")


def test_a_statement_is_reworded_with_the_keys_alone(app: App) -> None:
    duplicate_and_edit(app)
    down, right = Key.Key_Down, Key.Key_Right
    for key in (down, down, down, right, down, right, down):  # actions, trust, its statements
        app.key(key)
    app.expect("What the room will see", "Statement")
    app.key(Key.Key_Tab)
    for _ in range(12):
        focus = app.front().focusWidget()
        if focus is not None and focus.accessibleName() == "Statement":
            break
        app.key(Key.Key_Tab)
    app.retype("keep our promises.")
    app.expect("The text ends with a full stop. Take it out; Roundtable sets it itself.")
    app.key(Key.Key_Backspace)
    app.expect("Complete: this can be used in a workshop.")


def test_unsaved_changes_stand_in_the_way_of_leaving(app: App) -> None:
    duplicate_and_edit(app)
    app.fill("Title", "Half done")
    app.click("‹ Frameworks")
    app.dialog(UnsavedDialog)
    app.click("Keep editing")
    assert app.field("Title", QLineEdit).text() == "Half done"
    app.console.close()
    app.dialog(UnsavedDialog)
    assert app.console.isVisible()
    app.click("Leave without saving")
    wait_for(lambda: not app.console.isVisible(), "the window to close")


def test_what_is_saved_on_leaving_is_there_after_a_restart(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path / "data")
    duplicate_and_edit(app)
    app.fill("Title", "Done on the way out")
    app.click("‹ Frameworks")
    app.dialog(UnsavedDialog)
    app.click("Save a new version")
    app.expect("Done on the way out")
    app.stop()
    app = start(tmp_path / "data")
    app.click("Frameworks")
    app.expect("Done on the way out", "Version 2 · 5 actions · 16 statements · 5-point scale")


def test_a_deleted_framework_comes_back_at_a_click(app: App) -> None:
    app.click("Frameworks")
    app.click("Duplicate")
    app.click("Delete")
    app.expect("“Leading together (copy)” was deleted with its versions.")
    assert len(app.buttons("Edit")) == 0
    app.click("Undo")
    assert len(app.buttons("Edit")) == 1


def test_a_bad_file_is_refused_with_its_place(app: App, tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text('id = "x"\ntitle "no equals sign"\n', "utf-8")
    app.click("Frameworks")
    app.click("Import a framework")
    app.dialog(QFileDialog)
    app.retype(str(file))
    app.key(Key.Key_Return)
    settle()
    app.expect("broken.toml, line 2, column 7: this is not valid TOML")


def test_the_choice_is_hidden_until_there_is_one(app: App) -> None:
    app.click("New workshop")
    shown = [box for box in app.console.findChildren(QComboBox) if box.isVisible()]
    assert [type(box.parentWidget()) for box in shown] == [PatternForm]
