"""Which partners would be seen to be of one mind, told before the room sees it."""

from __future__ import annotations

from desktop_app.analysis.unanimous import unanimous
from desktop_app.analysis.visibility import view_round
from desktop_app.domain.results import GroupView
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.speech import say


def of_one_mind(record: WorkshopRecord, statement_id: str) -> tuple[str, ...]:
    """Return a sentence for each part of a picture by partner in which all chose the same."""
    workshop, latest = record.workshop, record.latest_round(statement_id)
    if latest is None:
        return ()
    points = workshop.framework.scale.size
    view = view_round(latest, points, workshop.rules, workshop.privacy)
    return tuple(_sentence(part) for part in unanimous(view.groups))


def _sentence(part: GroupView) -> str:
    if part.label:
        return say("All of {partner} chose the same.", partner=part.label)
    if part.merged:
        names = ", ".join(part.merged)
        return say("All of the other partners ({names}) chose the same.", names=names)
    return say("All without a partner chose the same.")
