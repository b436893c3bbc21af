"""Notes: filed where they were said, checked, changed and removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.application.notes import MAX_NOTE, Notes, notes_at
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import InputProblem, NotFound
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind

from .builders import make_record, make_round
from .fakes import FakeLibrary, Ids

T1 = Step(StepKind.STATEMENT, "T1")
ACTION_T = Step(StepKind.ACTION, "T")
OVERVIEW = Step(StepKind.OVERVIEW)


def a_library() -> FakeLibrary:
    first = make_round("T1", (0, 0, 5, 0, 0))
    second = make_round("T1", (0, 0, 5, 0, 0), ordinal=2, state=RoundState.OPEN)
    return FakeLibrary(make_record(first, second))


@pytest.mark.parametrize(
    ("step", "statement", "action", "ordinal"),
    [
        (T1, "T1", None, 2),
        (Step(StepKind.STATEMENT, "T2"), "T2", None, None),
        (ACTION_T, None, "T", None),
        (OVERVIEW, None, None, None),
        (Step(StepKind.WELCOME), None, None, None),
    ],
)
def test_a_note_is_filed_where_it_was_said(
    step: Step, statement: str | None, action: str | None, ordinal: int | None
) -> None:
    library = a_library()
    outcome = Notes(library, Ids()).add("w1", step, NoteKind.BARRIER, " Ŵyth people \n left ")
    assert (outcome.changes, outcome.value) == (Changes.NOTES, "new1")
    assert library.record().notes == (
        Note("new1", "w1", NoteKind.BARRIER, "Ŵyth people \n left", statement, action, ordinal),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "The note is empty"), (" \n\t", "The note is empty"),
     ("x" * (MAX_NOTE + 1), "longer than 10000 characters")],
)  # fmt: skip
def test_what_cannot_be_kept_is_said(text: str, sentence: str) -> None:
    library = a_library()
    notes = Notes(library, Ids())
    kept = Note(notes.add("w1", T1, NoteKind.IDEA, "x" * MAX_NOTE).value, "w1", NoteKind.IDEA, "")
    before = library.record().notes
    for call in (
        lambda: notes.add("w1", T1, NoteKind.IDEA, text),
        lambda: notes.edit(kept, NoteKind.IDEA, text),
    ):
        with pytest.raises(InputProblem, match=sentence):
            call()
    assert library.record().notes == before


def test_kind_and_words_change_in_their_place() -> None:
    library = a_library()
    notes = Notes(library, Ids())
    for text in ("one", "two"):
        notes.add("w1", T1, NoteKind.IDEA, text)
    first, second = library.record().notes
    assert notes.edit(first, NoteKind.PARKED, " later ").changes == Changes.NOTES
    assert library.record().notes == (replace(first, kind=NoteKind.PARKED, text="later"), second)


def test_changing_a_removed_note_does_not_bring_it_back() -> None:
    library = a_library()
    notes = Notes(library, Ids())
    notes.add("w1", T1, NoteKind.IDEA, "Meet less")
    (note,) = library.record().notes
    notes.delete("w1", note.id)
    with pytest.raises(NotFound, match="no longer there"):
        notes.edit(note, NoteKind.IDEA, "Meet more")
    assert library.record().notes == ()


def test_a_removed_note_is_gone() -> None:
    library = a_library()
    notes = Notes(library, Ids())
    key = notes.add("w1", T1, NoteKind.IDEA, "one").value
    assert notes.delete("w1", key).changes == Changes.NOTES
    assert library.record().notes == ()
    with pytest.raises(NotFound):
        notes.delete("w1", key)
    with pytest.raises(NotFound):
        notes.add("gone", T1, NoteKind.IDEA, "one")


def test_each_step_shows_its_own_notes_and_the_others_what_is_parked() -> None:
    library = a_library()
    notes = Notes(library, Ids())
    for step, kind, text in (
        (T1, NoteKind.IDEA, "on T1"),
        (T1, NoteKind.PARKED, "parked on T1"),
        (ACTION_T, NoteKind.QUOTE, "on action T"),
        (OVERVIEW, NoteKind.EVIDENCE, "on all"),
    ):
        notes.add("w1", step, kind, text)
    record = library.record()
    shown = {step: [n.text for n in notes_at(record, step)] for step in (T1, ACTION_T, OVERVIEW)}
    assert shown == {
        T1: ["on T1", "parked on T1"],
        ACTION_T: ["on action T"],
        OVERVIEW: ["parked on T1", "on all"],
    }
    assert notes_at(record, Step(StepKind.CLOSE)) == notes_at(record, OVERVIEW)
    assert notes_at(record, Step(StepKind.STATEMENT, "A1")) == ()
