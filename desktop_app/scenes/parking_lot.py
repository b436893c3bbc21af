"""The scene of what was parked; a value like those in scenes, which names it among them."""

from __future__ import annotations

from dataclasses import dataclass

from .door import Spoken


@dataclass(frozen=True, slots=True)
class ParkingLot(Spoken):
    """Points to come back to; `more` tells of those without room, `empty` what it is for."""

    kicker: str
    title: str
    points: tuple[str, ...]
    more: str
    empty: str
    mark: str = ""
