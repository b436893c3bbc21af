"""What may be left out of a day's agenda once it has begun, and where the day then stands."""

from __future__ import annotations

from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.workshop import Workshop, WorkshopRecord


def check_left_out(record: WorkshopRecord, changed: Workshop) -> None:
    """Raise RuleProblem or InputProblem where the changed agenda leaves out what it cannot.

    Nothing that was voted on goes: its result would be on no page, and yet be there.
    """
    check_has_statements(changed)
    gone = {*changed.left_out} - {*record.workshop.left_out}
    voted = next((r for r in record.all_rounds if r.statement_id in gone), None)
    if voted is not None:
        raise RuleProblem(
            "“{name}” was voted on, so it stays in the agenda. Put it back in.",
            name=changed.frozen.statement(voted.statement_id).name,
        )
    before = {action.id for action in record.workshop.framework.actions}
    if record.priority_vote is not None and {a.id for a in changed.framework.actions} != before:
        raise RuleProblem(
            "The room has placed dots on the actions, so none of them can be left out or put back."
        )


def check_has_statements(workshop: Workshop) -> None:
    """Raise InputProblem where a day has nothing to rate."""
    if not workshop.framework.actions:
        raise InputProblem("The agenda leaves every statement out. Put one back in.")


def place_in(changed: Workshop, before: Workshop) -> str:
    """Return the key of the step where a changed day stands: the same, or the next that is left."""
    old = before.steps
    left = {step.key for step in changed.steps}
    from_here = old[old.index(before.step(before.position)) :]
    return next((step.key for step in from_here if step.key in left), changed.position)
