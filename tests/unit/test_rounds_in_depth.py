"""Rounds that do not go to plan: taken back, opened again, over the count, settled, by group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.application.outcome import Outcome
from desktop_app.application.rounds import CountDiffers, Full, Rounds
from desktop_app.application.undo import UndoStack
from desktop_app.application.workshops import Workshops, check
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.people import MAX_GROUPS, People, check_groups, check_people
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.scenes.looks import Look, offered_looks
from desktop_app.scenes.scene import ByGroup, Compared, Revealed
from desktop_app.scenes.stage import scene_at

from .builders import make_record, make_round, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids

T1 = Step(StepKind.STATEMENT, "T1")


class Room:
    """A library of one workshop, its votes, and a stack of what can be taken back."""

    def __init__(self, present: int = 3, groups: tuple[Group, ...] = ()) -> None:
        privacy = Privacy.ANONYMOUS_WITH_GROUP if groups else Privacy.ANONYMOUS
        workshop = replace(make_workshop(present=present, privacy=privacy), groups=groups)
        self.library = FakeLibrary(make_record(workshop=workshop))
        self.rounds = Rounds(self.library, Ids())
        self.workshops = Workshops(self.library, FakeFrameworks(), Clock(), Ids())
        self.stack = UndoStack()

    def open(self, channel: Channel = Channel.NUMBER_KEYS) -> str:
        return self.rounds.open("w1", "T1", channel).value

    def did(self, outcome: Outcome[object]) -> None:
        if outcome.undo is not None:
            self.stack.push(outcome.undo)

    def round(self, key: str) -> Round:
        return self.library.round(key)

    def cast(self, key: str, *points: int, group: str = "") -> None:
        for point in points:
            self.rounds.cast(key, point, group)

    @property
    def undoes(self) -> UndoKind | None:
        return self.stack.last.kind if self.stack.last else None


# Number keys and paper


@pytest.mark.parametrize("channel", [Channel.NUMBER_KEYS, Channel.PAPER])
def test_keyed_ballots_never_go_over_the_people_in_the_room(channel: Channel) -> None:
    room = Room(present=2)
    key = room.open(channel)
    room.cast(key, 1, 2)
    with pytest.raises(Full, match="Each of the 2 people"):
        room.cast(key, 3)
    room.did(room.workshops.somebody_came("w1"))
    room.cast(key, 3)
    assert (room.round(key).ballots_in, room.round(key).present) == (3, 3)
    with pytest.raises(RuleProblem, match="more ballots are in"):
        room.stack.undo()  # that person has voted
    room.rounds.close(key)


@pytest.mark.parametrize("channel", [Channel.TURNS, Channel.NUMBER_KEYS, Channel.PAPER])
def test_no_partner_has_more_ballots_than_people(channel: Channel) -> None:
    room = Room(6, (Group("Council", 4), Group("Police", 2), Group("Charity", 0)))
    key = room.open(channel)
    room.cast(key, 1, 2, 3, 4, group="Council")
    with pytest.raises(Full, match="All 4 people of Council have voted"):
        room.cast(key, 5, group="Council")
    with pytest.raises(Full, match="Nobody of Charity is in the room"):
        room.cast(key, 5, group="Charity")
    assert room.round(key).in_by_group == (("Council", 4),)
    room.did(room.workshops.somebody_came("w1", "Council"))
    room.cast(key, 5, group="Council")
    room.rounds.take_back_last(key)
    room.stack.undo()
    room.cast(key, 5, 5, group="Police")
    assert room.round(key).in_by_group == (("Council", 4), ("Police", 2))
    assert room.round(key).present == 6


def test_who_came_is_of_a_partner_where_there_are_any() -> None:
    room = Room(6, (Group("Council", 4), Group("Police", 2)))
    for stranger in ("", "Charity"):
        with pytest.raises(InputProblem, match="which partner"):
            room.workshops.somebody_came("w1", stranger)
    room.workshops.somebody_came("w1", "Police")
    workshop = room.library.record().workshop
    assert (workshop.present, workshop.groups[1]) == (7, Group("Police", 3))


def test_more_hands_of_a_partner_than_people_need_a_reason_though_the_room_adds_up() -> None:
    room = Room(6, (Group("Council", 4), Group("Police", 2)))
    key = room.open(Channel.HANDS)
    room.rounds.count_hands(key, (0, 5, 0, 0, 0, 0), "Council")
    room.rounds.count_hands(key, (0, 1, 0, 0, 0, 0), "Police")
    with pytest.raises(CountDiffers):
        room.rounds.close(key)
    room.rounds.close(key, "One sits with the others")
    assert room.round(key).difference_reason == "One sits with the others"


def test_the_last_press_is_taken_back_once() -> None:
    room = Room()
    key = room.open()
    room.cast(key, 5, 1)
    assert room.rounds.can_take_back(key)
    assert room.rounds.take_back_last(key).touched == room.round(key)
    assert room.round(key).ballots_in == 1
    assert not room.rounds.can_take_back(key)
    with pytest.raises(RuleProblem, match="very last one"):
        room.rounds.take_back_last(key)
    room.rounds.close(key, "Two left")
    room.rounds.reveal(key)
    assert [(t.point, t.votes) for t in room.round(key).tallies] == [(5, 1)]


def test_a_press_in_another_vote_is_not_taken_back_here() -> None:
    room = Room()
    first = room.open()
    room.cast(first, 4)
    second = room.rounds.open("w1", "T2", Channel.PAPER).value
    room.cast(second, 2)
    with pytest.raises(RuleProblem):
        room.rounds.take_back_last(first)
    assert room.round(first).ballots_in == 1


def test_four_channels_add_up() -> None:
    room = Room(present=4)
    key = room.open(Channel.HANDS)
    room.rounds.count_hands(key, (0, 0, 0, 1, 0, 0))
    for channel in (Channel.TURNS, Channel.NUMBER_KEYS, Channel.PAPER):
        room.rounds.use_channel(key, channel)
        room.cast(key, 4)
    assert room.round(key).ballots_in == 4
    room.rounds.close(key)
    room.rounds.reveal(key)
    assert {t.channel for t in room.round(key).tallies} == set(Channel) - {Channel.FILE}


# Back and forth


def test_a_closed_vote_is_opened_again_for_the_people_of_now() -> None:
    room = Room(present=2)
    key = room.open()
    room.cast(key, 1, 2)
    room.rounds.close(key)
    room.workshops.set_people("w1", People(3))
    assert room.round(key).present == 2
    room.rounds.reopen(key)
    again = room.round(key)
    assert (again.state, again.present, again.ballots_in) == (RoundState.OPEN, 3, 2)
    assert again.tallies == ()
    with pytest.raises(RuleProblem):
        room.rounds.take_back_last(key)
    room.cast(key, 5)
    room.rounds.close(key)


def test_closing_is_taken_back() -> None:
    room = Room(present=3)
    key = room.open()
    room.cast(key, 1, 2)
    room.did(room.rounds.close(key, "One left"))
    assert room.undoes is UndoKind.CLOSE
    room.stack.undo()
    again = room.round(key)
    assert (again.state, again.ballots_in, again.difference_reason) == (RoundState.OPEN, 2, "")
    room.cast(key, 3)
    room.rounds.close(key)


def test_no_ballot_joins_a_result_that_was_seen() -> None:
    room = Room(present=2)
    key = room.open()
    room.cast(key, 1, 2)
    room.did(room.rounds.close(key))
    room.did(room.rounds.reveal(key))
    room.stack.undo()
    hidden = room.round(key)
    assert (hidden.state, hidden.seen, hidden.tallies) == (RoundState.CLOSED, True, ())
    for act in (lambda: room.rounds.reopen(key), room.stack.undo):
        with pytest.raises(RuleProblem, match="has seen"):
            act()
    assert room.stack.last is None
    with pytest.raises(RuleProblem, match="has seen"):
        room.rounds.discard(key)
    room.rounds.reveal(key)


def test_hands_that_were_seen_are_counted_again_but_take_no_secret_ballot() -> None:
    room = Room(present=2)
    key = room.open(Channel.HANDS)
    room.did(room.rounds.count_hands(key, (0, 0, 0, 0, 0, 2)))
    room.did(room.rounds.close_and_reveal(key))
    assert room.round(key).state is RoundState.REVEALED
    assert room.undoes is UndoKind.REVEAL
    room.stack.undo()
    assert room.round(key).state is RoundState.OPEN
    room.rounds.use_channel(key, Channel.TURNS)
    with pytest.raises(RuleProblem, match="has seen"):
        room.rounds.cast(key, 1)
    room.rounds.use_channel(key, Channel.HANDS)
    room.stack.undo()
    assert room.round(key).ballots_in == 0


def test_typing_a_count_of_two_figures_is_one_act() -> None:
    room = Room(present=12)
    key = room.open(Channel.HANDS)
    for counts in ((0, 0, 1, 0, 0, 0), (0, 0, 11, 0, 0, 0), (0, 0, 11, 1, 0, 0)):
        room.did(room.rounds.count_hands(key, counts))
    room.stack.undo()
    assert room.round(key).hand_counts(5) == (0, 0, 11, 0, 0, 0)
    room.stack.undo()
    assert room.round(key).hand_counts(5) == (0, 0, 0, 0, 0, 0)
    assert room.stack.last is None


@pytest.mark.parametrize("close_first", [True, False])
def test_a_discarded_vote_comes_back_as_it_was(close_first: bool) -> None:
    room = Room(present=2)
    key = room.open()
    room.cast(key, 1, 2)
    if close_first:
        room.rounds.close(key)
    room.did(room.rounds.discard(key))
    assert room.library.record().rounds == ()
    assert room.undoes is UndoKind.DISCARD
    room.stack.undo()
    back = room.round(key)
    assert back.state is (RoundState.CLOSED if close_first else RoundState.OPEN)
    assert (back.ballots_in, back.tallies) == (2, ())


@pytest.mark.parametrize(("close_first", "present"), [(True, 2), (False, 5)])
def test_a_discarded_vote_comes_back_to_the_people_who_are_there(
    close_first: bool, present: int
) -> None:
    room = Room(present=2)
    key = room.open()
    room.cast(key, 1, 2)
    if close_first:
        room.rounds.close(key)
    room.did(room.rounds.discard(key))
    room.workshops.set_people("w1", People(5))
    room.stack.undo()
    assert room.round(key).present == present


def test_a_discarded_vote_stays_away_once_there_is_another() -> None:
    room = Room(present=2)
    room.did(room.rounds.discard(room.open()))
    room.open()
    with pytest.raises(RuleProblem, match="new vote"):
        room.stack.undo()
    assert len(room.library.record().rounds) == 1


def test_a_result_stays_once_the_room_has_voted_again() -> None:
    room = Room(present=1)
    key = room.open()
    room.cast(key, 3)
    room.rounds.close(key)
    room.did(room.rounds.reveal(key))
    room.open()
    with pytest.raises(RuleProblem, match="voted again"):
        room.stack.undo()
    assert room.round(key).state is RoundState.REVEALED


def test_an_agreed_view_needs_a_reason_and_can_be_taken_back() -> None:
    room = Room(present=5)
    key = room.open()
    room.cast(key, 1, 2, 3, 4, 5)
    with pytest.raises(RuleProblem, match="Reveal"):
        room.rounds.settle(key, 3, "Because")
    room.rounds.close(key)
    room.rounds.reveal(key)
    for point, reason in ((3, "  "), (0, "Because"), (6, "Because"), (3, "x" * 301)):
        with pytest.raises(InputProblem):
            room.rounds.settle(key, point, reason)
    room.did(room.rounds.settle(key, 3, " We know the gaps "))
    scene = scene_at(room.library.record(), T1)
    assert isinstance(scene, Revealed)
    assert scene.settled == "We settled on 3 Label 3: We know the gaps"
    room.did(room.rounds.settle(key, None, "ignored"))
    assert room.round(key).settled_reason == ""
    room.stack.undo()
    assert room.round(key).settled_point == 3
    room.stack.undo()
    assert room.round(key).settled_point is None


# People


def test_people_come_and_go_and_each_round_keeps_its_own_number() -> None:
    room = Room(present=2)
    first = room.open()
    room.cast(first, 1, 2)
    room.rounds.close(first)
    room.rounds.reveal(first)
    second = room.open()
    room.did(room.workshops.set_people("w1", People(4, observers=2)))
    assert (room.round(first).present, room.round(second).present) == (2, 4)
    assert room.library.record().workshop.observers == 2
    room.stack.undo()
    assert (room.round(second).present, room.library.record().workshop.observers) == (2, 0)


def test_everybody_may_leave() -> None:
    room = Room(present=2)
    key = room.open(Channel.TURNS)
    room.workshops.set_people("w1", People(0))
    with pytest.raises(RuleProblem, match="Nobody is in the room"):
        room.rounds.cast(key, 3)


def test_people_of_groups_are_added_up() -> None:
    groups = (Group("Council", 6), Group("Police", 0))
    assert check_people(People(99, 1, groups)).present == 6
    for wrong in (People(-1), People(501), People(3, -1), People(0, 0, (Group("a", -1),))):
        with pytest.raises(InputProblem):
            check_people(wrong)


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["Council"], "at least two"),
        ([f"P{i}" for i in range(MAX_GROUPS + 1)], "9 partners at most"),
        (["Council", " "], "no name"),
        (["Council", "  COUNCIL "], "at least two"),
        (["Council", "x" * 61], "longer than 60"),
        (["Council", "Other  partners"], "another name"),
        (["Whole room", "Council"], "another name"),
    ],
)
def test_prepared_partners_are_checked(labels: list[str], words: str) -> None:
    with pytest.raises(InputProblem, match=words):
        check_groups(Group(label, 5) for label in labels)


def test_partners_whose_names_differ_only_in_case_are_one() -> None:
    typed = (Group("Council", 5), Group("Police", 3), Group(" COUNCIL", 2))
    assert check_groups(typed) == (Group("Council", 7), Group("Police", 3))
    with pytest.raises(InputProblem, match="no name"):
        check_groups((*typed, Group("", 2), Group(" ", 1)))


def test_partners_make_the_room_and_go_with_another_privacy() -> None:
    groups = (Group(" Health  board ", 7), Group("Łódź 🙂", 4))
    by_partner = Details("x", privacy=Privacy.ANONYMOUS_WITH_GROUP, present=1, groups=groups)
    checked = check(by_partner)
    assert (checked.present, checked.groups[0].label) == (11, "Health board")
    assert check(replace(by_partner, privacy=Privacy.ANONYMOUS)).groups == ()


def test_hands_are_counted_group_by_group() -> None:
    room = Room(8, (Group("Council", 5), Group("Police", 3)))
    key = room.open(Channel.HANDS)
    room.rounds.count_hands(key, (0, 0, 0, 0, 5, 0), "Council")
    room.did(room.rounds.count_hands(key, (1, 2, 0, 0, 0, 0), "Police"))
    now = room.round(key)
    assert now.hand_counts(5) == (1, 2, 0, 0, 5, 0)
    assert now.hand_counts(5, "Police") == (1, 2, 0, 0, 0, 0)
    room.stack.undo()
    assert room.round(key).hand_counts(5) == (0, 0, 0, 0, 5, 0)


# What the stage shows


def test_both_votes_stand_side_by_side_once_both_may_be_shown() -> None:
    first = make_round("T1", (3, 2, 1, 2, 3))
    second = make_round("T1", (0, 1, 5, 4, 1), ordinal=2)
    scene = scene_at(make_record(first, second), T1, look=Look.ROUNDS)
    assert isinstance(scene, Compared)
    assert scene.names == ("First vote", "Second vote")
    assert scene.agreements == "First vote: opposing views. Second vote: broad agreement."
    assert "ratings lie nearer to the room’s middle than before." in scene.moved
    few = make_round("T1", (0, 0, 4, 0, 0), ordinal=2)
    for record in (make_record(first), make_record(first, few)):
        assert offered_looks(record, "T1") == (Look.RESULT,)
        assert not isinstance(scene_at(record, T1, look=Look.ROUNDS), Compared)
    closed = replace(second, state=RoundState.CLOSED, tallies=())
    assert not isinstance(scene_at(make_record(first, closed), T1, look=Look.ROUNDS), Compared)


def test_partners_are_shown_only_with_their_privacy_mode() -> None:
    groups = (Group("Council", 6), Group("Police", 6))
    for privacy, shown in ((Privacy.ANONYMOUS, False), (Privacy.ANONYMOUS_WITH_GROUP, True)):
        room = Room(12, groups)
        key = room.open(Channel.PAPER)
        room.cast(key, *[4] * 6, group="Council")
        room.cast(key, *[2] * 6, group="Police")
        room.rounds.close(key)
        room.rounds.reveal(key)
        record = room.library.record()
        record = replace(record, workshop=replace(record.workshop, privacy=privacy))
        scene = scene_at(record, T1, look=Look.GROUPS)
        assert isinstance(scene, ByGroup) is shown


def test_opening_a_vote_tells_that_earlier_ones_stay_and_closing_does_not() -> None:
    room = Room(1)
    assert room.rounds.open("w1", "T1", Channel.HANDS).anew
    key = room.library.record().rounds[-1].id
    room.rounds.count_hands(key, (0, 1, 0, 0, 0, 0))
    assert not room.rounds.close(key).anew


def test_what_was_done_in_earlier_votes_of_a_page_is_forgotten_and_nothing_else() -> None:
    stack = UndoStack()
    for kind in (UndoKind.TALLY, UndoKind.CLOSE, UndoKind.REVEAL, UndoKind.DISCARD):
        stack.push(Undo(kind, lambda: Changes.NONE), "here")
        stack.push(Undo(kind, lambda: Changes.NONE), "elsewhere")
    stack.push(Undo(UndoKind.SETTLE, lambda: Changes.NONE), "here")
    stack.began_anew("here")
    assert [act.undo.kind for act in stack.acts if act.where == "here"] == [UndoKind.SETTLE]
    assert len([act for act in stack.acts if act.where == "elsewhere"]) == 4
