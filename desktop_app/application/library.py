"""Use cases that bring whole workshops into the library: the sample, and answers from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from desktop_app.answers.gathering import RoundAnswers, Vote
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, NotFound
from desktop_app.domain.framework import Framework
from desktop_app.domain.plain_text import fit
from desktop_app.domain.ports import Frameworks, Library, Samples
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.domain.texts import phrase
from desktop_app.domain.workshop import MAX_PRESENT, Privacy, Workshop, WorkshopRecord
from desktop_app.scenes.kept_words import kept_words

from .outcome import Outcome
from .whole_record import add_record
from .workshops import MAX_TITLE

T = TypeVar("T", Framework, WorkshopSummary)


class LibraryService:
    """Bring in samples and answers given elsewhere; find a workshop by what a person types."""

    def __init__(
        self,
        library: Library,
        frameworks: Frameworks,
        samples: Samples,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._frameworks = frameworks
        self._samples = samples
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

    def rated(self, wanted: str) -> Framework:
        """Return the framework as `framework` does, or the built-in one for ""."""
        return self.framework(wanted) if wanted else self._frameworks.built_in()

    def add_answers(
        self, title: str, answers: Mapping[Vote, RoundAnswers], framework: Framework
    ) -> Outcome[str]:
        """Make a workshop of answers, with its own copy of the framework; give its id."""
        rounds = [self._round(vote, one) for vote, one in sorted(answers.items())]
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
            privacy=_privacy_of(answers.values()),
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

    def _round(self, vote: Vote, answers: RoundAnswers) -> Round:
        statement_id, ordinal = vote
        return Round(
            id=self._new_id(),
            workshop_id="",
            statement_id=statement_id,
            ordinal=ordinal,
            channel=Channel.FILE,
            state=RoundState.REVEALED,
            present=answers.people,
            ballots_in=answers.ballots,
            tallies=tuple(
                Tally(Channel.FILE, group, point, count)
                for (group, point), count in sorted(answers.votes.items())
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


def _privacy_of(answers: Iterable[RoundAnswers]) -> Privacy:
    grouped = any(group for one in answers for group, _ in one.votes)
    return Privacy.ANONYMOUS_WITH_GROUP if grouped else Privacy.ANONYMOUS


def _placed(round_: Round, workshop_id: str) -> Round:
    return replace(round_, workshop_id=workshop_id)
