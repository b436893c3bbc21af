"""A partnership's logo: a small PNG or JPEG that is checked before anything is written."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.platypus import Image as ImageFlowable

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import to_say
from desktop_app.words.speech import say

from . import styles
from .plain_colours import as_plain_png, is_plain
from .tagged import Columns, Figure, Stack

MAX_BYTES = 5_000_000
MAX_PIXELS = 25_000_000
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


def logo_image(logo: Logo, most_width: float, most_height: float) -> Any:
    """Return the logo as a figure within a width and height, its shape kept."""
    share = min(most_width / logo.width, most_height / logo.height)
    picture = ImageFlowable(
        io.BytesIO(logo.data), logo.width * share, logo.height * share, hAlign="LEFT"
    )
    return Figure(picture, say("Logo of the partnership"))


def beside_logo(
    parts: list[Any], logo: Logo | None, width: float, most: tuple[float, float] = (160.0, 44.0)
) -> list[Any]:
    """Return what opens a document with the logo at its right, or as it is without one."""
    if logo is None:
        return parts
    left = Stack(parts, width - most[0] - styles.COLUMN_GAP)
    return [Columns([left, Stack([logo_image(logo, *most)], most[0])], styles.COLUMN_GAP)]
