"""What posters say besides the report's own words of an action."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.texts import to_say
from desktop_app.words.speech import say

from .event import Event

HOW_WE_RATE: Final = to_say("How we rate")


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
    return " ".join((*(say("{mark}.", mark=mark) for mark in event.marks), event.limits)).strip()
