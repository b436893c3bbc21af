"""One key does what comes next: by keyboard, by mouse and by a remote, and never loses a thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.console.foot import Footer
from desktop_app.ui.console.pages.page import Page
from desktop_app.ui.console.twice import Twice
from tests.screens import LAPTOP, PROJECTOR

from .conftest import Start
from .driver import App, Key, dialogs, settle, visible
from .ways import prepare, turns_vote

Screens = Callable[..., None]
T1 = Step(StepKind.STATEMENT, "T1")
LATER = 1 << 40
"""A time after that of every press a test has made before."""


def foot(app: App) -> str:
    """Return what the foot of the console says comes next, and after that."""
    found = app.console.findChild(Footer)
    assert found is not None
    return " ".join(one.text() for one in visible(found, QLabel))


def primary(app: App) -> QPushButton:
    return next(page for page in visible(app.console, Page)).primary


def remote(app: App, key: Key) -> None:
    """Press a button of a remote while the stage has the keys."""
    QTest.keyClick(app.stage.windowHandle(), key)
    settle()


def press_at(app: App, by: str, at: int) -> None:
    """Press "next" with a time of the system's clock."""
    events: list[QInputEvent]
    if by == "the mouse":
        on: QWidget = primary(app)
        left, middle = Qt.MouseButton.LeftButton, QPointF(on.rect().center())
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        where = (middle, on.mapToGlobal(middle), left, left, Qt.KeyboardModifier.NoModifier)
        events = [QMouseEvent(kind, *where) for kind in kinds]
    else:
        on = app.stage if by == "a remote" else app.front().focusWidget() or app.front()
        none = Qt.KeyboardModifier.NoModifier
        events = [QKeyEvent(QEvent.Type.KeyPress, Key.Key_PageDown, none)]
    for event in events:
        event.setTimestamp(at)
        QApplication.sendEvent(on, event)
    settle()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_PageDown, Key.Key_Right])
def test_each_key_for_next_does_the_same_whatever_was_clicked(app: App, key: Key) -> None:
    prepare(app, 7)
    app.click("Blank  B")
    app.click("Blank  B")
    app.key(key)
    assert app.desktop.session.step == T1
    app.click("Number keys")
    assert "open the vote" in foot(app)
    app.key(key)
    for _ in range(6):
        app.key("4")
    assert "1 of 7 is not in" in foot(app)
    app.key(key)
    app.expect("1 of 7 is not in. Press again to close.")
    app.key(key)
    (round_,) = app.desktop.session.record.rounds
    assert (round_.state, round_.difference_reason) == (RoundState.CLOSED, "One did not rate")
    app.key(key)
    assert app.desktop.session.record.rounds[0].state is RoundState.REVEALED
    app.key(key)
    assert app.desktop.session.step == Step(StepKind.STATEMENT, "T2")
    app.key(Key.Key_PageUp)
    assert app.desktop.session.step == T1
    assert app.desktop.session.record.rounds[0].state is RoundState.REVEALED


def test_the_second_press_is_forgotten_when_anything_else_happens(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 0, 0, 6)
    app.key(Key.Key_Space)
    app.expect("1 of 7 is not in. Press again to close.")
    app.key("b")
    app.key("b")
    app.key(Key.Key_Space)
    assert app.desktop.session.round.state is RoundState.OPEN
    app.expect("1 of 7 is not in. Press again to close.")


def test_a_double_press_is_no_second_press(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 0, 0, 6)
    app.desktop.session.going.twice = Twice(app.desktop.session.going)
    monkeypatch.setattr("desktop_app.ui.console.twice.APART_MS", 60_000)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert app.desktop.session.round.state is RoundState.OPEN


@pytest.mark.parametrize("by", ["a key", "a remote", "the mouse"])
def test_a_press_counts_by_when_it_was_pressed_however_long_the_last_took(
    app: App, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    prepare(app, 7)
    monkeypatch.setattr("desktop_app.ui.console.twice.APART_MS", 350)
    session = app.desktop.session
    for at in (LATER, LATER + 349):  # both are here at once, as after long work
        press_at(app, by, at)
    assert (session.step, session.round) == (T1, None)
    press_at(app, by, LATER + 350)
    assert session.round is not None


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up])
def test_an_arrow_that_chooses_in_lists_is_never_next_or_back(app: App, key: Key) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    primary(app).setFocus()
    app.key(key)
    assert (app.desktop.session.step, app.desktop.session.round) == (T1, None)


