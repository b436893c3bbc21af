"""Two workshops side by side: what is compared, what is said, what nobody can work out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.analysis.change import Drift, Shift
from desktop_app.analysis.earlier import earlier_of
from desktop_app.analysis.parts_alike import parts_alike
from desktop_app.analysis.then_and_now import (
    ActionWord,
    Counted,
    DayMoves,
    Luck,
    Reason,
    action_word,
    comparisons,
    day_moves,
)
from desktop_app.analysis.visibility import view_round
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Earlier, EarlierPart
from desktop_app.domain.results import RoundView
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Privacy, ResultRules, WorkshopRecord
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, is_offered
from desktop_app.scenes.asides import following as next_screen
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.stage import scene_at
from desktop_app.words import then_and_now as words

from .builders import make_framework, make_grouped_round, make_round, make_workshop

LOW, HIGH, SPLIT = (3, 6, 3, 0, 0), (0, 3, 5, 4, 0), (1, 3, 5, 3, 0)


def held(*rounds: Round, **changes: Any) -> WorkshopRecord:
    return WorkshopRecord(replace(make_workshop(), **changes), rounds)


def moves_of(then: WorkshopRecord, now: WorkshopRecord) -> DayMoves:
    return day_moves(earlier_of(then), earlier_of(now))


def following(then: WorkshopRecord, now: WorkshopRecord) -> WorkshopRecord:
    """Give the later workshop as a follow-up of the earlier one."""
    kept = (earlier_of(then), *then.workshop.earlier)
    return replace(now, workshop=replace(now.workshop, identity="later", earlier=kept))


def row(moves: DayMoves, key: str = "T1") -> Any:
    return next(one for one in moves.statements if one.key == key)


# -- what is compared ---------------------------------------------------------------------------


def test_the_first_vote_is_compared_with_the_first_vote() -> None:
    then = held(make_round("T1", LOW), make_round("T1", HIGH, ordinal=2))
    now = held(make_round("T1", HIGH), make_round("T1", LOW, ordinal=2))
    found = row(moves_of(then, now))
    assert found.shift is Shift.UP
    assert words.sentence(found) == "Moved up: 3 of 12 rated it 3 or more last time, 9 of 12 now."
    assert words.word(found) == "Moved up"


def test_a_second_vote_stands_for_no_first_one() -> None:
    closed = make_round("T1", LOW, state=RoundState.CLOSED)
    then = held(closed, make_round("T1", HIGH, ordinal=2))
    assert row(moves_of(then, held(make_round("T1", HIGH)))).reason is Reason.NOT_THEN


def reworded(record: WorkshopRecord, **changes: Any) -> WorkshopRecord:
    """Give a record whose first statement is another one."""
    framework = record.workshop.framework
    action, *others = framework.actions
    first, *rest = action.statements
    action = replace(action, statements=(replace(first, **changes), *rest))
    known = replace(framework, actions=(action, *others))
    return replace(record, workshop=replace(record.workshop, framework=known))


def test_spaces_alone_are_no_other_wording() -> None:
    now = held(make_round("T1", HIGH))
    assert row(moves_of(held(make_round("T1", LOW)), reworded(now, text="text  T1"))).change
    other = row(moves_of(held(make_round("T1", LOW)), reworded(now, text="text of T1")))
    assert (other.reason, other.change, other.then) == (Reason.REWORDED, None, None)
    assert words.sentence(other) == "Not compared: the wording has changed."


def test_what_is_dropped_or_added_is_told_and_not_compared() -> None:
    then, now = held(make_round("T1", LOW)), held(make_round("T9", HIGH))
    moves = moves_of(then, reworded(now, id="T9"))
    assert row(moves, "T9").reason is Reason.ADDED
    assert [(one.key, one.reason) for one in moves.dropped] == [("T1", Reason.DROPPED)]


def test_another_scale_is_not_compared() -> None:
    now = held(make_round("T1", (0, 0, 3, 3, 3, 3, 0)), framework=make_framework(7))
    assert row(moves_of(held(make_round("T1", LOW)), now)).reason is Reason.RESCALED
    labels = make_framework().scale
    points = (replace(labels.points[0], label="Never"), *labels.points[1:])
    other = replace(make_framework(), scale=replace(labels, points=points))
    now = held(make_round("T1", HIGH), framework=other)
    assert row(moves_of(held(make_round("T1", LOW)), now)).reason is Reason.RESCALED


def test_what_was_hidden_or_not_rated_is_told_and_not_compared() -> None:
    few, all_ = held(make_round("T1", (1, 1, 1, 0, 0), present=12)), held(make_round("T1", HIGH))
    assert row(moves_of(few, all_)).reason is Reason.HIDDEN_THEN
    assert row(moves_of(all_, few)).reason is Reason.HIDDEN_NOW
    assert row(moves_of(held(), all_)).reason is Reason.NOT_THEN
    assert row(moves_of(all_, held())).reason is Reason.NOT_NOW
    assert words.word(row(moves_of(few, all_))) == "Too few ratings"


def test_hands_beside_a_secret_vote_and_many_who_cannot_say_are_noted() -> None:
    then = held(make_round("T1", (0, 2, 3, 2, 0), 5, present=12))
    now = held(replace(make_round("T1", HIGH), channel=Channel.PAPER))
    tallies = tuple(replace(one, channel=Channel.PAPER) for one in now.rounds[0].tallies)
    now = replace(now, rounds=(replace(now.rounds[0], tallies=tallies),))
    assert words.notes(row(moves_of(then, now))) == (
        "Among those who could say: 7 of 12 then, 12 of 12 now.",
        "By hands in one workshop, in secret in the other.",
    )
    assert words.notes(row(moves_of(then, then)))[1:] == ()


def test_pretend_ballots_are_never_compared() -> None:
    now = following(held(make_round("T1", LOW)), held(make_round("T1", HIGH)))
    assert len(comparisons(now)) == 1
    assert comparisons(replace(now, workshop=replace(now.workshop, rehearsal_of="w1"))) == ()
    assert comparisons(held(make_round("T1", HIGH))) == ()


def test_a_chain_is_compared_step_by_step() -> None:
    first, second = held(make_round("T1", LOW)), held(make_round("T1", HIGH))
    third = following(following(first, second), held(make_round("T1", LOW)))
    assert [row(one).shift for one in comparisons(third)] == [Shift.DOWN, Shift.UP]


# -- the sentences ------------------------------------------------------------------------------


LUCK = "Cannot say: with 12 and 12 ratings this could be luck, and a real change could hide in it."
SAME = (
    "Much the same: these ratings fit neither a rise nor a fall of a whole point. A smaller change"
    " may be there."
)
DOWN = "Moved down: 2 of 12 rated it 3 or less last time, 10 of 12 now."
FEW = "Cannot say: fewer than 5 ratings last time."


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (LOW, SPLIT, LUCK),
        ((0, 1, 3, 6, 2), (0, 1, 4, 6, 1), SAME),
        ((0, 0, 2, 7, 3), (2, 4, 4, 2, 0), DOWN),
    ],
)
def test_sentences_are_the_rule_s(then: tuple[int, ...], now: tuple[int, ...], said: str) -> None:
    found = row(moves_of(held(make_round("T1", then)), held(make_round("T1", now))))
    assert words.sentence(found) == said


def test_fewer_than_five_say_nothing_where_a_workshop_shows_them() -> None:
    then = held(make_round("T1", (0, 0, 4, 0, 0)), rules=ResultRules(minimum_answers=3))
    found = row(moves_of(then, held(make_round("T1", HIGH))))
    assert words.sentence(found) == FEW
    assert words.word(found) == "Cannot say"


def test_views_are_told_beside_the_level() -> None:
    then, now = held(make_round("T1", (5, 1, 0, 1, 5))), held(make_round("T1", (0, 2, 8, 2, 0)))
    said = words.sentence(row(moves_of(then, now)))
    assert said.endswith(
        "Views came closer: ratings lie nearer to the room’s middle than last time."
    )
    assert words.agreement_word(row(moves_of(now, then))) == "Views moved apart"


def counted(of: int, up: int = 0, down: int = 0, same: int = 0) -> Counted:
    return Counted(of, up, down, same, of - up - down - same, 0, 0)


@pytest.mark.parametrize(
    ("of", "moved", "luck"),
    [
        (16, 0, Luck.NOTHING_MOVED),
        (16, 1, Luck.CAN_BE_LUCK),
        (16, 2, Luck.MORE_THAN_LUCK),
        (50, 1, Luck.CAN_BE_LUCK),
        (50, 2, Luck.MORE_THAN_LUCK),
        (51, 2, Luck.CAN_BE_LUCK),
        (1, 1, Luck.CAN_BE_LUCK),
    ],
)
def test_a_day_s_moves_are_held_against_luck(of: int, moved: int, luck: Luck) -> None:
    assert counted(of, moved).luck is luck
    assert counted(of, 0, moved).luck is luck


def test_the_day_in_a_sentence() -> None:
    assert words.day_sentence(counted(16, 3, 0, 6)) == (
        "16 statements compared: 3 moved up, none down; 6 are much the same; for 7 we cannot say."
    )
    assert words.luck_sentence(counted(16, 1)) == (
        "1 move in 16 can be luck: talk about it before you build on it."
    )
    assert words.luck_sentence(counted(16, 3)) == "There are more moves than luck gives."
    assert words.luck_sentence(counted(16)) == "Nothing moved by more than luck."


@pytest.mark.parametrize(
    ("up", "down", "same", "statements", "word"),
    [
        (1, 1, 0, 3, ActionWord.BOTH),
        (2, 0, 0, 3, ActionWord.UP),
        (1, 0, 2, 3, ActionWord.UNSURE),
        (2, 0, 0, 4, ActionWord.UNSURE),
        (0, 3, 0, 4, ActionWord.DOWN),
        (0, 0, 2, 3, ActionWord.SAME),
        (0, 0, 2, 4, ActionWord.UNSURE),
        (1, 0, 3, 4, ActionWord.UNSURE),
        (1, 0, 0, 1, ActionWord.UP),
    ],
)
def test_an_action_s_word_needs_more_than_half(
    up: int, down: int, same: int, statements: int, word: ActionWord
) -> None:
    assert action_word(counted(statements, up, down, same), statements) is word


def test_an_action_always_has_its_counts() -> None:
    then = held(make_round("T1", LOW), make_round("T2", LOW))
    now = held(make_round("T1", HIGH), make_round("T2", LOW))
    action = moves_of(then, now).actions[0]
    assert words.action_counts(action) == "1 of 2 moved up, none down"
    assert words.action_word(action) == "Cannot say"


def test_people_may_be_others() -> None:
    assert words.who_was_there(12, 14) == "12 people then, 14 now, and not all the same."
    assert words.who_was_there(12, 12) == "12 people then and now, perhaps not the same."


# -- on the stage -------------------------------------------------------------------------------


OVERVIEW, ACTION_T = Step(StepKind.OVERVIEW), Step(StepKind.ACTION, "T")


def test_the_stage_shows_actions_first_and_then_their_statements() -> None:
    then = held(make_round("T1", LOW), make_round("T2", LOW), make_round("A1", LOW))
    few = make_round("T2", (1, 1, 1, 0, 0))
    now = following(then, held(make_round("T1", HIGH), few, make_round("A1", LOW), present=14))
    aside: Aside | None = Aside(AsideKind.MOVED)
    scenes = []
    while aside is not None:
        scenes.append(aside_scene(now, OVERVIEW, aside))
        aside = next_screen(now, OVERVIEW, aside)
    titles = [(one.title, [row.words for row in one.rows]) for one in scenes]
    assert titles == [
        ("What moved", ["1 of 2 moved up", "none of 2 moved"]),
        ("Act T", ["Moved up", "Too few ratings"]),
        ("Act A", ["Much the same", "Not rated then"]),
    ]
    assert scenes[0].foot == "12 people then, 14 now, and not all the same."
    assert scenes[1].rows[1].few == (False, True)
    led = aside_scene(following(then, held()), ACTION_T, Aside(AsideKind.MOVED))
    assert [(row.then, row.words) for row in led.rows] == [(None, "Not rated now")] * 2
    assert scenes[1].rows[1].now is None
    assert "Name T1: Moved up" in repr(in_words(scenes[1]))


def test_the_stage_offers_it_only_where_there_is_an_earlier_workshop() -> None:
    now = following(held(make_round("T1", LOW)), held(make_round("T1", HIGH)))
    assert is_offered(now, OVERVIEW, AsideKind.MOVED)
    assert is_offered(now, ACTION_T, AsideKind.MOVED)
    assert not is_offered(now, Step(StepKind.WELCOME), AsideKind.MOVED)
    assert not is_offered(held(make_round("T1", HIGH)), OVERVIEW, AsideKind.MOVED)
    alone = aside_scene(now, ACTION_T, Aside(AsideKind.MOVED))
    assert alone is not None
    assert next_screen(now, ACTION_T, Aside(AsideKind.MOVED)) is None


def test_a_statement_says_it_once_its_first_vote_is_revealed() -> None:
    then, step = held(make_round("T1", LOW)), Step(StepKind.STATEMENT, "T1")
    told = "Moved up: 3 of 12 rated it 3 or more last time, 9 of 12 now."
    for state in (RoundState.OPEN, RoundState.CLOSED):
        early = following(then, held(make_round("T1", HIGH, state=state)))
        assert not is_offered(early, step, AsideKind.MOVED)
        assert told not in repr(scene_at(early, step))
    now = following(then, held(make_round("T1", HIGH)))
    seen = aside_scene(now, step, Aside(AsideKind.MOVED))
    assert (seen.title, len(seen.rows), seen.foot) == ("Act T", 1, told)
    assert told in scene_at(now, step).remarks
    again = replace(now, rounds=(*now.rounds, make_round("T1", LOW, ordinal=2)))
    assert told not in scene_at(again, step).remarks, "a second vote is not compared"


# -- by partner ---------------------------------------------------------------------------------


def part(names: str, each: int, *, merged: bool = False) -> EarlierPart:
    return EarlierPart(tuple(names), (0, each, 0, 0, 0), 0, merged)


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        ([part("A", 12), part("B", 9)], [part("A", 10), part("B", 12)], ["A"]),
        ([part("A", 9)], [part("A", 10)], []),
        ([part("A", 6), part("B", 6)], [part("AB", 12, merged=True)], ["AB"]),
        ([part("AB", 12, merged=True)], [part("BC", 12, merged=True)], []),
        ([part("AB", 12, merged=True)], [part("A", 12)], []),
        ([part("A", 10), part("BC", 10, merged=True)],
         [part("AB", 10, merged=True), part("C", 10)], ["ABC"]),
        ([part("A", 10, merged=True)], [part("A", 10)], []),
        ([part("A", 10, merged=True)], [part("A", 10, merged=True)], []),
        ([part("A", 10), part("", 20, merged=True)], [part("A", 10), part("", 20, merged=True)],
         ["A"]),
    ],
)  # fmt: skip
def test_a_part_is_a_union_of_shown_parts_in_both(
    then: list[EarlierPart], now: list[EarlierPart], found: list[str]
) -> None:
    assert ["".join(one.names) for one in parts_alike(then, now)] == found


def test_a_part_is_told_in_words_alone() -> None:
    low, high = (0, 4, 6, 2, 0, 0), (0, 0, 0, 3, 6, 3)
    then = by_partner({"Council": low, "Health": low})
    now = by_partner({"Council": high, "Health": low})
    found = row(moves_of(then, now))
    told = [words.part_words(one) for one in found.parts]
    assert told == ["Council: Moved up.", "Health: Much the same."]
    assert not any(letter.isdigit() for one in told for letter in one)
    assert moves_of(then, now).parts.of == 2


Room = Mapping[str, tuple[int, ...]]


def by_partner(room: Room) -> WorkshopRecord:
    present = sum(map(sum, room.values()))
    base = make_workshop(present=present, privacy=Privacy.ANONYMOUS_WITH_GROUP)
    if not present:
        return WorkshopRecord(base)
    round_ = make_grouped_round(dict(room), present=present)
    return WorkshopRecord(base, (secret(round_),))


def secret(round_: Round) -> Round:
    tallies = tuple(replace(one, channel=Channel.PAPER) for one in round_.tallies)
    return replace(round_, channel=Channel.PAPER, tallies=tallies)


# -- what nobody can work out -------------------------------------------------------------------

rooms = st.dictionaries(
    st.sampled_from("ABCDE"),
    st.tuples(*[st.integers(0, 4)] * 6),
    min_size=2,
    max_size=5,
)
Vector = tuple[int, ...]


def shown_sums(day: Earlier, room: Room, told: Iterable[tuple[str, ...]]) -> set[Vector]:
    """Give which partners' ratings each shown or compared figure adds up."""
    labels = sorted(room)
    vote = next(one.vote for one in day.statements if one.id == "T1")
    if vote is None or vote.is_hidden:
        return set()
    sets = [labels, *(one.names for one in vote.parts), *told]
    return {tuple(int(label in names) for label in labels) for names in sets}


