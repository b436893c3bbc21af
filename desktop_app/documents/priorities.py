"""What the dots say, as it is printed; only what analysis.priorities lets through."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.priorities import importance_of, priorities_of
from desktop_app.charts.dot_rows import DotRow
from desktop_app.charts.four_field import FieldPoint
from desktop_app.domain.results import Hidden, PriorityView, WorkshopPicture
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words import wording


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """The priority list; without rows `nothing` says why.

    `even` is an action's share of the dots if all had the same; `fields` are empty where dots or
    ratings are hidden.
    """

    rows: tuple[DotRow, ...] = ()
    nothing: str = ""
    people: str = ""
    concordance: str = ""
    fields: tuple[FieldPoint, ...] = ()
    even: float = 0.0


def priority_part(record: WorkshopRecord, picture: WorkshopPicture) -> PriorityPart:
    """Return what may be printed of a workshop's dots."""
    view = priorities_of(record)
    if view is None:
        return PriorityPart(nothing="No dots have been placed yet.")
    if isinstance(view, Hidden):
        return PriorityPart(nothing=wording.hidden_sentence(view))
    titles = {a.id: a.short_title for a in record.workshop.framework.actions}
    known = view.concordance is not None
    return PriorityPart(
        rows=tuple(DotRow(titles[r.action_id], r.dots, _dots(r.dots)) for r in view.rows),
        people=_people(view),
        concordance=wording.concordance_sentence(view.concordance or 0.0) if known else "",
        fields=_fields(record, picture),
        even=1 / max(1, len(titles)),
    )


def _dots(count: int) -> str:
    return "1 dot" if count == 1 else f"{count} dots"


def _people(view: PriorityView) -> str:
    people = "1 person" if view.people == 1 else f"{view.people} people"
    return f"{people} placed {_dots(view.dots_in)}."


def _fields(record: WorkshopRecord, picture: WorkshopPicture) -> tuple[FieldPoint, ...]:
    actions = record.workshop.framework.actions
    numbers = {a.id: (n, a.short_title) for n, a in enumerate(actions, start=1)}
    return tuple(
        FieldPoint(*numbers[i.action_id], upper=i.upper / i.rated, share=i.share, close=i.close)
        for i in importance_of(record, picture)
        if i.rated
    )
