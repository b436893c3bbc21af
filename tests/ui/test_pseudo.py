"""The whole of the windows in a made-up language: all is said, and nothing is cut.

The console speaks it, the workshop is in it, and what people and frameworks say is accented: a
plain word is a text that no catalogue holds.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import LibraryDamaged
from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.crash_dialog import CrashDialog
from desktop_app.ui.dialogs.problem import ProblemWindow
from desktop_app.words import language
from desktop_app.words.language import speak_on_the_console
from tests.helpers import ROOT
from tests.journeys.conftest import Start
from tests.journeys.driver import App, dialogs, settle
from tests.pseudo import TAG, accented, untranslated, write_catalogue

from .shown import cut, texts

KEPT = {"id", "key", "language", "version", "leans_on", "serves"}
"""Fields of a framework that are no words."""
SAID = {"say", "say_count", "say_as", "to_say", "phrase", "count_phrase"}
NAMES = re.compile(r"(/[^\s”]+|<[^<>]+>|\b(Ctrl|Shift|Alt|Esc|PgUp|PgDown)\b|\.\w+\b)")
"""What is no language's: paths, tags, keys, suffixes."""


def accent(thing: Any, name: str = "") -> Any:
    """Return a framework, or a part of it, with accents on all its words."""
    if name in KEPT:
        return thing
    if isinstance(thing, str):
        return accented(thing)
    if isinstance(thing, tuple):
        return tuple(accent(one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(
            thing, **{f.name: accent(getattr(thing, f.name), f.name) for f in fields(thing)}
        )
    return thing


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    write_catalogue(folder)
    return folder


@pytest.fixture
def app(catalogue: Path, monkeypatch: pytest.MonkeyPatch, start: Start) -> Iterator[App]:
    monkeypatch.setattr(language, "_folder", lambda: catalogue)
    plain = BuiltInFrameworks.built_in

    def built_in(self: BuiltInFrameworks) -> Framework:
        return replace(accent(plain(self)), language=TAG)

    monkeypatch.setattr(BuiltInFrameworks, "built_in", built_in)
    speak_on_the_console(TAG)
    app = start()
    app.console.resize(1366, 768)
    yield app
    app.stop()
    speak_on_the_console("en-GB")


@cache
def waiting() -> frozenset[str]:
    """Return words of literals that rooms below the windows do not say yet."""
    found: set[str] = set()
    for room in ("scenes", "words", "recommendations"):
        for path in sorted((ROOT / "desktop_app" / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            said = {
                id(inner)
                for call in ast.walk(tree)
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in SAID
                for inner in ast.walk(call)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= set() if id(node) in said else set(untranslated(node.value))
    return frozenset(found)


def check(window: QWidget) -> None:
    """Fail where a text of a window is not said, or is cut."""
    settle()
    unsaid = {text for text in texts(window) if {*untranslated(NAMES.sub(" ", text))} - waiting()}
    wrong = (*sorted(unsaid), *cut(window))
    assert not wrong, "\n".join(wrong)


def check_dialogs() -> None:
    """Check every dialog that is open, and close it."""
    assert dialogs()
    for dialog in dialogs():
        check(dialog)
        dialog.close()
    settle()


def workshop(app: App, **changes: Any) -> Session:
    """Make a workshop with accented words and open it."""
    services = app.desktop.services
    assert services is not None
    details = Details(
        title=accented("Away-day"), partnership=accented("Harbour"), present=7, depth=Depth.FULL
    )
    made = services.workshops.create(replace(details, **changes))
    app.desktop.open_workshop(made.value)
    settle()
    assert app.desktop.session is not None
    return app.desktop.session


def go(app: App, kind: StepKind, subject: str = "") -> None:
    assert app.desktop.session is not None
    app.desktop.session.go_to(Step(kind, subject))
    check(app.console)


def first_statement(session: Session) -> str:
    return session.record.workshop.framework.statements[0].id


def test_home(app: App) -> None:
    check(app.console)
    workshop(app)
    app.desktop.show_home()
    check(app.console)


def test_the_prepare_form(app: App) -> None:
    app.desktop.prepare_new()
    check(app.console)


@pytest.mark.parametrize(
    "kind", [StepKind.WELCOME, StepKind.OVERVIEW, StepKind.NEXT_STEPS, StepKind.CLOSE]
)
def test_the_steps_without_a_vote(app: App, kind: StepKind) -> None:
    workshop(app)
    go(app, kind)


@pytest.mark.parametrize("channel", Channel)
def test_a_statement_from_start_to_result(app: App, channel: Channel) -> None:
    session = workshop(app)
    go(app, StepKind.STATEMENT, first_statement(session))
    session.voting.open_vote(channel)
    check(app.console)
    if channel is Channel.HANDS:
        session.voting.count_hands([1, 0, 1, 2, 1, 2])
    else:
        for point in (1, 2, 2, 4, 5, 5, 0):
            session.voting.cast(point)
    check(app.console)
    session.voting.close()
    check(app.console)
    session.voting.reveal()
    check(app.console)
    go(app, StepKind.ACTION, session.record.workshop.framework.actions[0].id)


@pytest.mark.parametrize("channel", Channel)
def test_the_priorities(app: App, channel: Channel) -> None:
    session = workshop(app)
    go(app, StepKind.PRIORITIES)
    session.dotting.open_vote(channel)
    check(app.console)


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
