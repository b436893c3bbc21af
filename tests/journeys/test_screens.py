"""One screen, two screens, and a projector that is unplugged in the middle of a vote."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop_app.ui.console.screen_button import ScreenButton
from desktop_app.ui.dialogs.seen_screen import SeenScreenDialog
from desktop_app.ui.stage.placement import StagePlacement
from tests.screens import LAPTOP, PROJECTOR, Screen

from .conftest import Start
from .driver import App, Key, dialogs, settle, wait_for
from .ways import count, prepare, say_unseen, turns_vote

Screens = Callable[..., None]


def placement(app: App) -> StagePlacement:
    assert app.desktop.stage is not None
    return app.desktop.stage.placement


def test_with_one_screen_the_stage_covers_the_console_and_gives_it_back(app: App) -> None:
    prepare(app, 7)
    assert not app.stage.isVisible()
    app.expect("One screen: F5 shows the stage.")
    app.key(Key.Key_F5)
    assert app.stage.isFullScreen()
    assert app.front() is app.stage
    app.key(Key.Key_PageDown)
    app.key(Key.Key_B)
    assert app.stage_says().strip() == "Blank screen"
    app.key(Key.Key_B)
    assert "rely on one another" in app.stage_says()
    app.key(Key.Key_Escape)
    assert not app.stage.isVisible()
    assert app.front() is app.console
    app.expect("rely on one another to do what we said we would", "How shall the room vote?")
    app.key(Key.Key_F5)
    app.key(Key.Key_F5)
    assert app.front() is app.stage, "a remote's start button never takes the stage away"
    app.key(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert app.front() is app.console


def test_with_one_screen_space_brings_the_console_where_hands_are_counted(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_F5)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert app.stage.isVisible()
    app.key(Key.Key_Space)
    assert not app.stage.isVisible()
    app.hands(0, 0, 3, 4)
    app.key(Key.Key_Space)
    app.expect("Level: High. 4 of 7 rated 4 or 5.")


def test_closing_with_people_missing_leaves_the_stage_to_the_room(app: App) -> None:
    turns_vote(app)
    app.take_turns(4, 4, 4, 4, 4)
    app.key(Key.Key_F5)
    app.key(Key.Key_Space)
    assert app.front() is app.ballot, "two still have a turn"
    app.leave_ballot()
    app.click("Close the vote")
    app.expect("2 of 7 are not in. Press again to close.")
    assert dialogs() == []
    app.click("Close the vote")
    assert type(app.stage.scene_shown).__name__ == "VoteClosed"


def test_with_a_projector_the_stage_opens_there_and_the_console_keeps_the_keys(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    prepare(app, 7, turns=True)
    assert app.stage.screen().name() == "projector"
    assert app.stage.isFullScreen()
    assert app.console.screen().name() == "laptop"
    app.expect("Projector: connected, 1920\u00a0×\u00a01080")
    app.console.activateWindow()
    settle()
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.vote(5, 5, 4)
    assert app.ballot.screen().name() == "laptop"
    assert count(app) == "3 of 7 in"
    app.leave_ballot()
    app.expect("3 of 7 in")
    app.key(Key.Key_Escape)
    assert app.stage.isVisible()


def test_an_unplugged_projector_costs_no_ballot(screens: Screens, start: Start) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    turns_vote(app)
    app.vote(2, 4)
    app.key(Key.Key_Return)
    app.key("5")
    unplug(app, screens)
    assert not app.stage.isVisible()
    assert app.ballot.turn.chosen == ()
    app.expect("2 of 7 in", "One screen: F5 shows the stage.")
    app.click("Ballot on the laptop")
    say_unseen(app)
    app.vote(3)
    app.expect("3 of 7 in")
    plug(app, screens)
    assert app.stage.screen().name() == "projector"
    assert app.stage.isFullScreen()
    assert count(app) == "3 of 7 in"
    app.take_turns(3, 3, 3, 3)
    app.expect("7 of 7 in", "Everybody is in. Close the vote.")
    app.click("Close the vote")
    app.click("Reveal")
    app.expect("1 of 7 rated 4 or 5")


def unplug(app: App, screens: Screens) -> None:
    screens(LAPTOP)
    wait_for(lambda: not placement(app).state.connected, "the projector to go")
    app.console.activateWindow()
    settle()


def plug(app: App, screens: Screens) -> None:
    screens(LAPTOP, PROJECTOR)
    wait_for(lambda: placement(app).state.connected, "the projector to come")
    app.console.activateWindow()
    settle()


THIRD = Screen("third", x=4000)


def test_the_room_s_screen_is_chosen_once_where_there_are_three(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR, THIRD)
    app = start()
    prepare(app, 7)
    assert app.stage.screen().name() == "projector"
    menu = app.console.findChild(ScreenButton).menu()
    assert [one.text() for one in menu.actions()] == [
        "projector, 1920\u00a0×\u00a01080",
        "third, 1366\u00a0×\u00a0768",
    ]
    assert [one.isChecked() for one in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    settle()
    assert app.stage.screen().name() == "third"
    app.expect("Projector: connected, 1366\u00a0×\u00a0768")
    screens(LAPTOP, PROJECTOR)
    wait_for(lambda: app.stage.screen().name() == "projector", "the other projector")
    assert not app.console.findChild(ScreenButton).isVisible(), "nothing to choose"
    screens(LAPTOP, PROJECTOR, THIRD)
    wait_for(lambda: app.stage.screen().name() == "third", "the chosen one again")
    assert app.desktop.preferences.settings.projector == "third"


def test_a_mirrored_screen_is_said_to_be_one(screens: Screens, start: Start) -> None:
    screens(LAPTOP, Screen("mirror"))
    app = start()
    prepare(app, 7)
    assert not app.stage.isVisible()
    app.expect("Both screens show this window. F5 shows the stage.", "Set the laptop’s display")
    app.key(Key.Key_F5)
    assert app.stage.isFullScreen()
    app.key(Key.Key_Escape)
    assert app.front() is app.console


def test_a_laptop_that_is_mirrored_beside_the_projector_is_not_called_secret(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR, Screen("mirror"))
    app = start()
    prepare(app, 3, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("Can the room see this screen?")
    say_unseen(app, seen=True)
    settle()
    assert app.desktop.session is not None
    assert app.desktop.session.turns.seen


def test_a_projector_that_comes_back_answers_whether_the_room_sees_the_laptop(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP)
    app = start()
    prepare(app, 3, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("Can the room see this screen?")
    plug(app, screens)
    wait_for(lambda: not app.console.findChildren(SeenScreenDialog), "the question is gone")
    session = app.desktop.session
    assert session is not None
    assert session.record.workshop.ballot_seen is None, "nobody answered it"
    assert not session.turns.seen
    wait_for(lambda: session.round is not None, "the vote that was wanted is open")


def test_day_and_stage_are_as_they_were_after_the_projector_was_away(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    turns_vote(app)
    app.take_turns(2, 4)
    app.key(Key.Key_B)
    before = app.stage_says()
    unplug(app, screens)
    app.key(Key.Key_F5)
    say_unseen(app)
    assert app.stage_says() == before
    app.key(Key.Key_Escape)
    plug(app, screens)
    assert app.stage.isFullScreen()
    assert app.stage_says() == before
    app.key(Key.Key_B)
    assert count(app) == "2 of 7 in"
