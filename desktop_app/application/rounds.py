"""Use cases of a vote: open, cast, count, close, reveal, discard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.rounds import Ballot, Channel, Round, RoundState

from .outcome import Outcome, done

MAX_HANDS = 999
_TOUCHED = Changes.ROUND | Changes.STAGE


class CountDiffers(RuleProblem):
    """The ballots do not add up to the people in the room, and no reason was given."""


class Rounds:
    """Run votes on statements; a vote is durable when a method returns."""

    def __init__(self, library: Library, new_id: Callable[[], str]) -> None:
        self._library = library
        self._new_id = new_id

    def round(self, round_id: str) -> Round:
        """Return one round; raise NotFound."""
        with self._library.reading() as work:
            return work.round(round_id)

    def open(self, workshop_id: str, statement_id: str, channel: Channel) -> Outcome[str]:
        """Open the first or a further round on a statement; give the round's id."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
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
        return Outcome(_TOUCHED, round_.id)

    def use_channel(self, round_id: str, channel: Channel) -> Outcome[None]:
        """Take further ballots by another channel; the ones that are in stay in."""
        with self._library.writing() as work:
            work.save_round(replace(_open_round(work, round_id), channel=channel))
            work.commit()
        return done(_TOUCHED)

    def cast(self, round_id: str, point: int, group: str = "") -> Outcome[int]:
        """Add one ballot and make it durable; give how many are in now."""
        with self._library.writing() as work:
            round_ = _open_round(work, round_id)
            if round_.channel is Channel.HANDS:
                # As a hand count, its value would be seen before the reveal.
                raise RuleProblem(
                    "This vote is counted by hands. Type the counts, or change to taking turns."
                )
            if round_.ballots_in >= round_.present:
                raise _full(round_.present)
            _check_point(work, round_, point)
            work.add_ballot(round_, Ballot(point, group))
            work.commit()
        return Outcome(Changes.BALLOTS, round_.ballots_in + 1)

    def count_hands(self, round_id: str, counts: Sequence[int]) -> Outcome[None]:
        """Replace the counted hands; `counts` are for 0 ("can't say"), 1, ... K."""
        if any(not 0 <= count <= MAX_HANDS for count in counts):
            raise InputProblem(
                "A count of hands can be 0 to {limit}. Type a number in between.", limit=MAX_HANDS
            )
        with self._library.writing() as work:
            round_ = _open_round(work, round_id)
            if len(counts) != _points(work, round_) + 1:
                raise InputProblem("Count the hands for each point of the scale and “can’t say”.")
            work.set_hand_counts(round_, counts)
            work.commit()
        return done(Changes.BALLOTS)

    def close(self, round_id: str, reason: str = "") -> Outcome[None]:
        """Close a round: freeze the people in the room and strip what links ballots to people.

        Raise CountDiffers where ballots and people differ and `reason` is empty.
        """
        with self._library.writing() as work:
            _close(work, _open_round(work, round_id), reason.strip())
            work.commit()
        return done(_TOUCHED)

    def reveal(self, round_id: str) -> Outcome[None]:
        """Show a closed round's result to the room."""
        with self._library.writing() as work:
            round_ = work.round(round_id)
            if round_.state is not RoundState.CLOSED:
                raise RuleProblem("Only a closed vote can be revealed. Close it first.")
            work.save_round(replace(round_, state=RoundState.REVEALED))
            work.commit()
        return done(_TOUCHED)

    def discard(self, round_id: str) -> Outcome[None]:
        """Set aside a round that was not revealed."""
        with self._library.writing() as work:
            round_ = work.round(round_id)
            if round_.state is RoundState.REVEALED:
                raise RuleProblem("The room has seen this result, so it stays. Vote again instead.")
            work.save_round(replace(round_, state=RoundState.DISCARDED))
            work.commit()
        return done(_TOUCHED)


def difference(round_: Round) -> int:
    """Return ballots in minus people in the room: below 0 some are missing, above 0 too many."""
    return round_.ballots_in - round_.present


def _full(present: int) -> RuleProblem:
    return RuleProblem(
        "{everybody} in the room has voted. If somebody is missing, raise the number of people "
        "in the room.",
        everybody="The one person" if present == 1 else f"Each of the {present} people",
    )


def _open_round(work: Work, round_id: str) -> Round:
    round_ = work.round(round_id)
    if round_.state is not RoundState.OPEN:
        raise RuleProblem("This vote is closed. Open a new one to vote again.")
    return round_


def _check_point(work: Work, round_: Round, point: int) -> None:
    if not CANNOT_SAY <= point <= _points(work, round_):
        raise InputProblem("That is not a point of the scale. Pick one that is shown.")


def _points(work: Work, round_: Round) -> int:
    return work.workshop(round_.workshop_id).framework.scale.size


def _close(work: Work, round_: Round, reason: str) -> None:
    if round_.ballots_in == 0:
        raise RuleProblem("No ballot is in yet. Take the vote first, or discard it.")
    if difference(round_) and not reason:
        raise CountDiffers(
            "{ballots} in, and {people} in the room. "
            "Count again, or accept the difference with a reason.",
            ballots="One ballot is"
            if round_.ballots_in == 1
            else f"{round_.ballots_in} ballots are",
            people="one person is" if round_.present == 1 else f"{round_.present} people are",
        )
    kept = reason if difference(round_) else ""
    work.seal_ballots(round_)
    work.save_round(replace(round_, state=RoundState.CLOSED, difference_reason=kept))
