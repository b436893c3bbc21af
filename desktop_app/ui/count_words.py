"""How large a framework is, in words that stand beside each other between dots; knows no widget."""

from __future__ import annotations

from desktop_app.words.speech import say_count


def actions(count: int) -> str:
    """Return how many actions there are."""
    return say_count("{n} action", "{n} actions", count)


def statements(count: int) -> str:
    """Return how many statements there are."""
    return say_count("{n} statement", "{n} statements", count)


def points(count: int) -> str:
    """Return how long a scale is."""
    return say_count("{n}-point scale", "{n}-point scale", count)
