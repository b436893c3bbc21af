"""A new workshop of seven people, with both ways to vote, at both depths."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton

from tests.report.pdf import flowing_text_of, needs_poppler

from .conftest import Start
from .driver import App, Key, visible
from .ways import PARTNERS, TITLE, count, picture, prepare, prepare_by_keys, prepared

HIGH = "… rely on one another to do what we said we would."


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize("turns", [False, True])
def test_the_form_filled_in_by_keyboard_prepares_what_other_tests_begin_with(
    app: App, quick: bool, turns: bool
) -> None:
    prepare_by_keys(app, 9, quick=quick, turns=turns)
    assert app.desktop.session is not None
    begun = app.desktop.session.record.workshop
    assert begun.details == prepared(app, 9, quick=quick, turns=turns)


def test_seven_people_vote_by_hands_and_by_turns(app: App) -> None:
    prepare_by_keys(app, 7)
    app.expect("7 vote")
    app.key(Key.Key_Space)
    by_hands(app)
    app.key(Key.Key_Space)
    app.expect("statement 2 of 3")
    by_turns(app)
    nothing_is_lost_by_jumping(app)


def by_hands(app: App) -> None:
    app.expect("How shall the room vote?", HIGH)
    app.key(Key.Key_Space)
    app.hands(0, 1, 1, 4, 1)
    app.expect("7 of 7 people counted", "Everybody is counted.")
    app.key(Key.Key_Space)
    app.expect("Broad agreement", "Level: High. 5 of 7 rated 4 or 5.")
    app.expect("A small group: a conversation starter.")


def by_turns(app: App) -> None:
    app.click_on(visible(app.front(), QRadioButton)[1])
    app.click("Open the vote")
    app.expect("0 of 7 in")
    app.bring_ballot()
    app.vote(2, 4, 5, 0)
    for point in (1, 4):
        before = picture(app)
        app.click_on(app.ballot.hand_over.begin)
        app.click_card(point)
        assert picture(app) == before, "the room sees nothing of it"
        app.click_on(app.ballot.rating.confirm)
        assert app.ballot.turn.chosen == ()
    app.vote(3)
    assert count(app) == "7 of 7 in"
    app.vote(5)
    assert count(app) == "7 of 7 in"
    app.expect("Thank you. Your rating is in.", "Please give the laptop back.")
    app.leave_ballot()
    app.key(Key.Key_F5)
    app.key(Key.Key_Space)
    assert "The vote is closed" in app.stage_says()
    app.key(Key.Key_Space)
    assert "Mixed views" in app.stage_says() or "Opposing views" in app.stage_says()
    app.key(Key.Key_Escape)
    assert app.front() is app.console
    app.expect("rated 4 or 5")


def nothing_is_lost_by_jumping(app: App) -> None:
    for step in ("Close and print", "Where we stand", "Welcome", "Agree ambitions", "Next steps"):
        app.rail(step)
    app.rail("Build mutual trust")
    app.expect("Broad agreement", "Level: High. 5 of 7 rated 4 or 5.")
    app.key(Key.Key_PageDown)
    app.expect("statement 2 of 3", "Level: Middle. 3 of 6 rated 4 or 5.")


def test_the_screen_is_the_same_after_each_turn(app: App) -> None:
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.vote(1)
    after_low = picture(app), app.ballot.grab().toImage()
    app.leave_ballot()
    app.click("Discard this vote")
    app.click("Discard the vote")
    app.click("Open the vote")
    app.vote(5)
    assert (picture(app), app.ballot.grab().toImage()) == after_low


@needs_poppler
def test_a_quick_workshop_is_reopened_where_it_was_left(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path / "library")
    prepare(app, 7, quick=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 0, 1, 2, 4)
    app.key(Key.Key_Space)
    app.expect("Level: High. 6 of 7 rated 4 or 5.")
    app.key(Key.Key_PageDown)
    app.expect("Agree ambitions", "How shall the room vote?")
    app.stop()

    again = start(tmp_path / "library")
    again.expect(TITLE)
    again.key(Key.Key_Space)  # Continue has the keys
    again.expect("Agree ambitions", "How shall the room vote?")
    assert [text for text in again.rail_texts() if text.endswith("done")] == [
        "Welcome, done",
        "Build mutual trust, done",
    ]
    again.rail("Close")
    again.click("Save the summary as PDF…")
    again.save_as(tmp_path / "early.pdf")
    printed = flowing_text_of(tmp_path / "early.pdf")
    for text in ("In progress", PARTNERS, "6 of 7 rated 4 or 5"):
        assert text in printed, printed
