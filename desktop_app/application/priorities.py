"""Use cases of the dots: open, place, count, close, reveal, discard; one vote a workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from desktop_app.analysis.priorities import concordance, ranking
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.priorities import MAX_DOTS, DotBallot, PriorityVote, RankSums
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Workshop, WorkshopRecord, vote_now

from .outcome import Outcome, counted, done
from .promises import check_kept
from .round_rules import Full

MAX_COUNT = 9_999
_TOUCHED = Changes.PRIORITIES | Changes.STAGE


class DotsDiffer(RuleProblem):
    """More dots or sheets are in than the people in the room have, and no reason was given."""


class Priorities:
    """Run the vote on what matters most; dots are durable when a method returns."""

    def __init__(self, library: Library, new_id: Callable[[], str]) -> None:
        self._library = library
        self._new_id = new_id
        # The last ones only: a longer memory would be the order in which people voted.
        self._last: tuple[PriorityVote, DotBallot] | None = None
        self._counting: tuple[str, str] | None = None

    def set_dots_each(self, workshop_id: str, dots_each: int) -> Outcome[None]:
        """Say how many dots each person has, before the vote."""
        if not 1 <= dots_each <= MAX_DOTS:
            raise InputProblem("Each person can have 1 to {limit} dots.", limit=MAX_DOTS)
        with self._library.writing() as work:
            record = work.record(workshop_id)
            if record.priority_vote is not None:
                raise RuleProblem("The dots are given out already. Discard the vote to change it.")
            work.save_workshop(replace(record.workshop, dots_each=dots_each))
            work.commit()
        return done(_TOUCHED)

    def open(self, workshop_id: str, channel: Channel) -> Outcome[str]:
        """Open the vote; give its id."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
            if record.priority_vote is not None:
                raise RuleProblem("There is a vote on priorities already. Discard it first.")
            vote = PriorityVote(
                id=self._new_id(),
                workshop_id=workshop_id,
                state=RoundState.OPEN,
                channel=channel,
                dots_each=record.workshop.dots_each,
                present=record.workshop.present,
            )
            work.set_priority_vote(vote)
            work.commit()
        return Outcome(_TOUCHED, vote.id, anew=True)

    def use_channel(self, workshop_id: str, channel: Channel) -> Outcome[None]:
        """Take dots by another channel; what is in stays in where both bring whole people."""
        with self._library.writing() as work:
            vote = _open_vote(work.record(workshop_id))
            mixable = channel.traits.whole_people and vote.channel.traits.whole_people
            if vote.dots_in and not mixable:
                raise RuleProblem(
                    "The dots that are in cannot be mixed with those of this way to vote. "
                    "Discard the vote to begin afresh."
                )
            work.set_priority_vote(replace(vote, channel=channel))
            work.commit()
        self._last = None
        return done(_TOUCHED)

    def cast(self, workshop_id: str, dots: Mapping[str, int]) -> Outcome[None]:
        """Add one person's dots, or one press of a number key."""
        with self._library.writing() as work:
            workshop, vote = _open_now(work, workshop_id)
            ballot = _ballot(workshop, vote, dots)
            work.add_dot_ballot(vote, ballot, _ranks(workshop, vote, ballot))
            work.commit()
        self._last = (vote, ballot)
        return counted(_with_ballots(vote, 1, ballot.placed))

    def can_take_back(self, vote_id: str) -> bool:
        """Return whether the last person's dots, or the last press, can be taken back."""
        return self._last is not None and self._last[0].id == vote_id

    def take_back(self, workshop_id: str) -> Outcome[None]:
        """Take the last person's dots or the last press back, once."""
        with self._library.writing() as work:
            workshop, vote = _open_now(work, workshop_id)
            if self._last is None or self._last[0].id != vote.id:
                raise RuleProblem("Only the very last one can be taken back, and only once.")
            cast_in, ballot = self._last
            work.take_back_dots(cast_in, ballot, _ranks(workshop, cast_in, ballot))
            work.commit()
        self._last = None
        return counted(_with_ballots(vote, -1, -ballot.placed))

    def count_hands(self, workshop_id: str, dots: Mapping[str, int]) -> Outcome[None]:
        """Set the dots of a show of hands, by action id."""
        with self._library.writing() as work:
            workshop, vote = _open_now(work, workshop_id)
            if not vote.channel.traits.counted:
                raise RuleProblem("These dots are not counted by hands. Change to hands first.")
            known = _known(workshop, dots)
            if any(not 0 <= count <= MAX_COUNT for count in known.values()):
                raise InputProblem("Dots can be 0 to {limit} for one action.", limit=MAX_COUNT)
            work.set_hand_dots(vote, known)
            work.commit()
        typed = tuple((key, count) for key, count in known.items() if count)
        now = replace(vote, dots=typed, dots_in=sum(known.values()))
        return counted(now, self._tally_undo(vote, known))

    def _tally_undo(self, before: PriorityVote, counted: Mapping[str, int]) -> Undo | None:
        """Return the way back to the counts before; typing on at one action is one act."""
        was = before.by_action
        changed = [key for key, count in counted.items() if count != was.get(key, 0)]
        if not changed:
            return None
        here, typing_on = (before.id, changed[0]), self._counting
        self._counting = here
        if here == typing_on:
            return None
        return Undo(UndoKind.TALLY, partial(self._recount, before.workshop_id, was))

    def _recount(self, workshop_id: str, dots: Mapping[str, int]) -> Changes:
        self._counting = None
        with self._library.writing() as work:
            work.set_hand_dots(_open_now(work, workshop_id)[1], dots)
            work.commit()
        return Changes.BALLOTS | _TOUCHED

    def close(self, workshop_id: str, reason: str = "") -> Outcome[None]:
        """Close the vote; its totals stay where they are.

        Raise DotsDiffer where more is in than the people have and `reason` is empty.
        """
        with self._library.writing() as work:
            vote = _open_vote(work.record(workshop_id))
            work.set_priority_vote(_closed(vote, reason.strip()))
            work.commit()
        self._forget()
        return done(_TOUCHED, Undo(UndoKind.CLOSE, partial(self._reopen, workshop_id)))

    def reveal(self, workshop_id: str) -> Outcome[None]:
        """Show a closed vote's list to the room."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
            vote = _in_state(record, RoundState.CLOSED)
            work.set_priority_vote(_revealed(work, record, vote))
            work.commit()
        undo = Undo(UndoKind.REVEAL, lambda: self._hide(workshop_id))
        return done(_TOUCHED | Changes.PLAN, undo)

    def discard(self, workshop_id: str) -> Outcome[None]:
        """Set the vote and its dots aside, so that another can be opened, which removes them."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
            vote = _any_vote(record)
            work.set_priority_vote(replace(vote, state=RoundState.DISCARDED))
            work.commit()
        self._forget()
        undo = Undo(UndoKind.DISCARD, partial(self._bring_back, vote, record.workshop))
        return done(_TOUCHED | Changes.PLAN, undo)

    def _forget(self) -> None:
        self._last = self._counting = None

    def _reopen(self, workshop_id: str) -> Changes:
        """Open a closed vote again; its ballots stay and stay mixed."""
        with self._library.writing() as work:
            vote = _in_state(work.record(workshop_id), RoundState.CLOSED)
            if vote.seen and not vote.channel.traits.seen_by_all:
                # One ballot more would show how that person shared out the dots.
                raise RuleProblem(
                    "The room has seen these dots, so none may be added. "
                    "Discard them to vote again."
                )
            work.set_priority_vote(replace(vote, state=RoundState.OPEN))
            work.commit()
        return _TOUCHED

    def _bring_back(self, vote: PriorityVote, promised: Workshop) -> Changes:
        with self._library.writing() as work:
            record = work.record(vote.workshop_id)
            check_kept(promised, record.workshop)
            if record.priority_vote is not None:
                raise RuleProblem("A new vote on priorities has begun. The earlier one is gone.")
            work.rank_sums(vote)  # raises NotFound where it made way for another one
            work.set_priority_vote(vote)
            work.commit()
        return _TOUCHED | Changes.PLAN

    def _hide(self, workshop_id: str) -> Changes:
        with self._library.writing() as work:
            vote = _in_state(work.record(workshop_id), RoundState.REVEALED)
            work.set_priority_vote(replace(vote, state=RoundState.CLOSED, seen=True))
            work.commit()
        return _TOUCHED | Changes.PLAN


