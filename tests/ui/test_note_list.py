"""Notes beside a page: each is there, however many, and only those of the step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.plan import Note, NoteKind
from desktop_app.ui.console.note_list import AT_ONCE, NoteCard, NoteList
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
    scroll_to_the_end(qtbot, shown)
    qtbot.waitUntil(lambda: len(words(shown)) == 2 * len(wanted))
    assert words(shown)[1::2] == [note.text for note in wanted]
    assert set(words(shown)[::2]) == {"Idea"}


def scroll_to_the_end(qtbot: QtBot, shown: NoteList) -> None:
    """Scroll down until there is nothing further down."""
    bar, before = shown.verticalScrollBar(), -1
    while bar.maximum() != before:
        before = bar.maximum()
        bar.setValue(before)
        for _ in range(5):
            QApplication.processEvents()


def test_of_thousands_only_those_near_what_is_seen_are_built(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.resize(300, 500)
    shown.show()
    shown.show_notes(notes(2000), NAMES)
    for _ in range(20):
        QApplication.processEvents()
    built = shown.findChildren(NoteCard)
    assert AT_ONCE <= len(built) <= 4 * AT_ONCE
    assert built[-1].geometry().bottom() > shown.viewport().height()


def test_tab_reaches_every_note(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    shown.activateWindow()
    wanted = notes(5 * AT_ONCE)
    shown.show_notes(wanted, NAMES)
    reached: list[str] = []
    QApplication.processEvents()
    shown.findChildren(NoteCard)[0].findChildren(QAbstractButton)[0].setFocus()
    while True:
        QApplication.processEvents()
        at = QApplication.focusWidget()
        assert isinstance(at, QAbstractButton)
        if reached[:1] == [at.accessibleDescription()] and len(reached) > 3:
            break
        reached.append(at.accessibleDescription())
        shown.focusNextChild()
    assert reached[::4] == [note.text for note in wanted]


def test_other_notes_take_the_place_of_those_before(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_notes(notes(AT_ONCE + 5), NAMES)
    shown.show_notes(notes(1, NoteKind.BARRIER), NAMES)
    qtbot.waitUntil(lambda: words(shown) == ["Barrier", "Note 0"])
    shown.show_notes((), NAMES)
    assert words(shown) == []


def test_a_note_that_is_kept_off_paper_says_so_and_a_key_switches_it(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.show()
    printed, kept_off = replace(notes(2)[0], id="a"), replace(notes(2)[1], on_paper=False)
    shown.show_notes((printed, kept_off), NAMES)
    QApplication.processEvents()
    assert words(shown)[::2] == ["Idea", "Idea, not on paper"]
    choices = [b for b in visible(shown, QAbstractButton) if b.text() == "Off paper"]
    assert [(b.isChecked(), b.accessibleDescription()) for b in choices] == [
        (False, "Note 0"),
        (True, "Note 1"),
    ]
    asked: list[Note] = []
    shown.paper_requested.connect(asked.append)
    QTest.keyClick(choices[0], Qt.Key.Key_Space)
    choices[1].click()
    assert asked == [printed, kept_off]


def test_notes_of_another_step_stand_on_the_cards_that_are_there(qtbot: QtBot) -> None:
    window, shown = beside_a_line(qtbot)
    assert window.isVisible()
    show(shown, notes(AT_ONCE))
    shown.mark_shown("n0")
    before = visible(shown, NoteCard)
    others = tuple(replace(note, id=f"other {note.id}") for note in notes(5, NoteKind.BARRIER))
    others = (replace(others[0], on_paper=False), *others[1:])
    show(shown, others)
    assert visible(shown, NoteCard) == before[:5]
    assert words(shown)[:4] == ["Barrier, not on paper", "Note 0", "Barrier", "Note 1"]
    assert not named(shown, "Take off")
    asked: list[Note] = []
    shown.edit_requested.connect(asked.append)
    named(shown, "Edit")[4].click()
    assert asked == [others[4]]


def test_cards_stand_and_are_reached_in_order_however_many_there_were_before(qtbot: QtBot) -> None:
    window, shown = beside_a_line(qtbot)
    assert window.isVisible()
    for number in (AT_ONCE, 0, 5, 2, AT_ONCE):
        show(shown, notes(number))
        assert words(shown)[1::2] == [f"Note {n}" for n in range(number)]
    assert len(visible(shown, NoteCard)) == AT_ONCE
    named(shown, "Show")[0].setFocus()
    for button in [b for n in range(AT_ONCE) for b in visible_in(shown, n)]:
        assert QApplication.focusWidget() is button
        shown.focusNextChild()


def beside_a_line(qtbot: QtBot) -> tuple[QWidget, NoteList]:
    """Return a window in which a line has the keys, and a list below it."""
    window, shown = QWidget(), NoteList()
    qtbot.addWidget(window)
    layout, line = QVBoxLayout(window), QLineEdit()
    layout.addWidget(line)
    layout.addWidget(shown)
    window.resize(300, 500)
    window.show()
    window.activateWindow()
    line.setFocus()
    return window, shown


def show(shown: NoteList, wanted: tuple[Note, ...]) -> None:
    shown.show_notes(wanted, NAMES)
    for _ in range(5):
        QApplication.processEvents()


def named(shown: NoteList, text: str) -> list[QAbstractButton]:
    return [b for b in visible(shown, QAbstractButton) if b.text() == text]


def visible_in(shown: NoteList, number: int) -> list[QAbstractButton]:
    about = f"Note {number}"
    return [b for b in visible(shown, QAbstractButton) if b.accessibleDescription() == about]


def test_where_there_are_no_notes_nothing_scrolls(qtbot: QtBot) -> None:
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    shown.show()
    bar = shown.verticalScrollBar()
    for _ in range(2):
        shown.show_notes(notes(5), NAMES)
        qtbot.waitUntil(bar.isVisible)
        shown.show_notes((), NAMES)
        for _ in range(5):
            QApplication.processEvents()
        assert not bar.isVisible()
