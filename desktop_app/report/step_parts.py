"""One commitment told from top to bottom, as pages for one owner and in large print tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop_app.documents.plan import PlanLine, plan_columns, status_choices
from desktop_app.documents.standing import NO_DATE, NO_OWNER, NOT_SET
from desktop_app.words.speech import said

from . import styles
from .ballot_card import BoxedChoice
from .paper import Paper
from .tagged import Columns, Stack, unlabelled

AGREED = 4
"""So many parts, the last, tell what was agreed: who, by when, first move, how it is known."""


def step_parts(paper: Paper, line: PlanLine, *, with_owner: bool, level: int = 2) -> Iterator[Any]:
    """Yield what it is, how and why, who, by when, first move and how it will be known."""
    people = paper.tongues.people
    _, _, who, by, first, known = plan_columns()
    yield paper.heading(f"{line.number}. {line.title}", level, lang=people)
    if line.how:
        yield paper.peoples(line.how)
    yield paper.words(line.reason, paper.look.soft)
    if with_owner:
        yield paper.labelled(who, line.owner or said(NO_OWNER), lang=people if line.owner else "")
    yield paper.labelled(by, line.due or said(NO_DATE))
    for label, text in ((first, line.first_move), (known, line.measure)):
        yield paper.labelled(label, text or said(NOT_SET), lang=people if text else "")


def status_boxes(paper: Paper, size: float = 1.0) -> Columns:
    """Return a box to tick for each status that a step can have when the room looks again."""
    boxes = [BoxedChoice(paper.words(words), size, 2 * size) for words in status_choices()]
    half, room = (len(boxes) + 1) // 2, (paper.width - styles.COLUMN_GAP) / 2
    sides = (boxes[:half], boxes[half:])
    stacks = [Stack(list(unlabelled([[box] for box in side])), room) for side in sides]
    return Columns(stacks, styles.COLUMN_GAP, above=2 * size)
