"""What may be shown of a round: never too early, never too few, never by subtraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.visibility import tallies_to_keep, tallies_to_move, view_round
from desktop_app.domain.channels import Channel
from desktop_app.domain.results import GroupView, Hidden, HiddenReason, Result, RoundView
from desktop_app.domain.rounds import MERGED, Round, RoundState, Tally
from desktop_app.domain.workshop import Privacy, ResultRules
from tests.unit.builders import make_grouped_round, make_round

RULES = ResultRules()
GROUPS = Privacy.ANONYMOUS_WITH_GROUP
HIDDEN_ROOM = Hidden(HiddenReason.TOO_FEW_ANSWERS)


def see(
    round_: Round, privacy: Privacy = GROUPS, rules: ResultRules = RULES, points: int = 5
) -> RoundView:
    return view_round(round_, points, rules, privacy)


def group(ratings: int, cannot: int = 0) -> tuple[int, ...]:
    return (cannot, 0, 0, 0, ratings, 0)


def shown(view: RoundView) -> dict[str, int | None]:
    """Return each group's number of ratings, None where it is hidden."""
    return {g.label: g.result.n if isinstance(g.result, Result) else None for g in view.groups}


@pytest.mark.parametrize("state", [s for s in RoundState if s is not RoundState.REVEALED])
@pytest.mark.parametrize("privacy", list(Privacy))
def test_nothing_before_the_reveal(state: RoundState, privacy: Privacy) -> None:
    view = see(make_round("T1", (0, 0, 3, 4, 5), state=state, group="north"), privacy)
    assert view.whole == Hidden(HiddenReason.NOT_REVEALED)
    assert view.groups == ()


def test_whole_room_from_the_minimum_answers_on() -> None:
    assert see(make_round("T1", (0, 0, 0, 4, 0), 8)).whole == HIDDEN_ROOM
    whole = see(make_round("T1", (0, 0, 0, 5, 0), 5)).whole
    assert isinstance(whole, Result)
    assert (whole.n, whole.cannot_say, whole.present) == (5, 5, 10)


def test_whole_room_with_lowered_minimum() -> None:
    view = see(make_round("T1", (0, 0, 0, 3, 0)), rules=ResultRules(minimum_answers=3))
    assert isinstance(view.whole, Result)


def test_channels_are_added_up() -> None:
    bare = make_round("T1", (), present=10)
    channels = (Channel.HANDS, Channel.TURNS)
    view = see(replace(bare, tallies=tuple(Tally(c, "", 4, 5) for c in channels)))
    assert isinstance(view.whole, Result)
    assert view.whole.counts == (0, 0, 0, 10, 0)


def test_no_groups_in_the_anonymous_mode() -> None:
    round_ = make_grouped_round({"north": group(6), "south": group(6)})
    assert see(round_, Privacy.ANONYMOUS).groups == ()
    assert see(round_, Privacy.OPEN).groups == see(round_, GROUPS).groups != ()


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ({"a": group(5), "b": group(7)}, {"a": 5, "b": 7}),
        ({"a": group(6), "b": group(2), "c": group(4)}, {"a": 6, "": 6}),
        ({"a": group(9), "b": group(6), "c": group(2)}, {"a": 9, "": 8}),
        ({"a": group(6), "": group(1), "b": group(8)}, {"b": 8, "": 7}),
        ({"a": group(6), "": group(5)}, {"a": 6, "": 5}),
        ({"a": group(6), "b": group(8), "c": group(0, 3)}, {"b": 8, "": 6}),
        ({"a": group(3), "b": group(3)}, {"": 6}),
        ({"a": group(6), "b": group(3)}, {"": 9}),
        ({"a": group(12)}, {"a": 12}),
        ({"": group(12)}, {}),
    ],
)
def test_merging(room: Mapping[str, tuple[int, ...]], expected: dict[str, int]) -> None:
    assert shown(see(make_grouped_round(room))) == expected


def test_merged_part_lists_its_names() -> None:
    room = {"a": group(9), "b": group(6), "c": group(2), "": group(1)}
    merged = see(make_grouped_round(room)).groups[-1]
    assert (merged.label, merged.merged) == ("", ("b", "c"))


