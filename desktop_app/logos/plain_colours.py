"""Pictures turned into the colours that every paper of ours is in: sRGB, or grey.

PDF/A takes no CMYK beside our colour profile, and a profile of a picture's own is lost on the way
into a PDF, with other colours than its makers chose.
"""

from __future__ import annotations

import io
from contextlib import suppress

from PIL import Image, ImageCms

from desktop_app.resources import resource

_PLAIN = ("RGB", "L")


def is_plain(picture: Image.Image) -> bool:
    """Return whether a picture can be printed as it is."""
    return (
        picture.mode in _PLAIN
        and not picture.info.get("icc_profile")
        and not picture.has_transparency_data
    )


def as_plain_png(picture: Image.Image) -> bytes:
    """Return a picture as a PNG in sRGB, its transparency kept beside the colours."""
    plain = _in_srgb(_colours(picture), picture.info.get("icc_profile"))
    if picture.has_transparency_data:
        plain.putalpha(picture.convert("RGBA").getchannel("A"))
    file = io.BytesIO()
    plain.save(file, "PNG", icc_profile=None)
    return file.getvalue()


def _colours(picture: Image.Image) -> Image.Image:
    """Return a picture without its transparency, in one of the modes that profiles are for."""
    if picture.mode in (*_PLAIN, "CMYK"):
        return picture
    if picture.mode.startswith(
        "I"
    ):  # 16 bits, of which "L" would take all but the darkest as white
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("L" if picture.mode in ("1", "LA") else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB; by rule of thumb where its profile is damaged or does not fit."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            wanted = ImageCms.ImageCmsProfile(str(resource("colour", "sRGB.icc")))
            made = ImageCms.profileToProfile(picture, meant, wanted, outputMode="RGB")
            if made is not None:
                return made
    return picture.convert("RGB")
