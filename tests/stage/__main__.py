"""`make stage`: all scenes as pictures on one page, each with its smallest capitals to be read."""

from __future__ import annotations

import argparse
import html
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.screens import SIZES, Shape
from desktop_app.ui.painting.scene_painter import ScenePainter
from tests.ui import scenes

from .sizes import LEAST, SceneSizes, sizes_of

REFERENCE = 1080


def main() -> int:
    """Write the page, print a line a scene, and return 1 where something is too small."""
    wanted = _arguments()
    application = QApplication.instance() or QApplication([])
    folder = Path(wanted.to)
    folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in wanted.size.split("x"))
    palette = DARK if wanted.dark else LIGHT
    rows, failed = [], 0
    type_size = SIZES[wanted.type]
    for name, scene in scenes.every_scene(Shape(width / height, type_size)).items():
        found = sizes_of(scene, width, height, type_size)
        failed += found.least < LEAST
        print(_line(name, found))
        _picture(scene, width, height, ScenePainter(palette, type_size)).save(
            str(folder / f"{name}.png")
        )
        rows.append(_figure(name, found))
    page = folder / "index.html"
    page.write_text(_page(rows), encoding="utf-8")
    print(f"\n{len(rows)} scenes, {failed} with something too small: {page}")
    application.processEvents()
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make stage", description=__doc__)
    parser.add_argument("--to", default="build/stage", help="folder of the page")
    parser.add_argument("--size", default="1920x1080", help="size of the stage in pixels")
    parser.add_argument("--type", default="normal", choices=SIZES, help="how large type is")
    parser.add_argument("--dark", action="store_true", help="the dark stage")
    return parser.parse_args()


def _line(name: str, found: SceneSizes) -> str:
    mark = "" if found.least >= LEAST else "  TOO SMALL"
    return f"{found.least * REFERENCE:6.1f} of {REFERENCE}  {name}{mark}"


def _picture(scene: Scene, width: int, height: int, of_scenes: ScenePainter) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    of_scenes.paint(painter, scene, of_scenes.layout(scene, QSizeF(width, height)))
    painter.end()
    return image


def _figure(name: str, found: SceneSizes) -> str:
    least = min(found.must, key=found.cap, default=None)
    words = f"{_line(name, found).strip()}: “{least.text if least else ''}”"
    return (
        f'<figure><img src="{html.escape(name)}.png" alt="">'
        f"<figcaption>{html.escape(words)}</figcaption></figure>"
    )


def _page(figures: list[str]) -> str:
    style = "figure{display:inline-block;width:31%;margin:1%}img{width:100%}"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>The stage</title>'
        f"<style>{style}</style>{''.join(figures)}</html>"
    )


if __name__ == "__main__":
    raise SystemExit(main())
