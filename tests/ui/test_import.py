"""Ballots from a file: looked at, matched, agreed to, and only then a workshop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.ballot_imports import BallotImports, ImportPreview
from desktop_app.application.library import LibraryService
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.ballot_rows import COLUMNS, BallotTable
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui import tasks
from desktop_app.ui.dialogs.arrival import ArrivalDialog
from desktop_app.ui.dialogs.ballot_lists import ProblemsList, RoundsList
from desktop_app.ui.dialogs.import_ballots import ImportDialog
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, wait_for
from tests.unit.builders import make_framework, make_workshop
from tests.unit.fakes import Clock, FakeBallotFiles, FakeFrameworks, FakeLibrary, FakeSamples, Ids

Answer = tuple[str, ImportPreview]
GOOD = tuple(("T1", "1", "north", str(point)) for point in (1, 2, 3, 4, 5))
BAD = (("T1", "1", "", "9"), ("Z9", "1", "", "3"))


class Listener(QObject):
    """Somebody who asks; keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Answer] = []

    def take(self, answer: Answer, subject: object) -> None:
        self.answers.append(answer)


class OneSheet(FakeBallotFiles):
    """Ballot files of which every sheet but the first is gone."""

    def table(self, path: Path, sheet: str = "") -> BallotTable:
        raise FileProblem("The sheet is gone.")


def table(
    *rows: tuple[str, ...], header: tuple[str, ...] = COLUMNS, sheets: tuple[str, ...] = ()
) -> BallotTable:
    return BallotTable(
        "b.csv", header, tuple(enumerate(rows, 2)), sheets, sheets[0] if sheets else ""
    )


def imports_of(files: FakeBallotFiles, library: FakeLibrary | None = None) -> BallotImports:
    sample, shelf = FakeSamples(WorkshopRecord(make_workshop())), library or FakeLibrary()
    return BallotImports(
        files, LibraryService(shelf, FakeFrameworks(), sample, files, Clock(), Ids())
    )


@pytest.fixture
def listener(qapp: QApplication) -> Listener:
    return Listener()


Ask = Callable[..., ImportDialog]


@pytest.fixture
def ask(qtbot: QtBot, listener: Listener) -> Ask:
    """Give ask(table, files): the dialog once the file was looked through."""

    def made(read: BallotTable, files: FakeBallotFiles | None = None) -> ImportDialog:
        imports = imports_of(files or FakeBallotFiles())
        dialog = ImportDialog.ask(None, imports, Path("May day.csv"), read, listener.take)
        ready(qtbot, dialog)
        return dialog

    return made


def ready(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: "Looking through" not in said(dialog))


def said(window: QWidget) -> str:
    return "\n".join(item.text() for item in window.findChildren(QLabel) if item.isVisible())


def lines(dialog: ImportDialog, kind: type[RoundsList | ProblemsList]) -> list[list[str]]:
    found = dialog.findChild(kind)
    assert found is not None
    if not found.isVisible():
        return []
    items = [found.topLevelItem(i) for i in range(found.topLevelItemCount())]
    return [[item.text(c) for c in range(item.columnCount())] for item in items]


def box(dialog: ImportDialog, name: str) -> QComboBox:
    return next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == name)


def rest(dialog: ImportDialog) -> QCheckBox:
    found = dialog.findChild(QCheckBox)
    assert found is not None
    return found


def press_import(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_a_good_file_is_summed_up_and_imported(qtbot: QtBot, ask: Ask, listener: Listener) -> None:
    dialog = ask(table(*GOOD, ("T1", "2", "south", "")))
    assert "Ballots: 6 · statements: 1 of" in said(dialog)
    assert "people: up to 5 · groups: 2 (north, south)" in said(dialog)
    rounds = lines(dialog, RoundsList)
    assert [row[1:] for row in rounds] == [["1", "5", "0"], ["2", "1", "1"]]
    assert rounds[0][0].startswith("T1")
    assert (lines(dialog, ProblemsList), rest(dialog).isVisible()) == ([], False)
    press_import(qtbot, dialog)
    ((title, preview),) = listener.answers
    assert (title, len(preview.ballots)) == ("May day", 6)


def test_problems_are_shown_and_must_be_agreed_to(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    dialog = ask(table(*GOOD, *BAD))
    assert "2 lines cannot be used." in said(dialog)
    assert [row[0] for row in lines(dialog, ProblemsList)] == ["7", "8"]
    press_import(qtbot, dialog)
    assert listener.answers == []
    rest(dialog).click()
    press_import(qtbot, dialog)
    assert len(listener.answers[0][1].ballots) == 5


def test_a_file_of_nothing_but_mistakes_cannot_be_imported(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    dialog = ask(table(*BAD))
    assert "There is no ballot in it that can be used." in said(dialog)
    assert not rest(dialog).isVisible()
    press_import(qtbot, dialog)
    assert listener.answers == []
    dialog.close()


def test_columns_with_other_names_are_matched_by_the_person(
    qtbot: QtBot, ask: Ask, listener: Listener
) -> None:
    rows = tuple((row[3], row[0]) for row in GOOD)
    dialog = ask(table(*rows, header=("how much", "what of")))
    assert "Choose the columns that hold the statement and the rating." in said(dialog)
    for name, presses in (("Column: rating", 1), ("Column: statement", 2)):
        for _ in range(presses):
            qtbot.keyClick(box(dialog, name), Qt.Key.Key_Down)
        ready(qtbot, dialog)
    assert "Ballots: 5 · statements: 1 of" in said(dialog)
    assert "no groups" in said(dialog)
    press_import(qtbot, dialog)
    assert len(listener.answers[0][1].ballots) == 5


def test_another_sheet_can_be_chosen(qtbot: QtBot, ask: Ask) -> None:
    sheets = ("Notes", "Ballots")
    second = BallotTable("b.xlsx", COLUMNS, tuple(enumerate(GOOD, 2)), sheets, "Ballots")
    files = FakeBallotFiles(tables={"Ballots": second})
    dialog = ask(table(header=("Note",), sheets=sheets), files)
    qtbot.keyClick(box(dialog, "Sheet"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Ballots: 5" in said(dialog))
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
    imports = imports_of(FakeBallotFiles(), library)
    read = table(*(("Z1", "1", "", str(point)) for point in range(1, 8)))
    dialog = ImportDialog.ask(None, imports, Path("May day.csv"), read, listener.take)
    ready(qtbot, dialog)
    assert "no ballot in it that can be used. Is it for another framework?" in said(dialog)
    qtbot.keyClick(box(dialog, "Framework"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Ballots: 7 · statements: 1 of 2" in said(dialog))
    assert lines(dialog, ProblemsList) == []
    press_import(qtbot, dialog)
    ((_, preview),) = listener.answers
    assert preview.framework == own


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
    imports, read = imports_of(FakeBallotFiles()), table(*GOOD)

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


def test_a_workbook_becomes_a_workshop_only_when_agreed(app: App, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (COLUMNS, *((r[0], int(r[1]), r[2], int(r[3])) for r in GOOD)):
        book.active.append(row)
    path = tmp_path / "Away-day.xlsx"
    book.save(path)
    choose_file(app, path)
    app.dialog(ImportDialog)
    wait_for(lambda: app.reads("Ballots: 5"), "the preview")
    assert titles(app) == []
    app.key(Qt.Key.Key_Escape)
    assert titles(app) == []
    choose_file(app, path)
    app.dialog(ImportDialog)
    wait_for(lambda: app.reads("Ballots: 5"), "the preview")
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
    wait_for(lambda: app.reads("Ballots: 5"), "the preview")
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
