"""Which partners' paper ballots carry a mark of their own, and which share one.

A ballot that showed of which of three people it is would be no secret to whoever types it in. So
a partner with fewer people than may be shown alone shares a set with others, as results are merged.
"""

from __future__ import annotations

from dataclasses import dataclass

from .people import has_groups
from .rounds import MERGED
from .workshop import Group, Workshop

LETTERS = "ABCDEFGHI"
"""The marks of sets in their order; as many as there can be partners."""


@dataclass(frozen=True, slots=True)
class BallotSet:
    """The partners whose ballots look alike."""

    partners: tuple[Group, ...]

    @property
    def people(self) -> int:
        """Return how many people vote with this set."""
        return sum(partner.people for partner in self.partners)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the partners' names."""
        return tuple(partner.label for partner in self.partners)

    @property
    def label(self) -> str:
        """Return the group that its ballots are kept with: a partner, or a part that is merged."""
        if len(self.partners) == 1:
            return self.partners[0].label
        return "".join(MERGED + name for name in self.names)


def come_in_sets(workshop: Workshop) -> bool:
    """Return whether paper ballots bear marks: where there is more than one set."""
    return len(ballot_sets(workshop)) > 1


def ballot_sets(workshop: Workshop) -> tuple[BallotSet, ...]:
    """Return the sets, partners of their own first; none in a room without partners.

    While those who share have fewer people than a set needs, the next smallest joins them.
    """
    if not has_groups(workshop):
        return ()
    needed = workshop.rules.part_minimum
    sizes = sorted(workshop.groups, key=lambda partner: (partner.people, partner.label))
    shared = [partner for partner in sizes if partner.people < needed]
    joining = sizes[len(shared) :]
    while shared and joining and sum(partner.people for partner in shared) < needed:
        shared.append(joining.pop(0))
    alone = [BallotSet((partner,)) for partner in workshop.groups if partner not in shared]
    together = tuple(partner for partner in workshop.groups if partner in shared)
    return (*alone, BallotSet(together)) if together else tuple(alone)
