"""Questions: what they say, what they answer, and that they are gone when closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.application.planning import Wording
from desktop_app.domain.backups import Backup
from desktop_app.domain.errors import LibraryTooNew
from desktop_app.domain.people import People
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.texts import phrase
from desktop_app.domain.workshop import Group
from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.crash_dialog import CrashDialog
from desktop_app.ui.dialogs.delete_workshop import DeleteDialog
from desktop_app.ui.dialogs.difference import DifferenceDialog
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.note import NoteDialog, NoteWords
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.problem import ProblemWindow
from desktop_app.ui.dialogs.settled import SettledDialog, SettledView
from tests.helpers import is_freed_when_closed
from tests.unit.builders import make_scale

TODAY = date(2027, 5, 14)
IN_THE_ROOM = People(9, 1, (Group("Council", 6), Group("Police", 3)))
HELD = (
    Backup(Path("backups/roundtable-x.db"), datetime(2027, 5, 14, 9, 30, tzinfo=UTC).astimezone()),
    Backup(Path("backups/odd.db"), None),
    Backup(Path("damaged/1"), None, damaged=True),
)
WORDING = Wording("One joint task", "Programme manager", date(2027, 6, 1), "It is done", "Meet")


class Listener(QObject):
    """Somebody who asks; keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[object, object]] = []

    def take(self, answer: object, subject: object) -> None:
        self.answers.append((answer, subject))

    def take_answer_only(self, answer: object) -> None:
        self.answers.append((answer, None))


@pytest.fixture
def listener(qapp: object) -> Listener:
    return Listener()


def words(window: QWidget) -> str:
    return "\n".join(item.text() for item in window.findChildren(QLabel) if item.isVisible())


def button(window: QWidget, text: str) -> QAbstractButton:
    found = [b for b in window.findChildren(QAbstractButton) if b.text().replace("&", "") == text]
    assert len(found) == 1, [b.text() for b in window.findChildren(QAbstractButton)]
    return found[0]


def edit(window: QWidget, name: str) -> QWidget:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
    everything = [w for kind in kinds for w in window.findChildren(kind)]
    return next(w for w in everything if w.accessibleName() == name)


# -- a difference ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ballots", "present", "said"),
    [
        (11, 12, "11 ballots are in. 12 people are in the room."),
        (1, 2, "One ballot is in. 2 people are in the room."),
        (0, 1, "No ballots are in. One person is in the room."),
        (13, 12, "13 ballots are in. 12 people are in the room."),
    ],
)
def test_a_difference_is_said_in_numbers(
    qtbot: QtBot, listener: Listener, ballots: int, present: int, said: str
) -> None:
    dialog = DifferenceDialog.ask(None, ballots, present, listener.take)
    assert said in words(dialog)
    dialog.close()


def test_a_quick_reason_closes_the_vote(qtbot: QtBot, listener: Listener) -> None:
    dialog = DifferenceDialog.ask(None, 11, 12, listener.take, subject="round-1")
    accept = button(dialog, "Accept and close the vote")
    assert not accept.isEnabled()
    button(dialog, "Someone stepped out").click()
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert listener.answers == [(phrase("Someone stepped out"), "round-1")]