def points_to_few(known: Iterable[Vector], sizes: Vector) -> bool:
    """Tell whether figures, added up and taken off, depend on one to four ratings only."""
    found = sorted(known)
    for signs in product((-1, 0, 1), repeat=len(found)):
        sums = [sum(map(int.__mul__, signs, column)) for column in zip(*found, strict=True)]
        if 0 < sum(size for size, total in zip(sizes, sums, strict=True) if total) < 5:
            return True
    return False


def ratings(room: Room) -> Vector:
    return tuple(sum(room[label][1:]) for label in sorted(room))


def nobody_is_pointed_to(then: Room, now: Room) -> None:
    first, second = earlier_of(by_partner(then)), earlier_of(by_partner(now))
    told = [one.names for found in day_moves(first, second).statements for one in found.parts]
    assert all(len(names) for names in told)
    for day, room in ((first, then), (second, now)):
        known = shown_sums(day, room, told)
        assert not known or not points_to_few(known, ratings(room))


@settings(max_examples=40, deadline=None)
@given(rooms, rooms)
def test_no_figures_of_two_workshops_together_point_to_few(then: Room, now: Room) -> None:
    nobody_is_pointed_to(then, now)


@pytest.mark.attack
@settings(max_examples=5_000, deadline=None)
@given(rooms, rooms)
def test_nor_do_those_of_thousands_of_pairs(then: Room, now: Room) -> None:
    nobody_is_pointed_to(then, now)


