"""A partnership's logo: a small PNG or JPEG that is checked before anything is written."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import to_say

from .plain_colours import as_plain_png, is_plain

NAMED: Final = to_say("Logo of the partnership")
"""What is read out in its place."""

MAX_BYTES = 5_000_000
MAX_PIXELS = 25_000_000
_PNG = b"\x89PNG"
_FORMATS = ("PNG", "JPEG")
_TOO_MANY_PIXELS = to_say(
    "The logo “{name}” has too many pixels. Save a smaller copy of it and choose that."
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked picture: its bytes and its size in pixels."""

    data: bytes
    width: int
    height: int

    def within(self, most_width: float, most_height: float) -> tuple[float, float]:
        """Return its size within a width and height, its shape kept."""
        share = min(most_width / self.width, most_height / self.height)
        return self.width * share, self.height * share

    def as_png(self) -> bytes:
        """Return it as PNG, for formats that do not know every JPEG."""
        if self.data.startswith(_PNG):
            return self.data
        held = io.BytesIO()
        with Image.open(io.BytesIO(self.data)) as picture:
            picture.save(held, "PNG")
        return held.getvalue()


def logo_of(options: PrintOptions | None) -> Logo | None:
    """Return the logo that papers shall have; raise FileProblem where it is none."""
    return read_logo(options.logo) if options and options.logo else None


def read_logo(path: Path) -> Logo:
    """Return the logo in a PNG or JPEG file; raise FileProblem with a sentence otherwise."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileProblem(
                "The logo “{name}” is larger than {limit} MB. Save a smaller copy of it and choose"
                " that.",
                name=path.name,
                limit=MAX_BYTES // 1_000_000,
            )
        data = path.read_bytes()
    except OSError as error:
        raise FileProblem(
            "The logo “{name}” cannot be read: {why}.",
            name=path.name,
            why=refusal(error),
        ) from error
    return _checked(data, path.name)


def _checked(data: bytes, name: str) -> Logo:
    """Return a logo that was decoded to its end once, so that no document fails half-way."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                width, height = picture.size
                if width * height <= MAX_PIXELS:
                    picture.load()
                    data = data if is_plain(picture) else as_plain_png(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise FileProblem(_TOO_MANY_PIXELS, name=name) from error
    except Exception as error:  # a damaged picture fails in many ways inside the decoder
        raise FileProblem(
            "The logo “{name}” is not a PNG or JPEG picture, or it is damaged. Choose another"
            " file.",
            name=name,
        ) from error
    if width * height > MAX_PIXELS:
        raise FileProblem(
            "The logo “{name}” has too many pixels ({width} x {height}). Save a smaller copy of it"
            " and choose that.",
            name=name,
            width=width,
            height=height,
        )
    return Logo(data, width, height)
