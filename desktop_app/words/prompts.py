"""Which questions to offer the facilitator at a step: by what the result shows, then in order."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.picture import statement_picture
from desktop_app.domain.framework import Action, PromptKind
from desktop_app.domain.results import Agreement, Flag, Result
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord

from .names import prompt_kind_name
from .speech import said, say

SHOWN = 4

_BY_RESULT = {
    Agreement.OPPOSING: to_say(
        "What did you have in mind when you rated low? And when you rated high?"
    ),
    Agreement.MIXED: to_say("What example were you thinking of when you rated?"),
    Agreement.STRONG: to_say("What makes us so sure? Who might see it differently?"),
    Agreement.BROAD: to_say("What would it take to move this by one point?"),
    Agreement.TOO_FEW: to_say("What would you need to know before you can rate this?"),
}
_MINORITY = to_say(
    "Some see this quite differently: what might they be seeing? No need to say who."
)
_CANNOT_SAY = to_say("What would help those who could not say?")
_SMALL = to_say("We are few: who is not here, and what might they have rated?")


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
    result = statement_picture(record, framework.statement(step.subject)).result
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
    return (PromptGroup(say("Because of this result"), chosen), *_by_kind(own, lines))


def _by_kind(action: Action, lines: tuple[str, ...]) -> tuple[PromptGroup, ...]:
    groups = (
        PromptGroup(
            prompt_kind_name(kind),
            tuple(p.text for p in action.prompts if p.kind is kind and p.text in lines),
        )
        for kind in PromptKind
    )
    return tuple(group for group in groups if group.lines)


def in_order(action: Action) -> tuple[str, ...]:
    """Return an action's prompts: what happened, how it feels, what it means, what to do."""
    order = list(PromptKind)
    ranked = sorted(action.prompts, key=lambda prompt: order.index(prompt.kind))
    return tuple(prompt.text for prompt in ranked)


def _for_result(result: Result | None) -> tuple[str, ...]:
    if result is None:
        return (said(_BY_RESULT[Agreement.TOO_FEW]),)
    flagged = {
        Flag.MINORITY_VIEW: _MINORITY,
        Flag.MANY_CANNOT_SAY: _CANNOT_SAY,
        Flag.SMALL_GROUP: _SMALL,
    }
    also = (line for flag, line in flagged.items() if flag in result.flags)
    return tuple(said(line) for line in (_BY_RESULT[result.agreement], *also))
