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


def people(count: int) -> str:
    """Return how many people, such as "1 person"."""
    return say_count("{n} person", "{n} people", count)


def people_in_the_room(present: int) -> str:
    """Return how many may vote, such as "12 people in the room"."""
    return say_count("{n} person in the room", "{n} people in the room", present)


def ballots(count: int) -> str:
    """Return how many ballots, such as "11 ballots"."""
    return say_count("{n} ballot", "{n} ballots", count)


def dots(count: int) -> str:
    """Return how many dots, such as "1 dot"."""
    return say_count("{n} dot", "{n} dots", count)


def minutes(count: int) -> str:
    """Return how many minutes, such as "1 minute"; "" for none."""
    return say_count("{n} minute", "{n} minutes", count) if count else ""


def voting_and_observing(voting: int, observing: int) -> str:
    """Return who is in the room; observers only where there are any."""
    voters = say_count("{n} vote", "{n} vote", voting)
    if not observing:
        return voters
    observers = say_count("{n} observe", "{n} observe", observing)
    # For translators: how many people vote, then how many observe
    return say("{voters}, {observers}", voters=voters, observers=observers)
