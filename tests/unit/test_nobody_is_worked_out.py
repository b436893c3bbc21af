"""Random rooms through the real use cases: nothing shown anywhere points to a few people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.earlier import earlier_of
from desktop_app.application.planning import open_recommendations
from desktop_app.application.rounds import Rounds
from desktop_app.domain.channels import Channel
from desktop_app.domain.result_rules import GROUP_FLOOR
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.domain.workshop import Group, Privacy, ResultRules, WorkshopRecord
from desktop_app.exports.json_export import document
from desktop_app.scenes.looks import Look, offered_looks
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.stage import scene_at
from desktop_app.words.prompts import prompt_lines

from .builders import make_record, make_workshop
from .fakes import FakeLibrary, Ids

T1 = Step(StepKind.STATEMENT, "T1")
LABELS = ("Council", "Health", "Police", "Schools", "Youth")
Votes = dict[str, list[int]]
"""What each group's people vote: 1..5, or 0 for "can't say"."""

votes = st.lists(st.integers(0, 5), max_size=8)
rooms = st.dictionaries(st.sampled_from(LABELS), votes, min_size=2, max_size=5)
channels = st.sampled_from([Channel.TURNS, Channel.NUMBER_KEYS, Channel.PAPER, Channel.HANDS])
rules_in_use = st.builds(ResultRules, minimum_answers=st.integers(3, 5))


def held(rounds: Sequence[tuple[Votes, Channel]], rules: ResultRules) -> WorkshopRecord:
    """Take each vote through the use cases, from its opening to its reveal."""
    first = rounds[0][0]
    most = {label: max(len(room.get(label, ())) for room, _ in rounds) for label in LABELS}
    groups = tuple(Group(label, most[label]) for label in LABELS if label in first or most[label])
    base = make_workshop(present=sum(g.people for g in groups), rules=rules)
    workshop = replace(base, privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=groups)
    library = FakeLibrary(make_record(workshop=workshop))
    service = Rounds(library, Ids())
    for room, channel in rounds:
        if any(room.values()):
            _vote(service, library, room, channel)
    return library.record()


def _vote(service: Rounds, library: FakeLibrary, room: Votes, channel: Channel) -> None:
    key = service.open("w1", "T1", channel).value
    for label, points in sorted(room.items()):
        if channel is Channel.HANDS:
            service.count_hands(key, [points.count(p) for p in range(6)], label)
        for point in points if channel is not Channel.HANDS else ():
            service.cast(key, point, label)
    service.close(key, "Counted twice")
    service.reveal(key)


def all_shown(record: WorkshopRecord) -> list[object]:
    """Return every scene, question and advice, the data file, and what a follow-up keeps."""
    steps = workshop_steps(record.workshop.framework)
    scenes: list[Scene] = [scene_at(record, step, look=look) for step in steps for look in Look]
    looks = offered_looks(record, "T1")
    advice = (prompt_lines(record, T1), open_recommendations(record))
    return [*scenes, looks, advice, document(record), earlier_of(record)]


def parts_of(record: WorkshopRecord) -> dict[int, list[dict[str, Any]]]:
    """Return what the data file tells of each round: the whole room first, then its parts."""
    found: dict[int, list[dict[str, Any]]] = {}
    for part in document(record)["rounds"]:
        found.setdefault(part["ordinal"], []).append(part)
    return found


@settings(max_examples=60)
@given(st.lists(st.tuples(rooms, channels), min_size=1, max_size=2), rules_in_use)
def test_no_subtraction_leaves_a_few_people_in_any_round(
    rounds: list[tuple[Votes, Channel]], rules: ResultRules
) -> None:
    for whole, *parts in parts_of(held(rounds, rules)).values():
        shown = [part for part in parts if not part["hidden"]]
        if whole["hidden"]:
            assert not parts
            continue
        for some in _subsets(shown):
            n = sum(part["n"] for part in some)
            unsaid = sum(part["cannot_say"] for part in some)
            left = whole["n"] - n
            assert n >= GROUP_FLOOR
            assert left >= GROUP_FLOOR or (left, whole["cannot_say"] - unsaid) == (0, 0)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(st.tuples(rooms, channels), min_size=1, max_size=2), rules_in_use, st.randoms())
def test_who_of_the_merged_gave_which_rating_changes_nothing(
    rounds: list[tuple[Votes, Channel]], rules: ResultRules, chance: Any
) -> None:
    """Deal the ratings of partners that are not shown alone out among them again, in each round.

    Each partner keeps its number of ratings, so that the same ones are merged: everything that is
    shown anywhere, over both rounds together, is the same.
    """
    one = held(rounds, rules)
    shown = parts_of(one)
    ordinals = iter(range(1, 3))
    dealt = [
        (_dealt(room, _alone(shown.get(next(ordinals), [])), chance), channel)
        if any(room.values())
        else (room, channel)
        for room, channel in rounds
    ]
    assert all_shown(held(dealt, rules)) == all_shown(one)


def _alone(parts: list[dict[str, Any]]) -> set[str]:
    return {part["group"] for part in parts if part["group"] in LABELS}


def _dealt(room: Votes, alone: set[str], chance: Any) -> Votes:
    others = [label for label in sorted(room) if label not in alone]
    ratings = [point for label in others for point in room[label] if point]
    chance.shuffle(ratings)
    dealt = dict(room)
    for label in others:
        dealt[label] = [ratings.pop() if point else 0 for point in room[label]]
    return dealt


@settings(max_examples=40)
@given(rooms, channels.filter(lambda c: c is not Channel.HANDS), st.randoms())
def test_before_the_reveal_only_the_number_of_ballots_counts(
    room: Votes, channel: Channel, chance: Any
) -> None:
    def begun(points: Votes, *, close: bool) -> WorkshopRecord:
        groups = tuple(Group(label, 9) for label in sorted(points))
        workshop = replace(make_workshop(present=50), groups=groups)
        workshop = replace(workshop, privacy=Privacy.ANONYMOUS_WITH_GROUP)
        library = FakeLibrary(make_record(workshop=workshop))
        service = Rounds(library, Ids())
        key = service.open("w1", "T1", channel).value
        for label in sorted(points):
            for point in points[label]:
                service.cast(key, point, label)
        if close and any(points.values()):
            service.close(key, "Some left")
        return library.record()

    other = {label: [chance.randint(0, 5) for _ in points] for label, points in room.items()}
    for close in (False, True):
        assert all_shown(begun(room, close=close)) == all_shown(begun(other, close=close))


def _subsets(parts: list[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], ...]]:
    return chain.from_iterable(combinations(parts, size) for size in range(1, len(parts) + 1))
