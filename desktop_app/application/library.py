"""Use cases that bring whole workshops into the library: the sample, and ballots from a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, NotFound
from desktop_app.domain.framework import Framework
from desktop_app.domain.plain_text import fit
from desktop_app.domain.ports import BallotFiles, Frameworks, Library, Samples
from desktop_app.domain.rounds import FileBallot, Round, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.domain.texts import phrase
from desktop_app.domain.workshop import MAX_PRESENT, Privacy, Workshop, WorkshopRecord
from desktop_app.scenes.kept_words import kept_words

from .outcome import Outcome
from .whole_record import add_record
from .workshops import MAX_TITLE

T = TypeVar("T", Framework, WorkshopSummary)


class LibraryService:
    """Bring in samples and ballots made elsewhere; find a workshop by what a person types."""

    def __init__(
        self,
        library: Library,
        frameworks: Frameworks,
        samples: Samples,
        ballot_files: BallotFiles,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._frameworks = frameworks
        self._samples = samples
        self._ballot_files = ballot_files
        self._clock = clock
        self._new_id = new_id

    def add_sample(self, *, closed: bool = False) -> Outcome[str]:
        """Add a fresh copy of the sample workshop, ended where papers are wanted; give its id."""
        record = self._samples.sample(self._frameworks.built_in(), self._clock())
        if closed:
            ended = replace(record.workshop, status=WorkshopStatus.CLOSED)
            record = replace(record, workshop=ended)
        self._add(record)
        return Outcome(Changes.LIBRARY, record.workshop.id)

    def frameworks(self) -> tuple[Framework, ...]:
        """Return what ballots can be for: the built-in framework, then those made here."""
        with self._library.reading() as work:
            return (self._frameworks.built_in(), *work.own_frameworks())

    def framework(self, wanted: str) -> Framework:
        """Return the framework with this id or exact title; raise NotFound or InputProblem."""
        known = self.frameworks()
        found = _called(wanted, known)
        if not found:
            raise NotFound(
                "There is no framework “{wanted}” in the library. There are: {titles}.",
                wanted=wanted,
                titles=", ".join(f"“{f.title}”" for f in known),
            )
        if len(found) > 1:
            raise InputProblem(
                "{count} frameworks are called “{wanted}”. Use one of their ids: {ids}.",
                count=len(found),
                wanted=wanted,
                ids=", ".join(f.id for f in found),
            )
        return found[0]

    def import_ballots(self, path: Path, framework: str = "") -> Outcome[str]:
        """Make a workshop from a file of ballots, or nothing at all; give its id.

        `framework` is the id or exact title of what was rated, "" for the built-in one. Raise
        FileProblem naming the first bad line, or as `framework`.
        """
        rated = self.framework(framework) if framework else self._frameworks.built_in()
        ballots = self._ballot_files.read(path, rated)
        return self.add_ballots(path.stem, ballots, rated)

    def add_ballots(
        self, title: str, ballots: Sequence[FileBallot], framework: Framework
    ) -> Outcome[str]:
        """Make a workshop of ballots, with its own copy of the framework; give its id."""
        rounds = self._rounds(ballots)
        title = fit(title)[:MAX_TITLE] if title.strip() else ""
        now = self._clock()
        workshop = Workshop(
            id=self._new_id(),
            title=title or kept_words(framework, phrase("Imported ballots")),
            framework=framework,
            created_at=now,
            updated_at=now,
            identity=self._new_id(),
            language=framework.language,
            privacy=_privacy_of(ballots),
            present=min(max((r.present for r in rounds), default=1), MAX_PRESENT),
            status=WorkshopStatus.RUNNING,
            position="overview",
        )
        placed = tuple(_placed(r, workshop.id) for r in rounds)
        self._add(WorkshopRecord(workshop, placed))
        return Outcome(Changes.LIBRARY, workshop.id)

    def find(self, wanted: str) -> WorkshopSummary:
        """Return the workshop with this id or exact title; raise NotFound or InputProblem."""
        with self._library.reading() as work:
            found = _called(wanted, work.summaries())
        if not found:
            raise NotFound(
                "There is no workshop “{wanted}”. “roundtable list” shows the ids and titles.",
                wanted=wanted,
            )
        if len(found) > 1:
            raise InputProblem(
                "{count} workshops are called “{wanted}”. Use an id from “roundtable list”.",
                count=len(found),
                wanted=wanted,
            )
        return found[0]

    def _rounds(self, ballots: Iterable[FileBallot]) -> list[Round]:
        sorted_out: dict[tuple[str, int], Counter[tuple[str, int]]] = {}
        for row in ballots:
            votes = sorted_out.setdefault((row.statement_id, row.ordinal), Counter())
            votes[row.ballot.group, row.ballot.point] += 1
        return [
            self._round(statement_id, ordinal, votes)
            for (statement_id, ordinal), votes in sorted(sorted_out.items())
        ]

    def _round(self, statement_id: str, ordinal: int, votes: Counter[tuple[str, int]]) -> Round:
        total = votes.total()
        return Round(
            id=self._new_id(),
            workshop_id="",
            statement_id=statement_id,
            ordinal=ordinal,
            channel=Channel.FILE,
            state=RoundState.REVEALED,
            present=total,
            ballots_in=total,
            tallies=tuple(
                Tally(Channel.FILE, group, point, count)
                for (group, point), count in sorted(votes.items())
            ),
        )

    def _add(self, record: WorkshopRecord) -> None:
        with self._library.writing() as work:
            add_record(work, record)
            work.commit()


def _called(wanted: str, known: Sequence[T]) -> list[T]:
    """Return what has this id, or else everything that has exactly this title."""
    by_id = [one for one in known if one.id == wanted]
    return by_id or [one for one in known if one.title == wanted]


def _privacy_of(ballots: Iterable[FileBallot]) -> Privacy:
    grouped = any(row.ballot.group for row in ballots)
    return Privacy.ANONYMOUS_WITH_GROUP if grouped else Privacy.ANONYMOUS


def _placed(round_: Round, workshop_id: str) -> Round:
    return replace(round_, workshop_id=workshop_id)
