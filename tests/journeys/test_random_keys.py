"""A key pressed by mistake, two thousand times over: nothing that was said or voted is lost."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.console.session import Session

from .driver import App, Key, dialogs, settle

KEYS = [
    *(Key.Key_Space, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Return, Key.Key_Escape),
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_F5, Key.Key_Home),
    *(Key.Key_B, Key.Key_Period, Key.Key_P, Key.Key_Q, Key.Key_S, Key.Key_X, Key.Key_T),
    *(getattr(Key, f"Key_{digit}") for digit in range(10)),
]
PRESSES = 2_000


def revealed(record: WorkshopRecord) -> dict[str, object]:
    """Return what the room has seen of each vote."""
    return {r.id: r.tallies for r in record.rounds if r.state is RoundState.REVEALED}


@pytest.mark.slow
def test_two_thousand_keys_of_the_console_lose_nothing(app: App) -> None:
    app.click("Open the sample workshop")
    session = app.desktop.session
    assert isinstance(session, Session)
    before, workshop_id = session.record, session.workshop_id
    chance = random.Random("two thousand keys")
    for _ in range(PRESSES):
        for dialog in dialogs():
            dialog.reject()
            settle()
        if app.ballot.isVisible():
            app.leave_ballot()
        app.console.activateWindow()
        app.key(chance.choice(KEYS), Qt.KeyboardModifier.NoModifier)
        assert app.desktop.window.page is app.desktop.view, "no key leaves the workshop"
    assert app.desktop.services is not None
    after = app.desktop.services.workshops.record(workshop_id)
    assert revealed(before).items() <= revealed(after).items()
    assert {note.text for note in before.notes} <= {note.text for note in after.notes}
    assert [c.title for c in before.commitments] == [
        c.title for c in after.commitments if c.id in {one.id for one in before.commitments}
    ]
