"""Use cases of a vote: open, cast, count, close, reveal, settle, discard, and taking them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.rounds import Ballot, Round, RoundState
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Workshop

from .after_the_vote import AfterTheVote
from .outcome import Outcome, counted, done
from .promises import check_kept
from .round_rules import (
    MAX_REASON,
    CountDiffers,
    Full,
    as_seen,
    check_may_cast,
    check_may_count,
    check_point,
    check_statement,
    closed,
    difference,
    hands_only,
    open_round,
    reopened,
    with_hands,
)

__all__ = ["MAX_HANDS", "MAX_REASON", "CountDiffers", "Full", "Rounds", "difference"]

MAX_HANDS = 999
_TOUCHED = Changes.ROUND | Changes.STAGE
_COUNTED = Changes.BALLOTS | Changes.ROUND | Changes.STAGE


class Rounds(AfterTheVote):
    """Run votes on statements; a vote is durable when a method returns."""

    def __init__(self, library: Library, new_id: Callable[[], str]) -> None:
        super().__init__(library)
        self._new_id = new_id
        # The last press only: a longer memory would be the order in which people voted.
        self._last: tuple[Round, Ballot] | None = None
        self._counting: tuple[str, str, int] | None = None

    def round(self, round_id: str) -> Round:
        """Return one round; raise NotFound."""
        with self._library.reading() as work:
            return work.round(round_id)

    def open(self, workshop_id: str, statement_id: str, channel: Channel) -> Outcome[str]:
        """Open the first or a further round on a statement; give its id or raise NotFound."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
            check_statement(record, statement_id)
            last = record.latest_round(statement_id)
            if last is not None and last.state is not RoundState.REVEALED:
                raise RuleProblem(
                    "A vote on this statement is still under way. Reveal or discard it first."
                )
            round_ = Round(
                id=self._new_id(),
                workshop_id=workshop_id,
                statement_id=statement_id,
                ordinal=last.ordinal + 1 if last else 1,
                channel=channel,
                state=RoundState.OPEN,
                present=record.workshop.present,
            )
            work.add_round(round_)
            work.commit()
        return Outcome(_TOUCHED, round_.id, anew=True)

    def use_channel(self, round_id: str, channel: Channel) -> Outcome[None]:
        """Take further ballots by another channel; the ones that are in stay in."""
        with self._library.writing() as work:
            work.save_round(replace(open_round(work, round_id), channel=channel))
            work.commit()
        self._last = None
        return done(_TOUCHED)

    # -- ballots ----------------------------------------------------------------------------

    def cast(self, round_id: str, point: int, group: str = "") -> Outcome[None]:
        """Add one ballot and make it durable.

        Raise Full where everybody who may vote has, in the room or of that partner.
        """
        with self._library.writing() as work:
            round_ = open_round(work, round_id)
            workshop = work.workshop(round_.workshop_id)
            check_may_cast(round_, workshop, group)
            check_point(workshop, point)
            ballot = Ballot(point, group)
            work.add_ballot(round_, ballot)
            work.commit()
        self._last = (round_, ballot)
        return counted(round_.with_more(1, group))

    def can_take_back(self, round_id: str) -> bool:
        """Return whether the last ballot of this round can be taken back."""
        return self._last is not None and self._last[0].id == round_id

    def last_group(self, round_id: str) -> str:
        """Return the group of the ballot that can be taken back, "" for none."""
        last = self._last
        return last[1].group if last is not None and last[0].id == round_id else ""

    def take_back_last(self, round_id: str) -> Outcome[None]:
        """Take the last ballot back, once."""
        if self._last is None or self._last[0].id != round_id:
            raise RuleProblem(
                "Only the very last one can be taken back, and it already was. "
                "Earlier ones are mixed with all the others."
            )
        with self._library.writing() as work:
            round_ = open_round(work, round_id)
            cast_in, ballot = self._last
            work.take_back_ballot(cast_in, ballot)  # by the channel that it came in by
            work.commit()
        self._last = None
        return counted(round_.with_more(-1, ballot.group))

    def count_hands(self, round_id: str, counts: Sequence[int], group: str = "") -> Outcome[None]:
        """Replace a group's counted hands; `counts` are for 0 ("can't say"), 1, ... K."""
        if any(not 0 <= count <= MAX_HANDS for count in counts):
            raise InputProblem(
                "A count of hands can be 0 to {limit}. Type a number in between.", limit=MAX_HANDS
            )
        with self._library.writing() as work:
            round_ = open_round(work, round_id)
            check_may_count(round_)
            if len(counts) != work.workshop(round_.workshop_id).framework.scale.size + 1:
                raise InputProblem("Count the hands for each point of the scale and “can’t say”.")
            before = round_.hand_counts(len(counts) - 1, group)
            work.set_hand_counts(round_, counts, group)
            work.commit()
        undo = self._tally_undo(round_, before, counts, group)
        return counted(with_hands(round_, counts, group), undo)

    def _tally_undo(
        self, round_: Round, before: Sequence[int], counts: Sequence[int], group: str
    ) -> Undo | None:
        """Return the way back to the counts before; typing on at one point is one act."""
        changed = [p for p, (a, b) in enumerate(zip(before, counts, strict=True)) if a != b]
        if not changed:
            return None
        here = (round_.id, group, changed[0])
        typing_on = here == self._counting
        self._counting = here
        if typing_on:
            return None
        run = partial(self._recount, round_.id, tuple(before), group)
        return Undo(UndoKind.TALLY, run, group)

    def _recount(self, round_id: str, counts: tuple[int, ...], group: str) -> Changes:
        self._counting = None
        with self._library.writing() as work:
            work.set_hand_counts(open_round(work, round_id), counts, group)
            work.commit()
        return _COUNTED

    # -- closing, revealing and back --------------------------------------------------------

    def close(self, round_id: str, reason: str = "") -> Outcome[None]:
        """Close a round and freeze the people in the room; its counts stay where they are.

        Raise CountDiffers where ballots and people differ and `reason` is empty.
        """
        with self._library.writing() as work:
            self._close(work, open_round(work, round_id), reason)
            work.commit()
        return done(_TOUCHED, Undo(UndoKind.CLOSE, partial(self._reopen, round_id)))

    def close_and_reveal(self, round_id: str, reason: str = "") -> Outcome[None]:
        """Close a show of hands and show it at once, since everybody has seen the hands."""
        with self._library.writing() as work:
            round_ = self._close(work, open_round(work, round_id), reason)
            _reveal(work, round_)
            work.commit()
        # Hands are no secret: they can be counted again. Other ballots only go back to closed.
        back = self._reopen if hands_only(round_) else self._hide
        return done(_TOUCHED, Undo(UndoKind.REVEAL, partial(back, round_id)))

    def reveal(self, round_id: str) -> Outcome[None]:
        """Show a closed round's result to the room."""
        with self._library.writing() as work:
            round_ = work.round(round_id)
            if round_.state is not RoundState.CLOSED:
                raise RuleProblem("Only a closed vote can be revealed. Close it first.")
            _reveal(work, round_)
            work.commit()
        return done(_TOUCHED, Undo(UndoKind.REVEAL, partial(self._hide, round_id)))

    def reopen(self, round_id: str) -> Outcome[None]:
        """Open a closed round again before its reveal; its ballots stay and stay mixed."""
        return done(self._reopen(round_id))

    def discard(self, round_id: str) -> Outcome[None]:
        """Set aside a round that was not revealed."""
        with self._library.writing() as work:
            round_ = work.round(round_id)
            promised = work.workshop(round_.workshop_id)
            if round_.state is RoundState.REVEALED or (round_.seen and not hands_only(round_)):
                raise RuleProblem("The room has seen this result, so it stays. Vote again instead.")
            work.save_round(replace(round_, state=RoundState.DISCARDED))
            work.commit()
        self._forget(round_id)
        return done(_TOUCHED, Undo(UndoKind.DISCARD, partial(self._bring_back, round_, promised)))

    def _close(self, work: Work, round_: Round, reason: str) -> Round:
        result = closed(round_, work.workshop(round_.workshop_id), reason.strip())
        work.save_round(result)
        self._forget(round_.id)
        return result

    def _forget(self, round_id: str) -> None:
        if self.can_take_back(round_id):
            self._last = None
        self._counting = None

    def _reopen(self, round_id: str) -> Changes:
        with self._library.writing() as work:
            round_ = work.round(round_id)
            present = work.workshop(round_.workshop_id).present
            work.save_round(reopened(round_, present))
            work.commit()
        return _COUNTED

    def _hide(self, round_id: str) -> Changes:
        with self._library.writing() as work:
            round_ = work.round(round_id)
            if round_.state is not RoundState.REVEALED:
                raise RuleProblem("This result is not shown any more.")
            record = work.record(round_.workshop_id)
            if record.latest_round(round_.statement_id) != round_:
                raise RuleProblem("The room has voted again since. This result stays.")
            work.save_round(replace(round_, state=RoundState.CLOSED, seen=True))
            work.commit()
        return _TOUCHED

    def _bring_back(self, round_: Round, promised: Workshop) -> Changes:
        with self._library.writing() as work:
            record = work.record(round_.workshop_id)
            check_kept(promised, record.workshop)
            latest = record.latest_round(round_.statement_id)
            if latest is not None and latest.ordinal >= round_.ordinal:
                raise RuleProblem(
                    "A new vote on this statement has begun. Discard that one to get the "
                    "earlier one back."
                )
            back = replace(work.round(round_.id), state=round_.state)
            if back.state is RoundState.OPEN:  # people may have come or gone meanwhile
                back = replace(back, present=record.workshop.present)
            work.save_round(back)
            work.commit()
        return _COUNTED


def _reveal(work: Work, round_: Round) -> None:
    """Show a round to the room; its counts are kept for good the first time only."""
    if round_.seen:
        work.save_round(replace(round_, state=RoundState.REVEALED))
    else:
        work.reveal_round(as_seen(work, round_))
