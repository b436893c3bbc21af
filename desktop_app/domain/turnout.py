"""Who has voted and who still may: a round's ballots held against the people in the room.

Knows how many ballots are in of each partner, and of none what it says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .people import People, has_groups
from .rounds import Round
from .workshop import Workshop


@dataclass(frozen=True, slots=True)
class PartnerIn:
    """How many ballots of a partner are in, of how many people who may vote."""

    label: str
    ballots_in: int
    people: int

    @property
    def is_full(self) -> bool:
        """Return whether nobody more of this partner can vote."""
        return self.ballots_in >= self.people

    @property
    def is_over(self) -> bool:
        """Return whether more ballots are in than people may vote."""
        return self.ballots_in > self.people


def partners_in(workshop: Workshop, round_: Round) -> tuple[PartnerIn, ...]:
    """Return each partner with what is in of it; none in a room without partners."""
    if not has_groups(workshop):
        return ()
    return tuple(PartnerIn(g.label, round_.in_of(g.label), g.people) for g in workshop.groups)


def room_is_full(round_: Round) -> bool:
    """Return whether as many ballots are in as people in the room."""
    return round_.ballots_in >= round_.present


def full_partner(workshop: Workshop, round_: Round, group: str) -> PartnerIn | None:
    """Return the partner of that name where nobody more of it can vote."""
    partners = partners_in(workshop, round_)
    return next((one for one in partners if one.label == group and one.is_full), None)


def may_vote(workshop: Workshop, round_: Round, group: str = "") -> bool:
    """Return whether somebody more, of a partner where one is named, can vote in a round."""
    return not room_is_full(round_) and full_partner(workshop, round_, group) is None


def differs(workshop: Workshop, round_: Round) -> bool:
    """Return whether ballots and people differ, of the room or of a partner that has too many."""
    over = any(partner.is_over for partner in partners_in(workshop, round_))
    return over or round_.ballots_in != round_.present


def too_many(workshop: Workshop, round_: Round) -> bool:
    """Return whether more is in than people may vote, of the room or of a partner."""
    over = any(partner.is_over for partner in partners_in(workshop, round_))
    return over or round_.ballots_in > round_.present


def counted_now(workshop: Workshop, wanted: str) -> str:
    """Return the partner whose ballots are counted: the wanted one, or the first; "" for none."""
    labels = [group.label for group in workshop.groups] if has_groups(workshop) else []
    return wanted if wanted in labels else next(iter(labels), "")


def left_without(people: People, rounds: Iterable[Round]) -> Round | None:
    """Return a round of which more is in than these people may vote, or None."""
    numbers = [(group.label, group.people) for group in people.groups]
    for round_ in rounds:
        if round_.ballots_in > people.present or any(round_.in_of(g) > n for g, n in numbers):
            return round_
    return None
