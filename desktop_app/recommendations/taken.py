"""What is told of the steps that were taken on: why, what the last vote shows, where in the plan.

Papers, console and exports all ask here, so that they give one account. A reason is told as it was
kept, with the vote it names, as long as that vote may be shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.earlier import progress_of
from desktop_app.domain.framework import StepWhen
from desktop_app.domain.plan import Commitment, TakenFor, gather_more_key
from desktop_app.domain.results import (
    Agreement,
    Recommendation,
    Result,
    StatementPicture,
    WorkshopPicture,
)
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.reasons import REASON_NOT_SHOWN, because, in_the_last_vote
from desktop_app.words.speech import said
from desktop_app.words.standings import now_standing

from .rules import takes_on


@dataclass(frozen=True, slots=True)
class Taken:
    """A commitment as it is told; `number` is its row of the plan, from 1.

    `because` is what it was taken on for, `last_vote` what the last vote shows where that differs;
    an empty text says nothing.
    """

    commitment: Commitment
    number: int
    because: str
    last_vote: str

    @property
    def why(self) -> str:
        """Return both, one beside the other."""
        return " ".join(part for part in (self.because, self.last_vote) if part)


def taken_on(record: WorkshopRecord, picture: WorkshopPicture | None = None) -> tuple[Taken, ...]:
    """Return every commitment as it is told, in the plan's order."""
    if not record.commitments:
        return ()
    seen = picture or workshop_picture(record)
    ordered = sorted(record.commitments, key=lambda c: c.position)
    return tuple(_taken(record, seen, c, number) for number, c in enumerate(ordered, start=1))


def taken_for_action(taken: Iterable[Taken], record: WorkshopRecord, action_id: str) -> list[Taken]:
    """Return what the plan has for an action, more than one action's where steps were merged."""
    action = record.workshop.framework.action(action_id)
    keys = {gather_more_key(action_id), *(step.id for step in action.steps)}
    return [
        one
        for one in taken
        if one.commitment.action_id == action_id or keys & {*one.commitment.keys}
    ]


def still_offered(
    record: WorkshopRecord, offers: tuple[Recommendation, ...]
) -> tuple[Recommendation, ...]:
    """Return the offers that the plan does not take on."""
    return tuple(r for r in offers if not any(takes_on(c, r) for c in record.commitments))


def _taken(
    record: WorkshopRecord, picture: WorkshopPicture, commitment: Commitment, number: int
) -> Taken:
    known = {s.id: s.name for s in record.workshop.framework.statements}
    kept = commitment.because.strip()
    reasons = [
        _Reason(one, known[one.statement_id], picture.statement(one.statement_id), kept)
        for one in commitment.taken_for
        if one.statement_id in known
    ]
    if commitment.keys and not (kept and all(one.may_be_told for one in reasons)):
        kept = said(REASON_NOT_SHOWN)
    told = dict.fromkeys(one.last_vote for one in reasons if one.has_changed)
    if commitment.continues:
        told[now_standing(progress_of(record.workshop.progress, commitment.continues))] = None
    return Taken(commitment, number, kept, " ".join(told))


@dataclass(frozen=True, slots=True)
class _Reason:
    """One thing that a step was taken on for beside what its statement shows now."""

    about: TakenFor
    name: str
    seen: StatementPicture
    kept: str

    @property
    def then(self) -> Result | None:
        """Return what may be shown of the vote that it names."""
        wholes = (view.whole for view in self.seen.rounds if view.ordinal == self.about.ordinal)
        return next((whole for whole in wholes if isinstance(whole, Result)), None)

    @property
    def may_be_told(self) -> bool:
        """Tell whether its counts may be shown; what counted nothing may always be told."""
        return self.then is not None or self._says(None)

    @property
    def has_changed(self) -> bool:
        """Tell whether the last vote shows something else, also where it was counted again."""
        latest, now = self.seen.latest, self.seen.result
        if latest is None:
            return False
        if latest.ordinal == self.about.ordinal:
            return now is not None and not self._says(now)
        then = self.then
        return now is None or then is None or self._figures(then) != self._figures(now)

    @property
    def last_vote(self) -> str:
        """Return what the last vote shows of it."""
        return in_the_last_vote(self.name, self.about.when, self.seen.result)

    def _says(self, result: Result | None) -> bool:
        return because(self.about.when, self.name, result, self.about.ordinal) in self.kept

    def _figures(self, result: Result) -> tuple[object, ...]:
        """Return the figures that a reason of its kind counts."""
        if self.about.when is StepWhen.CANNOT_SAY:
            return result.cannot_say, result.n
        if self.about.when is None:
            return result.n, result.present
        few = result.agreement is Agreement.TOO_FEW
        return result.n, result.below, result.middle, result.above, result.level, few