@pytest.mark.parametrize("to", ["a screen", "a step"])
def test_a_double_press_skips_no_screen(app: App, monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    prepare(app, 7)
    session = app.desktop.session
    session.page = 0 if to == "a screen" else session.page
    session.refresh()
    settle()
    page, step = session.page, session.step
    monkeypatch.setattr("desktop_app.ui.console.twice.APART_MS", 60_000)
    session.going.twice = Twice(session.going)
    app.key(Key.Key_PageDown)
    app.key(Key.Key_PageDown)
    expected = (page + 1, step) if to == "a screen" else (0, T1)
    assert (session.page, session.step) == expected


def test_a_remote_runs_the_day_and_its_start_button_takes_nothing_away(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    prepare(app, 7)
    for key in (Key.Key_F5, Key.Key_Escape, Key.Key_F5, Key.Key_Escape):
        remote(app, key)
        assert app.stage.isVisible()
    remote(app, Key.Key_PageDown)
    assert app.desktop.session.step == T1
    remote(app, Key.Key_PageDown)
    app.expect("0 of 7 people counted")
    remote(app, Key.Key_PageUp)
    app.expect("The vote here is open, 0 of 7 are in. Press again to leave it open.")
    assert app.desktop.session.step == T1
    remote(app, Key.Key_PageUp)
    assert app.desktop.session.step == Step(StepKind.WELCOME)
    assert "Build mutual trust, a vote is open" in app.rail_texts()
    remote(app, Key.Key_B)
    assert app.stage_says().strip() == "Blank screen"
    assert "The room sees black." in foot(app)
    remote(app, Key.Key_PageDown)
    assert app.desktop.session.step == Step(StepKind.WELCOME), "the room is shown the stage first"
    assert app.stage_says().strip() != "Blank screen"
    assert dialogs() == []


def test_the_start_button_and_a_jump_leave_an_open_vote_as_it_is(
    screens: Screens, start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 0, 3)
    for key in (Key.Key_F5, Key.Key_Escape, Key.Key_F5, Key.Key_Escape):
        remote(app, key)
        assert app.stage.isVisible()
        assert app.desktop.session.round.state is RoundState.OPEN
    app.expect("3 of 7 people counted")
    app.come_back()
    app.rail("Agree ambitions")
    assert "hold ambitions that every partner has really agreed" in app.stage_says()
    assert "Build mutual trust, a vote is open" in app.rail_texts()
    app.rail("Build mutual trust")
    app.expect("3 of 7 people counted")
    assert app.desktop.session.round.state is RoundState.OPEN


def test_enter_on_the_button_is_the_second_press_too(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 0, 0, 6)
    primary(app).setFocus()
    app.key(Key.Key_Return)
    app.expect("1 of 7 is not in. Press again to close.")
    app.key(Key.Key_Return)
    assert app.desktop.session.round.state is RoundState.REVEALED


def test_the_key_that_closes_when_pressed_again_is_the_key_for_next_in_turns_too(app: App) -> None:
    turns_vote(app)
    app.vote(4)
    app.leave_ballot()
    app.buttons("Close the vote")[0].setFocus()
    app.key(Key.Key_Return)
    app.expect("6 of 7 are not in. Press again to close.")
    app.key(Key.Key_PageDown)
    assert app.desktop.session.round.state is RoundState.CLOSED


def test_by_mouse_an_open_vote_asks_before_it_is_left(app: App) -> None:
    prepare(app, 7)
    app.click_on(primary(app))
    app.click_on(primary(app))
    app.hands(0, 0, 0, 6)
    app.click("Home")
    app.expect("Leave this vote open?", "6 of 7 people are in.")
    app.click("Cancel")
    app.expect("6 of 7 people counted")
    for _ in range(2):
        assert primary(app).text() == "Close and reveal"
        app.click_on(primary(app))
    assert app.desktop.session.round.state is RoundState.REVEALED
    assert primary(app).text() == "Go on"


def test_the_reason_that_was_kept_is_put_in_other_words(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 0, 0, 6)
    app.click("Close and reveal")
    app.click("Close and reveal")
    app.fill("Why people are missing, no names", "One had to leave")
    app.key(Key.Key_Return)
    assert app.desktop.session.round.difference_reason == "One had to leave"
    app.key(Key.Key_Escape)
    app.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.desktop.session.round.difference_reason == "One did not rate"


def test_enter_presses_the_button_that_has_the_keys_on_home_too(app: App) -> None:
    button = app.buttons("Frameworks")[0]
    button.setFocus()
    app.key(Key.Key_Return)
    assert app.desktop.window.page is not app.desktop.window.home
