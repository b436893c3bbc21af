"""The one function that decides what may be shown of a round (PRODUCT, "Privacy rules").

Stage, console, PDF, every export and every channel ask it. Knows nothing of who asks: what it
leaves out is left out everywhere, so that no two outputs together give away what each hides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeAlias

from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import (
    GroupView,
    Hidden,
    HiddenReason,
    PriorityRow,
    PriorityView,
    Result,
    RoundView,
)
from desktop_app.domain.rounds import MERGED, Round, RoundState, Tally
from desktop_app.domain.workshop import Privacy, ResultRules

from .result import result_of

_NO_GROUP = ""

Votes: TypeAlias = tuple[int, ...]
"""Votes for 0 ("can't say"), 1, ... K."""

_Stands: TypeAlias = Callable[[Collection[str]], bool]


def view_round(round_: Round, points: int, rules: ResultRules, privacy: Privacy) -> RoundView:
    """Return what may be shown, to anybody, of one round on a scale of `points`.

    Nothing before the reveal; the whole room from the minimum answers on, unless a few secret
    ballots stand beside hands that everybody saw; groups only where the privacy mode has them and
    the whole room is shown.
    """
    whole: Result | Hidden = Hidden(HiddenReason.NOT_REVEALED)
    groups: tuple[GroupView, ...] = ()
    if round_.state is RoundState.REVEALED:
        by_group = _votes_by_group(round_.tallies, points)
        whole = _whole(_sum(by_group.values(), points), round_.present, rules)
        if privacy is not Privacy.OPEN and _few_beside_hands(round_.tallies, points, rules):
            whole = Hidden(HiddenReason.BESIDE_HANDS)
        if privacy is not Privacy.ANONYMOUS and isinstance(whole, Result):
            groups = _group_views(
                by_group, points, rules, _stands_of(round_, points, rules, privacy)
            )
    return RoundView(round_.statement_id, round_.ordinal, round_.present, whole, groups)


def tallies_to_move(
    round_: Round, points: int, rules: ResultRules, privacy: Privacy
) -> tuple[Tally, ...]:
    """Return the counts of a round that may leave this laptop: none before the reveal.

    They give the same view as the round itself and nothing more: groups that are too small come
    merged, and counts of too few answers stay behind.
    """
    seen = view_round(round_, points, rules, privacy)
    if isinstance(seen.whole, Hidden):
        return ()
    by_group = _votes_by_group(round_.tallies, points)
    if not seen.groups:
        return _as_tallies(round_.channel, _NO_GROUP, _sum(by_group.values(), points))
    alone, joined = _parts_told(seen.groups, by_group)
    rest = _sum((votes for label, votes in by_group.items() if label not in alone), points)
    kept = [_as_tallies(round_.channel, label, by_group[label]) for label in sorted(alone)]
    return tuple(
        tally for part in (*kept, _as_tallies(round_.channel, joined, rest)) for tally in part
    )


def tallies_to_keep(
    round_: Round, points: int, rules: ResultRules, privacy: Privacy
) -> tuple[Tally, ...]:
    """Return the counts of a revealed round that are kept on this laptop once it was seen.

    They give the same view as all of them, and never a finer one where the rules become stricter:
    parts that are shown as one stand there as one. Hands alone are kept as they are, as they may
    be counted again. Channels stay apart, since hands beside secret ballots were seen.
    """
    if all(tally.channel.traits.seen_by_all for tally in round_.tallies):
        return round_.tallies
    seen = view_round(round_, points, rules, privacy)
    alone, joined = _parts_told(seen.groups, (tally.group for tally in round_.tallies))
    kept: Counter[tuple[Channel, str, int]] = Counter()
    for tally in round_.tallies:
        label = tally.group if tally.group in alone else joined
        kept[tally.channel, label, tally.point] += tally.votes
    return tuple(Tally(*place, votes) for place, votes in kept.items())


def _parts_told(views: Collection[GroupView], labels: Iterable[str]) -> tuple[set[str], str]:
    """Return the groups that are told by name, and what the others together are called."""
    if not views:
        return set(), _NO_GROUP
    alone = {view.label for view in views if view.label}
    if any(isinstance(view.result, Hidden) for view in views):
        return alone, MERGED  # nor does the name of anybody in it stay
    together = _names(label for label in labels if label not in alone)
    return alone, "".join(MERGED + name for name in together)


def _as_tallies(channel: Channel, group: str, votes: Votes) -> tuple[Tally, ...]:
    return tuple(Tally(channel, group, point, count) for point, count in enumerate(votes) if count)


def view_priorities(vote: PriorityVote, rules: ResultRules) -> PriorityView | Hidden:
    """Return what may be shown, to anybody, of the dots: nothing before the reveal.

    Where dots do not come in person by person, as many people count as their dots make up in
    full, so that never fewer people stand behind a list than the minimum answers.
    """
    if vote.state is not RoundState.REVEALED:
        return Hidden(HiddenReason.NOT_REVEALED)
    people = _people_behind(vote)
    total = sum(vote.by_action.values())
    if people < rules.minimum_answers or not total:
        return Hidden(HiddenReason.TOO_FEW_ANSWERS)
    rows = (PriorityRow(key, dots, dots / total) for key, dots in vote.dots)
    ordered = tuple(sorted(rows, key=lambda row: -row.dots))
    return PriorityView(ordered, people, total, vote.concordance)


def view_fist(counts: tuple[int, ...], rules: ResultRules) -> tuple[int, ...] | Hidden | None:
    """Return what may be shown of a fist-to-five; None where none was taken."""
    if not any(counts):
        return None
    enough = sum(counts) >= rules.minimum_answers
    return counts if enough else Hidden(HiddenReason.TOO_FEW_ANSWERS)


def _people_behind(vote: PriorityVote) -> int:
    if vote.channel.traits.whole_people:
        return vote.ballots_in
    return vote.dots_in // max(1, vote.dots_each)


def _whole(votes: Votes, present: int, rules: ResultRules) -> Result | Hidden:
    if _ratings(votes) < rules.minimum_answers:
        return Hidden(HiddenReason.TOO_FEW_ANSWERS)
    return _result(votes, present, rules)


def _few_beside_hands(tallies: Iterable[Tally], points: int, rules: ResultRules) -> bool:
    """Return whether the hands everybody saw, taken off the whole, would leave too few ballots."""
    by_hands, in_secret = [0] * (points + 1), [0] * (points + 1)
    for tally in tallies:
        part = by_hands if tally.channel.traits.seen_by_all else in_secret
        part[tally.point] += tally.votes
    needed = rules.part_minimum
    return any(by_hands) and any(in_secret) and _ratings(tuple(in_secret)) < needed


def _stands_of(round_: Round, points: int, rules: ResultRules, privacy: Privacy) -> _Stands:
    """Return what tells whether groups together can be shown.

    They need enough ratings, and not a few secret ballots beside hands that everybody saw.
    """
    needed = rules.part_minimum

    def stands(labels: Collection[str]) -> bool:
        tallies = [tally for tally in round_.tallies if tally.group in labels]
        if sum(tally.votes for tally in tallies if tally.point != CANNOT_SAY) < needed:
            return False
        return privacy is Privacy.OPEN or not _few_beside_hands(tallies, points, rules)

    return stands


def _group_views(
    by_group: Mapping[str, Votes], points: int, rules: ResultRules, stands: _Stands
) -> tuple[GroupView, ...]:
    """Return the groups that can be shown, by name, then the merged part if there is one.

    A room in which nobody named a group has no groups.
    """
    if set(by_group) <= {_NO_GROUP}:
        return ()
    needed = rules.part_minimum
    merged = _merged_labels(by_group, stands)
    alone = sorted(set(by_group) - merged)
    views = [GroupView(label, _group_result(by_group[label], rules)) for label in alone]
    if merged:
        together = _sum((by_group[label] for label in merged), points)
        views.append(_merged_view(merged, together, needed, rules))
    return tuple(views)


def _merged_labels(by_group: Mapping[str, Votes], stands: _Stands) -> set[str]:
    """Return the groups to merge so that taking off shown parts or seen hands leaves none too few.

    Groups that cannot stand alone and ballots without a group come together; while they cannot
    stand either, without ratings at all included (their can't-says would show), the next smallest
    group joins them.
    """
    ordered = sorted(by_group, key=lambda label: (_ratings(by_group[label]), label))
    merged = {g for g in ordered if _is_part(g) or not stands((g,))}
    joining = [label for label in ordered if label not in merged]
    while merged and joining and not stands(merged):
        merged.add(joining.pop(0))
    return merged


def _merged_view(labels: Iterable[str], votes: Votes, needed: int, rules: ResultRules) -> GroupView:
    """Return the merged part; too few ratings are left in it only if it is the whole room.

    Then it has no names: the whole room is shown, so that the name of the only group in it would
    make that group's result of it.
    """
    if _ratings(votes) < needed:
        return GroupView("", Hidden(HiddenReason.SMALL_GROUP))
    return GroupView("", _group_result(votes, rules), _names(labels))


def _is_part(label: str) -> bool:
    """Return whether a label stands for no group, or for groups that came as one part."""
    return label == _NO_GROUP or label.startswith(MERGED)


def _names(labels: Iterable[str]) -> tuple[str, ...]:
    """Return the groups' names; a part that came merged gives all of its own."""
    return tuple(sorted({name for label in labels for name in label.split(MERGED) if name}))


def _group_result(votes: Votes, rules: ResultRules) -> Result:
    """Return a group's result; nobody counts a group's heads, so those who voted are present."""
    return _result(votes, sum(votes), rules)


def _result(votes: Votes, present: int, rules: ResultRules) -> Result:
    return result_of(votes[1:], votes[CANNOT_SAY], present, rules)


def _ratings(votes: Votes) -> int:
    """Return the number of real ratings."""
    return sum(votes[1:])


def _votes_by_group(tallies: Iterable[Tally], points: int) -> dict[str, Votes]:
    """Return the votes of each group that cast any, over all channels."""
    found: dict[str, list[int]] = {}
    for tally in tallies:
        if tally.votes:
            votes = found.setdefault(tally.group, [0] * (points + 1))
            votes[tally.point] += tally.votes
    return {group: tuple(votes) for group, votes in found.items()}


def _sum(parts: Iterable[Votes], points: int) -> Votes:
    """Return the votes of several parts together; no part gives no votes."""
    columns = zip((0,) * (points + 1), *parts, strict=True)
    return tuple(sum(column) for column in columns)
