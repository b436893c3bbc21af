"""The screen as a ballot: pick, confirm, gone, and nothing of it for the next person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.scenes.scene import Blank, Scene
from desktop_app.scenes.votes import vote_open_after
from desktop_app.ui.stage.keys import StageCommand
from desktop_app.ui.stage.turns import TurnTimes
from desktop_app.ui.stage.window import StageWindow

from . import scenes

MakeStage = Callable[..., StageWindow]


@pytest.fixture
def make_stage(qtbot: QtBot) -> MakeStage:
    def make(scene: Scene, times: TurnTimes | None = None) -> StageWindow:
        stage = StageWindow(times=times)
        qtbot.addWidget(stage)
        stage.resize(1280, 720)
        stage.show_scene(scene)
        stage.show()
        qtbot.waitExposed(stage)
        return stage

    return make


@pytest.fixture
def stage(make_stage: MakeStage) -> StageWindow:
    return make_stage(scenes.vote(9, 12))


def grab(stage: StageWindow) -> QImage:
    return stage.grab().toImage()


def without(image: QImage, rect: QRect) -> QImage:
    painter = QPainter(image)
    painter.fillRect(rect, Qt.GlobalColor.black)
    painter.end()
    return image


def counter(stage: StageWindow) -> QRect:
    place = stage.places.counter
    assert place is not None
    return place.rect.toAlignedRect().adjusted(-4, -4, 4, 4)


def card(stage: StageWindow, point: int) -> QPoint:
    place = next(c for c in stage.places.cards if c.point == point)
    return place.rect.center().toPoint()


def button(stage: StageWindow) -> QPoint:
    strip = stage.places.strip
    assert strip is not None
    return strip.button.center().toPoint()


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier]
)
@pytest.mark.parametrize("point", [0, 1, 5])
def test_a_digit_picks_and_enter_confirms_once(
    stage: StageWindow, qtbot: QtBot, point: int, modifier: Qt.KeyboardModifier
) -> None:
    confirmed: list[int] = []
    stage.ballot_confirmed.connect(confirmed.append)
    QTest.keyClick(stage, Qt.Key(ord(str(point))), modifier)
    assert stage.picked == point
    QTest.keyClick(stage, Qt.Key.Key_Enter)
    QTest.keyClick(stage, Qt.Key.Key_Return)
    assert confirmed == [point]
    assert stage.picked is None


def test_a_mouse_picks_and_confirms(stage: StageWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=card(stage, 2))
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=card(stage, 4))
    with qtbot.waitSignal(stage.ballot_confirmed) as blocker:
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=button(stage))
    assert blocker.args == [4]


def test_the_button_is_not_there_before_a_pick(stage: StageWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(stage.ballot_confirmed):
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=button(stage))
        QTest.keyClick(stage, Qt.Key.Key_Return)


def test_a_finger_picks_and_confirms(stage: StageWindow, qtbot: QtBot) -> None:
    screen = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    for at in (card(stage, 3), button(stage)):
        QTest.touchEvent(stage, screen).press(0, at, stage).commit()
        with qtbot.waitSignal(stage.ballot_confirmed, raising=at != card(stage, 3), timeout=50):
            QTest.touchEvent(stage, screen).release(0, at, stage).commit()
    assert stage.picked is None


def test_nothing_of_a_choice_is_left_when_the_next_person_comes(make_stage: MakeStage) -> None:
    stage = make_stage(scenes.vote(8, 12), TurnTimes(thanks_ms=60_000))
    stage.ballot_confirmed.connect(lambda _: stage.show_scene(scenes.vote(stage_in(stage) + 1, 12)))
    seen = []
    for point in (1, 5):
        stage.pick(point)
        stage.confirm()
        seen.append(without(grab(stage), counter(stage)))
    assert seen[0] == seen[1]
    fresh = make_stage(scenes.vote(10, 12))
    strip = stage.places.strip
    assert strip is not None
    bar = strip.rect.toAlignedRect()
    assert without(grab(stage), bar) == without(grab(fresh), bar)


def stage_in(stage: StageWindow) -> int:
    scene = stage.scene_shown
    assert isinstance(scene, scenes.VoteOpen)
    return scene.ballots_in


def test_a_pick_changes_only_its_card_and_the_strip(stage: StageWindow) -> None:
    before = grab(stage)
    stage.pick(3)
    place = next(c for c in stage.places.cards if c.point == 3).rect.toAlignedRect()
    strip = stage.places.strip
    assert strip is not None
    after = grab(stage)
    assert after != before
    for rect in (place, strip.rect.toAlignedRect()):
        before, after = without(before, rect), without(after, rect)
    assert after == before


def test_thanks_come_only_with_the_stored_ballot(make_stage: MakeStage) -> None:
    stage = make_stage(scenes.vote(8, 12), TurnTimes(thanks_ms=60_000))
    stage.pick(2)
    stage.confirm()
    assert "Your turn" in stage.state.strip.sentence
    stage.show_scene(scenes.vote(9, 12))
    assert stage.state.strip.sentence == "Thank you. Next person, please."


def test_thanks_go_by_themselves(make_stage: MakeStage, qtbot: QtBot) -> None:
    stage = make_stage(scenes.vote(8, 12), TurnTimes(thanks_ms=1))
    stage.pick(2)
    stage.confirm()
    stage.show_scene(scenes.vote(9, 12))
    qtbot.waitUntil(lambda: "Your turn" in stage.state.strip.sentence)


def test_an_unconfirmed_pick_is_forgotten(make_stage: MakeStage, qtbot: QtBot) -> None:
    stage = make_stage(scenes.vote(8, 12), TurnTimes(forget_ms=1))
    before = grab(stage)
    stage.pick(2)
    qtbot.waitUntil(lambda: stage.picked is None)
    assert grab(stage) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_pick_can_be_taken_back(stage: StageWindow, key: Qt.Key) -> None:
    before = grab(stage)
    stage.pick(1)
    QTest.keyClick(stage, key)
    assert stage.picked is None
    assert grab(stage) == before


@pytest.mark.parametrize(
    "scene",
    [scenes.vote(round_id="r2"), scenes.shown(), scenes.closed(), scenes.revealed(), Blank()],
)
def test_a_pick_does_not_survive_another_scene(stage: StageWindow, scene: Scene) -> None:
    stage.pick(1)
    stage.show_scene(scene)
    stage.show_scene(scenes.vote(9, 12))
    assert stage.picked is None


def test_a_pick_does_not_survive_a_blank_screen(stage: StageWindow) -> None:
    stage.pick(1)
    stage.show_scene(Blank())
    assert not stage.pick(2)
    stage.show_scene(scenes.vote(9, 12))
    assert stage.picked is None


def test_a_pick_stays_when_somebody_comes_into_the_room(stage: StageWindow) -> None:
    stage.pick(1)
    stage.show_scene(replace(scenes.vote(9, 12), present=13, count_text="9 of 13 in"))
    assert stage.picked == 1


def test_when_everybody_is_in_no_more_can_be_picked(stage: StageWindow) -> None:
    stage.show_scene(scenes.vote(12, 12))
    assert not stage.pick(1)
    assert stage.state.strip.sentence == "Everybody is in."


@pytest.mark.parametrize("scene", [scenes.vote(turns=False), scenes.shown(), scenes.closed()])
def test_where_nobody_takes_turns_nothing_can_be_picked(
    stage: StageWindow, scene: Scene, qtbot: QtBot
) -> None:
    stage.show_scene(scene)
    assert not stage.pick(1)
    with qtbot.assertNotEmitted(stage.ballot_confirmed):
        QTest.keyClick(stage, Qt.Key.Key_1)
        QTest.keyClick(stage, Qt.Key.Key_Return)


def test_a_point_that_is_not_on_the_scale_cannot_be_picked(stage: StageWindow) -> None:
    QTest.keyClick(stage, Qt.Key.Key_6)
    assert stage.picked is None


def test_arrows_and_tab_move_the_pick_for_those_who_need_them(stage: StageWindow) -> None:
    moved = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Left, Qt.Key.Key_Backtab):
        QTest.keyClick(stage, key)
        moved.append(stage.picked)
    assert moved == [1, 2, 1, 0]


def test_space_is_a_command_only_while_nothing_is_picked(stage: StageWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.command_given) as blocker:
        QTest.keyClick(stage, Qt.Key.Key_Space)
    assert blocker.args == [StageCommand.PRIMARY]
    stage.pick(2)
    with qtbot.assertNotEmitted(stage.command_given):
        QTest.keyClick(stage, Qt.Key.Key_Space)
    assert stage.picked == 2


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_PageDown, StageCommand.NEXT),
        (Qt.Key.Key_Right, StageCommand.NEXT),
        (Qt.Key.Key_Down, StageCommand.NEXT),
        (Qt.Key.Key_PageUp, StageCommand.BACK),
        (Qt.Key.Key_Left, StageCommand.BACK),
        (Qt.Key.Key_Up, StageCommand.BACK),
        (Qt.Key.Key_Space, StageCommand.PRIMARY),
        (Qt.Key.Key_B, StageCommand.BLANK),
        (Qt.Key.Key_Period, StageCommand.BLANK),
        (Qt.Key.Key_Escape, StageCommand.ESCAPE),
        (Qt.Key.Key_F5, StageCommand.TOGGLE),
    ],
)
def test_a_key_or_a_clicker_gives_a_command(
    stage: StageWindow, qtbot: QtBot, key: Qt.Key, command: StageCommand
) -> None:
    stage.show_scene(scenes.shown())
    with qtbot.waitSignal(stage.command_given) as blocker:
        QTest.keyClick(stage, key)
    assert blocker.args == [command]


def test_a_clicker_works_during_a_turn(stage: StageWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.command_given) as blocker:
        QTest.keyClick(stage, Qt.Key.Key_PageDown)
    assert blocker.args == [StageCommand.NEXT]


def test_only_the_counter_changes_with_a_ballot_by_another_channel(stage: StageWindow) -> None:
    before = grab(stage)
    after_one = vote_open_after(scenes.vote(9, 12), 10)
    stage.show_scene(after_one)
    after = grab(stage)
    assert after != before
    assert without(after, counter(stage)) == without(before, counter(stage))
