"""Ballots as they lie on the laptop: with and without partners, of a vote and of dots."""

from __future__ import annotations

from desktop_app.domain.channels import Channel
from desktop_app.scenes.ballot import LaptopBallot, Partner
from desktop_app.scenes.scene import Card
from desktop_app.words.room import count_in
from desktop_app.words.who_sees import ballot_line, channel_line

from . import scenes

ACTIONS = ("Build mutual trust", "Agree ambitions", "Invest", "Galvanise staff", "Long term")


def partners(*complete: int) -> tuple[Partner, ...]:
    """Return the partners of a room; those at these places, from 1, are complete."""
    return tuple(
        Partner(label, "all 2 are in" if place in complete else "1 of 2 in", place in complete)
        for place, label in enumerate(scenes.PARTNERS, start=1)
    )


def ballot(
    ballots_in: int = 9,
    present: int = 12,
    *,
    points: int = 5,
    of: tuple[Partner, ...] = (),
    vote_id: str = "r1",
    long: bool = False,
) -> LaptopBallot:
    return LaptopBallot(
        vote_id=vote_id,
        lead=scenes.STEM.strip(),
        text=scenes.LONG if long else scenes.SHORT,
        cards=scenes.cards(points, scenes.LONG_TEXT if long else ""),
        partners=of,
        ballots_in=ballots_in,
        present=present,
        count_text=count_in(ballots_in, present),
        who_sees=channel_line(Channel.TURNS),
        at_hand=ballot_line(seen=False),
    )


def dots(ballots_in: int = 9, present: int = 12, *, each: int = 3, count: int = 5) -> LaptopBallot:
    return LaptopBallot(
        vote_id="p1",
        lead="You have 3 dots.",
        text="What matters most now?",
        cards=tuple(Card(n, ACTIONS[n % 5], "") for n in range(1, count + 1)),
        partners=(),
        ballots_in=ballots_in,
        present=present,
        count_text=count_in(ballots_in, present),
        who_sees=channel_line(Channel.TURNS),
        at_hand=ballot_line(seen=False),
        dots_each=each,
    )
