"""Results to recommended next steps, by rules that can be explained to the room.

The rules are PRODUCT's, "Recommended next steps": a step is offered because of a statement that it
serves, with that statement's own counts. Sees results only through the picture, so
nothing hidden enters a reason. Takes nothing on and promises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from desktop_app.analysis.picture import LEVELS_UPWARDS, MOST_DIVIDED_FIRST, weakness
from desktop_app.analysis.priorities import shown_dots
from desktop_app.domain.framework import Action, NextStep, Statement, StepWhen
from desktop_app.domain.plan import Commitment
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    Flag,
    Level,
    Recommendation,
    Result,
    WorkshopPicture,
)
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.reasons import (
    because_cannot_say,
    because_level,
    because_opposing,
    because_too_few,
)
from desktop_app.words.speech import said, say

MOST_STEPS = 3
"""Steps offered for one action at most."""

GATHER_MORE_HOW = to_say(
    "Too few people have rated this to say where you stand. Ask those who were missing "
    "or could not say, and vote again once enough of you can give a rating."
)

_STEPS_OF_LEVEL = {
    Level.LOW: StepWhen.LOW,
    Level.MIDDLE: StepWhen.MIDDLE,
    Level.HIGH: StepWhen.HIGH,
}


@dataclass(frozen=True, slots=True)
class _Rated:
    """A statement with the latest result that may be shown."""

    statement: Statement
    result: Result
    ordinal: int


def recommend(
    record: WorkshopRecord, picture: WorkshopPicture, dots: Mapping[str, int] | None = None
) -> tuple[Recommendation, ...]:
    """Return the steps to offer, the most pressing action's first, at most three an action.

    `dots` gives dots by action id; without it the record's own count where they may be shown, so
    that stage, console and documents agree. Order: share of dots, level (Low
    first), agreement (opposing, mixed, broad, strong), framework order; an action that only
    needs more ratings comes after those of its dots that have a level.
    """
    known = shown_dots(record) if dots is None else dots
    actions = sorted(
        record.workshop.framework.actions,
        key=lambda action: _urgency(picture.action(action.id), known.get(action.id, 0)),
    )
    return tuple(
        step for action in actions for step in _steps_for(action, picture.action(action.id))
    )


def takes_on(commitment: Commitment, offer: Recommendation) -> bool:
    """Return whether a commitment takes an offered step on, also where it was merged or reworded.

    Plain advice had no key once; a commitment of that time is known by how it goes, which no
    rewording touches and which was kept in English then.
    """
    if offer.key in commitment.keys:
        return True
    own = offer.step_id is None and commitment.action_id == offer.action_id
    return own and GATHER_MORE_HOW in commitment.how


def _urgency(picture: ActionPicture, dots: int) -> tuple[int, int, int]:
    """Return what to sort by; every action shares one total, so its dots stand for its share."""
    if picture.level is None or picture.agreement is None:
        return -dots, len(LEVELS_UPWARDS), 0
    divided = MOST_DIVIDED_FIRST.index(picture.agreement)
    return -dots, LEVELS_UPWARDS.index(picture.level), divided


def _steps_for(action: Action, picture: ActionPicture) -> tuple[Recommendation, ...]:
    if all(statement.latest is None for statement in picture.statements):
        return ()
    if picture.weakest_id is None:
        return (_gather_more(action, picture),)
    return tuple(islice(_once(_offers(action, picture)), MOST_STEPS))


def _offers(action: Action, picture: ActionPicture) -> Iterator[Recommendation]:
    """Yield an action's steps in the order of the rules, before the limit."""
    rated = _rated(action, picture)
    for unsure in _least_known_first(rated):
        reason = because_cannot_say(unsure.statement.name, unsure.result, unsure.ordinal)
        yield from _bank(action, StepWhen.CANNOT_SAY, unsure, reason)
    opposing = _most_opposed_first(rated)
    for divided in opposing:
        reason = because_opposing(divided.statement.name, divided.result, divided.ordinal)
        yield from _bank(action, StepWhen.OPPOSING, divided, reason)
    for place, weak in enumerate(_weakest_first(rated)):
        reason = because_level(weak.statement.name, weak.result, weak.ordinal)
        found = _bank(action, _STEPS_OF_LEVEL[weak.result.level], weak, reason, whole=not place)
        yield from (replace(offer, after_talking=bool(opposing)) for offer in found)


