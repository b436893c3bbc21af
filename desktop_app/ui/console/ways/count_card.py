"""One point of the scale with the hands that were counted for it, typed or stepped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_app.scenes.scene import Card
from desktop_app.ui.console.count_field import MAX_COUNT, CountField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.tally_button import TallyButton
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say


class CountCard(QFrame):
    """One point of the scale with its count.

    Signals:
        count_changed(): the count is finished and may be another one now.
        typing(): a digit came or went; the count is not finished.
    """

    count_changed = Signal()
    typing = Signal()

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = card.point
        self.setProperty("role", "card" if card.point else "dashed")
        self._build(card)
        self._connect()

    def _build(self, card: Card) -> None:
        layout = column(self, spacing=4)
        layout.setContentsMargins(5, 10, 5, 10)
        number = label(str(card.point), "small")
        name = label(card.label, "small")
        for part in (number, name):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.field = CountField()
        self.field.setAccessibleName(
            say("Hands for {point}, {name}", point=card.point, name=card.label)
        )
        layout.addWidget(self.field)
        self._fewer = TallyButton("–", say("One hand fewer for {n}", n=card.point))
        self._more = TallyButton("+", say("One hand more for {n}", n=card.point))
        steppers = Flow(spacing=6, centred=True)  # one below the other where a card is narrow
        for stepper in (self._fewer, self._more):
            steppers.addWidget(stepper)
        layout.addLayout(steppers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._tell_typing)
        self.field.editingFinished.connect(self._tell_finished)
        self.field.stepped.connect(self._step)
        self._fewer.clicked.connect(self._take_one)
        self._more.clicked.connect(self._add_one)

    @property
    def count(self) -> int:
        """Return the count; an empty field counts as none."""
        return int(self.field.text() or 0)

    def show_count(self, count: int) -> None:
        """Show a count without telling that it changed; what is being typed stays."""
        if count != self.count and not self.field.isModified():
            self.field.setText(str(count))

    def _tell_typing(self) -> None:
        self.typing.emit()

    def _tell_finished(self) -> None:
        self.count_changed.emit()

    def _add_one(self) -> None:
        self._step(1)

    def _take_one(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.field.setText(str(max(0, min(MAX_COUNT, self.count + by))))
        self.count_changed.emit()
