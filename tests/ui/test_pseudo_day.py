"""The day's smaller moments and its papers in the made-up language: turns, dots, rehearsal, files.

As in `test_pseudo`: all is said, and nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QWidget

from desktop_app.application.planning import Wording
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.channels import Channel
from desktop_app.domain.people import People
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.scenes.looks import Look
from desktop_app.ui import tasks
from desktop_app.ui.console.rehearsal_bar import RehearsalBar
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.frameworks.framework_card import FrameworkCard
from desktop_app.ui.frameworks.link import FrameworksLink
from desktop_app.ui.paper.preview import PreviewWindow
from desktop_app.ui.paper.print_line import PrintLine
from tests.journeys.conftest import Start
from tests.journeys.driver import App, dialogs, settle, wait_for, words
from tests.pseudo import accented, untranslated

from .pseudo_walk import (
    check,
    check_dialogs,
    check_stage,
    first_statement,
    go,
    spoken_app,
    unsaid_in,
    workshop,
)

pytestmark = pytest.mark.slow

GROUPS = (Group(accented("School"), 5), Group(accented("Police"), 6))


@pytest.fixture
def app(console_made_up: str, monkeypatch: pytest.MonkeyPatch, start: Start) -> Iterator[App]:
    yield from spoken_app(console_made_up, monkeypatch, start)


# -- the room's screen --------------------------------------------------------------------------


def check_shown(app: App) -> None:
    """Fail where what the stage shows and says aloud now is not said, or is cut."""
    settle()
    assert app.desktop.session is not None
    stage = app.stage
    spoken = f"{stage.accessibleName()} {stage.accessibleDescription()}"
    assert unsaid_in(spoken) == set(), spoken
    shown = [item.fitted for item in stage.places.texts]
    assert [text.lines for text in shown if unsaid_in(" ".join(text.lines))] == []
    assert [text.lines for text in shown if not text.whole] == []


def check_ballot(app: App) -> str:
    """Fail where the ballot says something that is not said; return all that it says."""
    settle()
    read = words(app.ballot)
    assert untranslated(read) == [], read
    check_shown(app)
    return read


def show_stage(app: App) -> None:
    assert app.desktop.session is not None
    app.desktop.session.turns.say_seen(seen=False)  # or it is asked before the first ballot
    app.stage.resize(1366, 768)
    app.stage.show()
    settle()


@pytest.mark.parametrize("groups", [(), GROUPS], ids=["one room", "partners"])
def test_the_turns_of_a_vote(app: App, groups: tuple[Group, ...]) -> None:
    privacy = Privacy.ANONYMOUS_WITH_GROUP if groups else Privacy.ANONYMOUS
    session = workshop(app, groups=groups, privacy=privacy, present=11 if groups else 2)
    go(app, StepKind.STATEMENT, first_statement(session))
    show_stage(app)
    session.voting.open_vote(Channel.TURNS)
    said = {check_ballot(app)}
    turn = app.ballot.turn
    turn.begin(1)
    said.add(check_ballot(app))
    turn.pick(4)
    said.add(check_ballot(app))
    turn.confirm()
    said.add(check_ballot(app))
    for _ in range(6 if groups else 1):
        session.voting.cast(3, GROUPS[1].label if groups else "")
    said.add(check_ballot(app))
    assert len(said) == 5


def test_the_turns_of_dots(app: App) -> None:
    session = workshop(app, present=2)
    go(app, StepKind.PRIORITIES)
    show_stage(app)
    session.dotting.open_vote(Channel.TURNS)
    said, turn = {check_ballot(app)}, app.ballot.turn
    turn.begin()
    for _ in range(3):
        turn.pick(1)
        said.add(check_ballot(app))
    turn.confirm()
    said.add(check_ballot(app))
    session.dotting.place({2: 3})
    said.add(check_ballot(app))
    assert len(said) == 6
    check(app.console)


# -- dots and their results ---------------------------------------------------------------------


def rated(session: Session) -> None:
    """Rate every statement, so that importance can stand beside level."""
    for at, statement in enumerate(session.record.workshop.framework.statements):
        session.go_to(Step(StepKind.STATEMENT, statement.id))
        session.voting.open_vote(Channel.PAPER)
        for point in (1, 2, 2, 3, 2, 1, 2) if at % 3 else (4, 5, 5, 4, 3, 5, 4):
            session.voting.cast(point)
        session.voting.close()
        session.voting.reveal()


@pytest.mark.parametrize("people", [2, 7], ids=["hidden", "shown"])
def test_the_results_of_dots(app: App, people: int) -> None:
    session = workshop(app, present=7)
    if people == 7:
        rated(session)
    session.set_people(People(people))
    go(app, StepKind.PRIORITIES)
    show_stage(app)
    session.dotting.open_vote(Channel.PAPER)
    for person in range(people):
        session.dotting.place({1 + person % 2: 2, 3: 1})
    session.dotting.close()
    check(app.console)
    check_shown(app)
    session.dotting.reveal()
    check(app.console)
    check_stage(session)
    for look in Look:
        session.show_look(look)
        check(app.console)
        check_shown(app)


# -- a rehearsal --------------------------------------------------------------------------------


def test_a_rehearsal(app: App) -> None:
    session = workshop(app)
    made = app.desktop.services.rehearsals.begin(session.workshop_id).value
    app.desktop.open_workshop(made)
    settle()
    bar = app.console.findChild(RehearsalBar)
    assert bar is not None
    assert bar.isVisible()
    session = app.desktop.session
    assert session is not None
    assert untranslated(session.record.workshop.title) == []
    go(app, StepKind.STATEMENT, first_statement(session))
    session.voting.open_vote(Channel.PAPER)
    check(app.console)
    bar.fill_requested.emit()
    check(app.console)
    bar.fill_all_requested.emit()
    show_stage(app)
    for step in session.steps:
        session.go_to(step)
        check(app.console)
        check_shown(app)
    app.desktop.show_home()
    check(app.console)


# -- papers -------------------------------------------------------------------------------------


def preview(app: App, kind: DocumentKind) -> PreviewWindow:
    session = app.desktop.session
    assert session is not None
    assert app.desktop.documents is not None
    window = app.desktop.documents.look(session.record.workshop, kind)
    tasks.finish()
    wait_for(lambda: window.pages is not None, "the pages")
    return window


@pytest.mark.parametrize("kind", [DocumentKind.SUMMARY, DocumentKind.BALLOTS])
def test_a_paper_is_looked_at(app: App, kind: DocumentKind) -> None:
    workshop(app)
    window = preview(app, kind)
    check(window)
    kinds = window.findChild(QComboBox)
    assert kinds is not None
    assert kinds.count() > 5
    window.close()


def test_a_paper_that_cannot_be_made(app: App, tmp_path: Path) -> None:
    session = workshop(app)
    assert app.desktop.documents is not None
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    app.desktop.documents.ask_export(session.record.workshop, DocumentKind.SUMMARY).close()
    window = preview(app, DocumentKind.SUMMARY)
    app.desktop.services.workshops.delete(session.workshop_id)
    window.show_kind(DocumentKind.PLAN)
    tasks.finish()
    settle()
    check(window)
    window.close()


def test_a_print(app: App, tmp_path: Path) -> None:
    workshop(app)
    window = preview(app, DocumentKind.SUMMARY)
    line = window.findChild(PrintLine)
    assert line is not None
    assert window.pages is not None
    asked = line.ask(window.pages, 0, window.windowTitle())
    assert isinstance(asked, QPrintDialog)
    assert untranslated(asked.printer().docName()) == []
    asked.reject()
    for end in (line._tell_failed, line._tell_stopped):
        end()
        check(window)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "2027"))  # its own words are not said
    printer.setColorMode(QPrinter.ColorMode.GrayScale)  # sheet by sheet, as on paper
    line.print_on(printer, window.pages, 0)
    check(window)
    wait_for(lambda: not line.is_printing, "the print")
    check(window)
    window.close()


# -- dialogs for files --------------------------------------------------------------------------


def check_file_dialog(dialog: QDialog) -> None:
    """Fail where what is ours of a dialog for files is not said; the rest is Qt's own."""
    assert isinstance(dialog, QFileDialog)
    labels = [dialog.labelText(label) for label in QFileDialog.DialogLabel]
    ours = [dialog.windowTitle(), *labels, *dialog.nameFilters()]
    assert [text for text in ours if unsaid_in(text.replace("*", ""))] == []
    assert untranslated(dialog.windowTitle()) == []
    assert all(text.startswith("[") for text in ours if text)
    if dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
        (chosen,) = dialog.selectedFiles()
        assert untranslated(Path(chosen).stem) == [], chosen
    dialog.close()
    settle()


