"""Dots: each person's points shared out over the actions to set priorities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .channels import Channel
from .rounds import RoundState

DEFAULT_DOTS, MAX_DOTS = 3, 10


@dataclass(frozen=True, slots=True)
class DotBallot:
    """How one person shared out their dots: action id to dots; carries no name."""

    dots: tuple[tuple[str, int], ...]

    @property
    def placed(self) -> int:
        """Return how many dots were placed."""
        return sum(count for _, count in self.dots)


@dataclass(frozen=True, slots=True)
class RankSums:
    """What Kendall's W needs of people's rankings, added up: nobody's can be had back from it.

    `people`: how many rankings; `doubled`: action id to the sum of its ranks, doubled so that
    shared ranks are whole numbers; `ties`: the sum of t^3 - t over the t actions that each person
    ranked alike.
    """

    people: int = 0
    doubled: tuple[tuple[str, int], ...] = ()
    ties: int = 0


@dataclass(frozen=True, slots=True)
class PriorityVote:
    """One vote on what matters most.

    `ballots_in`: people whose dots are in, where they come in person by person; `dots_in`: dots
    placed. `dots`: action id to dots, known only once revealed, or typed (hands) before that.
    `concordance`: Kendall's W over the people's rankings, worked out when the vote is revealed and
    None where no rankings are known. `seen`: its list was shown once, even if that was taken back.
    """

    id: str
    workshop_id: str
    state: RoundState
    channel: Channel
    dots_each: int
    present: int
    ballots_in: int = 0
    dots_in: int = 0
    dots: tuple[tuple[str, int], ...] = ()
    concordance: float | None = None
    difference_reason: str = ""
    seen: bool = False

    def counting_as(self, other: PriorityVote) -> PriorityVote:
        """Return the same vote with as much in as in another reading of it, of as many people."""
        own = replace(self, ballots_in=other.ballots_in, dots_in=other.dots_in, dots=other.dots)
        return replace(own, present=other.present)

    @property
    def by_action(self) -> Mapping[str, int]:
        """Return the known dots by action id."""
        return dict(self.dots)
