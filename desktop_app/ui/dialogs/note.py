"""Asks for a note: what kind it is and what was said, without names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from desktop_app.domain.plan import NoteKind
from desktop_app.ui.widgets.field import Field
from desktop_app.words.names import note_kind_with_meaning
from desktop_app.words.speech import say

from .base import Question


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What the person wrote down."""

    kind: NoteKind
    text: str


class NoteDialog(Question):
    """Write or change a note; the answer is NoteWords."""

    TOPIC = "statement"

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        words: NoteWords,
        subject: object = None,
    ) -> None:
        super().__init__(parent, title, subject)
        self._build()
        self._kind.setCurrentIndex([kind for kind, _ in self._kinds()].index(words.kind))
        self._text.setPlainText(words.text)
        self._keep, _ = self.add_buttons(say("&Keep the note"), say("Cancel"))
        self._text.textChanged.connect(self._follow)
        self._follow()
        self._text.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        words: NoteWords,
        answered: Callable[..., None],
        *,
        subject: object = None,
    ) -> NoteDialog:
        """Ask; call `answered(NoteWords, subject)` where the person keeps the note."""
        dialog = cls(parent, title, words, subject)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self._kind = QComboBox()
        for _, word in self._kinds():
            self._kind.addItem(word)
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(120)
        self.body.addWidget(Field(say("&Kind of note"), self._kind))
        reminder = say("No names, please: write what was said, not who said it.")
        self.body.addWidget(Field(say("&What was said"), self._text, reminder))

    def _kinds(self) -> tuple[tuple[NoteKind, str], ...]:
        return tuple((kind, note_kind_with_meaning(kind)) for kind in NoteKind)

    def answer(self) -> NoteWords:
        """Return the note as it stands."""
        kind, _ = self._kinds()[self._kind.currentIndex()]
        return NoteWords(kind, self._text.toPlainText().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the note on Ctrl and Return, since Return alone begins a new line."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep.click()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        self._keep.setEnabled(bool(self._text.toPlainText().strip()))
