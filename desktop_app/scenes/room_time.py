"""What the room may be shown of the time, in the language of the workshop."""

from __future__ import annotations

from desktop_app.words.speech import say, say_count

from .door import in_its_language

MINUTE = 60


@in_its_language
def room_words(_language: str, left: int | None, *, running: bool) -> str:
    """Return minutes only, so that nobody watches seconds; `left` is in seconds, or unknown."""
    if left is None:
        return ""
    return _words(left) if running else say("Time is paused")


def _words(left: int) -> str:
    if left <= 0:
        return say("Time is up")
    if left <= MINUTE:
        return say("Last minute")
    return say_count("{n} min left", "{n} min left", -(-left // MINUTE))
