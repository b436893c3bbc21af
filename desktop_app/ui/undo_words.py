"""What can be taken back, in words for a button; knows no stack and no service."""

from __future__ import annotations

from desktop_app.application.undo import Undo, UndoKind
from desktop_app.words.speech import say

LONGEST = 40


def undo_words(undo: Undo) -> str:
    """Return words such as "note “One budget…” added"."""
    about = _short(" ".join(undo.about.split()))
    template = _template(undo.kind, named=bool(about))
    return template.format(about=about)


def _template(kind: UndoKind, *, named: bool) -> str:
    plain = {
        UndoKind.REVEAL: say("the reveal"),
        UndoKind.CLOSE: say("closing the vote"),
        UndoKind.TALLY: say("the counted hands"),
        UndoKind.DISCARD: say("discarding the vote"),
        UndoKind.SETTLE: say("the agreed view"),
        UndoKind.NOTE_ADDED: say("the new note"),
        UndoKind.NOTE_CHANGED: say("the change of a note"),
        UndoKind.NOTE_REMOVED: say("removing a note"),
        UndoKind.STEP_TAKEN: say("the new next step"),
        UndoKind.STEP_CHANGED: say("the change of a next step"),
        UndoKind.STEP_DROPPED: say("removing a next step"),
        UndoKind.STEP_MOVED: say("moving a next step"),
        UndoKind.STEPS_MERGED: say("merging two next steps"),
        UndoKind.FIST: say("the fist to five"),
        UndoKind.HEADLINE: say("the change of our one commitment"),
        UndoKind.REVIEW: say("the day of the review"),
        UndoKind.PEOPLE: say("the change of people in the room"),
        UndoKind.WORKSHOP_DELETED: say("deleting the workshop"),
        UndoKind.FRAMEWORK_DELETED: say("deleting the framework"),
    }
    about = {
        UndoKind.NOTE_ADDED: say("new note “{about}”"),
        UndoKind.NOTE_CHANGED: say("change of the note “{about}”"),
        UndoKind.NOTE_REMOVED: say("removing the note “{about}”"),
        UndoKind.STEP_TAKEN: say("new next step “{about}”"),
        UndoKind.STEP_CHANGED: say("change of “{about}”"),
        UndoKind.STEP_DROPPED: say("removing “{about}”"),
        UndoKind.STEP_MOVED: say("moving “{about}”"),
        UndoKind.STEPS_MERGED: say("merging into “{about}”"),
        UndoKind.WORKSHOP_DELETED: say("deleting “{about}”"),
        UndoKind.FRAMEWORK_DELETED: say("deleting “{about}”"),
    }
    if named and kind in about:
        return about[kind]
    return plain[kind]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
