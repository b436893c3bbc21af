"""Asks for the words of a commitment: what, who, by when, how we will know, the first move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.application.planning import Wording
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.ui.widgets.text import button
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say
from desktop_app.words.typed_dates import months_after

from .base import Question
from .confirm import ConfirmDialog


class CommitmentDialog(Question):
    """Word a commitment; the answer is a Wording."""

    TOPIC = "plan"
    WIDTH = 640

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        wording: Wording,
        workshop_on: date,
        subject: object = None,
    ) -> None:
        super().__init__(parent, title, subject)
        self._workshop_on = workshop_on
        self._accepted_due = wording.due
        self._build()
        self._show(wording)
        self._keep, _ = self.add_buttons(say("&Keep"), say("Cancel"))
        self._title.textChanged.connect(self._follow)
        self._follow()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        wording: Wording,
        workshop_on: date,
        answered: Callable[..., None],
        *,
        subject: object = None,
    ) -> CommitmentDialog:
        """Ask; call `answered(wording, subject)` where the person keeps the words.

        Dates without a year are counted from `workshop_on`, and one before it is asked about.
        """
        dialog = cls(parent, title, wording, workshop_on, subject)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self._title = _lines(2)
        self._owner = QLineEdit()
        self._due = OptionalDate(say("By when"), self._workshop_on)
        self._due.told.connect(self.fit)
        self._first_move = _lines(2)
        self._measure = _lines(2)
        who = Field(say("Who takes it &on"), self._owner, say("A role, not a name, is fine."))
        side_by_side = row(spacing=20)
        for field in (who, self._when()):
            side_by_side.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(Field(say("&What will be done"), self._title))
        self.body.addLayout(side_by_side)
        hint = say("Something that can be done within two weeks.")
        self.body.addWidget(Field(say("&First move"), self._first_move, hint))
        self.body.addWidget(Field(say("How we will &notice that it worked"), self._measure))

    def _when(self) -> QWidget:
        """Return the date with what is chosen most beside it, counted from the workshop."""
        both = QWidget()
        lines = column(both, spacing=2)
        lines.addWidget(Field(say("&By when"), self._due))
        choices = row(spacing=4)
        for text, choose in (
            (say("+2 weeks"), self._in_two_weeks),
            (say("+3 months"), self._in_three_months),
        ):
            quick = button(text, "small", hint=say("Counted from the day of the workshop"))
            quick.clicked.connect(choose)
            choices.addWidget(quick)
        choices.addStretch(1)
        lines.addLayout(choices)
        return both

    def _in_two_weeks(self) -> None:
        self._due.choose(self._workshop_on + timedelta(weeks=2))

    def _in_three_months(self) -> None:
        self._due.choose(months_after(self._workshop_on, 3))

    def accept(self) -> None:
        """Keep the words where the date is one; ask about one before the workshop."""
        if not self._due.check():
            return
        due = self._due.value
        if due is None or due >= self._workshop_on or due == self._accepted_due:
            super().accept()
            return
        ConfirmDialog.ask(
            self,
            say("A date before the workshop?"),
            say(
                "{due} is before the workshop on {day}.",
                due=long_date(due),
                day=long_date(self._workshop_on),
            ),
            say("Keep this date"),
            self._accept_due,
            subject=due,
        )

    def _accept_due(self, _answer: bool, due: date) -> None:
        self._accepted_due = due
        self.accept()

    def _show(self, wording: Wording) -> None:
        self._title.setPlainText(wording.title)
        self._owner.setText(wording.owner)
        self._due.set_value(wording.due)
        self._measure.setPlainText(wording.measure)
        self._first_move.setPlainText(wording.first_move)

    def answer(self) -> Wording:
        """Return the words as they stand."""
        return Wording(
            title=self._title.toPlainText().strip(),
            owner=self._owner.text().strip(),
            due=self._due.value,
            measure=self._measure.toPlainText().strip(),
            first_move=self._first_move.toPlainText().strip(),
        )

    def _follow(self) -> None:
        self._keep.setEnabled(bool(self._title.toPlainText().strip()))


def _lines(count: int) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.ensurePolished()
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * count + 28)
    return edit
