"""The icons of the bundle and of its files (.icns), drawn from the one SVG.

Run as python -m installer.macos.icons FOLDER; it needs no Mac.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from desktop_app.resources import resource
from installer.linux.shared_files import drawn
from installer.macos.info import FILE_ICON, ICON

SIDE = 1024
SIZES = (32, 64, 128, 256, 512, 1024)
INSET = 100
"""Apple's grid leaves so much of 1,024 free around an application's icon."""
PAPER = (132, 40, 892, 984)
FOLD = 220


def write(folder: Path) -> None:
    """Write both."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in ((ICON, application()), (FILE_ICON, workshop())):
        smaller = [picture.resize((size, size), Image.Resampling.LANCZOS) for size in SIZES]
        picture.save(folder / name, format="ICNS", append_images=smaller)


def application() -> Image.Image:
    """Return the drawing within Apple's margins."""
    picture = Image.new("RGBA", (SIDE, SIDE))
    picture.alpha_composite(_drawing(SIDE - 2 * INSET), (INSET, INSET))
    return picture


def workshop() -> Image.Image:
    """Return a sheet of paper with a folded corner and the drawing on it."""
    picture = Image.new("RGBA", (SIDE, SIDE))
    left, top, right, bottom = PAPER
    sheet = [(left, top), (right - FOLD, top), (right, top + FOLD), (right, bottom), (left, bottom)]
    pen = ImageDraw.Draw(picture)
    pen.polygon(sheet, fill="#fbfaf6", outline="#8a9694", width=8)
    fold = [(right - FOLD, top), (right - FOLD, top + FOLD), (right, top + FOLD)]
    pen.polygon(fold, fill="#dfe6e3", outline="#8a9694", width=8)
    picture.alpha_composite(_drawing(440), ((SIDE - 440) // 2, 420))
    return picture


def _drawing(size: int) -> Image.Image:
    content = drawn(resource("icons", "roundtable.svg"), size)
    return Image.open(io.BytesIO(content)).convert("RGBA")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
