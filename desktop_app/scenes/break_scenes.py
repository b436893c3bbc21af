"""Scenes of what stands between the votes; values like those in scenes, which names them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .door import Spoken


@dataclass(frozen=True, slots=True)
class BreakShown(Spoken):
    """When to be back, what is left in words, and what comes then.

    `clock` is the one time of day, "" where the break has no end; `share`, of 1000, tells how much
    of the break is over.
    """

    kicker: str
    title: str
    clock: str
    left: str
    share: int
    then: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SlideShown(Spoken):
    """An item of the facilitator's own: its title, and a picture, a text or none.

    `alt`: what the picture shows, in words; the stage does not write it.
    """

    kicker: str
    title: str
    text: str
    mark: str = ""
    picture: bytes = field(default=b"", repr=False)
    alt: str = ""
