"""Taking back what the facilitator did last; the window only shows the label."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound, RuleProblem

LIMIT = 50


class UndoKind(Enum):
    """What can be taken back; the window has a word for each."""

    REVEAL = "reveal"
    CLOSE = "close"
    TALLY = "tally"
    DISCARD = "discard"
    SETTLE = "settle"
    NOTE_ADDED = "note_added"
    NOTE_CHANGED = "note_changed"
    NOTE_REMOVED = "note_removed"
    STEP_TAKEN = "step_taken"
    STEP_CHANGED = "step_changed"
    STEP_DROPPED = "step_dropped"
    STEP_MOVED = "step_moved"
    STEPS_MERGED = "steps_merged"
    FIST = "fist"
    HEADLINE = "headline"
    REVIEW = "review"
    PEOPLE = "people"
    WORKSHOP_DELETED = "workshop_deleted"
    FRAMEWORK_DELETED = "framework_deleted"


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take one act back: its kind, the few words it was about, and the way."""

    kind: UndoKind
    run: Callable[[], Changes]
    about: str = ""


class UndoStack:
    """The last acts that can be taken back, newest last."""

    def __init__(self) -> None:
        self._acts: list[Undo] = []

    @property
    def last(self) -> Undo | None:
        """Return the act that would be taken back next."""
        return self._acts[-1] if self._acts else None

    def push(self, act: Undo) -> None:
        """Remember an act; the oldest is forgotten past the limit."""
        self._acts = [*self._acts[-(LIMIT - 1) :], act]

    def undo(self) -> Changes:
        """Take the last act back and return what changed.

        An act that the laptop fails at stays to be tried again; one that cannot be taken back any
        more is forgotten, so that those before it can be.
        """
        if not self._acts:
            return Changes.NONE
        try:
            changes = self._acts[-1].run()
        except (RuleProblem, NotFound):
            self._acts.pop()
            raise
        self._acts.pop()
        return changes

    def clear(self) -> None:
        """Forget everything, as when another workshop is opened."""
        self._acts.clear()
