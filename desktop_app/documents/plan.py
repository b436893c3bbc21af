"""The plan as it is printed in full: every commitment with its reason, owner, date and sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.taken import taken_on
from desktop_app.words.dates import short_date
from desktop_app.words.speech import said, say, say_as, say_count

from .event import Event, event_of
from .once import once
from .summary import OWN_STEP, reason_of

ROOM_TO_WRITE: Final = to_say("No next step has been taken on; there is room to write them down.")
AT_THE_REVIEW: Final = to_say("Each step is then marked done, under way, stuck or dropped.")
READING_A_PLAN: Final = to_say(
    "Below each step stands why it was offered. The counts are of ratings; the works named are"
    " those that the step leans on. No step is sure to work."
)


def plan_event(record: WorkshopRecord) -> Event:
    """Return the workshop in words beside its plan, whose reasons tell results."""
    tells = any(step.because for step in record.commitments)
    return event_of(record.workshop, workshop_picture(record) if tells else None)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One commitment; an empty text was not settled yet. `action` is its action's short title."""

    number: int
    title: str
    action: str
    how: str
    reason: str
    owner: str
    due: str
    measure: str
    first_move: str


@once
def plan_lines(record: WorkshopRecord) -> tuple[PlanLine, ...]:
    """Return every commitment in the plan's order."""
    framework = record.workshop.framework
    titles = {action.id: action.short_title for action in framework.actions}
    return tuple(
        PlanLine(
            number=one.number,
            title=c.title.strip(),
            action=titles.get(c.action_id or "", ""),
            how=c.how.strip(),
            reason=reason_of(framework, one.why, c.leans_on) or said(OWN_STEP),
            owner=c.owner.strip(),
            due=short_date(c.due) if c.due else "",
            measure=c.measure.strip(),
            first_move=c.first_move.strip(),
        )
        for one in taken_on(record)
        for c in (one.commitment,)
    )


def plan_columns() -> tuple[str, ...]:
    """Return what heads the columns of a plan in full."""
    return (
        say("No."),
        say("What"),
        say("Who"),
        say_as("a date", "By"),
        say("First move"),
        known_by(),
    )


def read_columns() -> tuple[str, ...]:
    """Return what heads the columns of a plan whose lines below say how it will be known."""
    return plan_columns()[:-1]


def known_by() -> str:
    """Return what stands before how the room will know that a step is done."""
    return say("We will know by")


def sheet_columns() -> tuple[str, ...]:
    """Return what heads the columns of a plan to work with: why apart from what, and the status."""
    number, what, *rest = plan_columns()
    return (number, what, say("How and why"), *rest, say("At the review"))


def status_choices() -> tuple[str, ...]:
    """Return what a step is marked as when the room looks again."""
    return say("done"), say("under way"), say("stuck"), say("dropped")


def more_in_the_plan(count: int) -> str:
    """Return how many commitments are left to the action plan."""
    return say_count(
        "{n} more step stands in the action plan.",
        "{n} more steps stand in the action plan.",
        count,
    )


def short_plan_columns() -> tuple[str, ...]:
    """Return what heads the columns of a plan in short."""
    return plan_columns()[1:5]
