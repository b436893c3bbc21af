"""What the facilitator can put on the stage beside a step's own scene, and the scenes of it.

Only what the room may know enters: results through the picture, notes one by one on choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord

from .beforehand import beforehand_scenes, has_beforehand
from .choosing import steps_scenes
from .every_statement import every_statement_scenes, has_every_statement
from .meanings import has_meanings, meaning_scenes
from .notes import note_scenes
from .pages import pages_of
from .parking import parking_scene
from .plan import fist_asked_scene
from .questions import can_ask, question_scenes
from .scene import Scene
from .screens import USUAL, Shape
from .statements import action_at, statement_scenes
from .then_and_now import has_then_and_now, then_and_now_scenes


class AsideKind(Enum):
    """What there is to show."""

    PARKING = "parking"
    QUESTIONS = "questions"
    STATEMENTS = "statements"
    STEPS = "steps"
    FIST = "fist"
    NOTE = "note"
    MEANING = "meaning"
    MOVED = "moved"
    BEFOREHAND = "beforehand"


@dataclass(frozen=True, slots=True)
class Aside:
    """What was chosen, and which of its screens; `subject` is the id of a note.

    `shape`: the stage's, which tells how much a screen holds.
    """

    kind: AsideKind
    screen: int = 0
    subject: str = ""
    shape: Shape = USUAL


def aside_scene(record: WorkshopRecord, step: Step, aside: Aside) -> Scene | None:
    """Return what the room sees of a choice, or None where there is nothing any more."""
    if not is_offered(record, step, aside.kind):
        return None
    screens = SCREENS[aside.kind](record, step, aside)
    return screens[min(aside.screen, len(screens) - 1)] if screens else None


def following(record: WorkshopRecord, step: Step, aside: Aside) -> Aside | None:
    """Return the next screen of a choice, or None after the last one."""
    screens = SCREENS[aside.kind](record, step, aside)
    return replace(aside, screen=aside.screen + 1) if aside.screen + 1 < len(screens) else None


def parking_after(record: WorkshopRecord, step: Step, aside: Aside | None) -> Aside | None:
    """Return what is shown when the parking lot is asked for: it, its next screen, then nothing."""
    if aside is None or aside.kind is not AsideKind.PARKING:
        return Aside(AsideKind.PARKING)
    return following(record, step, aside)


def is_offered(record: WorkshopRecord, step: Step, kind: AsideKind) -> bool:
    """Return whether there is something of a kind to show at a step."""
    asked: Mapping[AsideKind, Callable[[WorkshopRecord, Step], bool]] = {
        AsideKind.QUESTIONS: can_ask,
        AsideKind.STATEMENTS: _has_statements,
        AsideKind.MOVED: has_then_and_now,
        AsideKind.MEANING: has_meanings,
        AsideKind.BEFOREHAND: has_beforehand,
        AsideKind.STEPS: _at_next_steps,
        AsideKind.FIST: _at_next_steps,
        AsideKind.PARKING: _always,
        AsideKind.NOTE: _always,
    }
    return asked[kind](record, step)


def _always(_record: WorkshopRecord, _step: Step) -> bool:
    return True


def _has_statements(record: WorkshopRecord, step: Step) -> bool:
    return action_at(record, step) is not None or has_every_statement(record, step)


def _at_next_steps(_record: WorkshopRecord, step: Step) -> bool:
    return step.kind is StepKind.NEXT_STEPS


def _parking(record: WorkshopRecord, _step: Step, _aside: Aside) -> tuple[Scene, ...]:
    return pages_of(parking_scene(record))


def _fist(record: WorkshopRecord, _step: Step, _aside: Aside) -> tuple[Scene, ...]:
    return (fist_asked_scene(record),)


def _questions(record: WorkshopRecord, step: Step, aside: Aside) -> tuple[Scene, ...]:
    return question_scenes(record, step, aside.shape)


def _statements(record: WorkshopRecord, step: Step, aside: Aside) -> tuple[Scene, ...]:
    if has_every_statement(record, step):
        return every_statement_scenes(record, aside.shape)
    return statement_scenes(record, step, aside.shape)


def _steps(record: WorkshopRecord, _step: Step, aside: Aside) -> tuple[Scene, ...]:
    return steps_scenes(record, aside.shape)


def _meaning(record: WorkshopRecord, step: Step, aside: Aside) -> tuple[Scene, ...]:
    return meaning_scenes(record, step, aside.shape)


def _beforehand(record: WorkshopRecord, step: Step, _aside: Aside) -> tuple[Scene, ...]:
    return beforehand_scenes(record, step)


def _note(record: WorkshopRecord, _step: Step, aside: Aside) -> tuple[Scene, ...]:
    return note_scenes(record, aside.subject, aside.shape)


def _moved(record: WorkshopRecord, step: Step, aside: Aside) -> tuple[Scene, ...]:
    return then_and_now_scenes(record, step, aside.shape)


SCREENS: Final[Mapping[AsideKind, Callable[[WorkshopRecord, Step, Aside], tuple[Scene, ...]]]] = {
    AsideKind.PARKING: _parking,
    AsideKind.QUESTIONS: _questions,
    AsideKind.STATEMENTS: _statements,
    AsideKind.STEPS: _steps,
    AsideKind.FIST: _fist,
    AsideKind.NOTE: _note,
    AsideKind.MEANING: _meaning,
    AsideKind.MOVED: _moved,
    AsideKind.BEFOREHAND: _beforehand,
}
