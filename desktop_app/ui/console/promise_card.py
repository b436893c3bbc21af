"""One commitment of last time on the console: where it stands, a word, a new date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from desktop_app.domain.earlier import MAX_WORD, EarlierCommitment, Progress, Standing
from desktop_app.domain.errors import InputProblem
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say
from desktop_app.words.standings import promised, standing_button

_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), Standing, strict=True))


def standing_of_key(event: QKeyEvent) -> Standing | None:
    """Return which standing a key stands for: 1 to 4 alone, in the order of the buttons."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return None if held else _KEYS.get(Qt.Key(event.key()))


class PromiseCard(QFrame):
    """What was promised, and what became of it.

    Signals:
        stood(str, Standing): it stands so, by its identity; None where that is taken back.
        worded(str, str): a word on it.
        dated(str, date): its new date, or None.
        taken_again(EarlierCommitment): the room takes it on again.
    """

    stood = Signal(object, object)
    worded = Signal(object, object)
    dated = Signal(object, object)
    taken_again = Signal(object)

    def __init__(self, one: EarlierCommitment, counted_from: date | None) -> None:
        super().__init__()
        self.promised = one
        self._shown = Progress(one.identity)
        self._word = QLineEdit()
        self._due = OptionalDate(say("New date"), counted_from)
        self._again = button(say("Take it on again"), "small")
        self._in_plan = label(say("In the plan again"), "small")
        self._buttons = {one: button(standing_button(one), "small") for one in Standing}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("role", "card")
        layout = column(self, spacing=6, margin=14)
        layout.addWidget(label(self.promised.title, "strong"))
        layout.addWidget(label(promised(self.promised), "soft"))
        choices = Flow(spacing=6)
        for key, made in enumerate(self._buttons.values(), start=1):
            made.setCheckable(True)
            made.setToolTip(say("Key {key}", key=key))
            made.setAccessibleDescription(self.promised.title)
            choices.addWidget(made)
        layout.addLayout(choices)
        self._word.setMaxLength(MAX_WORD)
        self._word.setPlaceholderText(say("In a word: what helped, or what is in the way"))
        self._word.setAccessibleName(say("A word on it"))
        self._word.setAccessibleDescription(self.promised.title)
        layout.addWidget(self._word)
        layout.addWidget(self._later())

    def _later(self) -> QWidget:
        """Return what only a commitment that goes on needs."""
        self._open = QWidget()
        line = row(self._open, spacing=10)
        line.addWidget(label(say("New date"), wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._due, 1)
        line.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._in_plan, 0, Qt.AlignmentFlag.AlignTop)
        self._again.setAccessibleDescription(self.promised.title)
        return self._open

    def _connect(self) -> None:
        for made in self._buttons.values():
            made.clicked.connect(self._tell_standing)
        self._word.editingFinished.connect(self._tell_word)
        self._due.changed.connect(self._tell_due)
        self._again.clicked.connect(self._tell_again)

    @property
    def buttons(self) -> Mapping[Standing, QPushButton]:
        """Return the button of each standing."""
        return self._buttons

    @property
    def is_told(self) -> bool:
        """Return whether somebody has said where it stands."""
        return self._shown.standing is not None

    def show_progress(self, known: Progress, *, in_plan: bool) -> None:
        """Show what is known of it by now; what is being typed stays."""
        self._shown = known
        for one, made in self._buttons.items():
            made.setChecked(one is known.standing)
        if not self._word.hasFocus():
            self._word.setText(known.word)
            self._word.setCursorPosition(0)
        if not self._due.isAncestorOf(self._due.window().focusWidget() or self):
            self._due.set_value(known.due)
        self._open.setVisible(known.is_open and self.is_told)
        self._again.setHidden(in_plan)
        self._in_plan.setVisible(in_plan)

    def _tell_standing(self) -> None:
        pressed = next(one for one, made in self._buttons.items() if made is self.sender())
        self.tell(None if self._shown.standing is pressed else pressed)

    def tell(self, standing: Standing | None) -> None:
        """Say where it stands."""
        self.stood.emit(self.promised.identity, standing)

    def _tell_word(self) -> None:
        self.worded.emit(self.promised.identity, self._word.text().strip())

    def _tell_due(self) -> None:
        try:
            self.dated.emit(self.promised.identity, self._due.value)
        except InputProblem:
            return  # it is said below the line

    def _tell_again(self) -> None:
        self.taken_again.emit(self.promised)
