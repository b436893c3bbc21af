"""The number pad without Num Lock: in an open vote none of its keys does what it does elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox

from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.num_lock_bar import KeyPlace
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.sheet_line import SheetLine
from desktop_app.ui.dialogs.people import PeopleDialog
from tests.journeys.driver import App, Key, has_focus, settle, visible

KEYPAD = Qt.KeyboardModifier.KeypadModifier
PARTNERS = (Group("Council", 5), Group("Police", 3))
UNLOCKED = (
    *(Key.Key_Insert, Key.Key_End, Key.Key_Down, Key.Key_PageDown, Key.Key_Left, Key.Key_Clear),
    *(Key.Key_Right, Key.Key_Home, Key.Key_Up, Key.Key_PageUp, Key.Key_Delete),
)
OTHERS = (Key.Key_Period, Key.Key_Asterisk, Key.Key_Slash)
OFF = "Num Lock is off."


def opened(app: App, channel: Channel, *, dots: bool = False, groups: bool = False) -> Session:
    privacy = Privacy.ANONYMOUS_WITH_GROUP if groups else Privacy.ANONYMOUS
    details = Details(
        "Away-day",
        present=8,
        channel=channel,
        privacy=privacy,
        groups=PARTNERS if groups else (),
    )
    made = app.desktop.services.workshops.create(details)  # type: ignore[union-attr]
    app.desktop.open_workshop(made.value)
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(StepKind.PRIORITIES) if dots else Step(StepKind.STATEMENT, "T2"))
    session.dotting.open_vote(channel) if dots else session.voting.open_vote(channel)
    settle()
    return session


def state(session: Session) -> object:
    return session.step, session.record.rounds, session.dotting.vote, session.is_blank


def fill(app: App, session: Session, *, dots: bool) -> None:
    """Let something be in, so that a slip could take it away."""
    channel = session.dotting.vote.channel if dots else session.round.channel  # type: ignore[union-attr]
    if channel.traits.counted:
        app.type("23")
    elif dots:
        session.dotting.place({1: 1})
    else:
        session.voting.cast(4, session.voting.group)
    settle()


@pytest.mark.parametrize("dots", [False, True])
@pytest.mark.parametrize("channel", IN_THE_ROOM)
def test_a_slip_moves_nothing_and_takes_nothing_away(
    app: App, channel: Channel, dots: bool
) -> None:
    session = opened(app, channel, dots=dots)
    fill(app, session, dots=dots)
    before = state(session)
    for key in OTHERS:
        app.key(key, KEYPAD)
    assert not app.reads(OFF)
    for key in UNLOCKED:
        app.key(key, KEYPAD)
        assert state(session) == before, key
    app.expect(OFF)
    app.desktop.stage.toggle()  # type: ignore[union-attr]
    settle()
    before = state(session)  # a count that was being typed is finished as the keys go elsewhere
    for key in UNLOCKED:
        app.key(key, KEYPAD)
        assert state(session) == before, key


def test_the_line_about_num_lock_goes_with_the_first_digit_of_the_pad(app: App) -> None:
    session = opened(app, Channel.PAPER)
    app.key(Key.Key_PageDown, KEYPAD)
    app.key("3")
    app.expect(OFF, "1 of 8 in")
    app.key("3", KEYPAD)
    assert not app.reads(OFF)
    app.key(Key.Key_Home, KEYPAD)
    app.expect(OFF)
    session.go_to(Step(StepKind.STATEMENT, "T3"))
    settle()
    assert not app.reads(OFF), "no vote is open here"
    app.key(Key.Key_PageDown, KEYPAD)
    assert session.round is not None, "where nothing is open it is a key as any: next"


def test_the_same_keys_beside_the_pad_work_as_ever(app: App) -> None:
    session = opened(app, Channel.PAPER)
    app.key("3")
    app.key(Key.Key_Delete)
    assert session.round is not None
    assert session.round.ballots_in == 0
    assert not app.reads(OFF)


def test_no_list_and_no_number_of_people_is_stepped_by_a_slip(app: App) -> None:
    session = opened(app, Channel.NUMBER_KEYS, groups=True)
    box = app.field("Now counting", QComboBox)
    box.setFocus()
    app.key(Key.Key_PageDown, KEYPAD)
    app.key(Key.Key_Down, KEYPAD)
    assert (box.currentIndex(), session.voting.group) == (0, "Council")
    app.click("8 vote")
    dialog = app.dialog(PeopleDialog)
    spin = visible(dialog, QSpinBox)[0]
    assert QApplication.focusWidget() is spin
    for key in UNLOCKED:
        app.key(key, KEYPAD)
    assert spin.value() == 5
    app.key("7", KEYPAD)
    assert spin.value() == 7


def test_a_note_is_edited_by_the_pad_and_never_left_for_another_step(app: App) -> None:
    session = opened(app, Channel.PAPER)
    before = session.step
    app.key("n")
    app.key(Key.Key_Return)
    app.type("1 word")
    for key in (Key.Key_Home, Key.Key_Delete, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Down):
        app.key(key, KEYPAD)
    assert app.field("New note, no names", QLineEdit).text() == " word"
    assert session.step == before


def test_plus_and_minus_of_the_pad_step_a_count_of_hands(app: App) -> None:
    session = opened(app, Channel.HANDS)
    for key in (Key.Key_Plus, Key.Key_Plus, Key.Key_Minus):
        app.key(key, KEYPAD)
    assert visible(app.front(), CountField)[0].text() == "1"
    assert session.round is not None
    assert session.round.ballots_in == 1


def test_a_slip_steps_no_count_of_the_fist_to_five_and_leaves_no_step(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Next steps")
    session = app.desktop.session
    assert session is not None
    fields = visible(app.console, CountField)
    assert len(fields) == 6
    step = session.step
    for field in fields:
        field.setFocus()
        field.selectAll()
        app.type("2")
        for key in (*UNLOCKED, *OTHERS):
            app.key(key, KEYPAD)
            assert (field.text(), session.step) == ("2", step), key
    app.expect(OFF)
    app.key("1", KEYPAD)
    assert not app.reads(OFF)


def test_num_lock_is_shown_where_it_is_and_what_to_do(app: App) -> None:
    opened(app, Channel.PAPER)
    app.key(Key.Key_PageDown, KEYPAD)
    assert not visible(app.console, KeyPlace)
    app.click("Show me")
    assert len(visible(app.console, KeyPlace)) == 1
    app.expect("above the 7 of the number pad", "hold Fn", "row of digits above the letters")
    app.click("Hide it")
    assert not visible(app.console, KeyPlace)


def test_space_is_next_and_plus_lets_in_where_a_sheet_of_dots_is_typed(app: App) -> None:
    session = opened(app, Channel.PAPER, dots=True)
    (line,) = visible(app.console, SheetLine)
    assert has_focus(line)
    app.type("v ")
    assert line.text() == ""
    for _ in range(8):
        app.type("1 2 3")
        app.key(Key.Key_Return)
    assert session.dotting.vote.ballots_in == 8  # type: ignore[union-attr]
    app.key("+")
    assert session.record.workshop.present == 9
    app.type("113")
    app.key(Key.Key_Return)
    app.key(Key.Key_Space)
    assert session.dotting.vote.state is RoundState.CLOSED  # type: ignore[union-attr]
