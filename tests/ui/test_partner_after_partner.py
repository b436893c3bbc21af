"""Partners counted one after another: one key leads from each to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import Group
from desktop_app.scenes.scene import VoteOpen
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.foot import Footer
from tests.journeys.driver import App, Key, has_focus, settle, visible

from . import test_keypad
from .test_keypad import PARTNERS, opened

MANY = (*PARTNERS, Group("Charity", 2))
FIRST, SECOND = (group.label for group in PARTNERS[:2])


def foot(app: App) -> str:
    found = app.console.findChild(Footer)
    assert found is not None
    return " ".join(one.text() for one in visible(found, QLabel))


def test_next_goes_to_the_partner_that_was_not_counted_and_closes_after_the_last(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test_keypad, "PARTNERS", MANY)
    session = opened(app, Channel.HANDS, groups=True)
    for place, group in enumerate(MANY):
        assert session.voting.group == group.label
        first = min(visible(app.console, CountField), key=lambda f: f.mapToGlobal(f.pos()).x())
        assert has_focus(first)
        if 0 < place < len(MANY) - 1:
            assert "Next: count the hands." in foot(app)
        app.type(str(group.people))
        if place < len(MANY) - 1:
            app.key(Key.Key_Tab)
            following = MANY[place + 1].label
            app.expect(f"Then count {following}.")
            assert f"Next: count {following}." in foot(app)
            assert not app.buttons("Accept")
            app.key(Key.Key_Space)
    assert "Next: close the vote and reveal it." in foot(app), "all are in as soon as it is typed"
    app.key(Key.Key_Space)
    assert session.round.state is RoundState.REVEALED  # type: ignore[union-attr]


def test_the_wall_asks_for_nobodys_hands_once_all_are_counted(app: App) -> None:
    session = opened(app, Channel.HANDS, groups=True)
    for group in PARTNERS:
        session.voting.pick_group(group.label)
        session.voting.count_hands((0, 0, 0, 0, group.people, 0))
        scene = session.scene
        assert isinstance(scene, VoteOpen)
        assert bool(scene.asked) is (group is not PARTNERS[-1])


def test_a_vote_is_closed_early_by_a_button_while_next_leads_to_a_partner(app: App) -> None:
    session = opened(app, Channel.NUMBER_KEYS, groups=True)
    app.key("4", Qt.KeyboardModifier.KeypadModifier)
    assert f"Next: the ballots of {SECOND}." in foot(app)
    assert app.buttons(f"Ballots of {SECOND}")
    app.click("Close the vote")
    app.click("Close the vote")
    assert session.round.state is RoundState.CLOSED  # type: ignore[union-attr]


def test_digits_are_ballots_and_arrows_choose_while_the_list_of_partners_has_the_keys(
    app: App,
) -> None:
    session = opened(app, Channel.NUMBER_KEYS, groups=True)
    box = app.field("Now counting", QComboBox)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    app.key(Key.Key_Down)
    app.key("4")
    app.key(Key.Key_Up)
    app.key("3")
    assert session.voting.group == FIRST
    assert dict(session.round.in_by_group) == {FIRST: 1, SECOND: 1}  # type: ignore[union-attr]
    app.key(Key.Key_Backspace)
    assert session.round.ballots_in == 1  # type: ignore[union-attr]


def test_enter_unfolds_the_list_of_partners_below_it_with_all_of_them(app: App) -> None:
    session = opened(app, Channel.NUMBER_KEYS, groups=True)
    box = app.field("Now counting", QComboBox)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    app.key(Key.Key_Return)
    view = box.view()
    assert view.isVisible()
    assert view.mapToGlobal(view.rect().topLeft()).y() >= box.mapToGlobal(box.rect().topLeft()).y()
    last = view.visualRect(view.model().index(box.count() - 1, 0))
    assert view.viewport().rect().contains(last)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Return)
    settle()
    assert session.voting.group == SECOND
    assert session.round.ballots_in == 0  # type: ignore[union-attr]
