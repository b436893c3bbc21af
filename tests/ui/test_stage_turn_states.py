"""A turn at the screen, act by act: what is held, what is told and how often, which clock runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.channels import Channel
from desktop_app.scenes.priority_scenes import DotsOpen
from desktop_app.scenes.scene import VoteOpen
from desktop_app.ui.stage.clock import StageClock
from desktop_app.ui.stage.dots import DotTurns
from desktop_app.ui.stage.growth import Growth
from desktop_app.ui.stage.keys import StageCommand, clears, command_of, confirms, move_of, point_of
from desktop_app.ui.stage.preview import StagePreview
from desktop_app.ui.stage.turns import Turns, TurnTimes
from desktop_app.ui.stage.window import StageWindow

from . import scenes
from .scenes_priorities import dots_open

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE = Modifier.NoModifier
FORGET, THANKS = 20_000, 3_000

pytestmark = pytest.mark.usefixtures("qapp")


class Told:
    """What a turn's signals said since it was last asked."""

    def __init__(self, turns: QObject, *names: str) -> None:
        self._heard: list[tuple[object, ...]] = []
        self._ears = [self._ear(name) for name in names]
        for name, ear in zip(names, self._ears, strict=True):
            getattr(turns, name).connect(ear)

    def _ear(self, name: str) -> object:
        def hear(*values: object) -> None:
            self._heard.append((name, *values))

        return hear

    def since(self) -> list[tuple[object, ...]]:
        heard, self._heard[:] = list(self._heard), []
        return heard


def clocks(turns: QObject) -> list[int]:
    """Return how long each clock runs that is running."""
    timers = turns.findChildren(QTimer)
    assert all(timer.isSingleShot() for timer in timers), "none of them rings twice"
    return [timer.interval() for timer in timers if timer.isActive()]


CHANGED, FACE = ("changed",), ("face_changed",)


class Screen:
    """A screen's turns with what they told."""

    def __init__(self, scene: VoteOpen | None = None) -> None:
        self.turns = Turns()
        self.told = Told(self.turns, "changed", "confirmed", "group_confirmed", "face_changed")
        self.scene = scene or scenes.vote(9, 12)
        self.turns.follow(self.scene)
        self.told.since()

    def one_more(self, ballots: int = 1) -> None:
        self.scene = replace(self.scene, ballots_in=self.scene.ballots_in + ballots)
        self.turns.follow(self.scene)


def by_partner() -> Screen:
    return Screen(replace(scenes.vote(9, 12), groups=scenes.PARTNERS))


# Rating


def test_a_pick_is_told_once_and_forgotten_after_its_time() -> None:
    screen = Screen()
    assert clocks(screen.turns) == []
    assert screen.turns.pick(3)
    assert (screen.turns.picked, screen.told.since()) == (3, [CHANGED])
    assert clocks(screen.turns) == [FORGET]
    assert screen.turns.pick(4)
    assert (screen.turns.picked, screen.told.since()) == (4, [CHANGED])
    assert clocks(screen.turns) == [FORGET]


@pytest.mark.parametrize("point", [-1, 6, 9])
def test_what_is_no_card_is_no_pick_and_is_not_told(point: int) -> None:
    screen = Screen()
    screen.turns.pick(3)
    screen.told.since()
    assert not screen.turns.pick(point)
    assert (screen.turns.picked, screen.told.since()) == (3, [])


def test_a_confirmed_pick_is_given_once_and_thanked_for_when_it_is_in() -> None:
    screen = Screen()
    screen.turns.pick(3)
    screen.told.since()
    assert screen.turns.confirm()
    assert screen.told.since() == [CHANGED, ("confirmed", 3)]
    assert screen.turns.picked is None
    assert clocks(screen.turns) == []
    assert not screen.turns.confirm()
    assert screen.told.since() == []
    assert screen.turns.strip.sentence.startswith("Your turn"), "it is not stored yet"
    screen.one_more()
    assert screen.turns.strip.sentence == "Thank you. Next person, please."
    assert clocks(screen.turns) == [THANKS]


def test_the_next_pick_ends_the_thanks_and_their_clock() -> None:
    screen = Screen()
    screen.turns.pick(3)
    screen.turns.confirm()
    screen.one_more()
    screen.turns.pick(2)
    assert clocks(screen.turns) == [FORGET]
    screen.told.since()
    screen.turns.clear()
    assert screen.turns.strip.sentence.startswith("Your turn"), "and they do not come back"
    assert screen.told.since() == [CHANGED]
    assert clocks(screen.turns) == []


