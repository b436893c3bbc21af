"""A slide's kept picture, decoded once; knows no scene."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageReader

from desktop_app.domain.pictures import MAX_HEIGHT, MAX_WIDTH


@lru_cache(maxsize=2)
def slide_image(data: bytes) -> QImage:
    """Return a picture, null where it is damaged or claims more pixels than are ever kept."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() > MAX_WIDTH or size.height() > MAX_HEIGHT:
        return QImage()
    return reader.read()


def within(room: QRectF, image: QImage) -> QRectF:
    """Return the place of a whole picture in the middle of a room, its shape kept."""
    share = min(room.width() / image.width(), room.height() / image.height())
    rect = QRectF(0, 0, image.width() * share, image.height() * share)
    rect.moveCenter(room.center())
    return rect
