"""How a workshop stands, in a word; light, as the home list waits for it."""

from __future__ import annotations

from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.domain.texts import to_say

from .speech import said

REHEARSAL = to_say("Rehearsal")
SAMPLE = to_say("Sample")
ARCHIVED = to_say("Archived")
BEFORE_THE_DAY = to_say("Before the day")
_STATUSES = {
    WorkshopStatus.PREPARED: to_say("Prepared"),
    WorkshopStatus.RUNNING: to_say("In progress"),
    WorkshopStatus.CLOSED: to_say("Closed"),
}
_STATUSES_IN_LISTS = {
    WorkshopStatus.PREPARED: to_say("prepared"),
    WorkshopStatus.RUNNING: to_say("in progress"),
    WorkshopStatus.CLOSED: to_say("closed"),
}


def status_name(status: WorkshopStatus) -> str:
    """Return where a workshop stands."""
    return said(_STATUSES[status])


def status_in_list(status: WorkshopStatus) -> str:
    """Return where a workshop stands, as the last word of a line: "in progress"."""
    return said(_STATUSES_IN_LISTS[status])


def badge_of(summary: WorkshopSummary) -> str:
    """Return the mark of a rehearsal, of what is archived or of a sample, or nothing."""
    if summary.is_rehearsal:
        return said(REHEARSAL)
    if summary.is_archived:
        return said(ARCHIVED)
    return said(SAMPLE) if summary.is_sample else ""
