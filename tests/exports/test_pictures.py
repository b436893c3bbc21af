"""Pictures look alike in every viewer, and their bars can be told apart without colour."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from desktop_app.charts.hatching import PLATE, hatched, hatching
from desktop_app.charts.palette import PRINT, point_colours
from desktop_app.charts.primitives import Drawing, Rect, Text
from desktop_app.exports.outlines import outline
from desktop_app.exports.pictures import pictures_of, svg_bytes
from desktop_app.exports.png_pen import png_bytes
from desktop_app.exports.svg_pen import svg_document
from desktop_app.exports.typeface import text_width
from desktop_app.report import drawing as paper
from desktop_app.report import fonts
from tests.exports.rooms import sample

BARS = tuple(
    Rect(10 + 60 * place, 10, 60, 40, colour)
    for place, colour in enumerate(point_colours(PRINT, 5))
)
SCALE = Drawing(320, 60, BARS, "Five points.")


def measured(text: str, size: float, _weight: str) -> float:
    return len(text) * size / 2


def whites(image: Image.Image, bar: Rect) -> float:
    """Give which share of a bar is paper, away from its edges."""
    scale = image.width / SCALE.width
    inside = (bar.x + 3, bar.y + 3, bar.x + bar.width - 3, bar.y + bar.height - 3)
    seen = [*image.crop([round(edge * scale) for edge in inside]).convert("L").tobytes()]
    return sum(value > 240 for value in seen) / len(seen)


def drawn_by_qt(svg: bytes) -> Image.Image:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg))
    image = QImage(renderer.defaultSize() * 3, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    size = (image.width(), image.height())
    return Image.frombuffer(
        "RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )


@pytest.mark.gui
@pytest.mark.parametrize("pen", ["png", "svg"])
def test_the_ends_of_a_scale_are_told_apart_without_colour(pen: str, qapp: object) -> None:
    drawing = hatched(SCALE, 5, PRINT, measured)
    if pen == "png":
        image = Image.open(io.BytesIO(png_bytes(drawing, "Scale", PRINT.paper)))
    else:
        image = drawn_by_qt(svg_document(drawing, "Scale", PRINT.paper).encode())
    assert image.getpixel((image.width - 1, image.height - 1)) == (255, 255, 255)
    lowest, low, middle, high, highest = (whites(image, bar) for bar in BARS)
    assert lowest > low + 0.03 > 0.06
    assert (middle, high, highest) == (0, 0, 0)


def test_lines_across_a_bar_stay_in_it() -> None:
    bar = Rect(10, 20, 7, 30, "#000000", pattern="dense")
    lines = [*hatching(bar, "#ffffff")]
    assert len(lines) > 10
    for line in lines:
        assert bar.x <= line.x1 < line.x2 <= bar.x + bar.width
        assert bar.y <= line.y2 < line.y1 <= bar.y + bar.height
        assert line.x2 - line.x1 == pytest.approx(line.y1 - line.y2)
    assert [*hatching(Rect(0, 0, 9, 9, "#000000"), "#ffffff")] == []


def test_a_number_on_a_hatching_has_a_plain_ground() -> None:
    number = Text(20, 30, "7", 12, "bold", "#000000")
    drawing = hatched(Drawing(320, 60, (*BARS, number), ""), 5, PRINT, measured)
    *_, ground, _number = drawing.items
    assert isinstance(ground, Rect)
    assert (ground.fill, ground.pattern) == (BARS[0].fill, PLATE)
    assert number.size * 0.7 < ground.height < BARS[0].height


def test_paper_and_files_have_one_hatching() -> None:
    here = hatched(SCALE, 5, PRINT, fonts.text_width)
    assert paper.hatched(SCALE, 5) == here
    patterns = [item.pattern for item in here.items if isinstance(item, Rect)]
    assert patterns == ["dense", "wide", None, None, None]


def test_charts_with_low_ratings_are_hatched() -> None:
    found = {picture.name: picture.drawing.items for picture in pictures_of(sample())}
    for name in ("overview", "statement T1", "statement A2", "statement A2 two rounds"):
        patterns = {item.pattern for item in found[name] if isinstance(item, Rect)}
        assert patterns & {"dense", "wide"}, name


def test_no_text_of_a_picture_needs_a_typeface() -> None:
    record = sample()
    for picture in pictures_of(record):
        root = ET.fromstring(svg_bytes(picture, record.workshop))
        assert not root.findall(".//{*}text")
        assert root.findall("{*}title")
        assert root.findall("{*}desc")


def test_outlines_are_as_wide_as_what_was_laid_out() -> None:
    for text in ("Build mutual trust", "7 of 12 rated 4 or 5", "Ŵŷ €", ""):
        drawn, width = outline(text, "semibold")
        assert width * 13 / 1000 == pytest.approx(text_width(text, 13, "semibold"), rel=0.01)
        assert set(re.findall("[A-Za-z]", drawn)) <= set("MLQHVZC")
        assert bool(drawn) == bool(text)
