"""Several screens without a window server: the means the projector tests stand on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers import run_python
from tests.screens import LAPTOP, PROJECTOR, Screen, platform_with

NAMES = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
print(*(screen.name() for screen in app.screens()))
"""


def names() -> list[str]:
    return [screen.name() for screen in QGuiApplication.screens()]


def test_every_test_starts_on_one_laptop_screen(qapp: object) -> None:
    (screen,) = QGuiApplication.screens()
    assert screen.geometry().getRect() == (0, 0, 1366, 768)


def test_a_projector_is_plugged_in_and_out(screens: Callable[..., None], qtbot: QtBot) -> None:
    with qtbot.waitSignal(QGuiApplication.instance().screenAdded):
        screens(LAPTOP, PROJECTOR)
    assert names() == ["laptop", "projector"]
    window = QWidget()
    qtbot.addWidget(window)
    window.setScreen(QGuiApplication.screens()[1])
    window.setGeometry(QGuiApplication.screens()[1].geometry())
    window.showFullScreen()
    assert window.screen().name() == "projector"
    with qtbot.waitSignal(QGuiApplication.instance().screenRemoved):
        screens(LAPTOP)
    assert names() == ["laptop"]
    assert window.screen().name() == "laptop"


def test_the_only_screen_can_change(screens: Callable[..., None]) -> None:
    screens(Screen("wall", width=3840, height=2160, dpr=2))
    assert names() == ["wall"]
    assert QGuiApplication.primaryScreen().devicePixelRatio() == 2


def test_there_may_be_no_screen_at_all(screens: Callable[..., None]) -> None:
    screens()
    assert names() == []


def test_another_process_starts_with_two_screens(tmp_path: Path) -> None:
    platform = platform_with(tmp_path, LAPTOP, PROJECTOR)
    done = run_python("-c", NAMES, QT_QPA_PLATFORM=platform)
    assert done.stdout.split() == ["laptop", "projector"]
