"""The rail: where we are, what is done, and jumping without getting lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.steps import StepKind
from desktop_app.ui.console.rail import Rail
from tests.journeys.driver import LEFT, NONE, App, Key, settle
from tests.journeys.ways import prepare


def rail_of(app: App) -> Rail:
    rail = app.console.findChild(Rail)
    assert rail is not None
    return rail


def current(app: App) -> str:
    return rail_of(app).currentItem().text()


def test_the_action_we_are_at_is_unfolded(app: App) -> None:
    prepare(app, 7)
    assert "Trust all round" not in app.rail_texts()
    app.rail("Build mutual trust")
    assert app.rail_texts()[:6] == [
        "Welcome, done",
        "Build mutual trust",
        "Keep promises",
        "Trust all round",
        "Repair trust",
        "Talk it through",
    ]
    assert current(app) == "Keep promises"
    app.rail("Where we stand")
    assert "Trust all round" not in app.rail_texts()


def test_what_is_revealed_has_a_tick(app: App) -> None:
    prepare(app, 7, quick=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(7)
    assert "Build mutual trust, done" not in app.rail_texts()
    app.key(Key.Key_Space)
    assert "Build mutual trust, done" in app.rail_texts()


def test_the_keyboard_moves_in_the_rail_and_enter_goes_there(app: App) -> None:
    prepare(app, 7)
    rail_of(app).setFocus()
    app.key(Key.Key_End)
    app.expect("Before you begin")
    app.key(Key.Key_Return)
    app.expect("Before everybody leaves")


def test_a_double_click_goes_where_the_first_click_led(app: App) -> None:
    prepare(app, 7)
    app.rail("Build mutual trust")
    rail = rail_of(app)
    item = next(
        rail.item(i) for i in range(rail.count()) if rail.item(i).text().startswith("Agree")
    )
    place = rail.visualItemRect(item).center()
    point = rail.viewport().mapTo(app.console, place)
    window = app.console.windowHandle()
    QTest.mouseDClick(window, LEFT, NONE, point)
    settle()
    assert current(app) == "Really agreed"
    app.expect("Agree ambitions  ·  statement 1 of 4")


def test_the_rail_is_named_for_screen_readers(app: App) -> None:
    prepare(app, 7)
    assert rail_of(app).accessibleName() == "Steps of the day"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert all(rail_of(app).item(i).data(role) for i in range(rail_of(app).count()))


def test_a_break_that_was_jumped_over_has_no_tick(app: App) -> None:
    prepare(app, 5)
    app.rail("Where we stand")
    assert not [text for text in app.rail_texts() if text.startswith("Break") and "done" in text]


def test_a_break_is_behind_once_a_vote_after_it_was_opened(app: App) -> None:
    prepare(app, 5, quick=True)
    session = app.desktop.session
    assert session is not None
    steps = session.record.workshop.steps
    at = next(i for i, step in enumerate(steps) if step.kind is StepKind.BREAK)
    before = [step for step in steps[:at] if step.kind is StepKind.STATEMENT][-1]
    session.go_to(before)
    app.key(Key.Key_Space)
    app.hands(5)
    app.key(Key.Key_Space)
    session.go_to(steps[at])
    app.key(Key.Key_Space)
    assert "Break" in app.rail_texts(), "a short look is no break"
    app.key(Key.Key_Space)
    assert "Break, done" in app.rail_texts()
    session.go_to(before)
    settle()
    assert "Break, done" in app.rail_texts(), "looking back undoes no break"
