"""What the vote on priorities asks the facilitator, and what happens with the answers."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.texts import Phrase
from desktop_app.ui.console.session import Session
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.difference import DifferenceDialog
from desktop_app.words.speech import say, say_count


class DotsDifference(DifferenceDialog):
    """Accept more dots than the people in the room have, with a reason."""

    TOPIC = "priorities"

    def _title(self, ballots_in: int, present: int) -> str:
        dots = say_count("One dot is in.", "{n} dots are in.", ballots_in)
        room = say_count(
            "The people in the room have one.", "The people in the room have {n}.", present
        )
        return f"{dots} {room}"


class DotsQuestions(QObject):
    """Ask over the console; answers become commands of the session."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.session: Session | None = None

    def ask_difference(self, vote: PriorityVote) -> None:
        """Ask why more is in than the room has; the answer closes the vote."""
        dots = vote.dots_in > vote.present * vote.dots_each
        if dots and not vote.channel.traits.whole_people:
            most = vote.present * vote.dots_each
            DotsDifference.ask(self._window, vote.dots_in, most, self._close)
        else:
            DifferenceDialog.ask(self._window, vote.ballots_in, vote.present, self._close)

    def ask_discard(self) -> None:
        """Ask before dots are thrown away; a vote without dots is discarded at once."""
        vote = self.session.dotting.vote if self.session is not None else None
        if vote is None:
            return
        if not vote.dots_in:
            self._discard(answer=True)
            return
        ConfirmDialog.ask(
            self._window,
            say("Discard these dots?"),
            say_count(
                "One dot is in. It is thrown away, and the room can vote afresh.",
                "{n} dots are in. They are thrown away, and the room can vote afresh.",
                vote.dots_in,
            ),
            say("Discard the dots"),
            self._discard,
            danger=True,
        )

    def _close(self, reason: str | Phrase) -> None:
        if self.session is not None:
            self.session.dotting.close(reason)

    def _discard(self, answer: bool) -> None:
        if self.session is not None and answer:
            self.session.dotting.discard()
