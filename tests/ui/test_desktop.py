"""Between home, the form and the workshop: nothing is lost on the way, and all ends cleanly."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.channels import Channel
from desktop_app.domain.summaries import WorkshopStatus
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, dialogs, visible, wait_for
from tests.journeys.ways import TITLE, prepare, turns_vote


def test_home_and_back_goes_on_at_the_same_step(app: App) -> None:
    turns_vote(app)
    app.take_turns(4, 4)
    app.go_home()
    app.expect("Continue where you stopped", TITLE)
    app.click("Continue")
    app.expect("2 of 7 in")


def test_a_workshop_just_begun_can_be_continued(app: App) -> None:
    prepare(app, 7, quick=True)
    app.expect("7 vote")
    app.go_home()
    app.expect("Continue where you stopped", TITLE)


def test_a_workshop_saved_for_later_is_only_prepared(app: App) -> None:
    app.click("New workshop")
    app.type(TITLE)
    app.click("Save for later")
    services = app.desktop.services
    assert services is not None
    assert [w.status for w in services.workshops.all()] == [WorkshopStatus.PREPARED]
    app.expect("Recent workshops")
    assert not app.reads("Continue where you stopped")


def test_the_stage_goes_when_the_workshop_is_left(app: App) -> None:
    turns_vote(app)
    app.leave_ballot()
    app.key(Key.Key_F5)
    app.key(Key.Key_Escape)
    app.go_home()
    assert not app.stage.isVisible()
    app.key("4")
    app.click("Continue")
    app.expect("0 of 7 in")


def test_what_was_prepared_can_be_changed_in_the_middle_of_a_vote(app: App) -> None:
    turns_vote(app)
    app.take_turns(4, 4)
    app.rail("Welcome")
    app.click("Change what was prepared")
    title = visible(app.front(), QLineEdit)[0]
    app.click_on(title)
    app.retype("Another title")
    app.click("Keep and go on")
    app.rail("Build mutual trust")
    app.expect("2 of 7 in")
    app.go_home()
    app.expect("Another title")


def test_a_form_that_is_cancelled_changes_nothing(app: App) -> None:
    app.click("New workshop")
    app.type("Never mind")
    app.click("Cancel")
    app.expect("Your first workshop in three steps")


def test_closing_the_window_in_the_middle_of_a_vote_keeps_it(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path)
    turns_vote(app)
    app.vote(4, 4, 4)
    app.stop()
    again = start(tmp_path)
    again.click("Continue")
    again.expect("3 of 7 in")


def test_a_failure_is_said_over_the_console_also_where_the_stage_covers_it(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_F5)
    session = app.desktop.session
    assert session is not None
    session.voting.open_vote(Channel.NUMBER_KEYS)
    session.voting.close()
    wait_for(dialogs, "the sentence")
    app.expect("No ballot is in yet.")
    assert not app.stage.isVisible()
    app.key(Key.Key_Return)
    assert dialogs() == []
    app.expect("0 of 7 in")


def test_two_workshops_one_after_the_other_do_not_mix(app: App) -> None:
    turns_vote(app)
    app.take_turns(4)
    app.go_home()
    prepare(app, 9, quick=True)
    app.expect("9 vote")
    app.key(Key.Key_Space)
    app.expect("How shall the room vote?")
    assert not app.reads("1 of 7 in")