def test_nobody_is_thanked_for_the_ballot_of_another() -> None:
    screen = Screen()
    screen.turns.pick(3)
    screen.one_more()
    assert screen.turns.picked is None, "somebody else was faster: whose turn is it?"
    assert clocks(screen.turns) == []
    assert screen.turns.strip.sentence.startswith("Your turn")


def test_thanks_go_by_themselves_and_are_told(qtbot: QtBot) -> None:
    turns = Turns(times=TurnTimes(thanks_ms=1))
    turns.follow(scenes.vote(9, 12))
    turns.pick(3)
    turns.confirm()
    with qtbot.waitSignal(turns.changed):
        turns.follow(scenes.vote(10, 12))
    assert turns.strip.sentence.startswith("Your turn")


def test_what_is_left_alone_is_forgotten_and_told(qtbot: QtBot) -> None:
    turns = Turns(times=TurnTimes(forget_ms=1))
    turns.follow(scenes.vote(9, 12))
    with qtbot.waitSignals([turns.changed, turns.changed]):
        turns.pick(3)
    assert turns.picked is None


def test_clearing_nothing_is_not_told() -> None:
    screen = Screen()
    screen.turns.clear()
    screen.turns.step_back()
    assert screen.told.since() == []


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (scenes.vote(9, 12), True),
        (scenes.vote(9, 14), True),
        (scenes.vote(9, 12, round_id="r2"), False),
        (scenes.vote(9, 12, points=3), False),
        (scenes.vote(9, 12, turns=False), False),
        (replace(scenes.vote(9, 12), groups=scenes.PARTNERS), False),
        (scenes.vote(12, 12), False),
        (scenes.closed(), False),
    ],
)
def test_a_pick_stays_only_while_the_same_vote_waits_for_the_same_person(
    other: VoteOpen, kept: bool
) -> None:
    screen = Screen()
    screen.turns.pick(3)
    screen.turns.follow(other)
    assert (screen.turns.picked == 3) is kept
    assert clocks(screen.turns) == ([FORGET] if kept else [])


def test_another_vote_ends_thanks_and_what_was_waited_for() -> None:
    screen = Screen()
    screen.turns.pick(3)
    screen.turns.confirm()
    screen.turns.follow(scenes.vote(9, 12, round_id="r2"))
    screen.turns.follow(scenes.vote(10, 12, round_id="r2"))
    assert screen.turns.strip.sentence.startswith("Your turn")
    screen.turns.pick(3)
    screen.turns.confirm()
    screen.turns.follow(scenes.vote(11, 12, round_id="r2"))
    screen.turns.follow(scenes.vote(1, 12))
    assert clocks(screen.turns) == []
    assert screen.turns.strip.sentence.startswith("Your turn")


def test_moves_go_round_the_cards_from_either_end() -> None:
    points = [1, 2, 3, 4, 5, 0]
    for by, order in ((1, points), (-1, points[::-1])):
        screen = Screen()
        found = []
        for _ in range(7):
            screen.turns.move(by)
            found.append(screen.turns.picked)
        assert found == [*order, order[0]]
        assert screen.told.since() == [CHANGED] * 7


def test_nothing_moves_where_nobody_picks() -> None:
    for scene in (scenes.vote(12, 12), scenes.vote(9, 12, turns=False)):
        screen = Screen(scene)
        screen.turns.move(1)
        assert (screen.turns.picked, screen.told.since()) == (None, [])


# With partners


def test_a_partner_comes_before_the_rating_and_goes_with_it() -> None:
    screen = by_partner()
    assert screen.turns.face(screen.scene) != screen.scene
    assert screen.turns.pick(2)
    assert screen.told.since() == [FACE]
    assert clocks(screen.turns) == [FORGET]
    assert screen.turns.face(screen.scene) is screen.scene
    assert "You rate for Health board" in screen.turns.strip.sentence
    assert screen.turns.pick(5)
    assert screen.told.since() == [CHANGED]
    assert screen.turns.confirm()
    assert screen.told.since() == [FACE, CHANGED, ("group_confirmed", 5, "Health board")]
    assert screen.turns.face(screen.scene) != screen.scene


@pytest.mark.parametrize("place", [0, 6, -1])
def test_what_is_no_partner_is_not_picked(place: int) -> None:
    screen = by_partner()
    assert not screen.turns.pick(place)
    assert screen.told.since() == []


@pytest.mark.parametrize("place", [1, 5])
def test_the_first_and_the_last_partner_can_be_picked(place: int) -> None:
    screen = by_partner()
    assert screen.turns.pick(place)
    assert scenes.PARTNERS[place - 1] in screen.turns.strip.sentence


