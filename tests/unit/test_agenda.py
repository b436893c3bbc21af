"""The two usual agendas: as long as they say, with every step's own minutes."""

from __future__ import annotations

import pytest

from desktop_app.domain.agenda import AgendaItem, half_day, short
from desktop_app.domain.framework import Framework
from desktop_app.domain.steps import Step, StepKind
from tests.helpers import ROOT


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
