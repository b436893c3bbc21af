"""Asks why the ballots and the people in the room do not add up, before such a vote is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLineEdit, QRadioButton, QWidget

from desktop_app.domain.texts import Phrase, phrase
from desktop_app.domain.turnout import PartnerIn
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import said, say, say_count

from .base import Question

LONGEST_REASON = 200


def _partner_words(partner: PartnerIn) -> str:
    return say_count(
        "{partner}: {ballots} are in, of {n} person.",
        "{partner}: {ballots} are in, of {n} people.",
        partner.people,
        partner=partner.name,
        ballots=partner.ballots_in,
    )


class DifferenceDialog(Question):
    """Accept the count with a reason, or count again.

    The answer is the reason: what was typed, or one of ours as a phrase, which is kept with the
    workshop in its language.
    """

    TOPIC = "people"

    def __init__(
        self,
        parent: QWidget | None,
        ballots_in: int,
        present: int,
        subject: object = None,
        partner: PartnerIn | None = None,
    ) -> None:
        super().__init__(parent, "", subject)
        self.set_heading(self._title(ballots_in, present))
        self.setWindowTitle(say("The count does not add up"))
        if partner is not None:
            self.body.addWidget(label(_partner_words(partner), "strong"))
        self.body.addWidget(label(say("Count again, or say why the count is right as it is.")))
        self._group = QButtonGroup(self)
        self._ours: dict[QAbstractButton, Phrase] = {}
        self._build_reasons(self._reasons(over=ballots_in > present or bool(partner)))
        self._accept, _ = self.add_buttons(say("&Accept and close the vote"), say("&Count again"))
        self._connect()
        self._follow()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        ballots_in: int,
        present: int,
        answered: Callable[..., None],
        *,
        subject: object = None,
        partner: PartnerIn | None = None,
    ) -> DifferenceDialog:
        """Ask; call `answered(reason, subject)` only where the count is accepted."""
        dialog = cls(parent, ballots_in, present, subject, partner)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build_reasons(self, reasons: tuple[Phrase, ...]) -> None:
        lines = column(spacing=10)
        for reason in reasons:
            choice = self._add_choice(said(reason))
            self._ours[choice] = reason
            lines.addWidget(choice)
        self._own = self._add_choice(say("Another &reason:"))
        lines.addWidget(self._own)
        self._typed = QLineEdit()
        self._typed.setMaxLength(LONGEST_REASON)
        self._typed.setAccessibleName(say("Another reason"))
        self._typed.setPlaceholderText(say("In a few words, without names"))
        lines.addWidget(self._typed)
        self.body.addLayout(lines)

    def _add_choice(self, text: str) -> QRadioButton:
        made = QRadioButton(text)
        self._group.addButton(made)
        return made

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._follow)
        self._typed.textEdited.connect(self._choose_own)
        self._typed.textChanged.connect(self._follow)

    def answer(self) -> str | Phrase:
        """Return the reason, "" while there is none."""
        chosen = self._group.checkedButton()
        if chosen is self._own:
            return self._typed.text().strip()
        return self._ours[chosen] if chosen is not None else ""

    def _choose_own(self) -> None:
        self._own.setChecked(True)

    def _follow(self) -> None:
        self._accept.setEnabled(bool(self.answer()))

    def _reasons(self, *, over: bool) -> tuple[Phrase, ...]:
        twice = phrase("Counted twice, same result")
        if over:
            return (phrase("Someone came in late"), phrase("An observer voted as well"), twice)
        return (phrase("Someone stepped out"), phrase("Someone chose not to vote"), twice)

    def _title(self, ballots_in: int, present: int) -> str:
        ballots = say_count("One ballot is in.", "{n} ballots are in.", ballots_in)
        if not ballots_in:
            ballots = say("No ballots are in.")
        people = say_count("One person is in the room.", "{n} people are in the room.", present)
        return f"{ballots} {people}"
