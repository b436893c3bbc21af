"""What a workshop follows and what became of that one's commitments, for the JSON export."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop_app.domain.earlier import EarlierCommitment, progress_of
from desktop_app.domain.workshop import WorkshopRecord

Json = dict[str, Any]


def follows(record: WorkshopRecord) -> Json | None:
    """Return the workshop that this one follows; None where it begins by itself."""
    if not record.workshop.earlier:
        return None
    earlier = record.workshop.earlier[0]
    return {
        "identity": earlier.identity,
        "revision": earlier.revision,
        "title": earlier.title,
        "partnership": earlier.partnership,
        "date": _day(earlier.held_on),
        "framework": {
            "id": earlier.framework_id,
            "version": earlier.framework_version,
            "title": earlier.framework_title,
        },
        "commitments": [_commitment(record, one) for one in earlier.commitments],
    }


def _commitment(record: WorkshopRecord, one: EarlierCommitment) -> Json:
    known = progress_of(record.workshop.progress, one.identity)
    again = (taken.id for taken in record.commitments if taken.continues == one.identity)
    return {
        "identity": one.identity,
        "title": one.title,
        "owner": one.owner,
        "promised_on": _day(one.promised_on),
        "due": _day(one.due),
        "standing": known.standing.value if known.standing else None,
        "word": known.word,
        "new_due": _day(known.due),
        "taken_on_again": next(again, None),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
