"""What is in of one vote is taken over into a record, and nothing else that has changed."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.channels import Channel
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from tests.unit.builders import make_record, make_round

OPEN = make_round("T1", (1, 0, 2, 0, 0), state=RoundState.OPEN, present=7)
OTHER = make_round("T2", (1, 0, 2, 0, 0), present=7)
MORE = make_round("T1", (1, 0, 2, 1, 0), state=RoundState.OPEN, present=7)
DOTS = PriorityVote("p", "w1", RoundState.OPEN, Channel.TURNS, dots_each=3, present=7)


def test_ballots_of_a_round_are_taken_over_and_the_others_stay() -> None:
    record = make_record(OPEN, OTHER)
    taken = record.taking_over(MORE)
    assert taken is not None
    assert taken.rounds == (MORE, OTHER)
    assert replace(taken, rounds=record.rounds) == record


def test_a_round_that_is_not_known_or_has_changed_otherwise_is_not_taken_over() -> None:
    record = make_record(OPEN)
    assert record.taking_over(OTHER) is None
    assert record.taking_over(replace(MORE, state=RoundState.CLOSED)) is None
    assert record.taking_over(replace(MORE, present=8)) is None
    assert make_record().taking_over(OPEN) is None


def test_dots_are_taken_over_only_into_their_own_vote() -> None:
    record = replace(make_record(OPEN), priority_vote=DOTS)
    more = replace(DOTS, ballots_in=1, dots_in=3)
    taken = record.taking_over(more)
    assert taken == replace(record, priority_vote=more)
    assert record.taking_over(replace(more, id="another")) is None
    assert record.taking_over(replace(more, state=RoundState.CLOSED)) is None
    assert make_record(OPEN).taking_over(more) is None
