"""The scenes of every statement of the day: by its name, with a bar, and without figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Action
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    Hidden,
    Level,
    Result,
    StatementPicture,
)
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.counts import people
from desktop_app.words.names import agreement_in_sentence, level_name
from desktop_app.words.speech import say

from .aside_scenes import ActionBars, StatementBar, StatementsSeen
from .door import in_its_language
from .marks import mark
from .screens import Shape

ROOM, FOOT = 738.0, 168.0
"""Height of a column, and what is left of the first one for how to read the bars."""
ROW, HEADING, BETWEEN = 62.0, 50.0, 12.0
TWO_COLUMNS: Final = 1.5
"""Proportions from which a stage holds two columns."""

_Column = tuple[ActionBars, ...]


def has_every_statement(record: WorkshopRecord, step: Step) -> bool:
    """Return whether a step can show them: where its own bars are of several statements each."""
    actions = record.workshop.framework.actions
    return step.kind is StepKind.OVERVIEW and any(len(a.statements) > 1 for a in actions)


@in_its_language
def every_statement_scenes(record: WorkshopRecord, shape: Shape) -> tuple[StatementsSeen, ...]:
    """Return every statement in the framework's order, in as many scenes as they need."""
    framework = record.workshop.framework
    pictures = workshop_picture(record).actions
    groups = [_bars(framework.action(picture.action_id), picture) for picture in pictures]
    screens = _screens(groups, shape)
    how = _how_to_read(groups, framework.scale.size)
    return tuple(
        StatementsSeen(_kicker(record, place, len(screens)), columns, how, mark(record.workshop))
        for place, columns in enumerate(screens, start=1)
    )


def _kicker(record: WorkshopRecord, place: int, screens: int) -> str:
    workshop = record.workshop
    part = say("screen {n} of {total}", n=place, total=screens) if screens > 1 else ""
    count = say("all {n} statements", n=len(workshop.framework.statements))
    present = people(workshop.present)
    return "  ·  ".join(filter(None, (say("Where we stand"), count, part or present)))


def _how_to_read(groups: list[ActionBars], points: int) -> tuple[str, ...]:
    half = points // 2
    lines = [
        say(
            "Left of the line: rated {low}. Right: {high}.",
            low=_points(1, half),
            high=_points(points - half + 1, points),
        )
    ]
    bars = [bar for group in groups for bar in group.bars]
    strong, hidden = any(bar.strong for bar in bars), any(bar.hidden for bar in bars)
    if strong and hidden:
        lines.append(say("Bold: low, or <> opposing. Dashed: hidden."))
    elif strong:
        lines.append(say("Bold: low, or <> opposing views."))
    elif hidden:
        lines.append(say("Dashed: hidden, too few ratings."))
    return tuple(lines)


def _points(first: int, last: int) -> str:
    if first == last:
        return str(first)
    if first + 1 == last:
        return say("{one} or {other}", one=first, other=last)
    return say("{first} to {last}", first=first, last=last)


# -- bars -----------------------------------------------------------------------------------


def _bars(action: Action, picture: ActionPicture) -> ActionBars:
    names = {statement.id: statement.name for statement in action.statements}
    bars = (_bar(names[one.statement_id], one) for one in picture.statements)
    return ActionBars(action.short_title, tuple(bars))


def _bar(name: str, picture: StatementPicture) -> StatementBar:
    if picture.result is not None:
        return _rated(name, picture.result)
    if picture.latest is not None and isinstance(picture.latest.whole, Hidden):
        words = say("Hidden: too few ratings")
        return StatementBar(name, None, words, hidden=True, empty=say("Hidden"))
    return StatementBar(name, None, say("Not rated yet"), empty=say("Not rated"))


def _rated(name: str, result: Result) -> StatementBar:
    opposing = result.agreement is Agreement.OPPOSING
    agreement = agreement_in_sentence(result.agreement)
    return StatementBar(
        name,
        result.counts,
        say("{level}, {agreement}", level=level_name(result.level), agreement=agreement),
        strong=opposing or result.level is Level.LOW,
        opposing=opposing,
    )


# -- columns --------------------------------------------------------------------------------


def _screens(groups: list[ActionBars], shape: Shape) -> list[tuple[_Column, ...]]:
    columns = 2 if shape.aspect >= TWO_COLUMNS * shape.type else 1
    found = list(_columns(groups, columns, shape))
    return [tuple(found[start : start + columns]) for start in range(0, len(found), columns)]


def _columns(groups: list[ActionBars], columns: int, shape: Shape) -> Iterator[_Column]:
    """Yield what each column holds: whole actions, and a part of one that no column holds."""
    column: list[ActionBars] = []
    filled, used = 0, 0.0
    for part in (part for group in groups for part in _parts(group, shape)):
        room = shape.room(ROOM) - (0.0 if filled % columns else FOOT)
        if column and used + _height(part) > room:
            yield tuple(column)
            column, filled, used = [], filled + 1, 0.0
        column.append(part)
        used += _height(part) + BETWEEN
    if column:
        yield tuple(column)


def _parts(group: ActionBars, shape: Shape) -> Iterator[ActionBars]:
    most = int((shape.room(ROOM) - FOOT - HEADING) // ROW)
    for start in range(0, len(group.bars), most):
        yield replace(group, bars=group.bars[start : start + most])


def _height(group: ActionBars) -> float:
    return HEADING + ROW * len(group.bars)