def _rated(action: Action, picture: ActionPicture) -> tuple[_Rated, ...]:
    """Return the action's statements that have a result to show, in framework order."""
    pairs = zip(action.statements, picture.statements, strict=True)
    return tuple(
        _Rated(statement, seen.result, seen.latest.ordinal)
        for statement, seen in pairs
        if seen.result and seen.latest
    )


def _least_known_first(rated: tuple[_Rated, ...]) -> list[_Rated]:
    """Return the statements on which many could not say, the largest share of them first."""
    many = (r for r in rated if Flag.MANY_CANNOT_SAY in r.result.flags)
    return sorted(many, key=_share_unsure, reverse=True)


def _share_unsure(rated: _Rated) -> Fraction:
    result = rated.result
    return Fraction(result.cannot_say, result.n + result.cannot_say)


def _most_opposed_first(rated: tuple[_Rated, ...]) -> list[_Rated]:
    """Return the statements with opposing views, the one with the least consensus first."""
    opposing = (r for r in rated if r.result.agreement is Agreement.OPPOSING)
    return sorted(opposing, key=_spread, reverse=True)


def _spread(rated: _Rated) -> Fraction:
    """Return S over n: the scale is the same for all, so it orders as consensus does."""
    return Fraction(rated.result.spread, rated.result.n)


def _weakest_first(rated: tuple[_Rated, ...]) -> list[_Rated]:
    """Return the statements that have a level, the weakest first."""
    judged = (r for r in rated if r.result.agreement is not Agreement.TOO_FEW)
    return sorted(judged, key=lambda one: weakness(one.result))


def _bank(
    action: Action, when: StepWhen, rated: _Rated, because: str, *, whole: bool = True
) -> Iterator[Recommendation]:
    """Yield the bank's steps that serve a statement in a situation, its own first.

    A step that names no statement serves the whole action: it is offered where `whole`, which a
    level's steps are for the weakest statement alone, since an action's level is that one's.
    """
    steps = [step for step in action.steps if step.when is when]
    for step in steps:
        if rated.statement.id in step.serves:
            yield _offer(action, step, rated, because)
    for step in steps:
        if whole and not step.serves:
            yield _offer(action, step, rated, because)


def _offer(action: Action, step: NextStep, rated: _Rated, because: str) -> Recommendation:
    return Recommendation(
        action_id=action.id,
        step_id=step.id,
        title=step.title,
        how=step.how,
        first_move=step.first_move,
        sign=step.sign,
        statement_id=rated.statement.id,
        because=because,
        agreement=rated.result.agreement,
        leans_on=step.leans_on,
        ordinal=rated.ordinal,
        when=step.when,
    )


def _once(offers: Iterator[Recommendation]) -> Iterator[Recommendation]:
    """Yield each step the first time only."""
    seen: set[str | None] = set()
    for offer in offers:
        if offer.step_id not in seen:
            seen.add(offer.step_id)
            yield offer


def _gather_more(action: Action, picture: ActionPicture) -> Recommendation:
    """Return the advice where no revealed result has enough ratings to judge by."""
    pairs = zip(action.statements, picture.statements, strict=True)
    statement, latest = next((s, p.latest) for s, p in pairs if p.latest is not None)
    result = latest.whole if isinstance(latest.whole, Result) else None
    return Recommendation(
        action_id=action.id,
        step_id=None,
        title=say("Gather more ratings"),
        how=said(GATHER_MORE_HOW),
        first_move=say("Agree who else should rate this, and when you will ask them."),
        sign=say("At least half the people in the room give a rating."),
        statement_id=statement.id,
        because=because_too_few(statement.name, result, latest.ordinal),
        agreement=Agreement.TOO_FEW,
        leans_on=(),
        ordinal=latest.ordinal,
    )
