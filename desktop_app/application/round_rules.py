"""The rules of a round: what may be cast, closed, opened again; knows rounds, keeps none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.visibility import tallies_to_keep
from desktop_app.domain.channels import counted_as
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.domain.ports import Work
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.texts import count_phrase
from desktop_app.domain.workshop import WorkshopRecord


class CountDiffers(RuleProblem):
    """The ballots do not add up to the people in the room, and no reason was given."""


def check_statement(record: WorkshopRecord, statement_id: str) -> None:
    """Raise NotFound where the workshop has no such statement, at its depth."""
    if all(statement.id != statement_id for statement in record.workshop.framework.statements):
        raise NotFound(
            "This workshop has no statement “{statement}”. Choose one that it has.",
            statement=statement_id,
        )


def difference(round_: Round) -> int:
    """Return ballots in minus people in the room: below 0 some are missing, above 0 too many."""
    return round_.ballots_in - round_.present


def check_may_cast(round_: Round) -> None:
    """Raise RuleProblem where an open round takes no ballot now."""
    if round_.channel.traits.counted:
        # As a hand count, its value would be seen before the reveal.
        raise RuleProblem(
            "This vote is counted by hands. Type the counts, or change to taking turns."
        )
    if round_.seen:
        raise _seen()
    if round_.channel.traits.on_stage and round_.ballots_in >= round_.present:
        raise full(round_.present)


def check_may_count(round_: Round) -> None:
    """Raise RuleProblem where counts are typed into a round whose ballots come one by one."""
    if not round_.channel.traits.counted:
        raise RuleProblem("This vote is not counted by hands. Change to hands first.")


def full(present: int) -> RuleProblem:
    """Return what to say when everybody in the room has voted."""
    if present == 0:
        return RuleProblem("Nobody is in the room to vote. Set the number of people first.")
    return RuleProblem(
        count_phrase(
            "The one person in the room has voted. If somebody is missing, raise the number of "
            "people in the room.",
            "Each of the {n} people in the room has voted. If somebody is missing, raise the "
            "number of people in the room.",
            present,
        )
    )


def open_round(work: Work, round_id: str) -> Round:
    """Return a round that takes ballots; raise RuleProblem for another."""
    round_ = work.round(round_id)
    if round_.state is not RoundState.OPEN:
        raise RuleProblem("This vote is closed. Open a new one to vote again.")
    return round_


def points_of(work: Work, round_: Round) -> int:
    """Return K, the number of points of the scale a round is voted on."""
    return work.workshop(round_.workshop_id).framework.scale.size


def check_point(work: Work, round_: Round, point: int, lowest: int = CANNOT_SAY) -> None:
    """Raise InputProblem where the scale has no such point."""
    if not lowest <= point <= points_of(work, round_):
        raise InputProblem("That is not a point of the scale. Pick one that is shown.")


def hands_only(round_: Round) -> bool:
    """Return whether all ballots of a round are counted hands, which everybody saw."""
    hands = sum(t.votes for t in round_.tallies if t.channel.traits.seen_by_all)
    return hands == round_.ballots_in


def with_hands(round_: Round, counts: Sequence[int], group: str) -> Round:
    """Return an open round with a group's hands counted anew."""
    others = tuple(t for t in round_.tallies if not t.channel.traits.counted or t.group != group)
    hands = tuple(Tally(counted_as(round_.channel), group, p, n) for p, n in enumerate(counts) if n)
    before = sum(round_.hand_counts(len(counts) - 1, group))
    ballots_in = round_.ballots_in - before + sum(counts)
    return replace(round_, tallies=(*others, *hands), ballots_in=ballots_in)


def closed(round_: Round, reason: str) -> Round:
    """Return an open round closed; raise RuleProblem or CountDiffers where it cannot be."""
    if round_.ballots_in == 0:
        raise RuleProblem("No ballot is in yet. Take the vote first, or discard it.")
    if difference(round_) and not reason:
        raise CountDiffers(
            "{ballots} {people} Count again, or accept the difference with a reason.",
            ballots=count_phrase("One ballot is in.", "{n} ballots are in.", round_.ballots_in),
            people=count_phrase(
                "One person is in the room.", "{n} people are in the room.", round_.present
            ),
        )
    kept = reason if difference(round_) else ""
    return replace(round_, state=RoundState.CLOSED, difference_reason=kept)


def reopened(round_: Round, present: int) -> Round:
    """Return a closed round open again for the people in the room now.

    Where the room has seen the result, one ballot more would show how that person voted; only
    hands, which everybody saw, may be counted again.
    """
    if round_.state not in {RoundState.CLOSED, RoundState.REVEALED}:
        raise RuleProblem("Only a closed vote can be opened again.")
    shown = round_.seen or round_.state is RoundState.REVEALED
    if shown and not hands_only(round_):
        raise _seen()
    return replace(round_, state=RoundState.OPEN, present=present, difference_reason="")


def as_seen(work: Work, round_: Round) -> Round:
    """Return a round as the room sees it for the first time, with the counts to keep of it.

    What no result may tell is not kept either: parts that are shown as one come as one.
    """
    workshop = work.workshop(round_.workshop_id)
    shown = replace(round_, state=RoundState.REVEALED, seen=True)
    whole = replace(shown, tallies=work.counts_to_reveal(round_))
    points = workshop.framework.scale.size
    kept = tallies_to_keep(whole, points, workshop.rules, workshop.privacy)
    return replace(shown, tallies=kept)


def _seen() -> RuleProblem:
    return RuleProblem(
        "The room has seen this result, so no ballot may be added. Vote again instead."
    )
