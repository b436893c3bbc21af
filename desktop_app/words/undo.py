"""What can be taken back, in words for a button; knows no stack and no service."""

from __future__ import annotations

from desktop_app.domain.steps import StepKind
from desktop_app.domain.texts import Phrase, to_say
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Workshop

from .names import step_name
from .speech import said

LONGEST = 40


_PLAIN = {
    UndoKind.REVEAL: to_say("the reveal"),
    UndoKind.CLOSE: to_say("closing the vote"),
    UndoKind.TALLY: to_say("the counted hands"),
    UndoKind.DISCARD: to_say("discarding the vote"),
    UndoKind.SETTLE: to_say("the agreed view"),
    UndoKind.REASON: to_say("why people are missing"),
    UndoKind.NOTE_ADDED: to_say("the new note"),
    UndoKind.NOTE_CHANGED: to_say("the change of a note"),
    UndoKind.NOTE_REMOVED: to_say("removing a note"),
    UndoKind.NOTE_OFF_PAPER: to_say("keeping a note off paper"),
    UndoKind.NOTE_ON_PAPER: to_say("printing a note"),
    UndoKind.STEP_TAKEN: to_say("the new next step"),
    UndoKind.STEP_CHANGED: to_say("the change of a next step"),
    UndoKind.STEP_DROPPED: to_say("removing a next step"),
    UndoKind.STEP_MOVED: to_say("moving a next step"),
    UndoKind.STEPS_MERGED: to_say("merging two next steps"),
    UndoKind.FIST: to_say("the fist to five"),
    UndoKind.HEADLINE: to_say("the change of our one commitment"),
    UndoKind.REVIEW: to_say("the day of the review"),
    UndoKind.PEOPLE: to_say("the change of people in the room"),
    UndoKind.BEFOREHAND: to_say("the answers from beforehand"),
    UndoKind.PROGRESS: to_say("what became of a commitment"),
    UndoKind.WORKSHOP_DELETED: to_say("deleting the workshop"),
    UndoKind.WORKSHOPS_DELETED: to_say("deleting the workshops"),
    UndoKind.WORKSHOPS_ARCHIVED: to_say("archiving the workshops"),
    UndoKind.WORKSHOPS_TAKEN_BACK: to_say("taking the workshops out of the archive"),
    UndoKind.WORKSHOP_REPLACED: to_say("replacing the workshop"),
    UndoKind.FRAMEWORK_DELETED: to_say("deleting the framework"),
}
_NAMED = {
    UndoKind.SETTLE: to_say("agreed view: {about}"),
    UndoKind.NOTE_ADDED: to_say("new note “{about}”"),
    UndoKind.NOTE_CHANGED: to_say("change of the note “{about}”"),
    UndoKind.NOTE_REMOVED: to_say("removing the note “{about}”"),
    UndoKind.NOTE_OFF_PAPER: to_say("keeping “{about}” off paper"),
    UndoKind.NOTE_ON_PAPER: to_say("printing “{about}”"),
    UndoKind.STEP_TAKEN: to_say("new next step “{about}”"),
    UndoKind.STEP_CHANGED: to_say("change of “{about}”"),
    UndoKind.STEP_DROPPED: to_say("removing “{about}”"),
    UndoKind.STEP_MOVED: to_say("moving “{about}”"),
    UndoKind.STEPS_MERGED: to_say("merging into “{about}”"),
    UndoKind.BEFOREHAND: to_say("answers from beforehand in “{about}”"),
    UndoKind.PROGRESS: to_say("what became of “{about}”"),
    UndoKind.WORKSHOP_DELETED: to_say("deleting “{about}”"),
    UndoKind.WORKSHOPS_ARCHIVED: to_say("archiving “{about}”"),
    UndoKind.WORKSHOPS_TAKEN_BACK: to_say("taking “{about}” out of the archive"),
    UndoKind.WORKSHOP_REPLACED: to_say("replacing “{about}”"),
    UndoKind.FRAMEWORK_DELETED: to_say("deleting “{about}”"),
}


def undo_words(undo: Undo) -> str:
    """Return words such as "new note “One budget…”"."""
    about = _short(" ".join(undo.about.split()))
    if about and undo.kind in _NAMED:
        return said(Phrase(_NAMED[undo.kind], fields={"about": about}))
    return said(_PLAIN[undo.kind])


def act_words(undo: Undo, where: str, at: str, workshop: Workshop) -> str:
    """Return what was done, where and when: "Agreed view: 4 · Keep promises · 10:34"."""
    what = undo_words(undo)
    parts = (what[:1].upper() + what[1:], place_words(where, workshop), at)
    return " · ".join(part for part in parts if part)


def place_words(where: str, workshop: Workshop) -> str:
    """Return what the page of a step is called, "" outside of the day."""
    step = next((one for one in workshop.steps if one.key == where), None)
    if step is None:
        return ""
    if step.kind is StepKind.STATEMENT:
        return workshop.framework.statement(step.subject).name
    return step_name(workshop.framework, step)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
