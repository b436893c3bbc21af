"""The scene of the recommended steps to choose from: a letter each, under the reason for them."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Framework, StepWhen
from desktop_app.domain.results import Recommendation, Result, WorkshopPicture
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import recommend, takes_on
from desktop_app.words.reasons import short_reason
from desktop_app.words.speech import say, say_count

from .aside_scenes import OfferGroup, OfferLine, StepsOffered
from .door import in_its_language
from .marks import mark
from .screens import LINE, Shape, letters, lines_of

MOST = 5
"""Steps on one screen at most."""
LETTERS = string.ascii_uppercase[:MOST]
BESIDE_A_STEP = 330
"""Width of what stands beside a step: its letter, and that it is taken."""
ROOM, HEAD, LATER, BETWEEN = 531, 12, 46, 6


@dataclass(frozen=True, slots=True)
class _Offer:
    """A recommended step as the room reads it."""

    step: Recommendation
    title: str
    name: str
    because: str
    later: str
    taken: bool

    @property
    def reason(self) -> tuple[str, str, str]:
        return self.name, self.because, self.later


@in_its_language  # what is taken on is kept with the workshop
def step_screens(record: WorkshopRecord, shape: Shape) -> tuple[tuple[Recommendation, ...], ...]:
    """Return the recommended steps of each screen, in the order of their letters."""
    found = _screens(_offers(record), shape)
    return tuple(tuple(offer.step for offer in screen) for screen in found)


@in_its_language
def steps_scenes(record: WorkshopRecord, shape: Shape) -> tuple[StepsOffered, ...]:
    """Return a scene for each screen of recommended steps."""
    screens = tuple(_screens(_offers(record), shape))
    return tuple(
        StepsOffered(
            kicker=_kicker(place, len(screens)),
            title=say("Which of these fit us? Say a letter."),
            groups=tuple(_groups(screen)),
            taken=say("taken"),
            plan=_count(record),
            listed=_listed(record),
            mark=mark(record.workshop),
        )
        for place, screen in enumerate(screens, start=1)
    )


def _kicker(place: int, count: int) -> str:
    if count == 1:
        return say("Next steps")
    return say("Next steps  ·  screen {n} of {total}", n=place, total=count)


def _count(record: WorkshopRecord) -> str:
    plan = record.commitments
    return say_count("{n} step in our plan", "{n} steps in our plan", len(plan)) if plan else ""


def _listed(record: WorkshopRecord) -> tuple[str, ...]:
    """Return what is in the plan, the newest first, by short titles that are still theirs."""
    steps = (step for action in record.workshop.framework.actions for step in action.steps)
    short = {(step.id, step.title): step.short for step in steps}
    found = (short.get((" ".join(c.keys), c.title)) or c.title for c in record.commitments)
    return tuple(reversed(list(found)))


def _offers(record: WorkshopRecord) -> list[_Offer]:
    picture, framework = workshop_picture(record), record.workshop.framework
    return [_offer(record, framework, picture, step) for step in recommend(record, picture)]


def _offer(
    record: WorkshopRecord, framework: Framework, picture: WorkshopPicture, step: Recommendation
) -> _Offer:
    statement = framework.statement(step.statement_id)
    found = {one.id: one for one in framework.action(step.action_id).steps}.get(step.step_id or "")
    latest = picture.statement(step.statement_id).latest
    shown = latest.whole if latest and isinstance(latest.whole, Result) else None
    when: StepWhen | None = found.when if found else None
    return _Offer(
        step=step,
        title=(found.short if found else "") or step.title,
        name=statement.name,
        because=short_reason(when, shown),
        later=say("after we have talked about it") if step.after_talking else "",
        taken=any(takes_on(commitment, step) for commitment in record.commitments),
    )


def _screens(offers: list[_Offer], shape: Shape) -> Iterator[list[_Offer]]:
    """Yield the steps of each screen, as many as are read from the back row."""
    screen: list[_Offer] = []
    used, room = 0.0, shape.room(ROOM)
    for offer in offers:
        new = not screen or offer.reason != screen[-1].reason
        height = _height(offer, shape, heading=new)
        if screen and (len(screen) == MOST or used + height > room):
            yield screen
            screen, used = [], 0.0
            height = _height(offer, shape, heading=True)
        screen.append(offer)
        used += height
    if screen:
        yield screen


def _height(offer: _Offer, shape: Shape, *, heading: bool) -> float:
    lines = len(lines_of(offer.title, letters(shape, BESIDE_A_STEP)))
    if not heading:
        return lines * LINE + BETWEEN
    beside = len(offer.name) + len(offer.because) + 3 <= letters(shape)
    later = LATER if offer.later else 0
    return lines * LINE + BETWEEN + (1 if beside else 2) * LINE + HEAD + later


def _groups(screen: list[_Offer]) -> Iterator[OfferGroup]:
    lettered = zip(LETTERS, screen, strict=False)
    for (name, because, later), found in groupby(lettered, key=lambda pair: pair[1].reason):
        lines = tuple(OfferLine(letter, one.title, one.taken) for letter, one in found)
        yield OfferGroup(name, because, lines, later)
