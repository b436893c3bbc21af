"""What a start may load before its first window is painted, name by name.

A name more costs every start; add one only where that window cannot be painted without it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.storage.settings_file import FILE_NAME
from tests.helpers import run_python

OURS = """
    bootstrap charts charts.palette cli commands commands.calls domain domain.changes
    domain.errors domain.settings domain.texts drafts files resources storage
    storage.settings_file ui ui.app ui.app.backups
    ui.app.crash ui.app.desktop
    ui.app.home_link ui.app.instance ui.app.no_screen ui.app.plain_imports ui.app.run
    ui.app.main_window ui.app.trouble ui.app_events ui.home ui.home.home_page
    ui.fonts ui.preferences ui.tasks ui.theme ui.widgets ui.widgets.layouts
    ui.widgets.paged_window ui.widgets.text ui.window_place version
    words words.formats words.language words.laptop words.speech
"""
OTHERS = {
    "contextvars",
    "_contextvars",
    "copy",
    "dataclasses",
    "faulthandler",
    "gc",
    "locale",
    "_locale",
    "__future__",
}
"""What a bare window does not load."""
SLOW = {"Qt", "QStyle"}
"""Classes of PySide6 whose hundreds of enumeration members are built when they are first named."""

BARE = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
print(*sys.modules)
"""
START = """
import sys
from desktop_app.cli import main
main(["--quit-after-first-paint", "--data-dir", sys.argv[1]])
print(*sys.modules)
from PySide6 import QtCore, QtGui, QtWidgets
print(*vars(QtCore), *vars(QtGui), *vars(QtWidgets))
"""
Loaded = tuple[set[str], set[str]]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Give the modules loaded and the classes of Qt named, on a laptop that was used before."""
    folder = tmp_path_factory.mktemp("library")
    output(START, folder)  # its end keeps the settings that the next start reads
    assert (folder / FILE_NAME).is_file()
    milliseconds, modules, classes = output(START, folder)
    assert int(milliseconds) > 0
    return set(modules.split()), set(classes.split())


def test_the_first_window_needs_few_modules_of_ours(loaded: Loaded) -> None:
    ours = {name for name in loaded[0] if name.startswith("desktop_app.")}
    assert ours - {f"desktop_app.{name}" for name in OURS.split()} == set()


def test_the_first_window_needs_hardly_more_of_others_than_a_bare_one(loaded: Loaded) -> None:
    (bare,) = output(BARE)
    more = {name for name in loaded[0] if not name.startswith("desktop_app")}
    assert more - set(bare.split()) - OTHERS == set()


def test_the_first_window_names_no_class_of_qt_that_is_slow_to_build(loaded: Loaded) -> None:
    assert "QApplication" in loaded[1]
    assert loaded[1] & SLOW == set()


def output(code: str, *arguments: Path) -> list[str]:
    done = run_python("-c", code, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
