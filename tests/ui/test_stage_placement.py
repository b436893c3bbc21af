"""The stage follows the projector: there, unplugged in the middle of a vote, there again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.stage.placement import ProjectorState, StagePlacement
from desktop_app.ui.stage.window import StageWindow
from tests.screens import LAPTOP, PROJECTOR, Screen

from . import scenes

Screens = Callable[..., None]


@pytest.fixture
def console(qtbot: QtBot) -> QWidget:
    console = QWidget()
    qtbot.addWidget(console)
    console.setGeometry(50, 50, 800, 600)
    console.show()
    return console


@pytest.fixture
def stage(qtbot: QtBot) -> StageWindow:
    stage = StageWindow()
    qtbot.addWidget(stage)
    stage.show_scene(scenes.vote(9, 12))
    return stage


@pytest.fixture
def placement(screens: Screens, stage: StageWindow, console: QWidget) -> Iterator[StagePlacement]:
    placement = StagePlacement(stage, console)
    yield placement
    placement.hide()
    placement.deleteLater()


def plug(
    screens: Screens, placement: StagePlacement, qtbot: QtBot, *which: object
) -> ProjectorState:
    with qtbot.waitSignal(placement.projector_changed) as blocker:
        screens(*which)
    (state,) = blocker.args
    return state


def test_with_one_screen_the_stage_waits_to_be_asked(
    placement: StagePlacement, stage: StageWindow
) -> None:
    placement.open_if_projector()
    assert not stage.isVisible()
    assert placement.state == ProjectorState(connected=False)


def test_with_one_screen_the_stage_covers_it_and_gives_it_back(
    placement: StagePlacement, stage: StageWindow, console: QWidget
) -> None:
    placement.show()
    assert stage.isFullScreen()
    assert placement.covers_console
    placement.hide()
    assert not stage.isVisible()
    assert console.isVisible()


def test_with_two_screens_the_console_keeps_the_keys(
    screens: Screens, placement: StagePlacement, stage: StageWindow, console: QWidget, qtbot: QtBot
) -> None:
    console.activateWindow()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.open_if_projector()
    assert stage.isVisible()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console)


def test_with_two_screens_the_stage_fills_the_other_one(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    state = plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.open_if_projector()
    assert state == ProjectorState(True, "projector", 1920, 1080)
    assert stage.isFullScreen()
    assert stage.screen().name() == "projector"
    assert stage.geometry() == stage.screen().geometry()
    assert not placement.covers_console


def test_an_unplugged_projector_hides_the_stage_and_keeps_its_scene(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot, console: QWidget
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show()
    state = plug(screens, placement, qtbot, LAPTOP)
    assert state == ProjectorState(connected=False)
    assert not stage.isVisible()
    assert console.isVisible()
    assert stage.scene_shown == scenes.vote(9, 12)


def test_a_projector_plugged_in_again_has_the_stage_back(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show()
    plug(screens, placement, qtbot, LAPTOP)
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert stage.isFullScreen()
    assert stage.screen().name() == "projector"


def test_a_pick_made_just_before_the_projector_went_is_forgotten(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show()
    assert stage.pick(4)
    plug(screens, placement, qtbot, LAPTOP)
    assert stage.picked is None
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert stage.picked is None
    with qtbot.assertNotEmitted(stage.ballot_confirmed):
        assert not stage.confirm()


def test_a_projector_plugged_in_while_the_stage_covers_the_laptop_takes_it(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    placement.show()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert stage.screen().name() == "projector"
    assert not placement.covers_console


def test_a_hidden_stage_stays_hidden_when_a_projector_comes(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    placement.hide()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert not stage.isVisible()


def test_keys_that_the_stage_takes_while_it_opens_go_back_to_the_console(
    screens: Screens, placement: StagePlacement, stage: StageWindow, console: QWidget, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console)
    stage.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console)


def test_the_keys_are_with_the_console_again_when_the_stage_has_gone(
    placement: StagePlacement, stage: StageWindow, console: QWidget, qtbot: QtBot
) -> None:
    placement.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is stage)
    assert stage.hasFocus()
    placement.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is console)


def test_a_console_that_is_hidden_stays_so_whatever_the_stage_does(
    screens: Screens, placement: StagePlacement, console: QWidget, qtbot: QtBot
) -> None:
    console.hide()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show()
    placement.hide()
    QApplication.processEvents()
    assert not console.isVisible()
    assert QApplication.activeWindow() is not console


def test_nothing_is_told_of_screens_that_are_as_they_were(
    screens: Screens, placement: StagePlacement, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    told: list[ProjectorState] = []
    placement.projector_changed.connect(told.append)
    third = Screen("third", x=4000)
    screens(LAPTOP, PROJECTOR, third)
    QApplication.processEvents()
    QApplication.processEvents()
    assert told == []
    assert placement.state.name == "projector"
    assert plug(screens, placement, qtbot, LAPTOP, third).name == "third"


def test_the_stage_leaves_for_the_screen_that_is_left(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    third = Screen("third", x=4000)
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR, third)
    placement.show()
    assert stage.screen().name() == "projector"
    plug(screens, placement, qtbot, LAPTOP, third)
    assert stage.isFullScreen()
    assert stage.screen().name() == "third"
    assert stage.geometry() == stage.screen().geometry()


def test_screens_know_their_size_in_real_pixels(
    screens: Screens, placement: StagePlacement, qtbot: QtBot
) -> None:
    sharp = Screen("sharp", x=1280, width=1920, height=1080, dpr=2)
    state = plug(screens, placement, qtbot, LAPTOP, sharp)
    ratio = next(s for s in QApplication.screens() if s.name() == "sharp").devicePixelRatio()
    assert (state.width, state.height) == (1920 * ratio, 1080 * ratio)


def test_the_stage_leaves_a_screen_at_the_moment_that_it_goes(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show()
    seen: list[bool] = []

    def look(*_gone: object) -> None:
        seen.append(stage.isVisible())

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.screenRemoved.connect(look)
    plug(screens, placement, qtbot, LAPTOP)
    application.screenRemoved.disconnect(look)
    assert seen == [False], "not only once everything has settled"


def test_a_stage_over_the_console_stays_when_another_screen_goes(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.show_over()
    assert placement.covers_console
    plug(screens, placement, qtbot, LAPTOP)
    assert stage.isVisible()
    assert placement.covers_console
