"""Where a note is typed: N and the kind's first letter open it, Enter files it.

Alt and a number change the kind while typing. Knows no session and no service.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop_app.domain.plan import NoteKind
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.spoken_name import name_list
from desktop_app.words.names import note_kind_name
from desktop_app.words.speech import say

_ALT = Qt.KeyboardModifier.AltModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_LEAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class KindBox(QComboBox):
    """The kind of a note; a small first letter chooses, any other key goes on to the words.

    A capital begins the words: what is said often begins with an E, B, I, Q or P as well.

    Signals:
        decided(str): the kind stands; the text typed already, or "".
    """

    decided = Signal(object)

    def __init__(self, letters: dict[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.modifiers() & (_COMMANDS | _ALT):
            super().keyPressEvent(event)
        elif text in self._letters:
            self.setCurrentIndex(self._letters[text])
            self.decided.emit("")
        elif event.key() in _LEAVE or text == "n":
            self.decided.emit("")
        elif text and text.isprintable():
            self.decided.emit(text)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep single letters for the kind: the console has commands on some of them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & (_COMMANDS | _ALT)
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().event(event)


class NoteEdit(QLineEdit):
    """The words of a note.

    Signals:
        kind_chosen(int): Alt and a number asked for the kind at this place.
        left(): Escape was pressed.
    """

    kind_chosen = Signal(object)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the console while there is nothing typed to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._place(event) is not None:
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._place(event)
        if place is not None:
            self.kind_chosen.emit(place)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _place(self, event: QKeyEvent) -> int | None:
        digit = event.key() - Qt.Key.Key_1
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT
        return digit if alone and 0 <= digit < len(NoteKind) else None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A note half typed."""

    kind: int = 0
    words: str = ""


class NoteLine(QWidget):
    """Kind and words of a new note, and what it is about.

    Half a note stays where it was begun, and is there again when that is come back to.

    Signals:
        filed(NoteKind, str): Enter was pressed on some words; `taken` empties the line.
        left(): the keyboard shall go back to the page.
    """

    filed = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {kind: note_kind_name(kind) for kind in NoteKind}
        self._place: Hashable = None
        self._drafts: dict[Hashable, _Draft] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        lines = column(self, spacing=6)
        keys = _letters(self._names.values())
        self._kind = KindBox({key.lower(): place for place, key in enumerate(keys)})
        name_list(self._kind, say("Kind of note"))
        for kind, name in self._names.items():
            self._kind.addItem(name, kind)
        hint = say(
            "N, then {letters} choose the kind; Alt and 1 to 5 while typing.",
            letters=", ".join(keys),
        )
        self._kind.setToolTip(hint)
        self._kind.setAccessibleDescription(hint)
        self._words = NoteEdit()
        asked = say("Type a note, then Enter. No names.")
        self._words.setPlaceholderText(asked)
        self._words.setToolTip(asked)
        self._words.setAccessibleName(say("New note, no names"))
        self._about = OneLine(role="small")
        above = row(spacing=8)
        above.addWidget(self._kind)
        above.addWidget(self._about, 1)
        lines.addLayout(above)
        lines.addWidget(self._words)

    def _connect(self) -> None:
        self._kind.decided.connect(self._go_on)
        self._words.kind_chosen.connect(self._kind.setCurrentIndex)
        self._words.returnPressed.connect(self._file)
        self._words.left.connect(self.left)

    @property
    def names(self) -> dict[NoteKind, str]:
        """Return the kinds' names."""
        return self._names

    def choose_kind(self) -> None:
        """Put the keyboard where the kind is chosen by a letter; other keys begin the words."""
        self._kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self) -> None:
        """Put the keyboard where the words are typed."""
        self._words.setFocus()

    def taken(self) -> None:
        """Empty the line for the next note; what was filed is taken back by the console."""
        self._show(_Draft())

    def stand_at(self, place: Hashable, about: str) -> None:
        """Show what was typed at a place before; `about` says what a note there is about."""
        self._about.say(about)
        self._words.setAccessibleDescription(about)
        if place != self._place:
            self._drafts[self._place] = self._draft
            self._place = place
            self._show(self._drafts.pop(place, _Draft()))

    @property
    def _draft(self) -> _Draft:
        return _Draft(self._kind.currentIndex(), self._words.text())

    def _show(self, draft: _Draft) -> None:
        self._kind.setCurrentIndex(draft.kind)
        self._words.setText(draft.words)

    def _go_on(self, typed: str) -> None:
        self._words.setFocus()
        if typed:
            self._words.insert(typed)

    def _file(self) -> None:
        words = self._words.text()
        if words.strip():
            self.filed.emit(self._kind.currentData(), words)


def _letters(names: Iterable[str]) -> list[str]:
    """Return a letter for each name: its first that no name before it has."""
    taken: list[str] = []
    for name in names:
        letters = [letter for letter in name if letter.isalpha()]
        taken.append(next((one for one in letters if one.lower() not in map(str.lower, taken)), ""))
    return taken
