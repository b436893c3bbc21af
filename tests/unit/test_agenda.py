"""The two usual agendas: as long as they say, with every step's own minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.agenda import (
    AgendaItem,
    as_held,
    clock_minutes,
    day_steps,
    half_day,
    left_out_statements,
    short,
)
from desktop_app.domain.framework import Framework
from desktop_app.domain.steps import ADDED, Step, StepKind, workshop_steps
from tests.helpers import ROOT

from .builders import make_framework


@pytest.fixture(scope="module")
def built_in() -> Framework:
    from desktop_app.storage.framework_file import read_framework

    return read_framework(next((ROOT / "resources" / "frameworks").glob("*.toml")))


def minutes(agenda: tuple[AgendaItem, ...], *kinds: StepKind) -> list[int]:
    by_key = {item.step: item.minutes for item in agenda}
    return [by_key[Step(kind).key] for kind in kinds]


WHOLE_DAY = (
    StepKind.WELCOME,
    StepKind.OVERVIEW,
    StepKind.PRIORITIES,
    StepKind.NEXT_STEPS,
    StepKind.CLOSE,
)


def test_half_a_day_is_three_hours_and_a_quarter(built_in: Framework) -> None:
    agenda = half_day(built_in)
    assert sum(item.minutes for item in agenda) == 195
    assert minutes(agenda, *WHOLE_DAY) == [10, 8, 12, 30, 8]


def test_the_short_one_is_ninety_minutes(built_in: Framework) -> None:
    agenda = short(built_in)
    assert sum(item.minutes for item in agenda) == 90
    assert minutes(agenda, *WHOLE_DAY) == [5, 5, 7, 18, 5]


def test_half_a_day_has_a_break_between_two_actions_near_its_middle(built_in: Framework) -> None:
    agenda = half_day(built_in)
    place = next(n for n, item in enumerate(agenda) if item.step == "break:1")
    assert agenda[place].minutes == 15
    before = sum(item.minutes for item in agenda[:place])
    assert 60 <= before <= 120
    following = agenda[place + 1].step
    firsts = {f"statement:{action.statements[0].id}" for action in built_in.actions}
    assert following in firsts
    assert not any(item.step.startswith("break") for item in short(built_in))


# Own orders


FRAMEWORK = make_framework()
USUAL = [step.key for step in workshop_steps(FRAMEWORK)]


def keys(*agenda: AgendaItem) -> list[str]:
    return [step.key for step in day_steps(FRAMEWORK, agenda)]


def test_a_day_without_an_agenda_is_as_its_framework_has_it() -> None:
    assert keys() == USUAL


def test_an_agenda_of_an_earlier_version_changes_no_order() -> None:
    assert keys(AgendaItem("welcome", 10), AgendaItem("statement:T1", 7)) == USUAL
    assert keys(AgendaItem("statement:T1", 7), AgendaItem("welcome", 10)) == USUAL
    assert keys(*(AgendaItem(key, 5) for key in USUAL)) == USUAL


def test_breaks_and_own_items_stand_where_the_agenda_puts_them() -> None:
    items = [AgendaItem(key, 5) for key in USUAL]
    items.insert(2, AgendaItem("break:1", 15))
    items.insert(5, AgendaItem("own:1", 10, "Budget", "Where the money is"))
    steps = day_steps(FRAMEWORK, items)
    assert [steps[2].kind, steps[5].kind] == [StepKind.BREAK, StepKind.OWN]
    assert steps[5].title == "Budget"
    assert [step.key for step in steps if step.kind not in ADDED] == USUAL


def test_the_welcome_is_first_and_the_close_last_whatever_an_agenda_says() -> None:
    turned = [AgendaItem(key, 5) for key in reversed(USUAL)]
    found = keys(*turned)
    assert (found[0], found[-1]) == ("welcome", "close")
    assert sorted(found) == sorted(USUAL)


@given(st.permutations(USUAL), st.integers(0, len(USUAL)))
def test_every_step_of_the_framework_is_in_the_day_once(order: list[str], known: int) -> None:
    found = keys(*(AgendaItem(key, 5) for key in order[:known]))
    assert sorted(found) == sorted(USUAL)


def test_what_is_no_step_is_passed_over() -> None:
    assert keys(AgendaItem("statement:Z9", 5), AgendaItem("break", 5), AgendaItem("", 5)) == USUAL


def test_what_is_left_out_is_no_step_and_no_part_of_the_framework() -> None:
    out = (AgendaItem("statement:T1", 5, left_out=True), AgendaItem("overview", 5, left_out=True))
    assert set(USUAL) - set(keys(*out)) == {"statement:T1", "overview"}
    held = as_held(FRAMEWORK, out)
    assert [s.id for s in held.statements] == [s.id for s in FRAMEWORK.statements if s.id != "T1"]
    assert left_out_statements(FRAMEWORK, out) == ("T1",)
    assert as_held(FRAMEWORK, ()) is FRAMEWORK


def test_an_action_of_which_nothing_is_left_is_gone() -> None:
    action = FRAMEWORK.actions[0]
    out = [AgendaItem(f"statement:{s.id}", 5, left_out=True) for s in action.statements]
    assert [a.id for a in as_held(FRAMEWORK, out).actions] == [
        a.id for a in FRAMEWORK.actions if a is not action
    ]


@pytest.mark.parametrize(
    ("text", "minutes"), [("09:30", 570), ("", None), ("9:30", None), ("25:00", None)]
)
def test_only_a_time_of_day_begins_a_day(text: str, minutes: int | None) -> None:
    assert clock_minutes([AgendaItem("welcome", 10, at=text)]) == minutes
