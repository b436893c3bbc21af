"""Notes beside a page: each is there, however many, and only those of the step."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.plan import Note, NoteKind
from desktop_app.ui.console.note_list import AT_ONCE, NoteList
from tests.journeys.driver import visible

NAMES = {NoteKind.IDEA: "Idea", NoteKind.BARRIER: "Barrier"}


def notes(number: int, kind: NoteKind = NoteKind.IDEA) -> tuple[Note, ...]:
    return tuple(Note(f"n{n}", "w", kind, f"Note {n}", "T1") for n in range(number))


def words(shown: NoteList) -> list[str]:
    return [label.text() for label in visible(shown, QLabel)]


def test_notes_after_the_first_dozen_follow_in_order(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.show()
    wanted = notes(2 * AT_ONCE + 3)
    shown.show_notes(wanted, NAMES)
    qtbot.waitUntil(lambda: len(words(shown)) == 2 * len(wanted))
    assert words(shown)[1::2] == [note.text for note in wanted]
    assert set(words(shown)[::2]) == {"Idea"}


def test_other_notes_take_the_place_of_those_before(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_notes(notes(AT_ONCE + 5), NAMES)
    shown.show_notes(notes(1, NoteKind.BARRIER), NAMES)
    qtbot.waitUntil(lambda: words(shown) == ["Barrier", "Note 0"])
    shown.show_notes((), NAMES)
    assert words(shown) == []
