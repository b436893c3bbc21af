"""The plan as it is printed in full: every commitment with its reason, owner, date and sign."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.dates import short_date

from .summary import OWN_STEP, reason_of


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


def plan_lines(record: WorkshopRecord) -> tuple[PlanLine, ...]:
    """Return every commitment in the plan's order."""
    framework = record.workshop.framework
    titles = {action.id: action.short_title for action in framework.actions}
    ordered = sorted(record.commitments, key=lambda c: c.position)
    return tuple(
        PlanLine(
            number=number,
            title=c.title.strip(),
            action=titles.get(c.action_id or "", ""),
            how=c.how.strip(),
            reason=reason_of(framework, c.because, c.leans_on) or OWN_STEP,
            owner=c.owner.strip(),
            due=short_date(c.due) if c.due else "",
            measure=c.measure.strip(),
            first_move=c.first_move.strip(),
        )
        for number, c in enumerate(ordered, start=1)
    )
