"""What a picture on a slide of the facilitator's own may be; knows no decoder."""

from __future__ import annotations

from typing import Final

MAX_WIDTH, MAX_HEIGHT = 1920, 1080
"""The most pixels that are kept of a picture: as many as a projector shows."""
MAX_KEPT_BYTES: Final = 800_000
"""The most bytes of a picture that are kept with its workshop."""
MAX_PICTURES = 8
"""The most pictures of a day, so that its file stays far below the size at which it is refused."""
MAX_ALT = 240
"""The most characters of what is said of a picture to whoever does not see it."""
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def looks_like_a_picture(data: bytes) -> bool:
    """Return whether bytes begin as a PNG or JPEG does and are no more than may be kept."""
    return len(data) <= MAX_KEPT_BYTES and data.startswith(_STARTS)
