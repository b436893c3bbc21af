"""The scenes of an earlier workshop beside this one: the actions, then each one's statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from desktop_app.analysis.earlier import first_vote
from desktop_app.analysis.then_and_now import (
    ActionMoves,
    DayMoves,
    Reason,
    ThenAndNow,
    comparisons,
)
from desktop_app.domain.earlier import Earlier
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said, say
from desktop_app.words.then_and_now import (
    TITLE,
    action_counts,
    action_counts_shortly,
    action_word,
    sentence,
    who_was_there,
    word,
)

from .aside_scenes import PairOfBars, ThenAndNowSeen
from .door import in_its_language
from .marks import mark
from .screens import Shape, filled, taken_by

ROOM, ROW = 520.0, 104.0
"""Height that rows have, and that of one."""

Counts = tuple[int, ...]


def has_then_and_now(record: WorkshopRecord, step: Step) -> bool:
    """Return whether a step can show an earlier workshop beside this one."""
    workshop = record.workshop
    if not workshop.earlier or workshop.is_rehearsal:
        return False
    if step.kind is StepKind.STATEMENT:  # before its first vote it would lead that
        return first_vote(record, step.subject) is not None
    return step.kind in (StepKind.OVERVIEW, StepKind.ACTION)


def last_time(record: WorkshopRecord, statement_id: str) -> str:
    """Return what may be said of a statement's first vote beside last time's, "" of none."""
    if not has_then_and_now(record, Step(StepKind.STATEMENT, statement_id)):
        return ""
    rows = (row for moves in comparisons(record)[:1] for row in moves.statements)
    return next((sentence(row) for row in rows if row.key == statement_id), "")


@in_its_language
def then_and_now_scenes(
    record: WorkshopRecord, step: Step, shape: Shape
) -> tuple[ThenAndNowSeen, ...]:
    """Return a statement or an action beside last time; of the day, the actions first."""
    for moves in comparisons(record)[:1]:
        return tuple(_scenes(record, moves, step.subject, shape))
    return ()


def _scenes(
    record: WorkshopRecord, moves: DayMoves, subject: str, shape: Shape
) -> Iterator[ThenAndNowSeen]:
    if not subject:
        foot = who_was_there(moves.then.present, moves.now.present)
        actions = tuple(_named(record, action_pair(one), one) for one in moves.actions)
        yield from _screens(record, moves, say("What moved"), actions, foot, shape)
    for action in moves.actions:
        for row in action.statements:
            if row.key == subject:
                pair, foot = (statement_pair(row),), sentence(row)
                yield from _screens(record, moves, action.title, pair, foot, shape)
        if action.action_id == subject or (not subject and len(action.statements) > 1):
            rows = tuple(map(statement_pair, action.statements))
            yield from _screens(record, moves, action.title, rows, _counts(action), shape)


def _named(record: WorkshopRecord, pair: PairOfBars, action: ActionMoves) -> PairOfBars:
    """Return an action's bars under its name on stage."""
    known = record.workshop.framework.action(action.action_id)
    return replace(pair, name=known.name or known.short_title)


def _screens(
    record: WorkshopRecord,
    moves: DayMoves,
    title: str,
    rows: tuple[PairOfBars, ...],
    foot: str,
    shape: Shape,
) -> Iterator[ThenAndNowSeen]:
    pages = filled([ROW] * len(rows), shape.room(ROOM))
    kicker = _kicker(moves.then)
    for page in taken_by(pages, rows):
        yield ThenAndNowSeen(kicker, title, page, foot, mark(record.workshop))


def _kicker(then: Earlier) -> str:
    return "  ·  ".join(
        (
            said(TITLE),
            say("thin bar: {day}", day=_day(then.held_on)),
            say("thick bar: today"),
        )
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else say("last time")


def _counts(action: ActionMoves) -> str:
    words, counts = action_word(action), action_counts(action)
    return say("{words}: {counts}.", words=words, counts=counts) if counts else words


def statement_pair(row: ThenAndNow) -> PairOfBars:
    """Return a statement's ratings then and now with its word."""
    then, now = (one.counts if one else None for one in (row.then, row.now))
    if row.reason is Reason.NOT_NOW:
        then = None  # it would lead the vote that is still to come
    moved = row.shift is not None and row.shift.is_move
    return PairOfBars(row.name, then, now, word(row), strong=moved, few=row.few)


def action_pair(action: ActionMoves) -> PairOfBars:
    """Return an action's ratings of the statements that are compared, and how many moved."""
    compared = [row for row in action.statements if row.change]
    then, now = (_added(_shown(compared, place)) for place in (0, 1))
    words = action_counts_shortly(action) or action_word(action)
    strong = bool(action.counted.moved)
    return PairOfBars(action.title, then, now, _one_statement(action) or words, strong=strong)


def _one_statement(action: ActionMoves) -> str:
    return word(action.statements[0]) if len(action.statements) == 1 else ""


def _shown(rows: Iterable[ThenAndNow], place: int) -> Iterator[Counts]:
    for row in rows:
        result = (row.then, row.now)[place]
        if result:
            yield result.counts


def _added(counts: Iterable[Counts]) -> Counts | None:
    found = tuple(map(sum, zip(*counts, strict=True)))
    return found or None
