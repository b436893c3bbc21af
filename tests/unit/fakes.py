"""The outside world of the use cases, in memory; test_fakes.py keeps it true to the real one."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.agenda import StepTime
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.channels import Channel
from desktop_app.domain.dues import Due, LookedBack
from desktop_app.domain.errors import (
    AppError,
    FileProblem,
    InputProblem,
    LibraryInUse,
    NotFound,
    RuleProblem,
)
from desktop_app.domain.framework import Framework
from desktop_app.domain.learnt import MOST, Learnt
from desktop_app.domain.listing import Choices, Shown, Wish
from desktop_app.domain.plan import Commitment, Note
from desktop_app.domain.priorities import DotBallot, PriorityVote, RankSums
from desktop_app.domain.rounds import Ballot, Round, RoundKind, RoundState, Tally, by_group
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.summaries import WorkshopLines, WorkshopStatus, WorkshopSummary
from desktop_app.domain.workshop import Workshop, WorkshopRecord

from .builders import NOON, make_framework

T = TypeVar("T")
Kind = tuple[Channel, str, int]


@dataclass(frozen=True)
class Pot:
    """The dots of a priority vote: sums by channel and action, people and how they ranked."""

    sums: tuple[tuple[Channel, str, int], ...] = ()
    people: int = 0
    ranks: tuple[RankSums, ...] = ()


@dataclass
class Shelf:
    """All that a library keeps; values are frozen, so a copy of the dicts is a copy of it all."""

    workshops: dict[str, Workshop] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    boxes: dict[str, Counter[Kind]] = field(default_factory=dict)
    tallies: dict[str, Counter[Kind]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    priority_votes: dict[str, PriorityVote] = field(default_factory=dict)
    pots: dict[str, Pot] = field(default_factory=dict)
    times: dict[tuple[str, str], StepTime] = field(default_factory=dict)
    own_frameworks: dict[tuple[str, str], Framework] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    archived: frozenset[str] = frozenset()

    def copy(self) -> Shelf:
        names = [f.name for f in fields(self)]
        return Shelf(**{name: copy.copy(getattr(self, name)) for name in names})._with_own_parts()

    def _with_own_parts(self) -> Shelf:
        self.boxes = {key: part.copy() for key, part in self.boxes.items()}
        self.tallies = {key: part.copy() for key, part in self.tallies.items()}
        return self


class FakeLibrary:
    """domain.ports.Library; `units` counts the units that wrote."""

    def __init__(self, *records: WorkshopRecord) -> None:
        self.shelf = Shelf()
        self.units = 0
        self._writing = False
        for record in records:
            self.put(record)

    @contextmanager
    def reading(self) -> Iterator[FakeWork]:
        yield FakeWork(self, may_write=False)

    @contextmanager
    def writing(self) -> Iterator[FakeWork]:
        if self._writing:
            raise LibraryInUse("A unit of work was begun inside another one.")
        self._writing = True
        try:
            yield FakeWork(self)
        finally:
            self._writing = False

    def put(self, record: WorkshopRecord) -> None:
        """Put a record in whole, as a test's starting point."""
        with self.writing() as work:
            work.add_workshop(record.workshop)
            for round_ in record.all_rounds:
                work.add_round(round_)
                work.add_tallies(round_, round_.tallies)
            for note in record.notes:
                work.save_note(note)
            for commitment in record.commitments:
                work.save_commitment(commitment)
            work.commit()
        self.units = 0

    def record(self, workshop_id: str = "w1") -> WorkshopRecord:
        with self.reading() as work:
            return work.record(workshop_id)

    def round(self, round_id: str) -> Round:
        with self.reading() as work:
            return work.round(round_id)

    def in_boxes(self) -> int:
        """Tell how many ballots are in running totals, over all rounds."""
        return sum(box.total() for box in self.shelf.boxes.values())