def is_full(vote: PriorityVote) -> bool:
    """Return whether all people are in, or all dots where nobody knows whose they are."""
    if vote.channel.traits.whole_people:
        return vote.ballots_in >= vote.present
    return vote.dots_in >= vote.present * vote.dots_each


def too_many(vote: PriorityVote) -> bool:
    """Return whether more dots or people are in than the room has."""
    crowd = vote.channel.traits.whole_people and vote.ballots_in > vote.present
    return crowd or vote.dots_in > vote.present * vote.dots_each


def sheet_dots(record: WorkshopRecord, line: str) -> Mapping[str, int]:
    """Return the dots of a sheet typed as digits, one for each dot: "113" is two on the first."""
    actions = [action.id for action in record.workshop.framework.actions]
    dots: dict[str, int] = {}
    for letter in line.replace(" ", "").replace(",", ""):
        place = int(letter) if letter in "0123456789" else 0
        if not 1 <= place <= len(actions):
            raise InputProblem(
                "“{letter}” is not an action. Type one digit from 1 to {last} for each dot.",
                letter=letter,
                last=min(9, len(actions)),
            )
        dots[actions[place - 1]] = dots.get(actions[place - 1], 0) + 1
    return dots


def _any_vote(record: WorkshopRecord) -> PriorityVote:
    vote = vote_now(record)
    if vote is None:
        raise RuleProblem("There is no vote on priorities. Open one first.")
    return vote


