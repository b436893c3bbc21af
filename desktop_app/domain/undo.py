"""What can be taken back: the acts of a day, and how each is undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from .changes import Changes


class UndoKind(Enum):
    """What can be taken back; the window has a word for each."""

    REVEAL = "reveal"
    CLOSE = "close"
    TALLY = "tally"
    DISCARD = "discard"
    SETTLE = "settle"
    REASON = "reason"
    NOTE_ADDED = "note_added"
    NOTE_CHANGED = "note_changed"
    NOTE_REMOVED = "note_removed"
    NOTE_OFF_PAPER = "note_off_paper"
    NOTE_ON_PAPER = "note_on_paper"
    STEP_TAKEN = "step_taken"
    STEP_CHANGED = "step_changed"
    STEP_DROPPED = "step_dropped"
    STEP_MOVED = "step_moved"
    STEPS_MERGED = "steps_merged"
    FIST = "fist"
    HEADLINE = "headline"
    REVIEW = "review"
    PEOPLE = "people"
    BEFOREHAND = "beforehand"
    PROGRESS = "progress"
    WORKSHOP_DELETED = "workshop_deleted"
    WORKSHOPS_DELETED = "workshops_deleted"
    WORKSHOPS_ARCHIVED = "workshops_archived"
    WORKSHOPS_TAKEN_BACK = "workshops_taken_back"
    WORKSHOP_REPLACED = "workshop_replaced"
    FRAMEWORK_DELETED = "framework_deleted"


OF_A_VOTE = frozenset({UndoKind.TALLY, UndoKind.CLOSE, UndoKind.REVEAL, UndoKind.DISCARD})
"""What cannot be taken back any more once the room votes anew."""


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take one act back: its kind, the few words it was about, and the way.

    `again` does what was taken back once more where asking for the act anew would make another
    thing; None where it would not.
    """

    kind: UndoKind
    run: Callable[[], Changes]
    about: str = ""
    again: Callable[[], Changes] | None = None