class FakeWork:
    """domain.ports.Work over a copy of the shelf that takes its place at a commit."""

    def __init__(self, library: FakeLibrary, *, may_write: bool = True) -> None:
        self._library = library
        self._may_write = may_write
        self._shelf = library.shelf.copy()

    def commit(self) -> None:
        if not self._may_write:
            raise RuntimeError("a unit that only reads has nothing to commit")
        self._library.shelf = self._shelf.copy()
        self._library.units += 1

    # The library and its workshops

    def summaries(self) -> tuple[WorkshopSummary, ...]:
        shown = (w for w in self._shelf.workshops.values() if w.id not in self._shelf.hidden)
        found = sorted(shown, key=lambda w: w.id)
        found.sort(key=lambda w: w.updated_at, reverse=True)
        return tuple(map(self._summary, found))

    def _summary(self, workshop: Workshop) -> WorkshopSummary:
        names = [f.name for f in fields(WorkshopSummary) if f.name != "is_archived"]
        archived = workshop.id in self._shelf.archived
        values = {name: getattr(workshop, name) for name in names}
        return WorkshopSummary(**values, is_archived=archived)

    def listed(self, wish: Wish) -> tuple[str, ...]:
        return tuple(
            line.id
            for line in self.summaries()
            if line.is_archived is (wish.shown is Shown.ARCHIVED) or wish.archived_too
        )

    def choices(self) -> Choices:
        here = self.summaries()
        names = sorted({line.partnership for line in here if line.partnership})
        years = sorted({line.held_on.year for line in here if line.held_on}, reverse=True)
        return Choices(tuple(names), tuple(years), sum(line.is_archived for line in here))

    def archive_workshop(self, workshop_id: str, *, archived: bool) -> None:
        self._stored(workshop_id)
        only = frozenset({workshop_id})
        kept = self._shelf.archived - only
        self._shelf.archived = kept | only if archived else kept

    def put_away(self) -> tuple[WorkshopSummary, ...]:
        away = (w for w in self._shelf.workshops.values() if w.id in self._shelf.hidden)
        found = sorted(away, key=lambda w: w.updated_at, reverse=True)
        return tuple(map(self._summary, found))

    def lines(
        self, read: Callable[[Sequence[str]], Mapping[str, WorkshopSummary]]
    ) -> WorkshopLines:
        every = self.summaries()
        here = [line for line in every if not line.is_archived]
        running = (s for s in here if s.status is WorkshopStatus.RUNNING and not s.is_rehearsal)
        rehearsals = (s for s in every if s.is_rehearsal)
        ids = tuple(line.id for line in here)
        left_out = len(every) - len(here)
        return WorkshopLines(ids, read, next(running, None), next(rehearsals, None), left_out)

    def lines_of(self, ids: Sequence[str]) -> dict[str, WorkshopSummary]:
        return {line.id: line for line in self.summaries() if line.id in ids}

    def same_workshops(self, identity: str) -> tuple[WorkshopSummary, ...]:
        own = {w.id for w in self._shelf.workshops.values() if w.identity == identity}
        return tuple(line for line in self.summaries() if line.id in own)

    def dated(self) -> tuple[Due, ...]:
        return ()

    def looked_back(self) -> tuple[LookedBack, ...]:
        return ()

    def workshop(self, workshop_id: str) -> Workshop:
        if workshop_id in self._shelf.hidden:
            raise NotFound("This is no longer in the library.")
        return self._stored(workshop_id)

    def _stored(self, workshop_id: str) -> Workshop:
        return _found(self._shelf.workshops, workshop_id)

    def record(self, workshop_id: str) -> WorkshopRecord:
        workshop = self.workshop(workshop_id)
        notes = (n for n in self._shelf.notes.values() if n.workshop_id == workshop_id)
        plan = (c for c in self._shelf.commitments.values() if c.workshop_id == workshop_id)
        rounds = self._rounds(workshop, (RoundState.REVEALED,))
        return WorkshopRecord(
            workshop,
            tuple(r for r in rounds if r.kind is RoundKind.ROOM),
            tuple(notes),
            tuple(sorted(plan, key=lambda c: (c.position, c.id))),
            self._priority_vote(workshop),
            self._times(workshop),
            tuple(r for r in rounds if r.kind is RoundKind.BEFORE),
        )

    def add_workshop(self, workshop: Workshop) -> None:
        assert workshop.id not in self._shelf.workshops
        self._shelf.workshops[workshop.id] = workshop

    def save_workshop(self, workshop: Workshop) -> None:
        kept = self._stored(workshop.id).framework
        self._shelf.workshops[workshop.id] = replace(workshop, framework=kept)

    def hide_workshop(self, workshop_id: str, *, hidden: bool) -> None:
        self._stored(workshop_id)
        only = frozenset({workshop_id})
        self._shelf.hidden = self._shelf.hidden | only if hidden else self._shelf.hidden - only

    def delete_workshop(self, workshop_id: str) -> None:
        self.hide_workshop(workshop_id, hidden=False)
        shelf = self._shelf
        for key in [r.id for r in shelf.rounds.values() if r.workshop_id == workshop_id]:
            for part in (shelf.rounds, shelf.boxes, shelf.tallies):
                part.pop(key, None)
        shelf.notes = _without(shelf.notes, workshop_id)
        shelf.commitments = _without(shelf.commitments, workshop_id)
        shelf.priority_votes = _without(shelf.priority_votes, workshop_id)
        shelf.pots = {k: pot for k, pot in shelf.pots.items() if k in shelf.priority_votes}
        shelf.times = {k: time for k, time in shelf.times.items() if k[0] != workshop_id}
        del shelf.workshops[workshop_id]

    # Rounds and ballots

    def round(self, round_id: str) -> Round:
        return self._round(round_id, (RoundState.REVEALED,))

    def _round(self, round_id: str, known: tuple[RoundState, ...]) -> Round:
        stored = _found(self._shelf.rounds, round_id)
        counted = self._shelf.tallies.get(round_id, Counter())
        tallies = [Tally(*kind, votes) for kind, votes in sorted(counted.items(), key=_by_words)]
        revealed = stored.state in known
        boxed = self._shelf.boxes.get(round_id, Counter())
        groups = [(kind[1], votes) for kind, votes in (counted + boxed).items()]
        return replace(
            stored,
            ballots_in=counted.total() + boxed.total(),
            in_by_group=() if revealed else by_group(groups),
            tallies=tuple(t for t in tallies if revealed or t.channel is Channel.HANDS),
        )

    def add_round(self, round_: Round) -> None:
        self._stored(round_.workshop_id)
        assert round_.id not in self._shelf.rounds
        self._allow_one_open(round_)
        self._shelf.rounds[round_.id] = round_

    def _allow_one_open(self, round_: Round) -> None:
        place = (round_.workshop_id, round_.statement_id, round_.kind)
        others = (r for r in self._shelf.rounds.values() if r.id != round_.id)
        is_open = RoundState.OPEN
        taken = {(r.workshop_id, r.statement_id, r.kind) for r in others if r.state is is_open}
        if round_.state is is_open and place in taken:
            raise RuleProblem("Another vote on this statement is open already.")

    def save_round(self, round_: Round) -> None:
        stored = _found(self._shelf.rounds, round_.id)
        self._allow_one_open(replace(stored, state=round_.state))
        self._shelf.rounds[round_.id] = replace(
            stored,
            state=round_.state,
            channel=round_.channel,
            present=round_.present,
            difference_reason=round_.difference_reason,
            settled_point=round_.settled_point,
            settled_reason=round_.settled_reason,
            seen=round_.seen,
        )
        if _over(round_):
            boxed = self._shelf.boxes.pop(round_.id, Counter())
            self._shelf.tallies[round_.id] = self._shelf.tallies.get(round_.id, Counter()) + boxed

    def delete_round(self, round_id: str) -> None:
        for part in (self._shelf.rounds, self._shelf.boxes, self._shelf.tallies):
            part.pop(round_id, None)

    def reveal_round(self, round_: Round) -> None:
        if _over(_found(self._shelf.rounds, round_.id)):
            raise RuleProblem("The room has seen this result already.")
        self._shelf.boxes.pop(round_.id, None)
        counted = {(t.channel, t.group, t.point): t.votes for t in round_.tallies}
        self._shelf.tallies[round_.id] = Counter(counted)
        self.save_round(round_)

    def counts_to_reveal(self, round_: Round) -> tuple[Tally, ...]:
        _found(self._shelf.rounds, round_.id)
        parts = (self._shelf.tallies, self._shelf.boxes)
        return tuple(
            Tally(*kind, votes)
            for part in parts
            for kind, votes in sorted(part.get(round_.id, Counter()).items(), key=_by_words)
        )

    def add_ballot(self, round_: Round, ballot: Ballot) -> None:
        stored = _found(self._shelf.rounds, round_.id)
        if stored.state is not RoundState.OPEN or stored.seen:
            raise RuleProblem("This vote is closed, so the ballot was not counted.")
        box = self._shelf.boxes.setdefault(round_.id, Counter())
        box[round_.channel, ballot.group, ballot.point] += 1

    def take_back_ballot(self, round_: Round, ballot: Ballot) -> None:
        stored = _found(self._shelf.rounds, round_.id)
        box = self._shelf.boxes.get(round_.id, Counter())
        kind = (round_.channel, ballot.group, ballot.point)
        if stored.state is not RoundState.OPEN or stored.seen or not box[kind]:
            raise RuleProblem("This ballot cannot be taken back.")
        self._shelf.boxes[round_.id] = box - Counter([kind])

    def set_hand_counts(self, round_: Round, counts: Sequence[int], group: str = "") -> None:
        _found(self._shelf.rounds, round_.id)
        kept = self._shelf.tallies.get(round_.id, Counter())
        others = Counter({k: v for k, v in kept.items() if k[:2] != (Channel.HANDS, group)})
        hands = {(Channel.HANDS, group, point): votes for point, votes in enumerate(counts)}
        self._shelf.tallies[round_.id] = others + Counter(hands)

    def add_tallies(self, round_: Round, tallies: Sequence[Tally]) -> None:
        stored = _found(self._shelf.rounds, round_.id)
        for tally in tallies:
            shown = _over(stored) or tally.channel is Channel.HANDS
            part = self._shelf.tallies if shown else self._shelf.boxes
            counted = part.setdefault(round_.id, Counter())
            if tally.votes:
                counted[tally.channel, tally.group, tally.point] += tally.votes

    # Priorities

    def priority_vote(self, workshop_id: str) -> PriorityVote | None:
        return self._priority_vote(self.workshop(workshop_id))

    def set_priority_vote(self, vote: PriorityVote) -> None:
        self._stored(vote.workshop_id)
        votes = self._shelf.priority_votes.values()
        others = [v for v in votes if v.workshop_id == vote.workshop_id and v.id != vote.id]
        for other in others:
            if other.state is not RoundState.DISCARDED:
                raise RuleProblem("This workshop already has a vote on priorities.")
            del self._shelf.priority_votes[other.id], self._shelf.pots[other.id]
        self._shelf.priority_votes[vote.id] = vote
        self._shelf.pots.setdefault(vote.id, Pot())
        if vote.seen or vote.state is RoundState.REVEALED:
            self._shelf.pots[vote.id] = replace(self._shelf.pots[vote.id], ranks=())

    def add_dot_ballot(self, vote: PriorityVote, ballot: DotBallot, ranks: RankSums) -> None:
        self._require_open(vote, "This vote is closed, so the dots were not counted.")
        pot = self._shelf.pots[vote.id]
        placed = tuple((vote.channel, action_id, dots) for action_id, dots in ballot.dots)
        self._shelf.pots[vote.id] = Pot((*pot.sums, *placed), pot.people + 1, (*pot.ranks, ranks))

    def take_back_dots(self, vote: PriorityVote, ballot: DotBallot, ranks: RankSums) -> None:
        self._require_open(vote, "These dots cannot be taken back.")
        pot, left = self._shelf.pots[vote.id], list(self._shelf.pots[vote.id].ranks)
        added: Counter[tuple[Channel, str]] = Counter()
        for channel, action_id, dots in pot.sums:
            added[channel, action_id] += dots
        for action_id, dots in ballot.dots:
            added[vote.channel, action_id] -= dots
        if min(added.values(), default=-1) < 0 or ranks not in left:
            raise RuleProblem("These dots cannot be taken back.")
        left.remove(ranks)
        sums = tuple((*key, dots) for key, dots in added.items() if dots)
        self._shelf.pots[vote.id] = Pot(sums, pot.people - 1, tuple(left))

    def _require_open(self, vote: PriorityVote, problem: str) -> None:
        stored = _found(self._shelf.priority_votes, vote.id)
        if stored.state is not RoundState.OPEN or stored.seen:
            raise RuleProblem(problem)

    def add_dots(self, vote: PriorityVote) -> None:
        pot = _found(self._shelf.pots, vote.id)
        placed = tuple((vote.channel, action_id, dots) for action_id, dots in vote.dots)
        people = pot.people + vote.ballots_in
        self._shelf.pots[vote.id] = replace(pot, sums=(*pot.sums, *placed), people=people)

    def set_hand_dots(self, vote: PriorityVote, dots: Mapping[str, int]) -> None:
        pot = _found(self._shelf.pots, vote.id)
        others = [one for one in pot.sums if one[0] is not Channel.HANDS]
        hands = [(Channel.HANDS, action_id, count) for action_id, count in dots.items() if count]
        self._shelf.pots[vote.id] = replace(pot, sums=(*others, *hands))

    def rank_sums(self, vote: PriorityVote) -> RankSums:
        ranks = _found(self._shelf.pots, vote.id).ranks
        doubled: Counter[str] = Counter()
        for one in ranks:
            doubled.update(dict(one.doubled))
        people, ties = sum(one.people for one in ranks), sum(one.ties for one in ranks)
        return RankSums(people, tuple(sorted(doubled.items())), ties)

    # Time and frameworks

    def save_time(self, workshop_id: str, time: StepTime) -> None:
        self._stored(workshop_id)
        self._shelf.times[workshop_id, time.step] = time

    def own_frameworks(self) -> tuple[Framework, ...]:
        last = {key: framework for (key, _), framework in self._shelf.own_frameworks.items()}
        return tuple(sorted(last.values(), key=lambda f: (f.title.casefold(), f.title, f.id)))

    def framework_versions(self, framework_id: str) -> tuple[Framework, ...]:
        kept = self._shelf.own_frameworks.items()
        found = tuple(framework for (key, _), framework in kept if key == framework_id)
        if not found:
            raise NotFound("This framework is no longer in the library.")
        return found

    def save_own_framework(self, framework: Framework) -> None:
        key = (framework.id, framework.version)
        if self._shelf.own_frameworks.setdefault(key, framework) != framework:
            raise InputProblem("This version is kept with other words.")

    def delete_own_framework(self, framework_id: str) -> None:
        for framework in self.framework_versions(framework_id):
            del self._shelf.own_frameworks[framework.id, framework.version]

    def _priority_vote(self, workshop: Workshop) -> PriorityVote | None:
        votes = self._shelf.priority_votes.values()
        vote = next((v for v in votes if v.workshop_id == workshop.id), None)
        if vote is None or vote.state is RoundState.DISCARDED:
            return None
        pot = self._shelf.pots[vote.id]
        shown: Counter[str] = Counter()
        for channel, action_id, dots in pot.sums:
            if vote.state is RoundState.REVEALED or channel is Channel.HANDS:
                shown[action_id] += dots
        order = [action.id for action in workshop.framework.actions]
        return replace(
            vote,
            ballots_in=pot.people,
            dots_in=sum(dots for _, _, dots in pot.sums),
            dots=tuple(sorted(shown.items(), key=lambda d: _placed(order, d[0]))),
        )

    def _times(self, workshop: Workshop) -> tuple[StepTime, ...]:
        order = [step.key for step in workshop_steps(workshop.framework)]
        found = [time for key, time in self._shelf.times.items() if key[0] == workshop.id]
        return tuple(sorted(found, key=lambda time: _placed(order, time.step)))

    # Notes and the plan

    def save_note(self, note: Note) -> None:
        self._stored(note.workshop_id)
        self._shelf.notes[note.id] = note

    def add_notes(self, workshop_id: str, added: Sequence[Note]) -> None:
        self._stored(workshop_id)
        self._shelf.notes |= {note.id: note for note in added}

    def delete_note(self, note_id: str) -> None:
        _found(self._shelf.notes, note_id)
        del self._shelf.notes[note_id]

    def save_commitment(self, commitment: Commitment) -> None:
        self._stored(commitment.workshop_id)
        self._shelf.commitments[commitment.id] = commitment

    def delete_commitment(self, commitment_id: str) -> None:
        _found(self._shelf.commitments, commitment_id)
        del self._shelf.commitments[commitment_id]

    def _rounds(self, workshop: Workshop, known: tuple[RoundState, ...]) -> tuple[Round, ...]:
        places = {s.id: place for place, s in enumerate(workshop.framework.statements)}
        found = [
            self._round(r.id, known)
            for r in self._shelf.rounds.values()
            if r.workshop_id == workshop.id and r.state is not RoundState.DISCARDED
        ]
        found.sort(key=lambda r: (places.get(r.statement_id, len(places)), r.ordinal, r.id))
        return tuple(found)


