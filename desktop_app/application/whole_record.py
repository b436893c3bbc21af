"""Adds a whole workshop that was made elsewhere, in the one way that the library can read back."""

from __future__ import annotations

from desktop_app.domain.ports import Work
from desktop_app.domain.workshop import WorkshopRecord


def add_record(work: Work, record: WorkshopRecord) -> None:
    """Add a workshop with everything that is kept with it; nothing is committed."""
    work.add_workshop(record.workshop)
    for round_ in record.all_rounds:
        work.add_round(round_)
        work.add_tallies(round_, round_.tallies)
    work.add_notes(record.workshop.id, record.notes)
    for commitment in record.commitments:
        work.save_commitment(commitment)
    for time in record.times:
        work.save_time(record.workshop.id, time)
    if record.priority_vote is not None:
        work.set_priority_vote(record.priority_vote)
        work.add_dots(record.priority_vote)
