"""What both Linux packages put beside the program: how the desktop knows it, icons, manual page."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from desktop_app.resources import resource
from installer.linux.places import filled

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def write(share: Path) -> None:
    """Write them below a folder such as /usr/share."""
    _put(share / "applications/roundtable.desktop", filled("roundtable.desktop"))
    _put(share / "mime/packages/roundtable.xml", filled("roundtable.xml"))
    metainfo = filled("roundtable.metainfo.xml")
    _put(share / f"metainfo/{component_id()}.metainfo.xml", metainfo)
    write_compressed(share / "man/man1/roundtable.1.gz", filled("roundtable.1"))
    for name, content in icons():
        target = share / "icons/hicolor" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def component_id() -> str:
    """Return the name by which software centres know the application."""
    return filled("roundtable.metainfo.xml").partition("<id>")[2].partition("</id>")[0]


def write_compressed(path: Path, text: str) -> None:
    """Write a compressed text that is the same whenever it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def icons() -> Iterator[tuple[str, bytes]]:
    """Give each icon's place and content, for the application and for its files."""
    drawing = resource("icons", "roundtable.svg")
    for purpose, name in (("apps", "roundtable"), ("mimetypes", "application-x-roundtable")):
        yield f"scalable/{purpose}/{name}.svg", drawing.read_bytes()
        for size in ICON_SIZES:
            yield f"{size}x{size}/{purpose}/{name}.png", drawn(drawing, size)


def drawn(drawing: Path, size: int) -> bytes:
    """Return an SVG as a PNG of so many pixels a side."""
    from PySide6.QtCore import QBuffer, QByteArray  # noqa: PLC0415 - only who draws loads Qt
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