def test_a_step_back_leads_to_the_partner_and_another_to_the_start() -> None:
    screen = by_partner()
    screen.turns.pick(2)
    screen.turns.pick(5)
    screen.told.since()
    screen.turns.step_back()
    assert (screen.turns.picked, screen.told.since()) == (None, [CHANGED])
    assert "Health board" in screen.turns.strip.sentence
    screen.turns.step_back()
    assert screen.told.since() == [FACE, CHANGED]
    assert "partner" in screen.turns.strip.sentence
    assert clocks(screen.turns) == []


def test_no_move_picks_a_partner_that_nobody_saw() -> None:
    screen = by_partner()
    screen.turns.move(1)
    assert screen.told.since() == []
    screen.turns.pick(1)
    screen.turns.move(-1)
    assert screen.turns.picked == 0


def test_picking_a_partner_ends_the_thanks() -> None:
    screen = by_partner()
    screen.turns.pick(2)
    screen.turns.pick(5)
    screen.turns.confirm()
    screen.one_more()
    assert clocks(screen.turns) == [THANKS]
    screen.turns.pick(1)
    assert clocks(screen.turns) == [FORGET]
    assert "You rate for Council" in screen.turns.strip.sentence


# Dots


class Dots:
    """A screen's dots with what they told."""

    def __init__(self, scene: DotsOpen | None = None) -> None:
        self.dots = DotTurns()
        self.told = Told(self.dots, "changed", "confirmed", "pressed", "press_taken_back")
        self.scene = scene or dots_open()
        self.dots.follow(self.scene)
        self.told.since()


def test_each_dot_is_told_once_and_forgotten_after_its_time() -> None:
    screen = Dots()
    assert clocks(screen.dots) == []
    assert screen.dots.pick(2)
    assert (screen.dots.placed, screen.told.since()) == ((2,), [CHANGED])
    assert clocks(screen.dots) == [FORGET]
    assert screen.dots.pick(2)
    assert screen.dots.pick(1)
    assert screen.dots.placed == (2, 2, 1)
    assert not screen.dots.pick(1), "there were three"
    assert not Dots().dots.pick(6)
    assert screen.told.since() == [CHANGED, CHANGED]


def test_dots_are_taken_back_from_the_last_on_or_from_their_card() -> None:
    screen = Dots()
    for point in (2, 1, 2):
        screen.dots.pick(point)
    screen.told.since()
    screen.dots.take_back(1)
    assert (screen.dots.placed, screen.told.since()) == ((2, 2), [CHANGED])
    screen.dots.take_back(4)
    assert (screen.dots.placed, screen.told.since()) == ((2, 2), [])
    screen.dots.take_back()
    screen.dots.take_back()
    assert (screen.dots.placed, screen.told.since()) == ((), [CHANGED, CHANGED])
    screen.dots.take_back()
    assert screen.told.since() == []


def test_confirmed_dots_are_given_once_and_thanked_for_when_they_are_in() -> None:
    screen = Dots()
    for point in (2, 1, 2):
        screen.dots.pick(point)
    screen.told.since()
    assert screen.dots.confirm()
    assert screen.told.since() == [CHANGED, ("confirmed", Counter({2: 2, 1: 1}))]
    assert (screen.dots.placed, clocks(screen.dots)) == ((), [])
    assert not screen.dots.confirm()
    assert screen.told.since() == []
    assert screen.dots.strip.sentence.startswith("Your turn")
    screen.dots.follow(replace(screen.scene, ballots_in=10))
    assert screen.dots.strip.sentence == "Thank you. Next person, please."
    assert clocks(screen.dots) == [THANKS]
    screen.dots.pick(1)
    assert clocks(screen.dots) == [FORGET]
    screen.dots.take_back()
    assert screen.dots.strip.sentence.startswith("Your turn")


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (dots_open(9, 12), True),
        (dots_open(9, 14), True),
        (dots_open(10, 12), False),
        (dots_open(12, 12), False),
        (dots_open(vote_id="p2"), False),
        (dots_open(dots_each=4), False),
        (dots_open(count=4), False),
        (dots_open(channel=Channel.HANDS), False),
    ],
)
def test_dots_stay_only_while_the_same_vote_waits_for_the_same_person(
    other: DotsOpen, kept: bool
) -> None:
    screen = Dots()
    screen.dots.pick(2)
    screen.dots.follow(other)
    assert (screen.dots.placed == (2,)) is kept
    assert clocks(screen.dots) == ([FORGET] if kept else [])
    assert screen.dots.strip.sentence != "Thank you. Next person, please."


