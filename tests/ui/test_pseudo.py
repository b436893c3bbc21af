"""The whole of the windows in a made-up language: all is said, and nothing is cut.

The console speaks it, the workshop is in it, and what people and frameworks say is accented: a
plain word is a text that no catalogue holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QRadioButton

from desktop_app.application.planning import Wording
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import LibraryDamaged
from desktop_app.domain.people import People
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.scenes.ballot_by_ear import (
    Ear,
    screen_words,
    spoken_after,
    spoken_before,
    spoken_partner,
    spoken_turn,
)
from desktop_app.scenes.ballot_words import hand_over_words, turn_words
from desktop_app.scenes.room_time import room_words
from desktop_app.ui import tasks
from desktop_app.ui.console.count_field import CountField
from desktop_app.ui.console.dots_questions import DotsDifference
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.crash_dialog import CrashDialog
from desktop_app.ui.dialogs.delete_workshop import DeleteDialog
from desktop_app.ui.dialogs.difference import DifferenceDialog
from desktop_app.ui.dialogs.import_answers import ImportDialog
from desktop_app.ui.dialogs.note import NoteDialog, NoteWords
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.problem import ProblemWindow
from desktop_app.ui.dialogs.settled import SettledDialog, SettledView
from desktop_app.ui.frameworks.framework_card import FrameworkCard
from desktop_app.ui.frameworks.parts_tree import PartsTree
from desktop_app.ui.frameworks.unsaved import UnsavedDialog
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.words.language import speak_on_the_console
from tests.journeys.conftest import Start
from tests.journeys.driver import App, settle, visible
from tests.pseudo import accented, untranslated

from .pseudo_walk import (
    check,
    check_dialogs,
    check_stage,
    first_statement,
    go,
    spoken_app,
    workshop,
)


@pytest.fixture
def app(console_made_up: str, monkeypatch: pytest.MonkeyPatch, start: Start) -> Iterator[App]:
    yield from spoken_app(console_made_up, monkeypatch, start)


def test_home(app: App) -> None:
    check(app.console)
    workshop(app)
    app.desktop.show_home()
    check(app.console)


def test_the_prepare_form(app: App) -> None:
    app.desktop.prepare_new()
    for field in app.console.findChildren(OptionalDate):
        field.set_value(date(2028, 9, 28))
    check(app.console)


@pytest.mark.parametrize(
    "kind", [StepKind.WELCOME, StepKind.OVERVIEW, StepKind.NEXT_STEPS, StepKind.CLOSE]
)
def test_the_steps_without_a_vote(app: App, kind: StepKind) -> None:
    workshop(app)
    go(app, kind)


@pytest.mark.slow
@pytest.mark.parametrize("channel", Channel)
def test_a_statement_from_start_to_result(app: App, channel: Channel) -> None:
    session = workshop(app)
    go(app, StepKind.STATEMENT, first_statement(session))
    session.voting.open_vote(channel)
    check(app.console)
    check_stage(session)
    if channel is Channel.HANDS:
        session.voting.count_hands([1, 0, 1, 2, 1, 2])
    else:
        for point in (1, 2, 2, 4, 5, 5, 0):
            session.voting.cast(point)
    check(app.console)
    check_stage(session)
    session.voting.close()
    check(app.console)
    check_stage(session)
    session.voting.reveal()
    check(app.console)
    check_stage(session)
    go(app, StepKind.ACTION, session.record.workshop.framework.actions[0].id)


@pytest.mark.parametrize("channel", Channel)
def test_the_priorities(app: App, channel: Channel) -> None:
    session = workshop(app)
    go(app, StepKind.PRIORITIES)
    session.dotting.open_vote(channel)
    check(app.console)
    check_stage(session)


def test_partners_are_chosen_and_shown(app: App) -> None:
    groups = (Group(accented("School"), 5), Group(accented("Police"), 6))
    session = workshop(app, privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=groups, present=11)
    go(app, StepKind.STATEMENT, first_statement(session))
    session.voting.open_vote(Channel.PAPER)
    check(app.console)


def test_notes(app: App) -> None:
    session = workshop(app)
    for kind in NoteKind:
        session.noting.add(kind, accented("We never met"))
    check(app.console)


def test_the_dialogs_of_documents_and_settings(app: App) -> None:
    workshop(app)
    assert app.desktop.view is not None
    view = app.desktop.view
    view.doors.change_settings()
    check_dialogs()


def test_the_dialogs_of_trouble(app: App, tmp_path: Path) -> None:
    CrashDialog(app.console, "details", tmp_path / "log").open()
    check_dialogs()
    window = ProblemWindow(LibraryDamaged("{folder} {backup}", folder="", backup=""), tmp_path)
    window.show()
    check(window)
    window.close()


def test_the_dialogs_of_the_day(app: App) -> None:
    session = workshop(app)
    framework, day = session.record.workshop.framework, date(2027, 5, 28)
    window = app.console
    words = (accented("We meet"), accented("Ann"), day, "", accented("Call"))
    asked: tuple[QDialog, ...] = (
        PeopleDialog(window, People(7, 2, ())),
        NoteDialog(window, accented("Note"), NoteWords(NoteKind.IDEA, accented("Words"))),
        CommitmentDialog(window, accented("Step"), Wording(*words), day),
        SettledDialog(window, framework.scale, SettledView(None, "")),
        DifferenceDialog(window, 5, 7),
        DotsDifference(window, 22, 21),
        DeleteDialog(window, accented("Away-day"), ("w1",), ()),
        UnsavedDialog(window, accented("Ours"), can_save=True),
        UnsavedDialog(window, accented("Ours"), can_save=False),
    )
    for dialog in asked:
        dialog.open()
        check(dialog)
        dialog.close()
        settle()


def test_the_export_dialog(app: App) -> None:
    session = workshop(app)
    assert app.desktop.documents is not None
    app.desktop.documents.choose(session.record.workshop)
    check_dialogs()


def test_the_import_dialog(app: App, tmp_path: Path) -> None:
    assert app.desktop.services is not None
    path = tmp_path / f"{accented('ballots')}.csv"
    path.write_text(f"statement,rating,group\n{accented('trust')},3,\nA1,9,\n", encoding="utf-8")
    imports = app.desktop.services.answer_imports
    dialog = ImportDialog(app.console, imports, path, imports.read(path))
    dialog.open()
    tasks.finish()
    settle()
    check(dialog)
    dialog.close()


def test_the_frameworks_and_their_editor(app: App) -> None:
    app.desktop.window.home.frameworks_requested.emit()
    check(app.console)
    card = app.console.findChild(FrameworkCard)
    assert card is not None
    card.duplicate.click()
    check(app.console)
    tree = app.console.findChild(PartsTree)
    assert tree is not None
    for _ in range(6):
        tree.setCurrentIndex(tree.indexBelow(tree.currentIndex()))
        check(app.console)


@pytest.mark.parametrize("kind", [StepKind.STATEMENT, StepKind.PRIORITIES])
def test_a_reason_that_is_picked_is_kept_in_the_workshops_language(
    app: App, kind: StepKind
) -> None:
    """The console speaks English again; the workshop does not."""
    session = workshop(app)
    speak_on_the_console("en-GB")
    if kind is StepKind.STATEMENT:
        session.go_to(Step(kind, first_statement(session)))
        session.voting.open_vote(Channel.PAPER)
        for _ in range(6):
            session.voting.cast(3)
        session.voting.close()
    else:
        session.go_to(Step(kind))
        session.dotting.open_vote(Channel.HANDS)
        settle()
        app.click_on(visible(app.console, CountField)[0])
        app.retype("22")
        session.dotting.close()
    asked = app.dialog(DifferenceDialog)
    asked.findChildren(QRadioButton)[0].click()
    asked.accept()
    settle()
    votes = (*session.record.rounds, session.record.priority_vote)
    (reason,) = [vote.difference_reason for vote in votes if vote is not None]
    assert reason.startswith("[")
    assert untranslated(reason) == []


def test_what_the_screen_says_to_one_person_is_the_workshops(app: App) -> None:
    """The console speaks English again; the workshop does not."""
    session = workshop(app)
    session.go_to(Step(StepKind.STATEMENT, first_statement(session)))
    session.voting.open_vote(Channel.TURNS)
    speak_on_the_console("en-GB")
    ballot = session.turns.ballot
    assert ballot is not None
    for one in (hand_over_words(ballot, thanks=True), turn_words(ballot, "", (2,))):
        assert untranslated(" ".join(astuple(one))) == []
    for ear in Ear:
        screen = screen_words(ballot, ear, thanks=False, offered=True)
        assert untranslated(" ".join(astuple(screen))) == []
    for heard in (
        spoken_before(ballot),
        spoken_partner(ballot, None),
        *(spoken_turn(ballot, "", (), marked) for marked in (None, 2)),
        spoken_turn(ballot, "", (2,), None),
        *(spoken_turn(replace(ballot, dots_each=2), "", (), marked) for marked in (None, 2)),
        *(spoken_turn(replace(ballot, dots_each=2), "", (2,) * n, 2) for n in (1, 2)),
        *(spoken_after(ballot, thanks=thanks) for thanks in (True, False)),
        spoken_after(replace(ballot, dots_each=2), thanks=True),
        spoken_after(ballot, thanks=False, unsure=True),
    ):
        assert untranslated(heard) == [], heard
    assert untranslated(room_words(session.record.workshop.language, 240, running=True)) == []
