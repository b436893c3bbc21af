"""Scenes of the beginning, the plan and the end of the day."""

from __future__ import annotations

from desktop_app.analysis.visibility import view_fist
from desktop_app.charts.fist_bars import fist_name
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.results import Hidden
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import day_and_month, long_date
from desktop_app.words.room import ground_rules, purpose
from desktop_app.words.speech import said, say
from desktop_app.words.who_sees import promise

from .aside_scenes import FistAsked
from .door import in_its_language
from .marks import mark
from .scene import Closing, Plan, PlanLine, Welcome

FIST_ASKED = to_say("How far do you stand behind this plan?")
FIST_QUESTION = to_say("What would it take to move you up?")


def welcome_scene(record: WorkshopRecord) -> Welcome:
    """Return the day's first scene: purpose, ground rules, privacy."""
    workshop = record.workshop
    day = long_date(workshop.held_on) if workshop.held_on else ""
    about = [workshop.partnership, workshop.place, day]
    return Welcome(
        kicker="  ·  ".join(part for part in about if part),
        title=workshop.title,
        purpose=purpose(),
        ground_rules=ground_rules(),
        privacy=promise(workshop.privacy, workshop.channel, seen=bool(workshop.ballot_seen)),
        mark=mark(workshop),
    )


def plan_lines(record: WorkshopRecord) -> tuple[PlanLine, ...]:
    """Return all commitments as the room reads them: a step of the bank by its short title."""
    actions = record.workshop.framework.actions
    short = {step.title: step.short for action in actions for step in action.steps}
    return tuple(
        PlanLine(short.get(c.title) or c.title, c.owner, day_and_month(c.due) if c.due else "")
        for c in record.commitments
    )


def plan_scene(record: WorkshopRecord) -> Plan:
    """Return what has been taken on so far."""
    fist = view_fist(record.workshop.fist, record.workshop.rules)
    shown = fist if isinstance(fist, tuple) else ()
    return Plan(
        kicker=say("Next steps"),
        title=say("What we will do"),
        headline=record.workshop.headline,
        lines=plan_lines(record),
        empty=say("Which of the recommended steps fit us? What would we add?"),
        mark=mark(record.workshop),
        fist=shown,
        fist_name=fist_name(),
        fist_text=_fist_text(fist),
        fist_question=said(FIST_QUESTION) if any(shown[:3]) else "",
    )


@in_its_language
def fist_asked_scene(record: WorkshopRecord) -> FistAsked:
    """Return the question of a fist to five, for the room to answer with its hands."""
    return FistAsked(
        kicker=say("Next steps  ·  fist to five"),
        question=said(FIST_ASKED),
        ends=(say("A fist: not at all"), say("Five fingers: wholly")),
        mark=mark(record.workshop),
    )


def _fist_text(fist: tuple[int, ...] | Hidden | None) -> str:
    if fist is None:
        return ""
    if isinstance(fist, Hidden):
        return say("Fist to five: hidden, so few hands could point to the people who raised them.")
    total, behind = sum(fist), sum(fist[3:])
    return say(
        "Fist to five: {some} of {total} show three fingers or more", some=behind, total=total
    )


def closing_scene(record: WorkshopRecord) -> Closing:
    """Return the day's last scene: plan, parked points, review date."""
    workshop = record.workshop
    parked = tuple(n.text for n in record.notes if n.kind is NoteKind.PARKED)
    review = (
        say("We look again on {day}.", day=long_date(workshop.review_on))
        if workshop.review_on
        else ""
    )
    return Closing(
        kicker=workshop.partnership or workshop.title,
        title=say("Thank you"),
        headline=workshop.headline,
        lines=plan_lines(record),
        parked=parked,
        review=review,
        mark=mark(workshop),
    )
