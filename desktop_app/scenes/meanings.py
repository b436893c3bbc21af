"""The scenes of what each point of the scale means at a statement, one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.speech import say

from .aside_scenes import PointMeant
from .door import in_its_language
from .marks import mark
from .scene import Card, RevealedHidden
from .screens import Shape, text_screens
from .votes import cards, current_scene

LINES = 7


def has_meanings(record: WorkshopRecord, step: Step) -> bool:
    """Return whether the room sees a scale at a step, whose points mean something."""
    if step.kind is not StepKind.STATEMENT:
        return False
    return bool(_cards(record, step)) and not _is_hidden(record, step)


def _is_hidden(record: WorkshopRecord, step: Step) -> bool:
    return isinstance(current_scene(record, step.subject), RevealedHidden)


def _cards(record: WorkshopRecord, step: Step) -> list[Card]:
    """Return the points that mean something, as the scale stands: the highest first."""
    framework = record.workshop.framework
    found = cards(framework, framework.statement(step.subject))
    return [card for card in sorted(found, key=lambda card: -card.point) if card.text]


@in_its_language
def meaning_scenes(record: WorkshopRecord, step: Step, shape: Shape) -> tuple[PointMeant, ...]:
    """Return what each point means, a scene each; a very long text goes on in the next one."""
    return tuple(scene for card in _cards(record, step) for scene in _of(record, step, card, shape))


def _of(record: WorkshopRecord, step: Step, card: Card, shape: Shape) -> Iterator[PointMeant]:
    name = record.workshop.framework.statement(step.subject).name
    parts = text_screens(card.text, shape, LINES)
    for place, part in enumerate(parts, start=1):
        kicker = say("{statement}  ·  what this means here", statement=name)
        if len(parts) > 1:
            kicker += "  ·  " + say("screen {n} of {total}", n=place, total=len(parts))
        number = "" if card.point == CANNOT_SAY else str(card.point)
        yield PointMeant(kicker, number, card.label, part, mark(record.workshop))
