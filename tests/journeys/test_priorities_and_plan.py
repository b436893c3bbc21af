"""From dots to a plan through the real windows: by turns, keys, paper and hands, then fingers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QRadioButton

from desktop_app.documents.kinds import DocumentKind
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.plan_cards import CommitmentCard
from desktop_app.ui.dialogs.commitment import CommitmentDialog

from .driver import App, Key, dialogs, settle, visible

TRUST, AMBITIONS, RESOURCES = "Mutual trust", "Ambitions", "Time and means"


def sample(app: App) -> App:
    app.click("Open the sample workshop")
    app.rail("Priorities")
    app.expect("What matters most now?", "36 dots placed", "Importance beside level")
    app.click("Discard these dots")
    app.click("Discard the dots")
    app.come_back()
    app.expect("How shall the room place them?")
    return app


def open_by(app: App, way: str) -> None:
    choice = next(b for b in visible(app.front(), QRadioButton) if b.text().startswith(way))
    app.click_on(choice)
    app.click("Open the vote")


def on_stage(app: App, key: Key) -> None:
    text = chr(key.value) if key.value < 128 else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(app.stage, event)
    settle()


def place(app: App, *points: int) -> None:
    """Let a person press these numbers and Enter at the ballot."""
    app.bring_ballot()
    app.key(Key.Key_Return)
    for point in points:
        app.key(str(point))
    app.key(Key.Key_Return)


@pytest.mark.slow
def test_dots_by_turns_lead_to_a_list_and_to_the_order_of_steps(app: App) -> None:
    sample(app)
    open_by(app, "Turns")
    for _ in range(5):
        place(app, 3, 3, 2)
    app.expect("5 of 12 in")
    before = app.stage_says()
    place(app, 1, 1, 1)
    assert app.stage_says() == before
    app.leave_ballot()
    place(app, 3, 3, 2)
    app.leave_ballot()
    app.expect("7 of 12 in")
    app.close_short()
    assert "dots" not in app.stage_says().replace("which action", "")
    app.key(Key.Key_Space)
    app.expect("People ranked the actions", "Importance beside level", "0 of 12 rated 4 or 5")
    assert "Kendall" not in app.stage_says_in_turn(), "that is for the report"
    says = app.stage_says()
    assert says.index(RESOURCES) < says.index(AMBITIONS) < says.index(TRUST)
    assert f"{RESOURCES}: 12 dots" in says
    app.click("Show beside level  V")
    assert "Importance beside level" in app.stage_says()
    app.click("Show the list  V")
    assert "What matters most now" in app.stage_says()
    app.rail("Next steps")
    first = app.buttons("Take this on")[0].accessibleName()
    app.rail("Priorities")
    app.click("Discard these dots")
    app.click("Discard the dots")
    app.rail("Next steps")
    assert app.buttons("Take this on")[0].accessibleName()
    assert first.startswith("Take on:")


def test_number_keys_count_each_press_on_either_window(app: App) -> None:
    sample(app)
    open_by(app, "Number keys")
    for key in "1233":
        app.key(key)
    on_stage(app, Key.Key_5)
    app.expect("5 of 36 dots in")
    app.key(Key.Key_Backspace)
    on_stage(app, Key.Key_9)
    app.expect("4 of 36 dots in")
    for _ in range(33):
        app.key("3")
    app.expect("36 of 36 dots in", "Not counted.", "Everything is in. Close the vote.")
    app.key(Key.Key_Backspace)
    app.expect("35 of 36 dots in")
    app.key("3")
    app.click("Close the vote")
    app.click("Reveal")
    assert "Kendall" not in app.stage_says()


def test_what_was_done_with_the_dots_is_taken_back(app: App) -> None:
    sample(app)
    app.undo()
    app.expect("36 dots placed", "Importance beside level")
    app.click("Discard these dots")
    app.click("Discard the dots")
    app.come_back()
    open_by(app, "Hands")
    app.click_on(visible(app.front(), CountField)[0])
    app.retype("7")
    app.key(Key.Key_Tab)
    app.expect("7 of 36 dots counted")
    app.undo()
    app.expect("0 of 36 dots counted")
    assert visible(app.front(), CountField)[0].text() == "0"


def test_a_pile_of_sheets_is_typed_line_by_line(app: App) -> None:
    sample(app)
    open_by(app, "Paper")
    line = app.field("Dots of this sheet, one digit each", QLineEdit)
    for sheet in ("113", "331", "2", "555", "123"):
        app.type(sheet)
        app.key(Key.Key_Return)
        assert line.text() == ""
    app.expect("Sheet 6", "5 of 12 in")
    app.type("7")
    app.key(Key.Key_Return)
    app.expect("is not an action")
    app.click("Close")
    app.retype("")
    app.click("Take the last sheet back")
    app.expect("4 of 12 in", "Sheet 5")
    app.close_short()
    app.click("Reveal")
    app.expect("Too few dots to show")
    assert "Too few dots to show" in app.stage_says()


def test_hands_are_typed_and_revealed_at_once(app: App) -> None:
    sample(app)
    open_by(app, "Hands")
    fields = [f for f in visible(app.front(), CountField) if "Dots for" in f.accessibleName()]
    for field, count in zip(fields, ("4", "9", "20", "3", "0"), strict=True):
        app.click_on(field)
        app.retype(count)
    app.expect("36 of 36 dots counted", "All dots are counted.")
    app.click("Close and reveal")
    assert "Managers, staff: 3 dots" in app.stage_says()


def test_the_dots_each_can_be_changed_before_the_vote(app: App) -> None:
    sample(app)
    service = app.desktop.session
    assert service is not None
    service.dotting.set_dots_each(5)
    settle()
    assert "Each of us has 5 dots" in app.stage_says()
    app.click("Go on without dots")
    app.expect("What we will do")


def test_steps_are_unfolded_moved_and_merged_and_it_can_be_undone(app: App) -> None:
    sample(app)
    app.rail("Next steps")
    app.click("More")
    app.expect("How we will notice", "Leans on:")
    cards = visible(app.front(), CommitmentCard)
    first, second = (card.commitment.title for card in cards[:2])
    cards[0].setFocus()
    app.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(app)[:2] == [second, first]
    assert app.console.focusWidget() is visible(app.front(), CommitmentCard)[1]
    menu = visible(app.front(), CommitmentCard)[0].findChild(QMenu)
    assert menu is not None
    next(a for a in menu.actions() if a.data()).trigger()
    settle()
    app.dialog(CommitmentDialog)
    app.click("Keep")
    assert titles(app)[0] == f"{second}; {first}"
    offered = [b.accessibleName() for b in app.buttons("Take this on")]
    assert not any(title in name for name in offered for title in (first, second))
    app.undo()
    app.undo()
    assert titles(app)[:2] == [second, first]


def titles(app: App) -> list[str]:
    return [card.commitment.title for card in visible(app.front(), CommitmentCard)]


def test_a_fist_to_five_is_shown_and_asks_what_it_would_take(app: App) -> None:
    sample(app)
    app.rail("Next steps")
    fingers(app, 0, 1, 1, 3, 5, 2)
    app.expect("10 of 12 show three fingers or more", "What would it take to move you up?")
    assert "3 fingers: 3" in app.stage_says()
    app.fill("What would move people up, no names", "A date for the budget.")
    app.key(Key.Key_Return)
    app.expect("A date for the budget.", "Idea")
    fingers(app, 0, 0, 1, 3, 0, 0)
    assert "hidden" in app.stage_says()
    assert "fingers:" not in app.stage_says()
    app.click("Clear")
    assert "Fist to five" not in app.stage_says()
    assert dialogs() == []


def fingers(app: App, *counts: int) -> None:
    fields = [f for f in visible(app.front(), CountField) if "Hands with" in f.accessibleName()]
    for field, count in zip(fields, counts, strict=True):
        app.click_on(field)
        app.retype(str(count))
    app.click("Show it")


@pytest.mark.slow
@pytest.mark.parametrize("revealed", [False, True])
def test_the_data_hides_what_the_room_has_not_seen(
    app: App, tmp_path: Path, revealed: bool
) -> None:
    sample(app)
    open_by(app, "Turns")
    for _ in range(6):
        place(app, 3, 3, 2)
    app.leave_ballot()
    if revealed:
        app.close_short()
        app.click("Reveal")
    app.rail("Close and print")
    target = tmp_path / "data.json"
    services = app.desktop.services
    assert services is not None
    assert app.desktop.session is not None
    services.reports.write(app.desktop.session.workshop_id, DocumentKind.JSON, target)
    data = json.loads(target.read_text("utf-8"))
    assert [row["dots"] for row in data["priorities"]] == (
        [12, 6, 0, 0, 0] if revealed else [None] * 5
    )
