"""Dots: what may be placed, counted, closed and shown, and what the room reads from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.priorities import (
    Field,
    concordance,
    importance_of,
    priorities_of,
    ranking,
)
from desktop_app.analysis.visibility import view_fist, view_priorities
from desktop_app.application.outcome import Outcome
from desktop_app.application.planning import open_recommendations
from desktop_app.application.priorities import DotsDiffer, Priorities, sheet_dots
from desktop_app.application.rounds import Full
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.priorities import DotBallot, PriorityVote, RankSums
from desktop_app.domain.results import Hidden, HiddenReason, PriorityView
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import ResultRules, Workshop, WorkshopRecord, vote_now
from desktop_app.scenes.looks import Look
from desktop_app.scenes.priority_scenes import DotsOpen, DotsShown, ImportanceBesideLevel
from desktop_app.scenes.priority_scenes import Priorities as PriorityList
from desktop_app.scenes.scene import RevealedHidden, VoteClosed
from desktop_app.scenes.stage import scene_at

from .builders import make_framework, make_record, make_round, make_workshop
from .fakes import FakeLibrary, Ids

PRIORITIES = Step(StepKind.PRIORITIES)
RULES = ResultRules()


class Room:
    """A workshop with three actions T, A and I whose people place dots."""

    def __init__(self, present: int = 6, workshop: Workshop | None = None) -> None:
        workshop = workshop or make_workshop(make_framework(actions="TAI"), present=present)
        self.library = FakeLibrary(make_record(workshop=workshop))
        self.priorities = Priorities(self.library, Ids())

    @property
    def record(self) -> WorkshopRecord:
        return self.library.record()

    @property
    def vote(self) -> PriorityVote:
        vote = vote_now(self.record)
        assert vote is not None
        return vote

    def open(self, channel: Channel = Channel.TURNS) -> Room:
        self.priorities.open("w1", channel)
        return self

    def cast(self, **dots: int) -> None:
        self.priorities.cast("w1", dots)

    def cast_all(self, ballots: Sequence[Mapping[str, int]]) -> None:
        for ballot in ballots:
            self.priorities.cast("w1", ballot)

    def show(self) -> None:
        self.priorities.close("w1", "As counted")
        self.priorities.reveal("w1")


# Placing


def test_dots_come_in_person_by_person_and_are_counted() -> None:
    room = Room().open()
    room.cast(T=2, A=1)
    outcome = room.priorities.cast("w1", {"I": 3})
    assert outcome.touched == room.vote
    assert (room.vote.ballots_in, room.vote.dots_in, room.vote.dots) == (2, 6, ())


@pytest.mark.parametrize("dots", [{}, {"T": 0}, {"T": 4}, {"T": 2, "A": 2}, {"T": -1, "A": 2}])
def test_a_person_places_one_to_all_dots(dots: dict[str, int]) -> None:
    room = Room().open()
    with pytest.raises(InputProblem, match="1 to 3 dots"):
        room.priorities.cast("w1", dots)
    assert room.vote.dots_in == 0


def test_an_unknown_action_gets_no_dots() -> None:
    room = Room().open()
    with pytest.raises(InputProblem, match="not an action"):
        room.cast(X=1)


def test_turns_end_when_everybody_is_in_and_follow_the_people_in_the_room() -> None:
    room = Room(present=1).open()
    room.cast(T=1)
    with pytest.raises(RuleProblem, match="Everybody"):
        room.cast(T=1)
    with room.library.writing() as work:
        work.save_workshop(replace(room.record.workshop, present=2))
        work.commit()
    room.cast(A=1)
    assert room.vote.ballots_in == 2


def test_a_room_of_one_places_the_dots_of_one_whoever_calls() -> None:
    room = Room(present=1).open()
    callers = [room.priorities, Priorities(room.library, Ids()), Priorities(room.library, Ids())]
    callers[0].cast("w1", {"T": 3})
    for caller in callers[1:]:
        with pytest.raises(RuleProblem, match="Everybody"):
            caller.cast("w1", {"T": 3})
    assert (room.vote.ballots_in, room.vote.dots_in) == (1, 3)


def test_a_vote_that_another_caller_closed_takes_nothing_more() -> None:
    room = Room().open(Channel.HANDS)
    room.priorities.count_hands("w1", {"T": 4})
    Priorities(room.library, Ids()).close("w1")
    with pytest.raises(RuleProblem, match="is closed"):
        room.priorities.count_hands("w1", {"T": 5})
    with pytest.raises(RuleProblem, match="is closed"):
        room.priorities.take_back("w1")
    assert room.vote.dots_in == 4


def test_each_press_of_a_number_key_is_one_dot() -> None:
    room = Room(present=2).open(Channel.NUMBER_KEYS)
    with pytest.raises(InputProblem):
        room.cast(T=2)
    for _ in range(6):
        room.cast(T=1)
    with pytest.raises(Full, match="Everybody"):
        room.cast(T=1)
    room.priorities.close("w1")
    assert (room.vote.dots_in, room.vote.difference_reason) == (6, "")


def test_hands_are_typed_and_can_be_typed_again() -> None:
    room = Room().open(Channel.HANDS)
    with pytest.raises(RuleProblem, match="counted by hands"):
        room.cast(T=1)
    room.priorities.count_hands("w1", {"T": 5, "A": 0, "I": 4})
    outcome = room.priorities.count_hands("w1", {"T": 6, "A": 0, "I": 4})
    assert (room.vote.dots_in, room.vote.by_action) == (10, {"T": 6, "I": 4})
    assert outcome.touched == room.vote


def test_a_sheet_is_one_digit_a_dot() -> None:
    record = Room().record
    assert sheet_dots(record, "113") == {"T": 2, "I": 1}
    assert sheet_dots(record, "2, 1") == {"A": 1, "T": 1}
    for wrong in ("4", "0", "1x", "½", "٣"):
        with pytest.raises(InputProblem, match="from 1 to 3"):
            sheet_dots(record, wrong)


def test_no_more_sheets_than_people_are_taken() -> None:
    room = Room(present=1).open(Channel.PAPER)
    room.cast(T=1)
    with pytest.raises(Full, match="Everybody"):
        room.cast(T=1)
    assert (room.vote.ballots_in, room.vote.dots_in) == (1, 1)


def test_more_dots_by_hands_than_people_have_need_a_reason() -> None:
    room = Room(present=1).open(Channel.HANDS)
    room.priorities.count_hands("w1", {"T": 4})
    with pytest.raises(DotsDiffer):
        room.priorities.close("w1")
    room.priorities.close("w1", " Somebody came in late ")
    assert room.vote.difference_reason == "Somebody came in late"


def test_paper_and_turns_can_be_mixed_and_nothing_else() -> None:
    room = Room().open()
    room.priorities.use_channel("w1", Channel.HANDS)
    room.priorities.use_channel("w1", Channel.TURNS)
    room.cast(T=1)
    room.priorities.use_channel("w1", Channel.PAPER)
    room.cast(T=1)
    for channel in (Channel.HANDS, Channel.NUMBER_KEYS):
        with pytest.raises(RuleProblem, match="mixed"):
            room.priorities.use_channel("w1", channel)
    assert room.vote.ballots_in == 2


@pytest.mark.parametrize("channel", [Channel.TURNS, Channel.NUMBER_KEYS, Channel.PAPER])
def test_the_last_press_or_sheet_can_be_taken_back_once(channel: Channel) -> None:
    room = Room().open(channel)
    room.cast(T=1)
    room.cast(A=1)
    assert room.priorities.take_back("w1").touched == room.vote
    assert (room.vote.ballots_in, room.vote.dots_in) == (1, 1)
    with pytest.raises(RuleProblem, match="only once"):
        room.priorities.take_back("w1")


def test_dots_taken_back_are_those_of_the_last_person_in_this_vote_only() -> None:
    room = Room().open()
    room.cast(T=2, A=1)
    before = room.vote.id
    assert room.priorities.can_take_back(before)
    room.priorities.discard("w1")
    room.open()
    assert not room.priorities.can_take_back(before)
    assert not room.priorities.can_take_back(room.vote.id)
    with pytest.raises(RuleProblem, match="only once"):
        room.priorities.take_back("w1")


# Opening, closing, revealing


def test_the_number_of_dots_can_be_changed_only_before_the_vote() -> None:
    room = Room()
    room.priorities.set_dots_each("w1", 5)
    for wrong in (0, 11):
        with pytest.raises(InputProblem):
            room.priorities.set_dots_each("w1", wrong)
    room.open()
    assert room.vote.dots_each == 5
    with pytest.raises(RuleProblem):
        room.priorities.set_dots_each("w1", 3)


def test_a_vote_goes_from_open_to_revealed_and_back_by_undo() -> None:
    room = Room().open()
    with pytest.raises(RuleProblem, match="already"):
        room.open()
    with pytest.raises(RuleProblem, match="No dots"):
        room.priorities.close("w1")
    room.cast_all([{"T": 3}] * 6)
    with pytest.raises(RuleProblem, match="Close it first"):
        room.priorities.reveal("w1")
    room.priorities.close("w1")
    with pytest.raises(RuleProblem, match="closed"):
        room.cast(T=1)
    undo = room.priorities.reveal("w1").undo
    assert room.vote.by_action == {"T": 18}
    assert undo is not None
    undo.run()
    assert (room.vote.state, room.vote.dots) == (RoundState.CLOSED, ())


def undone(outcome: Outcome[object]) -> None:
    assert outcome.undo is not None
    outcome.undo.run()


def test_closing_is_taken_back_and_dots_go_on_from_there() -> None:
    room = Room().open()
    room.cast_all([{"T": 3}] * 4)
    undone(room.priorities.close("w1"))
    assert (room.vote.state, room.vote.ballots_in, room.vote.dots) == (RoundState.OPEN, 4, ())
    room.cast(A=2)
    room.show()
    assert room.vote.by_action == {"T": 12, "A": 2}
    assert room.vote.concordance == 0.52  # the rankings of the first four count on


def test_nobody_is_added_to_dots_that_the_room_has_seen() -> None:
    room = Room().open()
    room.cast_all([{"T": 3}] * 5)
    closing, reveal = room.priorities.close("w1"), room.priorities.reveal("w1")
    undone(reveal)
    with pytest.raises(RuleProblem, match="has seen these dots"):
        undone(closing)
    assert room.vote.state is RoundState.CLOSED


def test_hands_that_were_seen_can_be_counted_again() -> None:
    room = Room().open(Channel.HANDS)
    room.priorities.count_hands("w1", {"T": 4, "A": 2})
    closing, reveal = room.priorities.close("w1"), room.priorities.reveal("w1")
    undone(reveal)
    undone(closing)
    room.priorities.count_hands("w1", {"T": 5, "A": 2})
    assert room.vote.dots == (("T", 5), ("A", 2))


def test_counted_hands_are_taken_back_and_typing_on_is_one_act() -> None:
    room = Room().open(Channel.HANDS)
    room.priorities.count_hands("w1", {"T": 4})
    first = room.priorities.count_hands("w1", {"T": 4, "A": 1})
    assert room.priorities.count_hands("w1", {"T": 4, "A": 12}).undo is None
    assert room.priorities.count_hands("w1", {"T": 4, "A": 12}).undo is None
    undone(first)
    assert room.vote.dots == (("T", 4),)
    room.priorities.count_hands("w1", {"T": 4, "A": 2})
    room.priorities.close("w1")
    with pytest.raises(RuleProblem, match="is closed"):
        undone(first)


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.REVEALED])
def test_a_discarded_vote_is_brought_back_as_it_was(state: RoundState) -> None:
    room = Room().open()
    room.cast_all([{"T": 2, "A": 1}] * 6)
    if state is not RoundState.OPEN:
        room.priorities.close("w1")
    if state is RoundState.REVEALED:
        room.priorities.reveal("w1")
    before = room.vote
    discarding = room.priorities.discard("w1")
    assert room.record.priority_vote is None
    undone(discarding)
    assert room.vote == before


def test_a_discarded_vote_is_gone_once_another_has_begun() -> None:
    room = Room().open()
    room.cast(T=1)
    discarding = room.priorities.discard("w1")
    room.open()
    with pytest.raises(RuleProblem, match="new vote on priorities has begun"):
        undone(discarding)
    room.priorities.discard("w1")
    with pytest.raises(NotFound):
        undone(discarding)
    assert room.record.priority_vote is None


def test_a_discarded_vote_leaves_room_for_another() -> None:
    room = Room().open()
    room.cast(T=1)
    room.priorities.discard("w1")
    assert room.record.priority_vote is None
    assert room.open().vote.dots_in == 0


# What may be shown


def test_the_list_has_every_action_most_dots_first() -> None:
    room = Room().open()
    room.cast_all([{"A": 3}] * 4 + [{"T": 1, "A": 2}] * 2)
    room.show()
    view = priorities_of(room.record)
    assert isinstance(view, PriorityView)
    assert [(r.action_id, r.dots) for r in view.rows] == [("A", 16), ("T", 2), ("I", 0)]
    assert view.rows[0].share == 16 / 18
    assert (view.people, view.dots_in) == (6, 18)


@pytest.mark.parametrize(
    ("channel", "people", "dots", "shown"),
    [
        (Channel.TURNS, 5, 5, True),
        (Channel.PAPER, 4, 12, False),
        (Channel.HANDS, 0, 15, True),
        (Channel.HANDS, 0, 14, False),
        (Channel.NUMBER_KEYS, 40, 14, False),
    ],
)
def test_a_list_needs_the_minimum_answers(
    channel: Channel, people: int, dots: int, shown: bool
) -> None:
    vote = PriorityVote(
        "p", "w1", RoundState.REVEALED, channel, 3, 12, people, dots, (("T", dots),)
    )
    view = view_priorities(vote, RULES)
    assert isinstance(view, PriorityView) if shown else view == Hidden(HiddenReason.TOO_FEW_ANSWERS)


_ballot = st.lists(st.sampled_from("TAI"), min_size=3, max_size=3)


@given(
    st.lists(st.tuples(_ballot, _ballot), max_size=8),
    st.sampled_from([RoundState.OPEN, RoundState.CLOSED]),
    st.sampled_from([Channel.TURNS, Channel.PAPER]),
)
def test_before_the_reveal_nothing_depends_on_where_dots_lie(
    ballots: list[tuple[list[str], list[str]]], state: RoundState, channel: Channel
) -> None:
    one, other = (_placed([pair[i] for pair in ballots], state, channel) for i in (0, 1))
    for look in Look:
        assert scene_at(one, PRIORITIES, look=look) == scene_at(other, PRIORITIES, look=look)
    assert open_recommendations(one) == open_recommendations(other)


def _placed(ballots: list[list[str]], state: RoundState, channel: Channel) -> WorkshopRecord:
    room = Room(present=12).open(channel)
    room.cast_all([{key: ballot.count(key) for key in ballot} for ballot in ballots])
    if state is RoundState.CLOSED and ballots:
        room.priorities.close("w1")
    return room.record


def test_a_fist_to_five_needs_the_minimum_answers() -> None:
    assert view_fist((), RULES) is None
    assert view_fist((0, 1, 0, 0, 1, 3), RULES) == (0, 1, 0, 0, 1, 3)
    assert view_fist((0, 1, 0, 0, 0, 3), RULES) == Hidden(HiddenReason.TOO_FEW_ANSWERS)


# How alike people ranked


def test_people_who_rank_alike_agree_wholly() -> None:
    ballots = [DotBallot((("T", 2), ("A", 1)))] * 5
    assert concordance(added_up(ballots, ("T", "A", "I")), 5) == 1.0


def test_concordance_is_none_where_it_says_nothing() -> None:
    same = [DotBallot((("T", 1), ("A", 1), ("I", 1)))] * 6
    assert concordance(added_up(same, ("T", "A", "I")), 5) is None
    assert concordance(added_up(same[:1], ("T",)), 1) is None
    few = [DotBallot((("T", 3),))] * 4
    assert concordance(added_up(few, ("T", "A", "I")), 5) is None
    empty = [*few, DotBallot(())]  # ranks nothing
    assert concordance(added_up(empty, ("T", "A", "I")), 5) is None


def added_up(ballots: Sequence[DotBallot], actions: Sequence[str]) -> RankSums:
    """Return the sums of people's rankings, as the vote's box has them."""
    doubled: Counter[str] = Counter()
    ranks = [ranking(ballot, actions) for ballot in ballots]
    for one in ranks:
        doubled.update(dict(one.doubled))
    people, ties = sum(one.people for one in ranks), sum(one.ties for one in ranks)
    return RankSums(people, tuple(doubled.items()), ties)


def w_of_rankings(rows: Sequence[Sequence[float]]) -> float | None:
    """Return Kendall's W from all rankings, by its definition: the sums must give the same."""
    raters, things = len(rows), len(rows[0])
    ranked = [[sorted(r).index(v) + (r.count(v) + 1) / 2 for v in r] for r in map(list, rows)]
    sums = [sum(column) for column in zip(*ranked, strict=True)]
    s = sum((total - raters * (things + 1) / 2) ** 2 for total in sums)
    ties = sum(r.count(v) ** 3 - r.count(v) for r in map(list, rows) for v in set(r))
    corrected = raters**2 * (things**3 - things) - raters * ties
    return round(12 * s / corrected, 2) if corrected else None


