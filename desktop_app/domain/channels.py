"""The channels ballots come in by, and what is true of each; knows no round and no screen.

What depends on the channel asks `channel.traits` here instead of naming channels, so that one more
channel is one more row. Its words stand with the words, its panel with the panels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final


class Channel(Enum):
    """How ballots come in."""

    HANDS = "hands"
    TURNS = "turns"
    NUMBER_KEYS = "number_keys"
    PAPER = "paper"
    FILE = "file"

    @property
    def traits(self) -> Traits:
        """Return what is true of this channel."""
        return TRAITS[self]


class Offered(Enum):
    """When a channel is offered."""

    IN_THE_ROOM = "in_the_room"
    BEFORE_THE_DAY = "before_the_day"


@dataclass(frozen=True, slots=True)
class Traits:
    """What is true of a channel.

    `offered`: when it is. `instead`: the channel that is offered first to whoever wants another
    one than this. `seen_by_all`: everybody sees what each person chooses, so that nothing is left
    to hide, and a vote is revealed as it is closed. `counted`: the facilitator types how many
    chose each point; there are no single ballots. `on_stage`: people come to the stage one after
    another, and never more of them than are in the room. `keyed_in`: each rating is one key on the
    console, and is not shown. `on_sheets`: what is keyed in comes from a pile of sheets.
    `whole_people`: the dots that come in together are all of one person's.
    """

    offered: Offered
    instead: Channel
    seen_by_all: bool = False
    counted: bool = False
    on_stage: bool = False
    keyed_in: bool = False
    on_sheets: bool = False
    whole_people: bool = False

    @property
    def dot_by_dot(self) -> bool:
        """Return whether each dot comes by itself, and nobody can tell whose it is."""
        return not (self.whole_people or self.counted)


TRAITS: Final[Mapping[Channel, Traits]] = MappingProxyType(
    {
        Channel.HANDS: Traits(
            Offered.IN_THE_ROOM, instead=Channel.TURNS, seen_by_all=True, counted=True
        ),
        Channel.TURNS: Traits(
            Offered.IN_THE_ROOM, instead=Channel.HANDS, on_stage=True, whole_people=True
        ),
        Channel.NUMBER_KEYS: Traits(Offered.IN_THE_ROOM, instead=Channel.HANDS, keyed_in=True),
        Channel.PAPER: Traits(
            Offered.IN_THE_ROOM,
            instead=Channel.HANDS,
            keyed_in=True,
            on_sheets=True,
            whole_people=True,
        ),
        Channel.FILE: Traits(Offered.BEFORE_THE_DAY, instead=Channel.HANDS, whole_people=True),
    }
)
IN_THE_ROOM: Final = tuple(c for c in Channel if c.traits.offered is Offered.IN_THE_ROOM)
"""The channels a room can vote by, in the order they are offered."""


def counted_as(channel: Channel) -> Channel:
    """Return the channel that counts typed by hand stand under while a vote uses `channel`."""
    return channel if channel.traits.counted else next(c for c in Channel if c.traits.counted)


def in_the_room(wanted: Channel, otherwise: Channel = Channel.HANDS) -> Channel:
    """Return the wanted channel if a room can vote by it, or the other one."""
    return wanted if wanted in IN_THE_ROOM else otherwise
