"""Where a workshop stopped, in words; knows no widget and no library."""

from __future__ import annotations

from desktop_app.domain.framework import Framework
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Workshop
from desktop_app.words.names import step_name
from desktop_app.words.speech import say


def stopped_at(workshop: Workshop) -> str:
    """Return words such as "Agree ambitions, statement 2 of 4"."""
    step = workshop.step(workshop.position)
    if step.kind is StepKind.STATEMENT:
        return _statement(workshop.framework, step)
    if step.kind is StepKind.ACTION:
        title = workshop.framework.action(step.subject).short_title
        return say("{action}, the whole action", action=title)
    return step_name(workshop.framework, step)


def _statement(framework: Framework, step: Step) -> str:
    action = framework.action_of(step.subject)
    ids = [statement.id for statement in action.statements]
    if len(ids) == 1:
        return action.short_title
    return say(
        "{action}, statement {place} of {total}",
        action=action.short_title,
        place=ids.index(step.subject) + 1,
        total=len(ids),
    )
