"""Files that are opened: looked at first, one after another, and a bad one gets a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from desktop_app.application.moving import Again, Arrival
from desktop_app.cli import _window_call
from desktop_app.documents.kinds import DocumentKind
from desktop_app.ui.app.joining_tables import JoiningTables
from desktop_app.ui.app.opened_files import OpenedFiles
from desktop_app.ui.dialogs.arrival import ArrivalDialog
from desktop_app.ui.dialogs.import_answers import ImportDialog
from desktop_app.ui.dialogs.join_tables import JoinTablesDialog
from desktop_app.ui.dialogs.message import MessageDialog
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, dialogs, settle, wait_for

BALLOTS = "statement,round,group,rating\n" + "".join(f"T1,1,,{n}\n" for n in (1, 2, 3, 4, 5))


def asked(app: App, kind: type[QDialog]) -> QDialog:
    wait_for(lambda: any(isinstance(d, kind) for d in dialogs()), kind.__name__)
    return next(d for d in dialogs() if isinstance(d, kind))


@pytest.fixture
def workshop_file(app: App, tmp_path: Path) -> Path:
    services = app.desktop.services
    assert services is not None
    made = services.library.add_sample(closed=True).value
    target = tmp_path / "Elsewhere.roundtable"
    return services.reports.write(made, DocumentKind.WORKSHOP_FILE, target)


@pytest.fixture
def framework_file(app: App, tmp_path: Path) -> Path:
    services = app.desktop.services
    assert services is not None
    shelf = services.frameworks
    copy = shelf.duplicate(shelf.all()[0].id).value
    target = tmp_path / "Ours.toml"
    shelf.export(copy, target)
    shelf.delete(copy)
    return target


def titles(app: App) -> list[str]:
    services = app.desktop.services
    assert services is not None
    return [line.title for line in services.workshops.all()]


def test_a_workshop_is_shown_before_it_is_brought_in(app: App, workshop_file: Path) -> None:
    before = titles(app)
    app.console.bring((workshop_file,))
    dialog = asked(app, ArrivalDialog)
    app.expect("Workshop in “Elsewhere.roundtable”", before[0], "This very workshop is in your")
    dialog.reject()
    settle()
    assert titles(app) == before
    app.console.bring((workshop_file,))
    asked(app, ArrivalDialog).accept()
    wait_for(lambda: app.desktop.session, "the workshop to be opened")
    assert len(titles(app)) == len(before) + 1


def test_a_workshop_that_is_here_gives_way_and_is_brought_back(
    app: App, workshop_file: Path
) -> None:
    assert app.desktop.services is not None
    (old,) = (line.id for line in app.desktop.services.workshops.all())
    app.console.bring((workshop_file,))
    asked(app, ArrivalDialog)
    app.click("Replace the one here")
    gone = "was replaced. What it was goes for good when you close Roundtable."
    wait_for(lambda: app.reads(gone), "what can be undone")
    assert len(titles(app)) == 1
    assert app.desktop.services.workshops.all()[0].id != old
    app.click("Undo")
    assert [line.id for line in app.desktop.services.workshops.all()] == [old]


@pytest.mark.parametrize(
    ("further", "swaps", "first"),
    [
        (3, True, Again.REPLACE),
        (0, True, Again.KEEP_BOTH),
        (-1, True, Again.KEEP_BOTH),
        (3, False, Again.KEEP_BOTH),
    ],
)
def test_what_went_further_elsewhere_takes_the_place_unless_something_else_is_said(
    app: App, further: int, swaps: bool, first: Again
) -> None:
    services = app.desktop.services
    assert services is not None
    key = services.library.add_sample(closed=True).value
    arrival = Arrival(services.workshops.record(key), services.workshops.all(), further)
    answers: list[object] = []
    for accepts in (True, False):
        dialog = ArrivalDialog.ask_workshop(
            app.console,
            Path("x"),
            arrival,
            lambda answer, _path: answers.append(answer),
            swaps=swaps,
        )
        other = app.buttons("Keep both" if first is Again.REPLACE else "Replace the one here")
        if accepts or not other:
            dialog.accept()
        else:
            other[0].click()
        settle()
    both = {Again.REPLACE, Again.KEEP_BOTH}
    assert answers[0] is first
    assert answers[1] is (first if not swaps else next(iter(both - {first})))


def test_ballots_and_a_framework_are_shown_one_after_the_other(
    app: App, framework_file: Path, tmp_path: Path
) -> None:
    ballots = tmp_path / "May day.csv"
    ballots.write_text(BALLOTS, "utf-8")
    app.console.bring((ballots, framework_file))
    first = asked(app, ImportDialog)
    wait_for(lambda: app.reads("5 people"), "the ballots")
    assert not any(isinstance(d, ArrivalDialog) for d in dialogs())
    first.accept()
    asked(app, ArrivalDialog).accept()
    wait_for(lambda: app.reads("(copy)” is in your library now."), "the framework")
    assert titles(app) == ["May day"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("letter.docx", "x", "“letter.docx” is nothing that Roundtable opens."),
        ("bad.roundtable", "{", "bad.roundtable cannot be used: it is not a workshop file"),
        ("bad.toml", "a =", "bad.toml"),
        ("gone.roundtable", None, "gone.roundtable cannot be read"),
        ("empty.csv", "", "empty.csv"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_the_next_is_still_looked_at(
    app: App, tmp_path: Path, name: str, content: str | None, sentence: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.csv"
    good.write_text(BALLOTS, "utf-8")
    if content is not None:
        bad.write_text(content, "utf-8")
    app.console.bring((bad, good))
    told = asked(app, MessageDialog)
    assert sentence in told.accessibleDescription()
    assert not any(isinstance(d, ImportDialog) for d in dialogs())
    told.close()
    app.come_back()
    asked(app, ImportDialog).reject()
    assert titles(app) == []


def test_what_comes_in_the_middle_of_a_day_leaves_the_day_alone(
    app: App, workshop_file: Path
) -> None:
    app.desktop.open_sample()
    session = app.desktop.session
    app.console.bring((workshop_file,))
    asked(app, ArrivalDialog).accept()
    wait_for(lambda: app.reads("is in your library now."), "the workshop")
    assert app.desktop.session is session


def test_files_are_dropped_on_the_window(app: App, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.txt"))])
    common = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *common)
    QApplication.sendEvent(app.console, entering)
    assert entering.isAccepted()
    dropped = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *common)
    QApplication.sendEvent(app.console, dropped)
    assert "“a b.txt”" in asked(app, MessageDialog).accessibleDescription()


def test_macs_tell_of_files_by_an_event(app: App, tmp_path: Path) -> None:
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    watch = OpenedFiles(qt, app.desktop)
    watch.opened.connect(app.console.bring)
    QApplication.sendEvent(qt, QFileOpenEvent(str(tmp_path / "note.txt")))
    assert "“note.txt”" in asked(app, MessageDialog).accessibleDescription()
    qt.removeEventFilter(watch)


@pytest.mark.parametrize("call", [("a.roundtable", "b.csv"), ("folder/thing",), ("./list",)])
def test_a_call_that_names_files_opens_the_window(call: tuple[str, ...]) -> None:
    options = _window_call(call)
    assert options is not None
    assert options.files == tuple(Path(name).absolute() for name in call)


@pytest.mark.parametrize("call", [("list",), ("import", "a.csv"), ("-x.csv",), ("a.csv", "list")])
def test_other_calls_are_none_of_the_windows(call: tuple[str, ...]) -> None:
    assert _window_call(call) is None


def test_the_question_is_freed_when_closed(qapp: QApplication) -> None:
    assert is_freed_when_closed(lambda: ArrivalDialog(None, "T", ("a", "b"), "n", Path("f")))


def test_tables_are_looked_at_and_made_one_workshop(app: App, tmp_path: Path) -> None:
    services = app.desktop.services
    assert services is not None
    files = []
    for name in ("Table 1", "Table 2"):
        made = services.library.add_sample(closed=True).value
        target = tmp_path / f"{name}.roundtable"
        files.append(services.reports.write(made, DocumentKind.WORKSHOP_FILE, target))
        services.workshops.delete(made)
    chooser = app.desktop.findChild(JoiningTables).ask()
    chooser.filesSelected.emit([str(file) for file in files])
    chooser.close()
    dialog = asked(app, JoinTablesDialog)
    app.expect("Tables to join", "Table 1: 12 people", "24 people", "Only what each table shows")
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("Both tables")
    app.click("Join them")
    wait_for(lambda: app.reads("“Both tables” is in your library now."), "the workshop")
    assert titles(app) == ["Both tables"]


def test_what_is_no_table_is_said_and_nothing_is_made(app: App, workshop_file: Path) -> None:
    before = titles(app)
    chooser = app.desktop.findChild(JoiningTables).ask()
    chooser.filesSelected.emit([str(workshop_file), str(workshop_file)])
    chooser.close()
    told = asked(app, MessageDialog)
    assert "are the same table" in told.accessibleDescription()
    told.close()
    assert titles(app) == before


def test_answers_that_were_copied_are_pasted(app: App, tmp_path: Path) -> None:
    before, clipboard = titles(app), QGuiApplication.clipboard()
    clipboard.setText("Organisation\tT1\n" + "Harbour\t4\n" * 5)
    app.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(app, ImportDialog)
    app.expect("Is this what you pasted?", "5 people")
    app.click("Import 5 people")
    wait_for(lambda: app.desktop.session, "the workshop to be opened")
    assert sorted(titles(app)) == sorted([*before, "Pasted answers"])
    app.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert dialog not in dialogs()
    assert not any(isinstance(one, ImportDialog) for one in dialogs())


def test_what_holds_no_answers_is_told_when_it_is_pasted(app: App, tmp_path: Path) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    app.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    app.expect("Nothing was copied that can be pasted.")
    clipboard.setText('Organisation\tT1\nHarbour\t"4')
    app.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asked(app, MessageDialog).accept()
    app.come_back()
    file = tmp_path / "copied.csv"
    file.write_text(BALLOTS)
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(file))])
    clipboard.setMimeData(copied)
    app.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    asked(app, ImportDialog)
    app.expect("Is this what “copied.csv” says?")
