"""The icon of Windows, drawn from the SVG by Qt at each size that Windows shows."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def write_icon(drawing: Path, target: Path) -> None:
    """Write an .ico of nine sizes, each drawn for itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    pictures = [_picture(renderer, size) for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    pictures[-1].save(target, format="ICO", sizes=sizes, append_images=pictures[:-1])


def _picture(renderer: QSvgRenderer, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))
