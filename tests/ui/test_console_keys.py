"""Keys on the console: each does what the list of keys says, wherever the focus is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit

from tests.journeys.driver import App, Key, dialogs, has_focus, settle
from tests.journeys.ways import prepare, prepare_by_keys, turns_vote


def send(app: App, key: int, text: str = "", *, held: bool = False) -> None:
    """Send a key press that no test keyboard has."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, held)
    QApplication.sendEvent(app.front().focusWidget() or app.front(), event)
    settle()


def note_field(app: App) -> QLineEdit:
    return app.field("New note, no names", QLineEdit)


def blank(app: App) -> bool:
    return app.stage_says() == "Blank screen "


def test_a_key_that_is_held_down_does_its_work_once(app: App) -> None:
    prepare_by_keys(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.console.findChild(QAbstractSpinBox).setFocus()
    app.desktop.view.setFocus()
    for _ in range(5):
        send(app, Key.Key_Space, " ", held=True)
    app.expect("How shall the room vote?")


def test_a_digit_of_another_kind_is_no_pick_and_no_mistake(app: App) -> None:
    turns_vote(app)
    app.key(Key.Key_Return)
    for text in "²٣½৪":
        send(app, ord(text), text)
        assert app.ballot.turn.under_way
        assert app.ballot.turn.chosen == (), text


def test_letters_work_while_hands_are_counted(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.expect("0 of 7 people counted")
    app.key("b")
    assert blank(app)
    app.key(".")
    assert not blank(app)
    app.key("n")
    app.key(Key.Key_Return)
    assert has_focus(note_field(app))


def test_escape_leads_from_a_note_back_to_what_comes_next(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.key(Key.Key_Return)
    app.type("b.n 1")
    assert note_field(app).text() == "b.n 1"
    app.key(Key.Key_Escape)
    app.key(Key.Key_Space)
    app.expect("How shall the room vote?")
    app.key(Key.Key_PageUp)
    assert note_field(app).text() == "b.n 1"


def test_a_click_in_the_header_does_not_take_the_space_bar(app: App) -> None:
    prepare(app, 7)
    app.click("Blank  B")
    app.click("Blank  B")
    assert not blank(app)
    app.key(Key.Key_Space)
    app.expect("How shall the room vote?")


def test_closing_with_people_missing_wants_two_presses_and_no_dialog(app: App) -> None:
    turns_vote(app)
    app.take_turns(4, 4)
    app.click("Close the vote")
    app.expect("5 of 7 are not in. Press again to close.")
    assert dialogs() == []
    app.click("Close the vote")
    (round_,) = app.desktop.session.record.rounds  # type: ignore[union-attr]
    assert round_.difference_reason == "5 did not rate"
