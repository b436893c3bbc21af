"""One choice among a few, each explained in a sentence; knows nothing of what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QWidget,
)

from .field import plain
from .layouts import column, row
from .text import label

V = TypeVar("V")

_ARROWS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """One way to answer: its value, its words and what it means."""

    value: V
    text: str
    explanation: str = ""


class Choices(QWidget, Generic[V]):
    """Cards of which one is chosen, by arrow keys, mouse or mnemonic.

    Signals:
        chosen(object): the value chosen by the person.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: tuple[Choice[V], ...],
        *,
        beside: bool = False,
        columns: int = 0,
        by_tab: bool = False,
    ) -> None:
        """Take the keys by a click as well, unless only `by_tab`."""
        super().__init__()
        self.setAccessibleName(plain(name))
        self._cards = [ChoiceCard(choice, by_tab=by_tab) for choice in choices]
        self._group = QButtonGroup(self)
        if columns:
            self._lay_out_in(columns)
        else:
            self._lay_out(row(self, spacing=12) if beside else column(self, spacing=8))
        self._group.buttonToggled.connect(self._follow)
        self._group.buttonClicked.connect(self._tell)
        self.choose(choices[0].value)

    def _lay_out(self, layout: QBoxLayout) -> None:
        for index, card in enumerate(self._cards):
            self._group.addButton(card.button, index)
            layout.addWidget(card, 1)
        self.setFocusProxy(self._cards[0].button)

    def _lay_out_in(self, columns: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for index, card in enumerate(self._cards):
            self._group.addButton(card.button, index)
            card.button.installEventFilter(self)
            grid.addWidget(card, index // columns, index % columns)
            grid.setColumnStretch(index % columns, 1)
        self.setFocusProxy(self._cards[0].button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows go through a grid in reading order; Qt's own would skip every other card."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _ARROWS.get(Qt.Key(event.key()), 0)
            if by:
                buttons = self.buttons
                place = [button is watched for button in buttons].index(True)
                following = buttons[(place + by) % len(buttons)]
                following.setFocus()
                following.click()
                return True
        return super().eventFilter(watched, event)

    @property
    def buttons(self) -> tuple[QRadioButton, ...]:
        """Return the choices' buttons in order."""
        return tuple(card.button for card in self._cards)

    @property
    def value(self) -> V:
        """Return the value that is chosen."""
        return self._cards[self._group.checkedId()].value

    def choose(self, value: V) -> None:
        """Choose a value; one that is not offered leaves the choice as it is."""
        for card in self._cards:
            if card.value == value:
                card.button.setChecked(True)
                self.setFocusProxy(card.button)

    def reword(self, value: V, text: str, explanation: str) -> None:
        """Give a choice other words."""
        for card in self._cards:
            if card.value == value:
                card.reword(text, explanation)

    def offer(self, value: V, *, offered: bool) -> None:
        """Let a choice be chosen, or keep it in sight but out of reach."""
        for card in self._cards:
            if card.value == value:
                card.setEnabled(offered)

    def button(self, value: V) -> QRadioButton:
        """Return the button of a value that is offered; raise KeyError for another."""
        for card in self._cards:
            if card.value == value:
                return card.button
        raise KeyError(value)

    def _follow(self, button: QAbstractButton, checked: bool) -> None:
        self._cards[self._group.id(button)].mark(chosen=checked)

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._cards[self._group.id(button)].value)


class ChoiceCard(QFrame, Generic[V]):
    """One choice: a radio button with its explanation; the whole card can be clicked."""

    def __init__(self, choice: Choice[V], *, by_tab: bool = False) -> None:
        super().__init__()
        self.value = choice.value
        self._by_tab = by_tab
        self.button = QRadioButton(choice.text)
        self._explanation = label(choice.explanation, "small")
        self.setProperty("role", "card")
        self.button.setAccessibleDescription(choice.explanation)
        self._build()

    def _build(self) -> None:
        lines = column(self, spacing=2)
        lines.addWidget(self.button)
        beneath = row()
        beneath.setContentsMargins(30, 0, 0, 0)
        beneath.addWidget(self._explanation)
        lines.addLayout(beneath)
        lines.addStretch(1)
        self._explanation.setVisible(bool(self._explanation.text()))
        self.mark(chosen=False)

    def reword(self, text: str, explanation: str) -> None:
        """Take other words."""
        self.button.setText(text)
        self.button.setAccessibleDescription(explanation)
        self._explanation.setText(explanation)
        self._explanation.setVisible(bool(explanation))

    def mark(self, *, chosen: bool) -> None:
        """Show whether this is the chosen card."""
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        # Tab comes to the chosen one; the arrow keys go on from there.
        policy = Qt.FocusPolicy
        policies = (policy.StrongFocus, policy.ClickFocus)
        if self._by_tab:
            policies = (policy.TabFocus, policy.NoFocus)
        self.button.setFocusPolicy(policies[0 if chosen else 1])
        edge = 13 if chosen else 14  # the chosen card's border is a pixel wider
        self.setContentsMargins(edge, edge - 4, edge, edge - 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click anywhere on the card."""
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            if not self._by_tab:
                self.button.setFocus()
            self.button.click()
        super().mouseReleaseEvent(event)
