"""What can be taken back, in words for a button; knows no stack and no service."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.application.undo import Undo, UndoKind

LONGEST = 40


def undo_words(undo: Undo) -> str:
    """Return words such as "note “One budget…” added"."""
    about = _short(" ".join(undo.about.split()))
    template = _template(undo.kind, named=bool(about))
    return template.format(about=about)


def _template(kind: UndoKind, *, named: bool) -> str:
    translate = QCoreApplication.translate
    plain = {
        UndoKind.REVEAL: translate("Undo", "the reveal"),
        UndoKind.CLOSE: translate("Undo", "closing the vote"),
        UndoKind.TALLY: translate("Undo", "the counted hands"),
        UndoKind.DISCARD: translate("Undo", "discarding the vote"),
        UndoKind.SETTLE: translate("Undo", "the agreed view"),
        UndoKind.NOTE_ADDED: translate("Undo", "the new note"),
        UndoKind.NOTE_CHANGED: translate("Undo", "the change of a note"),
        UndoKind.NOTE_REMOVED: translate("Undo", "removing a note"),
        UndoKind.STEP_TAKEN: translate("Undo", "the new next step"),
        UndoKind.STEP_CHANGED: translate("Undo", "the change of a next step"),
        UndoKind.STEP_DROPPED: translate("Undo", "removing a next step"),
        UndoKind.STEP_MOVED: translate("Undo", "moving a next step"),
        UndoKind.STEPS_MERGED: translate("Undo", "merging two next steps"),
        UndoKind.FIST: translate("Undo", "the fist to five"),
        UndoKind.HEADLINE: translate("Undo", "the change of our one commitment"),
        UndoKind.REVIEW: translate("Undo", "the day of the review"),
        UndoKind.PEOPLE: translate("Undo", "the change of people in the room"),
        UndoKind.WORKSHOP_DELETED: translate("Undo", "deleting the workshop"),
        UndoKind.FRAMEWORK_DELETED: translate("Undo", "deleting the framework"),
    }
    about = {
        UndoKind.NOTE_ADDED: translate("Undo", "new note “{about}”"),
        UndoKind.NOTE_CHANGED: translate("Undo", "change of the note “{about}”"),
        UndoKind.NOTE_REMOVED: translate("Undo", "removing the note “{about}”"),
        UndoKind.STEP_TAKEN: translate("Undo", "new next step “{about}”"),
        UndoKind.STEP_CHANGED: translate("Undo", "change of “{about}”"),
        UndoKind.STEP_DROPPED: translate("Undo", "removing “{about}”"),
        UndoKind.STEP_MOVED: translate("Undo", "moving “{about}”"),
        UndoKind.STEPS_MERGED: translate("Undo", "merging into “{about}”"),
        UndoKind.WORKSHOP_DELETED: translate("Undo", "deleting “{about}”"),
        UndoKind.FRAMEWORK_DELETED: translate("Undo", "deleting “{about}”"),
    }
    if named and kind in about:
        return about[kind]
    return plain[kind]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
