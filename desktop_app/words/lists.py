"""Lists and numbers in the language spoken now."""

from __future__ import annotations

from collections.abc import Sequence

from .language import current
from .speech import say


def all_of(items: Sequence[str]) -> str:
    """Return a list of which each counts: "a, b and c"."""
    return current().formats.all_of(items)


def any_of(items: Sequence[str]) -> str:
    """Return a list of which one counts: "a, b or c"."""
    return current().formats.any_of(items)


def number(value: float, digits: int = 1) -> str:
    """Return a number with at most `digits` decimals: "3", "3.5"."""
    return current().formats.number(value, digits)


def decimals(value: float, digits: int = 2) -> str:
    """Return a number with all its decimals, as tables set it: "3.50"."""
    return current().formats.decimals(value, digits)


def percent(share: float) -> str:
    """Return a share of one in whole parts of a hundred, such as "42 %"."""
    return say("{n} %", n=round(share * 100))
