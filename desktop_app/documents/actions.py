"""What the full report says of one action: its statements, what was said, what could come next.

Pure values; figures come from the action's picture, which holds only what may be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.charts.diverging_bars import DivergingRow
from desktop_app.domain.framework import Action, Framework, Statement
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    GroupView,
    Hidden,
    HiddenReason,
    Recommendation,
    Result,
    RoundView,
    StatementPicture,
)
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import MOST_STEPS
from desktop_app.recommendations.taken import Taken, still_offered, taken_for_action
from desktop_app.words import names, wording
from desktop_app.words.beforehand import beforehand_lines
from desktop_app.words.change import change_told
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.ways import how_statement_was_voted, why_missing

from .event import joined
from .standing import quoted, why_no_result
from .summary import OWN_STEP, reason_of

WHAT_WE_RATED: Final = to_say("What we rated")


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note: what kind it is, its words, and what it was said about ("" for the action).

    What somebody said stands between quotation marks.
    """

    kind: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One revealed vote of the whole room or of a part of it; hidden without a result.

    `name` says which vote, whose and of how many people.
    """

    name: str
    ordinal: int
    present: int
    result: Result | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One part of the room in one vote; without a result its figures are hidden."""

    label: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class StatementPart:
    """One statement: `result` is what its bars show, `before` the vote before it, if shown.

    `verdict` is level and agreement, or why there is none; `detail` the counts and the middle
    rating; `meaning` and `remarks` sentences; `settled` tells the view the room agreed on. `votes`
    are all that were revealed, each of the whole room before its parts.
    """

    key: str
    number: str
    name: str
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
    votes: tuple[VoteLine, ...] = ()


@dataclass(frozen=True, slots=True)
class StepPart:
    """A recommended step in full, or where the plan has it; `title` after what to know first."""

    title: str
    reason: str
    how: str = ""
    first_move: str = ""
    sign: str = ""
    taken_on: bool = False


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
    record: WorkshopRecord,
    number: int,
    picture: ActionPicture,
    offers: Iterable[Recommendation],
    taken: Iterable[Taken] = (),
) -> ActionPart:
    """Return what is said of one action; `offers` are recommended for it, `taken` is the plan."""
    framework = record.workshop.framework
    action = framework.action(picture.action_id)
    pairs = tuple(zip(action.statements, picture.statements, strict=True))
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
        notes=_notes(action, record.printed_notes),
        steps=_steps(record, action, offers, taken),
    )


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
        return names.agreement_name(Agreement.TOO_FEW)
    return why_no_result(revealed=any(s.latest is not None for s in picture.statements))


def _explained(action: Action, picture: ActionPicture) -> str:
    names_ = {s.id: s.name for s in action.statements}
    if len(names_) == 1 or picture.weakest_id is None or picture.most_divided_id is None:
        return ""
    return say(
        "The level is that of its weakest statement, “{weakest}”; the agreement that of its most"
        " divided one, “{divided}”.",
        weakest=names_[picture.weakest_id],
        divided=names_[picture.most_divided_id],
    )


def _row(statement: Statement, seen: StatementPicture) -> DivergingRow:
    result = seen.result
    if result is None:
        why = why_no_result(revealed=seen.latest is not None)
        return DivergingRow(statement.name, None, why, "")
    agreement = names.agreement_name(result.agreement)
    level = names.level_name(result.level) if has_level(result) else ""
    return DivergingRow(statement.name, result.counts, level, agreement)


def _statement(
    record: WorkshopRecord, number: str, statement: Statement, seen: StatementPicture
) -> StatementPart:
    head = (statement.id, number, statement.name, statement.text)
    latest, result = seen.latest, seen.result
    beforehand = beforehand_lines(record, statement.id)
    if latest is None:
        return StatementPart(*head, why_no_result(revealed=False), remarks=beforehand)
    if result is None:
        why = wording.hidden_sentence(latest.whole) if isinstance(latest.whole, Hidden) else ""
        remarks = (*beforehand, *_of_the_votes(record, statement))
        return StatementPart(*head, say("Hidden"), meaning=why, remarks=remarks, votes=_votes(seen))
    before = _before(seen)
    return StatementPart(
        *head,
        verdict=verdict_of(result),
        detail=joined(wording.level_counts(result), wording.middle_rating(result)),
        meaning=wording.meaning_for_room(result),
        change=change_told(before[1], result) if before else "",
        settled=_settled(record, statement),
        remarks=(
            *_earlier(seen, before),
            *(wording.flag_remark(flag, result) for flag in result.flags),
            *beforehand,
            *_of_the_votes(record, statement),
        ),
        result=result,
        before=before[1] if before else None,
        round_names=_names(before, latest),
        groups=tuple(_group(view, latest.ordinal) for view in latest.groups),
        votes=_votes(seen),
    )


def _of_the_votes(record: WorkshopRecord, statement: Statement) -> tuple[str, ...]:
    """Return how the votes were cast, and why some are missing from them."""
    rounds = record.rounds_of(statement.id)
    how = how_statement_was_voted(record.workshop, rounds)
    return tuple(text for text in (how, why_missing(rounds)) if text)


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
        say("{vote}: {counts}.", vote=names.vote_name(ordinal), counts=wording.split_counts(whole))
        for ordinal, whole in shown
        if isinstance(whole, Result)
    )


