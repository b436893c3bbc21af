"""The scene of a follow-up's first step: what became of the commitments of last time."""

from __future__ import annotations

from desktop_app.domain.earlier import EarlierCommitment, Progress, progress_of
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.standings import since_when, standing_name, what_became

from .marks import mark
from .since_scenes import PromiseLine, SinceLastTime


def since_scene(record: WorkshopRecord) -> SinceLastTime:
    """Return every commitment of last time, with where it stands as far as that was said."""
    workshop = record.workshop
    found = [one for earlier in workshop.earlier[:1] for one in earlier.commitments]
    titles = short_titles(workshop.framework)
    lines = tuple(_line(one, progress_of(workshop.progress, one.identity), titles) for one in found)
    return SinceLastTime(
        kicker=since_when(workshop.earlier[0].held_on if workshop.earlier else None),
        title=what_became(len(lines)),
        lines=lines,
        mark=mark(workshop),
    )


def short_titles(framework: Framework) -> dict[str, str]:
    """Return the titles on stage of a framework's steps, by their whole titles."""
    return {step.title: step.short for action in framework.actions for step in action.steps}


def _line(one: EarlierCommitment, known: Progress, titles: dict[str, str]) -> PromiseLine:
    words = standing_name(known.standing) if known.standing else ""
    return PromiseLine(titles.get(one.title) or one.title, known.standing, words)
