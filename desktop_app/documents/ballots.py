"""What paper ballots say: how to print and use them, and what stands on each; no result in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.counts import people
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.who_sees import channel_line, promise

from .event import short_marks

BEFORE_HEADING: Final = to_say("Before the workshop")
IN_THE_ROOM_HEADING: Final = to_say("In the room")
WHAT_THEY_ARE_HEADING: Final = to_say("What these ballots are")
HOW_TO_MARK: Final = to_say("Mark one box. No name, please. Fold it once.")

_IN_THE_ROOM = (
    to_say("One ballot each, one mark on it. Nobody writes a name or a word on it."),
    to_say("Fold it once and put it into the box. Shake the box before you open it."),
    to_say("Type the counts in when all are in, and shred the ballots afterwards."),
    to_say("“Can’t say” is a fair answer: it is counted and never scored."),
)


def before_the_workshop(record: WorkshopRecord, per_sheet: int) -> tuple[str, ...]:
    """Return how often to print the pages, and what to bring."""
    workshop = record.workshop
    copies = -(-workshop.present // per_sheet)
    return (
        f"{_print(copies, cut=per_sheet > 1)} {_enough(copies * per_sheet, workshop.present)}",
        say_count(
            "They hold {n} statement, one on each page. Keep those of each together, in this"
            " order.",
            "They hold {n} statements, one on each page. Keep those of each together, in this"
            " order.",
            len(workshop.framework.statements),
        ),
        say("Bring pens of one colour, a box or an envelope, and some spare ballots."),
    )


def _print(copies: int, *, cut: bool) -> str:
    if not cut:
        return say_count(
            "Print the pages after this one once on white paper.",
            "Print the pages after this one {n} times on white paper.",
            copies,
        )
    return say_count(
        "Print the pages after this one once on white paper and cut them along the dashed lines.",
        "Print the pages after this one {n} times on white paper and cut them along the dashed"
        " lines.",
        copies,
    )


def _enough(ballots: int, present: int) -> str:
    return say_count(
        "That gives at least {n} ballot of each statement for {people}.",
        "That gives at least {n} ballots of each statement for {people}.",
        ballots,
        people=people(present),
    )


def in_the_room(record: WorkshopRecord) -> tuple[str, ...]:
    """Return how ballots are used, and what the room is promised about them."""
    workshop = record.workshop
    told = (promise(workshop.privacy, Channel.PAPER), channel_line(Channel.PAPER))
    return (*map(said, _IN_THE_ROOM), " ".join(told))


def heads(record: WorkshopRecord) -> tuple[str, ...]:
    """Return what heads each statement's ballot after its action: its place, and lasting marks."""
    marks = short_marks(record.workshop, with_progress=False)
    total = len(record.workshop.framework.statements)
    return tuple(
        " · ".join((*marks, say("{number} of {total}", number=n, total=total)))
        for n in range(1, total + 1)
    )


def choices(framework: Framework, statement: Statement) -> Sequence[tuple[str, str]]:
    """Return each point of the scale and what it means here, the lowest first, then "can't say"."""
    scale = framework.scale
    points = [
        (f"{p.value} {p.label}", statement.anchor(p.value) or p.description) for p in scale.points
    ]
    return (*points, (scale.cannot_say_label, scale.cannot_say_description))
