"""The editor shows a statement as the room will see it, and warns of one that is long there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_rules import LONG_STATEMENT
from desktop_app.ui.frameworks.draft import Draft
from desktop_app.ui.frameworks.statement_preview import StatementPreview
from tests.unit.builders import make_framework

STATEMENT = ("actions", 0, "statements", 0)


def with_text(text: str) -> Framework:
    framework = make_framework()
    action = framework.actions[0]
    first = replace(action.statements[0], text=text)
    quick = replace(action.quick, text=text)
    changed = replace(action, statements=(first, *action.statements[1:]), quick=quick)
    return replace(framework, actions=(changed, *framework.actions[1:]))


@pytest.mark.parametrize("place", [STATEMENT, ("actions", 0)])
@pytest.mark.parametrize(
    ("length", "warned"), [(LONG_STATEMENT, False), (LONG_STATEMENT + 1, True)]
)
def test_a_long_statement_is_warned_of(
    qtbot: QtBot, place: tuple[str | int, ...], length: int, *, warned: bool
) -> None:
    preview = StatementPreview()
    qtbot.addWidget(preview)
    preview.show_part(Draft(with_text("x" * length)), place)
    assert preview.warning.isVisibleTo(preview) is warned
    assert (f"{length} characters" in preview.warning.text()) is warned
