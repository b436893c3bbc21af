"""Votes as they go in a real room: keyed in, by partner, taken back, voted again, settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QRadioButton

from desktop_app.domain.channels import Channel
from desktop_app.domain.workshop import Privacy
from desktop_app.ui.console.ways.keyed_in import KeyedIn
from desktop_app.ui.console.ways_button import WaysButton
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.settled import SettledDialog
from desktop_app.words.names import channel_name

from .conftest import Start
from .driver import App, Key, all_texts, settle, visible

pytestmark = pytest.mark.slow

KEYPAD = Qt.KeyboardModifier.KeypadModifier
PARTNERS = (("Council", 6), ("Health board", 5), ("Youth charity", 2))


def prepare(app: App, people: int = 6, channel: Channel = Channel.NUMBER_KEYS) -> None:
    app.click("New workshop")
    app.fill("Title", "Votes in depth")
    app.field("People in the room", QAbstractSpinBox).setValue(people)  # type: ignore[attr-defined]
    app.click(channel_name(channel))
    app.begin_workshop()
    app.key(Key.Key_Space)


def prepare_partners(app: App, channel: str) -> None:
    app.click("New workshop")
    app.fill("Title", "Votes by partner")
    app.click(channel)
    by_hands = channel == "Hands"
    app.click("No names kept, with group" if by_hands else "Anonymous with group")
    app.click("Add a partner")
    for place, (name, people) in enumerate(PARTNERS, start=1):
        app.fill(f"Name of partner {place}", name)
        app.field(f"People of partner {place}", QAbstractSpinBox).setValue(people)  # type: ignore[attr-defined]
    app.begin_workshop()
    app.expect("13 vote")
    app.key(Key.Key_Space)


def press(app: App, *points: int) -> None:
    for point in points:
        app.key(str(point), KEYPAD)


def test_number_keys_from_console_and_stage(app: App) -> None:
    prepare(app)
    app.expect("How shall the room vote?")
    app.key(Key.Key_Space)
    assert isinstance(app.front().focusWidget(), KeyedIn)
    press(app, 3, 4, 9, 7, 6)
    app.expect("2 of 6 in", "Press 2 is in.")
    app.key(Key.Key_F5)
    assert app.front() is app.stage
    press(app, 5, 0)
    assert count(app) == "4 of 6 in"
    slips = (Key.Key_Period, Key.Key_Left, Key.Key_PageDown, Key.Key_Asterisk, Key.Key_Minus)
    for slip in slips:
        app.key(slip, KEYPAD)
    assert count(app) == "4 of 6 in"
    app.key(Key.Key_Backspace)
    assert count(app) == "3 of 6 in"
    app.key(Key.Key_Escape)
    app.expect("3 of 6 in", "Press 4 was taken back.")


def test_a_key_held_down_is_one_press(app: App) -> None:
    prepare(app)
    app.key(Key.Key_Space)
    press(app, 4)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) * 4:
        held = QKeyEvent(kind, Key.Key_4, KEYPAD, "4", autorep=True)
        QApplication.sendEvent(app.front().focusWidget(), held)
    settle()
    app.expect("1 of 6 in")


def test_a_sheet_too_many_is_not_counted_until_somebody_came(app: App) -> None:
    prepare(app, 5, Channel.PAPER)
    app.key(Key.Key_Space)
    app.expect("Next: ballot 1.")
    press(app, 1, 2, 5, 5, 5)
    app.expect("Ballot 5 is in.", "5 of 5 in")
    press(app, 4)
    app.expect("Not counted.", "Everybody is in. Close the vote.")
    assert count(app) == "5 of 5 in"
    app.click("Somebody came")
    assert count(app) == "5 of 6 in"
    press(app, 4)
    app.expect("Ballot 6 is in.")
    app.key(Key.Key_Space)
    app.expect("The vote is closed.")
    app.set_people(5)
    app.click("Open again")
    app.expect("6 in, 5 in the room", "1 more than people in the room.")
    app.key(Key.Key_Backspace)  # a closed vote's ballots are mixed for good
    assert app.reads("Only the very last one can be taken back")


def test_no_value_is_shown_before_the_reveal(app: App) -> None:
    prepare(app, 5, Channel.PAPER)
    app.key(Key.Key_Space)
    before = console_texts(app)
    press(app, 1)
    one = console_texts(app)
    app.key(Key.Key_Backspace)
    press(app, 5)
    assert console_texts(app) == one != before


def console_texts(app: App) -> list[str]:
    return [*all_texts(app.console), app.stage_says()]


def count(app: App) -> str:
    return str(getattr(app.stage.scene_shown, "count_text", ""))


def test_a_second_vote_beside_the_first_and_a_settled_view(app: App) -> None:
    prepare(app, 6, Channel.HANDS)
    app.key(Key.Key_Space)
    app.hands(2, 1, 0, 1, 2)
    app.key(Key.Key_Space)
    app.expect("Opposing views")
    assert not app.buttons("Both votes  V")
    app.click("Vote again")
    app.hands(0, 1, 4, 1, 0)
    app.key(Key.Key_Space)
    app.click("Both votes  V")
    assert type(app.stage.scene_shown).__name__ == "Compared"
    assert "First vote: Opposing views" in app.stage_says()
    app.click("Settle")
    app.dialog(SettledDialog)
    app.choose("Agreed view", 2)
    app.fill("Why", "we know the gaps")
    app.click("Keep this view")
    app.expect("We settled on 3 Partly there: we know the gaps")
    app.click("Result  R")
    assert type(app.stage.scene_shown).__name__ == "Revealed"
    app.click("Both votes  V")
    app.click("Vote again")
    app.hands(0, 0, 3, 3, 0)
    app.key(Key.Key_Space)
    assert type(app.stage.scene_shown).__name__ == "Revealed"
    app.expect("Second vote: We settled on 3 Partly there: we know the gaps")
    app.click("Both votes  V")
    app.expect("Strong agreement in both votes")


def test_a_reveal_that_is_taken_back_lets_no_ballot_in(app: App) -> None:
    prepare(app, 5)
    app.key(Key.Key_Space)
    press(app, 1, 2, 3, 4, 5)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("Median 3")
    app.desktop.events.undo()
    settle()
    app.expect("The vote is closed.")
    assert "rated" not in app.stage_says()
    assert not app.buttons("Open again")
    app.click("Reveal")
    app.expect("Median 3")


def test_undo_brings_hands_back_to_counting(app: App) -> None:
    prepare(app, 6, Channel.HANDS)
    app.key(Key.Key_Space)
    app.hands(0, 0, 0, 3, 3)
    app.key(Key.Key_Space)
    app.expect("6 of 6 rated 4 or 5")
    app.desktop.events.undo()
    settle()
    app.expect("6 of 6 people counted")
    assert "rated" not in app.stage_says()


def test_who_is_in_the_room_changes_and_can_be_taken_back(app: App) -> None:
    prepare(app, 6, Channel.HANDS)
    app.key(Key.Key_Space)
    app.click("6 vote")
    dialog = app.dialog(PeopleDialog)
    app.click("– Left", 0)
    app.click("+ Arrived", 1)
    app.click("+ Arrived", 1)
    assert app.reads("5 vote, 2 observe")
    app.click("Keep")
    assert dialog is not None
    assert app.buttons("5 vote, 2 observe")
    app.expect("0 of 5 people counted")
    app.desktop.events.undo()
    settle()
    assert app.buttons("6 vote")


def test_everybody_leaves(app: App) -> None:
    prepare(app, 6, Channel.NUMBER_KEYS)
    app.key(Key.Key_Space)
    app.set_people(0)
    press(app, 3)
    app.expect("0 of 0 in", "Not counted.")
    app.set_people(6)
    press(app, 3)
    app.expect("1 of 6 in")
    app.set_people(0)
    app.expect("more ballots are in than these people have")


def test_everybody_cannot_say(app: App) -> None:
    prepare(app, 6, Channel.NUMBER_KEYS)
    app.key(Key.Key_Space)
    press(app, *[0] * 6)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("Too few ratings to show")


def test_partners_pick_theirs_at_the_ballot_first(app: App) -> None:
    prepare_partners(app, "Turns")
    app.key(Key.Key_Space)
    app.bring_ballot()
    asks = app.ballot.grab().toImage()
    app.key("1")
    rates = app.ballot.grab().toImage()
    assert rates != asks
    app.key("4")
    app.key(Key.Key_Return)
    assert count(app) == "1 of 13 in"
    app.key("2")
    app.key(Key.Key_Backspace)
    app.key("9")  # there is no ninth partner
    app.key(Key.Key_Return)
    assert count(app) == "1 of 13 in"
    for group, points in ((1, "44444"), (2, "22222"), (3, "55")):
        app.vote_for(group, *map(int, points))
    assert count(app) == "13 of 13 in"
    app.leave_ballot()
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.key(Key.Key_Escape)
    by_partner(app)


def by_partner(app: App) -> None:
    app.click("By partner  G")
    app.expect("All of Council chose the same.")
    app.click("Show by partner")
    app.expect("Council", "Other partners", "Health board, Youth charity")
    said = app.stage_says()
    assert "Council: Strong agreement. 6 of 6 rated 4 or 5." in said
    assert "Other partners (Health board, Youth charity)" in said
    assert "Youth charity:" not in said
    assert "Health board:" not in said


def test_partners_are_counted_one_after_another_on_the_console(
    start: Start, tmp_path: Path
) -> None:
    app = start(tmp_path / "library")
    prepare_partners(app, "Paper")
    app.key(Key.Key_Space)
    press(app, 4, 4, 4, 4, 4, 4)
    choose_partner(app, 1)  # the set that the two small ones share
    press(app, 2, 2, 2, 2, 2)
    ways(app).pick(Channel.NUMBER_KEYS)
    settle()
    choose_partner(app, 2)
    press(app, 5, 5)
    app.expect("13 of 13 in")
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    by_partner(app)
    workshop = app.desktop.session.record.workshop  # type: ignore[union-attr]
    assert workshop.privacy is Privacy.ANONYMOUS_WITH_GROUP


def test_hands_are_held_against_the_partner_that_is_counted(app: App) -> None:
    prepare_partners(app, "Hands")
    app.key(Key.Key_Space)
    (name, people), (following, others) = PARTNERS[:2]
    app.hands(0, 0, 1, 2)
    app.expect(f"{name}: 3 of {people}", "3 of 13 people counted")
    box = app.field("Now counting", QComboBox)
    box.setFocus()
    app.key(Key.Key_Down)
    app.expect(f"{following}: 0 of {others}", "3 of 13 people counted")
    app.rail("Agree ambitions")
    app.key(Key.Key_Space)
    app.expect(f"{name}: 0 of {people}")  # the next vote begins with the first partner


def choose_partner(app: App, index: int) -> None:
    box = app.field("Now counting", QComboBox)
    box.setFocus()
    for _ in range(index - box.currentIndex()):
        app.key(Key.Key_Down)
    panel = visible(app.front(), KeyedIn)[0]
    panel.setFocus()


def ways(app: App) -> WaysButton:
    return visible(app.front(), WaysButton)[0]


def test_a_note_typed_during_number_keys_is_no_ballot(app: App) -> None:
    prepare(app)
    app.key(Key.Key_Space)
    app.key("n")
    app.key("e")
    assert isinstance(app.front().focusWidget(), QLineEdit)
    app.type("5 of us came by bus")
    app.key(Key.Key_Return)
    app.expect("0 of 6 in", "5 of us came by bus")


def test_four_ways_are_offered_each_with_its_sentence(app: App) -> None:
    prepare(app)
    ways_to_vote = visible(app.front(), QRadioButton)
    assert len(ways_to_vote) == 4
    assert all(b.accessibleDescription() for b in ways_to_vote)