def test_dialogs_for_a_workshops_files(app: App) -> None:
    session = workshop(app)
    documents = app.desktop.documents
    assert documents is not None
    for kind in DocumentKind:
        check_file_dialog(documents.ask_export(session.record.workshop, kind))
    check_file_dialog(documents.ask_import())
    export = documents.choose(session.record.workshop)
    assert isinstance(export, ExportDialog)
    for part in export.findChildren(QWidget):
        ask = getattr(part, "ask", None)
        if ask is not None:
            check_file_dialog(ask())
    export.close()


def test_dialogs_for_a_frameworks_files(app: App) -> None:
    app.desktop.window.home.frameworks_requested.emit()
    settle()
    card = app.console.findChild(FrameworkCard)
    assert card is not None
    link = app.desktop.findChild(FrameworksLink)
    assert link is not None
    assert link.desk is not None
    link.desk.ask_import()
    check_file_dialog(app.dialog(QFileDialog))
    card.export.click()
    check_file_dialog(app.dialog(QFileDialog))


# -- the plan -----------------------------------------------------------------------------------


def test_the_plan_and_its_offers(app: App) -> None:
    session = workshop(app)
    rated(session)
    go(app, StepKind.NEXT_STEPS)
    show_stage(app)
    from desktop_app.application.planning import open_recommendations

    for offer in open_recommendations(session.record)[:3]:
        session.planning.take(offer)
        check(app.console)
        check_shown(app)
    session.planning.add_own(Wording(accented("Meet"), accented("Ann"), date(2027, 5, 28)))
    check(app.console)
    check_shown(app)
    go(app, StepKind.CLOSE)
    check_shown(app)
    assert dialogs() == []
    check_dialogs_of(app)


def check_dialogs_of(app: App) -> None:
    view = app.desktop.view
    assert view is not None
    view.doors.change_settings()
    check_dialogs()
