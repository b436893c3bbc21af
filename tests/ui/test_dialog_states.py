"""What each question offers when it opens and as it is filled in, and that the answer is that."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.application.planning import Wording
from desktop_app.domain.people import People
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.settings import Settings
from desktop_app.domain.workshop import Group
from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.difference import DifferenceDialog
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.note import NoteDialog, NoteWords
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.dialogs.settled import SettledDialog, SettledView
from tests.unit.builders import make_scale

from .test_console_widgets import heard

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2027, 5, 14)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Give a window that asks."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(dialog: Question) -> dict[str, QPushButton]:
    found = dialog.findChildren(QPushButton)
    return {b.text().replace("&", ""): b for b in found if b.isVisible()}


def labels(dialog: Question) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()]


def opened(dialog: Question) -> list[tuple[object, ...]]:
    told = heard(dialog, "answered")
    dialog.open()
    return told


# Every question


def test_a_question_is_of_its_window_and_says_what_it_asks(window: QWidget) -> None:
    dialog = ConfirmDialog(window, "Throw it away?", "It cannot be taken back.", "Throw away", 7)
    told = opened(dialog)
    assert dialog.windowTitle() == "Throw it away?"
    assert labels(dialog) == ["Throw it away?", "It cannot be taken back."]
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    assert dialog.width() >= 520
    assert dialog.accessibleDescription() == "It cannot be taken back."
    assert list(buttons(dialog)) == ["Throw away", "Cancel"] or list(buttons(dialog)) == [
        "Cancel", "Throw away",
    ]  # fmt: skip
    assert buttons(dialog)["Throw away"].isDefault()
    assert not buttons(dialog)["Cancel"].isDefault()
    buttons(dialog)["Throw away"].click()
    assert told == [("answered", True, 7)]


def test_what_is_dangerous_is_not_done_by_return(window: QWidget) -> None:
    dialog = ConfirmDialog(window, "Delete?", "All of it.", "Delete", danger=True)
    told = opened(dialog)
    assert buttons(dialog)["Delete"].property("kind") == "danger"
    assert [b.isDefault() for b in (dialog.do_it, dialog.leave_it)] == [False, True]
    assert dialog.focusWidget() is dialog.leave_it
    QTest.keyClick(dialog, Key.Key_Return)
    assert told == []
    plain = ConfirmDialog(window, "Go on?", "It is safe.", "Go on")
    opened(plain)
    assert buttons(plain)["Go on"].property("kind") == "primary"
    plain.close()


def test_a_message_has_its_words_and_one_button(window: QWidget) -> None:
    dialog = MessageDialog(window, "It did not work", "The disk is full.")
    opened(dialog)
    assert labels(dialog) == ["It did not work", "The disk is full."]
    assert dialog.accessibleDescription() == "The disk is full."
    assert list(buttons(dialog)) == ["Close"]
    assert buttons(dialog)["Close"].isDefault()
    buttons(dialog)["Close"].click()
    assert not [w for w in window.findChildren(MessageDialog) if w.isVisible()]


def test_a_question_is_as_high_as_its_words_need(window: QWidget) -> None:
    short = MessageDialog(window, "A title", "Short.")
    long = MessageDialog(window, "A title", "A sentence of several words. " * 20)
    for dialog in (short, long):
        dialog.open()
    assert short.height() < long.height()
    for one in long.findChildren(QLabel):
        assert one.heightForWidth(one.width()) <= one.height() + 1
    for dialog in (short, long):
        dialog.close()


# A note


def test_a_note_opens_as_it_was_and_is_kept_only_with_words(window: QWidget) -> None:
    words = NoteWords(NoteKind.QUOTE, "One budget")
    dialog = NoteDialog(window, "Change the note", words, "n1")
    told = opened(dialog)
    kind, text = dialog.findChild(QComboBox), dialog.findChild(QPlainTextEdit)
    assert kind is not None
    assert text is not None
    assert (kind.currentIndex(), kind.count(), text.toPlainText()) == (3, 5, "One budget")
    assert dialog.focusWidget() is text
    keep = buttons(dialog)["Keep the note"]
    assert keep.isEnabled()
    text.setPlainText("  \n ")
    assert not keep.isEnabled()
    QTest.keyClick(text, Key.Key_Return, CTRL)
    assert told == []
    text.setPlainText(" Two budgets ")
    kind.setCurrentIndex(1)
    QTest.keyClick(dialog, Key.Key_Return, CTRL)
    assert told == [("answered", NoteWords(NoteKind.BARRIER, "Two budgets"), "n1")]


@pytest.mark.parametrize("kind", NoteKind)
def test_every_kind_of_note_comes_back_as_it_was(window: QWidget, kind: NoteKind) -> None:
    dialog = NoteDialog(window, "Change the note", NoteWords(kind, "x"))
    told = opened(dialog)
    buttons(dialog)["Keep the note"].click()
    assert told == [("answered", NoteWords(kind, "x"), None)]


# People


def test_people_are_counted_by_buttons_and_added_up(window: QWidget) -> None:
    people = People(9, 1, (Group("Council", 6), Group("Police", 3)))
    dialog = PeopleDialog(window, people)
    told = opened(dialog)
    spins = {s.accessibleName(): s for s in dialog.findChildren(QSpinBox)}
    assert {name: s.value() for name, s in spins.items()} == {
        "Council": 6, "Police": 3, "Observers, who do not vote": 1,
    }  # fmt: skip
    assert "9 vote, 1 observe" in labels(dialog)
    assert dialog.focusWidget() is spins["Council"]
    assert spins["Council"].lineEdit().selectedText() == "6"
    press = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
    press["One arrived: Police"].click()
    press["One left: Council"].click()
    press["One left: Council"].click()
    press["One arrived: Observers, who do not vote"].click()
    assert "8 vote, 2 observe" in labels(dialog)
    buttons(dialog)["Keep"].click()
    kept = People(8, 2, (Group("Council", 4), Group("Police", 4)))
    assert told == [("answered", kept, None)]


def test_without_partners_there_is_one_number_for_all_who_vote(window: QWidget) -> None:
    dialog = PeopleDialog(window, People(12))
    told = opened(dialog)
    spins = dialog.findChildren(QSpinBox)
    assert [s.accessibleName() for s in spins] == ["People who vote", "Observers, who do not vote"]
    assert [(s.minimum(), s.maximum()) for s in spins] == [(0, 500)] * 2
    spins[0].setValue(0)
    assert "0 vote, 0 observe" in labels(dialog)
    buttons(dialog)["Keep"].click()
    assert told == [("answered", People(0), None)]


# A view that was settled


def test_a_settled_view_opens_at_the_middle_and_needs_a_reason(window: QWidget) -> None:
    dialog = SettledDialog(window, make_scale(5), SettledView(None, ""))
    told = opened(dialog)
    point, reason = dialog.findChild(QComboBox), dialog.findChild(QLineEdit)
    assert point is not None
    assert reason is not None
    keep = buttons(dialog)["Keep this view"]
    assert [point.itemText(i) for i in range(point.count())] == [
        *(f"{n}  Label {n}" for n in range(1, 6)), "No agreed view",
    ]  # fmt: skip
    assert (point.currentData(), keep.isEnabled(), reason.isEnabled()) == (3, False, True)
    reason.setText("We talked")
    assert keep.isEnabled()
    reason.setText("  ")
    assert not keep.isEnabled()
    point.setCurrentIndex(5)
    assert (keep.isEnabled(), reason.isEnabled()) == (True, False)
    keep.click()
    assert told == [("answered", SettledView(None, ""), None)]


@pytest.mark.parametrize(("points", "middle"), [(3, 2), (4, 2), (7, 4)])
def test_a_settled_view_is_that_of_before_or_the_middle(
    window: QWidget, points: int, middle: int
) -> None:
    for now, shown in (
        (SettledView(1, "x"), 1),
        (SettledView(points, "x"), points),
        (SettledView(None, "x"), middle),
    ):
        dialog = SettledDialog(window, make_scale(points), now)
        told = opened(dialog)
        buttons(dialog)["Keep this view"].click()
        assert told == [("answered", SettledView(shown, "x"), None)]


# A difference


@pytest.mark.parametrize(
    ("ballots", "reasons"),
    [
        (11, ["Someone stepped out", "Someone chose not to vote"]),
        (13, ["Someone came in late", "An observer voted as well"]),
    ],
)
def test_reasons_fit_what_differs_and_one_must_be_chosen(
    window: QWidget, ballots: int, reasons: list[str]
) -> None:
    dialog = DifferenceDialog(window, ballots, 12)
    told = opened(dialog)
    choices = dialog.findChildren(QRadioButton)
    assert [c.text().replace("&", "") for c in choices] == [
        *reasons, "Counted twice, same result", "Another reason:",
    ]  # fmt: skip
    assert not any(c.isChecked() for c in choices)
    accept = buttons(dialog)["Accept and close the vote"]
    assert not accept.isEnabled()
    choices[0].click()
    assert accept.isEnabled()
    choices[3].click()
    assert not accept.isEnabled()
    typed = dialog.findChild(QLineEdit)
    assert typed is not None
    assert typed.maxLength() == 200
    choices[1].click()
    QTest.keyClicks(typed, " x ")
    assert (choices[3].isChecked(), accept.isEnabled()) == (True, True)
    accept.click()
    assert told == [("answered", "x", None)]


# A commitment


def test_a_commitment_opens_empty_and_needs_only_its_words(window: QWidget) -> None:
    dialog = CommitmentDialog(window, "Our own step", Wording(""), TODAY, "c1")
    told = opened(dialog)
    keep = buttons(dialog)["Keep"]
    assert not keep.isEnabled()
    edits = {e.accessibleName(): e for e in dialog.findChildren(QPlainTextEdit)}
    edits["What will be done"].setPlainText("  ")
    assert not keep.isEnabled()
    edits["What will be done"].setPlainText(" Meet ")
    assert keep.isEnabled()
    keep.click()
    assert told == [("answered", Wording("Meet"), "c1")]


def test_all_of_a_commitment_comes_back_trimmed(window: QWidget) -> None:
    full = Wording("Meet", "Chair", date(2027, 6, 1), "It is done", "Ring")
    dialog = CommitmentDialog(window, "Change the step", full, TODAY)
    told = opened(dialog)
    for edit in dialog.findChildren(QPlainTextEdit):
        edit.setPlainText(f" {edit.toPlainText()} ")
    owner = next(
        e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Who takes it on"
    )
    owner.setText(" Chair ")
    buttons(dialog)["Keep"].click()
    assert told == [("answered", full, None)]
    assert {e.accessibleName() for e in dialog.findChildren(QPlainTextEdit)} == {
        "What will be done", "First move", "How we will notice that it worked",
    }  # fmt: skip


# The settings

FLAGS = {
    "motion": "Let bars grow at a reveal",
    "chime": "Make a soft sound when everybody has voted",
    "timer": "Show the step timer",
    "stage_timer": "Show the minutes left on the stage too",
    "blank_black": "A blank stage is black",
}


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("on", [True, False])
def test_each_setting_is_shown_as_it_is_and_changed_alone(
    window: QWidget, flag: str, on: bool
) -> None:
    others = dict.fromkeys(FLAGS, not on)
    before = replace(Settings(), **{**others, flag: on})
    dialog = SettingsDialog(window, before)
    told = opened(dialog)
    boxes = {b.text().replace("&", ""): b for b in dialog.findChildren(QCheckBox)}
    assert set(boxes) == set(FLAGS.values())
    assert [box.isChecked() for name, box in boxes.items() if name == FLAGS[flag]] == [on]
    boxes[FLAGS[flag]].click()
    buttons(dialog)["Keep"].click()
    assert told == [("answered", replace(before, **{flag: not on}), None)]


@pytest.mark.parametrize("name", ["console_dark", "stage_dark"])
@pytest.mark.parametrize("value", [None, False, True])
def test_light_and_dark_are_chosen_for_each_window(
    window: QWidget, name: str, value: bool | None
) -> None:
    before = replace(Settings(), **{name: value}, folder="/somewhere", logo="/logo.png")
    dialog = SettingsDialog(window, before)
    told = opened(dialog)
    buttons(dialog)["Keep"].click()
    assert told == [("answered", before, None)], "and what is not asked stays"
    again = SettingsDialog(window, before)
    answers = opened(again)
    radios = [b for b in again.findChildren(QAbstractButton) if isinstance(b, QRadioButton)]
    of_window = radios[:3] if name == "console_dark" else radios[3:]
    of_window[2].click()
    buttons(again)["Keep"].click()
    assert answers == [("answered", replace(before, **{name: True}), None)]


def test_every_flag_of_the_settings_is_asked_or_kept_by_a_window() -> None:
    kept = {"folder", "logo", "projector", "console_place", "console_maximised", "first_steps"} | {
        *("stage_type", "backup_folder", "backed_up")
    }
    asked = {*FLAGS, "console_dark", "stage_dark"}
    assert {field.name for field in fields(Settings)} == asked | kept