def test_the_search_finds_what_a_forbidden_total_gives_away() -> None:
    room = {"A": (0, 3, 3, 0, 0, 0), "B": (0, 2, 3, 0, 0, 0), "C": (0, 1, 1, 0, 0, 0)}
    known = shown_sums(earlier_of(by_partner(room)), room, [])
    assert not points_to_few(known, ratings(room))
    assert points_to_few({*known, (1, 1, 0)}, ratings(room)), "who was there both times"


@st.composite
def twins(draw: st.DrawFn) -> tuple[WorkshopRecord, WorkshopRecord]:
    """Give two days that show the same: ratings are dealt otherwise among who is not told."""
    room = draw(rooms)
    day = by_partner(room)
    votes = [one.vote for one in earlier_of(day).statements if one.vote]
    parts = [part for vote in votes for part in vote.parts if not part.merged]
    shown = {name for part in parts for name in part.names}
    voted = (label for label in sorted(room) if any(room[label]))  # who did is told
    labels = [label for label in voted if label not in shown]
    dealt = draw(st.permutations(labels))
    dealt_room = dict(room) | {to: room[label] for label, to in zip(labels, dealt, strict=True)}
    other = by_partner(dealt_room)
    assume(shown_of(day) == shown_of(other))  # of two alike, the name says which joins the others
    return day, other


def shown_of(day: WorkshopRecord) -> list[RoundView]:
    workshop = day.workshop
    return [view_round(r, 5, workshop.rules, workshop.privacy) for r in day.rounds]


@settings(max_examples=15, deadline=None)
@given(twins(), twins())
def test_what_is_hidden_in_either_changes_nothing(
    then: tuple[WorkshopRecord, WorkshopRecord], now: tuple[WorkshopRecord, WorkshopRecord]
) -> None:
    one, other = (earlier_of(a) for a in then), (earlier_of(a) for a in now)
    first, second = (replace(a, revision=1) for a in one), (replace(a, revision=1) for a in other)
    told = {repr(day_moves(a, b)) for a, b in zip(first, second, strict=True)}
    assert len(told) == 1


def test_a_part_counts_among_the_parts_alone() -> None:
    low, high = (0, 4, 6, 2, 0, 0), (0, 0, 0, 3, 6, 3)
    moves = moves_of(by_partner({"A": low, "B": low}), by_partner({"A": high, "B": high}))
    assert (moves.counted.of, moves.counted.up) == (1, 1)
    assert (moves.parts.of, moves.parts.up) == (2, 2)
    assert {one.drift for one in row(moves).parts} == {Drift.NONE}
