"""Scenes beside a step's own in words, for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.words.speech import say

from .aside_scenes import (
    FistAsked,
    NoteShown,
    PointMeant,
    QuestionAsked,
    StatementRead,
    StatementsListed,
    StatementsSeen,
    StepsOffered,
    ThenAndNowSeen,
)
from .priorities_in_words import named


def question_in_words(scene: QuestionAsked) -> tuple[str, tuple[str, ...]]:
    """Return the question, and how to talk about it."""
    return scene.question, (scene.kicker, scene.how, scene.time)


def point_in_words(scene: PointMeant) -> tuple[str, tuple[str, ...]]:
    """Return a point with its number, and what it means."""
    return f"{scene.number} {scene.label}".strip(), (scene.kicker, scene.text)


def read_in_words(scene: StatementRead) -> tuple[str, tuple[str, ...]]:
    """Return a statement, or the part of it that is shown."""
    return f"{scene.lead} {scene.text}".strip(), (scene.kicker,)


def statements_in_words(scene: StatementsListed) -> tuple[str, tuple[str, ...]]:
    """Return the action's title and its statements."""
    lines = (named(line.name, f"{line.text} {line.words}".strip()) for line in scene.lines)
    return scene.title, (scene.kicker, *lines)


def statements_seen_in_words(scene: StatementsSeen) -> tuple[str, tuple[str, ...]]:
    """Return every statement with what its bar shows, action by action."""
    groups = [group for column in scene.columns for group in column]
    lines = (
        line
        for group in groups
        for line in (group.title, *(named(bar.name, bar.words) for bar in group.bars))
    )
    return scene.kicker, (*lines, *scene.how)


def steps_in_words(scene: StepsOffered) -> tuple[str, tuple[str, ...]]:
    """Return what is asked, and the steps with their letters under their reasons."""
    return scene.title, (scene.kicker, *_steps(scene), scene.plan, *scene.listed)


def _steps(scene: StepsOffered) -> Iterator[str]:
    for group in scene.groups:
        reason = named(group.name, group.because)
        yield say("{reason}, {later}", reason=reason, later=group.later) if group.later else reason
        for line in group.lines:
            step = named(line.letter, line.title)
            yield say("{step}, {taken}", step=step, taken=scene.taken) if line.taken else step


def note_in_words(scene: NoteShown) -> tuple[str, tuple[str, ...]]:
    """Return the note's words."""
    return scene.kicker, (scene.text,)


def fist_asked_in_words(scene: FistAsked) -> tuple[str, tuple[str, ...]]:
    """Return the question, and what a fist and five fingers mean."""
    return scene.question, (scene.kicker, *scene.ends)


def then_and_now_in_words(scene: ThenAndNowSeen) -> tuple[str, tuple[str, ...]]:
    """Return every name with its words, and who was there."""
    return scene.title, (scene.kicker, *(named(r.name, r.words) for r in scene.rows), scene.foot)
