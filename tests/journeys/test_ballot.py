"""Turns on the laptop in the whole application: what reaches the ballot, and who can see it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.application.services import Services
from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.scenes.scene import Welcome
from desktop_app.scenes.stage import scene_at
from desktop_app.ui.dialogs.seen_screen import SeenScreenDialog
from desktop_app.words.who_sees import channel_line
from tests.screens import LAPTOP, PROJECTOR, Screen

from .conftest import Start
from .driver import App, Key, dialogs, settle, wait_for, words
from .ways import count, prepare, say_unseen, turns_vote

Screens = Callable[..., None]
GROUPS = (Group("Council", 3), Group("Police", 2))
MANY = (Group("Council", 70), Group("Police", 50))
LINE, SEEN_LINE = (channel_line(Channel.TURNS, seen=seen) for seen in (False, True))


def with_partners(app: App, groups: tuple[Group, ...] = GROUPS) -> None:
    """Open a vote by turns of two partners."""
    services = app.desktop.services
    assert services is not None
    details = Details(
        title="Away-day",
        privacy=Privacy.ANONYMOUS_WITH_GROUP,
        present=sum(group.people for group in groups),
        channel=Channel.TURNS,
        groups=groups,
    )
    app.desktop.open_workshop(services.workshops.create(details).value)
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    session.voting.open_vote(Channel.TURNS)
    settle()
    say_unseen(app)


def stage_holds(app: App) -> str:
    """Return everything that the room could read: the scene, and what its windows say of it."""
    assert app.desktop.view is not None
    mirror = app.desktop.view.side.preview
    said = (app.stage_says(), mirror.accessibleName(), mirror.accessibleDescription())
    texts = [text for item in app.stage.places.texts for text in item.fitted.lines]
    return f"{app.stage.scene_shown} {said} {texts}"


def test_the_console_catches_up_once_the_ballot_goes(screens: Screens, start: Start) -> None:
    """What lies behind the ballot follows no ballot: nobody sees it."""
    screens(LAPTOP, PROJECTOR)
    app = start()
    with_partners(app)
    for press in ("1", "4", Key.Key_Return):
        app.key(press)
    app.leave_ballot()
    app.expect("1 of 5 in", "1 of 3 in")
    assert app.desktop.view is not None
    assert app.desktop.view.side.preview.scene_shown == app.stage.scene_shown


# -- the wall -------------------------------------------------------------------------------


def test_the_wall_shows_no_pick_and_no_partner_in_any_moment(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    with_partners(app)
    assert app.ballot.screen().name() == "laptop"
    assert app.stage.screen().name() == "projector"
    settle()
    before, mirror = stage_holds(app), app.desktop.view.side.preview  # type: ignore[union-attr]
    painted = [Paints(app.stage), Paints(mirror)]
    for press in ("1", "4", "2"):
        app.key(press)
        assert app.ballot.turn.under_way
        assert stage_holds(app) == before
    assert [paints.count for paints in painted] == [0, 0], "what is not painted cannot be seen"
    app.key(Key.Key_Return)
    assert count(app) == "1 of 5 in"
    assert painted[0].count
    assert not painted[1].count, "nothing is painted behind a ballot"
    assert not any(group.label in stage_holds(app) for group in GROUPS)


class Paints(QObject):
    """How often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_partner_that_is_complete_cannot_be_picked(app: App) -> None:
    with_partners(app)
    app.vote_for(2, 4, 4)
    assert app.ballot.hand_over.partners[1].accessibleDescription() == "all 2 are in"
    app.key("2")
    assert not app.ballot.turn.under_way
    app.vote_for(1, 5, 5, 5)
    app.expect("Please give the laptop back.")
    assert count(app) == "5 of 5 in"


# -- leaving and coming back ----------------------------------------------------------------


def test_the_facilitator_leaves_it_and_comes_back_by_the_main_action(app: App) -> None:
    turns_vote(app)
    app.vote(4)
    app.key(Key.Key_Return)
    app.key("3")
    app.leave_ballot()
    app.expect("1 of 7 in", "Ballot on the laptop")
    app.key(Key.Key_Space)
    assert app.front() is app.ballot
    assert app.ballot.turn.chosen == (), "what was not confirmed is thrown away"
    app.key(Key.Key_Return)
    app.key(Key.Key_Return)
    assert count(app) == "1 of 7 in"


def test_a_double_press_that_opens_the_vote_closes_nothing(app: App) -> None:
    turns_vote(app)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert app.front() is app.ballot
    assert count(app) == "0 of 7 in"


def test_what_others_do_to_the_vote_takes_the_ballot_away(app: App) -> None:
    turns_vote(app)
    app.key(Key.Key_Return)
    app.key("3")
    session = app.desktop.session
    assert session is not None
    session.voting.use_channel(Channel.PAPER)
    settle()
    assert app.ballot.isHidden()
    assert app.front() is app.console
    session.voting.use_channel(Channel.TURNS)
    settle()
    assert app.front() is app.ballot
    assert app.ballot.turn.chosen == ()


