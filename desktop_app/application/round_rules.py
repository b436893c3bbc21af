"""The rules of a round: what may be cast, closed, opened again; knows rounds, keeps none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.analysis.visibility import tallies_to_keep
from desktop_app.domain.channels import counted_as
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.domain.people import People
from desktop_app.domain.ports import Work
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.texts import count_phrase
from desktop_app.domain.turnout import PartnerIn, differs, full_partner, left_without, room_is_full
from desktop_app.domain.workshop import Workshop, WorkshopRecord, vote_now

MAX_REASON = 300


class Full(RuleProblem):
    """Everybody who may vote has, in the room or of the partner."""


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


def check_may_cast(round_: Round, workshop: Workshop, group: str) -> None:
    """Raise RuleProblem where an open round takes no ballot, Full where of this group none more."""
    if round_.channel.traits.counted:
        # As a hand count, its value would be seen before the reveal.
        raise RuleProblem(
            "This vote is counted by hands. Type the counts, or change to taking turns."
        )
    if round_.seen:
        raise _seen()
    if room_is_full(round_):
        raise full(round_.present)
    partner = full_partner(workshop, round_, group)
    if partner is not None:
        raise _partner_full(partner)


def check_enough_left(record: WorkshopRecord, people: People) -> None:
    """Raise RuleProblem where people would be fewer than the ballots of a vote that is open.

    Hands may be more than people, with a reason; a ballot is somebody's who was there.
    """
    secret = (r for r in record.rounds if r.state is RoundState.OPEN and not hands_only(r))
    if left_without(people, secret) is not None or _dots_left_without(record, people):
        raise RuleProblem(
            "In the vote that is open, more ballots are in than these people have. Close that vote "
            "first, then change who is in the room."
        )


def _dots_left_without(record: WorkshopRecord, people: People) -> bool:
    vote = vote_now(record)
    if vote is None or vote.state is not RoundState.OPEN or vote.channel.traits.counted:
        return False
    return (
        vote.ballots_in > people.present
        if vote.channel.traits.whole_people
        else (vote.dots_in > people.present * vote.dots_each)
    )


def check_may_count(round_: Round) -> None:
    """Raise RuleProblem where counts are typed into a round whose ballots come one by one."""
    if not round_.channel.traits.counted:
        raise RuleProblem("This vote is not counted by hands. Change to hands first.")


def full(present: int) -> Full:
    """Return what to say when everybody in the room has voted."""
    if present == 0:
        return Full("Nobody is in the room to vote. Set the number of people first.")
    return Full(
        count_phrase(
            "The one person in the room has voted. If somebody is missing, raise the number of "
            "people in the room.",
            "Each of the {n} people in the room has voted. If somebody is missing, raise the "
            "number of people in the room.",
            present,
        )
    )


def _partner_full(partner: PartnerIn) -> Full:
    if partner.people == 0:
        return Full(
            "Nobody of {partner} is in the room to vote. If somebody came, raise its number first.",
            partner=partner.name,
        )
    return Full(
        count_phrase(
            "The one person of {partner} has voted. If one more came, raise its number first.",
            "All {n} people of {partner} have voted. If one more came, raise its number first.",
            partner.people,
            partner=partner.name,
        )
    )


def open_round(work: Work, round_id: str) -> Round:
    """Return a round that takes ballots; raise RuleProblem for another."""
    round_ = work.round(round_id)
    if round_.state is not RoundState.OPEN:
        raise RuleProblem("This vote is closed. Open a new one to vote again.")
    return round_


def check_point(workshop: Workshop, point: int, lowest: int = CANNOT_SAY) -> None:
    """Raise InputProblem where the scale has no such point."""
    if not lowest <= point <= workshop.framework.scale.size:
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
    return replace(round_.with_more(sum(counts) - before, group), tallies=(*others, *hands))


def closed(round_: Round, workshop: Workshop, reason: str) -> Round:
    """Return an open round closed; raise RuleProblem or CountDiffers where it cannot be."""
    if round_.ballots_in == 0:
        raise RuleProblem("No ballot is in yet. Take the vote first, or discard it.")
    different = differs(workshop, round_)
    if different and not reason:
        raise CountDiffers(
            "{ballots} {people} Count again, or accept the difference with a reason.",
            ballots=count_phrase("One ballot is in.", "{n} ballots are in.", round_.ballots_in),
            people=count_phrase(
                "One person is in the room.", "{n} people are in the room.", round_.present
            ),
        )
    kept = reason if different else ""
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


def settled_reason(point: int | None, reason: str) -> str:
    """Return why the room settled on a point, "" for none; raise InputProblem for no words."""
    words = checked_reason(reason) if point is not None else ""
    if point is not None and not words:
        raise InputProblem("Say in a few words why the room settled on this, without names.")
    return words


def checked_reason(reason: str) -> str:
    """Return a reason without the spaces around it; raise InputProblem for one that is too long."""
    words = reason.strip()
    if len(words) > MAX_REASON:
        raise InputProblem(
            "The reason is longer than {limit} characters. Shorten it.", limit=MAX_REASON
        )
    return words


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
