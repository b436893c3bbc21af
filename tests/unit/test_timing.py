"""Time: counted by a clock that jumps as clocks do, kept, planned against actual."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.day_clock import DayClock, WallTime
from desktop_app.application.timing import (
    LONGEST_TICK,
    MAX_ADDED,
    Stopwatch,
    Timing,
    added,
    lead_into,
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
    timing = Timing(library, Hand(), lambda: datetime(2027, 5, 14, tzinfo=UTC))
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


AGENDA = (
    AgendaItem("welcome", 10, at="09:30"),
    AgendaItem("statement:T1", 7),
    AgendaItem("statement:T2", 8),
    AgendaItem("break:1", 15),
    AgendaItem("overview", 5),
)
T2, A1 = Step(StepKind.STATEMENT, "T2"), Step(StepKind.STATEMENT, "A1")


def behind(into_day: int | None, current: Step, **seconds: int) -> int | None:
    times = {key: StepTime(key, spent) for key, spent in _keyed(seconds).items()}
    now = time_now(a_day(agenda=AGENDA), times, current, running=True, into_day=into_day)
    return now.behind


def _keyed(seconds: dict[str, int]) -> dict[str, int]:
    return {(k if k == "welcome" else f"statement:{k}"): v for k, v in seconds.items()}


@pytest.mark.parametrize(
    ("into_day", "current", "seconds", "expected"),
    [
        (None, WELCOME, {}, None),
        (11 * 60, T1, {"T1": 60}, 0),
        (17 * 60, T1, {"T1": 420}, 0),
        (19 * 60, T1, {"T1": 540}, 120),
        (12 * 60, T2, {"T1": 90, "T2": 30}, -300),
        (12 * 60, T2, {"T1": 90, "T2": 4}, 0),
        (30 * 60, T1, {"T1": 90, "T2": 30}, 300),
    ],
)
def test_where_the_day_stands_by_the_clock(
    into_day: int | None, current: Step, seconds: dict[str, int], expected: int | None
) -> None:
    assert behind(into_day, current, **seconds) == expected


def test_the_next_break_is_told_by_the_agenda() -> None:
    def told(into_day: int | None, current: Step) -> int | None:
        now = time_now(a_day(agenda=AGENDA), {}, current, running=True, into_day=into_day)
        return now.break_in

    assert told(10 * 60, T1) == 15 * 60
    assert told(30 * 60, T2) == -5 * 60
    assert told(30 * 60, Step(StepKind.OVERVIEW)) is None
    assert told(None, T1) is None


def test_a_step_is_over_once_it_took_more_than_it_may() -> None:
    late = {WELCOME.key: StepTime(WELCOME.key, 601)}
    assert time_now(a_day(), late, WELCOME, running=True).over
    more = {WELCOME.key: StepTime(WELCOME.key, 601, 1)}
    assert not time_now(a_day(), more, WELCOME, running=True).over


def test_without_an_agenda_time_is_only_counted() -> None:
    taken = {"welcome": StepTime("welcome", 70)}
    now = time_now(a_day(agenda=()), taken, WELCOME, running=True, into_day=600)
    assert (now.spent, now.planned, now.behind, now.over) == (70, None, None, False)


@pytest.mark.parametrize(
    ("left_at", "lead"),
    [("09:40", 10 * 60), ("09:55", 25 * 60), ("09:28", -120), ("19:00", 10 * 60)],
)
def test_a_day_is_as_late_as_it_leaves_its_welcome(left_at: str, lead: int) -> None:
    """One that is begun in the evening is a trial, not half a day late."""
    now = datetime.fromisoformat(f"2027-05-14T{left_at}:00")
    assert lead_into(a_day(agenda=AGENDA), now) == lead


@pytest.mark.parametrize(
    ("at", "left_at", "lead"),
    [("23:50", "00:05", 15 * 60), ("00:05", "23:58", -7 * 60), ("23:50", "23:55", 5 * 60)],
)
def test_a_day_round_midnight_is_late_by_minutes(at: str, left_at: str, lead: int) -> None:
    agenda = (replace(AGENDA[0], at=at), *AGENDA[1:])
    now = datetime.fromisoformat(f"2027-05-14T{left_at}:00")
    assert lead_into(a_day(agenda=agenda), now) == lead


# The clock of the day


class Wall(Hand):
    """A wall clock and one that only goes forward, which a test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.time = datetime(2027, 5, 14, 9, 40, tzinfo=UTC)

    def pass_(self, seconds: float, *, awake: bool = True) -> None:
        self.time += timedelta(seconds=seconds)
        self.now += seconds if awake else 0.0


def test_the_day_goes_on_while_the_laptop_sleeps() -> None:
    hand = Wall()
    day = DayClock(WallTime(lambda: hand.time, hand))
    assert day.seconds is None
    day.begin(600)
    hand.pass_(60)
    hand.pass_(1800, awake=False)
    assert day.seconds == 600 + 60 + 1800


def test_a_clock_that_is_set_back_takes_no_time_away() -> None:
    hand = Wall()
    wall = WallTime(lambda: hand.time, hand)
    day = DayClock(wall)
    day.begin(0)
    hand.pass_(600)
    assert day.seconds == 600
    hand.now += 5
    hand.time -= timedelta(hours=1)
    assert day.seconds == 605
    hand.pass_(55)
    assert day.seconds == 660
    assert wall.shown(wall.now()).timestamp() == hand.time.timestamp(), "as the clock shows it"


@given(st.lists(st.tuples(st.floats(-4000, 4000), st.floats(0, 100)), max_size=30))
def test_the_day_never_goes_back(moves: list[tuple[float, float]]) -> None:
    hand = Wall()
    day = DayClock(WallTime(lambda: hand.time, hand))
    day.begin(0)
    last = 0
    for wall, ticks in moves:
        hand.time += timedelta(seconds=wall)
        hand.now += ticks
        seconds = day.seconds
        assert seconds is not None
        assert seconds >= last
        last = seconds


def test_a_day_that_began_in_the_future_did_not() -> None:
    hand = Wall()
    wall = WallTime(lambda: hand.time, hand)
    assert DayClock(wall, wall.now() + 60, 600).seconds is None
    assert DayClock(wall, wall.now() - 60, 600).seconds == 660
