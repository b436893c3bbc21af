"""What the full report says, as plain values; knows nothing of pages, fonts or ReportLab.

Every figure comes through analysis.picture, analysis.priorities and analysis.visibility.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.visibility import view_fist
from desktop_app.charts.diverging_bars import DivergingRow
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.results import Hidden, Recommendation, Result, WorkshopPicture
from desktop_app.domain.workshop import ResultRules, WorkshopRecord
from desktop_app.recommendations.rules import recommend
from desktop_app.words import wording
from desktop_app.words.dates import long_date
from desktop_app.words.method import method_note

from .actions import NOTE_NAMES, ActionPart, NoteLine, action_part
from .event import Event, event_of
from .findings import Findings, differences, strengths
from .plan import PlanLine, plan_lines
from .priorities import PriorityPart, priority_part
from .summary import action_row


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """All measures of one revealed round; without a result they are hidden."""

    word: str
    ordinal: int
    present: int
    result: Result | None


@dataclass(frozen=True, slots=True)
class FullContent:
    """Everything the full report prints, in its order; an empty tuple is an empty section.

    `fist` is the room's fist-to-five on the plan in words, or "".
    """

    event: Event
    framework: Framework
    rules: ResultRules
    headline: str
    method: str
    rated: bool
    shown: bool
    rows: tuple[DivergingRow, ...]
    strengths: Findings
    differences: Findings
    actions: tuple[ActionPart, ...]
    priorities: PriorityPart
    plan: tuple[PlanLine, ...]
    fist: str
    parked: tuple[str, ...]
    notes: tuple[NoteLine, ...]
    review_on: str
    measures: tuple[MeasureLine, ...]


def full_content(record: WorkshopRecord) -> FullContent:
    """Return what a workshop's full report says as it stands now."""
    workshop, picture = record.workshop, workshop_picture(record)
    framework = workshop.framework
    seen = [s for a in picture.actions for s in a.statements]
    return FullContent(
        event=event_of(workshop),
        framework=framework,
        rules=workshop.rules,
        headline=workshop.headline.strip(),
        method=method_note(workshop, picture),
        rated=any(s.rounds for s in seen),
        shown=any(s.result for s in seen),
        rows=tuple(action_row(framework.action(a.action_id), a) for a in picture.actions),
        strengths=strengths(framework, picture),
        differences=differences(framework, picture),
        actions=_actions(record, picture),
        priorities=priority_part(record, picture),
        plan=plan_lines(record),
        fist=_fist(view_fist(workshop.fist, workshop.rules)),
        parked=tuple(n.text.strip() for n in record.notes if n.kind is NoteKind.PARKED),
        notes=_general(record.notes),
        review_on=long_date(workshop.review_on) if workshop.review_on else "",
        measures=tuple(_measures(framework, picture)),
    )


def _actions(record: WorkshopRecord, picture: WorkshopPicture) -> tuple[ActionPart, ...]:
    offers: dict[str, list[Recommendation]] = {}
    for offer in recommend(record, picture):
        offers.setdefault(offer.action_id, []).append(offer)
    return tuple(
        action_part(record, number, action, offers.get(action.action_id, ()))
        for number, action in enumerate(picture.actions, start=1)
    )


def _general(notes: Iterable[Note]) -> tuple[NoteLine, ...]:
    """Return what was said about neither a statement nor an action."""
    return tuple(
        NoteLine(NOTE_NAMES[n.kind], n.text.strip())
        for n in notes
        if n.kind is not NoteKind.PARKED and not n.statement_id and not n.action_id
    )


def _fist(counts: tuple[int, ...] | Hidden | None) -> str:
    if counts is None:
        return ""
    if isinstance(counts, Hidden):
        return wording.hidden_sentence(counts)
    shown = [f"{votes} showed {fingers}" for fingers, votes in enumerate(counts) if votes]
    return f"{', '.join(shown)} (0 is a fist: I cannot support this; 5: I will lead on it)."


def _measures(framework: Framework, picture: WorkshopPicture) -> Iterator[MeasureLine]:
    for statement in (s for action in picture.actions for s in action.statements):
        word = framework.statement(statement.statement_id).word
        for view in statement.rounds:
            result = view.whole if isinstance(view.whole, Result) else None
            yield MeasureLine(word, view.ordinal, view.present, result)