@given(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=30))
def test_the_sums_of_rankings_give_the_concordance_of_the_rankings(rows: list[list[int]]) -> None:
    actions = ("T", "A", "I", "L")
    ballots = [DotBallot(tuple(zip(actions, row, strict=True))) for row in rows]
    ranked = [[-dots for dots in row] for row in rows if any(row)]
    expected = w_of_rankings(ranked) if ranked else None
    assert concordance(added_up(ballots, actions), 1) == expected


@pytest.mark.parametrize("channel", [Channel.TURNS, Channel.PAPER, Channel.NUMBER_KEYS])
def test_rankings_are_known_only_where_people_vote_one_by_one(channel: Channel) -> None:
    room = Room().open(channel)
    room.cast_all([{"T": 1}] * 18 if channel is Channel.NUMBER_KEYS else [{"T": 2, "A": 1}] * 6)
    room.show()
    assert room.vote.concordance == (None if channel is Channel.NUMBER_KEYS else 1.0)


# Importance beside level


def _rated(dots: Mapping[str, int], **rounds: Sequence[int]) -> WorkshopRecord:
    framework = make_framework(actions="TAI")
    made = [make_round(f"{key}1", counts) for key, counts in rounds.items()]
    vote = PriorityVote(
        "p", "w1", RoundState.REVEALED, Channel.TURNS, 3, 12, 12, 36, tuple(dots.items())
    )
    record = make_record(*made, workshop=make_workshop(framework))
    return replace(record, priority_vote=vote)


