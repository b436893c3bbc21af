"""Takes a picture for a slide from a file; it is kept with the agenda that it is put into."""

from __future__ import annotations

from pathlib import Path


def picture_from(path: Path) -> bytes:
    """Return a file's picture as a workshop keeps it; raise FileProblem with a sentence."""
    from desktop_app.logos.slide_picture import read_slide_picture  # noqa: PLC0415 - Pillow takes long

    return read_slide_picture(path)
