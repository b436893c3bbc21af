"""What a way to vote is to the pages: a panel that shows an open vote and takes what comes in.

A panel gives its commands to the session itself, so that no page knows what a channel needs.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.people import people_of
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round
from desktop_app.domain.turnout import is_part
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.words.speech import say


class Panel(QWidget):
    """A panel of an open vote, whatever is voted on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None

    def leave(self) -> None:
        """Forget the session, which is closed."""
        self.session = None

    def take_focus(self) -> bool:
        """Take the keyboard where the panel wants it; return whether it does."""
        return False


class Way(Panel):
    """Ratings of one statement by one channel."""

    def show_vote(self, session: Session, round_: Round) -> None:
        """Show an open round."""
        raise NotImplementedError

    def show_ballots(self, session: Session, round_: Round) -> None:
        """Show that only what is in changed."""
        raise NotImplementedError

    def instead_text(self) -> str:
        """Return what the button says that changes to this way from the one it stands beside."""
        return say("Vote another way")

    def vote_text(self, vote: str) -> str:
        """Return what a vote by this way is called, such as "first vote on paper"."""
        raise NotImplementedError

    def _ask_reason(self) -> None:
        if self.session is not None:
            self.session.voting.ask_reason()

    def _let_in(self, group: str = "") -> None:
        session = self.session
        if session is None:
            return
        if is_part(group or session.voting.group):
            # Of which of them is asked where the people are counted.
            people = people_of(session.record.workshop)
            PeopleDialog.ask(self.window(), people, session.set_people)
        else:
            session.voting.somebody_came(group)
        self.take_focus()

    def _pick_group(self, group: str) -> None:
        if self.session is not None:
            self.session.voting.pick_group(group)


class DotsWay(Panel):
    """Dots by one channel."""

    def show_vote(self, session: Session, vote: PriorityVote) -> None:
        """Show an open vote on priorities."""
        raise NotImplementedError

    def show_ballots(self, session: Session, vote: PriorityVote) -> None:
        """Show that only what is in changed."""
        raise NotImplementedError

    def _ask_reason(self) -> None:
        if self.session is not None:
            self.session.dotting.ask_reason()

    def _let_in(self) -> None:
        """Let one person more have dots; where there are partners, ask of which one."""
        session = self.session
        if session is None:
            return
        people = people_of(session.record.workshop)
        if people.groups:
            PeopleDialog.ask(self.window(), people, session.set_people)
        else:
            session.somebody_came()
        self.take_focus()
