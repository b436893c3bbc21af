"""Which workshop a document is about, in words that every document prints; no pages here."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop
from desktop_app.words.dates import long_date
from desktop_app.words.method import limits, marks_of


@dataclass(frozen=True, slots=True)
class Event:
    """The workshop in words; an empty text is left out.

    `marks` are what a reader must know first (in progress, sample, rehearsal). `footer` stands on
    every page: the marks in short and the content's status. `limits` says what the method cannot.
    """

    title: str
    partnership: str
    place: str
    held_on: str
    people: str
    facilitator: str
    marks: tuple[str, ...]
    in_progress: bool
    footer: str
    limits: str

    @property
    def name(self) -> str:
        """Return the partnership, or the workshop's title where none is given."""
        return self.partnership or self.title

    @property
    def kicker(self) -> str:
        """Return whose workshop this is, where, when and with how many."""
        return joined(self.name, self.place, self.held_on, self.people)

    @property
    def short_kicker(self) -> str:
        """Return whose workshop this is and what it was called."""
        return joined(*dict.fromkeys((self.name, self.title)))

    @property
    def author(self) -> str:
        """Return who stands for the document."""
        return self.facilitator or self.partnership


def event_of(workshop: Workshop) -> Event:
    """Return a workshop in words as it stands now."""
    return Event(
        title=workshop.title.strip(),
        partnership=workshop.partnership.strip(),
        place=workshop.place.strip(),
        held_on=long_date(workshop.held_on) if workshop.held_on else "",
        people="1 person" if workshop.present == 1 else f"{workshop.present} people",
        facilitator=workshop.facilitator.strip(),
        marks=marks_of(workshop),
        in_progress=workshop.status is not WorkshopStatus.CLOSED,
        footer=_footer(workshop),
        limits=limits(workshop),
    )


def joined(*parts: str) -> str:
    """Return the parts that are not empty, with a dot between them."""
    return " · ".join(part.strip() for part in parts if part.strip())


def _footer(workshop: Workshop) -> str:
    sample = "Sample. " if workshop.is_sample else ""
    rehearsal = "Rehearsal. " if workshop.is_rehearsal else ""
    going = "" if workshop.status is WorkshopStatus.CLOSED else "In progress. "
    return f"{rehearsal}{sample}{going}{workshop.framework.status}"
