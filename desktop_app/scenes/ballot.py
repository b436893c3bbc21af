"""The ballot of turns: what the person in front of the laptop reads; no scene, and never on a wall.

Made from the workshop's record as scenes are, in the same language. Holds how many are in, also by
partner, and nobody's choice.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.people import has_groups
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.turnout import full_partner
from desktop_app.domain.workshop import Group, Workshop, WorkshopRecord, vote_now
from desktop_app.words.how_to_vote import dots_to_place
from desktop_app.words.room import count_in
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.who_sees import ballot_line, channel_line, dots_line

from .door import Spoken, in_its_language
from .marks import mark
from .priorities import QUESTION
from .scene import Card
from .votes import cards


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner as one can be picked; `words` say how many of its people are in."""

    label: str
    words: str
    complete: bool


@dataclass(frozen=True, slots=True)
class LaptopBallot(Spoken):
    """One open vote as a person takes part in it.

    `lead` begins the statement that `text` completes. `partners`: a person picks theirs first, or
    none. `dots_each`: how many dots a person places, 0 where a card is picked. `who_sees` is said
    to those who wait, `at_hand` to the one whose turn it is. `seen`: the room can see the screen.
    """

    vote_id: str
    lead: str
    text: str
    cards: tuple[Card, ...]
    partners: tuple[Partner, ...]
    ballots_in: int
    present: int
    count_text: str
    who_sees: str
    at_hand: str
    mark: str = ""
    dots_each: int = 0
    seen: bool = False

    @property
    def full(self) -> bool:
        """Return whether as many ballots are in as people in the room."""
        return self.ballots_in >= self.present


@in_its_language
def ballot_at(record: WorkshopRecord, step: Step) -> LaptopBallot | None:
    """Return the ballot of the step's open vote, where people take turns at it."""
    if step.kind is StepKind.STATEMENT:
        round_ = record.latest_round(step.subject)
        return _rating(record.workshop, round_) if round_ and _in_turns(round_) else None
    vote = vote_now(record) if step.kind is StepKind.PRIORITIES else None
    return _dots(record.workshop, vote) if vote and _in_turns(vote) else None


def _in_turns(vote: Round | PriorityVote) -> bool:
    return vote.state is RoundState.OPEN and vote.channel.traits.on_stage


def _rating(workshop: Workshop, round_: Round) -> LaptopBallot:
    framework, seen = workshop.framework, bool(workshop.ballot_seen)
    statement = framework.statement(round_.statement_id)
    return LaptopBallot(
        vote_id=round_.id,
        lead=framework.stem,
        text=say("{statement}.", statement=statement.text),
        cards=cards(framework, statement),
        partners=_partners(workshop, round_),
        ballots_in=round_.ballots_in,
        present=round_.present,
        count_text=count_in(round_.ballots_in, round_.present),
        who_sees=channel_line(round_.channel, seen=seen),
        at_hand=ballot_line(seen=seen),
        mark=mark(workshop),
        seen=seen,
    )


def _dots(workshop: Workshop, vote: PriorityVote) -> LaptopBallot:
    actions, seen = enumerate(workshop.framework.actions, start=1), bool(workshop.ballot_seen)
    return LaptopBallot(
        vote_id=vote.id,
        lead=dots_to_place(vote.dots_each),
        text=said(QUESTION),
        cards=tuple(Card(place, action.short_title, "") for place, action in actions),
        partners=(),
        ballots_in=vote.ballots_in,
        present=vote.present,
        count_text=count_in(vote.ballots_in, vote.present),
        who_sees=dots_line(vote.channel, seen=seen),
        at_hand=ballot_line(seen=seen),
        mark=mark(workshop),
        seen=seen,
        dots_each=vote.dots_each,
    )


def _partners(workshop: Workshop, round_: Round) -> tuple[Partner, ...]:
    if not has_groups(workshop):
        return ()
    return tuple(_partner_of(workshop, round_, group) for group in workshop.groups)


def _partner_of(workshop: Workshop, round_: Round, group: Group) -> Partner:
    """Return a partner; those whose ballots came in as one part are complete together."""
    full = full_partner(workshop, round_, group.label)
    if full is not None:
        return _partner(group.label, full.ballots_in, full.people)
    return _partner(group.label, round_.in_of(group.label), group.people)


def _partner(label: str, ballots_in: int, people: int) -> Partner:
    complete = ballots_in >= people
    words = count_in(ballots_in, people)
    if complete and people:
        words = say_count("the only one is in", "all {n} are in", people)
    return Partner(label, words, complete)