def test_a_workshop_that_is_left_takes_its_ballot_along(app: App) -> None:
    turns_vote(app)
    app.desktop.show_home()
    settle()
    assert app.ballot.isHidden()
    assert app.ballot.turn.ballot is None
    app.click("Continue")
    app.expect("0 of 7 in", "Ballot on the laptop")
    assert app.ballot.isHidden(), "people take turns when the facilitator says so"


def test_the_workshop_that_is_voted_in_is_the_one_to_continue(app: App) -> None:
    turns_vote(app)
    voted_in = app.desktop.session.workshop_id
    app.desktop.show_home()
    prepare(app, 12)
    changed_later = app.desktop.session.workshop_id
    app.desktop.show_home()
    lines = app.desktop.services.workshops.lines
    assert lines().going_on.id == changed_later
    app.desktop.open_workshop(voted_in)
    app.desktop.session.voting.cast(4)
    settle()
    assert lines().going_on.id == voted_in, "votes do not touch a workshop, and a crash comes now"


@pytest.mark.slow
def test_after_a_sudden_end_the_main_action_is_the_ballot(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path)
    turns_vote(app)
    app.vote(4, 4)
    app.key(Key.Key_Return)
    app.key("5")
    app.stop()
    again = start(tmp_path)
    again.click("Continue")
    again.expect("2 of 7 in", "Ballot on the laptop")
    again.key(Key.Key_Space)
    assert again.front() is again.ballot
    assert again.ballot.turn.chosen == ()
    again.vote(3)
    assert count(again) == "3 of 7 in"


# -- nothing else ---------------------------------------------------------------------------


def everything_but_ballots(app: App) -> object:
    """Return all that could have changed besides what is in."""
    session = app.desktop.session
    assert session is not None
    record = session.record
    rounds = tuple(replace(r, ballots_in=0, in_by_group=(), tallies=()) for r in record.rounds)
    vote = record.priority_vote
    return (
        replace(record, rounds=rounds, workshop=replace(record.workshop, revision=0)),
        session.step,
        session.choice,
        app.desktop.preferences.settings,
        app.stage.isVisible(),
        vote,
        len(dialogs()),
    )


def lean_on_the_keyboard(app: App, presses: int, seed: int) -> None:
    """Press keys at random where the window server would give them to whoever has the focus."""
    chance, handle = random.Random(seed), app.ballot.windowHandle()
    keys = [Key(code) for code in range(Key.Key_Space.value, Key.Key_QuoteLeft.value)]
    keys += [Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Tab, Key.Key_Backspace] * 5
    keys += [Key.Key_PageDown, Key.Key_PageUp, Key.Key_F5, Key.Key_Right, Key.Key_Down] * 5
    keys += [Key(Key.Key_0.value + digit) for digit in range(10)] * 5
    held = [Qt.KeyboardModifier.NoModifier] * 8
    held += [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier]
    for _ in range(presses):
        QTest.keyClick(handle, chance.choice(keys), chance.choice(held))


def check_leaning(app: App, presses: int, seed: int) -> None:
    with_partners(app, MANY)
    before = everything_but_ballots(app)
    app.ballot.held.held_ms = 60_000  # a slow machine lets time go by between press and release
    lean_on_the_keyboard(app, presses, seed)
    settle()
    assert everything_but_ballots(app) == before
    assert app.front() is app.ballot
    session = app.desktop.session
    assert session is not None
    assert session.round is not None
    assert session.round.ballots_in > 0
    people = {group.label: group.people for group in MANY}
    assert all(inside <= people[label] for label, inside in session.round.in_by_group)


def test_leaning_on_the_keyboard_changes_nothing_but_ballots(app: App) -> None:
    check_leaning(app, 400, seed=4)


@pytest.mark.slow
def test_twenty_thousand_keys_at_the_ballot_change_nothing_but_ballots(app: App) -> None:
    for seed in range(10):
        check_leaning(app, 2_000, seed)
        app.desktop.show_home()
        settle()


