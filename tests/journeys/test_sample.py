"""The sample workshop, from the home page to the printed summary."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from desktop_app.ui.dialogs.commitment import CommitmentDialog
from tests.report.pdf import flowing_text_of, needs_poppler

from .driver import App, Key, dialogs, visible
from .ways import say_unseen

HEADLINE = "Each team names one person for early help in Ŵyth, by 30 June."
OWN_STEP = "Draw one map of what each of us could lend"


@needs_poppler
def test_the_sample_from_home_to_the_printed_summary(app: App, tmp_path: Path) -> None:
    app.click("Open the sample workshop")
    app.expect("Harbour Children's Partnership", "Sample")
    vote_again_by_hands(app)
    note_what_is_said(app)
    look_at_the_picture(app)
    agree_next_steps(app)
    app.click("Go on to the close")
    target = tmp_path / "Summary.pdf"
    close_and_print(app, target)
    printed = flowing_text_of(target)
    for text in (
        HEADLINE,
        "Put one named manager from each",
        "30 Jun",
        "3 more next steps are in the action plan and in the full report.",
        "Because in the first vote 9 of 12 rated “Resources” 1 or 2.",
        "Sample: partnership, people and ratings are invented",
        "We look again on 12 December 2027",
        "not a validated scale",
    ):
        assert text in printed, printed
    assert "in progress" not in printed


def vote_again_by_hands(app: App) -> None:
    app.rail("Build mutual trust")
    app.rail("Trust all round")
    app.expect("Opposing views")
    app.click("Vote again")
    say_unseen(app)
    app.leave_ballot()
    app.expect("0 of 12 in", "second vote by turns on the laptop")
    app.click("Count hands instead")
    app.expect("0 of 12 people counted", "second vote by show of hands")
    app.hands(0, 2, 3, 5)
    app.click_on(next(b for b in app.buttons("+") if "for 5" in b.accessibleName()))
    app.expect("11 of 12 people counted", "One hand is missing.")
    app.click_on(next(b for b in app.buttons("+") if "for 2" in b.accessibleName()))
    app.click_on(next(b for b in app.buttons("–") if "for 2" in b.accessibleName()))
    app.click("Close and reveal")
    app.expect("1 of 12 is not in. Press again to close.")
    app.click("Close and reveal")
    app.expect("Broad agreement", "Median 4", "Level: High. 6 of 11 rated 4 or 5.")
    assert "Broad agreement" in app.stage_says()
    assert dialogs() == []


def note_what_is_said(app: App) -> None:
    app.key(Key.Key_N)
    app.type("Łódź showed us how.")
    app.key(Key.Key_Return)
    app.expect("Łódź showed us how.", "Evidence")


def look_at_the_picture(app: App) -> None:
    app.rail("Where we stand")
    app.expect("Where we stand", "Every statement")
    before = app.stage_says()
    app.choose("Sort the picture by", 1)
    assert app.stage_says() != before
    first = before.index("Mutual trust") < before.index("Time and means")
    assert first != (
        app.stage_says().index("Mutual trust") < app.stage_says().index("Time and means")
    )


def agree_next_steps(app: App) -> None:
    app.rail("Next steps")
    app.expect("What we will do")
    app.fill("Our one commitment", HEADLINE)
    app.key(Key.Key_Return)
    step = "Fund a small core that keeps things moving"
    app.click_on(next(b for b in app.buttons("Take this on") if step in b.accessibleName()))
    app.click_on(next(b for b in app.buttons("Owner, date") if step in b.accessibleDescription()))
    word_a_step(app, owner="Chief officer, Ŵyth", day="30June2027")
    app.click("Write our own step…")
    app.fill("What will be done", OWN_STEP)
    app.click("Keep")
    app.expect(OWN_STEP, "Chief officer, Ŵyth, by 30 June 2027")
    assert HEADLINE in app.stage_says_in_turn()


def word_a_step(app: App, owner: str, day: str) -> None:
    app.dialog(CommitmentDialog)
    app.fill("Who takes it on", owner)
    app.key(Key.Key_Tab)
    app.type(day)
    app.click("Keep")


def close_and_print(app: App, target: Path) -> None:
    app.expect("Before everybody leaves", "Without an owner or a date yet: ")
    review = visible(app.front(), QCheckBox)[0]
    if not review.isChecked():
        app.click_on(review)
    app.fill("Day of the review", "12 Dec")
    app.key(Key.Key_Return)
    app.click("Close the workshop")
    app.expect("The workshop is closed.")
    app.show_the_rest()
    app.click("Save the summary as PDF…")
    app.save_as(target)
