"""What the full report says of one action: its statements, what was said, what could come next.

Pure values; figures come from the action's picture, which holds only what may be shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop_app.charts.diverging_bars import DivergingRow
from desktop_app.domain.framework import Action, Framework, Statement
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    GroupView,
    Hidden,
    Recommendation,
    Result,
    RoundView,
    StatementPicture,
)
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words import names, wording

from .event import joined
from .summary import reason_of

NOTE_NAMES = {
    NoteKind.EVIDENCE: "Evidence",
    NoteKind.BARRIER: "Barrier",
    NoteKind.IDEA: "Idea",
    NoteKind.QUOTE: "Said",
    NoteKind.PARKED: "Parked",
}
OTHERS = "Other partners"
_NOT_RATED = "Not rated yet"
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note: what kind it is, its words, and what it was said about ("" for the action)."""

    kind: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One part of the room; without a result its figures are hidden."""

    label: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class StatementPart:
    """One statement: `result` is what its bars show, `before` the vote before it, if shown.

    `verdict` is level and agreement, or why there is none; `detail` the counts and the middle
    rating; `meaning` and `remarks` sentences; `settled` the view the room agreed on.
    """

    number: str
    word: str
    text: str
    verdict: str
    detail: str = ""
    meaning: str = ""
    change: str = ""
    settled: str = ""
    remarks: tuple[str, ...] = ()
    result: Result | None = None
    before: Result | None = None
    round_names: tuple[str, str] = ("", "")
    groups: tuple[GroupLine, ...] = ()


@dataclass(frozen=True, slots=True)
class StepPart:
    """A recommended step in full; `taken_on` where the room took it."""

    title: str
    how: str
    first_move: str
    sign: str
    reason: str
    after_talking: bool
    taken_on: bool


@dataclass(frozen=True, slots=True)
class ActionPart:
    """What one action's spread says; `explained` says where level and agreement come from."""

    key: str
    number: int
    title: str
    short_title: str
    verdict: str
    explained: str
    rows: tuple[DivergingRow, ...]
    statements: tuple[StatementPart, ...]
    notes: tuple[NoteLine, ...]
    steps: tuple[StepPart, ...]


def action_part(
    record: WorkshopRecord, number: int, picture: ActionPicture, offers: Iterable[Recommendation]
) -> ActionPart:
    """Return what is said of one action; `offers` are the steps recommended for it."""
    framework = record.workshop.framework
    action = framework.action(picture.action_id)
    pairs = tuple(zip(action.statements, picture.statements, strict=True))
    taken = {step for c in record.commitments for step in c.step_ids}
    return ActionPart(
        key=action.id,
        number=number,
        title=action.title,
        short_title=action.short_title,
        verdict=_verdict_of_action(picture),
        explained=_explained(action, picture),
        rows=tuple(_row(statement, seen) for statement, seen in pairs),
        statements=tuple(
            _statement(record, f"{number}.{place}", statement, seen)
            for place, (statement, seen) in enumerate(pairs, start=1)
        ),
        notes=_notes(action, record.notes),
        steps=tuple(_step(framework, offer, taken) for offer in offers),
    )


def round_name(ordinal: int) -> str:
    """Return "First vote", "Second vote" ... for a round."""
    known = ordinal <= len(_ORDINALS)
    return f"{_ORDINALS[ordinal - 1]} vote" if known else f"Vote {ordinal}"


def verdict_of(result: Result) -> str:
    """Return level and agreement; too few ratings have no level to tell."""
    agreement = names.agreement_name(result.agreement)
    if not has_level(result):
        return agreement
    return f"{names.level_name(result.level)} · {agreement}"


def has_level(result: Result) -> bool:
    """Tell whether there are enough ratings to speak of a level."""
    return result.agreement is not Agreement.TOO_FEW


def _verdict_of_action(picture: ActionPicture) -> str:
    if picture.level is not None and picture.agreement is not None:
        level = names.level_name(picture.level)
        return f"{level} · {names.agreement_name(picture.agreement)}"
    if sum(picture.pooled):
        return "Too few ratings to say"
    revealed = any(s.latest is not None for s in picture.statements)
    return "Hidden: too few answers" if revealed else _NOT_RATED


def _explained(action: Action, picture: ActionPicture) -> str:
    words = {s.id: s.word for s in action.statements}
    if len(words) == 1 or picture.weakest_id is None or picture.most_divided_id is None:
        return ""
    return (
        f"The level is that of its weakest statement, “{words[picture.weakest_id]}”; the agreement"
        f" that of its most divided one, “{words[picture.most_divided_id]}”."
    )


