"""The commands of a vote on the current statement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.application.rounds import CountDiffers, Rounds
from desktop_app.domain.channels import Channel, in_the_room
from desktop_app.domain.errors import AppError
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.texts import Phrase
from desktop_app.domain.turnout import (
    PartnerIn,
    counted_groups,
    counted_now,
    full_partner,
    is_part,
    may_vote,
    partners_in,
    room_is_full,
)
from desktop_app.domain.workshop import Group
from desktop_app.scenes.kept_words import kept_words
from desktop_app.scenes.looks import Look

from .room import Room


class Voting(QObject):
    """Open, cast, count, close, reveal, settle, discard.

    Signals:
        difference_found(Round): closing needs a reason.
        hands_due(): what is being counted has to be in before anything else is done.
    """

    difference_found = Signal(object)
    hands_due = Signal()

    def __init__(self, room: Room, rounds: Rounds) -> None:
        super().__init__(room)
        self._room = room
        self._rounds = rounds
        self._refused: object = None

    def finish_count(self) -> None:
        """Have what is being counted in before anything else is done."""
        self.hands_due.emit()

    @property
    def open_round(self) -> Round | None:
        """Return the current statement's round if it takes ballots."""
        round_ = self._room.round
        return round_ if round_ is not None and round_.state is RoundState.OPEN else None

    def open_vote(self, channel: Channel) -> None:
        """Open the first or a further round on the statement."""
        room, way = self._room, in_the_room(channel)
        room.look = Look.RESULT
        room.hands_of = ""  # the first one is counted first
        if room.run(self._rounds.open, room.workshop_id, room.step.subject, way) is not None:
            room.turns.ask()

    def vote_again(self) -> None:
        """Open a further round by the channel of the last one."""
        last = self._room.round
        if last is not None:
            self.open_vote(in_the_room(last.channel, self._room.record.workshop.channel))

    def use_channel(self, channel: Channel) -> None:
        """Take further ballots of the open round by another channel."""
        self.finish_count()
        round_ = self.open_round
        if round_ is not None and round_.channel is not channel:
            self._room.run(self._rounds.use_channel, round_.id, channel)
            self._room.turns.ask()

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups ballots are counted by, or none."""
        return counted_groups(self._room.record.workshop, self._channel)

    @property
    def _channel(self) -> Channel:
        """Return the way that ballots come in by now."""
        round_ = self.open_round
        return round_.channel if round_ is not None else Channel.HANDS

    @property
    def group(self) -> str:
        """Return the group that is counted now, "" in a room without groups."""
        return counted_now(self._room.record.workshop, self._room.hands_of, self._channel)

    def pick_group(self, group: str) -> None:
        """Count this group from now on."""
        self.finish_count()
        self._room.count_for(group)

    @property
    def partners(self) -> tuple[PartnerIn, ...]:
        """Return each partner with what is in of it; none in a room without partners."""
        round_ = self._room.round
        return partners_in(self._room.record.workshop, round_) if round_ is not None else ()

    @property
    def is_full(self) -> bool:
        """Return whether nobody more may vote, of the partner that is counted now or at all.

        Where people take turns, nobody knows of which partner the next one is.
        """
        round_ = self.open_round
        if round_ is None or round_.channel.traits.counted:
            return False
        group = self.group if round_.channel.traits.keyed_in else ""
        return not may_vote(self._room.record.workshop, round_, group)

    @property
    def full_partner(self) -> PartnerIn | None:
        """Return the partner that is counted now where it is complete and others are not."""
        round_ = self.open_round
        if round_ is None or room_is_full(round_):
            return None
        return full_partner(self._room.record.workshop, round_, self.group)

    @property
    def refused(self) -> bool:
        """Return whether the last press was not counted, as nobody more may vote."""
        return self.is_full and self._refused == self._place

    @property
    def _place(self) -> object:
        round_ = self.open_round
        return round_ and (round_.id, round_.ballots_in, round_.present, self.group)

    @property
    def can_let_in(self) -> bool:
        """Return whether it is known of which partner, if any, somebody more would be."""
        round_ = self.open_round
        keyed_in = round_ is not None and round_.channel.traits.keyed_in
        known = not self.groups or (keyed_in and not is_part(self.group))
        return round_ is not None and known and self.is_full

    def somebody_came(self, group: str = "") -> None:
        """Say that one person more may vote, of a partner, or of the one that is counted now."""
        self._room.somebody_came(group or self.group)

    @property
    def can_take_back(self) -> bool:
        """Return whether the last ballot can be taken back."""
        round_ = self.open_round
        return round_ is not None and self._rounds.can_take_back(round_.id)

    @property
    def last_partner(self) -> str:
        """Return the partner of the ballot that can be taken back, "" for none."""
        round_ = self.open_round
        return self._rounds.last_group(round_.id) if round_ is not None else ""

    def press(self, point: int) -> None:
        """Take one ballot by number key or from the pile of paper; another key is no ballot."""
        if point > self._room.record.workshop.framework.scale.size:
            return
        if self.is_full:
            self._refused = self._place
            self._room.refresh()
        else:
            self.cast(point, self.group)

    def take_back(self) -> None:
        """Take the last ballot back."""
        round_ = self.open_round
        if round_ is not None:
            self._room.run(self._rounds.take_back_last, round_.id)

    def cast(self, point: int, group: str = "") -> None:
        """Take one ballot; both windows show it once it is durable."""
        round_ = self.open_round
        if round_ is not None:
            self._room.run(self._rounds.cast, round_.id, point, group)

    def count_hands(self, counts: Sequence[int]) -> None:
        """Keep the typed hand counts, for 0 ("can't say"), 1, ... K."""
        round_ = self.open_round
        if round_ is not None:
            self._room.run(self._rounds.count_hands, round_.id, counts, self.group)

    def close(self, reason: str | Phrase = "") -> None:
        """Close the open round; a show of hands is revealed at once, since all have seen it."""
        self.finish_count()
        round_ = self.open_round
        if round_ is None:
            return
        self._room.look = Look.RESULT
        seen = round_.channel.traits.seen_by_all
        close = self._rounds.close_and_reveal if seen else self._rounds.close
        kept = kept_words(self._room.record, reason)
        try:
            outcome = close(round_.id, kept)
        except CountDiffers:
            self.difference_found.emit(round_)
        except AppError as error:
            self._room.events.tell_failure(error)
        else:
            self._room.events.announce(outcome, partial(close, round_.id, kept))

    def ask_reason(self) -> None:
        """Ask why ballots and people differ, before the round is closed with the answer."""
        self.finish_count()
        if self.open_round is not None:
            self.difference_found.emit(self.open_round)

    def reveal(self) -> None:
        """Show the closed round's result to the room."""
        round_ = self._room.round
        if round_ is not None and round_.state is RoundState.CLOSED:
            self._room.look = Look.RESULT
            self._room.run(self._rounds.reveal, round_.id)

    def reopen(self) -> None:
        """Open the closed round again; its ballots stay in."""
        round_ = self._room.round
        if round_ is not None and round_.state is RoundState.CLOSED:
            self._room.run(self._rounds.reopen, round_.id)

    def settle(self, point: int | None, reason: str) -> None:
        """Keep the view the room agreed on, or take it away; the room sees it with its result."""
        round_ = self._room.round
        if round_ is None:
            return
        if self._room.run(self._rounds.settle, round_.id, point, reason) is not None:
            self._room.show_aside(None)

    def explain(self, reason: str) -> None:
        """Keep other words for why people are missing."""
        round_ = self._room.round
        if round_ is not None and reason != round_.difference_reason:
            self._room.run(self._rounds.explain, round_.id, reason)

    def discard(self) -> None:
        """Set the round aside and show the statement again."""
        round_ = self._room.round
        if round_ is not None and round_.state is not RoundState.REVEALED:
            self._room.run(self._rounds.discard, round_.id)
