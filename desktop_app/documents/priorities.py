"""What the dots say, as it is printed; only what analysis.priorities lets through."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.priorities import importance_of, priorities_of
from desktop_app.charts.dot_rows import DotRow
from desktop_app.charts.four_field import FieldPoint
from desktop_app.domain.results import Hidden, PriorityView, WorkshopPicture
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words import wording
from desktop_app.words.counts import dots
from desktop_app.words.lists import percent
from desktop_app.words.names import field_name
from desktop_app.words.speech import say, say_count


@dataclass(frozen=True, slots=True)
class DotsLine:
    """One action's dots; `field` is what importance beside level asks for, or ""."""

    title: str
    dots: int
    share: str
    field: str


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """The priority list; without rows `nothing` says why.

    `even` is an action's share of the dots if all had the same; `fields` are empty where dots or
    ratings are hidden.
    """

    rows: tuple[DotRow, ...] = ()
    lines: tuple[DotsLine, ...] = ()
    nothing: str = ""
    people: str = ""
    concordance: str = ""
    fields: tuple[FieldPoint, ...] = ()
    even: float = 0.0


def _no_dots(workshop: Workshop) -> str:
    if workshop.status is WorkshopStatus.CLOSED:
        return say("No dots were placed.")
    return say("No dots have been placed yet.")


def priority_part(record: WorkshopRecord, picture: WorkshopPicture) -> PriorityPart:
    """Return what may be printed of a workshop's dots."""
    view = priorities_of(record)
    if view is None:
        return PriorityPart(nothing=_no_dots(record.workshop))
    if isinstance(view, Hidden):
        return PriorityPart(nothing=wording.hidden_sentence(view))
    titles = {a.id: a.short_title for a in record.workshop.framework.actions}
    known = view.concordance is not None
    return PriorityPart(
        rows=tuple(DotRow(titles[r.action_id], r.dots, dots(r.dots)) for r in view.rows),
        lines=_lines(record, view, picture),
        people=_people(view),
        concordance=wording.ranked_alike_in_figures(view.concordance or 0.0) if known else "",
        fields=_fields(record, picture),
        even=1 / max(1, len(titles)),
    )


def _lines(
    record: WorkshopRecord, view: PriorityView, picture: WorkshopPicture
) -> tuple[DotsLine, ...]:
    framework = record.workshop.framework
    fields = {i.action_id: field_name(i.field) for i in importance_of(record, picture)}
    return tuple(
        DotsLine(
            framework.action(row.action_id).title,
            row.dots,
            percent(row.share),
            fields.get(row.action_id, ""),
        )
        for row in view.rows
    )


def _people(view: PriorityView) -> str:
    return say_count(
        "{n} person placed dots: {dots} in all.",
        "{n} people placed dots: {dots} in all.",
        view.people,
        dots=view.dots_in,
    )


def _fields(record: WorkshopRecord, picture: WorkshopPicture) -> tuple[FieldPoint, ...]:
    actions = record.workshop.framework.actions
    numbers = {a.id: (n, a.short_title) for n, a in enumerate(actions, start=1)}
    return tuple(
        FieldPoint(*numbers[i.action_id], upper=i.upper / i.rated, share=i.share, close=i.close)
        for i in importance_of(record, picture)
        if i.rated
    )


def beside_level(part: PriorityPart) -> str:
    """Return how to read importance beside level: which number is which action, and the fields."""
    ordered = sorted(part.fields, key=lambda field: field.number)
    actions = "; ".join(f"{field.number} {field.label}" for field in ordered)
    return say(
        "{actions}. Further up: more dots than an even share. Further right: more ratings of the"
        " weakest statement above the middle. A dashed tile lies so near a line that one rating or"
        " one dot would move it over.",
        actions=actions,
    )
