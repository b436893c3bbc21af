"""The whole application in the made-up language, and what is looked for in its windows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QWidget

from desktop_app.charts.palette import LIGHT
from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.ui.console.session import Session
from desktop_app.ui.painting.scene_painter import ScenePainter
from tests.answers_read import OWN
from tests.journeys.conftest import Start
from tests.journeys.driver import App, come_to_rest, dialogs, settle
from tests.pseudo import accent, accented, untranslated

from .shown import cut, texts

NAMES = re.compile(
    r"(leading-together|\b[0-9a-f]{12}\b|/[^\s”]+|<[^<>]+>"
    r"|\b(Ctrl|Shift|Alt|Esc|PgUp|PgDown)\b|\.\w[\w-]*\b)"
)
"""What is no language's: a framework's id and wording, paths, tags, keys, suffixes."""


def spoken_app(tag: str, monkeypatch: pytest.MonkeyPatch, start: Start) -> Iterator[App]:
    """Give the application over a framework in the made-up language; end it afterwards."""
    plain = BuiltInFrameworks.built_in

    def built_in(self: BuiltInFrameworks) -> Framework:
        return replace(accent(plain(self)), language=tag)

    monkeypatch.setattr(BuiltInFrameworks, "built_in", built_in)
    app = start()
    app.console.resize(1366, 768)
    yield app
    app.stop()


def unsaid_in(text: str) -> set[str]:
    """Return the words of a text that no message said; a file's columns have English names."""
    return {word.lower() for word in untranslated(NAMES.sub(" ", text))} - set(OWN)


def check(window: QWidget) -> None:
    """Fail where a text of a window is not said, or is cut."""
    come_to_rest()
    unsaid = {text for text in texts(window) if unsaid_in(text)}
    wrong = (*sorted(unsaid), *cut(window))
    assert not wrong, "\n".join(wrong)


def check_stage(session: Session) -> None:
    """Fail where a text of the room's screen is cut."""
    for size in ((1024, 768), (1366, 768), (1920, 1080)):
        layout = ScenePainter(LIGHT).layout(session.own_scene, QSizeF(*size))
        cut_short = [item.fitted.lines for item in layout.texts if not item.fitted.whole]
        assert cut_short == [], (size, type(session.own_scene).__name__, cut_short)


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
    check_stage(app.desktop.session)


def first_statement(session: Session) -> str:
    return session.record.workshop.framework.statements[0].id
