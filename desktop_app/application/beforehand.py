"""Use cases of what was said beforehand: answers of a file that stand beside the room's votes.

They are rounds of a kind of their own, before the room votes; no vote, level or advice counts them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from desktop_app.analysis.visibility import tallies_to_keep
from desktop_app.answers.gathering import RoundAnswers
from desktop_app.answers.reading import Reading
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.rounds import Round, RoundKind, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Workshop, WorkshopRecord

from .outcome import Outcome, done

_CHANGED = Changes.WORKSHOP | Changes.ROUND | Changes.STAGE


class AlreadyThere(RuleProblem):
    """A workshop has answers from beforehand already, and nobody said that they may go."""


class Beforehand:
    """Bring in, replace and remove what was said before the day."""

    def __init__(self, library: Library, new_id: Callable[[], str]) -> None:
        self._library = library
        self._new_id = new_id

    def record(self, workshop_id: str) -> WorkshopRecord:
        """Return the workshop that answers shall come into; raise RuleProblem where none may."""
        with self._library.reading() as work:
            record = work.record(workshop_id)
        _check_open(record)
        return record

    def waiting(self) -> tuple[WorkshopSummary, ...]:
        """Return the prepared workshops, into which answers may come, the last touched first."""
        with self._library.reading() as work:
            prepared = WorkshopStatus.PREPARED
            found = (s for s in work.summaries() if s.status is prepared and not s.is_rehearsal)
            return tuple(found)

    def take(
        self, workshop_id: str, reading: Reading, *, may_replace: bool = False
    ) -> Outcome[str]:
        """Keep a file's answers as said before the day; give the workshop's id.

        Raise AlreadyThere where there are some that may not be replaced, RuleProblem where the room
        has voted, InputProblem where the file has no answer or more than one vote on a statement.
        """
        _check_one_round(reading)
        with self._library.writing() as work:
            record = work.record(workshop_id)
            _check_open(record)
            if record.before and not may_replace:
                raise _already_there(record)
            _check_same(record.workshop, reading)
            rounds = tuple(self._rounds(record.workshop, reading))
            _swap(work, record.before, rounds)
            work.commit()
        return Outcome(_CHANGED, workshop_id, self._undo(record, rounds))

    def remove(self, workshop_id: str) -> Outcome[None]:
        """Take what was said beforehand out of a workshop."""
        with self._library.writing() as work:
            record = work.record(workshop_id)
            _swap(work, record.before, ())
            work.commit()
        return done(_CHANGED, self._undo(record, ()))

    def _rounds(self, workshop: Workshop, reading: Reading) -> Sequence[Round]:
        return [
            _kept(self._round(workshop, statement_id, answers), workshop)
            for (statement_id, _), answers in sorted(reading.rounds.items())
        ]

    def _round(self, workshop: Workshop, statement_id: str, answers: RoundAnswers) -> Round:
        return Round(
            id=self._new_id(),
            workshop_id=workshop.id,
            statement_id=statement_id,
            ordinal=1,
            channel=Channel.FILE,
            state=RoundState.REVEALED,
            present=answers.people,
            ballots_in=answers.ballots,
            tallies=tuple(
                Tally(Channel.FILE, group, point, count)
                for (group, point), count in sorted(answers.votes.items())
            ),
            seen=True,
            kind=RoundKind.BEFORE,
        )

    def _undo(self, record: WorkshopRecord, came: Sequence[Round]) -> Undo:
        key, title, went = record.workshop.id, record.workshop.title, record.before
        back = partial(self._put, key, came, went)
        return Undo(UndoKind.BEFOREHAND, back, title, partial(self._put, key, went, came))

    def _put(self, workshop_id: str, there: Sequence[Round], wanted: Sequence[Round]) -> Changes:
        """Put rounds in the place of those that were there; raise RuleProblem if others are."""
        with self._library.writing() as work:
            now = work.record(workshop_id).before
            if {one.id for one in now} != {one.id for one in there}:
                raise RuleProblem("Other answers have come in since, so these stay as they are.")
            _swap(work, now, wanted)
            work.commit()
        return _CHANGED


def _swap(work: Work, out: Sequence[Round], came: Sequence[Round]) -> None:
    for one in out:
        work.delete_round(one.id)
    for one in came:
        work.add_round(one)
        work.add_tallies(one, one.tallies)


def _kept(round_: Round, workshop: Workshop) -> Round:
    """Return a round with the parts that may be shown, so that nothing finer is on this laptop."""
    points = workshop.framework.scale.size
    kept = tallies_to_keep(round_, points, workshop.rules, workshop.privacy)
    return replace(round_, tallies=kept)


def _check_open(record: WorkshopRecord) -> None:
    title = record.workshop.title
    if record.workshop.is_rehearsal:
        raise RuleProblem(
            "“{title}” is a rehearsal, which is thrown away. Bring the answers into the workshop"
            " that is rehearsed.",
            title=title,
        )
    if record.workshop.status is WorkshopStatus.CLOSED:
        raise RuleProblem(
            "“{title}” has ended, so nothing comes before its day any more. Import the file as a"
            " workshop of its own.",
            title=title,
        )
    if record.rounds:
        raise RuleProblem(
            "The room has begun to vote in “{title}”, so nothing comes before that any more. Import"
            " the file as a workshop of its own.",
            title=title,
        )


def _already_there(record: WorkshopRecord) -> AlreadyThere:
    return AlreadyThere(
        "“{title}” has answers from beforehand already ({people} people). Nothing was imported: say"
        " whether these take their place (--replace).",
        title=record.workshop.title,
        people=max(one.present for one in record.before),
    )


def _check_one_round(reading: Reading) -> None:
    if not reading.ballots:
        raise InputProblem("There is no answer to import. Match the columns or correct lines.")
    again = next((key for key, ordinal in sorted(reading.rounds) if ordinal > 1), None)
    if again is not None:
        raise InputProblem(
            "{file} has more than one vote on statement {statement}. What is said beforehand is one"
            " vote: leave the lines of the others out. Nothing was imported.",
            file=reading.file,
            statement=again,
        )


def _check_same(workshop: Workshop, reading: Reading) -> None:
    """Raise RuleProblem where the file was read for statements that the day has no more."""
    known = {one.id for one in workshop.framework.statements}
    if any(statement_id not in known for statement_id, _ in reading.rounds):
        raise RuleProblem(
            "What “{title}” asks was changed meanwhile. Look at the file again.",
            title=workshop.title,
        )
