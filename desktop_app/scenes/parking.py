"""The scene of what was parked during the day, for the room to see when it asks."""

from __future__ import annotations

from desktop_app.domain.plan import NoteKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.speech import say, say_count

from .door import in_its_language
from .marks import mark
from .parking_lot import ParkingLot

POINTS = 8
LONGEST = 240


@in_its_language
def parking_scene(record: WorkshopRecord) -> ParkingLot:
    """Return the parked points, the newest last; of many, the ones that came first."""
    parked = [note.text for note in record.notes if note.kind is NoteKind.PARKED]
    left = len(parked) - POINTS
    return ParkingLot(
        kicker=record.workshop.partnership or record.workshop.title,
        title=say("Parking lot"),
        points=tuple(_short(text) for text in parked[:POINTS]),
        more=say_count("and {n} more", "and {n} more", left) if left > 0 else "",
        empty=say("Nothing is parked. What we should not lose, but not talk about now, goes here."),
        mark=mark(record.workshop),
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
