"""A workshop as the plain values of its file, on the way out; knows no bytes.

Whatever is not listed as left out goes along under its own name, so that a field added to a
workshop, a note or a commitment moves with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

import msgspec

from desktop_app.analysis.visibility import tallies_to_move, view_fist, view_priorities
from desktop_app.domain.plan import Commitment
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import Hidden
from desktop_app.domain.rounds import MERGED, Round, RoundState, Tally
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.left_out import unrevealed
from desktop_app.words.speech import say

Json: TypeAlias = dict[str, Any]

_IDS = ("id", "workshop_id")
_COUNTED = ("ballots_in", "in_by_group", "tallies", "dots_in", "dots", "concordance")


def parts_of(record: WorkshopRecord) -> Json:
    """Return everything that leaves this laptop; of the votes, only what was revealed."""
    workshop = record.workshop
    hidden = isinstance(view_fist(workshop.fist, workshop.rules), Hidden)
    changed: Json = {"rehearsal": workshop.is_rehearsal} | ({"fist": []} if hidden else {})
    return {
        "left_out": list(_left_out(record)),
        "workshop": _without(workshop, "id", "framework", "whole", "rehearsal_of") | changed,
        "framework": msgspec.to_builtins(workshop.frozen),
        "rounds": [_round(record, r) for r in record.all_rounds if r.state is RoundState.REVEALED],
        "priority_vote": _vote(record),
        "notes": [_without(note, *_IDS) for note in record.notes],
        "commitments": _commitments(record),
        "times": [msgspec.to_builtins(time) for time in record.times],
    }


def _without(value: object, *names: str) -> Json:
    found: Json = msgspec.to_builtins(value)
    return {name: part for name, part in found.items() if name not in names}


def _commitments(record: WorkshopRecord) -> list[Json]:
    told = {(r.statement_id, r.ordinal) for r in record.rounds if r.state is RoundState.REVEALED}
    return [_commitment(taken, told) for taken in record.commitments]


def _commitment(taken: Commitment, told: Collection[tuple[str, int]]) -> Json:
    """Return a commitment; a reason stays behind with a vote that is not revealed any more."""
    known = all((one.statement_id, one.ordinal) in told for one in taken.taken_for)
    told_of = taken if known else replace(taken, because="")
    return _without(told_of, *_IDS) | {"identity": taken.identity}


def _left_out(record: WorkshopRecord) -> Iterator[str]:
    """Yield a sentence for each thing that stays behind."""
    for about in unrevealed(record):
        yield (
            say("The vote on priorities, which is not revealed yet. Reveal it to take it along.")
            if about is None
            else say(
                "The vote on {statement}, which is not revealed yet. Reveal it to take it along.",
                statement=about,
            )
        )
    yield say("Counts that are hidden, and which part a group too small to be told has in others.")


def _round(record: WorkshopRecord, round_: Round) -> Json:
    workshop = record.workshop
    points = workshop.framework.scale.size
    moved = tallies_to_move(round_, points, workshop.rules, workshop.privacy)
    return _without(round_, *_IDS, *_COUNTED) | {"counted": _by_part(moved, points)}


def _by_part(tallies: Iterable[Tally], points: int) -> list[Json]:
    """Return the votes of each part of the room for 0 ("can't say"), 1, ... K."""
    found: dict[str, list[int]] = {}
    for tally in tallies:
        found.setdefault(tally.group, [0] * (points + 1))[tally.point] += tally.votes
    return [_part(label, votes) for label, votes in found.items()]


def _part(label: str, votes: list[int]) -> Json:
    merged = label.startswith(MERGED)
    names = [name for name in label.split(MERGED) if name]
    return {"groups": names, "merged": merged, "votes": votes}


def _vote(record: WorkshopRecord) -> Json | None:
    vote = record.priority_vote
    if vote is None or vote.state is not RoundState.REVEALED:
        return None
    return _without(vote, *_IDS, *_COUNTED) | {"counted": _dots(record, vote)}


def _dots(record: WorkshopRecord, vote: PriorityVote) -> Json | None:
    """Return what the vote came to, or None where it was too few people's."""
    if isinstance(view_priorities(vote, record.workshop.rules), Hidden):
        return None
    people, concordance = vote.ballots_in, vote.concordance
    return {"people": people, "dots": dict(vote.dots), "concordance": concordance}
