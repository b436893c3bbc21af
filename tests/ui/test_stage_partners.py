"""Turns in a room with partners: the partner first, then the rating, and both are gone after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.scenes.scene import Blank, VoteOpen
from desktop_app.ui.stage.turns import TurnTimes
from desktop_app.ui.stage.window import StageWindow

from . import scenes

Key = Qt.Key


def room(ballots_in: int = 3) -> VoteOpen:
    return replace(scenes.vote(ballots_in, 12), groups=scenes.PARTNERS)


@pytest.fixture
def stage(qtbot: QtBot) -> StageWindow:
    window = StageWindow(times=TurnTimes(forget_ms=60))
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show_scene(room())
    window.show()
    return window


def picture(stage: StageWindow) -> object:
    return stage.grab().toImage()


def test_a_ballot_carries_the_partner_once(qtbot: QtBot, stage: StageWindow) -> None:
    taken: list[tuple[int, str]] = []
    stage.group_ballot_confirmed.connect(lambda point, group: taken.append((point, group)))
    with qtbot.assertNotEmitted(stage.ballot_confirmed):
        for key in (Key.Key_2, Key.Key_4, Key.Key_Return, Key.Key_Return):
            qtbot.keyClick(stage, key)
    assert taken == [(4, "Health board")]


def test_the_screen_asks_the_next_person_for_theirs(qtbot: QtBot, stage: StageWindow) -> None:
    asks = picture(stage)
    qtbot.keyClick(stage, Key.Key_1)
    assert picture(stage) != asks
    qtbot.keyClick(stage, Key.Key_5)
    qtbot.keyClick(stage, Key.Key_Return)
    assert stage.picked is None
    assert picture(stage) == asks


def test_backspace_goes_back_step_by_step(qtbot: QtBot, stage: StageWindow) -> None:
    asks = picture(stage)
    qtbot.keyClick(stage, Key.Key_3)
    rates = picture(stage)
    qtbot.keyClick(stage, Key.Key_2)
    qtbot.keyClick(stage, Key.Key_Backspace)
    assert picture(stage) == rates
    qtbot.keyClick(stage, Key.Key_Backspace)
    assert picture(stage) == asks


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_6, Key.Key_9, Key.Key_Right, Key.Key_Return])
def test_another_key_picks_no_partner(qtbot: QtBot, stage: StageWindow, key: Key) -> None:
    asks = picture(stage)
    qtbot.keyClick(stage, key)
    assert picture(stage) == asks


def test_a_partner_left_alone_is_forgotten(qtbot: QtBot, stage: StageWindow) -> None:
    asks = picture(stage)
    qtbot.keyClick(stage, Key.Key_1)
    qtbot.waitUntil(lambda: picture(stage) == asks)


@pytest.mark.parametrize("after", ["blank", "another ballot", "another vote"])
def test_nothing_of_a_pick_outlives_its_turn(qtbot: QtBot, stage: StageWindow, after: str) -> None:
    qtbot.keyClick(stage, Key.Key_1)
    qtbot.keyClick(stage, Key.Key_4)
    if after == "blank":
        stage.show_scene(Blank())
        stage.show_scene(room())
    elif after == "another ballot":
        stage.show_scene(room(4))
    else:
        stage.show_scene(replace(room(), round_id="r2"))
    with qtbot.assertNotEmitted(stage.group_ballot_confirmed):
        qtbot.keyClick(stage, Key.Key_Return)
    assert stage.picked is None


def test_a_click_picks_partner_and_rating(qtbot: QtBot, stage: StageWindow) -> None:
    with qtbot.waitSignal(stage.group_ballot_confirmed) as blocker:
        for point in (2, 5):
            place = next(c for c in stage.places.cards if c.point == point)
            at = place.rect.center().toPoint()
            qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=at)
        strip = stage.places.strip
        assert strip is not None
        at = strip.button.center().toPoint()
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=at)
    assert blocker.args == [5, "Health board"]


def test_a_screen_reader_hears_the_partners(stage: StageWindow) -> None:
    assert "Council, Health board" in stage.accessibleDescription() + " "
