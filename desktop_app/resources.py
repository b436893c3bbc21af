"""Where the files that come with the application lie: frozen, installed or in the checkout."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resource(*parts: str) -> Path:
    """Return the path of a file or folder that comes with the application."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve().parent
    candidates = [here / "_resources", here.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    return next((path for path in candidates if path.is_dir()), candidates[-1])
