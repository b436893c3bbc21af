"""Questions offered to the facilitator: first what the result asks for, then the action's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.framework import Framework, Prompt, PromptKind
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.prompts import SHOWN, in_order, prompt_groups, prompt_lines

from .builders import make_framework, make_record, make_round, make_workshop

OWN = ("What happened?", "How does it feel?", "What does it mean?", "What will we do?")
T1 = Step(StepKind.STATEMENT, "T1")


def a_framework() -> Framework:
    """Return a framework whose first action has one prompt of each kind, the last one first."""
    framework = make_framework()
    prompts = tuple(Prompt(kind, text) for kind, text in zip(PromptKind, OWN, strict=True))
    first = replace(framework.actions[0], prompts=prompts[::-1])
    return replace(framework, actions=(first, *framework.actions[1:]))


def a_record(counts: tuple[int, ...] = (), cannot_say: int = 0) -> WorkshopRecord:
    rounds = [make_round("T1", counts, cannot_say)] if counts else []
    return make_record(*rounds, workshop=make_workshop(a_framework()))


@pytest.mark.parametrize(
    ("counts", "cannot_say", "first"),
    [
        ((6, 0, 0, 0, 6), 0, "What did you have in mind when you rated low?"),
        ((2, 2, 4, 2, 2), 0, "What example were you thinking of"),
        ((0, 0, 0, 12, 0), 0, "What makes us so sure?"),
        ((0, 1, 4, 6, 1), 0, "What would it take to move this by one point?"),
        ((0, 0, 5, 0, 0), 12, "What would you need to know"),
        ((0, 0, 2, 0, 0), 0, "What would you need to know"),
        ((), 0, "What would you need to know"),
    ],
)
def test_the_result_asks_its_question_first(
    counts: tuple[int, ...], cannot_say: int, first: str
) -> None:
    lines = prompt_lines(a_record(counts, cannot_say), T1)
    assert lines[0].startswith(first)
    assert len(lines) == SHOWN


def test_remarks_ask_theirs_next_and_the_own_ones_fill_up() -> None:
    minority = prompt_lines(a_record((1, 0, 0, 0, 11)), T1)
    assert (minority[1][:9], minority[2]) == ("Some see ", OWN[0])
    silent = prompt_lines(a_record((0, 0, 0, 0, 6), 6), T1)
    assert silent[1] == "What would help those who could not say?"
    assert (silent[2].startswith("We are few"), silent[3]) == (True, OWN[0])
    assert prompt_lines(a_record((0, 0, 0, 12, 0)), T1)[1:] == OWN[:3]


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_before_the_reveal_the_ballots_do_not_choose_the_question(state: RoundState) -> None:
    voted = make_round("T1", (6, 0, 0, 0, 6), state=state)
    record = make_record(voted, workshop=make_workshop(a_framework()))
    assert prompt_lines(record, T1) == prompt_lines(a_record(), T1)


def test_a_whole_action_is_asked_in_order() -> None:
    record = a_record((6, 0, 0, 0, 6))
    assert prompt_lines(record, Step(StepKind.ACTION, "T")) == OWN
    assert in_order(record.workshop.framework.action("A")) == ()


@pytest.mark.parametrize("kind", [StepKind.WELCOME, StepKind.OVERVIEW, StepKind.CLOSE])
def test_other_steps_have_no_questions_of_their_own(kind: StepKind) -> None:
    assert prompt_lines(a_record((6, 0, 0, 0, 6)), Step(kind)) == ()


def test_questions_stand_under_their_headings_in_order() -> None:
    groups = prompt_groups(a_record((1, 0, 0, 0, 11)), T1)
    assert [group.heading for group in groups] == [
        "Because of this result",
        "What happened",
        "How it feels",
    ]
    assert len(groups[0].lines) == 2
    whole = prompt_groups(a_record(), Step(StepKind.ACTION, "T"))
    assert [group.heading for group in whole] == [
        "What happened",
        "How it feels",
        "What it means",
        "What to do",
    ]
    assert tuple(line for group in whole for line in group.lines) == OWN
    assert prompt_groups(a_record(), Step(StepKind.OVERVIEW)) == ()
