"""The scenes of one note that the facilitator chose for the room to see."""

from __future__ import annotations

from desktop_app.domain.plan import Note
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.names import note_kind_name
from desktop_app.words.speech import say

from .aside_scenes import NoteShown
from .door import in_its_language
from .marks import mark
from .screens import Shape, text_screens

LINES = 9


@in_its_language
def note_scenes(record: WorkshopRecord, note_id: str, shape: Shape) -> tuple[NoteShown, ...]:
    """Return a note in as many scenes as its words need; none where it was removed."""
    note = next((one for one in record.notes if one.id == note_id), None)
    if note is None:
        return ()
    parts = text_screens(note.text, shape, LINES)
    return tuple(
        NoteShown(_kicker(record, note, place, len(parts)), part, mark(record.workshop))
        for place, part in enumerate(parts, start=1)
    )


def _kicker(record: WorkshopRecord, note: Note, place: int, count: int) -> str:
    framework = record.workshop.framework
    about = ""
    if note.statement_id:
        statement = framework.statement(note.statement_id)
        about = statement.name
    elif note.action_id:
        about = framework.action(note.action_id).short_title
    part = say("screen {n} of {total}", n=place, total=count) if count > 1 else ""
    return "  ·  ".join(text for text in (note_kind_name(note.kind), about, part) if text)
