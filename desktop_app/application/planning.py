"""Use cases of the plan: recommended steps, commitments, headline, review date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.changes import Changes
from desktop_app.domain.earlier import EarlierCommitment, progress_of
from desktop_app.domain.errors import ChangedElsewhere, InputProblem, NotFound, RuleProblem
from desktop_app.domain.plan import Commitment
from desktop_app.domain.ports import Library
from desktop_app.domain.results import Recommendation
from desktop_app.domain.texts import count_phrase
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import MAX_PRESENT, WorkshopRecord
from desktop_app.recommendations.rules import recommend, takes_on
from desktop_app.recommendations.taken import Taken, still_offered, taken_on
from desktop_app.scenes.door import in_its_language

from .merging import merged
from .outcome import Outcome, done
from .taking_again import as_taken

MAX_TEXT = 10_000
FINGERS = 6
"""Ways to answer a fist to five: a fist, or one to five fingers."""

_TOUCHED = Changes.PLAN | Changes.STAGE


@dataclass(frozen=True, slots=True)
class Wording:
    """What the room may change of a commitment."""

    title: str
    owner: str = ""
    due: date | None = None
    measure: str = ""
    first_move: str = ""


@in_its_language  # what is taken on is kept with the workshop
def open_recommendations(record: WorkshopRecord) -> tuple[Recommendation, ...]:
    """Return the recommended steps that are not taken on yet, in the order they are offered."""
    return still_offered(record, recommend(record, workshop_picture(record)))


@in_its_language
def steps_taken_on(record: WorkshopRecord) -> tuple[Taken, ...]:
    """Return the plan with why each step was taken on and what the last vote shows of that."""
    return taken_on(record)


class Planning:
    """Turn recommendations and the room's own ideas into commitments."""

    def __init__(self, library: Library, new_id: Callable[[], str]) -> None:
        self._library = library
        self._new_id = new_id

    def take(self, workshop_id: str, recommendation: Recommendation) -> Outcome[str]:
        """Take a recommended step on as a commitment, reason and sources with it; give its id."""
        taken = Commitment(
            id=self._new_id(),
            workshop_id=workshop_id,
            position=0,
            title=recommendation.title,
            action_id=recommendation.action_id,
            step_id=recommendation.kept_keys,
            how=recommendation.how,
            because=recommendation.because,
            leans_on=recommendation.leans_on,
            measure=recommendation.sign,
            first_move=recommendation.first_move,
        )
        return self._append(taken, recommendation)

    def add_own(self, workshop_id: str, wording: Wording) -> Outcome[str]:
        """Add the room's own step; give its id."""
        own = Commitment(self._new_id(), workshop_id, position=0, title="")
        return self._append(_worded(own, wording))

    def take_again(self, workshop_id: str, promised: EarlierCommitment) -> Outcome[str]:
        """Take a commitment of the workshop before on again, with its latest date; give its id."""
        with self._library.reading() as work:
            record = work.record(workshop_id)
        if any(taken.continues == promised.identity for taken in record.commitments):
            raise RuleProblem("This step is in the plan already.")
        due = progress_of(record.workshop.progress, promised.identity).due
        return self._append(as_taken(promised, self._new_id(), record.workshop, due))

    def edit(self, commitment: Commitment, wording: Wording) -> Outcome[None]:
        """Change wording, owner, date, measure or first move of a commitment as it was shown.

        Raise NotFound where it is gone, ChangedElsewhere where it reads otherwise by now.
        """
        with self._library.writing() as work:
            plan = work.record(commitment.workshop_id).commitments
            before = next((c for c in plan if c.id == commitment.id), None)
            if before is None:
                raise NotFound("That step is no longer in the plan.")
            if _wording_of(before) != _wording_of(commitment):
                raise ChangedElsewhere
            work.save_commitment(_worded(before, wording))
            work.commit()
        return done(_TOUCHED, self._undo(UndoKind.STEP_CHANGED, (before,), before.title))

    def move(self, workshop_id: str, commitment_id: str, by: int) -> Outcome[None]:
        """Move a commitment up (negative) or down the plan by `by` places."""
        with self._library.writing() as work:
            before = work.record(workshop_id).commitments
            ordered = list(before)
            index = next((i for i, c in enumerate(ordered) if c.id == commitment_id), None)
            if index is None:
                raise NotFound("That step is no longer in the plan.")
            target = max(0, min(len(ordered) - 1, index + by))
            ordered.insert(target, ordered.pop(index))
            for position, commitment in enumerate(ordered):
                work.save_commitment(replace(commitment, position=position))
            work.commit()
        return done(_TOUCHED, self._undo(UndoKind.STEP_MOVED, before, before[index].title))

    def drop(self, workshop_id: str, commitment_id: str) -> Outcome[None]:
        """Take a commitment out of the plan; a recommended step is offered again."""
        with self._library.writing() as work:
            plan = work.record(workshop_id).commitments
            dropped = tuple(c for c in plan if c.id == commitment_id)
            if not dropped:
                raise NotFound("That step is no longer in the plan.")
            work.delete_commitment(commitment_id)
            work.commit()
        return done(_TOUCHED, self._undo(UndoKind.STEP_DROPPED, dropped, dropped[0].title))

    def merge(self, workshop_id: str, kept_id: str, other_id: str) -> Outcome[None]:
        """Make two commitments one, in the first one's place; nothing written is lost."""
        with self._library.writing() as work:
            plan = {c.id: c for c in work.record(workshop_id).commitments}
            if kept_id == other_id or not {kept_id, other_id} <= set(plan):
                raise NotFound("That step is no longer in the plan.")
            kept, other = plan[kept_id], plan[other_id]
            work.save_commitment(_whole(merged(kept, other)))
            work.delete_commitment(other_id)
            work.commit()
        return done(_TOUCHED, self._undo(UndoKind.STEPS_MERGED, (kept, other), kept.title))

    def set_fist(self, workshop_id: str, counts: Sequence[int]) -> Outcome[None]:
        """Keep how many held up 0 (a fist) to 5 fingers for the plan; all 0 for nobody.

        Raise RuleProblem for more hands than people in the room.
        """
        if len(counts) != FINGERS or any(not 0 <= count <= MAX_PRESENT for count in counts):
            raise InputProblem("Type a count from 0 to {limit} for each.", limit=MAX_PRESENT)
        with self._library.writing() as work:
            workshop = work.workshop(workshop_id)
            if sum(counts) > workshop.present:
                raise _more_than_people(sum(counts), workshop.present)
            before = workshop.fist
            fist = tuple(counts) if any(counts) else ()
            work.save_workshop(replace(workshop, fist=fist))
            work.commit()
        back = partial(self._write, workshop_id, fist=before)
        return done(_TOUCHED, Undo(UndoKind.FIST, back))

    def set_headline(self, workshop_id: str, headline: str, shown: str) -> Outcome[None]:
        """Set the one commitment everybody should remember; empty for none.

        Raise ChangedElsewhere where it is no more the one that was `shown`.
        """
        text = _checked_text(headline)
        with self._library.writing() as work:
            before = work.workshop(workshop_id).headline
            if before not in (shown, text):
                raise ChangedElsewhere
            work.save_workshop(replace(work.workshop(workshop_id), headline=text))
            work.commit()
        back = partial(self._write, workshop_id, headline=before)
        return done(_TOUCHED, Undo(UndoKind.HEADLINE, back, text or before))

    def set_review(self, workshop_id: str, review_on: date | None) -> Outcome[None]:
        """Set the day the partnership looks again."""
        with self._library.writing() as work:
            before = work.workshop(workshop_id).review_on
            work.save_workshop(replace(work.workshop(workshop_id), review_on=review_on))
            work.commit()
        return done(
            _TOUCHED, Undo(UndoKind.REVIEW, partial(self._write, workshop_id, review_on=before))
        )

    def _append(self, commitment: Commitment, offer: Recommendation | None = None) -> Outcome[str]:
        with self._library.writing() as work:
            plan = work.record(commitment.workshop_id).commitments
            if offer is not None and any(takes_on(c, offer) for c in plan):
                raise RuleProblem("This step is in the plan already.")
            position = max((c.position for c in plan), default=-1) + 1
            taken = replace(commitment, position=position)
            work.save_commitment(taken)
            work.commit()
        back, again = partial(self._remove, taken.id), partial(self._put_back, (taken,))
        undo = Undo(UndoKind.STEP_TAKEN, back, taken.title, again)
        return Outcome(_TOUCHED, commitment.id, undo)

    def _undo(self, kind: UndoKind, before: tuple[Commitment, ...], about: str) -> Undo:
        return Undo(kind, partial(self._put_back, before), about)

    def _put_back(self, before: tuple[Commitment, ...]) -> Changes:
        with self._library.writing() as work:
            for commitment in before:
                work.save_commitment(commitment)
            work.commit()
        return _TOUCHED

    def _remove(self, commitment_id: str) -> Changes:
        with self._library.writing() as work:
            work.delete_commitment(commitment_id)
            work.commit()
        return _TOUCHED

    def _write(self, workshop_id: str, **before: object) -> Changes:
        with self._library.writing() as work:
            work.save_workshop(replace(work.workshop(workshop_id), **before))  # type: ignore[arg-type]
            work.commit()
        return _TOUCHED