def test_another_vote_on_dots_ends_thanks_and_what_was_waited_for() -> None:
    screen = Dots()
    screen.dots.pick(2)
    screen.dots.confirm()
    screen.dots.follow(dots_open(9, vote_id="p2"))
    screen.dots.follow(dots_open(10, vote_id="p2"))
    assert clocks(screen.dots) == []
    assert screen.dots.strip.sentence.startswith("Your turn")


def test_dots_and_thanks_go_by_themselves_and_are_told(qtbot: QtBot) -> None:
    dots = DotTurns(times=TurnTimes(forget_ms=1, thanks_ms=1))
    dots.follow(dots_open(9))
    with qtbot.waitSignals([dots.changed, dots.changed]):
        dots.pick(1)
    assert dots.placed == ()
    dots.pick(1)
    dots.confirm()
    with qtbot.waitSignal(dots.changed):
        dots.follow(dots_open(10))
    assert dots.strip.sentence.startswith("Your turn")


def test_a_press_is_given_at_once_and_nothing_is_held() -> None:
    screen = Dots(dots_open(channel=Channel.NUMBER_KEYS))
    assert screen.dots.pick(2)
    assert screen.told.since() == [("pressed", 2)]
    assert (screen.dots.placed, clocks(screen.dots)) == ((), [])
    assert not screen.dots.pick(9)
    screen.dots.take_back()
    assert screen.told.since() == [("press_taken_back",)]


# Keys


def key(code: Qt.Key, modifier: Qt.KeyboardModifier = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifier, text)


@pytest.mark.parametrize(
    ("code", "command"),
    [
        (Key.Key_PageDown, StageCommand.NEXT),
        (Key.Key_Right, StageCommand.NEXT),
        (Key.Key_Down, StageCommand.NEXT),
        (Key.Key_PageUp, StageCommand.BACK),
        (Key.Key_Left, StageCommand.BACK),
        (Key.Key_Up, StageCommand.BACK),
        (Key.Key_Space, StageCommand.PRIMARY),
        (Key.Key_B, StageCommand.BLANK),
        (Key.Key_Period, StageCommand.BLANK),
        (Key.Key_Escape, StageCommand.ESCAPE),
        (Key.Key_F5, StageCommand.TOGGLE),
        (Key.Key_P, StageCommand.PARKING),
        (Key.Key_X, None),
    ],
)
def test_a_key_stands_for_a_command_unless_it_is_meant_for_the_system(
    code: Qt.Key, command: StageCommand | None
) -> None:
    assert command_of(key(code)) is command
    assert command_of(key(code, Modifier.ShiftModifier)) is command
    for modifier in (Modifier.ControlModifier, Modifier.AltModifier):
        assert command_of(key(code, modifier)) is None


def test_undo_is_a_command_with_its_modifier_only() -> None:
    assert QKeySequence("Ctrl+Z") in QKeySequence.keyBindings(QKeySequence.StandardKey.Undo)
    assert command_of(key(Key.Key_Z, Modifier.ControlModifier)) is StageCommand.UNDO
    assert command_of(key(Key.Key_Z)) is None


@pytest.mark.parametrize(
    ("code", "by"),
    [
        (Key.Key_Right, 1), (Key.Key_Down, 1), (Key.Key_Tab, 1),
        (Key.Key_Left, -1), (Key.Key_Up, -1), (Key.Key_Backtab, -1),
        (Key.Key_A, 0), (Key.Key_Space, 0),
    ],
)  # fmt: skip
def test_a_key_moves_the_pick_by_a_card(code: Qt.Key, by: int) -> None:
    assert move_of(key(code)) == by


def test_digits_enter_and_backspace_have_their_meaning() -> None:
    assert [point_of(key(Key.Key_A, NONE, text)) for text in "0123456789"] == list(range(10))
    assert [point_of(key(Key.Key_A, NONE, text)) for text in ("", "a", "12", "٣", "½")] == [
        None
    ] * 5
    for modifier in (Modifier.ControlModifier, Modifier.AltModifier):
        assert point_of(key(Key.Key_3, modifier, "3")) is None
    assert [confirms(key(code)) for code in (Key.Key_Return, Key.Key_Enter, Key.Key_A)] == [
        True, True, False,
    ]  # fmt: skip
    assert [clears(key(code)) for code in (Key.Key_Backspace, Key.Key_Delete, Key.Key_A)] == [
        True, True, False,
    ]  # fmt: skip


# What is painted for it


