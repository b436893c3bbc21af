"""Asks for the words of a commitment: what, who, by when, how we will know, the first move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.application.planning import Wording
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.words.speech import say

from .base import Question


class CommitmentDialog(Question):
    """Word a commitment; the answer is a Wording."""

    WIDTH = 640

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        wording: Wording,
        today: date,
        subject: object = None,
    ) -> None:
        super().__init__(parent, title, subject)
        self._build(today)
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
        today: date,
        answered: Callable[..., None],
        *,
        subject: object = None,
    ) -> CommitmentDialog:
        """Ask; call `answered(wording, subject)` where the person keeps the words."""
        dialog = cls(parent, title, wording, today, subject)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self, today: date) -> None:
        self._title = _lines(2)
        self._owner = QLineEdit()
        self._due = OptionalDate(say("By when"), today)
        self._first_move = _lines(2)
        self._measure = _lines(2)
        who = Field(say("Who takes it &on"), self._owner, say("A role, not a name, is fine."))
        side_by_side = row(spacing=20)
        for field in (who, Field(say("&By when"), self._due)):
            side_by_side.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(Field(say("&What will be done"), self._title))
        self.body.addLayout(side_by_side)
        hint = say("Something that can be done within two weeks.")
        self.body.addWidget(Field(say("&First move"), self._first_move, hint))
        self.body.addWidget(Field(say("How we will &notice that it worked"), self._measure))

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
