"""The progress sheet: what was promised, with room for what became of it; knows no file format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.earlier import (
    EarlierCommitment,
    Progress,
    Standing,
    as_earlier,
    progress_of,
)
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import short_date
from desktop_app.words.speech import say, say_as
from desktop_app.words.standings import standing_button, standing_sign

from .event import Event, event_of
from .since import whence

HOW: Final = to_say(
    "Mark for each what became of it. Say in a word what helped or what is in the way, and give a"
    " new date where it goes on. Stuck and dropped are fair answers: we want to know, not to blame."
)
NOTHING: Final = to_say("Nothing was promised.")
SHARES: Final = (0.04, 0.27, 0.15, 0.1, 0.16, 0.17, 0.11)
"""How the columns share the width, wherever the sheet is laid out."""


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """One commitment, and what is known of it by now; `key` is its identity."""

    key: str
    number: int
    title: str
    owner: str
    due: date | None
    known: Progress

    @property
    def by(self) -> str:
        """Return by when it was promised."""
        return short_date(self.due) if self.due else ""

    @property
    def now_by(self) -> str:
        """Return its new date, where one is known."""
        return short_date(self.known.due) if self.known.due else ""

    @property
    def stands(self) -> str:
        """Return where it stands with its sign, "" where that is not known."""
        one = self.known.standing
        return f"{standing_sign(one)} {standing_button(one)}" if one else ""


@dataclass(frozen=True, slots=True)
class ProgressSheet:
    """Everything a progress sheet prints; `since` says where the commitments come from."""

    event: Event
    since: str
    lines: tuple[ProgressLine, ...]


def progress_sheet(record: WorkshopRecord) -> ProgressSheet:
    """Return the sheet of what a follow-up looks back at, else of a workshop's own plan."""
    workshop = record.workshop
    if workshop.looks_back:
        earlier = workshop.earlier[0]
        day, title, found = earlier.held_on, earlier.title, earlier.commitments
    else:
        day, title = workshop.held_on, workshop.title
        found = tuple(as_earlier(taken, day) for taken in record.commitments)
    return ProgressSheet(event_of(workshop), whence(day, title), _lines(found, workshop.progress))


def _lines(
    found: Iterable[EarlierCommitment], progress: Iterable[Progress]
) -> tuple[ProgressLine, ...]:
    told = tuple(progress)
    return tuple(
        ProgressLine(
            one.identity,
            number,
            one.title.strip(),
            one.owner.strip(),
            one.due,
            progress_of(told, one.identity),
        )
        for number, one in enumerate(found, start=1)
    )


def choices() -> tuple[str, ...]:
    """Return what can have become of a commitment, a box to tick for each."""
    return tuple(map(standing_button, Standing))


def progress_columns() -> tuple[str, ...]:
    """Return what heads the columns."""
    return (
        say("No."),
        say("What was promised"),
        say("Who"),
        say_as("a date", "By"),
        say("What became of it"),
        say("In a word"),
        say("New date"),
    )
