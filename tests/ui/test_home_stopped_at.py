"""Where a workshop stopped, said so that a person recognises it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.framework import Depth
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.home.stopped_at import stopped_at
from tests.unit.builders import make_workshop


def at(kind: StepKind, subject: str = "", depth: Depth = Depth.FULL) -> Workshop:
    workshop = make_workshop()
    framework = workshop.framework.at_depth(depth)
    return replace(workshop, framework=framework, position=Step(kind, subject).key)


def test_a_statement_is_said_by_its_place_in_the_action() -> None:
    framework = make_workshop().framework
    action = framework.actions[1]
    second = action.statements[1]
    said = stopped_at(at(StepKind.STATEMENT, second.id))
    assert said == f"{action.short_title}, statement 2 of {len(action.statements)}"


def test_the_only_statement_of_an_action_is_the_action() -> None:
    workshop = at(StepKind.WELCOME, depth=Depth.QUICK)
    action = workshop.framework.actions[0]
    position = Step(StepKind.STATEMENT, action.statements[0].id).key
    assert stopped_at(replace(workshop, position=position)) == action.short_title


def test_a_whole_action_says_so() -> None:
    action = make_workshop().framework.actions[0]
    said = stopped_at(at(StepKind.ACTION, action.id))
    assert said == f"{action.short_title}, the whole action"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (StepKind.WELCOME, "Welcome"),
        (StepKind.OVERVIEW, "Where we stand"),
        (StepKind.PRIORITIES, "Priorities"),
        (StepKind.NEXT_STEPS, "Next steps"),
        (StepKind.CLOSE, "Close and print"),
    ],
)
def test_the_other_steps_have_names(kind: StepKind, said: str) -> None:
    assert stopped_at(at(kind)) == said
