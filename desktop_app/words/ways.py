"""How people voted, in words for whoever was not there; knows no result.

What a show of hands comes to is seen by the room, and a reader must know it to weigh the figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.analysis.visibility import view_round
from desktop_app.domain.channels import Channel
from desktop_app.domain.results import Result
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Workshop

from .names import vote_name
from .speech import said, say, say_count

_SEEN_TURNS: Final = to_say("in turns, on a screen that the room could see")
_SEVERAL: Final = to_say("in several ways")
_SEVERAL_BY_HANDS: Final = to_say("in several ways, one of them a show of hands seen by the room")
_WAYS: Final[Mapping[Channel, str]] = {
    Channel.HANDS: to_say("by show of hands, seen by the room"),
    Channel.TURNS: to_say("in turns, each alone at the laptop"),
    Channel.NUMBER_KEYS: to_say("by number keys, unseen"),
    Channel.PAPER: to_say("on paper, unseen"),
    Channel.FILE: to_say("in a form that came in as a file"),
}


def how_statement_was_voted(workshop: Workshop, rounds: Sequence[Round]) -> str:
    """Return how a statement's revealed votes were cast, "" without one."""
    shown = [r for r in rounds if r.state is RoundState.REVEALED]
    ways = [_way(workshop, round_) for round_ in shown]
    if len(set(ways)) <= 1:
        return say("Voted {way}.", way=said(ways[0])) if ways else ""
    return " ".join(
        say("{vote} {way}.", vote=vote_name(round_.ordinal), way=said(way))
        for round_, way in zip(shown, ways, strict=True)
    )


def why_missing(rounds: Sequence[Round]) -> str:
    """Return why ballots and people differed in the revealed votes, as the room said it."""
    said_why = [
        (round_.ordinal, round_.difference_reason.strip().rstrip("."))
        for round_ in rounds
        if round_.state is RoundState.REVEALED and round_.difference_reason.strip()
    ]
    return " ".join(
        say("{vote}, why ballots and people differ: {reason}.", vote=vote_name(at), reason=reason)
        for at, reason in said_why
    )


def how_the_room_voted(workshop: Workshop, rounds: Sequence[Round]) -> str:
    """Return how many of a day's revealed votes were cast in which way, "" without one."""
    ways = [_way(workshop, r) for r in rounds if r.state is RoundState.REVEALED]
    return " ".join(_counted(way, votes, len(ways)) for way, votes in Counter(ways).most_common())


def _counted(way: str, votes: int, all_votes: int) -> str:
    if votes == all_votes:
        return _all_of_them(way, votes)
    if way == _WAYS[Channel.HANDS]:
        return say_count(
            "{some} of {n} vote was a show of hands, seen by the room.",
            "{some} of {n} votes were shows of hands, seen by the room.",
            all_votes,
            some=votes,
        )
    return say_count(
        "{some} of {n} vote was cast {way}.",
        "{some} of {n} votes were cast {way}.",
        all_votes,
        some=votes,
        way=said(way),
    )


def _all_of_them(way: str, votes: int) -> str:
    if way == _WAYS[Channel.HANDS]:
        return say_count(
            "The vote was a show of hands, seen by the room.",
            "All {n} votes were shows of hands, seen by the room.",
            votes,
        )
    return say_count(
        "The vote was cast {way}.", "All {n} votes were cast {way}.", votes, way=said(way)
    )


def _way(workshop: Workshop, round_: Round) -> str:
    """Return in what way a vote was cast, as a marked text.

    Of a vote that may not be shown that is the way it was opened in, whoever voted otherwise.
    """
    points = workshop.framework.scale.size
    shown = view_round(round_, points, workshop.rules, workshop.privacy).whole
    told = round_.tallies if isinstance(shown, Result) else ()
    used = {tally.channel for tally in told if tally.votes} or {round_.channel}
    if len(used) > 1:
        return _SEVERAL_BY_HANDS if any(c.traits.seen_by_all for c in used) else _SEVERAL
    (channel,) = used
    return _SEEN_TURNS if workshop.ballot_seen and channel.traits.on_stage else _WAYS[channel]
