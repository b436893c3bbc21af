"""What kinds of thing a use case touched, so that views know whether to ask again."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """Kinds of thing a use case changed."""

    NONE = 0
    LIBRARY = auto()
    WORKSHOP = auto()
    POSITION = auto()
    ROUND = auto()
    BALLOTS = auto()
    NOTES = auto()
    PLAN = auto()
    STAGE = auto()
    PRIORITIES = auto()
    TIME = auto()
    FRAMEWORKS = auto()
    END = auto()
    """A workshop was closed: what it came to is worth a backup."""
