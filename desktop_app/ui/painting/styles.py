"""Styles of type on the stage, made of the tokens; nothing lies between `MAY` and `MUST`."""

from __future__ import annotations

import math

from .sheet import Frame
from .text import Style
from .tokens import MAY, MUST


def must(
    frame: Frame,
    weight: str = "regular",
    *,
    size: float = MUST,
    leading: float = 1.18,
    lines: int = 0,
) -> Style:
    """Return the style of what the room has to read: it shrinks to `MUST` and no further."""
    floor = least(frame)
    return Style(max(floor, size * frame.k), floor, weight, leading, lines)


def fixed(
    frame: Frame, size: float, weight: str = "regular", *, leading: float = 1.12, lines: int = 0
) -> Style:
    """Return a style that does not shrink."""
    at = size * frame.k
    return Style(at, at, weight, leading, lines)


def may(frame: Frame, weight: str = "regular", *, lines: int = 1) -> Style:
    """Return the style of what nobody needs to take part."""
    return Style(MAY * frame.small, MAY * frame.small, weight, 1.15, lines)


def least(frame: Frame) -> float:
    """Return the least size in pixels of what the room has to read."""
    return math.ceil(MUST * frame.k)
