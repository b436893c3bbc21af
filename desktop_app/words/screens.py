"""How large a screen is, in words."""

from __future__ import annotations

from .formats import NO_BREAK
from .speech import say


def screen_size(width: int, height: int) -> str:
    """Return a size in pixels that no line is broken within."""
    return say("{width} × {height}", width=width, height=height).replace(" ", NO_BREAK)
