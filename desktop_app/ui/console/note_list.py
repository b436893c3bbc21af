"""The notes of a step under one another; knows no session and stores nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from desktop_app.domain.plan import Note, NoteKind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.kept_focus import bring_into_view
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

AT_ONCE = 12
"""Cards that are built in one go, more than fit beside the page: a day's notes may be thousands."""
AHEAD = 2
"""How many heights of the list are built below what is in sight, for Tab and a quick scroll."""


class NoteCard(QFrame):
    """One note with its kind.

    Signals:
        edit_requested(Note), remove_requested(Note), show_requested(Note): the facilitator wants
        to; what is shown on the stage already goes on or is taken off.
        paper_requested(Note): papers shall print this note, or no longer.
    """

    edit_requested = Signal(object)
    remove_requested = Signal(object)
    show_requested = Signal(object)
    paper_requested = Signal(object)

    def __init__(self, note: Note, kind_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        self.setProperty("role", "card")
        layout = column(self, spacing=2, margin=10)
        layout.addWidget(label(_head(note, kind_name), "small"))
        ways = Flow(spacing=4)
        self._show = button(say("Show"), "small")
        self._show.setCheckable(True)
        paper = self._paper_button()
        edit, remove = button(say("Edit"), "small"), button(say("Remove"), "small")
        for one in (self._show, paper, edit, remove):
            one.setAccessibleDescription(note.text)
            ways.addWidget(one)
        layout.addWidget(label(note.text))
        layout.addLayout(ways)
        self._show.clicked.connect(self._tell_show)
        paper.clicked.connect(self._tell_paper)
        edit.clicked.connect(self._tell_edit)
        remove.clicked.connect(self._tell_remove)

    def _paper_button(self) -> QPushButton:
        """Return the button that keeps the note off paper, pressed where it is kept off."""
        made = button(say("Off paper"), "small")
        made.setToolTip(say("No document and no file of data has the words of this note"))
        made.setAccessibleName(say("Keep off paper"))
        made.setCheckable(True)
        made.setChecked(not self.note.on_paper)
        return made

    def mark_shown(self, note_id: str) -> None:
        """Say whether the room sees this note now."""
        shown = self.note.id == note_id
        self._show.setChecked(shown)
        self._show.setText(say("Take off") if shown else say("Show"))
        name = say("Take off the stage") if shown else say("Show the room")
        self._show.setAccessibleName(name)

    def _tell_show(self) -> None:
        self.show_requested.emit(self.note)

    def _tell_paper(self) -> None:
        self.paper_requested.emit(self.note)

    def _tell_edit(self) -> None:
        self.edit_requested.emit(self.note)

    def _tell_remove(self) -> None:
        self.remove_requested.emit(self.note)


def _head(note: Note, kind_name: str) -> str:
    """Return the kind of a note, and that it is not printed where it is not."""
    return kind_name if note.on_paper else say("{kind}, not on paper", kind=kind_name)


class NoteList(QScrollArea):
    """Cards of notes; those further down are built as they are scrolled to.

    Signals:
        edit_requested(Note), remove_requested(Note), show_requested(Note), paper_requested(Note):
        ask about this note.
    """

    edit_requested = Signal(object)
    remove_requested = Signal(object)
    show_requested = Signal(object)
    paper_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()
        self._waiting: tuple[Note, ...] = ()
        self._names: Mapping[NoteKind, str] = {}
        self._shown = ""
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        outer = column(inner, spacing=8)
        self._cards = column(spacing=8)
        outer.addLayout(self._cards)
        outer.addStretch(1)
        self.setWidget(inner)
        # The range changes once the cards are laid out, and with the height of the window.
        self.verticalScrollBar().valueChanged.connect(self._build_on)
        self.verticalScrollBar().rangeChanged.connect(self._build_on)

    def show_notes(self, notes: tuple[Note, ...], names: Mapping[NoteKind, str]) -> None:
        """Show these notes, each under the name of its kind."""
        if notes == self._notes:
            return
        before, self._notes, self._waiting = self._notes, notes, ()
        self._names = names
        clear(self._cards)  # which scrolls, so that nothing must wait to be built meanwhile
        self._waiting = notes
        self._add_some()
        self._keep_in_sight(before)

    def _keep_in_sight(self, before: tuple[Note, ...]) -> None:
        """Show a note that was added, stay where one was changed, begin anew with another step."""
        known, now = {note.id for note in before}, {note.id for note in self._notes}
        added = [card for card in self._built() if card.note.id not in known]
        if len(added) == 1 and known and known < now:
            bring_into_view(added[0])
        elif not known & now:
            self.verticalScrollBar().setValue(0)

    def show_newest(self) -> None:
        """Bring the note that was written last into sight, with the list around it."""
        newest = next((card for card in self._built() if card.note == self._notes[-1]), None)
        if newest is not None:
            bring_into_view(newest)

    def mark_shown(self, note_id: str) -> None:
        """Say which note the room sees now, "" for none."""
        self._shown = note_id
        for card in self._built():
            card.mark_shown(note_id)

    def _built(self) -> Iterator[NoteCard]:
        items = (self._cards.itemAt(place) for place in range(self._cards.count()))
        cards = (item.widget() for item in items if item is not None)
        return (card for card in cards if isinstance(card, NoteCard))

    def _build_on(self) -> None:
        bar = self.verticalScrollBar()
        if self._waiting and bar.value() + AHEAD * bar.pageStep() >= bar.maximum():
            self._add_some()

    def _add_some(self) -> None:
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for note in now:
            card = NoteCard(note, self._names[note.kind])
            card.edit_requested.connect(self.edit_requested)
            card.remove_requested.connect(self.remove_requested)
            card.show_requested.connect(self.show_requested)
            card.paper_requested.connect(self.paper_requested)
            card.mark_shown(self._shown)
            self._cards.addWidget(card)
