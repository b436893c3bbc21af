"""Notes, next steps and the close, as the facilitator works with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.console.note_line import NoteLine
from desktop_app.ui.console.plan_cards import CommitmentCard
from desktop_app.ui.console.rail import Rail
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.note import NoteDialog
from tests.journeys.driver import App, Key, come_to_rest, dialogs, scroll_to, settle, visible
from tests.journeys.ways import prepare

STEP = "Write down what each of us could lend"


@pytest.fixture
def begun(app: App) -> App:
    """Give the application at the first statement of a new workshop."""
    prepare(app, 7)
    app.key(Key.Key_Space)
    return app


def note(app: App, text: str) -> None:
    app.click_on(app.field("New note, no names", QLineEdit))
    app.type(text)
    app.key(Key.Key_Return)


# -- notes ------------------------------------------------------------------------------------


def test_a_note_stays_with_its_statement(begun: App) -> None:
    note(begun, "The rota was kept.")
    begun.expect("The rota was kept.", "Notes on this statement")
    begun.key(Key.Key_PageUp)
    assert not begun.reads("The rota was kept.")
    begun.key(Key.Key_PageDown)
    begun.expect("The rota was kept.")


def test_looking_back_shows_the_last_screen_first(begun: App) -> None:
    begun.key(Key.Key_PageUp)
    assert not begun.buttons("Show the rest"), "what went on from here goes on again"
    begun.key(Key.Key_PageUp)
    begun.key(Key.Key_PageUp)
    begun.expect("Next: show the rest of this.")
    begun.show_the_rest()
    begun.key(Key.Key_PageDown)
    begun.expect("Build mutual trust  ·  statement 1 of 3")


def test_a_note_has_a_kind_and_an_empty_one_is_none(begun: App) -> None:
    begun.choose("Kind of note", 2)
    note(begun, "   ")
    assert not begun.buttons("Remove")
    note(begun, "Try it for a month.")
    begun.expect("Idea", "Try it for a month.")


def test_a_note_can_be_changed_and_removed(begun: App) -> None:
    note(begun, "First words")
    begun.click("Edit")
    begun.dialog(NoteDialog)
    begun.fill("What was said", "Better words")
    begun.click("Keep the note")
    begun.expect("Better words")
    assert not begun.reads("First words")
    begun.click("Remove")
    if any(isinstance(d, ConfirmDialog) for d in dialogs()):
        begun.click("Remove the note")
    assert not begun.reads("Better words")


def test_a_note_that_is_too_long_is_said_and_kept_in_its_field(begun: App) -> None:
    entry = begun.field("New note, no names", QLineEdit)
    begun.click_on(entry)
    entry.setText("x" * 10_001)
    begun.key(Key.Key_Return)
    begun.expect("longer than 10000 characters")
    begun.click("Close")
    assert len(entry.text()) == 10_001


# -- next steps -----------------------------------------------------------------------------


def own_step(app: App, words: str) -> None:
    app.click("Write our own step")
    app.fill("What will be done", words)
    app.click("Keep")


def test_an_empty_plan_says_how_to_fill_it(begun: App) -> None:
    begun.rail("Next steps")
    begun.expect("Nothing yet. Take a recommended step on", "No recommendation now.")


def test_steps_can_be_ordered_and_taken_out(begun: App) -> None:
    begun.rail("Next steps")
    own_step(begun, STEP)
    own_step(begun, "Meet the youth board")
    assert begun.stage_says().index(STEP) < begun.stage_says().index("Meet the youth board")
    begun.click("Move up", 1)
    assert begun.stage_says().index("Meet the youth board") < begun.stage_says().index(STEP)
    begun.click("Take out", 1)
    assert not begun.reads(STEP)


def test_tab_goes_down_the_plan_as_it_is_read(begun: App) -> None:
    begun.rail("Next steps")
    own_step(begun, STEP)
    own_step(begun, "Meet the youth board")
    begun.console.findChild(Rail).setFocus()
    passed: list[QWidget] = []
    begun.key(Key.Key_Tab)
    while begun.console.focusWidget() not in passed:
        passed.append(begun.console.focusWidget())
        begun.key(Key.Key_Tab)
    cards = [place for place, one in enumerate(passed) if isinstance(one, CommitmentCard)]
    names = [getattr(one, "text", str)().split("…")[0] for one in passed]
    order = (*cards, names.index("Write our own step"), names.index("Go on to the close"))
    assert len(cards) == 2
    assert list(order) == sorted(order)


def offers(app: App) -> list[QPushButton]:
    """Return the buttons that take a step on, with its letter on the stage or without."""
    return [b for b in visible(app.console, QPushButton) if b.text().startswith("Take this on")]


def test_a_step_that_is_taken_on_is_not_offered_twice(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Next steps")
    offered = len(app.buttons("Take this on"))
    first = app.buttons("Take this on")[0].accessibleName()
    app.click("Take this on")
    assert len(app.buttons("Take this on")) == offered - 1
    assert first not in [b.accessibleName() for b in app.buttons("Take this on")]


@pytest.mark.parametrize("on_stage", [False, True])
def test_the_page_stays_where_it_was_when_a_step_is_taken_on(app: App, on_stage: bool) -> None:
    app.click("Open the sample workshop")
    app.rail("Next steps")
    if on_stage:  # then the first few buttons name a letter each
        app.key("s")
    first, second = offers(app)[:2]
    seen = next(one for one in visible(app.console, QScrollArea) if one.isAncestorOf(first))
    next_name = second.accessibleName()
    scroll_to(second)  # so that it is seen where the first was
    before = seen.verticalScrollBar().value()
    app.click_on(first)
    come_to_rest()
    assert offers(app)[0].accessibleName() == next_name
    assert app.console.focusWidget() is offers(app)[0]
    assert seen.verticalScrollBar().value() == before


def test_a_headline_is_kept_by_enter_and_by_moving_on(begun: App) -> None:
    begun.rail("Next steps")
    begun.fill("Our one commitment", "One named person each.")
    begun.key(Key.Key_Return)
    assert "One named person each." in begun.stage_says()
    begun.fill("Our one commitment", "Two named persons each.")
    begun.key(Key.Key_PageDown)
    begun.key(Key.Key_PageUp)
    assert begun.field("Our one commitment", QLineEdit).text() == "Two named persons each."
    assert "Two named persons each." in begun.stage_says()


def test_a_headline_that_is_too_long_is_said_once(begun: App) -> None:
    begun.rail("Next steps")
    line = begun.field("Our one commitment", QLineEdit)
    begun.click_on(line)
    line.setText("x" * 10_001)
    begun.key(Key.Key_Return)
    assert len(dialogs()) == 1
    begun.click("Close")
    assert dialogs() == []


# -- close ----------------------------------------------------------------------------------


def test_the_day_of_the_review_is_kept_when_it_is_ticked(begun: App) -> None:
    begun.rail("Close and print")
    review, day = visible(begun.front(), QCheckBox)[0], begun.field("Day of the review", QLineEdit)
    assert not day.isEnabled()
    begun.click_on(review)
    assert day.isEnabled()
    assert day.text()
    begun.click_on(day)
    begun.retype("3/6/2031")
    begun.key(Key.Key_Return)
    assert "3 June 2031" in begun.stage_says()
    begun.retype("31 June 2031")
    begun.key(Key.Key_Return)
    begun.expect("There is no such day as “31 June 2031”.")
    assert "3 June 2031" in begun.stage_says()
    begun.click_on(review)
    assert "2031" not in begun.stage_says()


def test_what_is_still_open_is_said(begun: App) -> None:
    begun.rail("Close and print")
    begun.expect("No next step is taken on yet.")
    begun.rail("Next steps")
    own_step(begun, STEP)
    begun.rail("Close and print")
    begun.expect("The next step has no owner or no date yet.")


def test_what_the_papers_lack_is_said_and_can_be_added(begun: App) -> None:
    begun.rail("Close and print")
    begun.expect("The papers do not say: the place.")
    begun.click("Add what is missing")
    begun.fill("Place", "Town hall")
    begun.click("Keep and go on")
    begun.rail("Close and print")
    assert not begun.reads("The papers do not say: ")


def test_the_text_for_an_e_mail_is_copied_with_one_key(qtbot: QtBot, begun: App) -> None:
    begun.rail("Close and print")
    begun.key(Key.Key_E)
    qtbot.waitUntil(lambda: begun.reads("Copied: paste it into an e-mail."))
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("What we found and what we will do")
    assert "<h1>What we found and what we will do</h1>" in copied.html()


def test_a_closed_workshop_can_be_opened_again(begun: App) -> None:
    begun.rail("Close and print")
    begun.click("Close the workshop")
    begun.expect("The workshop is closed.")
    begun.click("Open the workshop again")
    begun.expect("its documents say “in progress”")


# -- half a note --------------------------------------------------------------------------------


def test_half_a_note_waits_at_its_statement(begun: App) -> None:
    begun.rail("Build mutual trust")
    words = begun.console.findChild(NoteLine).findChild(QLineEdit)
    begun.click_on(words)
    begun.type("They kept their word")
    begun.rail("Where we stand")
    assert words.text() == ""
    begun.expect("The whole day")
    begun.rail("Build mutual trust")
    assert words.text() == "They kept their word"
    begun.desktop.show_home()
    begun.click("Continue")
    assert words.text() == "They kept their word"
    begun.click_on(words)
    begun.key(Key.Key_Return)
    begun.expect("They kept their word", "Keep promises")
    assert words.text() == ""


def test_what_is_pressed_after_a_headline_was_typed_is_still_there(begun: App) -> None:
    begun.rail("Next steps")
    for words in ("Write our own step", "Keep"):
        begun.click(words)
        if words.startswith("Write"):
            begun.fill("What will be done", "Meet each month")
    begun.console.activateWindow()  # no window manager does it here after a dialog
    settle()
    begun.fill("Our one commitment", "One named person each.")
    pressed = begun.buttons("Owner, date, wording")[0]
    offered = begun.buttons("Take this on")
    pressed.setFocus(Qt.FocusReason.MouseFocusReason)  # as the press of a mouse does
    settle()
    assert "One named person each." in begun.stage_says()
    assert begun.buttons("Owner, date, wording")[0] is pressed
    assert begun.buttons("Take this on") == offered


def test_a_workshop_is_not_closed_over_an_open_vote_without_a_word(begun: App) -> None:
    begun.click("Open the vote")
    begun.rail("Close and print")
    begun.expect("A vote is still open: Build mutual trust: Keep promises.")
    begun.click("Close the workshop")
    begun.dialog(ConfirmDialog).leave_it.click()
    settle()
    begun.expect("Close the workshop")
    begun.click("Close the workshop")
    begun.dialog(ConfirmDialog).do_it.click()
    settle()
    begun.expect("The workshop is closed.")
