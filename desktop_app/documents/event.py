"""Which workshop a document is about, in words that every document prints; no pages here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.results import WorkshopPicture
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop
from desktop_app.words import statuses
from desktop_app.words.counts import people
from desktop_app.words.dates import long_date
from desktop_app.words.method import left_out, limits, marks_of
from desktop_app.words.speech import said, say

from .tongues import Tongues, tongues_of


@dataclass(frozen=True, slots=True)
class Event:
    """The workshop in words; an empty text is left out.

    `marks` are what a reader must know first (before the day, in progress, sample, rehearsal),
    `early_marks` those for what is made before the day. `footer` stands on every page: the marks
    in short and the content's status. `limits` says what the words of its results cannot,
    `room_limits` the same where no partner's results stand, and `left_out` which statements it
    goes without. `tongues` are the languages of it all.
    """

    title: str
    partnership: str
    place: str
    held_on: str
    people: str
    facilitator: str
    marks: tuple[str, ...]
    early_marks: tuple[str, ...]
    in_progress: bool
    footer: str
    limits: str
    room_limits: str
    left_out: str
    tongues: Tongues

    @property
    def name(self) -> str:
        """Return the partnership, or the workshop's title where none is given."""
        return self.partnership or self.title

    @property
    def kicker(self) -> str:
        """Return whose workshop this is, where, when and with how many."""
        return joined(self.name, self.place, self.held_on, self.people)

    @property
    def full_kicker(self) -> str:
        """Return the same with what the workshop was called."""
        return joined(self.short_kicker, self.place, self.held_on, self.people)

    @property
    def short_kicker(self) -> str:
        """Return whose workshop this is and what it was called."""
        return joined(*dict.fromkeys((self.name, self.title)))

    @property
    def author(self) -> str:
        """Return who stands for the document."""
        return self.facilitator or self.partnership


def event_of(workshop: Workshop, picture: WorkshopPicture | None = None) -> Event:
    """Return a workshop in words as it stands now; `picture`: the results that stand beside it."""
    return Event(
        title=workshop.title.strip(),
        partnership=workshop.partnership.strip(),
        place=workshop.place.strip(),
        held_on=long_date(workshop.held_on) if workshop.held_on else "",
        people=people(workshop.present),
        facilitator=workshop.facilitator.strip(),
        marks=marks_of(workshop),
        early_marks=marks_of(_not_going(workshop)),
        in_progress=workshop.status is not WorkshopStatus.CLOSED,
        footer=_footer(workshop),
        limits=limits(workshop, picture),
        room_limits=limits(workshop, picture, of_parts=False),
        left_out=left_out(workshop),
        tongues=tongues_of(workshop),
    )


def _not_going(workshop: Workshop) -> Workshop:
    """Return a workshop as one that does not go on now: before its day, or over."""
    prepared = workshop.status is WorkshopStatus.PREPARED
    return workshop if prepared else replace(workshop, status=WorkshopStatus.CLOSED)


def joined(*parts: str) -> str:
    """Return the parts that are not empty, with a dot between them."""
    return " · ".join(part.strip() for part in parts if part.strip())


def named(what: str, title: str) -> str:
    """Return what a file is called: which document, of which workshop."""
    return say("{document}: {workshop}", document=what, workshop=title) if title else what


def short_marks(workshop: Workshop, *, with_progress: bool = True) -> tuple[str, ...]:
    """Return the marks in a word or two each, for where little room is."""
    early = workshop.status is WorkshopStatus.PREPARED
    going = workshop.status is WorkshopStatus.RUNNING
    found = (
        (workshop.is_rehearsal, said(statuses.REHEARSAL)),
        (workshop.is_sample, said(statuses.SAMPLE)),
        (early and with_progress, said(statuses.BEFORE_THE_DAY)),
        (going and with_progress, statuses.status_name(WorkshopStatus.RUNNING)),
    )
    return tuple(mark for holds, mark in found if holds)


def _footer(workshop: Workshop) -> str:
    marks = (say("{mark}.", mark=mark) for mark in short_marks(workshop))
    return " ".join((*marks, workshop.framework.status))
