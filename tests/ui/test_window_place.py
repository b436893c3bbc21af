"""The console comes back where it was, unless today's screens have no such place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.settings import Place, Settings
from desktop_app.ui.window_place import place_of, restore
from tests.screens import LAPTOP


@pytest.fixture
def window(qtbot: QtBot, screens: Callable[..., None]) -> QWidget:
    screens(LAPTOP)
    made = QWidget()
    made.setMinimumSize(300, 200)
    made.setGeometry(10, 10, 400, 300)
    qtbot.addWidget(made)
    return made


def room() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def test_it_comes_back_where_it_was(window: QWidget) -> None:
    restore(window, Settings(console_place=(50, 60, 640, 480)))
    assert place_of(window) == (50, 60, 640, 480)


@pytest.mark.parametrize(
    "place",
    [(9000, 40, 640, 480), (-5000, 40, 640, 480), (50, 9000, 640, 480), (50, -900, 640, 480)],
)
def test_a_place_on_a_screen_that_is_gone_is_left_alone(window: QWidget, place: Place) -> None:
    restore(window, Settings(console_place=place))
    assert place_of(window) == (10, 10, 400, 300)


@pytest.mark.parametrize("place", [(-100, 40, 640, 480), (500, 300, 9000, 9000), (20, 20, 1, 1)])
def test_it_is_wholly_on_the_screen_and_no_smaller_than_it_can_be(
    window: QWidget, place: Place
) -> None:
    restore(window, Settings(console_place=place))
    got = QRect(*place_of(window))
    if place[2] > 1:
        assert room().contains(got)
    assert got.width() >= 300
    assert got.height() >= 200


def test_without_a_place_it_stays(window: QWidget) -> None:
    restore(window, Settings())
    assert place_of(window) == (10, 10, 400, 300)
