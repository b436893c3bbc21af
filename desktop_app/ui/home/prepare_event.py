"""The first half of the prepare form: what the workshop is, where, when and with whom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.workshop import Details
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import said, say

from .prepare_framework import FrameworkChoice


class EventForm(QWidget):
    """Title, partnership, place, date and facilitator.

    Signals:
        submitted(): Return was pressed in a line of text.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self._partnership = QLineEdit()
        self._place = QLineEdit()
        self._facilitator = QLineEdit()
        self._held_on = OptionalDate(say("Date"))
        self.framework = FrameworkChoice()
        self._fields = {
            "title": Field(say("&Title"), self.title),
            "partnership": Field(say("&Partnership"), self._partnership),
            "place": Field(say("P&lace"), self._place),
            "facilitator": Field(say("&Facilitator"), self._facilitator),
        }
        self._build()

    def _build(self) -> None:
        self.title.setPlaceholderText(say("Such as “Away-day, 14 May”"))
        lines = column(self, spacing=18)
        lines.addWidget(label(say("The event"), "heading"))
        lines.addWidget(self._fields["title"])
        lines.addWidget(self._fields["partnership"])
        lines.addLayout(_beside(Field(say("&Date"), self._held_on), self._fields["place"]))
        lines.addWidget(self._fields["facilitator"])
        lines.addWidget(self.framework)
        lines.addStretch(1)
        for edit in self._edits():
            edit.returnPressed.connect(self.submitted)

    def _edits(self) -> tuple[QLineEdit, ...]:
        return self.title, self._partnership, self._place, self._facilitator

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        dates = self._held_on.tab_chain
        place = (self._place, self._facilitator, self.framework.box)
        return (self.title, self._partnership, *dates, *place)

    def fill(self, details: Details) -> None:
        """Show these details."""
        self.title.setText(details.title)
        self._partnership.setText(details.partnership)
        self._place.setText(details.place)
        self._facilitator.setText(details.facilitator)
        self._held_on.set_value(details.held_on)

    def add_to(self, details: Details) -> Details:
        """Return the details with what is typed."""
        return replace(
            details,
            title=self.title.text(),
            partnership=self._partnership.text(),
            place=self._place.text(),
            held_on=self._held_on.value,
            facilitator=self._facilitator.text(),
        )

    def check_date(self) -> bool:
        """Return whether the date is one, or not known yet; else say so beside it."""
        return self._held_on.check()

    def show_problem(self, problem: InputProblem) -> bool:
        """Say what is wrong beside its field; return whether it belongs to one here."""
        field = self._fields.get(str(problem.fields.get("field", "")))
        if field is not None:
            field.show_problem(said(problem))
        return field is not None

    def clear_problems(self) -> None:
        """Take every problem off the fields."""
        for field in self._fields.values():
            field.show_problem("")


def _beside(one: QWidget, other: QWidget) -> QHBoxLayout:
    line = row(spacing=24)
    for widget in (one, other):
        line.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return line