def test_a_typed_reason_chooses_itself(qtbot: QtBot, listener: Listener) -> None:
    dialog = DifferenceDialog.ask(None, 11, 12, listener.take)
    field = edit(dialog, "Another reason")
    qtbot.keyClicks(field, "  On the phone ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert listener.answers == [("On the phone", None)]


def test_an_own_reason_needs_words(qtbot: QtBot, listener: Listener) -> None:
    dialog = DifferenceDialog.ask(None, 11, 12, listener.take)
    button(dialog, "Another reason:").click()
    assert not button(dialog, "Accept and close the vote").isEnabled()
    dialog.close()


def test_too_many_ballots_are_offered_reasons_that_fit(qtbot: QtBot, listener: Listener) -> None:
    dialog = DifferenceDialog.ask(None, 13, 12, listener.take)
    reasons = [b.text() for b in dialog.findChildren(QRadioButton)]
    assert "Someone stepped out" not in reasons
    assert "Someone came in late" in reasons
    dialog.close()


@pytest.mark.parametrize("leave", ["button", "escape", "close"])
def test_counting_again_answers_nothing(qtbot: QtBot, listener: Listener, leave: str) -> None:
    dialog = DifferenceDialog.ask(None, 11, 12, listener.take)
    button(dialog, "Someone stepped out").click()
    with qtbot.waitSignal(dialog.destroyed):
        if leave == "button":
            button(dialog, "Count again").click()
        elif leave == "escape":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            dialog.close()
    assert listener.answers == []


# -- a confirmation -------------------------------------------------------------------------


def test_yes_gives_the_subject_back(qtbot: QtBot, listener: Listener) -> None:
    dialog = ConfirmDialog.ask(None, "Sure?", "It goes.", "Do it", listener.take, subject="w1")
    button(dialog, "Do it").click()
    assert listener.answers == [(True, "w1")]


def test_one_who_needs_no_subject_gets_the_answer_alone(qtbot: QtBot, listener: Listener) -> None:
    dialog = ConfirmDialog.ask(None, "Sure?", "It goes.", "Do it", listener.take_answer_only)
    button(dialog, "Do it").click()
    assert listener.answers == [(True, None)]


def test_return_does_not_do_what_is_dangerous(qtbot: QtBot, listener: Listener) -> None:
    dialog = ConfirmDialog.ask(None, "Delete?", "Gone.", "Delete", listener.take, danger=True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert listener.answers == []


# -- a commitment ---------------------------------------------------------------------------


def test_a_commitment_comes_back_as_it_was(qtbot: QtBot, listener: Listener) -> None:
    dialog = CommitmentDialog.ask(None, "Edit", WORDING, TODAY, listener.take, subject="c1")
    button(dialog, "Keep").click()
    assert listener.answers == [(WORDING, "c1")]


def test_a_commitment_is_worded_by_keyboard(qtbot: QtBot, listener: Listener) -> None:
    dialog = CommitmentDialog.ask(None, "Our own", Wording(""), TODAY, listener.take)
    assert not button(dialog, "Keep").isEnabled()
    qtbot.keyClicks(edit(dialog, "What will be done"), "Meet monthly")
    qtbot.keyClicks(edit(dialog, "Who takes it on"), "Chair")
    qtbot.keyClicks(edit(dialog, "By when"), "in 2 weeks")
    button(dialog, "Keep").click()
    due = TODAY + timedelta(days=14)
    assert listener.answers == [(Wording("Meet monthly", "Chair", due), None)]


def test_a_date_that_is_none_keeps_the_dialog_open(qtbot: QtBot, listener: Listener) -> None:
    dialog = CommitmentDialog.ask(None, "Edit", WORDING, TODAY, listener.take)
    due = edit(dialog, "By when")
    assert isinstance(due, QLineEdit)
    due.selectAll()
    qtbot.keyClicks(due, "when the grant comes")
    button(dialog, "Keep").click()
    assert dialog.isVisible()
    assert listener.answers == []
    assert "“when the grant comes” cannot be read as a date." in words(dialog)
    assert due.text() == "when the grant comes"
    dialog.close()


@pytest.mark.parametrize(("choice", "days"), [("+2 weeks", 14), ("+3 months", 92)])
def test_what_is_chosen_most_is_counted_from_the_workshop(
    qtbot: QtBot, listener: Listener, choice: str, days: int
) -> None:
    dialog = CommitmentDialog.ask(None, "Edit", WORDING, TODAY, listener.take)
    button(dialog, choice).click()
    button(dialog, "Keep").click()
    assert listener.answers == [(replace(WORDING, due=TODAY + timedelta(days=days)), None)]


def test_a_date_before_the_workshop_is_asked_about(qtbot: QtBot, listener: Listener) -> None:
    dialog = CommitmentDialog.ask(None, "Edit", WORDING, TODAY, listener.take)
    due = edit(dialog, "By when")
    assert isinstance(due, QLineEdit)
    due.selectAll()
    qtbot.keyClicks(due, "1/2/2020")
    button(dialog, "Keep").click()
    asked = dialog.findChild(ConfirmDialog)
    assert asked is not None
    assert "1 February 2020 is before the workshop on" in words(asked)
    asked.leave_it.click()
    assert listener.answers == []
    assert dialog.isVisible()
    button(dialog, "Keep").click()
    next(d for d in dialog.findChildren(ConfirmDialog) if d.isVisible()).do_it.click()
    assert listener.answers == [(replace(WORDING, due=date(2020, 2, 1)), None)]


def test_a_commitment_is_passed_through_in_reading_order(qtbot: QtBot, listener: Listener) -> None:
    dialog = CommitmentDialog.ask(None, "Edit", WORDING, TODAY, listener.take)
    names = []
    widget = edit(dialog, "What will be done")
    for _ in range(60):  # the calendar has controls of its own
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(dialog):
            names.append(widget.accessibleName() or getattr(widget, "text", str)())
        widget = widget.nextInFocusChain()
    wanted = [
        "What will be done",
        "Who takes it on",
        "By when",
        "By when: calendar",
        "+2 weeks",
        "+3 months",
        "First move",
        "How we will notice that it worked",
        "Cancel",
        "&Keep",
    ]
    assert [n for n in dict.fromkeys(names) if n in wanted] == wanted
    dialog.close()


# -- a note ---------------------------------------------------------------------------------


def test_a_note_reminds_of_names_and_gives_kind_and_words(qtbot: QtBot, listener: Listener) -> None:
    dialog = NoteDialog.ask(None, "Note", NoteWords(NoteKind.IDEA, ""), listener.take, subject=3)
    assert "No names" in words(dialog)
    field = edit(dialog, "What was said")
    qtbot.keyClicks(field, "Share one calendar ")
    edit(dialog, "Kind of note").setCurrentIndex(1)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listener.answers == [(NoteWords(NoteKind.BARRIER, "Share one calendar"), 3)]


def test_an_empty_note_cannot_be_kept(qtbot: QtBot, listener: Listener) -> None:
    dialog = NoteDialog.ask(None, "Note", NoteWords(NoteKind.QUOTE, " "), listener.take)
    field = edit(dialog, "What was said")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert listener.answers == []
    assert dialog.isVisible()
    dialog.close()


# -- the problem window ---------------------------------------------------------------------


def too_new() -> LibraryTooNew:
    return LibraryTooNew("{name} was written by a newer Roundtable.", name="library.db")


@pytest.fixture
def problem(qtbot: QtBot, tmp_path: Path) -> ProblemWindow:
    window = ProblemWindow(too_new(), tmp_path / "not" / "there")
    window.show()
    return window


def test_the_problem_window_says_what_and_what_is_safe(problem: ProblemWindow) -> None:
    said = words(problem)
    assert "library.db was written by a newer Roundtable." in said
    assert "Nothing was overwritten." in said
    problem.close()


def test_the_problem_window_offers_three_ways_on(
    qtbot: QtBot, problem: ProblemWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(problem.retry_requested):
        button(problem, "Try again").click()
    with qtbot.waitSignal(problem.quit_requested):
        button(problem, "Quit").click()
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    button(problem, "Open the folder").click()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(u.toLocalFile()) for u in opened.urls] == [tmp_path]
    problem.close()


# -- who is in the room, and what it settles on ---------------------------------------------


def test_people_are_set_partner_by_partner(qtbot: QtBot, listener: Listener) -> None:
    dialog = PeopleDialog.ask(None, IN_THE_ROOM, listener.take_answer_only)
    qtbot.addWidget(dialog)
    pressed = {b.accessibleName(): b for b in dialog.findChildren(QAbstractButton)}
    pressed["One arrived: Council"].click()
    pressed["One left: Police"].click()
    pressed["One arrived: Observers, who do not vote"].click()
    assert "9 vote, 2 observe" in [item.text() for item in dialog.findChildren(QLabel)]
    dialog.accept()
    groups = (Group("Council", 7), Group("Police", 2))
    assert listener.answers == [(People(9, 2, groups), None)]


def test_nobody_is_fewer_than_none(qtbot: QtBot, listener: Listener) -> None:
    dialog = PeopleDialog.ask(None, People(0), listener.take_answer_only)
    qtbot.addWidget(dialog)
    pressed = {b.accessibleName(): b for b in dialog.findChildren(QAbstractButton)}
    pressed["One left: People who vote"].click()
    dialog.accept()
    assert listener.answers == [(People(0), None)]


def test_a_settled_view_needs_a_reason(qtbot: QtBot, listener: Listener) -> None:
    dialog = SettledDialog.ask(None, make_scale(), SettledView(None, ""), listener.take_answer_only)
    qtbot.addWidget(dialog)
    keep = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "&Keep this view")
    assert not keep.isEnabled()
    dialog.findChild(QComboBox).setCurrentIndex(3)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "we know the gaps")
    keep.click()
    assert listener.answers == [(SettledView(4, "we know the gaps"), None)]


