"""A turn at the ballot, act by act: what is held, what is told and how often, what is forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop_app.scenes.ballot import LaptopBallot
from desktop_app.ui.ballot.turn import FORGET_MS, LEFT_MS, PAUSE_MS, Turn, TurnTimes

from .ballots import ballot, dots, partners

pytestmark = pytest.mark.usefixtures("qapp")


class Person:
    """A ballot with what came out of it."""

    def __init__(self, first: LaptopBallot | None = None, times: TurnTimes | None = None) -> None:
        self.turn = Turn(times=times or TurnTimes(pause_ms=0))
        self.given: list[tuple[tuple[int, ...], str]] = []
        self.turn.confirmed.connect(self._take)
        self.turn.follow(first or ballot())

    def _take(self, points: tuple[int, ...], partner: str) -> None:
        self.given.append((points, partner))

    @property
    def held(self) -> tuple[bool, str, tuple[int, ...]]:
        return self.turn.under_way, self.turn.partner, self.turn.chosen

    def one_more(self) -> None:
        now = self.turn.ballot
        assert now is not None
        self.turn.follow(replace(now, ballots_in=now.ballots_in + 1))


def by_partner(*complete: int) -> LaptopBallot:
    return ballot(of=partners(*complete))


NOTHING = (False, "", ())


def clocks(turn: Turn) -> list[int]:
    """Return how long each clock runs that is running."""
    timers = turn.findChildren(QTimer)
    assert all(timer.isSingleShot() for timer in timers), "none of them rings twice"
    return [timer.interval() for timer in timers if timer.isActive()]


def test_nothing_can_be_picked_before_a_turn_is_begun() -> None:
    person = Person()
    assert not person.turn.pick(3)
    assert not person.turn.confirm()
    assert person.held == NOTHING
    assert person.turn.begin()
    assert person.turn.pick(3)
    assert person.held == (True, "", (3,))


def test_a_choice_is_given_once_and_thanked_for_when_it_is_in() -> None:
    person = Person()
    person.turn.begin()
    person.turn.pick(3)
    person.turn.pick(4)
    assert person.turn.confirm()
    assert person.given == [((4,), "")]
    assert person.held == NOTHING
    assert not person.turn.thanks, "it is not stored yet"
    assert not person.turn.confirm()
    person.one_more()
    assert person.turn.thanks
    assert person.given == [((4,), "")]


def test_a_second_press_of_enter_begins_nobodys_turn(qtbot: QtBot) -> None:
    person = Person(times=TurnTimes())
    person.turn.enter()
    person.turn.pick(3)
    person.turn.enter()
    person.one_more()
    assert clocks(person.turn) == [PAUSE_MS]
    person.turn.enter()
    assert person.held == NOTHING
    assert person.turn.thanks
    quick = Person(times=TurnTimes(pause_ms=1))
    quick.turn.enter()
    quick.turn.pick(3)
    quick.turn.enter()
    qtbot.waitUntil(quick.turn.begin)


def test_nobody_is_thanked_for_the_ballot_of_another() -> None:
    person = Person()
    person.turn.begin()
    person.turn.pick(3)
    person.one_more()
    assert person.held == NOTHING, "somebody else was faster: whose turn is it?"
    assert not person.turn.thanks


def test_thanks_end_with_the_next_turn_and_when_all_is_cleared() -> None:
    for end in (Turn.begin, Turn.clear):
        person = Person()
        person.turn.begin()
        person.turn.pick(3)
        person.turn.confirm()
        person.one_more()
        assert person.turn.thanks
        end(person.turn)
        assert not person.turn.thanks


@pytest.mark.parametrize("point", [-1, 6, 9])
def test_what_is_no_card_is_no_pick(point: int) -> None:
    person = Person()
    person.turn.begin()
    person.turn.pick(2)
    assert not person.turn.pick(point)
    assert person.turn.chosen == (2,)


def test_arrows_move_the_pick_from_card_to_card() -> None:
    person = Person()
    person.turn.move(1)
    assert person.held == NOTHING
    person.turn.begin()
    moved = []
    for by in (1, 1, -1, -1, -1):
        person.turn.move(by)
        moved.append(person.turn.chosen)
    assert moved == [(1,), (2,), (1,), (0,), (5,)]


def test_a_pick_is_forgotten_sooner_than_a_turn_that_was_only_begun(qtbot: QtBot) -> None:
    person = Person(times=TurnTimes(pause_ms=0))
    person.turn.begin()
    assert clocks(person.turn) == [LEFT_MS]
    person.turn.pick(2)
    assert clocks(person.turn) == [FORGET_MS]
    person.turn.clear()
    assert clocks(person.turn) == []
    gone = Person(times=TurnTimes(forget_ms=1))
    gone.turn.begin()
    with qtbot.waitSignals([gone.turn.changed, gone.turn.changed]):
        gone.turn.pick(2)
    assert gone.held == NOTHING


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (ballot(9, 12), True),
        (ballot(9, 14), True),
        (ballot(10, 12), False),
        (ballot(9, 9), False),
        (ballot(vote_id="r2"), False),
        (ballot(points=4), False),
        (ballot(of=partners()), False),
        (dots(), False),
        (None, False),
    ],
)
def test_a_choice_stays_only_while_the_same_vote_waits_for_the_same_person(
    other: LaptopBallot | None, kept: bool
) -> None:
    person = Person()
    person.turn.begin()
    person.turn.pick(3)
    person.turn.follow(other)
    assert (person.turn.chosen == (3,)) is kept
    assert not person.turn.thanks
    person.turn.confirm()
    assert person.given == ([((3,), "")] if kept else [])


def test_nobody_begins_when_everybody_is_in() -> None:
    person = Person(ballot(12, 12))
    assert not person.turn.begin()
    person.turn.follow(None)
    assert not person.turn.begin()


# Partners


def test_a_partner_begins_the_turn_and_goes_with_the_ballot() -> None:
    person = Person(by_partner())
    assert not person.turn.begin()
    assert person.turn.pick(2)
    assert person.held == (True, "Health board", ())
    person.turn.pick(4)
    person.turn.confirm()
    assert person.given == [((4,), "Health board")]
    assert person.held == NOTHING


@pytest.mark.parametrize("place", [-1, 0, 2, 6])
def test_a_partner_that_is_complete_or_not_there_cannot_be_picked(place: int) -> None:
    person = Person(by_partner(2))
    assert not person.turn.pick(place)
    assert person.held == NOTHING


def test_a_turn_ends_when_its_partner_becomes_complete_elsewhere() -> None:
    person = Person(by_partner())
    person.turn.pick(2)
    person.turn.pick(4)
    person.turn.follow(by_partner(1))
    assert person.held == (True, "Health board", (4,))
    person.turn.follow(by_partner(1, 2))
    assert person.held == NOTHING
    assert not person.turn.confirm()


def test_the_mark_skips_complete_partners_and_enter_picks_it() -> None:
    person = Person(by_partner(1, 3))
    person.turn.enter()
    assert person.held == NOTHING, "a mark that nobody saw picks nothing"
    seen = []
    for by in (1, 1, 1, 1, -1):
        person.turn.move(by)
        seen.append(person.turn.marked)
    assert seen == [2, 4, 5, 2, 5]
    person.turn.enter()
    assert person.held == (True, "Schools’ federation", ())
    assert person.turn.marked is None


def test_back_goes_step_by_step_and_change_gives_the_ballot_back() -> None:
    person = Person(by_partner())
    person.turn.pick(2)
    person.turn.pick(4)
    person.turn.step_back()
    assert person.held == (True, "Health board", ())
    person.turn.step_back()
    assert person.held == NOTHING
    person.turn.pick(3)
    person.turn.pick(4)
    person.turn.change()
    assert person.held == NOTHING


def test_without_partners_back_leaves_the_turn_begun() -> None:
    person = Person()
    person.turn.begin()
    person.turn.pick(4)
    person.turn.step_back()
    person.turn.step_back()
    assert person.held == (True, "", ())


# Dots


def test_dots_are_placed_up_to_as_many_as_there_are_and_given_together() -> None:
    person = Person(dots())
    person.turn.begin()
    assert [person.turn.pick(point) for point in (2, 2, 6, 4, 1)] == [
        True, True, False, True, False,
    ]  # fmt: skip
    assert person.turn.chosen == (2, 2, 4)
    person.turn.confirm()
    assert person.given == [((2, 2, 4), "")]


def test_a_dot_is_taken_back_the_last_or_one_on_its_card() -> None:
    person = Person(dots())
    person.turn.begin()
    for point in (2, 4, 2):
        person.turn.pick(point)
    person.turn.take_back(4)
    assert person.turn.chosen == (2, 2)
    person.turn.take_back(5)
    person.turn.change()
    assert person.turn.chosen == (2,)
    person.turn.step_back()
    person.turn.step_back()
    assert person.held == (True, "", ())
    assert not person.turn.confirm()


def test_arrows_choose_an_action_and_enter_places_dots_there() -> None:
    person = Person(dots())
    turn = person.turn
    turn.begin()
    turn.move(1)
    turn.move(1)
    assert (turn.chosen, turn.marked) == ((), 2), "arrows alone place no dot"
    turn.enter()
    turn.enter()
    turn.move(-1)
    turn.enter()
    assert turn.chosen == (2, 2, 1)
    turn.enter()
    assert person.given == [((2, 2, 1), "")], "no dot is left to place"


def test_backspace_takes_a_dot_off_the_action_that_is_marked() -> None:
    turn = Person(dots()).turn
    turn.begin()
    for point in (2, 4, 4):
        turn.pick(point)
    turn.move(1)
    turn.move(1)
    turn.step_back()
    assert turn.chosen == (4, 4)
    turn.step_back()
    assert turn.chosen == (4,), "none is left there, so the last one goes"


@pytest.mark.parametrize("by", [1, -1])
def test_past_the_last_action_arrows_come_to_confirming(by: int) -> None:
    person = Person(dots())
    turn = person.turn
    turn.begin()
    for _ in range(6):
        turn.move(by)
    assert not turn.at_confirm, "nothing is placed yet"
    turn.enter()
    placed = turn.chosen
    for _ in range(5):
        if not turn.at_confirm:
            turn.move(by)
    assert turn.at_confirm
    turn.enter()
    assert person.given == [(placed, "")], "with dots left"


def test_after_a_dot_by_its_number_enter_confirms() -> None:
    person = Person(dots())
    person.turn.begin()
    person.turn.move(1)
    person.turn.pick(3)
    person.turn.enter()
    assert person.given == [((3,), "")]


def test_what_is_confirmed_is_shown_once_it_is_in_and_at_once_where_it_does_not_come_in() -> None:
    person = Person()
    shown: list[bool] = []
    person.turn.begin()
    person.turn.pick(3)
    person.turn.changed.connect(lambda: shown.append(person.turn.thanks))
    person.turn.confirm()
    assert shown == [False], "nobody stored it"
    person.turn.begin()
    person.turn.pick(4)
    person.turn.confirmed.connect(lambda *_: person.one_more())
    shown.clear()
    person.turn.confirm()
    assert shown == [True]
