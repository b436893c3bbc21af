"""Who has voted and who still may: a round's ballots held against the people in the room.

Knows how many ballots are in of each partner, and of none what it says. Partners that share a set
of paper ballots are one part here, as soon as one of its ballots is in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .ballot_sets import ballot_sets
from .channels import Channel
from .people import People, has_groups
from .rounds import MERGED, Round
from .workshop import Group, Workshop


@dataclass(frozen=True, slots=True)
class PartnerIn:
    """How many ballots of a partner, or of partners as one part, are in, of how many people."""

    label: str
    ballots_in: int
    people: int

    @property
    def name(self) -> str:
        """Return what it is called: the partner, or those of a part."""
        return part_name(self.label)

    @property
    def is_part(self) -> bool:
        """Return whether these are several partners whose ballots look alike."""
        return is_part(self.label)

    @property
    def is_full(self) -> bool:
        """Return whether nobody more of this partner can vote."""
        return self.ballots_in >= self.people

    @property
    def is_over(self) -> bool:
        """Return whether more ballots are in than people may vote."""
        return self.ballots_in > self.people


def is_part(label: str) -> bool:
    """Return whether a label stands for several partners as one part."""
    return label.startswith(MERGED)


def part_name(label: str) -> str:
    """Return what a label is called."""
    return ", ".join(members(label))


def members(label: str) -> tuple[str, ...]:
    """Return the partners that a label stands for: itself, or those of a part."""
    return tuple(name for name in label.split(MERGED) if name)


def partners_in(workshop: Workshop, round_: Round) -> tuple[PartnerIn, ...]:
    """Return each partner with what is in of it; none in a room without partners."""
    return _counted(workshop.groups, round_) if has_groups(workshop) else ()


def _counted(groups: Sequence[Group], round_: Round) -> tuple[PartnerIn, ...]:
    shared = _sharing(groups, (label for label, _ in round_.in_by_group))
    apart = [group for group in groups if group.label not in members(shared)]
    found = [PartnerIn(g.label, round_.in_of(g.label), g.people) for g in apart]
    return (*found, _together(groups, round_, shared)) if shared else tuple(found)


def _sharing(groups: Iterable[Group], labels: Iterable[str]) -> str:
    """Return the part of all partners of parts among these labels, "" where there is no part."""
    parts = {name for label in labels if is_part(label) for name in members(label)}
    return "".join(MERGED + group.label for group in groups if group.label in parts)


def _together(groups: Iterable[Group], round_: Round, label: str) -> PartnerIn:
    names = members(label)
    people = sum(group.people for group in groups if group.label in names)
    counted = (n for group, n in round_.in_by_group if set(members(group)) & set(names))
    return PartnerIn(label, sum(counted), people)


def room_is_full(round_: Round) -> bool:
    """Return whether as many ballots are in as people in the room."""
    return round_.ballots_in >= round_.present


def full_partner(workshop: Workshop, round_: Round, group: str) -> PartnerIn | None:
    """Return the partner of that name, or the part it is in, where nobody more of it can vote.

    A partner is full by itself as well: ballots of its own are never more than its people, however
    few came from the set that it shares.
    """
    if not has_groups(workshop):
        return None
    labels = (group, *(label for label, _ in round_.in_by_group))
    shared = _sharing(workshop.groups, labels)
    asked = [PartnerIn(g.label, round_.in_of(g.label), g.people) for g in workshop.groups]
    asked = [partner for partner in asked if partner.label == group]
    if set(members(group)) & set(members(shared)):
        asked.append(_together(workshop.groups, round_, shared))
    return next((partner for partner in asked if partner.is_full), None)


def is_begun(round_: Round, group: str) -> bool:
    """Return whether any ballot of a partner is in, or of the part it is in."""
    names = set(members(group))
    return any(count and names & set(members(label)) for label, count in round_.in_by_group)


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


def counted_groups(workshop: Workshop, channel: Channel) -> tuple[Group, ...]:
    """Return whose ballots are counted one after another; on paper by set, as they are printed."""
    if not has_groups(workshop):
        return ()
    if not channel.traits.on_sheets:
        return workshop.groups
    return tuple(Group(one.label, one.people) for one in ballot_sets(workshop))


def counted_now(workshop: Workshop, wanted: str, channel: Channel = Channel.HANDS) -> str:
    """Return the partner whose ballots are counted: the wanted one, or the first; "" for none."""
    labels = [group.label for group in counted_groups(workshop, channel)]
    return wanted if wanted in labels else next(iter(labels), "")


def left_without(people: People, rounds: Iterable[Round]) -> Round | None:
    """Return a round of which more is in than these people may vote, or None."""
    for round_ in rounds:
        over = any(partner.is_over for partner in _counted(people.groups, round_))
        if over or round_.ballots_in > people.present:
            return round_
    return None
