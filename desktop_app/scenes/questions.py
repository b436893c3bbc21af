"""The scenes of the questions to talk about at a step, one after another."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.agenda import planned_seconds
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.prompts import PromptGroup, prompt_groups
from desktop_app.words.speech import say, say_count

from .aside_scenes import QuestionAsked
from .door import in_its_language
from .marks import mark
from .screens import Shape, text_screens

LINES = 8
"""Lines of the least size that a screen holds above how to talk about it."""
PAIRS_FROM = 4
"""People from which talking in pairs first makes sense."""


def can_ask(record: WorkshopRecord, step: Step) -> bool:
    """Return whether there are questions for a step: of a statement, once its vote is revealed."""
    if step.kind is StepKind.ACTION:
        return bool(record.workshop.framework.action(step.subject).prompts)
    if step.kind is not StepKind.STATEMENT:
        return False
    latest = record.latest_round(step.subject)
    return latest is not None and latest.state is RoundState.REVEALED


@in_its_language
def question_scenes(record: WorkshopRecord, step: Step, shape: Shape) -> tuple[QuestionAsked, ...]:
    """Return the questions of a step in the order they are asked, a long one on several screens."""
    asked = [(group, line) for group in prompt_groups(record, step) for line in group.lines]
    return tuple(
        QuestionAsked(
            kicker=_kicker(record, step, group, which),
            question=part,
            how=_how(record),
            time=_time(record, step, len(asked)),
            mark=mark(record.workshop),
            place=place,
        )
        for place, (group, line) in enumerate(asked)
        for which, part in _parts(line, _place(place + 1, len(asked)), shape)
    )


def _parts(line: str, which: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield a question in parts that fit a screen, each with which it is."""
    parts = text_screens(line, shape, LINES)
    for place, part in enumerate(parts, start=1):
        screen = say("screen {n} of {total}", n=place, total=len(parts))
        yield which if len(parts) == 1 else f"{which}  ·  {screen}", part


def _kicker(record: WorkshopRecord, step: Step, group: PromptGroup, place: str) -> str:
    framework = record.workshop.framework
    if step.kind is StepKind.ACTION:
        about = framework.action(step.subject).short_title
    else:
        statement = framework.statement(step.subject)
        about = statement.name
    return f"{about}  ·  {group.heading}  ·  {place}"


def _place(place: int, total: int) -> str:
    return say("question {n} of {total}", n=place, total=total)


def _how(record: WorkshopRecord) -> str:
    if record.workshop.present < PAIRS_FROM:
        return say("All together")
    return say("In pairs, then all together")


def _time(record: WorkshopRecord, step: Step, questions: int) -> str:
    """Return what the agenda leaves for one question; the vote before them takes a share too."""
    planned = planned_seconds(record.workshop.agenda, (), step) or 0
    votes = step.kind is StepKind.STATEMENT
    minutes = planned // 60 // (questions + votes)
    return say_count("{n} minute", "{n} minutes", minutes) if minutes else ""
