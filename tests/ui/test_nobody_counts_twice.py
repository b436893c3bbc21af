"""Wrong presses and clicks at the real windows: never more ballots than people, none seen."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.turnout import part_name, partners_in
from desktop_app.domain.workshop import Group
from desktop_app.scenes.looks import Look, groups_scene
from desktop_app.scenes.scene import ByGroup, Revealed
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.partners_in import PartnersIn
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.people import PeopleDialog
from tests.journeys.driver import App, Key, dialogs, settle, visible

from . import test_keypad

KEYPAD = Qt.KeyboardModifier.KeypadModifier
PARTNERS = (Group("Council", 4), Group("Police", 2), Group("Charity", 6))
KEYS = [
    *((str(n), mods) for n in range(7) for mods in (KEYPAD, Qt.KeyboardModifier.NoModifier)),
    *((key, KEYPAD) for key in test_keypad.UNLOCKED),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Key.Key_Return, Key.Key_Backspace, "+")),
]


@pytest.fixture
def partners(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_keypad, "PARTNERS", PARTNERS)


def holds(session: Session) -> None:
    round_ = session.round
    assert round_ is not None
    assert round_.state is RoundState.OPEN
    found = partners_in(session.record.workshop, round_)
    assert all(one.ballots_in <= one.people for one in found), found
    assert round_.ballots_in <= round_.present == session.record.workshop.present


def lines(app: App) -> list[str]:
    """Return what the console says of each partner."""
    settle()
    shown = visible(app.console, PartnersIn)
    texts = [w.text() for box in shown for w in visible(box, QLabel)]
    return [f"{name}: {count}" for name, count in zip(texts[::2], texts[1::2], strict=True)]


@pytest.mark.slow
@pytest.mark.usefixtures("partners")
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("channel", [Channel.NUMBER_KEYS, Channel.PAPER, Channel.TURNS])
def test_no_wrong_press_lifts_a_partner_over_its_people(
    app: App, channel: Channel, seed: int
) -> None:
    dice = random.Random(seed)
    session = test_keypad.opened(app, channel, groups=True)
    for _ in range(90):
        if dice.random() < 0.1 and not channel.traits.on_stage:
            session.voting.pick_group(dice.choice(PARTNERS).label)
            settle()
        elif dice.random() < 0.06:
            click_any(app, dice, "Somebody came", "Take back")
        else:
            app.key(*dice.choice(KEYS))
        holds(session)
    fill_and_look(app, session)


def click_any(app: App, dice: random.Random, *texts: str) -> None:
    found = [b for text in texts for b in app.buttons(text) if b.isEnabled()]
    if found:
        app.click_on(dice.choice(found))
    for dialog in dialogs():
        answers = [b for b in visible(dialog, QAbstractButton) if b.text()]
        app.click_on(dice.choice(answers))
    close_dialogs()
    app.console.activateWindow()  # as a window manager does once a dialog is gone
    settle()


def fill_and_look(app: App, session: Session) -> None:
    """Let all others vote, reveal, and look for partners too small to be shown."""
    for group in session.record.workshop.groups:
        for _ in range(group.people):
            if session.round and not session.round.ballots_in >= session.round.present:
                session.voting.cast(3, group.label)
            close_dialogs()
    session.voting.close("Counted twice")
    session.voting.reveal()
    settle()
    scene = groups_scene(session.record, "T2")
    people = {group.label: group.people for group in session.record.workshop.groups}
    for part in scene.parts if scene is not None else ():
        assert people.get(part.label, 5) >= 5, part


def close_dialogs() -> None:
    for dialog in dialogs():
        dialog.close()
    settle()


@pytest.mark.usefixtures("partners")
def test_each_partners_number_stands_on_the_console_and_never_a_value(app: App) -> None:
    session = test_keypad.opened(app, Channel.NUMBER_KEYS, groups=True)
    for key in ("3", "5"):
        app.key(key)
    assert lines(app) == ["Council: 2 of 4 in", "Police: 0 of 2 in", "Charity: 0 of 6 in"]
    for key in "333":
        app.key(key)
    assert lines(app)[0] == "Council: 4 of 4 in"
    app.expect("Not counted.", "All 4 people of Council are in.", "4 of 12 in")
    app.key("+")
    assert lines(app)[0] == "Council: 4 of 5 in"
    app.key(Key.Key_Backspace)
    app.expect("Press 4 was taken back, Council.")
    assert "of 5 in" not in app.stage_says()
    session.voting.close("Enough")
    settle()
    assert lines(app)[0] == "Council: 3 of 5 in"
    assert not app.buttons("Somebody came")


@pytest.mark.slow
@pytest.mark.usefixtures("partners")
def test_on_paper_small_partners_are_typed_in_from_the_set_that_they_share(app: App) -> None:
    session = test_keypad.opened(app, Channel.PAPER, groups=True)
    assert [part_name(g.label) for g in session.voting.groups] == ["Charity", "Council, Police"]
    chooser = app.field("Now counting", QComboBox)
    offered = [chooser.itemText(n) for n in range(chooser.count())]
    assert offered == ["A: Charity, 6 people", "B: Council, Police, 6 people"]
    for _ in range(6):
        app.key("3")
    app.expect("All 6 people of Charity are in.")
    session.voting.pick_group(session.voting.groups[1].label)
    settle()
    for _ in range(7):
        app.key("5")
    app.expect("Not counted.", "Everybody is in. Close the vote.", "12 of 12 in")
    assert lines(app) == ["Charity: 6 of 6 in", "Council, Police: 6 of 6 in"]
    app.key(Key.Key_Backspace)
    app.expect("Ballot 12 was taken back, Council, Police.")
    app.key("4")
    session.voting.close("")
    session.voting.reveal()
    settle()
    scene = groups_scene(session.record, "T2")
    assert scene is not None
    assert [part.label for part in scene.parts] == ["Charity", "Other partners"]


@pytest.mark.usefixtures("partners")
def test_one_ballot_of_a_turn_is_taken_back_by_its_partner_only(app: App) -> None:
    session = test_keypad.opened(app, Channel.TURNS, groups=True)
    app.leave_ballot()
    session.voting.cast(5, "Police")
    settle()
    app.click("Take back one ballot…")
    app.expect("It came in for Police.")
    session.voting.cast(1, "Council")  # somebody is faster
    app.click("Take the ballot back")
    app.expect("Another ballot came in meanwhile.")
    close_dialogs()
    app.click("Take back one ballot…")
    app.expect("It came in for Council.")
    app.click("Take the ballot back")
    assert lines(app)[:2] == ["Council: 0 of 4 in", "Police: 1 of 2 in"]
    assert not [b for b in app.buttons("Take back one ballot…") if b.isEnabled()]


@pytest.mark.usefixtures("partners")
def test_a_partner_of_one_mind_is_told_before_the_room_sees_it(app: App) -> None:
    session = test_keypad.opened(app, Channel.PAPER, groups=True)
    for group, points in (("Charity", [4] * 6), ("Council", [1, 2, 3, 4]), ("Police", [1, 5])):
        for point in points:
            session.voting.cast(point, group)
    session.voting.close()
    session.voting.reveal()
    settle()
    app.expect("Ballots by partner: Charity: 6   other partners (Council, Police): 6")
    app.click("By partner  G")
    app.expect("All of Charity chose the same.")
    assert not isinstance(session.scene, ByGroup)
    app.click("Cancel")
    assert not isinstance(session.scene, ByGroup)
    assert [b.isChecked() for b in app.buttons("By partner  G")] == [False]
    app.click("By partner  G")
    app.click("Show by partner")
    assert isinstance(session.scene, ByGroup)
    assert [b.isChecked() for b in app.buttons("By partner  G")] == [True]


def test_dots_of_a_turn_are_taken_back_and_never_too_many(app: App) -> None:
    session = test_keypad.opened(app, Channel.TURNS, dots=True)
    app.leave_ballot()
    for _ in range(8):
        session.dotting.place({1: 3})
    settle()
    app.expect("8 of 8 in", "Everything is in. Close the vote.")
    app.click("Take back the last dots…")
    app.click("Take the dots back")
    app.expect("7 of 8 in")
    session.dotting.place({2: 3})
    settle()
    app.key("+")
    app.expect("8 of 9 in")


@pytest.mark.usefixtures("partners")
@pytest.mark.parametrize(("channel", "dots"), [(Channel.PAPER, False), (Channel.NUMBER_KEYS, True)])
def test_the_key_asks_of_which_partner_somebody_came_where_nobody_knows(
    app: App, channel: Channel, dots: bool
) -> None:
    session = test_keypad.opened(app, channel, groups=True, dots=dots)
    if not dots:
        session.voting.pick_group(session.voting.groups[-1].label)
    for _ in range(40):
        app.key("3")
    app.key("+")
    assert [type(one) for one in dialogs()] == [PeopleDialog]
    assert session.record.workshop.present == 12, "nobody came before it is answered"
    close_dialogs()


@pytest.mark.usefixtures("partners")
def test_what_is_counted_anew_is_seen_as_a_whole_first(app: App) -> None:
    """Else a partner of one mind would be seen without a word."""
    session = test_keypad.opened(app, Channel.HANDS, groups=True)
    count_hands(app, session, "Charity", "1500")
    count_hands(app, session, "Council", "1111")
    session.voting.close("The police left")
    session.show_look(Look.GROUPS)
    assert isinstance(session.scene, ByGroup)
    session.events.undo()
    settle()
    count_hands(app, session, "Charity", "0600")
    session.voting.close("The police left")
    assert isinstance(session.scene, Revealed)


def count_hands(app: App, session: Session, group: str, counts: str) -> None:
    """Type a partner's hands for the points from 1 on."""
    session.voting.pick_group(group)
    settle()
    for field, count in zip(visible(app.console, CountField), counts, strict=False):
        app.click_on(field)
        app.retype(count)
        app.key(Key.Key_Tab)


@pytest.mark.usefixtures("partners")
def test_somebody_came_stands_on_the_line_of_its_partner_on_a_small_laptop(app: App) -> None:
    test_keypad.opened(app, Channel.NUMBER_KEYS, groups=True)
    app.console.resize(1366, 740)
    for key in "3333":
        app.key(key)
    app.choose("Now counting", 1)
    came = app.buttons("Somebody came")[0]
    line = came.parentWidget()
    assert line.height() < 2 * came.height()
