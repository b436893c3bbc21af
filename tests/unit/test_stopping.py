"""A workshop that is opened again goes on as it was left: how the stage looked, and its timer."""

from __future__ import annotations

import pytest

from desktop_app.application.stopping import Stopping
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.stopped import Stopped
from desktop_app.scenes.looks import Look
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.stage_choice import StageChoice

HERE, THERE = Step(StepKind.STATEMENT, "T1"), Step(StepKind.OVERVIEW)
CHOICES = [
    StageChoice(look=Look.GROUPS),
    StageChoice(order=next(order for order in OverviewOrder if order != StageChoice().order)),
    StageChoice(blank=True),
    StageChoice(parking=True),
]


class Store:
    """A StoppedStore in memory; counts how often it is written, and can be full."""

    def __init__(self, stopped: Stopped | None = None, *, full: bool = False) -> None:
        self.stopped = stopped or Stopped()
        self.full = full
        self.saved = 0

    def load(self) -> Stopped:
        return self.stopped

    def save(self, stopped: Stopped) -> None:
        if self.full:
            raise OutputProblem("No room")
        self.saved += 1
        self.stopped = stopped


@pytest.mark.parametrize("choice", CHOICES)
def test_the_stage_looks_the_same_again_at_that_step_of_that_workshop(choice: StageChoice) -> None:
    store = Store()
    Stopping(store).keep_stage("w1", HERE, choice)
    again = Stopping(store)
    assert again.stage("w1", HERE) == choice
    assert again.stage("w1", THERE) == again.stage("w2", HERE) == StageChoice()


def test_what_is_as_usual_is_not_kept() -> None:
    store = Store()
    stopping = Stopping(store)
    stopping.keep_stage("w1", HERE, CHOICES[0])
    stopping.keep_stage("w1", THERE, StageChoice())
    assert store.stopped == Stopped()


def test_nothing_is_written_where_nothing_changed() -> None:
    store = Store()
    stopping = Stopping(store)
    for _ in range(3):
        stopping.keep_stage("w1", HERE, CHOICES[2])
        stopping.pause("w1", paused=True)
    assert store.saved == 2


def test_a_pause_holds_for_one_workshop_and_beside_the_stage() -> None:
    store = Store()
    stopping = Stopping(store)
    stopping.pause("w1", paused=True)
    stopping.keep_stage("w2", HERE, CHOICES[2])
    stopping.keep_stage("w2", HERE, StageChoice())
    again = Stopping(store)
    assert again.is_paused("w1")
    assert not again.is_paused("w2")
    again.pause("w1", paused=False)
    assert not again.is_paused("w1")
    assert not Stopping(store).is_paused("w1")


@pytest.mark.parametrize("word", ["", "upside_down"])
def test_a_look_that_this_version_does_not_know_is_as_usual(word: str) -> None:
    store = Store(Stopped(workshop_id="w1", step=HERE.key, look=word, order="framework"))
    assert Stopping(store).stage("w1", HERE) == StageChoice()


def test_what_cannot_be_kept_holds_until_the_end() -> None:
    stopping = Stopping(Store(full=True))
    stopping.keep_stage("w1", HERE, CHOICES[0])
    stopping.pause("w1", paused=True)
    assert stopping.stage("w1", HERE) == CHOICES[0]
    assert stopping.is_paused("w1")
