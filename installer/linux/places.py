"""Where the Linux packages are built, and what they are called."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop_app.version import RELEASED, __version__

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).parent / "files"
PROGRAM = CHECKOUT / "build" / "linux" / "roundtable"
"""The frozen folder."""
DIST = CHECKOUT / "dist"
VERSION = __version__
DAY = datetime.fromisoformat(RELEASED).replace(tzinfo=UTC)
"""What every file in a package is dated, so that the same source gives the same bytes."""


def filled(name: str, **more: str) -> str:
    """Return the text of a file beside this one with its @places@ filled."""
    text = (FILES / name).read_text(encoding="utf-8")
    places = {"version": VERSION, "released": RELEASED, **more}
    for place, value in places.items():
        text = text.replace(f"@{place}@", value)
    return text
