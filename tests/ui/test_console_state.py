"""What the console's widgets show of the state behind them, and that they show no more."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QWidget

from desktop_app.application.timing import Stopwatch
from desktop_app.ui.console import step_timer
from desktop_app.ui.console.count_field import CountField
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, visible, wait_for
from tests.journeys.test_priorities_and_plan import open_by, sample
from tests.journeys.ways import prepare
from tests.ui.test_day import Hand


def keypad_vote(app: App, people: int = 7) -> App:
    app.click("New workshop")
    app.fill("Title", "Keypad")
    app.field("People in the room", QAbstractSpinBox).setValue(people)
    app.click("Number keys")
    app.begin_workshop()
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("Each press on the keypad is one ballot")
    return app


def frames_that_listen(app: App) -> list[QWidget]:
    return [f for f in visible(app.console, QFrame) if f.property("chosen") == "true"]


def fields(app: App, name: str) -> list[CountField]:
    return [f for f in visible(app.front(), CountField) if name in f.accessibleName()]


def named(app: App, name: str) -> QWidget:
    return next(w for w in visible(app.front(), QWidget) if w.accessibleName() == name)


def test_the_button_of_the_parking_lot_is_down_while_the_room_sees_it(app: App) -> None:
    prepare(app, 7)
    (button,) = app.buttons("Parking lot")
    seen = []
    for _ in range(3):
        app.key("p")
        seen.append(button.isChecked())
    app.key(Key.Key_PageDown)
    assert [*seen, button.isChecked()] == [True, False, True, False]


def test_the_frame_of_a_keyed_vote_tells_whether_presses_are_ballots(app: App) -> None:
    keypad_vote(app)
    assert len(frames_that_listen(app)) == 1
    app.key("n")
    assert frames_that_listen(app) == []
    app.key("3")
    app.expect("0 of 7 in")
    app.key(Key.Key_Escape)
    assert len(frames_that_listen(app)) == 1
    app.key("3")
    app.expect("1 of 7 in", "Press 1 is in.")


def test_hands_are_mentioned_only_where_hands_were_counted(app: App) -> None:
    keypad_vote(app)
    app.key("3")
    assert not app.reads("Hands were counted in this vote")
    assert not app.reads("more than people in the room")


def test_the_clock_goes_on_by_itself(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step_timer, "TICK_MS", 1)
    app = start()
    prepare(app, 7)
    app.key(Key.Key_PageDown)
    hand, timer = Hand(), app.desktop.opened.day.timer
    timer._watch = Stopwatch(hand)
    timer._watch.begin(0)
    timer._watch.run(running=True)
    for second in (1, 2):
        hand.now += 1
        wait_for(lambda: app.reads(f"0:0{second} of "), "the clock")  # noqa: B023
    app.go_home()
    assert timer.now is None
    assert not timer._ticking.isActive()


def test_dots_are_stepped_by_arrows_and_buttons_and_stop_at_both_ends(app: App) -> None:
    sample(app)
    open_by(app, "Hands")
    first = fields(app, "Dots for")[0]
    app.click_on(first)
    for key in (Key.Key_Up, Key.Key_Plus, Key.Key_Up, Key.Key_Down):
        app.key(key)
    app.expect("2 of 36 dots counted", "Fewer is fine: nobody has to place every dot.")
    app.click_on(named(app, "One dot more for 1"))
    app.expect("3 of 36 dots counted")
    for _ in range(4):
        app.click_on(named(app, "One dot fewer for 1"))
    assert first.text() == "0"
    app.click_on(first)
    app.key(Key.Key_Down)
    assert first.text() == "0"
    app.retype("999")
    app.key(Key.Key_Up)
    assert first.text() == "999"
    app.expect("More than the people in the room have. Accept with a reason.")


def test_hands_are_stepped_by_buttons_as_by_arrows(app: App) -> None:
    prepare(app, 12)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.click_on(named(app, "One hand more for 2"))
    app.click_on(named(app, "One hand more for 2"))
    app.click_on(named(app, "One hand fewer for 2"))
    app.click_on(named(app, "One hand fewer for 1"))
    app.expect("1 of 12 people counted")
    counts = [f.text() for f in fields(app, "Hands for")]
    assert sorted(counts, reverse=True)[:2] == ["1", "0"]


def test_fingers_are_stepped_and_stop_at_both_ends(app: App) -> None:
    sample(app)
    app.rail("Next steps")
    fist = fields(app, "Hands with")[0]
    app.click_on(fist)
    for key in (Key.Key_Up, Key.Key_Plus, Key.Key_Down):
        app.key(key)
    assert fist.text() == "1"
    app.key(Key.Key_Minus)
    app.key(Key.Key_Down)
    assert fist.text() == "0"
    app.retype("999")
    app.key(Key.Key_Up)
    assert fist.text() == "999"
    app.retype("")
    app.key(Key.Key_Up)
    assert fist.text() == "1"


def test_what_is_asked_about_a_plan_is_asked_only_where_someone_is_not_behind_it(app: App) -> None:
    sample(app)
    app.rail("Next steps")
    app.click("Clear")
    assert not app.buttons("Clear")
    assert not app.reads("What would it take to move you up?")
    counts = fields(app, "Hands with")
    app.click_on(counts[3])
    app.retype("12")
    app.key(Key.Key_Return)
    app.expect("12 of 12 show three fingers or more")
    assert not app.reads("What would it take to move you up?")
    app.click("Clear")
    assert [f.text() for f in fields(app, "Hands with")] == ["0"] * 6
    assert not app.reads("three fingers or more")
