"""What a person looks for in the list of workshops, and what was found; knows no storage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the workshops that hold the words; `whole`: every workshop was looked at."""

    ids: frozenset[str]
    whole: bool = True
