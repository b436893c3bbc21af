"""Answers from a file: looked at, matched, agreed to, and only then a workshop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.answers.reading import Reading
from desktop_app.application.answer_imports import AnswerImports
from desktop_app.application.library import LibraryService
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui import tasks
from desktop_app.ui.dialogs.answer_columns import ColumnsTable
from desktop_app.ui.dialogs.arrival import ArrivalDialog
from desktop_app.ui.dialogs.import_answers import ImportDialog
from desktop_app.ui.dialogs.mistakes_list import MistakesList
from tests.answers_read import OWN, rows_table
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, wait_for
from tests.unit.builders import make_framework, make_workshop
from tests.unit.fakes import (
    Clock,
    FakeAnswerFiles,
    FakeFrameworks,
    FakeLearnt,
    FakeLibrary,
    FakeSamples,
    Ids,
)

Answer = tuple[str, Reading]
GOOD = tuple(("T1", "1", "north", str(point)) for point in (1, 2, 3, 4, 5))
BAD = (("T1", "1", "", "9"), ("Z9", "1", "", "3"))


class Listener(QObject):
    """Somebody who asks; keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Answer] = []

    def take(self, answer: Answer, subject: object) -> None:
        self.answers.append(answer)


class OneSheet(FakeAnswerFiles):
    """Files of which every sheet but the first is gone."""

    def table(self, path: Path, sheet: str = "") -> AnswerTable:
        raise FileProblem("The sheet is gone.")


def table(
    *rows: tuple[str, ...], header: tuple[str, ...] = OWN, sheets: tuple[str, ...] = ()
) -> AnswerTable:
    return replace(
        rows_table(*rows, header=header), sheets=sheets, sheet=sheets[0] if sheets else ""
    )


def imports_of(
    files: FakeAnswerFiles,
    library: FakeLibrary | None = None,
    learnt: FakeLearnt | None = None,
) -> AnswerImports:
    sample, shelf = FakeSamples(WorkshopRecord(make_workshop())), library or FakeLibrary()
    service = LibraryService(shelf, FakeFrameworks(), sample, Clock(), Ids())
    return AnswerImports(files, service, learnt or FakeLearnt())


@pytest.fixture
def listener(qapp: QApplication) -> Listener:
    return Listener()


Ask = Callable[..., ImportDialog]


@pytest.fixture
def ask(qtbot: QtBot, listener: Listener) -> Ask:
    """Give ask(table, files): the dialog once the file was looked through."""

    def made(read: AnswerTable, files: FakeAnswerFiles | None = None) -> ImportDialog:
        imports = imports_of(files or FakeAnswerFiles())
        dialog = ImportDialog.ask(None, imports, Path("May day.csv"), read, listener.take)
        ready(qtbot, dialog)
        return dialog

    return made


