"""What comes next in the day: one thing, and the one after it, from the state of the day alone.

Main button, key, remote and foot of the console all ask here, so that they are always the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from .channels import Channel
from .priorities import PriorityVote
from .rounds import Round, RoundState
from .steps import Step, StepKind
from .turnout import counted_groups, full_partner, is_begun, partners_in
from .workshop import WorkshopRecord, vote_now

Vote = Round | PriorityVote


class Act(Enum):
    """What "next" can do."""

    SHOW_AGAIN = "show_again"
    MORE = "more"
    OPEN = "open"
    BALLOT = "ballot"
    TAKE = "take"
    COUNT_PARTNER = "count_partner"
    CLOSE = "close"
    CLOSE_SHORT = "close_short"
    EXPLAIN = "explain"
    REVEAL = "reveal"
    GO_ON = "go_on"
    SAVE = "save"


@dataclass(frozen=True, slots=True)
class NextThing:
    """One thing to do.

    `channel`: the way of the vote it is about. `step`: where going on leads. `missing` and
    `people`: how many are not in, of how many in the room. `partner`: whose ballots are due.
    """

    act: Act
    channel: Channel = Channel.HANDS
    step: Step | None = None
    missing: int = 0
    people: int = 0
    partner: str = ""

    @property
    def is_pressed_twice(self) -> bool:
        """Return whether it is done only when it is asked for a second time."""
        return self.act is Act.CLOSE_SHORT


@dataclass(frozen=True, slots=True)
class Day:
    """The day as far as it says what comes next.

    `channel`: the way in which a vote would be opened here. `blank`: the room sees black. `more`:
    what the room sees here has another screen. `counting`: the partner that is counted now.
    """

    record: WorkshopRecord
    steps: tuple[Step, ...]
    step: Step
    channel: Channel
    blank: bool = False
    more: bool = False
    counting: str = ""


def next_thing(day: Day) -> NextThing:
    """Return the one thing that comes next."""
    if day.blank:
        return NextThing(Act.SHOW_AGAIN)
    if day.step.kind not in {StepKind.STATEMENT, StepKind.PRIORITIES}:
        return _going_on(day)
    vote = vote_at(day.record, day.step)
    if vote is None:
        opening = NextThing(Act.OPEN, day.channel, people=day.record.workshop.present)
        return NextThing(Act.MORE) if day.more else opening
    if vote.state is RoundState.OPEN:
        return _in_open_vote(day, vote)
    if vote.state is RoundState.CLOSED:
        return NextThing(Act.REVEAL, vote.channel)
    return _going_on(day)


def _in_open_vote(day: Day, vote: Vote) -> NextThing:
    thing = closing(day.record, vote)
    if vote.channel.traits.on_stage:
        return replace(thing, act=Act.BALLOT) if thing.missing > 0 else thing
    if thing.act is not Act.CLOSE_SHORT or not isinstance(vote, Round):
        return thing
    if _just_begins(day, vote):
        return replace(thing, act=Act.TAKE)
    due = partner_due(day.record, vote, day.counting)
    return replace(thing, act=Act.COUNT_PARTNER, partner=due) if due else thing


def _just_begins(day: Day, vote: Round) -> bool:
    """Return whether the partner that is counted now is one of several without any ballot yet."""
    groups = counted_groups(day.record.workshop, vote.channel)
    waiting = [one.label for one in groups if one.people and not is_begun(vote, one.label)]
    return day.counting in waiting and len(waiting) > 1


def thing_after(day: Day) -> NextThing | None:
    """Return what comes after the next thing, or None where the day ends."""
    now = next_thing(day)
    if now.act is Act.SAVE:
        return None
    if now.act is Act.SHOW_AGAIN:
        return next_thing(replace(day, blank=False))
    if now.act is Act.MORE:
        return next_thing(replace(day, more=False))
    if now.act is Act.GO_ON and now.step is not None:
        return next_thing(replace(day, step=now.step))
    following = _in_the_same_vote(now)
    return following if following is not None else _going_on(day)


def _in_the_same_vote(now: NextThing) -> NextThing | None:
    """Return what comes after one act of a vote, or None where that was the last."""
    traits = now.channel.traits
    if now.act is Act.OPEN and not traits.on_stage:
        return NextThing(Act.TAKE, now.channel)
    if now.act in {Act.OPEN, Act.BALLOT, Act.TAKE, Act.COUNT_PARTNER}:
        return NextThing(Act.CLOSE, now.channel, people=now.people)
    if now.act is Act.REVEAL or traits.seen_by_all:
        return None
    return NextThing(Act.REVEAL, now.channel)


def vote_at(record: WorkshopRecord, step: Step) -> Vote | None:
    """Return the latest vote at a step, or None."""
    if step.kind is StepKind.STATEMENT:
        return record.latest_round(step.subject)
    return vote_now(record) if step.kind is StepKind.PRIORITIES else None


def open_vote_at(record: WorkshopRecord, step: Step) -> Vote | None:
    """Return the vote at a step if it takes ballots now."""
    vote = vote_at(record, step)
    return vote if vote is not None and vote.state is RoundState.OPEN else None


def missing_in(vote: Vote) -> int:
    """Return how many people are not in, below 0 for what is too much.

    Dots that come dot by dot are nobody's, and nobody has to place every dot: too many can be in,
    but none is missing.
    """
    whole = isinstance(vote, Round) or vote.channel.traits.whole_people
    missing = vote.present - vote.ballots_in if whole else 0
    if isinstance(vote, PriorityVote) and vote.dots_in > vote.present * vote.dots_each:
        return min(missing, -1)
    return missing


def partner_due(record: WorkshopRecord, vote: Round, counting: str) -> str:
    """Return which partner is counted after the one counted now, "" for none.

    Nobody leaves a partner of which nothing is in; one that is complete is followed by any that is
    not, another only by one that was not counted yet.
    """
    workshop = record.workshop
    labels = [one.label for one in counted_groups(workshop, vote.channel) if one.people]
    if counting not in labels or not is_begun(vote, counting):
        return ""
    here = labels.index(counting)
    full = full_partner(workshop, vote, counting) is not None
    others = (
        one for one in (*labels[here + 1 :], *labels[:here]) if full or not is_begun(vote, one)
    )
    return next((one for one in others if full_partner(workshop, vote, one) is None), "")


def closing(record: WorkshopRecord, vote: Vote) -> NextThing:
    """Return what closing an open vote is: taking it first, asking why, or closing it."""
    missing = missing_in(vote)
    act = Act.CLOSE_SHORT if missing else Act.CLOSE
    if not (vote.dots_in if isinstance(vote, PriorityVote) else vote.ballots_in):
        act = Act.TAKE
    elif missing < 0 or _has_partner_over(record, vote):
        act = Act.EXPLAIN
    return NextThing(act, vote.channel, missing=max(missing, 0), people=vote.present)


def _has_partner_over(record: WorkshopRecord, vote: Vote) -> bool:
    if isinstance(vote, PriorityVote):
        return False
    return any(partner.is_over for partner in partners_in(record.workshop, vote))


def _going_on(day: Day) -> NextThing:
    if day.more:
        return NextThing(Act.MORE)
    here = day.steps.index(day.step) + 1 if day.step in day.steps else 0
    following = day.steps[here:]
    return NextThing(Act.GO_ON, step=following[0]) if following else NextThing(Act.SAVE)
