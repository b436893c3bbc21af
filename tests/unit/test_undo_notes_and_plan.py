"""What is noted, taken on, changed, moved or dropped can be taken back, one act after another."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.application.notes import Notes
from desktop_app.application.outcome import Outcome
from desktop_app.application.planning import Planning, Wording, open_recommendations
from desktop_app.application.undo import UndoStack
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.undo import UndoKind

from .builders import make_record, make_round
from .fakes import FakeLibrary, Ids

T1 = Step(StepKind.STATEMENT, "T1")


class Room:
    """A library with its services and a stack of what can be taken back."""

    def __init__(self) -> None:
        self.library = FakeLibrary(make_record(make_round("T1", (6, 4, 2, 0, 0))))
        ids = Ids()
        self.notes, self.planning = Notes(self.library, ids), Planning(self.library, ids)
        self.stack = UndoStack()

    def did(self, outcome: Outcome[str] | Outcome[None]) -> str:
        assert outcome.undo is not None
        self.stack.push(outcome.undo)
        return outcome.value or ""

    def state(self) -> object:
        record = self.library.record()
        notes = tuple(sorted(record.notes, key=lambda n: n.id))
        return notes, record.commitments, record.workshop.headline, record.workshop.review_on


def test_a_whole_afternoon_is_taken_back_step_by_step() -> None:
    room = Room()
    states = [room.state()]

    def then(outcome: Outcome[str] | Outcome[None]) -> str:
        value = room.did(outcome)
        states.append(room.state())
        return value

    note = then(room.notes.add("w1", T1, NoteKind.IDEA, "One budget"))
    then(room.notes.edit(room.library.record().notes[0], NoteKind.BARRIER, "No budget"))
    then(room.notes.switch_paper(room.library.record().notes[0]))
    assert [n.on_paper for n in room.library.record().notes] == [False]
    then(room.notes.switch_paper(room.library.record().notes[0]))
    then(room.notes.delete("w1", note))
    first = then(room.planning.take("w1", open_recommendations(room.library.record())[0]))
    then(room.planning.add_own("w1", Wording("Our own")))
    then(room.planning.move("w1", first, 1))
    then(room.planning.edit(room.library.record().commitments[0], Wording("Ours", "Chair")))
    then(room.planning.drop("w1", first))
    then(room.planning.set_headline("w1", "By June", ""))
    then(room.planning.set_review("w1", date(2027, 11, 12)))
    for before in states[-2::-1]:
        assert room.stack.undo() is not Changes.NONE
        assert room.state() == before
    assert room.stack.undo() is Changes.NONE


@pytest.mark.parametrize("kind", [UndoKind.NOTE_ADDED, UndoKind.STEP_TAKEN])
def test_what_is_gone_already_does_not_block_what_came_before(kind: UndoKind) -> None:
    room = Room()
    room.did(room.planning.set_headline("w1", "By June", ""))
    if kind is UndoKind.NOTE_ADDED:
        made = room.did(room.notes.add("w1", T1, NoteKind.IDEA, "One budget"))
        room.notes.delete("w1", made)
    else:
        made = room.did(room.planning.add_own("w1", Wording("Our own")))
        room.planning.drop("w1", made)
    with pytest.raises(NotFound):
        room.stack.undo()
    room.stack.undo()
    assert room.library.record().workshop.headline == ""


def test_the_label_says_what_it_was_about() -> None:
    room = Room()
    room.did(room.notes.add("w1", T1, NoteKind.IDEA, "One budget"))
    assert room.stack.last is not None
    assert (room.stack.last.kind, room.stack.last.about) == (UndoKind.NOTE_ADDED, "One budget")
