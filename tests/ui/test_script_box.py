"""What to say: as high as its words, and scrolled rather than cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.console.script_box import ScriptBox
from desktop_app.ui.widgets.layouts import column

LONG = "Say: “Come to the screen one after another.” " * 12


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    panel = QWidget()
    qtbot.addWidget(panel)
    return panel


def shown(qtbot: QtBot, panel: QWidget, text: str, height: int) -> ScriptBox:
    layout, box = column(panel), ScriptBox()
    layout.addWidget(box)
    layout.addStretch(1)
    panel.resize(220, height)
    panel.show()
    box.say(text)
    qtbot.waitUntil(lambda: box.maximumHeight() == box.words.heightForWidth(box.width()))
    return box


def test_few_words_take_no_more_than_they_need(qtbot: QtBot, panel: QWidget) -> None:
    box = shown(qtbot, panel, "Say: “Welcome.”", 600)
    qtbot.waitUntil(lambda: box.height() == box.maximumHeight())
    assert box.verticalScrollBar().maximum() == 0
    assert box.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_more_words_than_there_is_room_for_are_scrolled_by_keys_too(
    qtbot: QtBot, panel: QWidget
) -> None:
    box = shown(qtbot, panel, LONG, 100)
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() > 0)
    assert box.focusPolicy() == Qt.FocusPolicy.TabFocus
    box.verticalScrollBar().setValue(40)
    box.say(LONG + "And so on.")
    assert box.verticalScrollBar().value() == 0


def test_a_box_that_grows_again_loses_its_bar(qtbot: QtBot, panel: QWidget) -> None:
    box = shown(qtbot, panel, LONG, 100)
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() > 0)
    panel.resize(220, box.maximumHeight())
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() == 0)
    assert box.words.height() == box.height()
