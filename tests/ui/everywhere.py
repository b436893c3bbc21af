"""A walk through every page and dialog of home and console, for what must hold in all of them.

It gives a name at each place, while its windows are open; it judges nothing itself, and prints
what others find there. It needs no
pytest, so that other processes can walk as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.application.planning import Wording, open_recommendations
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import LibraryDamaged
from desktop_app.domain.framework import Depth
from desktop_app.domain.library_file import LibraryFile
from desktop_app.domain.people import People
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.scenes.looks import Look
from desktop_app.ui import tasks
from desktop_app.ui.app.run import make_application
from desktop_app.ui.console.dots_questions import DotsDifference
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.arrival import ArrivalDialog
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.crash_dialog import CrashDialog
from desktop_app.ui.dialogs.delete_workshop import DeleteDialog
from desktop_app.ui.dialogs.difference import DifferenceDialog
from desktop_app.ui.dialogs.import_answers import ImportDialog
from desktop_app.ui.dialogs.library_arrival import LibraryArrivalDialog
from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.ui.dialogs.note import NoteDialog, NoteWords
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.problem import ProblemWindow
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.dialogs.settled import SettledDialog, SettledView
from desktop_app.ui.frameworks.framework_card import FrameworkCard
from desktop_app.ui.frameworks.parts_tree import PartsTree
from desktop_app.ui.frameworks.unsaved import UnsavedDialog
from desktop_app.ui.help.about import AboutDialog
from desktop_app.ui.help.guide_window import GuideWindow
from desktop_app.ui.help.keys import KeysDialog
from desktop_app.ui.help.readiness import findings
from desktop_app.ui.help.ready import ReadyDialog
from desktop_app.ui.help.report import ReportDialog
from desktop_app.ui.theme import apply_theme
from tests.journeys.driver import App, come_to_rest, dialogs, settle, wait_for

PARTNERS = (Group("Kingsport Council", 5), Group("Harbour NHS Trust", 5), Group("Police", 5))
DAY = date(2027, 9, 22)
RATINGS = (1, 2, 2, 4, 5, 5, 3, 4, 1, 2, 5, 5, 4, 3, 0)


def everywhere(app: App, folder: Path) -> Iterator[str]:
    """Give the name of each page and dialog while it can be seen; files go to `folder`."""
    yield from _home(app)
    yield from _frameworks(app)
    for partners in ((), PARTNERS):
        session = make(app, groups=partners)
        yield from _votes(session, partners[0].label if partners else "")
    session = make(app)
    yield from _rated(session)
    yield from _dots(session)
    yield from _plan(session)
    yield from _beside(app, session)
    yield from _dialogs(app, session, folder)
    yield from _papers(app, session)
    yield from _rehearsal(app, session)


def make(app: App, **details: Any) -> Session:
    """Make a workshop, open it and return its session."""
    services = app.desktop.services
    assert services is not None
    privacy = Privacy.ANONYMOUS_WITH_GROUP if details.get("groups") else Privacy.ANONYMOUS
    named = {
        "title": "Away-day of the partnership",
        "partnership": "Harbour Children’s Partnership",
    }
    about = Details(**{**named, "present": 15, "depth": Depth.FULL, "privacy": privacy, **details})
    app.desktop.open_workshop(services.workshops.create(about).value)
    settle()
    assert app.desktop.session is not None
    return app.desktop.session


def _home(app: App) -> Iterator[str]:
    yield "home, empty"
    app.desktop.prepare_new()
    yield "prepare"
    app.click("No names kept, with group")
    for _ in range(3):
        app.click("Add a partner")
    yield "prepare, partners"
    app.desktop.open_sample()
    for _ in range(3):
        make(app, held_on=DAY)
    app.desktop.prepare_again()
    yield "prepare, again"
    app.desktop.show_home()
    yield "home"


def _frameworks(app: App) -> Iterator[str]:
    app.desktop.window.home.frameworks_requested.emit()
    yield "frameworks"
    card = app.console.findChild(FrameworkCard)
    assert card is not None
    card.duplicate.click()
    yield "frameworks, two"
    app.click("Edit")
    tree = app.console.findChild(PartsTree)
    assert tree is not None
    tree.expandAll()
    for part in range(0, 12, 2):
        yield f"framework, part {part}"
        for _ in range(2):
            tree.setCurrentIndex(tree.indexBelow(tree.currentIndex()))
    app.console.guards.clear()


def _votes(session: Session, partner: str) -> Iterator[str]:
    session.go_to(Step(StepKind.WELCOME))
    yield "welcome"
    statements = session.record.workshop.framework.statements
    for channel, statement in zip(Channel, statements, strict=False):
        session.go_to(Step(StepKind.STATEMENT, statement.id))
        yield f"{channel}: before the vote"
        for again in ("", ", again"):
            yield from _vote(session, channel, partner, again)


def _vote(session: Session, channel: Channel, partner: str, again: str) -> Iterator[str]:
    if again:
        session.voting.vote_again()
    else:
        session.voting.open_vote(channel)
    yield f"{channel}{again}: open"
    _rate(session, partner)
    yield f"{channel}{again}: everybody in"
    session.voting.close()
    yield f"{channel}{again}: closed"
    if session.round is not None and session.round.state is RoundState.CLOSED:
        session.voting.reveal()
    yield f"{channel}{again}: revealed"


def _rate(session: Session, partner: str = "") -> None:
    round_ = session.round
    assert round_ is not None
    if round_.channel.traits.counted:
        session.voting.count_hands([2, 2, 3, 3, 4, 1])
        return
    groups = [group.label for group in PARTNERS for _ in range(group.people)] if partner else []
    for person, point in enumerate(RATINGS):
        session.voting.cast(point, groups[person] if groups else "")


def _rated(session: Session) -> Iterator[str]:
    for statement in session.record.workshop.framework.statements:
        session.go_to(Step(StepKind.STATEMENT, statement.id))
        session.voting.open_vote(Channel.PAPER)
        _rate(session)
        session.voting.close()
        session.voting.reveal()
    session.go_to(Step(StepKind.ACTION, session.record.workshop.framework.actions[0].id))
    yield "action"
    session.go_to(Step(StepKind.OVERVIEW))
    yield "overview"


def _dots(session: Session) -> Iterator[str]:
    session.go_to(Step(StepKind.PRIORITIES))
    yield "dots: before the vote"
    for channel in Channel:
        session.dotting.open_vote(channel)
        yield f"dots, {channel}: open"
        if channel is not Channel.PAPER:
            session.dotting.discard()
            continue
        for _ in range(15):
            session.dotting.place({1: 2, 3: 1})
        yield "dots: everybody in"
        session.dotting.close()
        yield "dots: closed"
        session.dotting.reveal()
        break
    for look in Look:
        session.show_look(look)
        yield f"dots: {look}"


def _plan(session: Session) -> Iterator[str]:
    session.go_to(Step(StepKind.NEXT_STEPS))
    yield "next steps"
    for offer in open_recommendations(session.record)[:2]:
        session.planning.take(offer)
    session.planning.add_own(Wording("Meet the heads of schools", "Ann and Bob", DAY))
    yield "next steps, taken"
    session.go_to(Step(StepKind.CLOSE))
    yield "close"


def _beside(app: App, session: Session) -> Iterator[str]:
    for kind in NoteKind:
        session.noting.add(kind, "We have never met all at once, and half of us are new this year")
    yield "notes"
    session.toggle_parking()
    yield "parking lot"
    session.toggle_parking()
    assert app.desktop.stage is not None
    app.desktop.stage.toggle()
    yield "stage"
    app.desktop.stage.toggle()


def _dialogs(app: App, session: Session, folder: Path) -> Iterator[str]:
    window, workshop = app.console, session.record.workshop
    words = Wording("Meet the heads of schools", "Ann", DAY, "", "Call")
    note = NoteWords(NoteKind.IDEA, "We have never met")
    asked: tuple[Callable[[], QDialog], ...] = (
        lambda: PeopleDialog(window, People(15, 2, PARTNERS)),
        lambda: NoteDialog(window, "Note on this statement", note),
        lambda: CommitmentDialog(window, "Edit the step", words, DAY),
        lambda: SettledDialog(window, workshop.framework.scale, SettledView(None, "")),
        lambda: DifferenceDialog(window, 12, 15),
        lambda: DotsDifference(window, 44, 45),
        lambda: ArrivalDialog(window, "Workshop in “a”", ("Away-day", "In progress"), "", folder),
        lambda: DeleteDialog(window, "Away-day", ("w1",), ()),
        lambda: UnsavedDialog(window, "Our framework", can_save=True),
        lambda: KeysDialog(window),
        lambda: AboutDialog(window, workshop.framework),
        lambda: ReportDialog(window, "Roundtable"),
        lambda: ReadyDialog(window, lambda: tuple(findings(window.screen(), "", folder, None))),
        lambda: LibraryArrivalDialog(window, folder, LibraryFile(9, ("Away-day",), None, 1, 1, 1)),
        lambda: SettingsDialog(window, app.desktop.preferences.settings),
        lambda: MessageDialog(window, "That did not work", "The disk is full. Make room for it."),
        lambda: CrashDialog(window, "details", folder / "log"),
    )
    for make_dialog in asked:
        dialog = make_dialog()
        dialog.open()
        yield type(dialog).__name__
        dialog.close()
    yield from _long_dialogs(app, session, folder)


def _long_dialogs(app: App, session: Session, folder: Path) -> Iterator[str]:
    documents, services = app.desktop.documents, app.desktop.services
    assert documents is not None
    assert services is not None
    documents.choose(session.record.workshop)
    yield "ExportDialog"
    _close_dialogs()
    path = folder / "ballots.csv"
    path.write_text("statement,rating,group\ntrust,3,\nA1,9,\nT1,4,\n", encoding="utf-8")
    imports = services.answer_imports
    dialog = ImportDialog(app.console, imports, path, imports.read(path))
    dialog.open()
    tasks.finish()
    yield "ImportDialog"
    _close_dialogs()
    problem = ProblemWindow(LibraryDamaged("{folder} {backup}", folder="", backup=""), folder)
    problem.show()
    yield "ProblemWindow"
    problem.close()
    book = GuideWindow(app.console)
    book.show_topic("voting")
    yield "GuideWindow"
    book.close()


def _close_dialogs() -> None:
    for dialog in dialogs():
        dialog.close()
    settle()


def _papers(app: App, session: Session) -> Iterator[str]:
    documents = app.desktop.documents
    assert documents is not None
    window = documents.look(session.record.workshop, DocumentKind.BALLOTS)
    tasks.finish()
    wait_for(lambda: window.pages is not None, "the pages")
    yield "PreviewWindow"
    window.close()


def _rehearsal(app: App, session: Session) -> Iterator[str]:
    services = app.desktop.services
    assert services is not None
    app.desktop.open_workshop(services.rehearsals.begin(session.workshop_id).value)
    yield "rehearsal"


def tell_everywhere(folder: Path, problems: Callable[[QWidget, str], Iterable[str]]) -> None:
    """Walk in this process; print each problem of a window once, with where it was seen first.

    `problems` gets each window that is shown, and the place's number and name.
    """
    application = make_application()
    apply_theme(application, dark=False)
    app = App(folder / "data").start()
    told: set[str] = set()
    for number, place in enumerate(everywhere(app, folder)):
        come_to_rest()
        for window in (one for one in QApplication.topLevelWidgets() if one.isVisible()):
            for problem in problems(window, f"{number:03d}-{place}"):
                if problem not in told:
                    print(f"{place}: {problem}")  # noqa: T201 - read by who called
                told.add(problem)
    app.stop()
    print("walked")  # noqa: T201
