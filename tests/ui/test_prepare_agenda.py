"""The agenda of the prepare form: presets, own minutes, none; and it follows depth."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from desktop_app.domain.agenda import AgendaItem, half_day, short
from desktop_app.domain.framework import Depth
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.workshop import Details
from desktop_app.ui.home.prepare_agenda import AgendaForm
from tests.unit.builders import make_framework

FRAMEWORK = make_framework()


@pytest.fixture
def form(qtbot: QtBot) -> AgendaForm:
    made = AgendaForm()
    qtbot.addWidget(made)
    made.use_framework(FRAMEWORK, Depth.FULL)
    made.suggest()
    made.show()
    return made


def choose(form: AgendaForm, text: str) -> None:
    next(b for b in form.findChildren(QRadioButton) if b.text() == text).click()


def agenda(form: AgendaForm) -> tuple[AgendaItem, ...]:
    return form.add_to(Details("x")).agenda


def minutes(form: AgendaForm) -> int:
    return sum(item.minutes for item in agenda(form))


def spin(form: AgendaForm, name: str) -> QSpinBox:
    found = form.findChildren(QSpinBox)
    return next(s for s in found if s.accessibleName() == f"Minutes for {name}")


def test_presets_and_none(form: AgendaForm) -> None:
    assert agenda(form) == half_day(FRAMEWORK)
    choose(form, "Short")
    assert agenda(form) == short(FRAMEWORK)
    choose(form, "No times")
    assert agenda(form) == ()


def test_own_minutes_begin_with_the_half_day_and_add_up(form: AgendaForm) -> None:
    choose(form, "Own minutes")
    assert agenda(form) == half_day(FRAMEWORK)
    welcome = spin(form, "Welcome")
    assert welcome.isVisible()
    welcome.setValue(welcome.value() + 7)
    assert minutes(form) == sum(item.minutes for item in half_day(FRAMEWORK)) + 7


@pytest.mark.parametrize("wanted", [half_day(FRAMEWORK), short(FRAMEWORK), ()])
def test_what_was_prepared_is_shown_again(form: AgendaForm, wanted: tuple[AgendaItem, ...]) -> None:
    form.fill(wanted)
    assert agenda(form) == wanted


def test_own_minutes_are_shown_again(form: AgendaForm) -> None:
    own = tuple(AgendaItem(step.key, n) for n, step in enumerate(workshop_steps(FRAMEWORK)))
    form.fill(own)
    assert agenda(form) == own


def test_another_depth_has_other_steps(form: AgendaForm) -> None:
    choose(form, "Own minutes")
    spin(form, "Welcome").setValue(3)
    form.use_framework(FRAMEWORK, Depth.QUICK)
    quick = FRAMEWORK.at_depth(Depth.QUICK)
    assert [item.step for item in agenda(form)] == [s.key for s in workshop_steps(quick)]
    assert agenda(form)[0].minutes == 3