def test_keys_and_clicks_on_other_windows_do_nothing_while_it_is_up(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    turns_vote(app)
    for window in (app.stage, app.console):
        for key in (Key.Key_Space, Key.Key_PageDown, Key.Key_F5, Key.Key_B, Key.Key_Escape):
            QTest.keyClick(window.windowHandle(), key)
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    settle()
    assert app.stage.isVisible()
    assert app.front() is app.ballot
    assert count(app) == "0 of 7 in"


# -- who can see the screen -----------------------------------------------------------------


@pytest.mark.slow
def test_one_screen_is_asked_about_once_and_the_room_is_told(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path)
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.click("Open the vote")
    app.dialog(SeenScreenDialog)
    assert app.ballot.isHidden()
    app.expect(LINE, SEEN_LINE)
    say_unseen(app, seen=True)
    assert app.front() is app.ballot
    app.expect(SEEN_LINE)
    assert SEEN_LINE in app.stage_says()
    app.key(Key.Key_Return)
    app.expect("Others can see your choice here until you confirm")
    app.leave_ballot()
    app.expect("Turns on a screen that all can see", "whoever looks sees what somebody picks")
    app.rail("Welcome")
    assert "anonymous" not in app.stage_says()
    session = app.desktop.session
    assert session is not None
    welcome = scene_at(session.turns.told(session.record), session.step)
    assert isinstance(welcome, Welcome)
    assert "whoever looks sees your choice until you confirm it" in welcome.privacy
    app.stop()
    again = start(tmp_path)
    again.click("Continue")
    again.rail("Build mutual trust")
    again.bring_ballot()
    assert dialogs() == [], "it was asked before"


def test_who_does_not_answer_is_asked_again_and_no_ballot_comes(app: App) -> None:
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.click("Open the vote")
    app.key(Key.Key_Escape)
    assert dialogs() == []
    assert app.ballot.isHidden()
    app.expect("0 of 7 in")
    app.click("Ballot on the laptop")
    app.dialog(SeenScreenDialog)
    say_unseen(app)
    assert app.front() is app.ballot
    assert LINE in app.stage_says()


def test_the_question_comes_before_the_stage_covers_the_only_screen(app: App) -> None:
    prepare(app, 7, turns=True)
    app.key(Key.Key_F5)
    app.dialog(SeenScreenDialog)
    assert not app.stage.isVisible()
    say_unseen(app, seen=True)
    assert app.stage.isVisible()
    assert "anonymous" not in app.stage_says()
    app.key(Key.Key_Escape)
    app.key(Key.Key_F5)
    assert app.stage.isVisible()


def test_with_a_projector_nobody_is_asked(screens: Screens, start: Start) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.click("Open the vote")
    assert app.front() is app.ballot
    assert LINE in app.stage_says()


def test_a_mirrored_screen_is_asked_about_like_a_single_one(screens: Screens, start: Start) -> None:
    screens(LAPTOP, Screen("mirror"))
    app = start()
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.click("Open the vote")
    app.dialog(SeenScreenDialog)
    say_unseen(app, seen=True)
    assert SEEN_LINE in app.stage_says()


def test_a_projector_that_goes_half_way_is_asked_about_before_the_next_turn(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.click("Open the vote")
    app.vote(4)
    app.key(Key.Key_Return)
    app.key("3")
    placement = app.desktop.stage.placement  # type: ignore[union-attr]
    screens(LAPTOP)
    wait_for(lambda: not placement.state.connected, "the projector to go")
    assert app.ballot.isHidden(), "who can see this screen is not known"
    assert app.ballot.turn.chosen == ()
    app.click("Ballot on the laptop")
    say_unseen(app, seen=True)
    assert SEEN_LINE in app.stage_says()
    app.key(Key.Key_Return)
    app.key("3")
    screens(LAPTOP, PROJECTOR)
    wait_for(lambda: placement.state.connected, "the projector to come")
    assert app.ballot.turn.chosen == ()
    assert app.front() is app.ballot
    assert LINE in app.stage_says(), "the ballot has a screen of its own again"
    app.vote(5)
    assert count(app) == "2 of 7 in"


def test_a_ballot_that_cannot_be_kept_brings_the_console(app: App) -> None:
    turns_vote(app)
    services: Services | None = app.desktop.services
    session = app.desktop.session
    assert services is not None
    assert session is not None
    assert session.round is not None
    services.rounds.discard(session.round.id)  # told to nobody
    app.key(Key.Key_Return)
    app.key("4")
    app.key(Key.Key_Return)
    assert app.ballot.isHidden()
    assert len(dialogs()) == 1


def test_the_ballot_says_nothing_that_a_screen_reader_would_hear_of_a_pick(app: App) -> None:
    turns_vote(app)
    app.key(Key.Key_Return)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_3, Qt.KeyboardModifier.NoModifier, "3")
    named = [one.accessibleName() for one in app.ballot.findChildren(QLabel)]
    QApplication.sendEvent(app.ballot, event)
    assert [one.accessibleName() for one in app.ballot.findChildren(QLabel)] == named
    assert "You chose 3" in words(app.ballot)


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_the_console_is_painted_after_the_ballot_that_covers_it(app: App) -> None:
    turns_vote(app)
    assert app.desktop.view is not None
    mirror = Painted(app.desktop.view.side.preview)
    app.vote(4, 3)
    assert mirror.times == 0, "nobody could see it"
    app.leave_ballot()
    app.expect("2 of 7 in")
    wait_for(lambda: mirror.times > 0, "the console")
