"""A picture for a slide of the facilitator's own: checked, upright, in plain colours and small.

A copy is made that holds the pixels alone: neither where a photo was taken nor by whom.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.pictures import MAX_HEIGHT, MAX_KEPT_BYTES, MAX_WIDTH
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import to_say

from .plain_colours import as_plain_png, is_plain

MAX_BYTES = 25_000_000
MAX_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG")
_QUALITIES = (90, 80, 65, 45, 25)
_SHRUNK = 3
"""How often a picture is made smaller still where its bytes are too many at every quality."""
_TOO_MANY_PIXELS: Final = to_say(
    "The picture “{name}” has too many pixels. Save a smaller copy of it and choose that."
)


def read_slide_picture(path: Path) -> bytes:
    """Return a PNG or JPEG file's picture as it is kept; raise FileProblem with a sentence."""
    data = _bytes_of(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # MAX_PIXELS is ours
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height <= MAX_PIXELS:
                    return _kept(picture)
    except Image.DecompressionBombError as error:
        raise FileProblem(_TOO_MANY_PIXELS, name=path.name) from error
    except Exception as error:  # a damaged picture fails in many ways inside the decoder
        raise FileProblem(
            "The file “{name}” is not a PNG or JPEG picture, or it is damaged. Choose another"
            " file.",
            name=path.name,
        ) from error
    raise FileProblem(_TOO_MANY_PIXELS, name=path.name)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileProblem(
                "The picture “{name}” is larger than {limit} MB. Save a smaller copy of it and"
                " choose that.",
                name=path.name,
                limit=MAX_BYTES // 1_000_000,
            )
        return path.read_bytes()
    except OSError as error:
        raise FileProblem(
            "The picture “{name}” cannot be read: {why}.", name=path.name, why=refusal(error)
        ) from error


def _kept(picture: Image.Image) -> bytes:
    """Return a picture as PNG where that is small, as JPEG on white paper elsewhere."""
    is_drawing = picture.format == "PNG"
    picture.draft("RGB", (MAX_WIDTH, MAX_HEIGHT))
    picture.load()
    small = _plain(ImageOps.exif_transpose(picture))
    small.thumbnail((MAX_WIDTH, MAX_HEIGHT), Image.Resampling.LANCZOS)
    kept = _saved(small, "PNG", optimize=True) if is_drawing else b""
    return kept if kept and len(kept) <= MAX_KEPT_BYTES else _as_jpeg(small)


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture in sRGB, what is transparent in it white as on paper."""
    if not is_plain(picture):
        picture = Image.open(io.BytesIO(as_plain_png(picture)))
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    over = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")


def _as_jpeg(picture: Image.Image) -> bytes:
    for _ in range(_SHRUNK):
        for quality in _QUALITIES:
            kept = _saved(picture, "JPEG", quality=quality)
            if len(kept) <= MAX_KEPT_BYTES:
                return kept
        picture = picture.resize((picture.width // 2 or 1, picture.height // 2 or 1))
    raise ValueError("no quality makes it small enough")


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    file = io.BytesIO()
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)  # the pixels alone, without what the file said beside them
    plain.save(file, kind, **how)
    return file.getvalue()
