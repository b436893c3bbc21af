"""A partnership's logo on a printed page."""

from __future__ import annotations

import io
from typing import Any

from reportlab.platypus import Image as ImageFlowable

from desktop_app.logos.logo import NAMED, Logo
from desktop_app.words.speech import said

from . import styles
from .tagged import Columns, Figure, Stack


def logo_image(logo: Logo, most_width: float, most_height: float) -> Any:
    """Return the logo as a figure within a width and height, its shape kept."""
    width, height = logo.within(most_width, most_height)
    picture = ImageFlowable(io.BytesIO(logo.data), width, height, hAlign="LEFT")
    return Figure(picture, said(NAMED))


def beside_logo(
    parts: list[Any], logo: Logo | None, width: float, most: tuple[float, float] = (160.0, 44.0)
) -> list[Any]:
    """Return what opens a document with the logo at its right, or as it is without one."""
    if logo is None:
        return parts
    left = Stack(parts, width - most[0] - styles.COLUMN_GAP)
    return [Columns([left, Stack([logo_image(logo, *most)], most[0])], styles.COLUMN_GAP)]
