"""Working out once what is asked again and again of the same values."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Final, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")
_KEPT: Final = 4
"""The results of a function that are kept: of the workshop at hand, and of one beside it."""


def remembered(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """Have a pure function give the same result again for the very same values.

    They are compared by identity, which costs nothing however large they are: so only for
    positional values that never change, such as a framework or a tuple of an agenda's items.
    """
    kept: deque[tuple[tuple[object, ...], Made]] = deque(maxlen=_KEPT)

    @wraps(function)
    def look(*values: Given.args, **named: Given.kwargs) -> Made:
        if not named:
            for known, made in tuple(kept):
                if len(known) == len(values) and all(map(is_, known, values)):
                    return made
        made = function(*values, **named)
        if not named:
            kept.append((values, made))
        return made

    return look
