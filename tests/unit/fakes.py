"""The outside world of the use cases, in memory; test_fakes.py keeps it true to the real one."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.errors import LibraryInUse, NotFound, RuleProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Commitment, Note
from desktop_app.domain.rounds import Ballot, Channel, FileBallot, Round, RoundState, Tally
from desktop_app.domain.workshop import Workshop, WorkshopRecord, WorkshopSummary

from .builders import NOON, make_framework

T = TypeVar("T")
Kind = tuple[Channel, str, int]


@dataclass
class Shelf:
    """All that a library keeps; values are frozen, so a copy of the dicts is a copy of it all."""

    workshops: dict[str, Workshop] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    ballots: dict[str, list[Kind]] = field(default_factory=dict)
    tallies: dict[str, Counter[Kind]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)

    def copy(self) -> Shelf:
        return Shelf(
            dict(self.workshops),
            dict(self.rounds),
            copy.deepcopy(self.ballots),
            copy.deepcopy(self.tallies),
            dict(self.notes),
            dict(self.commitments),
        )


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
            for round_ in record.rounds:
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

    def single_ballots(self) -> int:
        """Tell how many ballots are kept one by one, over all rounds."""
        return sum(map(len, self.shelf.ballots.values()))


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
        found = sorted(self._shelf.workshops.values(), key=lambda w: w.id)
        found.sort(key=lambda w: w.updated_at, reverse=True)
        names = [f.name for f in fields(WorkshopSummary)]
        return tuple(WorkshopSummary(**{n: getattr(w, n) for n in names}) for w in found)

    def workshop(self, workshop_id: str) -> Workshop:
        return _found(self._shelf.workshops, workshop_id)

    def record(self, workshop_id: str) -> WorkshopRecord:
        workshop = self.workshop(workshop_id)
        notes = (n for n in self._shelf.notes.values() if n.workshop_id == workshop_id)
        plan = (c for c in self._shelf.commitments.values() if c.workshop_id == workshop_id)
        return WorkshopRecord(
            workshop,
            self._rounds(workshop),
            tuple(notes),
            tuple(sorted(plan, key=lambda c: (c.position, c.id))),
        )

    def add_workshop(self, workshop: Workshop) -> None:
        assert workshop.id not in self._shelf.workshops
        self._shelf.workshops[workshop.id] = workshop

    def save_workshop(self, workshop: Workshop) -> None:
        kept = self.workshop(workshop.id).framework
        self._shelf.workshops[workshop.id] = replace(workshop, framework=kept)

    def delete_workshop(self, workshop_id: str) -> None:
        self.workshop(workshop_id)
        shelf = self._shelf
        for key in [r.id for r in shelf.rounds.values() if r.workshop_id == workshop_id]:
            for part in (shelf.rounds, shelf.ballots, shelf.tallies):
                part.pop(key, None)
        shelf.notes = _without(shelf.notes, workshop_id)
        shelf.commitments = _without(shelf.commitments, workshop_id)
        del shelf.workshops[workshop_id]

    # Rounds and ballots

    def round(self, round_id: str) -> Round:
        stored = _found(self._shelf.rounds, round_id)
        counted = self._shelf.tallies.get(round_id, Counter())
        tallies = [Tally(*kind, votes) for kind, votes in sorted(counted.items(), key=_by_words)]
        revealed = stored.state is RoundState.REVEALED
        return replace(
            stored,
            ballots_in=counted.total() + len(self._shelf.ballots.get(round_id, ())),
            tallies=tuple(t for t in tallies if revealed or t.channel is Channel.HANDS),
        )

    def add_round(self, round_: Round) -> None:
        self.workshop(round_.workshop_id)
        assert round_.id not in self._shelf.rounds
        self._shelf.rounds[round_.id] = round_

    def save_round(self, round_: Round) -> None:
        self._shelf.rounds[round_.id] = replace(
            _found(self._shelf.rounds, round_.id),
            state=round_.state,
            channel=round_.channel,
            present=round_.present,
            difference_reason=round_.difference_reason,
            settled_point=round_.settled_point,
            settled_reason=round_.settled_reason,
            seen=round_.seen,
        )
        if round_.state is not RoundState.OPEN:
            self.seal_ballots(round_)

    def add_ballot(self, round_: Round, ballot: Ballot) -> None:
        if _found(self._shelf.rounds, round_.id).state is not RoundState.OPEN:
            raise RuleProblem("This vote is closed, so the ballot was not counted.")
        ballots = self._shelf.ballots.setdefault(round_.id, [])
        place = random.randint(0, len(ballots))  # in no meaningful order
        ballots.insert(place, (round_.channel, ballot.group, ballot.point))

    def set_hand_counts(self, round_: Round, counts: Sequence[int]) -> None:
        _found(self._shelf.rounds, round_.id)
        kept = self._shelf.tallies.get(round_.id, Counter())
        others = Counter({k: v for k, v in kept.items() if k[0] is not Channel.HANDS})
        hands = {(Channel.HANDS, "", point): votes for point, votes in enumerate(counts)}
        self._shelf.tallies[round_.id] = others + Counter(hands)

    def seal_ballots(self, round_: Round) -> None:
        _found(self._shelf.rounds, round_.id)
        sealed = Counter(self._shelf.ballots.pop(round_.id, ()))
        self._shelf.tallies[round_.id] = self._shelf.tallies.get(round_.id, Counter()) + sealed

    def add_tallies(self, round_: Round, tallies: Sequence[Tally]) -> None:
        _found(self._shelf.rounds, round_.id)
        counted = self._shelf.tallies.setdefault(round_.id, Counter())
        for tally in tallies:
            if tally.votes:
                counted[tally.channel, tally.group, tally.point] += tally.votes

    # Notes and the plan

    def save_note(self, note: Note) -> None:
        self.workshop(note.workshop_id)
        self._shelf.notes[note.id] = note

    def delete_note(self, note_id: str) -> None:
        _found(self._shelf.notes, note_id)
        del self._shelf.notes[note_id]

    def save_commitment(self, commitment: Commitment) -> None:
        self.workshop(commitment.workshop_id)
        self._shelf.commitments[commitment.id] = commitment

    def delete_commitment(self, commitment_id: str) -> None:
        _found(self._shelf.commitments, commitment_id)
        del self._shelf.commitments[commitment_id]

    def _rounds(self, workshop: Workshop) -> tuple[Round, ...]:
        places = {s.id: place for place, s in enumerate(workshop.framework.statements)}
        found = [
            self.round(r.id)
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


def _by_words(item: tuple[Kind, int]) -> tuple[str, str, int]:
    (channel, group, point), _votes = item
    return channel.value, group, point


class FakeFrameworks:
    """domain.ports.Frameworks."""

    def __init__(self, framework: Framework | None = None) -> None:
        self._framework = framework or make_framework()

    def built_in(self) -> Framework:
        return self._framework


class FakeSamples:
    """domain.ports.Samples: always this record, its workshop renamed to what the caller gives."""

    def __init__(self, record: WorkshopRecord) -> None:
        self._record = record

    def sample(self, framework: Framework, now: datetime) -> WorkshopRecord:
        workshop = replace(self._record.workshop, framework=framework, created_at=now)
        return replace(self._record, workshop=replace(workshop, updated_at=now, is_sample=True))


class FakeBallotFiles:
    """domain.ports.BallotFiles: these ballots, or this problem."""

    def __init__(self, *ballots: FileBallot, problem: Exception | None = None) -> None:
        self._ballots = ballots
        self._problem = problem

    def read(self, path: Path, framework: Framework) -> tuple[FileBallot, ...]:
        if self._problem is not None:
            raise self._problem
        return self._ballots


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