def test_merged_part_that_stays_small_is_hidden() -> None:
    rules = ResultRules(minimum_answers=3)
    view = see(make_grouped_round({"a": group(2), "b": group(1)}), rules=rules)
    assert isinstance(view.whole, Result)
    assert view.groups == (GroupView("", Hidden(HiddenReason.SMALL_GROUP)),)


def test_who_makes_up_a_whole_room_of_few_is_not_told() -> None:
    rules = ResultRules(minimum_answers=3)
    alone = make_grouped_round({"a": group(3), "b": group(0)})
    together = make_grouped_round({"a": group(2), "b": group(1)})
    assert see(alone, rules=rules) == see(together, rules=rules)
    for round_ in (alone, together):
        moved = tallies_to_move(round_, 5, rules, Privacy.ANONYMOUS_WITH_GROUP)
        assert {tally.group for tally in moved} == {MERGED}
        there = replace(round_, tallies=moved)
        assert see(there, rules=rules) == see(round_, rules=rules)


def test_groups_are_hidden_with_the_whole_room() -> None:
    assert see(make_grouped_round({"a": group(4, 9)})).groups == ()


def test_the_floor_of_a_group_cannot_be_lowered() -> None:
    rules = ResultRules(minimum_answers=3, group_minimum=3)
    room = {"a": group(4), "b": group(9)}
    assert shown(see(make_grouped_round(room), rules=rules)) == {"": 13}


def test_a_group_counts_its_own_votes_as_present() -> None:
    view = see(make_grouped_round({"a": group(6, 2), "b": group(7)}, present=40))
    result = view.groups[0].result
    assert isinstance(result, Result)
    assert (result.present, result.cannot_say) == (8, 2)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[int, dict[str, tuple[int, ...]]]:
    points = draw(st.integers(3, 7))
    votes = st.lists(st.integers(0, 3), min_size=points + 1, max_size=points + 1).map(tuple)
    labels = st.sampled_from(["", "a", "b", "c", "d", "e"])
    return points, draw(st.dictionaries(labels, votes, max_size=6))


rules_in_use = st.builds(
    ResultRules, minimum_answers=st.integers(3, 5), group_minimum=st.integers(3, 5)
)


@given(rooms(), rules_in_use, st.sampled_from(list(Privacy)))
def test_no_subtraction_leaves_a_few_people(
    room: tuple[int, dict[str, tuple[int, ...]]], rules: ResultRules, privacy: Privacy
) -> None:
    points, groups = room
    view = see(make_grouped_round(groups), privacy, rules, points)
    parts = [g.result for g in view.groups if isinstance(g.result, Result)]
    if not isinstance(view.whole, Result):
        assert view.groups == ()
        return
    for some in _subsets(parts):
        if some:
            assert sum(part.n for part in some) >= 5
            ratings = view.whole.n - sum(part.n for part in some)
            cannot = view.whole.cannot_say - sum(part.cannot_say for part in some)
            assert ratings >= 5 or (ratings, cannot) == (0, 0)


@given(rooms(), rules_in_use)
def test_shown_parts_are_true_and_hide_nobody(
    room: tuple[int, dict[str, tuple[int, ...]]], rules: ResultRules
) -> None:
    points, groups = room
    view = see(make_grouped_round(groups), GROUPS, rules, points)
    alone = {part.label for part in view.groups if part.label}
    for part in view.groups:
        names = {part.label} if part.label else set(groups) - alone
        columns = zip(*(groups[name] for name in names), strict=True)
        cannot, *counts = [sum(column) for column in columns]
        if isinstance(part.result, Result):
            assert (part.result.counts, part.result.cannot_say) == (tuple(counts), cannot)
        else:
            assert sum(counts) < 5
            assert len(view.groups) == 1


def _subsets(parts: list[Result]) -> Iterable[tuple[Result, ...]]:
    return chain.from_iterable(combinations(parts, size) for size in range(len(parts) + 1))