def _found(shelf: dict[str, T], key: str) -> T:
    if key not in shelf:
        raise NotFound("This is no longer in the library.")
    return shelf[key]


def _without(shelf: dict[str, T], workshop_id: str) -> dict[str, T]:
    return {k: v for k, v in shelf.items() if getattr(v, "workshop_id", "") != workshop_id}


def _over(round_: Round) -> bool:
    return round_.seen or round_.state is RoundState.REVEALED


def _placed(order: list[str], key: str) -> tuple[int, str]:
    return order.index(key) if key in order else len(order), key


def _by_words(item: tuple[Kind, int]) -> tuple[str, str, int]:
    (channel, group, point), _votes = item
    return channel.value, group, point


class FakeFrameworks:
    """domain.ports.Frameworks."""

    def __init__(self, framework: Framework | None = None) -> None:
        self._framework = framework or make_framework()

    def built_in(self) -> Framework:
        return self._framework


class FakeFrameworkFiles:
    """domain.ports.FrameworkFiles: what is written here is read here."""

    def __init__(self, files: dict[Path, Framework] | None = None) -> None:
        self.files = dict(files or {})

    def read(self, path: Path) -> Framework:
        if path not in self.files:
            raise FileProblem("{file}: there is no such file.", file=path.name)
        return self.files[path]

    def write(self, framework: Framework, target: Path) -> None:
        self.files[target] = framework


