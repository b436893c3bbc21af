"""From rows to the words of the product and back; runs no queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from desktop_app.domain.agenda import StepTime
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Commitment, Note
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round, RoundState, Tally, by_group
from desktop_app.domain.workshop import ResultRules, Workshop

Row = Mapping[str, Any]

_RULES = tuple(field.name for field in fields(ResultRules))
_OWN = tuple(f.name for f in fields(Workshop) if f.name not in {"framework", "whole", "rules"})
NOTE = tuple(field.name for field in fields(Note))
COMMITMENT = tuple(field.name for field in fields(Commitment))
"""The columns of a note and of a commitment, in the order of their fields."""
_NOTE_OF = attrgetter(*NOTE)
_IN = {"ballots_in", "in_by_group", "tallies"}
_ROUND = tuple(f.name for f in fields(Round) if f.name not in _IN)
_TIME = tuple(field.name for field in fields(StepTime))
_COUNTED = {"ballots_in", "dots_in", "dots"}
_PRIORITY_VOTE = tuple(f.name for f in fields(PriorityVote) if f.name not in _COUNTED)


class DotSum(NamedTuple):
    """How many dots of one channel an action has."""

    channel: Channel
    action_id: str
    dots: int


def _values(source: object, names: tuple[str, ...]) -> dict[str, Any]:
    return dict(zip(names, attrgetter(*names)(source), strict=True))


def _picked(row: Row, names: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def workshop_values(workshop: Workshop) -> dict[str, Any]:
    """Return a workshop's columns, all but its framework's."""
    return _values(workshop, _OWN) | _values(workshop.rules, _RULES)


def workshop_changes(workshop: Workshop) -> dict[str, Any]:
    """Return the columns that change once the workshop is there."""
    fixed = {"identity", "revision", "earlier"}
    return {n: value for n, value in workshop_values(workshop).items() if n not in fixed}


def workshop_of(row: Row, framework: Framework) -> Workshop:
    """Return the workshop of a row."""
    rules = ResultRules(**_picked(row, _RULES))
    return Workshop(framework=framework, rules=rules, **_picked(row, _OWN)).as_held()


def note_values(note: Note) -> dict[str, Any]:
    """Return a note's columns, all but its place in the order."""
    return _values(note, NOTE)


def note_columns(notes: Sequence[Note]) -> dict[str, Sequence[Any]]:
    """Return the columns of several notes, at least one, all but their places in the order."""
    return dict(zip(NOTE, zip(*map(_NOTE_OF, notes), strict=True), strict=True))


def commitment_values(commitment: Commitment) -> dict[str, Any]:
    """Return a commitment's columns."""
    return _values(commitment, COMMITMENT)


def round_values(round_: Round) -> dict[str, Any]:
    """Return a round's columns; its ballots are no part of them."""
    return _values(round_, _ROUND)


def round_changes(round_: Round) -> dict[str, Any]:
    """Return the columns that change once the round is there."""
    fixed = {"workshop_id", "statement_id", "ordinal", "kind"}
    return {n: value for n, value in round_values(round_).items() if n not in fixed}


def round_of(row: Row, tallied: Iterable[Tally], boxed: Iterable[tuple[str, int]]) -> Round:
    """Return the round of a row, with values only where Round allows them.

    `tallied`: all its tallies; `boxed`: each group of which ballots are in its box besides, and
    how many.
    """
    all_tallies = tuple(tallied)
    shown = row["state"] is RoundState.REVEALED
    counts = (*boxed, *((t.group, t.votes) for t in all_tallies))
    return Round(
        **_picked(row, _ROUND),
        ballots_in=sum(votes for _, votes in counts),
        in_by_group=() if shown else by_group(counts),
        tallies=tuple(t for t in all_tallies if shown or t.channel.traits.counted),
    )


def tally_of(row: Row) -> Tally:
    """Return the tally of a row."""
    return Tally(row["channel"], row["group_label"], row["point"], row["votes"])


def priority_vote_values(vote: PriorityVote) -> dict[str, Any]:
    """Return a priority vote's columns; its dots are no part of them."""
    return _values(vote, _PRIORITY_VOTE)


def priority_vote_of(
    row: Row, sums: Iterable[DotSum], dots: int, people: int, actions: Sequence[str]
) -> PriorityVote:
    """Return the priority vote of a row, with dots only where PriorityVote allows them.

    `sums`: all its sums; `dots` and `people`: how many are in its box besides; `actions`: the ids
    of the actions in their order.
    """
    all_sums = tuple(sums)
    revealed = row["state"] is RoundState.REVEALED
    shown: Counter[str] = Counter()
    for one in all_sums:
        if revealed or one.channel.traits.counted:
            shown[one.action_id] += one.dots
    places = {action_id: place for place, action_id in enumerate(actions)}
    order = sorted(shown, key=lambda action_id: (places.get(action_id, len(places)), action_id))
    return PriorityVote(
        **_picked(row, _PRIORITY_VOTE),
        ballots_in=row["sealed_ballots"] + people,
        dots_in=dots + sum(one.dots for one in all_sums),
        dots=tuple((action_id, shown[action_id]) for action_id in order),
    )


def dot_sum_of(row: Row) -> DotSum:
    """Return the sum of a row."""
    return DotSum(*_picked(row, DotSum._fields).values())


def time_values(time: StepTime) -> dict[str, Any]:
    """Return a step time's columns, all but its workshop's."""
    return _values(time, _TIME)


def time_of(row: Row) -> StepTime:
    """Return the step time of a row."""
    return StepTime(**_picked(row, _TIME))