@pytest.mark.parametrize(("secret", "shown"), [(0, True), (1, False), (4, False), (5, True)])
def test_a_few_secret_ballots_beside_hands_hide_the_round(secret: int, shown: bool) -> None:
    tallies = [Tally(Channel.HANDS, "", 4, 8)]
    if secret:
        tallies.append(Tally(Channel.PAPER, "", 1, secret))
    mixed = replace(make_round("T1", ()), tallies=tuple(tallies), present=8 + secret)
    view = view_round(mixed, 5, ResultRules(), Privacy.ANONYMOUS)
    assert isinstance(view.whole, Result) == shown
    in_the_open = view_round(mixed, 5, ResultRules(), Privacy.OPEN)
    assert isinstance(in_the_open.whole, Result)


def test_secret_cannot_says_beside_hands_hide_the_round_too() -> None:
    tallies = (Tally(Channel.HANDS, "", 4, 8), Tally(Channel.TURNS, "", 0, 2))
    mixed = replace(make_round("T1", ()), tallies=tallies, present=10)
    assert isinstance(view_round(mixed, 5, ResultRules(), Privacy.ANONYMOUS).whole, Hidden)


def test_a_few_secret_ballots_of_a_group_beside_its_hands_are_merged() -> None:
    """Nobody may take a group's hands, which everybody saw, off the group's result."""
    tallies = (
        Tally(Channel.HANDS, "north", 4, 6),
        Tally(Channel.PAPER, "north", 1, 1),
        Tally(Channel.PAPER, "south", 3, 6),
        Tally(Channel.PAPER, "west", 2, 9),
    )
    round_ = replace(make_round("T1", ()), tallies=tallies, present=22)
    seen = view_round(round_, 5, RULES, GROUPS)
    assert [(group.label, group.merged) for group in seen.groups] == [
        ("west", ()),
        ("", ("north", "south")),
    ]
    shown = view_round(round_, 5, RULES, Privacy.OPEN)
    assert [group.label for group in shown.groups] == ["north", "south", "west"]


_tallies = st.lists(
    st.builds(
        Tally,
        st.sampled_from([Channel.HANDS, Channel.TURNS, Channel.PAPER]),
        st.sampled_from(["", "a", "b", "c", f"{MERGED}d{MERGED}e"]),
        st.integers(0, 5),
        st.integers(1, 6),
    ),
    max_size=14,
)
_rules = st.builds(ResultRules, st.integers(3, 5), st.integers(5, 8))


@given(_tallies, st.sampled_from(Privacy), _rules)
def test_what_is_kept_of_a_round_is_seen_as_all_of_it_was(
    tallies: list[Tally], privacy: Privacy, rules: ResultRules
) -> None:
    round_ = replace(make_round("T1", (), present=30), tallies=tuple(tallies))
    kept = tallies_to_keep(round_, 5, rules, privacy)
    view, there = see(round_, privacy, rules), replace(round_, tallies=kept)
    assert see(there, privacy, rules) == view
    for channel in Channel:
        assert sum(t.votes for t in kept if t.channel is channel) == sum(
            t.votes for t in tallies if t.channel is channel
        )
    if any(not t.channel.traits.seen_by_all for t in tallies):
        told = {g.label for g in view.groups if g.label}
        assert len({t.group for t in kept} - told) <= 1


@given(_tallies, st.sampled_from(Privacy), _rules, st.sampled_from(Privacy), _rules)
def test_what_is_kept_tells_no_smaller_part_where_the_rules_become_stricter(
    tallies: list[Tally],
    privacy: Privacy,
    rules: ResultRules,
    later: Privacy,
    stricter: ResultRules,
) -> None:
    round_ = replace(make_round("T1", (), present=30), tallies=tuple(tallies))
    there = replace(round_, tallies=tallies_to_keep(round_, 5, rules, privacy))
    if all(t.channel.traits.seen_by_all for t in tallies):
        assert there == round_
        return
    known = {g.label for g in see(round_, privacy, rules).groups if g.label}
    assert {g.label for g in see(there, later, stricter).groups if g.label} <= known
