"""Who can see what of a vote, said once for every place that says it; no values.

The line of a channel stands on the stage at each vote; the promise stands on the welcome, in the
script and on paper. `seen`: the room can see the screen that the ballot of turns is on. What stands
in capitals is marked only: `said` says it.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.channels import Channel
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Privacy

from .names import privacy_name
from .speech import said, say

_LINES = {
    Channel.HANDS: to_say("Everybody in the room sees whose hand is up. Only the counts are kept."),
    Channel.TURNS: to_say(
        "Only you see your choice, on the laptop, and the result shows once the vote is closed."
    ),
    Channel.NUMBER_KEYS: to_say(
        "Only you see your key, with your hand over it, and the result shows once the vote is "
        "closed."
    ),
    Channel.PAPER: to_say(
        "Only whoever types the ballots in sees them, without names. The result shows once the "
        "vote is closed."
    ),
    Channel.FILE: to_say("These ballots came in as a file. Nobody sees more than the totals."),
}
_DOTS = {
    Channel.HANDS: to_say("Everybody in the room sees whose hand is up. Only the dots are kept."),
    Channel.TURNS: to_say(
        "Only you see your dots, on the laptop, and the list shows once the vote is closed."
    ),
    Channel.NUMBER_KEYS: to_say(
        "Only you see your keys, with your hand over them, and the list shows once the vote is "
        "closed."
    ),
    Channel.PAPER: to_say(
        "Only whoever types the ballots in sees them, without names. The list shows once the vote "
        "is closed."
    ),
    Channel.FILE: to_say("These dots came in as a file. Nobody sees more than the totals."),
}
_MARKED_LINE = to_say(
    "Only whoever types the ballots in sees them, with their partner’s mark and without names. "
    "The result shows once the vote is closed."
)
_SEEN_LINE = to_say(
    "Whoever looks at this screen sees your choice until you confirm it. The result shows once "
    "the vote is closed."
)
_SEEN_DOTS = to_say(
    "Whoever looks at this screen sees your dots until you confirm them. The list shows once the "
    "vote is closed."
)
_AT_THE_BALLOT = to_say("Your choice shows only here, and clears when you confirm")
_AT_THE_SEEN_BALLOT = to_say("Others can see your choice here until you confirm")

_MODES = {
    Privacy.ANONYMOUS: to_say("Nobody’s choice is kept with a name or a seat."),
    Privacy.ANONYMOUS_WITH_GROUP: to_say(
        "Nobody’s choice is kept with a name or a seat. A partner’s results are shown only where "
        "at least five of its people have rated."
    ),
    Privacy.OPEN: to_say("We vote openly in the room. No names are kept."),
}
_SECRET = to_say("Votes are anonymous.")
_PROMISE = to_say(
    "Your rating is added to a running total and the order is written nowhere: only somebody who "
    "looked into this laptop right before and right after you could tell what you chose, and once "
    "you see the result, nothing but the totals is kept."
)
_BY_HANDS = to_say(
    "We vote by show of hands: everybody in the room can see how each of us votes. Only the "
    "counts are kept."
)
_ON_A_SEEN_SCREEN = to_say(
    "We vote on a screen that the room can see: whoever looks sees your choice until you confirm "
    "it. It is then added to a running total, the order is written nowhere, and once you see the "
    "result, nothing but the totals is kept."
)


def channel_line(channel: Channel, *, seen: bool = False, marked: bool = False) -> str:
    """Return who can see what of a rating by this channel, in one line for the room.

    `marked`: paper ballots come in sets by partner.
    """
    if marked and channel.traits.on_sheets:
        return said(_MARKED_LINE)
    return said(_SEEN_LINE if _exposed(channel, seen=seen) else _LINES[channel])


def dots_line(channel: Channel, *, seen: bool = False) -> str:
    """Return who can see what of dots placed by this channel, in one line for the room."""
    return said(_SEEN_DOTS if _exposed(channel, seen=seen) else _DOTS[channel])


def ballot_line(*, seen: bool) -> str:
    """Return who can see the choice of the person at the ballot, in a few words for them."""
    return said(_AT_THE_SEEN_BALLOT if seen else _AT_THE_BALLOT)


def privacy_sentence(privacy: Privacy) -> str:
    """Return what is kept of a choice in this mode, whatever the channel."""
    return said(_MODES[privacy])


def promise(privacy: Privacy, channel: Channel, *, seen: bool = False) -> str:
    """Return what the room is promised: who can see a choice, and what is kept of it."""
    if privacy is Privacy.OPEN:
        return privacy_sentence(privacy)
    if channel.traits.seen_by_all:
        return _together(_BY_HANDS, _MODES[privacy])
    if _exposed(channel, seen=seen):
        return _together(_ON_A_SEEN_SCREEN, _MODES[privacy])
    return _together(_SECRET, _MODES[privacy], _PROMISE)


def promise_of_ways(
    privacy: Privacy, channel: Channel, *, seen: bool = False, marked: bool = False
) -> str:
    """Return the promise and who can see what by this channel, each thing said once.

    `marked`: paper ballots come in sets by partner.
    """
    promised = promise(privacy, channel, seen=seen)
    if privacy is not Privacy.OPEN and (channel.traits.seen_by_all or _exposed(channel, seen=seen)):
        return promised  # says itself who can see the choice
    return f"{promised} {channel_line(channel, seen=seen, marked=marked)}"


def mode_name(privacy: Privacy, channels: Iterable[Channel], *, seen: bool = False) -> str:
    """Return what a mode is called where votes come in these ways: no hands are anonymous."""
    shown = any(one.traits.seen_by_all or _exposed(one, seen=seen) for one in channels)
    if not shown:
        return privacy_name(privacy)
    names = {
        Privacy.ANONYMOUS: say("No names kept"),
        Privacy.ANONYMOUS_WITH_GROUP: say("No names kept, with group"),
        Privacy.OPEN: privacy_name(Privacy.OPEN),
    }
    return names[privacy]


def secrecy_name(privacy: Privacy, channel: Channel, *, seen: bool = False) -> str:
    """Return in a word or two how secret votes are; what the room can see is not anonymous."""
    if privacy is not Privacy.OPEN and channel.traits.seen_by_all:
        return say("Hands, seen by all")
    if privacy is not Privacy.OPEN and _exposed(channel, seen=seen):
        return say("Turns on a screen that all can see")
    return privacy_name(privacy)


def _exposed(channel: Channel, *, seen: bool) -> bool:
    return seen and channel.traits.on_stage


def _together(*sentences: str) -> str:
    return " ".join(said(sentence) for sentence in sentences)
