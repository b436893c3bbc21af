"""Time: counted by a clock that jumps as clocks do, kept, planned against actual."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.timing import (
    LONGEST_TICK,
    MAX_ADDED,
    Stopwatch,
    Timing,
    added,
    time_now,
    time_rows,
    total_row,
)
from desktop_app.domain.agenda import AgendaItem, StepTime, half_day
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord

from .builders import make_record, make_workshop
from .fakes import FakeLibrary

WELCOME, T1 = Step(StepKind.WELCOME), Step(StepKind.STATEMENT, "T1")


class Hand:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def running(hand: Hand, seconds: int = 0) -> Stopwatch:
    watch = Stopwatch(hand)
    watch.begin(seconds)
    watch.run(running=True)
    return watch


def pass_(hand: Hand, watch: Stopwatch, *steps: float) -> int:
    for step in steps:
        hand.now += step
        watch.tick()
    return watch.seconds


def test_it_counts_on_from_where_it_stood() -> None:
    hand = Hand()
    assert pass_(hand, running(hand, 40), *[1.0] * 20) == 60


@pytest.mark.parametrize("jump", [-7200.0, 28_800.0, math.inf, math.nan])
def test_sleep_and_jumps_of_the_clock_do_no_harm(jump: float) -> None:
    hand = Hand()
    watch = running(hand, 10)
    before = hand.now
    assert 10 <= pass_(hand, watch, jump) <= 10 + LONGEST_TICK
    if not math.isfinite(hand.now):
        hand.now = before
        watch.tick()
    assert pass_(hand, watch, 1.0, 1.0) <= 12 + LONGEST_TICK


def test_nothing_is_counted_while_it_is_paused() -> None:
    hand = Hand()
    watch = running(hand)
    pass_(hand, watch, 2.0)
    watch.run(running=False)
    pass_(hand, watch, 3.0, 3.0)
    watch.run(running=True)
    assert pass_(hand, watch, 1.0) == 3


@given(st.lists(st.floats(-1e6, 1e6), max_size=40))
def test_it_never_goes_back_nor_faster_than_its_ticks(steps: list[float]) -> None:
    hand = Hand()
    watch = running(hand)
    last = 0
    for step in steps:
        now = pass_(hand, watch, step)
        assert last <= now <= last + LONGEST_TICK + 1
        last = now


def test_what_a_step_takes_is_kept() -> None:
    library = FakeLibrary(make_record())
    timing = Timing(library, Hand())
    assert timing.save("w1", StepTime("welcome", 12)).changes == Changes.TIME
    timing.save("w1", StepTime("welcome", 17, 1))
    assert library.record().times == (StepTime("welcome", 17, 1),)
    with pytest.raises(NotFound):
        timing.save("gone", StepTime("welcome", 1))


def test_minutes_are_added_within_limits() -> None:
    time = StepTime("welcome", 5)
    assert added(time, 1) == StepTime("welcome", 5, 1)
    assert added(added(time, MAX_ADDED), 1).added_minutes == MAX_ADDED
    assert added(time, -1).added_minutes == 0


def a_day(*times: StepTime, agenda: tuple[AgendaItem, ...] | None = None) -> WorkshopRecord:
    workshop = make_workshop()
    planned = half_day(workshop.framework) if agenda is None else agenda
    return replace(make_record(workshop=replace(workshop, agenda=planned)), times=times)


def test_an_action_is_one_part_of_the_day() -> None:
    agenda = (AgendaItem("welcome", 10), AgendaItem("statement:T1", 7), AgendaItem("action:T", 3))
    taken = (StepTime("statement:T1", 300, 2), StepTime("statement:T2", 60))
    rows = time_rows(a_day(*taken, agenda=agenda))
    assert [(r.step.key, r.action) for r in rows[:3]] == [
        ("welcome", ""),
        ("statement:T1", "T"),
        ("statement:A1", "A"),
    ]
    trust = rows[1]
    assert (trust.planned, trust.added, trust.actual) == (12 * 60, 120, 360)
    assert rows[2].planned is None
    assert total_row(rows) == (22 * 60, 360)


def test_where_the_day_stands() -> None:
    record = a_day()
    times = {"welcome": StepTime("welcome", 15 * 60), T1.key: StepTime(T1.key, 60)}
    now = time_now(record, times, T1, running=True)
    assert (now.spent, now.behind, now.over) == (60, 5 * 60, False)
    late = {WELCOME.key: StepTime(WELCOME.key, 601)}
    assert time_now(record, late, WELCOME, running=True).over
    more = {WELCOME.key: StepTime(WELCOME.key, 601, 1)}
    assert not time_now(record, more, WELCOME, running=True).over


def test_a_glance_at_a_step_does_not_put_the_day_ahead() -> None:
    times = {"next_steps": StepTime("next_steps", 4), "welcome": StepTime("welcome", 60)}
    assert time_now(a_day(), times, WELCOME, running=True).behind == 0


def test_without_an_agenda_time_is_only_counted() -> None:
    now = time_now(a_day(agenda=()), {"welcome": StepTime("welcome", 70)}, WELCOME, running=True)
    assert (now.spent, now.planned, now.behind, now.over) == (70, None, None, False)
