"""The day's steps: each kind has its place, each step a key of its own."""

from __future__ import annotations

import pytest

from desktop_app.domain.framework import Depth
from desktop_app.domain.steps import ADDED, Step, StepKind, step_at, workshop_steps
from desktop_app.storage.content import BuiltInFrameworks


def test_every_kind_of_step_has_its_place_in_the_day() -> None:
    steps = workshop_steps(BuiltInFrameworks().built_in(), looks_back=True)
    assert {step.kind for step in steps} == set(StepKind) - set(ADDED)
    assert steps[0] == Step(StepKind.WELCOME)
    assert steps[-1] == Step(StepKind.CLOSE)


@pytest.mark.parametrize("depth", Depth)
def test_every_step_is_found_by_its_key(depth: Depth) -> None:
    framework = BuiltInFrameworks().built_in().at_depth(depth)
    steps = workshop_steps(framework)
    assert len({step.key for step in steps}) == len(steps)
    assert [step_at(steps, step.key) for step in steps] == list(steps)


def test_an_action_of_one_statement_has_no_step_to_talk_it_through() -> None:
    quick = workshop_steps(BuiltInFrameworks().built_in().at_depth(Depth.QUICK))
    assert StepKind.ACTION not in {step.kind for step in quick}
    assert sum(step.kind is StepKind.STATEMENT for step in quick) == 5


def test_a_key_that_fits_no_step_leads_to_the_first() -> None:
    steps = workshop_steps(BuiltInFrameworks().built_in())
    assert step_at(steps, "statement:nowhere") == Step(StepKind.WELCOME)