def _row(statement: Statement, seen: StatementPicture) -> DivergingRow:
    result = seen.result
    if result is None:
        return DivergingRow(statement.word, None, _why_nothing(seen), "")
    agreement = names.agreement_name(result.agreement)
    level = names.level_name(result.level) if has_level(result) else ""
    return DivergingRow(statement.word, result.counts, level, agreement)


def _why_nothing(seen: StatementPicture) -> str:
    return "Hidden: too few answers" if seen.latest else _NOT_RATED


def _statement(
    record: WorkshopRecord, number: str, statement: Statement, seen: StatementPicture
) -> StatementPart:
    head = (number, statement.word, statement.text)
    latest, result = seen.latest, seen.result
    if latest is None:
        return StatementPart(*head, _NOT_RATED)
    if result is None:
        why = wording.hidden_sentence(latest.whole) if isinstance(latest.whole, Hidden) else ""
        return StatementPart(*head, "Hidden", meaning=why)
    before = _before(seen)
    return StatementPart(
        *head,
        verdict=verdict_of(result),
        detail=joined(wording.level_counts(result), wording.middle_rating(result)),
        meaning=wording.meaning(result),
        change=wording.second_round(before[1], result) if before else "",
        settled=_settled(record, statement),
        remarks=(
            *_earlier(seen, before),
            *(wording.flag_sentence(flag, result) for flag in result.flags),
        ),
        result=result,
        before=before[1] if before else None,
        round_names=_names(before, latest),
        groups=tuple(_group(view) for view in latest.groups),
    )


def _before(seen: StatementPicture) -> tuple[int, Result] | None:
    """Return the vote before the last with its ordinal, where both may be shown."""
    for view in reversed(seen.rounds[:-1]):
        if isinstance(view.whole, Result):
            return view.ordinal, view.whole
    return None


def _earlier(seen: StatementPicture, before: tuple[int, Result] | None) -> tuple[str, ...]:
    """Return a sentence on each vote that comes before the two whose bars are shown."""
    first = before[0] if before else 0
    shown = ((v.ordinal, v.whole) for v in seen.rounds if v.ordinal < first)
    return tuple(
        f"{round_name(ordinal)}: {wording.split_counts(whole)}."
        for ordinal, whole in shown
        if isinstance(whole, Result)
    )


def _names(before: tuple[int, Result] | None, latest: RoundView) -> tuple[str, str]:
    return (round_name(before[0]) if before else "", round_name(latest.ordinal))


def _settled(record: WorkshopRecord, statement: Statement) -> str:
    round_ = record.last_revealed(statement.id)
    if round_ is None or round_.state is not RoundState.REVEALED or round_.settled_point is None:
        return ""
    points = {p.value: p.label for p in record.workshop.framework.scale.points}
    label = points.get(round_.settled_point, "")
    words = f"{round_.settled_point} {label}".strip()
    reason = round_.settled_reason.strip()
    return f"{words}. {reason}" if reason else f"{words}."


def _group(view: GroupView) -> GroupLine:
    label = view.label or OTHERS
    if view.merged:
        label = f"{label} ({', '.join(view.merged)})"
    return GroupLine(label, view.result if isinstance(view.result, Result) else None)


def _notes(action: Action, notes: Iterable[Note]) -> tuple[NoteLine, ...]:
    """Return the action's notes: those on its statements in their order, then its own."""
    places = {s.id: place for place, s in enumerate(action.statements)}
    words = {s.id: s.word for s in action.statements}
    mine = [
        (places.get(note.statement_id or "", len(places)), note)
        for note in notes
        if note.kind is not NoteKind.PARKED
        and (note.statement_id in places or (not note.statement_id and note.action_id == action.id))
    ]
    mine.sort(key=lambda pair: pair[0])
    return tuple(
        NoteLine(NOTE_NAMES[n.kind], n.text.strip(), words.get(n.statement_id or "", ""))
        for _, n in mine
    )


def _step(framework: Framework, offer: Recommendation, taken: Collection[str]) -> StepPart:
    return StepPart(
        title=offer.title,
        how=offer.how,
        first_move=offer.first_move,
        sign=offer.sign,
        reason=reason_of(framework, offer.because, offer.leans_on),
        after_talking=offer.after_talking,
        taken_on=offer.step_id in taken,
    )
