"""The colours of a picture, all at once: a call for each pixel takes seconds."""

from __future__ import annotations

from PySide6.QtGui import QImage


def colours_of(image: QImage) -> set[int]:
    """Return all colours that a picture has somewhere, as QImage.pixel gives them."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return set(memoryview(plain.constBits()).cast("I")) if not plain.isNull() else set()
