"""The scenes of an action's statements in full, before their votes and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Action, Statement
from desktop_app.domain.results import Hidden, StatementPicture
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.names import agreement_in_sentence, level_name
from desktop_app.words.speech import say

from .aside_scenes import StatementLine, StatementsListed
from .door import in_its_language
from .marks import mark
from .screens import LINE, Shape, filled, letters, lines_of, taken_by, text_screens
from .votes import completion

ROOM, BETWEEN = 634, 24


def action_at(record: WorkshopRecord, step: Step) -> Action | None:
    """Return the action of a step, where it has several statements."""
    framework = record.workshop.framework
    if step.kind is StepKind.ACTION:
        action = framework.action(step.subject)
    elif step.kind is StepKind.STATEMENT:
        action = framework.action_of(step.subject)
    else:
        return None
    return action if len(action.statements) > 1 else None


@in_its_language
def statement_scenes(
    record: WorkshopRecord, step: Step, shape: Shape
) -> tuple[StatementsListed, ...]:
    """Return the statements of a step's action, in as many scenes as they need."""
    action = action_at(record, step)
    if action is None:
        return ()
    seen = workshop_picture(record).action(action.id).statements
    rated = any(one.latest is not None for one in seen)
    lines = [_line(s, p, rated=rated) for s, p in zip(action.statements, seen, strict=True)]
    lines = [part for line in lines for part in _parts(line, shape)]
    heights = [_height(line, shape) for line in lines]
    screens = taken_by(filled(heights, shape.room(ROOM)), lines)
    return tuple(
        StatementsListed(
            kicker=_kicker(record, len(action.statements), place, len(screens)),
            title=action.short_title,
            lines=screen,
            mark=mark(record.workshop),
        )
        for place, screen in enumerate(screens, start=1)
    )


def _kicker(record: WorkshopRecord, statements: int, place: int, screens: int) -> str:
    about = say("{n} statements", n=statements)
    part = say("screen {n} of {total}", n=place, total=screens) if screens > 1 else ""
    return "  ·  ".join(text for text in (about, part, record.workshop.framework.stem) if text)


def _line(statement: Statement, picture: StatementPicture, *, rated: bool) -> StatementLine:
    words = _words(picture) if rated else ""
    return StatementLine(statement.name, completion(statement), words)


def _words(picture: StatementPicture) -> str:
    result, latest = picture.result, picture.latest
    if result is not None:
        agreement = agreement_in_sentence(result.agreement)
        return say("{level}, {agreement}", level=level_name(result.level), agreement=agreement)
    if latest is not None and isinstance(latest.whole, Hidden):
        return say("too few to show")
    return say("not rated yet")


def _parts(line: StatementLine, shape: Shape) -> Iterator[StatementLine]:
    """Yield a statement in as many parts as screens it fills alone, each under its name."""
    lines = int((ROOM - BETWEEN) / LINE - 2 * shape.type)
    for part in text_screens(line.text, shape, lines):
        yield replace(line, text=part)


def _height(line: StatementLine, shape: Shape) -> float:
    width = letters(shape)
    beside = len(line.name) + len(line.words) + 3 <= width
    heading = LINE if beside else 2 * LINE
    return heading + len(lines_of(line.text, width)) * LINE + BETWEEN
