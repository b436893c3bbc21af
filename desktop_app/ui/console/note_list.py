"""The notes of a step under one another; knows no session and stores nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.domain.plan import Note, NoteKind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.kept_focus import bring_into_view
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

AT_ONCE = 12
"""Cards that are built in one go, more than fit beside the page: a day's notes may be thousands."""
MOST_TURNED = 2 * AT_ONCE
"""Cards that a step's notes are shown on after another's; what was scrolled to beyond goes."""
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
        self.setProperty("role", "card")
        layout = column(self, spacing=2, margin=10)
        self._head, self._words = label(role="small"), label()
        layout.addWidget(self._head)
        layout.addWidget(self._words)
        layout.addLayout(self._build_ways())
        self.show_note(note, kind_name)
        self._show.clicked.connect(self._tell_show)
        self._paper.clicked.connect(self._tell_paper)
        self._edit.clicked.connect(self._tell_edit)
        self._remove.clicked.connect(self._tell_remove)

    def _build_ways(self) -> Flow:
        ways = Flow(spacing=4)
        self._show, self._paper = button(say("Show"), "small"), button(say("Off paper"), "small")
        self._edit, self._remove = button(say("Edit"), "small"), button(say("Remove"), "small")
        self._show.setCheckable(True)
        self._paper.setCheckable(True)
        self._paper.setToolTip(say("No document and no file of data has the words of this note"))
        self._paper.setAccessibleName(say("Keep off paper"))
        self._ways = (self._show, self._paper, self._edit, self._remove)
        for one in self._ways:
            ways.addWidget(one)
        return ways

    def show_note(self, note: Note, kind_name: str) -> None:
        """Show this note from now on; its button is pressed where it is kept off paper."""
        self.note = note
        self._head.setText(_head(note, kind_name))
        self._words.setText(note.text)
        self._paper.setChecked(not note.on_paper)
        for one in self._ways:
            one.setAccessibleDescription(note.text)

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
        self._inner = QWidget()
        outer = column(self._inner, spacing=8)
        self._cards = column(spacing=8)
        outer.addLayout(self._cards)
        outer.addStretch(1)
        self.setWidget(self._inner)
        # The range changes once the cards are laid out, and with the height of the window.
        self.verticalScrollBar().valueChanged.connect(self._build_on)
        self.verticalScrollBar().rangeChanged.connect(self._build_on)

    def show_notes(self, notes: tuple[Note, ...], names: Mapping[NoteKind, str]) -> None:
        """Show these notes, each under the name of its kind."""
        if notes == self._notes:
            return
        before, self._notes, self._waiting = self._notes, notes, ()
        self._names = names
        if self._has_keys():  # each note has its own card, so that the keys stay with it
            clear(self._cards)  # which scrolls, so that nothing must wait to be built meanwhile
        self._inner.setVisible(bool(notes))  # the cards stay for the next step that has notes
        # Qt does not look at the room of what is hidden, and would leave the bar.
        bar = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if notes else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(bar)
        if notes:
            kept = self._turn_over(notes)
            self._waiting = notes[kept:]
            self._add_some(AT_ONCE - kept)
        self._keep_in_sight(before)

    def _has_keys(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _turn_over(self, notes: tuple[Note, ...]) -> int:
        """Show notes on the cards that are there, in their order; return on how many."""
        cards = list(self._built())
        kept = min(len(cards), MOST_TURNED, len(notes))
        for card, note in zip(cards[:kept], notes[:kept], strict=True):
            card.show_note(note, self._names[note.kind])
            card.mark_shown(self._shown)
        for card in cards[kept:]:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        return kept

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

    def _add_some(self, most: int = AT_ONCE) -> None:
        now, self._waiting = self._waiting[: max(0, most)], self._waiting[max(0, most) :]
        for note in now:
            card = NoteCard(note, self._names[note.kind])
            card.edit_requested.connect(self.edit_requested)
            card.remove_requested.connect(self.remove_requested)
            card.show_requested.connect(self.show_requested)
            card.paper_requested.connect(self.paper_requested)
            card.mark_shown(self._shown)
            self._cards.addWidget(card)
