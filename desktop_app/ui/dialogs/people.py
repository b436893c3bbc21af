"""Asks who is in the room now: people who vote, by partner where there are any, and observers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from desktop_app.domain.people import People
from desktop_app.domain.workshop import MAX_PRESENT, Group
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say, say_count

from .base import Question


class HeadCount(QWidget):
    """A number of people with one button for who arrived and one for who left.

    Signals:
        changed(): the number is another one now.
    """

    changed = Signal()

    def __init__(self, name: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label(name, "strong")
        self._spin = QSpinBox()
        self._spin.setRange(0, MAX_PRESENT)
        self._spin.setValue(number)
        self._spin.setAccessibleName(name)
        self._spin.lineEdit().setTextMargins(8, 0, 0, 0)
        self._arrived = button(say("+ Arrived"))
        self._left = button(say("– Left"))
        self._arrived.setAccessibleName(say("One arrived: {name}", name=name))
        self._left.setAccessibleName(say("One left: {name}", name=name))
        line: QHBoxLayout = row(self, spacing=10)
        line.addWidget(self._name, 1)
        for widget in (self._left, self._spin, self._arrived):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._spin.valueChanged.connect(self._tell)
        self._arrived.clicked.connect(self._spin.stepUp)
        self._left.clicked.connect(self._spin.stepDown)

    @property
    def number(self) -> int:
        """Return how many there are."""
        return self._spin.value()

    def take_keys(self) -> None:
        """Put the keyboard on the number."""
        self._spin.setFocus()
        self._spin.selectAll()

    def _tell(self) -> None:
        self.changed.emit()


class PeopleDialog(Question):
    """Set who is in the room; the answer is People."""

    TOPIC = "people"
    WIDTH = 560

    def __init__(self, parent: QWidget | None, people: People) -> None:
        super().__init__(parent, "", None)
        self.set_heading(say("Who is in the room now?"))
        self._people = people
        hint = say("A vote that is open follows. Votes that are closed keep their own number.")
        self.body.addWidget(label(hint, "soft"))
        self._build()
        self.add_buttons(say("&Keep"), say("Cancel"))
        self._follow()
        self._counts[0].take_keys()

    @classmethod
    def ask(
        cls, parent: QWidget | None, people: People, answered: Callable[..., None]
    ) -> PeopleDialog:
        """Ask; call `answered(People)` where the person keeps the numbers."""
        dialog = cls(parent, people)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self) -> None:
        groups = self._people.groups
        if groups:
            self._counts = [HeadCount(group.label, group.people) for group in groups]
        else:
            self._counts = [HeadCount(say("People who vote"), self._people.present)]
        self._observers = HeadCount(say("Observers, who do not vote"), self._people.observers)
        for count in (*self._counts, self._observers):
            count.changed.connect(self._follow)
            self.body.addWidget(count)
        self._sum = label(role="strong")
        self.body.addWidget(self._sum)

    def answer(self) -> People:
        """Return the numbers as they stand."""
        numbers = [count.number for count in self._counts]
        groups = tuple(
            Group(group.label, number)
            for group, number in zip(self._people.groups, numbers, strict=False)
        )
        return replace(
            self._people, present=sum(numbers), observers=self._observers.number, groups=groups
        )

    def _follow(self) -> None:
        people = self.answer()
        voters = say_count("{n} vote", "{n} vote", people.present)
        observers = say_count("{n} observe", "{n} observe", people.observers)
        self._sum.setText(say("{voters}, {observers}", voters=voters, observers=observers))
