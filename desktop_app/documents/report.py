"""What the full report says, as plain values; knows nothing of pages, fonts or ReportLab.

Every figure comes through analysis.picture, analysis.priorities and analysis.visibility.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.visibility import view_fist
from desktop_app.charts.diverging_bars import DivergingRow
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.results import ActionPicture, Hidden, Recommendation, WorkshopPicture
from desktop_app.domain.workshop import ResultRules, WorkshopRecord
from desktop_app.recommendations.rules import recommend
from desktop_app.recommendations.taken import taken_on
from desktop_app.words import names, wording
from desktop_app.words.dates import long_date
from desktop_app.words.method import method_note
from desktop_app.words.speech import say

from .actions import ActionPart, NoteLine, action_part, note_line
from .boxes import Box, boxes
from .event import Event, event_of
from .once import once
from .plan import PlanLine, plan_lines
from .priorities import PriorityPart, priority_part
from .since import SincePart, since_part
from .statements import StatementList, statement_list
from .summary import action_row
from .then_and_now import ThenNowPart, then_now_part


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One action's ratings added up; without counts they are hidden, or there are none."""

    title: str
    counts: tuple[int, ...] | None
    is_hidden: bool
    level: str


@dataclass(frozen=True, slots=True)
class FullContent:
    """Everything the full report prints, in its order; an empty tuple is an empty section.

    `room_method` is how to read what stands beside no partner's results. `fist` is the room's
    fist-to-five on the plan in words, or ""; `cited` are the keys of the framework's works that
    its steps lean on.
    """

    event: Event
    framework: Framework
    rules: ResultRules
    headline: str
    method: str
    room_method: str
    rated: bool
    shown: bool
    rows: tuple[DivergingRow, ...]
    overview: tuple[OverviewLine, ...]
    boxes: tuple[Box, ...]
    statements: StatementList
    actions: tuple[ActionPart, ...]
    priorities: PriorityPart
    plan: tuple[PlanLine, ...]
    fist: str
    parked: tuple[str, ...]
    notes: tuple[NoteLine, ...]
    review_on: str
    cited: frozenset[str]
    since: SincePart | None = None
    then_now: ThenNowPart | None = None

    @property
    def numbered_rows(self) -> tuple[DivergingRow, ...]:
        """Return every statement's bar by its number; none where actions' bars say as much."""
        rows = tuple(
            replace(row, label=f"{part.number} {row.label}")
            for action in self.actions
            for part, row in zip(action.statements, action.rows, strict=True)
        )
        return rows if len(rows) != len(self.actions) else ()


@once
def full_content(record: WorkshopRecord) -> FullContent:
    """Return what a workshop's full report says as it stands now."""
    workshop, picture = record.workshop, workshop_picture(record)
    framework = workshop.framework
    seen = [s for a in picture.actions for s in a.statements]
    return FullContent(
        event=event_of(workshop, picture),
        framework=framework,
        rules=workshop.rules,
        headline=workshop.headline.strip(),
        method=method_note(record, picture),
        room_method=method_note(record, picture, of_parts=False),
        rated=any(s.rounds for s in seen),
        shown=any(s.result for s in seen),
        rows=tuple(action_row(framework.action(a.action_id), a) for a in picture.actions),
        overview=tuple(_overview(framework, a) for a in picture.actions),
        boxes=boxes(framework, picture),
        statements=statement_list(framework, picture, workshop.rules.small_group_below),
        actions=_actions(record, picture),
        priorities=priority_part(record, picture),
        plan=plan_lines(record),
        fist=_fist(view_fist(workshop.fist, workshop.rules)),
        parked=tuple(n.text.strip() for n in record.printed_notes if n.kind is NoteKind.PARKED),
        notes=_general(record.printed_notes),
        review_on=long_date(workshop.review_on) if workshop.review_on else "",
        cited=_cited(record, picture),
        since=since_part(record),
        then_now=then_now_part(record),
    )


def _cited(record: WorkshopRecord, picture: WorkshopPicture) -> frozenset[str]:
    """Return the keys of the works that the printed steps lean on."""
    offered = (step.leans_on for step in recommend(record, picture))
    taken = (step.leans_on for step in record.commitments)
    return frozenset(key for keys in (*offered, *taken) for key in keys)


def _overview(framework: Framework, picture: ActionPicture) -> OverviewLine:
    shown = any(s.result for s in picture.statements)
    return OverviewLine(
        title=framework.action(picture.action_id).title,
        counts=picture.pooled if shown else None,
        is_hidden=not shown and any(s.latest for s in picture.statements),
        level=names.level_name(picture.level) if picture.level else "",
    )


def _actions(record: WorkshopRecord, picture: WorkshopPicture) -> tuple[ActionPart, ...]:
    offers: dict[str, list[Recommendation]] = {}
    for offer in recommend(record, picture):
        offers.setdefault(offer.action_id, []).append(offer)
    taken = taken_on(record, picture)
    return tuple(
        action_part(record, number, action, offers.get(action.action_id, ()), taken)
        for number, action in enumerate(picture.actions, start=1)
    )


def _general(notes: Iterable[Note]) -> tuple[NoteLine, ...]:
    """Return what was said about neither a statement nor an action."""
    return tuple(
        note_line(n)
        for n in notes
        if n.kind is not NoteKind.PARKED and not n.statement_id and not n.action_id
    )


def _fist(counts: tuple[int, ...] | Hidden | None) -> str:
    if counts is None:
        return ""
    if isinstance(counts, Hidden):
        return say("Fist to five: {why}", why=wording.hidden_sentence(counts))
    shown = (
        say("{votes} showed {fingers}", votes=votes, fingers=fingers)
        for fingers, votes in enumerate(counts)
        if votes
    )
    return say(
        "Fist to five: {counts} (0 is a fist: I cannot support this; 5: I will lead on it).",
        counts=", ".join(shown),
    )