def _names(before: tuple[int, Result] | None, latest: RoundView) -> tuple[str, str]:
    return (names.vote_name(before[0]) if before else "", names.vote_name(latest.ordinal))


def _settled(record: WorkshopRecord, statement: Statement) -> str:
    round_ = record.last_revealed(statement.id)
    if round_ is None or round_.state is not RoundState.REVEALED or round_.settled_point is None:
        return ""
    points = {p.value: p.label for p in record.workshop.framework.scale.points}
    label = points.get(round_.settled_point, "")
    view = f"{round_.settled_point} {label}".strip()
    settled = say("The room settled on {view}.", view=view)
    return f"{settled} {round_.settled_reason.strip()}".strip()


def _group(view: GroupView, ordinal: int) -> GroupLine:
    label = say("{vote}, {group}", vote=names.vote_name(ordinal), group=group_name(view))
    return GroupLine(label, view.result if isinstance(view.result, Result) else None)


def group_name(view: GroupView) -> str:
    """Return what a part of the room is called, with those who were put together in it."""
    label = view.label or say("Other partners")
    return f"{label} ({', '.join(view.merged)})" if view.merged else label


def _votes(seen: StatementPicture) -> tuple[VoteLine, ...]:
    return tuple(line for view in seen.rounds for line in _vote(view))


def _vote(view: RoundView) -> Iterator[VoteLine]:
    vote = names.vote_name(view.ordinal)
    whole = say_count(
        "{vote}, whole room, {n} person", "{vote}, whole room, {n} people", view.present, vote=vote
    )
    yield VoteLine(whole, view.ordinal, view.present, _shown(view.whole), is_whole=True)
    for group in view.groups:
        name = say("{vote}, {group}", vote=vote, group=group_name(group))
        yield VoteLine(name, view.ordinal, view.present, _shown(group.result), is_whole=False)


def _shown(result: Result | Hidden) -> Result | None:
    return result if isinstance(result, Result) else None


def _notes(action: Action, notes: Iterable[Note]) -> tuple[NoteLine, ...]:
    """Return the action's notes: those on its statements in their order, then its own."""
    places = {s.id: place for place, s in enumerate(action.statements)}
    about = {s.id: s.name for s in action.statements}
    mine = [
        (places.get(note.statement_id or "", len(places)), note)
        for note in notes
        if note.kind is not NoteKind.PARKED
        and (note.statement_id in places or (not note.statement_id and note.action_id == action.id))
    ]
    mine.sort(key=lambda pair: pair[0])
    return tuple(note_line(n, about.get(n.statement_id or "", "")) for _, n in mine)


def note_line(note: Note, about: str = "") -> NoteLine:
    """Return a note as documents list it."""
    text = note.text.strip()
    if note.kind is NoteKind.QUOTE and not text.startswith(tuple("“”\"„«‘'")):
        text = quoted(text)
    return NoteLine(names.note_kind_name(note.kind), text, about)


def _steps(
    record: WorkshopRecord,
    action: Action,
    offers: Iterable[Recommendation],
    taken: Iterable[Taken],
) -> tuple[StepPart, ...]:
    """Return the plan's steps for an action, then offers: of the bank, three together at most."""
    framework = record.workshop.framework
    mine = taken_for_action(taken, record, action.id)
    room = max(0, MOST_STEPS - sum(bool(one.commitment.keys) for one in mine))
    left = still_offered(record, tuple(offers))[:room]
    return (*(_taken(framework, t) for t in mine), *(_step(framework, offer) for offer in left))


def _taken(framework: Framework, taken: Taken) -> StepPart:
    """Return a step of the plan: its row there has the rest, in the same words."""
    commitment = taken.commitment
    return StepPart(
        title=say(
            "Taken on, number {n} of the plan: {step}",
            n=taken.number,
            step=commitment.title.strip(),
        ),
        reason=reason_of(framework, taken.why, commitment.leans_on) or said(OWN_STEP),
        taken_on=True,
    )


def _step(framework: Framework, offer: Recommendation) -> StepPart:
    later = say("After you have talked: {step}", step=offer.title) if offer.after_talking else ""
    return StepPart(
        title=later or offer.title,
        how=offer.how,
        first_move=offer.first_move,
        sign=offer.sign,
        reason=reason_of(framework, offer.because, offer.leans_on),
    )


# -- how it is set --------------------------------------------------------------------------------


def about(note: NoteLine) -> str:
    """Return what a note was said about, to stand after it; "" for the action as a whole."""
    return say("(on “{statement}”)", statement=note.about) if note.about else ""


def group_columns() -> tuple[str, str, str]:
    """Return what heads the columns of the parts of the room."""
    return say("Group"), say("Ratings"), say("Result")


def group_figures(result: Result | None) -> tuple[str, str]:
    """Return the counts of a part of the room and what they come to, or that they are hidden."""
    if result is None:
        return say("hidden"), wording.hidden_sentence(Hidden(HiddenReason.SMALL_GROUP))
    return wording.split_counts(result), wording.with_caution(verdict_of(result), result)


def step_labels(step: StepPart) -> tuple[tuple[str, str], ...]:
    """Return what else a step says, each after its label."""
    found = ((say("First move"), step.first_move), (say("You will notice"), step.sign))
    return tuple((label, text) for label, text in found if text)