def test_an_action_lies_in_one_of_four_fields() -> None:
    record = _rated({"T": 20, "A": 2, "I": 14}, T=(6, 4, 2, 0, 0), A=(0, 0, 1, 5, 6))
    found = importance_of(record, workshop_picture(record))
    assert [(i.action_id, i.field, i.close) for i in found] == [
        ("T", Field.WORK_ON, False),
        ("A", Field.RUNS, False),
    ]
    assert (found[0].upper, found[0].rated, found[0].dots) == (0, 12, 20)


@pytest.mark.parametrize(
    ("dots", "counts", "close"),
    [
        ({"T": 13, "A": 23}, (6, 4, 2, 0, 0), True),
        ({"T": 14, "A": 22}, (6, 4, 2, 0, 0), False),
        ({"T": 30, "A": 6}, (0, 0, 5, 7, 0), True),
        ({"T": 30, "A": 6}, (0, 0, 4, 8, 0), False),
    ],
)
def test_what_one_dot_or_one_rating_could_move_is_close(
    dots: dict[str, int], counts: Sequence[int], close: bool
) -> None:
    record = _rated(dots, T=counts)
    assert [i.close for i in importance_of(record, workshop_picture(record))] == [close]


def test_just_half_of_upper_ratings_is_not_high_yet() -> None:
    record = _rated({"T": 20, "A": 16}, T=(0, 0, 6, 6, 0), A=(0, 0, 5, 7, 0))
    found = importance_of(record, workshop_picture(record))
    assert [(i.action_id, i.field) for i in found] == [("T", Field.WORK_ON), ("A", Field.KEEP)]


