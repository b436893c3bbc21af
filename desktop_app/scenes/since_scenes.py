"""The scene of what became of earlier commitments; values like those in scene, which names them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.earlier import Standing

from .door import Spoken


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One commitment as the room reads it; `words` are "" where nobody has said yet."""

    title: str
    standing: Standing | None
    words: str


@dataclass(frozen=True, slots=True)
class SinceLastTime(Spoken):
    """What became of each commitment of the workshop before, by shape and word."""

    kicker: str
    title: str
    lines: tuple[PromiseLine, ...]
    mark: str = ""
