"""The commands of a vote on the current statement; tells the session what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.application.rounds import CountDiffers
from desktop_app.domain.errors import AppError
from desktop_app.domain.rounds import Channel, Round, RoundState, Tally

if TYPE_CHECKING:
    from .session import Session


class Voting(QObject):
    """Open, cast, count, close, reveal, discard."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._rounds = session.services.rounds

    @property
    def open_round(self) -> Round | None:
        """Return the current statement's round if it takes ballots."""
        round_ = self._session.round
        return round_ if round_ is not None and round_.state is RoundState.OPEN else None

    def open_vote(self, channel: Channel) -> None:
        """Open the first or a further round on the statement."""
        session = self._session
        session.run(self._rounds.open, session.workshop_id, session.step.subject, channel)

    def vote_again(self) -> None:
        """Open a further round by the channel of the last one."""
        last = self._session.round
        if last is not None:
            usual = self._session.record.workshop.channel
            self.open_vote(usual if last.channel is Channel.FILE else last.channel)

    def use_channel(self, channel: Channel) -> None:
        """Take further ballots of the open round by another channel."""
        round_ = self.open_round
        if round_ is not None and round_.channel is not channel:
            self._session.run(self._rounds.use_channel, round_.id, channel)

    def cast(self, point: int) -> None:
        """Take one ballot from the stage; the stage is told once it is durable."""
        round_ = self.open_round
        if round_ is None:
            return
        outcome = self._session.run(self._rounds.cast, round_.id, point)
        if outcome is not None:
            self._session.take_round(replace(round_, ballots_in=outcome.value))
            self._session.ballot_taken.emit()

    def count_hands(self, counts: Sequence[int]) -> None:
        """Keep the typed hand counts, for 0 ("can't say"), 1, ... K."""
        round_ = self.open_round
        if round_ is None:
            return
        if self._session.run(self._rounds.count_hands, round_.id, counts) is not None:
            self._session.take_round(_counted(round_, counts))

    def close(self, reason: str = "") -> None:
        """Close the open round; a show of hands is revealed at once, since all have seen it."""
        round_ = self.open_round
        if round_ is None:
            return
        try:
            outcome = self._rounds.close(round_.id, reason)
        except CountDiffers:
            self._session.difference_found.emit(round_)
            return
        except AppError as error:
            self._session.events.failed.emit(error)
            return
        self._session.events.announce(outcome)
        if round_.channel is Channel.HANDS:
            self.reveal()

    def reveal(self) -> None:
        """Show the closed round's result to the room."""
        round_ = self._session.round
        if round_ is not None and round_.state is RoundState.CLOSED:
            self._session.run(self._rounds.reveal, round_.id)

    def discard(self) -> None:
        """Set the round aside and show the statement again."""
        round_ = self._session.round
        if round_ is not None and round_.state is not RoundState.REVEALED:
            self._session.run(self._rounds.discard, round_.id)

    def do_primary(self) -> None:
        """Do what comes next in the vote: open, close, reveal; then go on."""
        round_ = self._session.round
        if round_ is None:
            self.open_vote(self._session.record.workshop.channel)
        elif round_.state is RoundState.OPEN:
            self.close()
        elif round_.state is RoundState.CLOSED:
            self.reveal()
        else:
            self._session.go_next()


def _counted(round_: Round, counts: Sequence[int]) -> Round:
    others = tuple(t for t in round_.tallies if t.channel is not Channel.HANDS)
    hands = tuple(Tally(Channel.HANDS, "", p, n) for p, n in enumerate(counts) if n)
    kept_in = round_.ballots_in - sum(round_.hand_counts(len(counts) - 1))
    return replace(round_, tallies=(*others, *hands), ballots_in=kept_in + sum(counts))
