"""A workshop and everything kept with it; knows nothing of where it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from enum import Enum

from .agenda import AgendaItem, StepTime, as_held, day_steps, left_out_statements
from .channels import Channel, in_the_room
from .earlier import Earlier, Progress
from .framework import Depth, Framework
from .plan import Commitment, Note
from .priorities import DEFAULT_DOTS, PriorityVote
from .remembered import remembered
from .result_rules import ResultRules, Thresholds
from .rounds import Round, RoundState
from .steps import Step, step_at
from .summaries import WorkshopStatus

__all__ = [
    "MAX_PRESENT",
    "Details",
    "Group",
    "Privacy",
    "ResultRules",
    "Thresholds",
    "Workshop",
    "WorkshopRecord",
    "usual_channel",
    "vote_now",
]

MAX_PRESENT = 500


class Privacy(Enum):
    """What the room was promised about who sees what."""

    ANONYMOUS = "anonymous"
    ANONYMOUS_WITH_GROUP = "anonymous_with_group"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Group:
    """A partner organisation, sector or role, and how many of its people may vote."""

    label: str
    people: int


@dataclass(frozen=True, slots=True)
class Details:
    """What is filled in to prepare a workshop; a field added here is prepared like the others."""

    title: str
    partnership: str = ""
    place: str = ""
    held_on: date | None = None
    facilitator: str = ""
    depth: Depth = Depth.FULL
    privacy: Privacy = Privacy.ANONYMOUS
    present: int = 12
    channel: Channel = Channel.HANDS
    groups: tuple[Group, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    rules: ResultRules = field(default_factory=ResultRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Details):
    """One event, as it was prepared and what became of it since.

    `framework` is its own frozen copy at its depth, without what its agenda leaves out; `whole`
    has that too, and is None where nothing is left out. `position` is a step key.

    `observers` are in the room and do not vote. `fist`: counts for 0 (a fist) to 5 fingers on
    the plan, empty before they are taken. `rehearsal_of`: the id of the workshop that this one
    rehearses with pretend ballots, or "".

    `identity` is random, made with the workshop and the same in every library that it moves to;
    its `id` is a row's. `revision` rises by one with each unit of work that changes what the
    workshop's file would hold; keeping sees to it, and workshops that say the same are equal
    whatever it is. `language` is the BCP 47 tag of what the room sees and of the papers.
    `ballot_seen`: whether the room can see the screen that the ballot of turns is on where it has
    no other one; None where nobody was asked. `earlier`: frozen copies of the workshops that it
    follows, the last one first, none for a workshop that begins by itself; `progress`: what became
    of the last one's commitments.
    """

    id: str
    framework: Framework
    created_at: datetime
    updated_at: datetime
    status: WorkshopStatus = WorkshopStatus.PREPARED
    is_sample: bool = False
    position: str = "welcome"
    headline: str = ""
    review_on: date | None = None
    observers: int = 0
    dots_each: int = DEFAULT_DOTS
    fist: tuple[int, ...] = ()
    rehearsal_of: str = ""
    identity: str = ""
    revision: int = field(default=1, compare=False)
    language: str = "en"
    ballot_seen: bool | None = None
    earlier: tuple[Earlier, ...] = ()
    progress: tuple[Progress, ...] = ()
    whole: Framework | None = None

    @property
    def frozen(self) -> Framework:
        """Return its framework with what the agenda leaves out."""
        return self.whole or self.framework

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of its day in order."""
        return _steps(self.framework, self.agenda, self.looks_back)

    @property
    def looks_back(self) -> bool:
        """Return whether its day begins with what became of earlier commitments."""
        return any(one.commitments for one in self.earlier[:1])

    def step(self, key: str) -> Step:
        """Return the step of its day stored under `key`, or the first one if none is."""
        return step_at(self.steps, key)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return the ids of the statements that its day goes without."""
        return left_out_statements(self.frozen, self.agenda)

    @property
    def is_rehearsal(self) -> bool:
        """Return whether its ballots are pretended."""
        return bool(self.rehearsal_of)

    @property
    def details(self) -> Details:
        """Return what was prepared."""
        return Details(*(getattr(self, part.name) for part in fields(Details)))

    def prepared(self, details: Details) -> Workshop:
        """Return the workshop with other details."""
        parts = {part.name: getattr(details, part.name) for part in fields(Details)}
        return replace(self, **parts).as_held()

    def as_held(self) -> Workshop:
        """Return the workshop with the framework that its agenda leaves of the frozen one."""
        held = as_held(self.frozen, self.agenda)
        return replace(self, framework=held, whole=None if held is self.frozen else self.frozen)


@remembered
def _steps(
    framework: Framework, agenda: tuple[AgendaItem, ...], looks_back: bool
) -> tuple[Step, ...]:
    return day_steps(framework, agenda, looks_back=looks_back)


@dataclass(frozen=True, slots=True)
class WorkshopRecord:
    """A workshop with its rounds (not the discarded ones), notes and commitments, in order.

    `rounds` are the room's, and nothing else counts as the day's; `before` those answered before.
    """

    workshop: Workshop
    rounds: tuple[Round, ...] = ()
    notes: tuple[Note, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    priority_vote: PriorityVote | None = None
    times: tuple[StepTime, ...] = ()
    before: tuple[Round, ...] = ()

    @property
    def all_rounds(self) -> tuple[Round, ...]:
        """Return the rounds of every kind, those before the day first."""
        return (*self.before, *self.rounds)

    @property
    def printed_notes(self) -> tuple[Note, ...]:
        """Return the notes that documents may print; the only ones they ask for."""
        return tuple(note for note in self.notes if note.on_paper)

    def taking_over(self, vote: Round | PriorityVote) -> WorkshopRecord | None:
        """Return the record with what is in of one vote by now; None where more has changed."""
        if isinstance(vote, Round):
            known = next((r for r in self.rounds if r.id == vote.id), None)
            if known is None or known.counting_as(vote) != vote:
                return None
            return replace(self, rounds=tuple(vote if r is known else r for r in self.rounds))
        dots = self.priority_vote
        if dots is None or dots.counting_as(vote) != vote:
            return None
        return replace(self, priority_vote=vote)

    def rounds_of(self, statement_id: str) -> tuple[Round, ...]:
        """Return the statement's rounds by ordinal."""
        return tuple(
            sorted(
                (r for r in self.rounds if r.statement_id == statement_id),
                key=lambda r: r.ordinal,
            )
        )

    def latest_round(self, statement_id: str) -> Round | None:
        """Return the statement's last round, whatever its state."""
        rounds = self.rounds_of(statement_id)
        return rounds[-1] if rounds else None

    def last_revealed(self, statement_id: str) -> Round | None:
        """Return the statement's last revealed round."""
        revealed = [r for r in self.rounds_of(statement_id) if r.state is RoundState.REVEALED]
        return revealed[-1] if revealed else None


def vote_now(record: WorkshopRecord) -> PriorityVote | None:
    """Return the priority vote; while it is open it follows the people in the room."""
    vote = record.priority_vote
    if vote is None or vote.state is not RoundState.OPEN:
        return vote
    return replace(vote, present=record.workshop.present)


def usual_channel(record: WorkshopRecord, step: Step) -> Channel:
    """Return the way the room voted at the nearest step before this one, or else prepared."""
    steps = record.workshop.steps
    before = steps[: steps.index(step)] if step in steps else ()
    rounds = (record.latest_round(one.subject) for one in reversed(before) if one.subject)
    last = next((found for found in rounds if found is not None), None)
    return in_the_room(last.channel, record.workshop.channel) if last else record.workshop.channel
