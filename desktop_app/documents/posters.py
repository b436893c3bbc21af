"""What posters say besides the report's own words of an action."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.texts import to_say
from desktop_app.words.speech import say

from .actions import ActionPart
from .event import Event, joined
from .report import FullContent

HOW_WE_RATE: Final = to_say("How we rate")
WENT_WELL: Final = to_say("This went well when …")
WAS_HARD: Final = to_say("This was hard when …")
WHAT_WE_WILL_DO: Final = to_say("What we will do")


def steps_of(content: FullContent, number: int) -> tuple[str, ...]:
    """Return what was taken on for an action, each with who and by when."""
    action = content.framework.actions[number - 1].short_title
    lines = (line for line in content.plan if line.action == action)
    return tuple(joined(line.title, line.owner, line.due) for line in lines)


def said_of(part: ActionPart) -> tuple[str, ...]:
    """Return what was said of an action and is printed."""
    return tuple(say("{label}: {text}", label=note.kind, text=note.text) for note in part.notes)


def place(number: int, total: int) -> str:
    """Return which of the posters this is."""
    return say("{number} of {total}", number=number, total=total)


def where_we_stood(event: Event) -> str:
    """Return the heading of a result that hangs on a wall after the day."""
    return say("Where we stood on {day}", day=event.held_on) if event.held_on else _where()


def _where() -> str:
    return say("Where we stood")


def below_the_result(event: Event) -> str:
    """Return what a reader of the result must know."""
    return " ".join(
        (*(say("{mark}.", mark=mark) for mark in event.marks), event.room_limits)
    ).strip()