class Painted(QObject):
    """The region of a widget that was painted since it was last asked."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self._region += event.region()
        return False

    def since(self) -> QRegion:
        QApplication.processEvents()
        region, self._region = self._region, QRegion()
        return region


@pytest.fixture
def stage(qtbot: QtBot) -> StageWindow:
    window = StageWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show_scene(scenes.vote(9, 12))
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return window


def card(stage: StageWindow, point: int) -> QRect:
    return next(c.rect for c in stage.places.cards if c.point == point).toAlignedRect()


def test_a_pick_that_goes_with_another_ballot_is_painted_over(stage: StageWindow) -> None:
    painted = Painted(stage)
    stage.pick(3)
    assert painted.since().contains(card(stage, 3))
    stage.show_scene(scenes.vote(10, 12))
    region = painted.since()
    assert region.contains(card(stage, 3))
    assert not region.intersects(card(stage, 2))


def test_only_the_count_is_painted_where_nothing_is_picked(stage: StageWindow) -> None:
    painted = Painted(stage)
    stage.show_scene(scenes.vote(10, 12))
    region = painted.since()
    counter = stage.places.counter
    assert counter is not None
    assert region.contains(counter.rect.toAlignedRect())
    assert not any(region.intersects(card(stage, point)) for point in range(6))


def test_a_pick_moved_to_another_card_is_painted_on_both(stage: StageWindow) -> None:
    stage.pick(3)
    painted = Painted(stage)
    stage.pick(5)
    region = painted.since()
    assert region.contains(card(stage, 3))
    assert region.contains(card(stage, 5))
    assert not region.intersects(card(stage, 1))


def test_the_same_scene_again_is_not_painted_again(stage: StageWindow) -> None:
    painted = Painted(stage)
    stage.show_scene(scenes.vote(9, 12))
    stage.set_dark(stage.dark)
    assert painted.since().isEmpty()
    stage.set_dark(True)
    assert painted.since().contains(stage.rect())


def test_what_is_hidden_forgets_its_pick_and_stops_its_clocks(stage: StageWindow) -> None:
    stage.pick(3)
    stage.hide()
    assert stage.picked is None
    assert clocks(stage) == []


def test_bars_that_have_grown_once_are_there_the_next_time(stage: StageWindow) -> None:
    growth = Growth(stage)
    assert growth.value == 1
    growth.grow("r1", stage)
    assert growth.value < 1
    growth.stop()
    assert growth.value == 1
    growth.grow("r1", stage)
    assert growth.value == 1, "once a round"
    growth.grow("r2", stage)
    assert growth.value < 1
    growth.stop()
    growth.motion = False
    growth.grow("r3", stage)
    assert growth.value == 1
    growth.motion = True
    stage.hide()
    growth.grow("r4", stage)
    assert growth.value == 1, "nobody sees it"


def test_the_clock_stands_in_the_upper_margin_with_room_for_its_words(stage: StageWindow) -> None:
    clock = StageClock(stage)
    assert clock.isHidden()
    clock.show_words("12 minutes left")
    assert not clock.isHidden()
    top = min(text.rect.top() for text in stage.places.texts)
    assert clock.geometry().bottom() <= top + 2
    assert clock.height() >= clock.fontMetrics().ascent()
    assert abs(clock.geometry().center().y() - top / 2) <= 3
    assert clock.geometry().left() == round(stage.width() * 0.06)
    assert stage.width() - clock.geometry().right() - 1 == clock.geometry().left()
    before = clock.font().pixelSize()
    stage.resize(1920, 1080)
    QApplication.processEvents()
    assert clock.font().pixelSize() > before
    assert clock.geometry().left() == round(1920 * 0.06)
    clock.show_words("")
    assert clock.isHidden()


def test_the_mirror_has_an_even_frame_around_the_stage_in_its_middle(qtbot: QtBot) -> None:
    mirror = StagePreview()
    qtbot.addWidget(mirror)
    mirror.resize(400, 300)
    mirror.set_aspect(1600, 900)
    mirror.show_scene(scenes.welcome())
    mirror.show()
    image = mirror.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    tall = 400 * 9 / 16
    top = round((300 - tall) / 2)
    light = [image.pixelColor(*at).lightness() for at in ((0, 150), (399, 150), (200, 300 - top))]
    inside = image.pixelColor(3, 150).lightness()
    assert light[0] == pytest.approx(light[1], abs=3)
    assert all(edge < inside - 10 for edge in light[:2])
    beside = {image.pixelColor(200, y).name() for y in (top - 4, 303 - top)}
    assert len(beside) == 1