def test_a_settled_view_can_be_taken_away(qtbot: QtBot, listener: Listener) -> None:
    now = SettledView(2, "so far")
    dialog = SettledDialog.ask(None, make_scale(), now, listener.take_answer_only)
    qtbot.addWidget(dialog)
    assert dialog.answer() == now
    dialog.findChild(QComboBox).setCurrentIndex(5)
    dialog.accept()
    assert listener.answers == [(SettledView(None, "so far"), None)]


class Opened(QObject):
    """Stands for the desktop, which is asked to show a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def test_deleting_says_which_copies_hold_it_and_asks_about_them(
    qtbot: QtBot, listener: Listener
) -> None:
    dialog = DeleteDialog.ask_about(None, "Away-day", ("w1",), HELD, listener.take)
    made = HELD[0].made_at
    assert made is not None
    said = " ".join(found.text() for found in dialog.findChildren(QLabel))
    assert f"It is also in the backups of 14 May 2027, {made:%H:%M}; odd.db." in said
    assert "damaged files" in said
    assert str(Path("damaged/1")) in said
    dialog.from_backups.setChecked(True)
    dialog.do_it.click()
    assert listener.answers == [(True, ("w1",))]
    dialog = DeleteDialog.ask_about(None, "Away-day", ("w1",), (), listener.take)
    assert not dialog.from_backups.isVisible()
    dialog.do_it.click()
    assert listener.answers[1:] == [(False, ("w1",))]


# -- every one of them ----------------------------------------------------------------------

MAKERS: dict[str, Callable[[Listener], QWidget]] = {
    "difference": lambda one: DifferenceDialog.ask(None, 11, 12, one.take),
    "confirm": lambda one: ConfirmDialog.ask(None, "T", "text", "Do it", one.take, danger=True),
    "delete": lambda one: DeleteDialog.ask_about(None, "T", ("w1",), HELD, one.take),
    "commitment": lambda one: CommitmentDialog.ask(None, "T", WORDING, TODAY, one.take),
    "note": lambda one: NoteDialog.ask(None, "T", NoteWords(NoteKind.IDEA, "x"), one.take),
    "people": lambda one: PeopleDialog.ask(None, IN_THE_ROOM, one.take),
    "settled": lambda one: SettledDialog.ask(None, make_scale(), SettledView(None, ""), one.take),
    "message": lambda one: MessageDialog.tell(None, "T", "text"),
    "crash": lambda one: CrashDialog(None, "details", Path("roundtable.log")),
    "problem": lambda one: ProblemWindow(too_new(), Path("folder")),
}


@pytest.mark.parametrize("name", MAKERS)
def test_it_is_freed_when_closed(qtbot: QtBot, listener: Listener, name: str) -> None:
    def make() -> QWidget:
        return MAKERS[name](listener)

    assert is_freed_when_closed(make)


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_has_a_name(qtbot: QtBot, listener: Listener, name: str) -> None:
    window = MAKERS[name](listener)
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLabel):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            inside = isinstance(widget.parent(), QComboBox)
            assert named or inside or "qt_" in widget.objectName() or _in_popup(widget), widget
    window.close()


def _in_popup(widget: QWidget) -> bool:
    return widget.window() is not widget and widget.window().windowType() == Qt.WindowType.Popup


@pytest.mark.parametrize("name", [n for n in MAKERS if n not in ("message", "crash", "problem")])
def test_escape_answers_nothing(qtbot: QtBot, listener: Listener, name: str) -> None:
    window = MAKERS[name](listener)
    assert isinstance(window, Question)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert listener.answers == []
