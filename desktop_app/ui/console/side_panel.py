"""Beside the page: what the room sees now, notes, and what to say; private to the console."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.application.notes import notes_at
from desktop_app.application.room_words import script
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.steps import StepKind
from desktop_app.ui.console.session import Session
from desktop_app.ui.stage.preview import StagePreview
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import button, label


class NoteCard(QFrame):
    """One note with its kind.

    Signals:
        edit_requested(Note), remove_requested(Note): the facilitator wants to.
    """

    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, note: Note, kind_name: str) -> None:
        super().__init__()
        self._note = note
        self.setProperty("role", "card")
        layout = column(self, spacing=2, margin=10)
        head = row(spacing=4)
        head.addWidget(label(kind_name, "small"), 1)
        edit = button(self.tr("Edit"), "small")
        edit.setAccessibleDescription(note.text)
        remove = button(self.tr("Remove"), "small")
        remove.setAccessibleDescription(note.text)
        head.addWidget(edit)
        head.addWidget(remove)
        layout.addLayout(head)
        layout.addWidget(label(note.text))
        edit.clicked.connect(self._tell_edit)
        remove.clicked.connect(self._tell_remove)

    def _tell_edit(self) -> None:
        self.edit_requested.emit(self._note)

    def _tell_remove(self) -> None:
        self.remove_requested.emit(self._note)


class SidePanel(QFrame):
    """Preview, notes and script.

    Signals:
        note_edit_requested(Note), note_remove_requested(Note): ask about this note.
    """

    note_edit_requested = Signal(object)
    note_remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.setProperty("role", "side")
        layout = column(self, spacing=8, margin=16)
        layout.addWidget(label(self.tr("What the room sees now"), "small"))
        self.preview = StagePreview()
        layout.addWidget(self.preview)
        self._room_state = label(role="small")
        layout.addWidget(self._room_state)
        self._script = label()
        layout.addWidget(self._script)
        layout.addSpacing(4)
        self._heading = label(role="small")
        layout.addWidget(self._heading)
        layout.addWidget(self._build_notes(), 1)
        layout.addLayout(self._build_entry())
        self._entry.returnPressed.connect(self._file)

    def _build_notes(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        outer = column(inner, spacing=8)
        self._notes = column(spacing=8)
        outer.addLayout(self._notes)
        outer.addStretch(1)
        area.setWidget(inner)
        return area

    def _build_entry(self) -> QVBoxLayout:
        self._kinds = {
            NoteKind.EVIDENCE: self.tr("Evidence"),
            NoteKind.BARRIER: self.tr("Barrier"),
            NoteKind.IDEA: self.tr("Idea"),
            NoteKind.QUOTE: self.tr("Quote"),
            NoteKind.PARKED: self.tr("Parked"),
        }
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Kind of note"))
        for kind, name in self._kinds.items():
            self._kind.addItem(name, kind)
        self._entry = QLineEdit()
        self._entry.setPlaceholderText(self.tr("Type a note, then Enter. No names."))
        self._entry.setAccessibleName(self.tr("New note, no names"))
        lines = column(spacing=6)
        lines.addWidget(self._kind)
        lines.addWidget(self._entry)
        return lines

    def show_session(self, session: Session) -> None:
        """Show the notes and the script of the session's step."""
        self._session = session
        workshop = session.record.workshop
        round_ = session.round
        words = script(session.step.kind, round_.channel if round_ else workshop.channel)
        self._script.setText(
            self.tr("Say: “{say}”\nWatch for {watch}").format(say=words.say, watch=words.watch)
        )
        self._heading.setText(self._heading_for(session.step.kind))
        self._show_notes(notes_at(session.record, session.step))

    def show_room(self, text: str) -> None:
        """Say where the stage is: on the projector, on this screen, hidden."""
        self._room_state.setText(text)

    def focus_note(self) -> None:
        """Put the keyboard where a note is typed."""
        self._entry.setFocus()

    def _heading_for(self, kind: StepKind) -> str:
        if kind is StepKind.STATEMENT:
            return self.tr("Notes on this statement")
        if kind is StepKind.ACTION:
            return self.tr("Notes on this action")
        return self.tr("Parked points and other notes")

    def _show_notes(self, notes: tuple[Note, ...]) -> None:
        clear(self._notes)
        for note in notes:
            card = NoteCard(note, self._kinds[note.kind])
            card.edit_requested.connect(self.note_edit_requested)
            card.remove_requested.connect(self.note_remove_requested)
            self._notes.addWidget(card)

    def _file(self) -> None:
        text = self._entry.text()
        if self._session is None or not text.strip():
            return
        session, kind = self._session, self._kind.currentData()
        add = session.services.notes.add
        if session.run(add, session.workshop_id, session.step, kind, text) is not None:
            self._entry.clear()
