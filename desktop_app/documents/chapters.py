"""Which chapters a full report has, in which order, and what they are called; no format."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from desktop_app.words import then_and_now
from desktop_app.words.speech import said

from . import since, standing
from .actions import ActionPart
from .report import FullContent


class Chapter(Enum):
    """A chapter, in the order of the report; each action's stands after the whole picture."""

    HOW = "how"
    PLAN = "plan"
    PARKED = "parked"
    OVERVIEW = "overview"
    PRIORITIES = "priorities"
    SINCE = "since"
    THEN_AND_NOW = "then-and-now"
    METHODS = "methods"
    SOURCES = "sources"


Part: TypeAlias = Chapter | ActionPart


def chapters_of(content: FullContent) -> Iterator[Part]:
    """Yield the chapters: what is agreed before what it rests on, the method last."""
    for one in Chapter:
        if _stands(one, content):
            yield one
        if one is Chapter.OVERVIEW:
            yield from content.actions


def _stands(chapter: Chapter, content: FullContent) -> bool:
    if chapter is Chapter.SINCE:
        return content.since is not None
    return chapter is not Chapter.THEN_AND_NOW or content.then_now is not None


def title_of(chapter: Chapter, content: FullContent) -> str:
    """Return what a chapter is called."""
    if chapter is Chapter.PLAN and not content.plan:
        return said(standing.NEXT_STEPS)
    return said(_TITLES[chapter])


_TITLES = {
    Chapter.HOW: standing.HOW_TO_READ,
    Chapter.PLAN: standing.NEXT_STEPS_AGREED,
    Chapter.PARKED: standing.PARKED,
    Chapter.OVERVIEW: standing.WHOLE_PICTURE,
    Chapter.PRIORITIES: standing.MATTERS_MOST,
    Chapter.SINCE: since.TITLE,
    Chapter.THEN_AND_NOW: then_and_now.TITLE,
    Chapter.METHODS: standing.METHODS,
    Chapter.SOURCES: standing.SOURCES,
}