def ready(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Wait until a file was looked through and what was found is shown."""
    summed = dialog.findChild(ColumnsTable)
    assert summed is not None
    qtbot.waitUntil(lambda: summed.isVisible() and "Looking through" not in said(dialog))


def said(window: QWidget) -> str:
    return "\n".join(item.text() for item in window.findChildren(QLabel) if item.isVisible())


def waits_for(qtbot: QtBot, dialog: ImportDialog, words: str) -> None:
    qtbot.waitUntil(lambda: words in said(dialog))


def mistakes(dialog: ImportDialog) -> list[list[str]]:
    found = dialog.findChild(MistakesList)
    assert found is not None
    if not found.isVisible():
        return []
    items = [found.topLevelItem(i) for i in range(found.topLevelItemCount())]
    return [[item.text(c) for c in range(item.columnCount())] for item in items]


def box(dialog: ImportDialog, name: str) -> QComboBox:
    return next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == name)


def take_for(box: QComboBox, begin: str) -> None:
    """Choose what begins so, as a person does in the open list."""
    place = next(i for i in range(box.count()) if box.itemText(i).startswith(begin))
    box.setCurrentIndex(place)
    box.activated.emit(place)


def press(dialog: ImportDialog, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(b for b in buttons if b.isVisible() and b.text().replace("&", "") == text).click()


def rest(dialog: ImportDialog) -> QCheckBox:
    found = dialog.findChild(QCheckBox)
    assert found is not None
    return found


def press_import(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_a_good_file_is_summed_up_and_imported(qtbot: QtBot, ask: Ask, listener: Listener) -> None:
    dialog = ask(table(*GOOD, ("T1", "2", "south", "")))
    assert "5 people · 1 of 4 statements · 6 answers · 2 partners: one answer a line" in said(
        dialog
    )
    assert (mistakes(dialog), rest(dialog).isVisible()) == ([], False)
    press_import(qtbot, dialog)
    ((title, reading),) = listener.answers
    assert (title, reading.ballots) == ("May day", 6)


def test_problems_are_shown_and_must_be_agreed_to(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    dialog = ask(table(*GOOD, *BAD))
    assert "2 lines cannot be used." in said(dialog)
    assert [row[0] for row in mistakes(dialog)] == ["7", "8"]
    press_import(qtbot, dialog)
    assert listener.answers == []
    rest(dialog).click()
    press_import(qtbot, dialog)
    assert listener.answers[0][1].ballots == 5


def test_a_file_of_nothing_but_mistakes_cannot_be_imported(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    dialog = ask(table(*BAD))
    assert "There is no answer in it that can be used." in said(dialog)
    assert not rest(dialog).isVisible()
    press_import(qtbot, dialog)
    assert listener.answers == []
    dialog.close()


def test_a_column_that_nobody_knows_is_matched_by_the_person(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    dialog = ask(table(*((row[3], "x") for row in GOOD), header=("text T2", "How much?")))
    assert "1 of 4 statements" in said(dialog)
    other = box(dialog, "Column text T2")
    assert other.currentText().startswith("T2")
    qtbot.keyClick(other, Qt.Key.Key_Up)
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    assert list(listener.answers[0][1].rounds) == [("T1", 1)]


def test_ratings_of_no_statement_are_asked_before_anything_is_imported(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    rows = [("4", "2"), ("5", "3")]
    dialog = ask(table(*rows, header=("text T2", "How well do we cope?")))
    assert "One question is open." in said(dialog)
    press_import(qtbot, dialog)
    assert listener.answers == []
    asked = box(dialog, "Column How well do we cope?")
    assert asked.currentText() == "Choose…"
    qtbot.keyClick(asked, Qt.Key.Key_Down)
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    assert list(listener.answers[0][1].rounds) == [("T1", 1), ("T2", 1)]


def test_a_slip_in_a_partners_name_is_joined_or_kept(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    rows = [("Council", "3"), ("Council", "4"), ("Coucil", "5")]
    for pressed, partners in (
        ("Join", {"Council": 3}),
        ("Keep apart", {"Coucil": 1, "Council": 2}),
    ):
        dialog = ask(table(*rows, header=("Partner", "text T1")))
        waits_for(qtbot, dialog, "“Coucil”, one person: the same as “Council”?")
        assert "Fewer than five answered for Coucil, Council" in said(dialog)
        press(dialog, pressed)
        ready(qtbot, dialog)
        held = dialog.focusWidget()
        assert held is not None
        assert getattr(held, "text", str)() != "Cancel", "as a stray key would throw all away"
        press_import(qtbot, dialog)
        assert listener.answers.pop()[1].of_partner == partners


def test_a_partner_can_be_renamed(qtbot: QtBot, ask: Ask, listener: Listener) -> None:
    dialog = ask(table(("NHS", "3"), ("nhs", "4"), header=("Partner", "text T1")))
    named = next(f for f in dialog.findChildren(QLineEdit) if f.text() == "NHS")
    named.setFocus()
    named.selectAll()
    qtbot.keyClicks(named, "Health board")
    qtbot.keyClick(named, Qt.Key.Key_Return)  # imports nothing before it was looked through again
    assert listener.answers == []
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    assert listener.answers[0][1].of_partner == {"Health board": 2}


def test_words_of_another_scale_are_given_their_points(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    rows = [("Agree",), ("Strongly agree",), ("Disagree",)]
    dialog = ask(table(*rows, header=("text T1",)))
    waits_for(qtbot, dialog, "“agree”, once")
    press(dialog, "Take all the proposals")
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    vote = listener.answers[0][1].rounds["T1", 1]
    assert vote.votes == {("", 4): 1, ("", 5): 1, ("", 2): 1}


def test_what_an_empty_cell_is_can_be_said(qtbot: QtBot, ask: Ask, listener: Listener) -> None:
    dialog = ask(table(("x", "3", "4"), ("y", "", "4"), header=("When", "text T1", "text T2")))
    assert "One cell is empty." in said(dialog)
    silent = next(b for b in dialog.findChildren(QRadioButton) if "Can’t say" in b.text())
    silent.click()
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    assert listener.answers[0][1].rounds["T1", 1].cannot_say == 1


def test_choices_of_last_time_are_taken_up_and_can_be_dropped(
    qtbot: QtBot, listener: Listener
) -> None:
    imports = imports_of(FakeAnswerFiles(), learnt=FakeLearnt())
    read = table(("agree", "2"), ("disagree", ""), header=("How well?", "text T2"))

    def asked() -> ImportDialog:
        dialog = ImportDialog.ask(None, imports, Path("May day.csv"), read, listener.take)
        ready(qtbot, dialog)
        return dialog

    dialog = asked()
    assert "last time" not in said(dialog)
    take_for(box(dialog, "Column How well?"), "T1")
    waits_for(qtbot, dialog, "“agree”, once")
    press(dialog, "Take all the proposals")
    waits_for(qtbot, dialog, "Every answer is understood.")
    silent = next(b for b in dialog.findChildren(QRadioButton) if "Can’t say" in b.text())
    silent.click()
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    first = listener.answers.pop()
    imports.take(*first)
    dialog = asked()
    waits_for(qtbot, dialog, "As you chose last time for a file with these columns.")
    assert "are open" not in said(dialog)
    assert box(dialog, "Column How well?").currentText().startswith("T1")
    press_import(qtbot, dialog)
    assert listener.answers.pop()[1].rounds == first[1].rounds
    dialog = asked()
    waits_for(qtbot, dialog, "As you chose last time")
    press(dialog, "Forget that")
    qtbot.waitUntil(lambda: box(dialog, "Column How well?").currentText() == "Left out")
    assert "last time" not in said(dialog)
    dialog.close()
    dialog = asked()
    assert "last time" not in said(dialog)
    dialog.close()


def test_far_too_many_partners_are_a_question(qtbot: QtBot, ask: Ask, listener: Listener) -> None:
    rows = [(f"Company {n}", "4") for n in range(150)]
    dialog = ask(table(*rows, header=("Organisation", "text T1")))
    assert "One question is open." in said(dialog)
    waits_for(qtbot, dialog, "far more names than a room has partners")
    asked = box(dialog, "Column Organisation")
    assert asked.currentText() == "Choose…"
    take_for(asked, "Left out")
    ready(qtbot, dialog)
    press_import(qtbot, dialog)
    reading = listener.answers[0][1]
    assert (reading.people, reading.of_partner) == (150, {})


def test_a_table_of_counts_says_what_each_column_counts(ask: Ask) -> None:
    points = [point.label for point in make_framework().scale.points]
    dialog = ask(table(("T1", "1", "2", "0", "3", "0"), header=("Statement", *points)))
    assert box(dialog, "Column Statement").currentText() == "Which statement"
    counted = [box(dialog, f"Column {label}").currentText() for label in points]
    assert counted == [f"{n}  {label}" for n, label in enumerate(points, 1)]
    dialog.close()


def test_tab_goes_down_the_window_though_its_parts_were_made_anew(qtbot: QtBot, ask: Ask) -> None:
    rows = [("Council", "3", ""), ("Police", "", "4")]
    dialog = ask(table(*rows, header=("Partner", "text T1", "text T2")))
    qtbot.waitUntil(lambda: box(dialog, "Column text T2").isVisible())
    silent = next(b for b in dialog.findChildren(QRadioButton) if "Can’t say" in b.text())
    names = ["Council", "Police"]
    silent.click()  # the partners' fields are made anew
    waits_for(qtbot, dialog, "2 answers are “can’t say”.")
    fields = dialog.findChildren
    qtbot.waitUntil(lambda: [f.text() for f in fields(QLineEdit) if f.isVisible()][1:] == names)
    met: list[str] = []
    for _ in range(9):
        now = dialog.focusWidget()
        assert now is not None
        met.append(now.accessibleName() or getattr(now, "text", str)())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert met == [
        "Title of the new workshop",
        "Column Partner",
        "Column text T1",
        "Column text T2",
        "Name of the partner Council",
        "Name of the partner Police",
        "Not answered:\nthey count nowhere",  # arrows go on to the other
        "Cancel",
        "&Import 2 people",
    ]
    dialog.close()


def test_another_sheet_can_be_chosen(qtbot: QtBot, ask: Ask) -> None:
    sheets = ("Notes", "Ballots")
    second = replace(table(*GOOD, sheets=sheets), sheet="Ballots")
    dialog = ask(table(header=("Note",), sheets=sheets), FakeAnswerFiles(second))
    qtbot.keyClick(box(dialog, "Sheet"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "5 people" in said(dialog))
    dialog.close()


def test_a_sheet_that_cannot_be_read_is_said(qtbot: QtBot, ask: Ask, listener: Listener) -> None:
    dialog = ask(table(*GOOD, sheets=("One", "Two")), OneSheet())
    qtbot.keyClick(box(dialog, "Sheet"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "The sheet is gone." in said(dialog))
    press_import(qtbot, dialog)
    assert listener.answers == []
    dialog.close()


def test_one_sheet_is_no_question(ask: Ask) -> None:
    dialog = ask(table(*GOOD, sheets=("Only",)))
    assert not box(dialog, "Sheet").isVisible()
    dialog.close()


def test_the_preview_follows_the_framework(qtbot: QtBot, listener: Listener) -> None:
    library = FakeLibrary()
    with library.writing() as work:
        own = replace(make_framework(points=7, actions=("Z",)), id="own", title="Ours")
        work.save_own_framework(own)
        work.commit()
    imports = imports_of(FakeAnswerFiles(), library)
    read = table(*(("Z1", "1", "", str(point)) for point in range(1, 8)))
    dialog = ImportDialog.ask(None, imports, Path("May day.csv"), read, listener.take)
    ready(qtbot, dialog)
    assert "no answer in it that can be used. Is it for another framework?" in said(dialog)
    qtbot.keyClick(box(dialog, "Framework"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "7 people · 1 of 2 statements" in said(dialog))
    assert mistakes(dialog) == []
    press_import(qtbot, dialog)
    ((_, reading),) = listener.answers
    assert reading.framework == own


def test_a_single_framework_is_no_question(ask: Ask) -> None:
    dialog = ask(table(*BAD))
    assert not box(dialog, "Framework").isVisible()
    assert "another framework" not in said(dialog)
    dialog.close()


@pytest.mark.parametrize("leave", ["escape", "close"])
def test_leaving_imports_nothing(qtbot: QtBot, ask: Ask, listener: Listener, leave: str) -> None:
    dialog = ask(table(*GOOD))
    dialog.close() if leave == "close" else qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert listener.answers == []


def test_the_dialog_is_freed_when_closed(qtbot: QtBot, listener: Listener) -> None:
    imports, read = imports_of(FakeAnswerFiles()), table(*GOOD)

    def make() -> QWidget:
        dialog = ImportDialog(None, imports, Path("b.csv"), read)
        tasks.finish()
        QApplication.processEvents()
        return dialog

    assert is_freed_when_closed(make)


# -- in the application ---------------------------------------------------------------------


def choose_file(app: App, path: Path) -> None:
    app.click("Import…")
    app.dialog(QFileDialog)
    app.retype(str(path))
    app.key(Qt.Key.Key_Return)


def titles(app: App) -> list[str]:
    assert app.desktop.services is not None
    return [one.title for one in app.desktop.services.workshops.all()]


@pytest.mark.slow
def test_a_workbook_becomes_a_workshop_only_when_agreed(app: App, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (OWN, *((r[0], int(r[1]), r[2], int(r[3])) for r in GOOD)):
        book.active.append(row)
    path = tmp_path / "Away-day.xlsx"
    book.save(path)
    choose_file(app, path)
    app.dialog(ImportDialog)
    wait_for(lambda: app.reads("5 people"), "the preview")
    assert titles(app) == []
    app.key(Qt.Key.Key_Escape)
    assert titles(app) == []
    choose_file(app, path)
    app.dialog(ImportDialog)
    wait_for(lambda: app.reads("5 people"), "the preview")
    app.fill("Title of the new workshop", "May again")
    app.click("Import")
    wait_for(lambda: app.desktop.session is not None, "the workshop")
    assert titles(app) == ["May again"]


def test_ballots_of_a_framework_made_here_become_its_workshop(app: App, tmp_path: Path) -> None:
    services = app.desktop.services
    assert services is not None
    built_in = services.frameworks.all()[0]
    own = services.frameworks.framework(services.frameworks.duplicate(built_in.id).value)
    path = tmp_path / "May.csv"
    path.write_text("statement,round,group,rating\n" + "T1,1,,4\n" * 5, "utf-8")
    choose_file(app, path)
    app.dialog(ImportDialog)
    app.choose("Framework", 1)
    wait_for(lambda: app.reads("5 people"), "the preview")
    app.click("Import")
    wait_for(lambda: app.desktop.session is not None, "the workshop")
    (made,) = services.workshops.all()
    assert services.workshops.record(made.id).workshop.framework == own


def test_a_file_that_is_no_table_is_said(app: App, tmp_path: Path) -> None:
    path = tmp_path / "junk.csv"
    path.write_bytes(b"\xff\xfe\0\0junk")
    choose_file(app, path)
    wait_for(lambda: app.reads("junk.csv"), "the message")
    app.expect("Nothing was imported.")
    assert titles(app) == []
    app.key(Qt.Key.Key_Return)


def test_a_workshop_file_comes_in_once_it_was_looked_at(app: App, tmp_path: Path) -> None:
    services = app.desktop.services
    assert services is not None
    key = services.library.add_sample().value
    path = services.reports.write(key, DocumentKind.WORKSHOP_FILE, tmp_path / "moved.roundtable")
    choose_file(app, path)
    app.dialog(ArrivalDialog).accept()
    wait_for(lambda: app.desktop.session is not None, "the workshop")
    assert len(titles(app)) == 2
    assert app.desktop.session is not None
    assert app.desktop.session.workshop_id != key
