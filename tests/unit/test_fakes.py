"""The library in memory behaves as the real one does: the same units of work on both."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.priorities import ranking
from desktop_app.domain.agenda import StepTime
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError, RuleProblem
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.priorities import DotBallot, PriorityVote, RankSums
from desktop_app.domain.rounds import Ballot, Round, RoundState, Tally
from desktop_app.storage.opening import open_library

from .builders import NOON, make_framework, make_workshop
from .fakes import FakeLibrary

Do: TypeAlias = Callable[[Work], Any]
Unit: TypeAlias = list[Do]

WORKSHOPS = ("w1", "w2")
ROUNDS = ("w1-r1", "w1-r2", "w2-r1")
PLACES = ("T1", "A1", "T1")
NOTES = tuple(f"{w}-n{i}" for w in WORKSHOPS for i in (1, 2))
VOTES = ("w1-p1", "w1-p2", "w2-p1")
FRAMEWORKS = ("f1", "f2")
PLAN = tuple(f"{w}-c{i}" for w in WORKSHOPS for i in (1, 2))


def commit(work: Work) -> None:
    work.commit()


def add_workshop(key: str, minutes: int) -> Do:
    workshop = replace(make_workshop(), id=key, updated_at=NOON + timedelta(minutes=minutes))

    def do(work: Work) -> None:
        try:
            work.hide_workshop(key, hidden=False)  # it may be put away
        except AppError:
            work.add_workshop(workshop)

    return do


def save_workshop(key: str, minutes: int) -> Do:
    moment = NOON + timedelta(minutes=minutes)
    other = replace(make_framework(), title="Another")
    change = {"title": f"Title {minutes}", "updated_at": moment, "framework": other}
    return lambda work: work.save_workshop(replace(work.workshop(key), **change))


def a_round(key: str, statement: str = "T1", ordinal: int = 1) -> Round:
    return Round(key, key[:2], statement, ordinal, Channel.TURNS, RoundState.OPEN, 12)


def add_round(key: str, statement: str, ordinal: int) -> Do:
    def do(work: Work) -> None:
        try:
            work.round(key)
        except AppError:
            work.add_round(a_round(key, statement, ordinal))

    return do


def save_round(key: str, state: RoundState, channel: Channel, present: int) -> Do:
    changed = replace(a_round(key), state=state, channel=channel, present=present)
    settled = replace(changed, settled_point=present, settled_reason=f"Agreed {present}")
    return lambda work: work.save_round(replace(settled, difference_reason=str(present)))


def add_ballot(key: str, point: int, channel: Channel, group: str) -> Do:
    return lambda work: work.add_ballot(
        replace(a_round(key), channel=channel), Ballot(point, group)
    )


def add_and_take_back(key: str, twice: bool) -> Do:
    def do(work: Work) -> None:
        work.add_ballot(a_round(key), Ballot(3))
        for _ in range(1 + twice):
            work.take_back_ballot(a_round(key), Ballot(3))

    return do


def take_back(key: str, point: int, channel: Channel, group: str) -> Do:
    return lambda work: work.take_back_ballot(
        replace(a_round(key), channel=channel), Ballot(point, group)
    )


def reveal(key: str) -> Do:
    def do(work: Work) -> None:
        shown = replace(work.round(key), state=RoundState.REVEALED, seen=True)
        work.reveal_round(replace(shown, tallies=work.counts_to_reveal(shown)))

    return do


def set_hands(key: str, counts: list[int], group: str) -> Do:
    return lambda work: work.set_hand_counts(a_round(key), counts, group)


def set_vote(key: str, state: RoundState, dots_each: int) -> Do:
    vote = replace(a_vote(key), state=state, dots_each=dots_each)
    return lambda work: work.set_priority_vote(replace(vote, concordance=dots_each / 8))


def a_vote(key: str) -> PriorityVote:
    return PriorityVote(key, key[:2], RoundState.OPEN, Channel.TURNS, 3, 12)


def add_dots(key: str, channel: Channel, dots: list[tuple[str, int]]) -> Do:
    vote, ballot = replace(a_vote(key), channel=channel), DotBallot(tuple(dots))
    return lambda work: work.add_dot_ballot(vote, ballot, ranks_of(ballot))


def add_and_take_back_dots(key: str, dots: dict[str, int], channel: Channel) -> Do:
    vote, ballot = a_vote(key), DotBallot(tuple((a, n) for a, n in dots.items() if n))

    def do(work: Work) -> None:
        work.add_dot_ballot(vote, ballot, ranks_of(ballot))
        work.take_back_dots(replace(vote, channel=channel), ballot, ranks_of(ballot))

    return do


def ranks_of(ballot: DotBallot) -> RankSums:
    return ranking(ballot, ("T", "A", "gone"))


def set_hand_dots(key: str, dots: dict[str, int]) -> Do:
    return lambda work: work.set_hand_dots(a_vote(key), dots)


def save_time(key: str, time: StepTime) -> Do:
    return lambda work: work.save_time(key, time)


def hide(key: str, hidden: bool) -> Do:
    return lambda work: work.hide_workshop(key, hidden=hidden)


def save_framework(key: str, version: str, title: str) -> Do:
    framework = replace(make_framework(), id=key, version=version, title=title)
    return lambda work: work.save_own_framework(framework)


def add_tallies(key: str, tallies: list[Tally]) -> Do:
    return lambda work: work.add_tallies(a_round(key), tallies)


def save_note(key: str, text: str) -> Do:
    return lambda work: work.save_note(Note(key, key[:2], NoteKind.IDEA, text))


def add_notes(workshop_id: str, texts: list[str]) -> Do:
    """Add notes that no workshop of the run has yet; a unit that takes them twice adds none."""

    def do(work: Work) -> None:
        known = {note.id for note in work.record(workshop_id).notes}
        made = [Note(f"{workshop_id}-{t}", workshop_id, NoteKind.IDEA, t) for t in texts]
        work.add_notes(workshop_id, [note for note in made if note.id not in known])

    return do


def save_commitment(key: str, position: int, title: str) -> Do:
    return lambda work: work.save_commitment(Commitment(key, key[:2], position, title))


def remove(kind: str, key: str) -> Do:
    return lambda work: getattr(work, f"delete_{kind}")(key)


_minutes = st.integers(0, 3)
_workshop = st.sampled_from(WORKSHOPS)
_round = st.sampled_from(ROUNDS)
_note = st.sampled_from(NOTES)
_step = st.sampled_from(PLAN)
_channel = st.sampled_from([Channel.HANDS, Channel.TURNS])
_point = st.integers(0, 5)
_group = st.sampled_from(["", "north", "Łódź"])
_counts = st.lists(st.integers(0, 3), min_size=6, max_size=6)
_tally = st.builds(Tally, _channel, _group, _point, st.integers(0, 3))
_vote = st.sampled_from(VOTES)
_action = st.sampled_from(["T", "A", "gone"])
_dots = st.integers(0, 3)
_time = st.builds(StepTime, st.sampled_from(["welcome", "close", "?"]), _dots, _dots)
_framework = st.sampled_from(FRAMEWORKS)
_calls: st.SearchStrategy[Do] = st.one_of(
    st.just(commit),
    st.builds(add_workshop, _workshop, _minutes),
    st.builds(save_workshop, _workshop, _minutes),
    st.builds(add_round, _round, st.sampled_from(["A1", "T1", "gone"]), st.integers(1, 2)),
    st.builds(save_round, _round, st.sampled_from(RoundState), _channel, st.integers(1, 3)),
    st.builds(add_ballot, _round, _point, _channel, _group),
    st.builds(add_and_take_back, _round, st.booleans()),
    st.builds(set_hands, _round, _counts, _group),
    st.builds(set_vote, _vote, st.sampled_from(RoundState), st.integers(1, 3)),
    st.builds(add_dots, _vote, _channel, st.lists(st.tuples(_action, _dots), max_size=3)),
    st.builds(set_hand_dots, _vote, st.dictionaries(_action, _dots)),
    st.builds(add_and_take_back_dots, _vote, st.dictionaries(_action, _dots), _channel),
    st.builds(save_time, _workshop, _time),
    st.builds(hide, _workshop, st.booleans()),
    st.builds(save_framework, _framework, st.sampled_from("12"), st.sampled_from("Äß")),
    st.builds(remove, st.just("own_framework"), _framework),
    st.builds(take_back, _round, _point, _channel, _group),
    st.builds(reveal, _round),
    st.builds(add_tallies, _round, st.lists(_tally, max_size=3)),
    st.builds(save_note, _note, st.sampled_from(["one", "two"])),
    st.builds(add_notes, _workshop, st.lists(st.sampled_from("abcd"), unique=True)),
    st.builds(save_commitment, _step, st.integers(0, 2), st.sampled_from(["one", "two"])),
    st.builds(remove, st.just("note"), _note),
    st.builds(remove, st.just("commitment"), _step),
    st.builds(remove, st.just("workshop"), _workshop),
)
_SETTING_UP: Unit = [
    add_workshop("w1", 0),
    add_workshop("w2", 1),
    *(add_round(key, statement, 1) for key, statement in zip(ROUNDS, PLACES, strict=True)),
    commit,
]


@pytest.mark.slow
@settings(max_examples=80)
@given(st.lists(st.lists(_calls, max_size=12), min_size=1, max_size=4))
def test_the_same_units_leave_the_same_library(units: list[Unit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        real = open_library(Path(folder))
        fake = FakeLibrary()
        try:
            for unit in [_SETTING_UP, *units]:
                assert answers(fake, unit) == answers(real, unit)
                assert contents(fake) == contents(real)
        finally:
            real.close()


def answers(library: Library, unit: Unit) -> list[object]:
    """Run calls in one unit; give what each raised, and what the unit itself sees at the end."""
    found: list[object] = []
    with library.writing() as work:
        for do in unit:
            try:
                do(work)
            except AppError as error:
                found.append(type(error))
            else:
                found.append(None)
        found.append(seen(work))
    return found


def contents(library: Library) -> list[object]:
    with library.reading() as work:
        return seen(work)


def seen(work: Work) -> list[object]:
    found: list[object] = [work.summaries(), work.own_frameworks()]
    for ask, keys in (
        (work.record, WORKSHOPS),
        (work.workshop, WORKSHOPS),
        (work.round, ROUNDS),
        (work.framework_versions, FRAMEWORKS),
        (lambda key: work.rank_sums(a_vote(key)), VOTES),
    ):
        for key in keys:
            try:
                found.append(ask(key))
            except AppError as error:
                found.append(type(error))
    return found


@pytest.fixture(params=["memory", "file"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    if request.param == "memory":
        yield FakeLibrary()
        return
    real = open_library(tmp_path)
    yield real
    real.close()


def test_an_error_takes_the_whole_unit_back(library: Library) -> None:
    def add_and_fail() -> None:
        with library.writing() as work:
            work.add_workshop(make_workshop())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert contents(library)[0] == ()


def test_a_reading_unit_has_nothing_to_commit(library: Library) -> None:
    with library.reading() as work, pytest.raises(RuntimeError, match="only reads"):
        work.commit()


def test_counts_are_hidden_until_the_reveal_keeps_what_may_be_told(library: Library) -> None:
    round_ = a_round("w1-r1")
    with library.writing() as work:
        work.add_workshop(make_workshop())
        work.add_round(round_)
        work.add_ballot(round_, Ballot(4, "north"))
        work.add_ballot(round_, Ballot(4))
        for state in (RoundState.OPEN, RoundState.CLOSED, RoundState.DISCARDED):
            work.save_round(replace(round_, state=state))
            assert work.round(round_.id).tallies == ()
            assert work.round(round_.id).ballots_in == 2
        assert len(work.counts_to_reveal(round_)) == 2
        kept = (Tally(Channel.TURNS, "", 4, 2),)
        shown = replace(round_, state=RoundState.REVEALED, seen=True, tallies=kept)
        work.reveal_round(shown)
        assert work.round(round_.id) == replace(shown, ballots_in=2)
        assert work.counts_to_reveal(round_) == kept
        with pytest.raises(RuleProblem):
            work.reveal_round(shown)


def test_a_reading_unit_sees_one_moment(library: Library) -> None:
    with library.reading() as reading:
        assert reading.summaries() == ()
        with library.writing() as writing:
            writing.add_workshop(make_workshop())
            writing.commit()
        assert reading.summaries() == ()
    assert len(contents(library)) > 0
    with library.reading() as reading:
        assert [s.id for s in reading.summaries()] == ["w1"]
