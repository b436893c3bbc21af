"""The commands of notes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.application.notes import Notes
from desktop_app.domain.plan import Note, NoteKind

from .room import Room


class Noting(QObject):
    """Add, edit, remove."""

    def __init__(self, room: Room, notes: Notes) -> None:
        super().__init__(room)
        self._room = room
        self._notes = notes

    def add(self, kind: NoteKind, text: str) -> bool:
        """Keep what was said at the current step; return whether it is kept."""
        room = self._room
        return room.run(self._notes.add, room.workshop_id, room.step, kind, text) is not None

    def edit(self, note: Note, kind: NoteKind, text: str) -> None:
        """Change a note's kind or words."""
        self._room.run(self._notes.edit, note, kind, text)

    def switch_paper(self, note: Note) -> None:
        """Keep a note off all documents, or let them print it again."""
        self._room.run(self._notes.switch_paper, note)

    def remove(self, note: Note) -> None:
        """Remove a note."""
        self._room.run(self._notes.delete, self._room.workshop_id, note.id)
