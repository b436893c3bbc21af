"""A vote from its opening to its reveal: the rules of rounds, whatever the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.rounds import MAX_HANDS, CountDiffers, Rounds, difference
from desktop_app.application.workshops import Workshops
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError, InputProblem, NotFound, RuleProblem
from desktop_app.domain.people import People
from desktop_app.domain.rounds import MERGED, Round, RoundState, Tally
from desktop_app.domain.workshop import Privacy

from .builders import make_framework, make_record, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids


def a_library(present: int = 3, points: int = 5) -> FakeLibrary:
    workshop = make_workshop(make_framework(points), present=present)
    return FakeLibrary(make_record(workshop=workshop))


def rounds_of(library: FakeLibrary) -> Rounds:
    return Rounds(library, Ids())


def opened(library: FakeLibrary, channel: Channel = Channel.TURNS) -> tuple[Rounds, str]:
    rounds = rounds_of(library)
    return rounds, rounds.open("w1", "T1", channel).value


def refused(call: object, problem: type[AppError], *words: str) -> None:
    assert callable(call)
    with pytest.raises(problem) as raised:
        call()
    for word in words:
        assert word in str(raised.value)


# Opening


def test_the_first_vote_is_open_for_the_people_in_the_room() -> None:
    library = a_library(present=7)
    outcome = rounds_of(library).open("w1", "T2", Channel.HANDS)
    assert outcome.changes == Changes.ROUND | Changes.STAGE
    assert rounds_of(library).round(outcome.value) == Round(
        outcome.value, "w1", "T2", 1, Channel.HANDS, RoundState.OPEN, present=7
    )


def test_a_second_vote_follows_a_revealed_one_only() -> None:
    library = a_library(present=1)
    rounds, first = opened(library)
    again = lambda: rounds.open("w1", "T1", Channel.TURNS)  # noqa: E731
    refused(again, RuleProblem, "under way", "Reveal or discard")
    rounds.cast(first, 3)
    rounds.close(first)
    refused(again, RuleProblem, "under way")
    rounds.reveal(first)
    second = rounds.round(again().value)
    assert (second.ordinal, second.ballots_in, second.state) == (2, 0, RoundState.OPEN)
    assert rounds.round(first).state is RoundState.REVEALED


def test_votes_on_two_statements_are_open_side_by_side() -> None:
    library = a_library()
    rounds, first = opened(library)
    second = rounds.open("w1", "T2", Channel.TURNS).value
    assert {rounds.round(key).state for key in (first, second)} == {RoundState.OPEN}


def test_a_statement_that_the_workshop_does_not_have_is_not_voted_on() -> None:
    library = a_library()
    with pytest.raises(NotFound, match="no statement “Z9”"):
        rounds_of(library).open("w1", "Z9", Channel.TURNS)
    assert library.record().rounds == ()


def test_a_discarded_vote_makes_room_for_a_first_one() -> None:
    rounds, first = opened(a_library())
    rounds.discard(first)
    second = rounds.open("w1", "T1", Channel.HANDS).value
    assert rounds.round(second).ordinal == 1


def test_what_is_gone_is_said() -> None:
    rounds = rounds_of(a_library())
    for call in (
        lambda: rounds.open("gone", "T1", Channel.TURNS),
        lambda: rounds.round("gone"),
        lambda: rounds.cast("gone", 3),
        lambda: rounds.count_hands("gone", [0] * 6),
        lambda: rounds.use_channel("gone", Channel.HANDS),
        lambda: rounds.close("gone"),
        lambda: rounds.reveal("gone"),
        lambda: rounds.discard("gone"),
    ):
        refused(call, NotFound)


# Turns


def test_each_ballot_is_kept_when_cast_returns() -> None:
    library = a_library(present=3)
    rounds, key = opened(library)
    for place, point in enumerate((5, 0, 1), 1):
        outcome = rounds.cast(key, point)
        assert (outcome.touched, outcome.changes) == (library.round(key), Changes.BALLOTS)
        assert library.round(key).ballots_in == place


def test_no_more_ballots_than_people_in_the_room() -> None:
    library = a_library(present=2)
    rounds, key = opened(library)
    rounds.cast(key, 3)
    rounds.cast(key, 3)
    refused(
        lambda: rounds.cast(key, 3),
        RuleProblem,
        "Each of the 2 people in the room has voted",
        "raise the number",
    )
    Workshops(library, FakeFrameworks(), Clock(), Ids()).set_people("w1", People(3))
    assert rounds.cast(key, 3).touched == library.round(key)


@pytest.mark.parametrize("points", [3, 5, 7])
def test_only_points_of_the_scale_are_taken(points: int) -> None:
    library = a_library(present=9, points=points)
    rounds, key = opened(library)
    for point in (-1, points + 1, 99):
        refused(lambda p=point: rounds.cast(key, p), InputProblem, "not a point of the scale")
    assert library.round(key).ballots_in == 0
    for point in (0, 1, points):
        rounds.cast(key, point)
    assert library.round(key).ballots_in == 3


def test_values_are_seen_only_once_revealed() -> None:
    library = a_library(present=3)
    rounds, key = opened(library)
    for point in (5, 5, 0):
        rounds.cast(key, point, "north")
    assert library.round(key).tallies == ()
    rounds.close(key)
    assert library.round(key).tallies == ()
    rounds.reveal(key)
    counted = (Tally(Channel.TURNS, "", 0, 1), Tally(Channel.TURNS, "", 5, 2))
    assert library.round(key).tallies == counted


def test_of_groups_only_those_that_may_be_shown_are_kept() -> None:
    library = a_library(present=13)
    with library.writing() as work:
        open_mode = replace(work.workshop("w1"), privacy=Privacy.ANONYMOUS_WITH_GROUP)
        work.save_workshop(open_mode)
        work.commit()
    rounds, key = opened(library)
    for group, people in (("north", 6), ("south", 6), ("one alone", 1)):
        for _ in range(people):
            rounds.cast(key, 4, group)
    rounds.close(key)
    rounds.reveal(key)
    groups = {t.group: t.votes for t in library.round(key).tallies}
    joined = f"{MERGED}north{MERGED}one alone"  # the smallest joins who would be alone
    assert groups == {"south": 6, joined: 7}


def test_a_vote_by_hands_takes_no_single_ballot() -> None:
    library = a_library()
    rounds, key = opened(library, Channel.HANDS)
    refused(lambda: rounds.cast(key, 3), RuleProblem, "counted by hands")
    assert library.round(key).ballots_in == 0


# Hands


def test_counted_hands_replace_one_another() -> None:
    library = a_library()
    rounds, key = opened(library, Channel.HANDS)
    rounds.count_hands(key, [0, 1, 0, 0, 0, 0])
    outcome = rounds.count_hands(key, [1, 0, 0, 2, 0, 0])
    assert (outcome.touched, outcome.changes) == (library.round(key), Changes.BALLOTS)
    assert library.round(key).hand_counts(5) == (1, 0, 0, 2, 0, 0)
    assert library.round(key).ballots_in == 3


@pytest.mark.parametrize("count", [-1, MAX_HANDS + 1])
def test_a_count_of_hands_has_limits(count: int) -> None:
    library = a_library()
    rounds, key = opened(library, Channel.HANDS)
    refused(lambda: rounds.count_hands(key, [0, 0, count, 0, 0, 0]), InputProblem, "0 to 999")
    assert library.round(key).ballots_in == 0


@pytest.mark.parametrize("length", [0, 5, 7, 9])
def test_hands_are_counted_for_each_point_of_the_scale(length: int) -> None:
    library = a_library()
    rounds, key = opened(library, Channel.HANDS)
    refused(lambda: rounds.count_hands(key, [1] * length), InputProblem, "each point")
    assert library.round(key).ballots_in == 0


@pytest.mark.parametrize("channel", [c for c in Channel if not c.traits.counted])
def test_no_counts_are_typed_into_a_vote_by_single_ballots(channel: Channel) -> None:
    library = a_library()
    rounds, key = opened(library, channel)
    refused(lambda: rounds.count_hands(key, [0, 0, 0, 0, 0, 2]), RuleProblem, "Change to hands")
    assert library.round(key).ballots_in == 0


def test_two_channels_add_up() -> None:
    library = a_library(present=4)
    rounds, key = opened(library, Channel.HANDS)
    rounds.count_hands(key, [0, 0, 0, 0, 0, 2])
    outcome = rounds.use_channel(key, Channel.TURNS)
    assert outcome.changes == Changes.ROUND | Changes.STAGE
    rounds.cast(key, 1)
    assert rounds.cast(key, 1).touched == library.round(key)
    refused(lambda: rounds.cast(key, 1), RuleProblem, "Each of the 4 people")
    rounds.close(key)
    rounds.reveal(key)
    tallies = (Tally(Channel.HANDS, "", 5, 2), Tally(Channel.TURNS, "", 1, 2))
    assert library.round(key).tallies == tallies


# Closing


def test_a_vote_without_ballots_cannot_be_closed() -> None:
    rounds, key = opened(a_library())
    refused(lambda: rounds.close(key, "never mind"), RuleProblem, "No ballot is in yet", "discard")
    assert rounds.round(key).state is RoundState.OPEN


@pytest.mark.parametrize(
    ("hands", "said"),
    [(2, "2 ballots are in. 3 people are in the room."),
     (1, "One ballot is in. 3 people are in the room."),
     (4, "4 ballots are in. 3 people are in the room.")],
)  # fmt: skip
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_difference_needs_a_reason(hands: int, said: str, reason: str) -> None:
    library = a_library(present=3)
    rounds, key = opened(library, Channel.HANDS)
    rounds.count_hands(key, [0, hands, 0, 0, 0, 0])
    refused(lambda: rounds.close(key, reason), CountDiffers, said, "with a reason")
    assert difference(library.round(key)) == hands - 3
    assert library.round(key).state is RoundState.OPEN
    rounds.close(key, " One stepped out ")
    closed = library.round(key)
    assert (closed.state, closed.difference_reason) == (RoundState.CLOSED, "One stepped out")
    assert (closed.present, closed.ballots_in) == (3, hands)


def test_where_one_person_is_in_the_room_the_sentence_says_so() -> None:
    rounds, key = opened(a_library(present=1), Channel.HANDS)
    rounds.count_hands(key, [0, 2, 0, 0, 0, 0])
    refused(lambda: rounds.close(key), CountDiffers, "2 ballots are in. One person is in")


def test_a_reason_is_kept_only_for_a_difference() -> None:
    library = a_library(present=1)
    rounds, key = opened(library)
    rounds.cast(key, 2)
    rounds.close(key, "No need")
    assert library.round(key).difference_reason == ""


def test_closing_freezes_the_people_in_the_room() -> None:
    library = a_library(present=2)
    workshops = Workshops(library, FakeFrameworks(), Clock(), Ids())
    rounds, key = opened(library)
    rounds.cast(key, 2)
    workshops.set_people("w1", People(1))
    rounds.close(key)
    workshops.set_people("w1", People(5))
    assert library.round(key).present == 1


def test_a_vote_is_a_running_total_until_the_room_has_seen_it() -> None:
    library = a_library(present=2)
    rounds, first = opened(library)
    rounds.cast(first, 2)
    rounds.cast(first, 4)
    rounds.close(first)
    assert library.in_boxes() == 2
    rounds.reveal(first)
    assert library.in_boxes() == 0
    second = rounds.open("w1", "T2", Channel.TURNS).value
    rounds.cast(second, 2)
    rounds.discard(second)
    assert library.in_boxes() == 1  # as long as that can be taken back


@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.REVEALED, RoundState.DISCARDED])
def test_a_vote_that_is_over_takes_nothing_more(state: RoundState) -> None:
    library = a_library(present=2)
    rounds, key = opened(library)
    rounds.cast(key, 3)
    with library.writing() as work:
        work.save_round(replace(work.round(key), state=state))
        work.commit()
    before = library.round(key)
    for call in (
        lambda: rounds.cast(key, 3),
        lambda: rounds.count_hands(key, [0] * 6),
        lambda: rounds.use_channel(key, Channel.HANDS),
        lambda: rounds.close(key, "once more"),
    ):
        refused(call, RuleProblem, "This vote is closed")
    assert library.round(key) == before


# Reveal and discard


def test_only_a_closed_vote_is_revealed_and_only_once() -> None:
    rounds, key = opened(a_library(present=1))
    refused(lambda: rounds.reveal(key), RuleProblem, "Close it first")
    rounds.cast(key, 3)
    rounds.close(key)
    assert rounds.reveal(key).changes == Changes.ROUND | Changes.STAGE
    refused(lambda: rounds.reveal(key), RuleProblem)


@pytest.mark.parametrize("closed", [False, True])
def test_a_vote_the_room_has_not_seen_can_be_set_aside(closed: bool) -> None:
    library = a_library(present=1)
    rounds, key = opened(library)
    rounds.cast(key, 3)
    if closed:
        rounds.close(key)
    rounds.discard(key)
    assert library.record().rounds == ()
    refused(lambda: rounds.reveal(key), RuleProblem)


def test_what_the_room_has_seen_stays() -> None:
    library = a_library(present=1)
    rounds, key = opened(library)
    rounds.cast(key, 3)
    rounds.close(key)
    rounds.reveal(key)
    refused(lambda: rounds.discard(key), RuleProblem, "Vote again instead")
    assert library.round(key).state is RoundState.REVEALED


# Whatever is done


_ACTS = st.one_of(
    st.tuples(st.just("cast"), st.integers(-1, 6)),
    st.tuples(st.just("count_hands"), st.lists(st.integers(0, 2), min_size=6, max_size=6)),
    st.tuples(st.just("use_channel"), st.sampled_from([Channel.HANDS, Channel.TURNS])),
    st.tuples(st.just("close"), st.sampled_from(["", "late"])),
    st.tuples(st.sampled_from(["reveal", "discard", "open"]), st.none()),
)


@given(st.lists(_ACTS, max_size=25), st.integers(1, 5))
def test_each_act_happens_whole_or_not_at_all(acts: list[tuple[str, object]], present: int) -> None:
    """Follow one statement through any acts: what is refused changes nothing."""
    library = a_library(present=present)
    rounds, key = opened(library)
    for name, value in acts:
        before = library.shelf.copy()
        try:
            if name == "open":
                key = rounds.open("w1", "T1", Channel.TURNS).value
            else:
                getattr(rounds, name)(key, *([] if value is None else [value]))
        except AppError:
            assert library.shelf == before
        _holds(library)


def _holds(library: FakeLibrary) -> None:
    rounds = library.record().rounds
    assert [r.ordinal for r in rounds] == list(range(1, len(rounds) + 1))
    for round_ in rounds:
        if round_.seen:
            assert round_.id not in library.shelf.boxes
        if round_.state is not RoundState.OPEN:
            assert bool(difference(round_)) == bool(round_.difference_reason)
        if round_.state is not RoundState.REVEALED:
            assert {t.channel for t in round_.tallies} <= {Channel.HANDS}