def test_just_an_even_share_of_the_dots_is_not_important_yet() -> None:
    record = _rated({"T": 12, "A": 13, "I": 11}, T=(6, 4, 2, 0, 0), A=(6, 4, 2, 0, 0))
    found = importance_of(record, workshop_picture(record))
    assert [(i.action_id, i.field) for i in found] == [("T", Field.WATCH), ("A", Field.WORK_ON)]


def test_without_dots_or_ratings_there_is_nothing_to_compare() -> None:
    assert not importance_of(make_record(), workshop_picture(make_record()))
    record = _rated({"T": 36})
    assert not importance_of(record, workshop_picture(record))
    assert isinstance(scene_at(record, PRIORITIES, look=Look.BESIDE), PriorityList)


# Scenes and advice


def test_the_stage_follows_the_vote() -> None:
    room = Room()
    shown = scene_at(room.record, PRIORITIES)
    assert isinstance(shown, DotsShown)
    labels = [(c.point, c.label) for c in shown.cards]
    assert labels == [(1, "Name T"), (2, "Name A"), (3, "Name I")]
    room.open()
    room.cast(T=3)
    voting = scene_at(room.record, PRIORITIES)
    assert isinstance(voting, DotsOpen)
    assert (voting.count_text, voting.ballots_in, voting.present) == ("1 of 6 in", 1, 6)
    room.priorities.close("w1")
    assert isinstance(scene_at(room.record, PRIORITIES), VoteClosed)
    room.priorities.reveal("w1")
    assert isinstance(scene_at(room.record, PRIORITIES), RevealedHidden)


