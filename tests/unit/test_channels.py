"""The channels and what is true of each, and the words that follow from it."""

from __future__ import annotations

import pytest

from desktop_app.domain.channels import IN_THE_ROOM, Channel, in_the_room
from desktop_app.domain.steps import StepKind
from desktop_app.words.names import channel_name
from desktop_app.words.room import script


def test_a_room_votes_by_every_channel_but_a_file() -> None:
    assert IN_THE_ROOM == (Channel.HANDS, Channel.TURNS, Channel.NUMBER_KEYS, Channel.PAPER)
    assert [in_the_room(channel) for channel in IN_THE_ROOM] == list(IN_THE_ROOM)
    assert in_the_room(Channel.FILE) is Channel.HANDS
    assert in_the_room(Channel.FILE, Channel.PAPER) is Channel.PAPER


def test_only_hands_are_seen_by_all_and_counted() -> None:
    assert [c for c in Channel if c.traits.seen_by_all] == [Channel.HANDS]
    assert [c for c in Channel if c.traits.keyed_in] == [Channel.NUMBER_KEYS, Channel.PAPER]
    assert [c for c in Channel if c.traits.counted] == [Channel.HANDS]


def test_dots_come_one_by_one_from_a_keypad_only() -> None:
    assert [c for c in Channel if c.traits.dot_by_dot] == [Channel.NUMBER_KEYS]


@pytest.mark.parametrize("channel", Channel)
def test_another_channel_that_a_room_can_use_is_offered_beside_each(channel: Channel) -> None:
    assert channel.traits.instead in IN_THE_ROOM
    assert channel.traits.instead is not channel


def test_every_channel_has_a_name_and_a_script_of_its_own() -> None:
    assert len({channel_name(channel) for channel in Channel}) == len(Channel)
    assert len({script(StepKind.STATEMENT, channel).say for channel in Channel}) == len(Channel)


def test_nobody_is_asked_for_hands_where_the_ballots_come_from_a_file() -> None:
    assert "Hands" not in script(StepKind.STATEMENT, Channel.FILE).say
