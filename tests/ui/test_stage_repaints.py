"""The stage paints anew whenever what it shows has changed, and for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.scenes.scene import Scene
from desktop_app.ui.painting.sheet import secondary
from desktop_app.ui.stage.clock import StageClock
from desktop_app.ui.stage.window import StageWindow
from tests.ui import scenes
from tests.ui.scenes_priorities import dots_open

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


class Paints(QObject):
    """Counts how often a window is painted."""

    def __init__(self, window: StageWindow) -> None:
        super().__init__(window)
        self.number = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.number += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[StageWindow]:
    window = StageWindow()
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    QApplication.processEvents()
    return window


def press(stage: StageWindow, key: Qt.Key) -> None:
    """Press a key at the stage."""
    text = chr(key.value) if key.value < 128 else ""
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text)
    QApplication.sendEvent(stage, event)


def test_bars_are_painted_while_they_grow(stage: StageWindow, qtbot: QtBot) -> None:
    paints = Paints(stage)
    stage.show_scene(scenes.revealed())
    qtbot.waitUntil(lambda: stage.growth == 1)
    QApplication.processEvents()
    assert paints.number > 2


@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_Backspace, Key.Key_Return])
@pytest.mark.parametrize("scene", [scenes.vote, dots_open])
def test_a_key_of_the_ballot_paints_nothing_for_the_room(
    stage: StageWindow, scene: Callable[[], Scene], key: Qt.Key
) -> None:
    stage.show_scene(scene())
    QApplication.processEvents()
    before, paints = stage.grab().toImage(), Paints(stage)
    for one in (Key.Key_1, key):
        press(stage, one)
        QApplication.processEvents()
    assert paints.number == 0
    assert stage.grab().toImage() == before


def test_the_clock_is_written_in_secondary_ink_as_plain_text(stage: StageWindow) -> None:
    clock = stage.findChild(StageClock) or StageClock(stage)
    for dark, palette in ((False, LIGHT), (True, DARK)):
        if dark:
            clock.set_dark(dark=True)
        ink = clock.palette().color(clock.foregroundRole()).name()
        assert ink == secondary(palette).lower()
    clock.show_words("<b>9</b> min left")
    assert clock.textFormat() == Qt.TextFormat.PlainText
    assert clock.isVisible()
    clock.show_words("")
    assert not clock.isVisible()