def test_dots_are_counted_where_people_are_not() -> None:
    room = Room().open(Channel.NUMBER_KEYS)
    room.cast(T=1)
    voting = scene_at(room.record, PRIORITIES)
    assert isinstance(voting, DotsOpen)
    assert (voting.count_text, voting.ballots_in, voting.present) == ("1 of 18 dots in", 1, 18)


def test_importance_beside_level_is_told_with_its_table() -> None:
    record = _rated({"T": 20, "I": 16}, T=(6, 4, 2, 0, 0), I=(0, 0, 5, 7, 0))
    scene = scene_at(record, PRIORITIES, look=Look.BESIDE)
    assert isinstance(scene, ImportanceBesideLevel)
    assert [(r.number, r.words) for r in scene.rows] == [
        (1, "20 dots · Low, 0 of 12 rated 4 or 5"),
        (3, "16 dots · High, 7 of 12 rated 4 or 5"),
    ]
    assert scene.warning.startswith("Close to a line (3)")


def test_steps_are_offered_by_dots_everywhere() -> None:
    plain = _rated({"I": 36}, T=(6, 4, 2, 0, 0), I=(0, 0, 0, 6, 6))
    assert open_recommendations(plain)[0].action_id == "I"
    assert open_recommendations(replace(plain, priority_vote=None))[0].action_id == "T"
