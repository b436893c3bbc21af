"""The screen takes a person's dots: placed, taken back, confirmed, and nothing left of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.channels import Channel
from desktop_app.scenes.priority_scenes import DotsOpen
from desktop_app.scenes.scene import Blank
from desktop_app.ui.stage.keys import StageCommand
from desktop_app.ui.stage.turns import TurnTimes
from desktop_app.ui.stage.window import StageWindow

from .scenes_priorities import dots_open, priorities

Key = Qt.Key


class Hands:
    """A stage with dots, and what came out of it."""

    def __init__(self, qtbot: QtBot, scene: DotsOpen, times: TurnTimes | None = None) -> None:
        self.stage = StageWindow(times=times)
        qtbot.addWidget(self.stage)
        self.stage.resize(1280, 720)
        self.stage.show_scene(scene)
        self.stage.show()
        qtbot.waitExposed(self.stage)
        self.given: list[Counter[int]] = []
        self.pressed: list[int] = []
        self.commands: list[StageCommand] = []
        self.stage.dots.confirmed.connect(self.given.append)
        self.stage.dots.pressed.connect(self.pressed.append)
        self.stage.command_given.connect(self.commands.append)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.stage, key)

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.stage, Qt.MouseButton.LeftButton, pos=at)

    def card(self, point: int, *, at_right: float = 0.0) -> QPoint:
        rect = self.stage.places.cards[point - 1].rect.toRect()
        return (
            QPoint(rect.right() - round(at_right), rect.center().y()) if at_right else rect.center()
        )

    @property
    def placed(self) -> tuple[int, ...]:
        return self.stage.dots.placed


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot, dots_open())


def test_numbers_place_dots_and_enter_gives_them_once(hands: Hands) -> None:
    hands.press(Key.Key_1, Key.Key_3, Key.Key_3)
    assert hands.placed == (1, 3, 3)
    hands.press(Key.Key_Return, Key.Key_Return)
    assert hands.given == [Counter({3: 2, 1: 1})]
    assert hands.placed == ()


def test_no_more_dots_than_there_are_and_none_for_no_action(hands: Hands) -> None:
    hands.press(Key.Key_0, Key.Key_9, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_2)
    assert hands.placed == (1, 1, 1)


def test_backspace_takes_one_back_and_nothing_can_be_given_without_dots(hands: Hands) -> None:
    hands.press(Key.Key_1, Key.Key_2, Key.Key_Backspace)
    assert hands.placed == (1,)
    hands.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Return)
    assert hands.given == []


def test_a_click_places_a_dot_and_a_click_on_a_dot_takes_it_back(hands: Hands) -> None:
    hands.click(hands.card(2))
    hands.click(hands.card(4))
    assert hands.placed == (2, 4)
    hands.click(hands.card(2, at_right=30))
    assert hands.placed == (4,)
    strip = hands.stage.places.strip
    assert strip is not None
    hands.click(strip.button.center().toPoint())
    assert hands.given == [Counter({4: 1})]


def test_nobody_places_dots_once_everybody_is_in(qtbot: QtBot) -> None:
    hands = Hands(qtbot, dots_open(12, 12))
    hands.press(Key.Key_1)
    hands.click(hands.card(1))
    assert hands.placed == ()
    assert hands.stage.dots.strip.sentence == "Everybody is in."


def test_the_next_person_is_thanked_for_only_when_dots_are_in(hands: Hands) -> None:
    hands.press(Key.Key_1, Key.Key_Return)
    assert "Thank you" not in hands.stage.dots.strip.sentence
    hands.stage.show_scene(dots_open(10, 12))
    assert "Thank you" in hands.stage.dots.strip.sentence
    hands.press(Key.Key_2)
    assert "2 of 3 left" in hands.stage.dots.strip.sentence


@pytest.mark.parametrize("scene", [Blank(), priorities(), dots_open(vote_id="p2")])
def test_dots_do_not_outlive_their_vote(hands: Hands, scene: DotsOpen) -> None:
    hands.press(Key.Key_1)
    hands.stage.show_scene(scene)
    hands.stage.show_scene(dots_open())
    assert hands.placed == ()


def test_dots_that_nobody_confirms_are_forgotten(qtbot: QtBot) -> None:
    hands = Hands(qtbot, dots_open(), TurnTimes(forget_ms=1, thanks_ms=1))
    hands.press(Key.Key_1)
    qtbot.waitUntil(lambda: hands.placed == ())


def test_what_is_placed_is_not_spoken_aloud(hands: Hands) -> None:
    before = hands.stage.accessibleDescription()
    hands.press(Key.Key_1, Key.Key_3)
    assert hands.stage.accessibleDescription() == before


def test_the_screen_looks_the_same_after_any_dots(hands: Hands) -> None:
    hands.press(Key.Key_1, Key.Key_1, Key.Key_Return)
    one = hands.stage.grab().toImage()
    hands.press(Key.Key_5, Key.Key_4, Key.Key_3, Key.Key_Return)
    assert hands.stage.grab().toImage() == one


def test_space_waits_while_somebody_places_dots(hands: Hands) -> None:
    hands.press(Key.Key_1, Key.Key_Space)
    assert hands.commands == []
    hands.press(Key.Key_Return, Key.Key_Space)
    assert hands.commands == [StageCommand.PRIMARY]


def test_each_press_of_a_number_key_is_a_dot_and_can_be_taken_back(qtbot: QtBot) -> None:
    hands = Hands(qtbot, dots_open(27, 36, channel=Channel.NUMBER_KEYS))
    hands.press(Key.Key_1, Key.Key_5, Key.Key_5, Key.Key_7, Key.Key_0)
    assert (hands.pressed, hands.placed) == ([1, 5, 5], ())
    with qtbot.waitSignal(hands.stage.dots.press_taken_back):
        hands.press(Key.Key_Backspace)
    hands.stage.show_scene(Blank())
    hands.press(Key.Key_1)
    assert len(hands.pressed) == 3


def test_only_the_count_is_painted_again_after_a_press(qtbot: QtBot) -> None:
    scene = dots_open(27, 36, channel=Channel.NUMBER_KEYS)
    hands = Hands(qtbot, scene)
    layout = hands.stage.places
    hands.stage.show_scene(replace(scene, ballots_in=28, count_text="28 of 36 dots in"))
    assert hands.stage.places is layout