class FakeSamples:
    """domain.ports.Samples: always this record, its workshop renamed to what the caller gives."""

    def __init__(self, record: WorkshopRecord) -> None:
        self._record = record

    def sample(self, framework: Framework, now: datetime) -> WorkshopRecord:
        workshop = replace(self._record.workshop, framework=framework, created_at=now)
        return replace(self._record, workshop=replace(workshop, updated_at=now, is_sample=True))


class FakeAnswerFiles:
    """domain.ports.AnswerFiles: these tables by their sheets, or this problem."""

    def __init__(
        self,
        *tables: AnswerTable,
        problem: Exception | None = None,
    ) -> None:
        self._tables = tables
        self._problem = problem

    def table(self, path: Path, sheet: str = "") -> AnswerTable:
        """Return the table of a sheet, the first one where none is named."""
        if self._problem is not None:
            raise self._problem
        return next(one for one in self._tables if sheet in ("", one.sheet))

    def given(self, content: bytes, file: str, sheet: str = "") -> AnswerTable:
        """Return the same."""
        return self.table(Path(file), sheet)

    def pasted(self, text: str, html: str, file: str) -> AnswerTable:
        """Return the same."""
        return self.table(Path(file))


class FakeLearnt:
    """domain.ports.LearntStore in memory; `problem` is raised where something is to be kept."""

    def __init__(self, problem: AppError | None = None) -> None:
        self.kept: tuple[Learnt, ...] = ()
        self.problem = problem

    def load(self) -> tuple[Learnt, ...]:
        """Return what is kept."""
        return self.kept

    def save(self, learnt: Sequence[Learnt]) -> None:
        """Keep the newest."""
        if self.problem is not None:
            raise self.problem
        self.kept = tuple(learnt[-MOST:])


class Clock:
    """A clock on which a minute passes each time somebody looks."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class Ids:
    """New ids: new1, new2 ..."""

    def __init__(self) -> None:
        self._given = 0

    def __call__(self) -> str:
        self._given += 1
        return f"new{self._given}"
