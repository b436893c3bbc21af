"""What the poster of the commitments says: one to be read from afar, and the list from nearby."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say, say_as

from .event import Event, event_of, joined
from .plan import PlanLine, plan_lines

WHAT_WE_WILL_DO: Final = to_say("What we will do")
ALL_FOUR_FAIR: Final = to_say("Done, under way, stuck or dropped: all four are fair answers.")


@dataclass(frozen=True, slots=True)
class CommitmentsContent:
    """Everything the poster prints; `headline` is "" where none was agreed."""

    event: Event
    whose: str
    headline: str
    lines: tuple[PlanLine, ...]
    review_on: str


def commitments_content(record: WorkshopRecord) -> CommitmentsContent:
    """Return what a workshop's poster of the commitments says as it stands now."""
    workshop, event = record.workshop, event_of(record.workshop)
    return CommitmentsContent(
        event=event,
        whose=joined(event.name, event.held_on),
        headline=workshop.headline.strip(),
        lines=plan_lines(record),
        review_on=long_date(workshop.review_on) if workshop.review_on else "",
    )


def poster_columns() -> tuple[str, str, str]:
    """Return what heads the columns: what and who, by when, and the box to tick."""
    return say("What, and who"), say_as("a date", "By"), say("Done")
