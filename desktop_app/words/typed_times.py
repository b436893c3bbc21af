"""A time of day as people type it: "9:30", "9.30", "0930", "9", "2 pm"."""

from __future__ import annotations

import re

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.texts import shortened

from .speech import say_as

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(\D*)")
NOON = 12


def read_time(text: str) -> str:
    """Return a time of day as an agenda holds it, such as "09:30"; "" for an empty text.

    Raise InputProblem, which says what to do, for anything else.
    """
    plain = " ".join(text.casefold().replace("h", ":").split())
    if not plain:
        return ""
    found = _TIME.fullmatch(plain.strip(":"))
    hour = _hour(int(found[1]), found[3].replace(".", "").strip()) if found else None
    if found is None or hour is None:
        raise InputProblem(
            "“{typed}” cannot be read as a time of day. Type one such as {example}.",
            typed=shortened(text.strip(), 20),
            example="9:30",
        )
    return f"{hour:02}:{found[2] or '00'}"


def _hour(hour: int, half: str) -> int | None:
    before, after = say_as("before noon", "am"), say_as("after noon", "pm")
    if half in (before, after):
        return hour % NOON + (NOON if half == after else 0) if 1 <= hour <= NOON else None
    return hour if not half and hour < 2 * NOON else None
