"""Rounds and ballots; knows nothing of results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from .channels import Channel

MERGED = "\x1f"
"""Begins, and parts, the names of groups whose ballots came here as one part that nobody can part.

A file that moves a workshop joins groups that are too small to be told, as a result does.
"""
MERGED_NAME = "other partners"
"""What groups are called that are shown as one part."""
PART_NAMES = frozenset({MERGED_NAME, "whole room"})
"""What results call parts of a room; no group has one of these names of its own."""


MAX_PEOPLE = 20_000
"""The most people of one round: more answer a survey beforehand than fit into a room."""


class RoundState(Enum):
    """Where a round stands; values may be shown only once it is revealed."""

    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    DISCARDED = "discarded"


class RoundKind(Enum):
    """Whose round it is: the room's, or one that was answered before the day."""

    ROOM = "room"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's rating, 1..K or 0 for "can't say"; carries no name. `group` is "" for none."""

    point: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many ballots of one channel and group chose one point (0 is "can't say").

    `group` is "" for none, or the names of a part that was merged, each after MERGED, which stands
    alone where they are not told.
    """

    channel: Channel
    group: str
    point: int
    votes: int


@dataclass(frozen=True, slots=True)
class Round:
    """One vote on one statement.

    `present`: people in the room (now while open, frozen when closed). `ballots_in`: how many
    ballots are in, over all channels, without their values. `tallies` holds values only where
    they may be known: all of a revealed round, and the hands channel, whose counts the
    facilitator types, before that. `difference_reason`: why a count that differs from the
    people in the room was accepted. `settled_point` and `settled_reason`: the view the room
    agreed on after it talked, if it did. `seen`: its result was shown once, even if that was
    taken back, so that one ballot more would show whose it is. Rounds of each `kind` have ordinals
    of their own. `in_by_group`: how many of each group are in, before the reveal.
    """

    id: str
    workshop_id: str
    statement_id: str
    ordinal: int
    channel: Channel
    state: RoundState
    present: int
    ballots_in: int = 0
    tallies: tuple[Tally, ...] = ()
    difference_reason: str = ""
    settled_point: int | None = None
    settled_reason: str = ""
    seen: bool = False
    kind: RoundKind = RoundKind.ROOM
    in_by_group: tuple[tuple[str, int], ...] = ()

    def counting_as(self, other: Round) -> Round:
        """Return the same round with as much in as in another reading of it."""
        counted = replace(self, ballots_in=other.ballots_in, tallies=other.tallies)
        return replace(counted, in_by_group=other.in_by_group)

    def with_more(self, more: int, group: str = "") -> Round:
        """Return the round with more ballots of a group in; fewer where `more` is below 0."""
        parts = by_group((*self.in_by_group, (group, more)))
        return replace(self, ballots_in=self.ballots_in + more, in_by_group=parts)

    def in_of(self, group: str) -> int:
        """Return how many ballots of a group are in."""
        return dict(self.in_by_group).get(group, 0)

    def hand_counts(self, points: int, group: str | None = None) -> tuple[int, ...]:
        """Return the typed hand counts for 0 ("can't say"), 1, ... `points`; of one group if so."""
        counts = [0] * (points + 1)
        for tally in self.tallies:
            if tally.channel.traits.counted and group in (None, tally.group):
                counts[tally.point] += tally.votes
        return tuple(counts)


def by_group(counts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Return how many there are of each group that has any, by its label; "" is no group."""
    found: Counter[str] = Counter()
    for group, count in counts:
        found[group] += count
    return tuple(sorted((group, count) for group, count in found.items() if group and count))
