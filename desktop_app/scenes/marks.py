"""The mark that every scene carries where its ballots are not a real room's."""

from __future__ import annotations

from desktop_app.domain.workshop import Workshop
from desktop_app.words.room import REHEARSAL_MARK, SAMPLE_MARK
from desktop_app.words.speech import said


def mark(workshop: Workshop) -> str:
    """Return the mark to show on every scene, or ""."""
    if workshop.is_rehearsal:
        return said(REHEARSAL_MARK)
    return said(SAMPLE_MARK) if workshop.is_sample else ""
