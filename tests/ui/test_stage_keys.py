"""The stage's keys, what is painted of it anew, and what stands over it and beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.stage.clock import StageClock
from desktop_app.ui.stage.growth import Growth
from desktop_app.ui.stage.keys import StageCommand, clears, command_of, confirms, move_of, point_of
from desktop_app.ui.stage.preview import StagePreview
from desktop_app.ui.stage.window import StageWindow

from . import scenes

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE = Modifier.NoModifier

pytestmark = pytest.mark.usefixtures("qapp")


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
        (Key.Key_Space, StageCommand.NEXT),
        (Key.Key_B, StageCommand.BLANK),
        (Key.Key_Period, StageCommand.BLANK),
        (Key.Key_Escape, StageCommand.ESCAPE),
        (Key.Key_F5, StageCommand.SHOW),
        (Key.Key_P, StageCommand.PARKING),
        (Key.Key_X, None),
    ],
)
def test_a_key_stands_for_a_command_unless_it_is_meant_for_the_system(
    code: Qt.Key, command: StageCommand | None
) -> None:
    assert command_of(key(code)) is command
    if code is not Key.Key_F5:
        assert command_of(key(code, Modifier.ShiftModifier)) is command
    for modifier in (Modifier.ControlModifier, Modifier.AltModifier):
        assert command_of(key(code, modifier)) is None


def test_shift_and_f5_takes_the_stage_away_which_f5_alone_never_does() -> None:
    assert command_of(key(Key.Key_F5, Modifier.ShiftModifier)) is StageCommand.TOGGLE


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


# What is painted anew


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


def test_only_the_count_is_painted_where_nothing_is_picked(stage: StageWindow) -> None:
    painted = Painted(stage)
    stage.show_scene(scenes.vote(10, 12))
    region = painted.since()
    counter = stage.places.counter
    assert counter is not None
    assert region.contains(counter.rect.toAlignedRect())
    assert not any(region.intersects(card(stage, point)) for point in range(6))


def test_the_same_scene_again_is_not_painted_again(stage: StageWindow) -> None:
    painted = Painted(stage)
    stage.show_scene(scenes.vote(9, 12))
    stage.set_dark(stage.dark)
    assert painted.since().isEmpty()
    stage.set_dark(True)
    assert painted.since().contains(stage.rect())


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
