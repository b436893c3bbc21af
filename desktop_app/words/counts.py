"""Counts in words that stand by themselves; knows no widget."""

from __future__ import annotations

from .speech import say, say_count


def actions(count: int) -> str:
    """Return how many actions there are."""
    return say_count("{n} action", "{n} actions", count)


def statements(count: int) -> str:
    """Return how many statements there are."""
    return say_count("{n} statement", "{n} statements", count)


def points(count: int) -> str:
    """Return how long a scale is."""
    return say_count("{n}-point scale", "{n}-point scale", count)


def people(voting: int, observing: int) -> str:
    """Return who is in the room; observers only where there are any."""
    voters = say_count("{n} vote", "{n} vote", voting)
    if not observing:
        return voters
    observers = say_count("{n} observe", "{n} observe", observing)
    # For translators: how many people vote, then how many observe
    return say("{voters}, {observers}", voters=voters, observers=observers)
