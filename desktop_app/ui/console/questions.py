"""The questions an open workshop asks the facilitator, and what happens with the answers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.application.planning import Wording
from desktop_app.application.rounds import difference
from desktop_app.domain.people import People, people_of
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import Round
from desktop_app.domain.texts import Phrase
from desktop_app.domain.turnout import PartnerIn, partners_in
from desktop_app.scenes.looks import Look
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.difference import DifferenceDialog
from desktop_app.ui.dialogs.note import NoteDialog, NoteWords
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.settled import SettledDialog, SettledView
from desktop_app.ui.widgets.optional_date import today
from desktop_app.words.speech import say, say_count


class Questions(QObject):
    """Ask over the console; answers become commands of the session."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.session: Session | None = None

    def ask_difference(self, round_: Round) -> None:
        """Ask why ballots and people differ, once; the answer closes the round."""
        over = self._partner_over(round_)
        if not (difference(round_) or over) or any(
            asked.isVisible() for asked in self._window.findChildren(DifferenceDialog)
        ):
            return
        DifferenceDialog.ask(
            self._window, round_.ballots_in, round_.present, self._close_round, partner=over
        )

    def _partner_over(self, round_: Round) -> PartnerIn | None:
        if self.session is None:
            return None
        partners = partners_in(self.session.record.workshop, round_)
        return next((partner for partner in partners if partner.is_over), None)

    def ask_discard(self) -> None:
        """Ask before a vote is set aside; a vote without ballots is set aside at once."""
        round_ = self.session.round if self.session is not None else None
        if round_ is None:
            return
        if round_.ballots_in == 0:
            self._discard(answer=True)
            return
        asked = ConfirmDialog.ask(
            self._window,
            say("Discard this vote?"),
            say_count(
                "One ballot is in. It will not count, and the room votes afresh.",
                "{n} ballots are in. They will not count, and the room votes afresh.",
                round_.ballots_in,
            ),
            say("Discard the vote"),
            self._discard,
            danger=True,
        )
        asked.help_keys.topic = "vote-trouble"

    def ask_one_mind(self, found: tuple[str, ...]) -> None:
        """Ask before the room sees a picture that tells what each of some people chose."""
        what = say("On the stage everybody would see how each of these people voted.")
        asked = ConfirmDialog.ask(
            self._window,
            say("Show this by partner?"),
            "\n".join((*found, what)),
            say("Show by partner"),
            self._show_by_partner,
            danger=True,
        )
        asked.help_keys.topic = "partners"

    def ask_people(self) -> None:
        """Ask who is in the room now."""
        if self.session is not None:
            now = people_of(self.session.record.workshop)
            PeopleDialog.ask(self._window, now, self._set_people)

    def ask_settled(self) -> None:
        """Ask which view the room agreed on."""
        round_ = self.session.round if self.session is not None else None
        if self.session is not None and round_ is not None:
            scale = self.session.record.workshop.framework.scale
            now = SettledView(round_.settled_point, round_.settled_reason)
            SettledDialog.ask(self._window, scale, now, self._settle)

    def ask_commitment(self, commitment: Commitment) -> None:
        """Open a commitment to change its words, owner, date or first move."""
        wording = Wording(
            commitment.title,
            commitment.owner,
            commitment.due,
            commitment.measure,
            commitment.first_move,
        )
        CommitmentDialog.ask(
            self._window,
            say("Next step"),
            wording,
            self._workshop_on(),
            self._edit_commitment,
            subject=commitment,
        )

    def ask_own_step(self) -> None:
        """Let the room write its own step."""
        CommitmentDialog.ask(
            self._window, say("Our own step"), Wording(""), self._workshop_on(), self._add_own
        )

    def _workshop_on(self) -> date:
        """Return the day of the workshop; today where that is not known."""
        day = self.session.record.workshop.held_on if self.session is not None else None
        return day or today()

    def ask_note(self, note: Note) -> None:
        """Open a note to change its kind or words."""
        NoteDialog.ask(
            self._window,
            say("Change the note"),
            NoteWords(note.kind, note.text),
            self._edit_note,
            subject=note,
        )

    def remove_note(self, note: Note) -> None:
        """Remove a note at once: the footer offers to take that back."""
        if self.session is not None:
            self.session.noting.remove(note)

    def _close_round(self, reason: str | Phrase) -> None:
        if self.session is not None:
            self.session.voting.close(reason)

    def _show_by_partner(self, answer: bool) -> None:
        if self.session is not None and answer:
            self.session.show_look(Look.GROUPS, sure=True)

    def _set_people(self, people: People) -> None:
        if self.session is not None:
            self.session.set_people(people)

    def _settle(self, view: SettledView) -> None:
        if self.session is not None:
            self.session.voting.settle(view.point, view.reason)

    def _discard(self, answer: bool) -> None:
        if self.session is not None and answer:
            self.session.voting.discard()

    def _edit_commitment(self, wording: Wording, commitment: Commitment) -> None:
        if self.session is not None:
            self.session.planning.edit(commitment, wording)

    def _add_own(self, wording: Wording) -> None:
        if self.session is not None:
            self.session.planning.add_own(wording)

    def _edit_note(self, words: NoteWords, note: Note) -> None:
        if self.session is not None:
            self.session.noting.edit(note, NoteKind(words.kind), words.text)
