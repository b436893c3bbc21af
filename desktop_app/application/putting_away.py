"""A workshop put away and brought back, in the one way that deleting and replacing share."""

from __future__ import annotations

from desktop_app.domain.ports import Work


def put_away(work: Work, workshop_id: str) -> str:
    """Put a workshop away, to be purged when the library closes; return its title.

    Its rehearsals are thrown away at once. Nothing is committed.
    """
    title = work.workshop(workshop_id).title
    for summary in work.summaries():
        if summary.is_rehearsal and work.workshop(summary.id).rehearsal_of == workshop_id:
            work.delete_workshop(summary.id)
    work.hide_workshop(workshop_id, hidden=True)
    return title
