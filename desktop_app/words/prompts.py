"""Which questions to offer the facilitator at a step: by what the result shows, then in order."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Action, PromptKind
from desktop_app.domain.results import Agreement, Flag, Result
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord

SHOWN = 4

_BY_RESULT = {
    Agreement.OPPOSING: "What did you have in mind when you rated low? And when you rated high?",
    Agreement.MIXED: "What example were you thinking of when you rated?",
    Agreement.STRONG: "What makes us so sure? Who might see it differently?",
    Agreement.BROAD: "What would it take to move this by one point?",
    Agreement.TOO_FEW: "What would you need to know before you can rate this?",
}
_MINORITY = "Some see this quite differently: what might they be seeing? No need to say who."
_CANNOT_SAY = "What would help those who could not say?"
_SMALL = "We are few: who is not here, and what might they have rated?"
_HEADINGS = {
    PromptKind.HAPPENED: "What happened",
    PromptKind.FEELS: "How it feels",
    PromptKind.MEANS: "What it means",
    PromptKind.DO: "What to do",
}


@dataclass(frozen=True, slots=True)
class PromptGroup:
    """Questions of one kind, under its heading."""

    heading: str
    lines: tuple[str, ...]


def prompt_lines(record: WorkshopRecord, step: Step) -> tuple[str, ...]:
    """Return at most four questions for a statement, or all of an action's in ORID order."""
    framework = record.workshop.framework
    if step.kind is StepKind.ACTION:
        return in_order(framework.action(step.subject))
    if step.kind is not StepKind.STATEMENT:
        return ()
    result = workshop_picture(record).statement(step.subject).result
    own = in_order(framework.action_of(step.subject))
    return (*_for_result(result), *own)[:SHOWN]


def prompt_groups(record: WorkshopRecord, step: Step) -> tuple[PromptGroup, ...]:
    """Return the questions of prompt_lines under headings, in the order they are asked (ORID).

    What the result of a statement asks for comes first.
    """
    lines = prompt_lines(record, step)
    if not lines:
        return ()
    framework = record.workshop.framework
    if step.kind is StepKind.ACTION:
        return _by_kind(framework.action(step.subject), lines)
    own = framework.action_of(step.subject)
    asked = {prompt.text for prompt in own.prompts}
    chosen = tuple(line for line in lines if line not in asked)
    return (PromptGroup("Because of this result", chosen), *_by_kind(own, lines))


def _by_kind(action: Action, lines: tuple[str, ...]) -> tuple[PromptGroup, ...]:
    groups = (
        PromptGroup(
            heading,
            tuple(p.text for p in action.prompts if p.kind is kind and p.text in lines),
        )
        for kind, heading in _HEADINGS.items()
    )
    return tuple(group for group in groups if group.lines)


def in_order(action: Action) -> tuple[str, ...]:
    """Return an action's prompts: what happened, how it feels, what it means, what to do."""
    order = list(PromptKind)
    ranked = sorted(action.prompts, key=lambda prompt: order.index(prompt.kind))
    return tuple(prompt.text for prompt in ranked)


def _for_result(result: Result | None) -> tuple[str, ...]:
    if result is None:
        return (_BY_RESULT[Agreement.TOO_FEW],)
    lines = [_BY_RESULT[result.agreement]]
    if Flag.MINORITY_VIEW in result.flags:
        lines.append(_MINORITY)
    if Flag.MANY_CANNOT_SAY in result.flags:
        lines.append(_CANNOT_SAY)
    if Flag.SMALL_GROUP in result.flags:
        lines.append(_SMALL)
    return tuple(lines)
