"""The whole application with hands at it, or one widget by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import app, dressed, no_double_press, start

__all__ = ["Show", "app", "dressed", "no_double_press", "show", "start"]

Show = Callable[[QWidget], None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Give a way to show a widget, which goes with the test."""

    def it(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()

    return it