def _in_state(record: WorkshopRecord, state: RoundState) -> PriorityVote:
    vote = _any_vote(record)
    if vote.state is not state:
        raise RuleProblem("Only a closed vote can be revealed. Close it first.")
    return vote


def _open_vote(record: WorkshopRecord) -> PriorityVote:
    vote = _any_vote(record)
    if vote.state is not RoundState.OPEN:
        raise RuleProblem("The vote on priorities is closed. Discard it to vote again.")
    return vote


def _open_now(work: Work, workshop_id: str) -> tuple[Workshop, PriorityVote]:
    """Return the workshop and its open vote as the library has them, without all the rest."""
    workshop = work.workshop(workshop_id)
    return workshop, _open_vote(
        WorkshopRecord(workshop, priority_vote=work.priority_vote(workshop_id))
    )


def _with_ballots(vote: PriorityVote, ballots: int, dots: int) -> PriorityVote:
    return replace(vote, ballots_in=vote.ballots_in + ballots, dots_in=vote.dots_in + dots)


def _ballot(workshop: Workshop, vote: PriorityVote, dots: Mapping[str, int]) -> DotBallot:
    """Return a ballot that fits the vote; an empty one is none, so that each in is a person."""
    ballot = DotBallot(tuple((key, n) for key, n in _known(workshop, dots).items() if n))
    most = 1 if vote.channel.traits.dot_by_dot else vote.dots_each
    if vote.channel.traits.counted:
        raise RuleProblem("These dots are counted by hands. Type how many each action has.")
    if any(count < 0 for _, count in ballot.dots) or not 1 <= ballot.placed <= most:
        raise InputProblem("Place 1 to {most} dots for each person.", most=most)
    if is_full(vote):
        raise Full(
            "Everybody in the room has placed their dots. If somebody is missing, raise the "
            "number of people in the room."
        )
    return ballot


def _known(workshop: Workshop, dots: Mapping[str, int]) -> dict[str, int]:
    actions = [action.id for action in workshop.framework.actions]
    if not set(dots) <= set(actions):
        raise InputProblem("That is not an action of this framework. Pick one that is shown.")
    return {key: dots[key] for key in actions if key in dots}


def _ranks(workshop: Workshop, vote: PriorityVote, ballot: DotBallot) -> RankSums:
    """Return how a ballot ranks the actions; a dot by itself is nobody's ranking."""
    if not vote.channel.traits.whole_people:
        return RankSums()
    return ranking(ballot, [action.id for action in workshop.framework.actions])


def _closed(vote: PriorityVote, reason: str) -> PriorityVote:
    if not vote.dots_in:
        raise RuleProblem("No dots are in yet. Take the vote first, or discard it.")
    if too_many(vote) and not reason:
        raise DotsDiffer(
            "More is in than the people in the room have. "
            "Count again, or accept the difference with a reason."
        )
    kept = reason if too_many(vote) else ""
    return replace(vote, state=RoundState.CLOSED, difference_reason=kept)


def _revealed(work: Work, record: WorkshopRecord, vote: PriorityVote) -> PriorityVote:
    shown = replace(vote, state=RoundState.REVEALED, seen=True)
    ranks = work.rank_sums(vote)
    if vote.seen or not ranks.people:
        return shown
    # Some that came in before this version are sums only.
    known = ranks.people == vote.ballots_in
    found = concordance(ranks, record.workshop.rules.minimum_answers) if known else None
    return replace(shown, concordance=found)
