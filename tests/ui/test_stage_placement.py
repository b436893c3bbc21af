"""The stage follows the projector: there, unplugged in the middle of a vote, there again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.stage.placement import StagePlacement
from desktop_app.ui.stage.screens import Arrangement, ProjectorState
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


def test_a_third_screen_is_offered_and_leaves_the_stage_where_it_is(
    screens: Screens, placement: StagePlacement, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    told: list[ProjectorState] = []
    placement.projector_changed.connect(told.append)
    third = Screen("third", x=4000)
    screens(LAPTOP, PROJECTOR, third)
    QApplication.processEvents()
    QApplication.processEvents()
    (state,) = told
    assert [(one.name, one.width) for one in state.choices] == [
        ("projector", 1920),
        ("third", 1366),
    ]
    assert state.name == "projector"
    QApplication.processEvents()
    assert len(told) == 1, "screens that are as they were are no news"
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
    sharp = Screen("sharp", x=1366, width=1920, height=1080, dpr=2)
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


MIRROR = Screen("mirror", width=1366, height=768)
LARGER_MIRROR = Screen("mirror", width=1920, height=1080)
OVERLAPPING = Screen("mirror", x=1000, width=1920, height=1080)
THIRD = Screen("third", x=4000)


@pytest.mark.parametrize("mirror", [MIRROR, LARGER_MIRROR, OVERLAPPING])
def test_a_screen_that_shows_what_the_console_s_shows_is_no_projector(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot, mirror: Screen
) -> None:
    placement.open_if_projector()
    state = plug(screens, placement, qtbot, LAPTOP, mirror)
    assert state == ProjectorState(connected=False, mirrored=True)
    assert state.arrangement is Arrangement.MIRRORED
    assert not state.laptop_is_private
    assert not stage.isVisible()
    placement.show()
    assert placement.covers_console


def test_each_arrangement_of_screens_has_its_name(
    screens: Screens, placement: StagePlacement, qtbot: QtBot
) -> None:
    assert placement.state.arrangement is Arrangement.ONE_SCREEN
    assert not placement.state.laptop_is_private
    state = plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert state.arrangement is Arrangement.PROJECTOR
    assert state.laptop_is_private


def test_a_laptop_that_is_mirrored_beside_a_projector_is_not_private(
    screens: Screens, placement: StagePlacement, qtbot: QtBot
) -> None:
    state = plug(screens, placement, qtbot, LAPTOP, MIRROR, THIRD)
    assert state.arrangement is Arrangement.PROJECTOR
    assert state.name == "third"
    assert not state.laptop_is_private


def test_two_screens_that_show_the_same_are_one_choice(
    screens: Screens, placement: StagePlacement, qtbot: QtBot
) -> None:
    twin = Screen("twin", x=1366, width=1920, height=1080)
    state = plug(screens, placement, qtbot, LAPTOP, PROJECTOR, twin)
    assert state.name == "projector"
    assert state.choices == ()


def test_a_mirror_that_is_moved_beside_the_console_becomes_the_projector(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    placement.open_if_projector()
    plug(screens, placement, qtbot, LAPTOP, LARGER_MIRROR)
    placement.show()
    assert placement.covers_console
    state = plug(screens, placement, qtbot, LAPTOP, Screen("mirror", 1366, 0, 1920, 1080))
    assert state.arrangement is Arrangement.PROJECTOR
    assert stage.isFullScreen()
    assert stage.geometry() == stage.screen().geometry()
    assert not placement.covers_console
    assert plug(screens, placement, qtbot, LAPTOP, LARGER_MIRROR).mirrored
    assert not stage.isVisible(), "it would cover the console unasked"


def test_the_chosen_one_of_three_screens_has_the_stage_also_after_it_was_away(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR, THIRD)
    placement.open_if_projector()
    with qtbot.waitSignal(placement.projector_changed) as told:
        placement.prefer("third")
    assert told.args[0].name == "third"
    assert stage.screen().name() == "third"
    assert stage.geometry() == stage.screen().geometry()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert stage.screen().name() == "projector"
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR, THIRD)
    assert stage.screen().name() == "third"


def test_a_projector_that_comes_after_the_workshop_was_opened_has_the_stage(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    placement.open_if_projector()
    assert not stage.isVisible()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert stage.screen().name() == "projector"
    assert stage.isFullScreen()


def test_a_stage_shown_on_the_laptop_while_the_projector_was_away_goes_back_to_it(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.open_if_projector()
    plug(screens, placement, qtbot, LAPTOP)
    placement.show()
    placement.hide()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert stage.screen().name() == "projector"
    assert stage.isVisible()


def test_a_stage_hidden_on_the_projector_stays_hidden_when_that_comes_again(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    placement.open_if_projector()
    placement.hide()
    plug(screens, placement, qtbot, LAPTOP)
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert not stage.isVisible()


def test_nothing_is_shown_once_the_workshop_was_left(
    screens: Screens, placement: StagePlacement, stage: StageWindow, qtbot: QtBot
) -> None:
    placement.open_if_projector()
    placement.leave()
    plug(screens, placement, qtbot, LAPTOP, PROJECTOR)
    assert not stage.isVisible()