def _more_than_people(hands: int, people: int) -> RuleProblem:
    return RuleProblem(
        count_phrase(
            "{hands} hands are counted and {n} person is in the room. Count again, or set who is "
            "in the room at the top.",
            "{hands} hands are counted and {n} people are in the room. Count again, or set who is "
            "in the room at the top.",
            people,
            hands=hands,
        )
    )


def _wording_of(commitment: Commitment) -> Wording:
    names = (field.name for field in fields(Wording))
    return Wording(**{name: getattr(commitment, name) for name in names})


def _worded(commitment: Commitment, wording: Wording) -> Commitment:
    title = _checked_text(wording.title)
    if not title:
        raise InputProblem("A next step needs a few words. Say what will be done.")
    return replace(
        commitment,
        title=title,
        owner=_checked_text(wording.owner),
        due=wording.due,
        measure=_checked_text(wording.measure),
        first_move=_checked_text(wording.first_move),
    )


def _whole(commitment: Commitment) -> Commitment:
    """Return a merged commitment if its texts are not too long together."""
    for text in (commitment.title, commitment.measure, commitment.first_move, commitment.how):
        _checked_text(text)
    return commitment


def _checked_text(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise InputProblem(
            "The text is longer than {limit} characters. Shorten it.", limit=MAX_TEXT
        )
    return text.strip()
