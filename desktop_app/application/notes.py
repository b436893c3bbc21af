"""Use cases of notes: what was said, without names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import ChangedElsewhere, InputProblem, NotFound
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import WorkshopRecord

from .outcome import Outcome, done

MAX_NOTE = 10_000


class Notes:
    """Keep what people say beside the statement or action they say it on."""

    def __init__(self, library: Library, new_id: Callable[[], str]) -> None:
        self._library = library
        self._new_id = new_id

    def add(self, workshop_id: str, step: Step, kind: NoteKind, text: str) -> Outcome[str]:
        """File a note at a step; give its id."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
            note = _at_step(Note(self._new_id(), workshop_id, kind, _checked(text)), record, step)
            work.save_note(note)
            work.commit()
        back, again = partial(self._take_away, note.id), partial(self._put_back, note)
        undo = Undo(UndoKind.NOTE_ADDED, back, note.text, again)
        return Outcome(Changes.NOTES, note.id, undo)

    def edit(self, note: Note, kind: NoteKind, text: str) -> Outcome[None]:
        """Change the kind or words of a note as it was shown.

        Raise NotFound where it was removed meanwhile, ChangedElsewhere where it reads otherwise.
        """
        words = _checked(text)
        with self._library.writing() as work:
            before = _kept(work, note.workshop_id, note.id)
            if (before.kind, before.text) != (note.kind, note.text):
                raise ChangedElsewhere
            work.save_note(replace(before, kind=kind, text=words))
            work.commit()
        back = partial(self._put_back, before)
        return done(Changes.NOTES, Undo(UndoKind.NOTE_CHANGED, back, before.text))

    def delete(self, workshop_id: str, note_id: str) -> Outcome[None]:
        """Remove a note."""
        with self._library.writing() as work:
            note = _kept(work, workshop_id, note_id)
            work.delete_note(note_id)
            work.commit()
        return done(
            Changes.NOTES, Undo(UndoKind.NOTE_REMOVED, partial(self._put_back, note), note.text)
        )

    def switch_paper(self, note: Note) -> Outcome[None]:
        """Keep a note off all documents, or let them print it: the other than it was shown with."""
        on_paper = not note.on_paper
        with self._library.writing() as work:
            before = _kept(work, note.workshop_id, note.id)
            work.save_note(replace(before, on_paper=on_paper))
            work.commit()
        kind = UndoKind.NOTE_ON_PAPER if on_paper else UndoKind.NOTE_OFF_PAPER
        back = partial(self._put_back, before)
        return done(Changes.NOTES, Undo(kind, back, before.text))

    def _put_back(self, note: Note) -> Changes:
        with self._library.writing() as work:
            work.save_note(note)
            work.commit()
        return Changes.NOTES

    def _take_away(self, note_id: str) -> Changes:
        with self._library.writing() as work:
            work.delete_note(note_id)
            work.commit()
        return Changes.NOTES


def notes_at(record: WorkshopRecord, step: Step) -> tuple[Note, ...]:
    """Return the notes that belong to a step; a step without its own shows the parked ones."""
    if step.kind is StepKind.STATEMENT:
        return tuple(n for n in record.notes if n.statement_id == step.subject)
    if step.kind is StepKind.ACTION:
        return tuple(n for n in record.notes if n.action_id == step.subject)
    return tuple(
        n
        for n in record.notes
        if n.kind is NoteKind.PARKED or (n.statement_id is None and n.action_id is None)
    )


def _kept(work: Work, workshop_id: str, note_id: str) -> Note:
    for note in work.record(workshop_id).notes:
        if note.id == note_id:
            return note
    raise NotFound("This note is no longer there.")


def _at_step(note: Note, record: WorkshopRecord, step: Step) -> Note:
    if step.kind is StepKind.STATEMENT:
        latest = record.latest_round(step.subject)
        return replace(note, statement_id=step.subject, ordinal=latest.ordinal if latest else None)
    if step.kind is StepKind.ACTION:
        return replace(note, action_id=step.subject)
    return note


def _checked(text: str) -> str:
    words = text.strip()
    if not words:
        raise InputProblem("The note is empty. Type what was said, without names.")
    if len(words) > MAX_NOTE:
        raise InputProblem(
            "The note is longer than {limit} characters. Shorten it.", limit=MAX_NOTE
        )
    return words
