"""What a scene holds is on the sheet, and what is on the sheet is painted where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Text
from desktop_app.scenes.scene import Scene
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import DrawingItem, SceneLayout
from desktop_app.words import language
from tests.pseudo import TAG, pseudo, write_catalogue

from . import scenes
from .pixels import colours_of

SIZE = QSizeF(1920, 1080)
LIVE = {"count_text"}  # painted over the sheet as ballots come in
LONG = {"shown-long", "vote-long", "vote-7-long", "closed-long"}
LONG |= {"overview"}  # without lead or title, or by their name
ON_PAPER = {"scale", "text"}  # what points mean: on ballot and paper
ON_THE_CONSOLE = {
    "meaning",
    "middle",
    "level",
    "remarks",
    "settled",
    "moved",
    "agreements",
    "detail",
    "words",
}
SMALL_PRINT = {"footer", "note", "warning", "empty", "question"}


def painted(scene: Scene, layout: SceneLayout) -> QImage:
    image = QImage(SIZE.toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ScenePainter(LIGHT).paint(painter, scene, layout)
    painter.end()
    return image


def colours(image: QImage, rect: QRectF) -> set[int]:
    return colours_of(image.copy(rect.toAlignedRect().intersected(image.rect())))


def written(layout: SceneLayout) -> str:
    """Return all that can be read on a sheet, without blanks, since lines break anywhere."""
    texts = [line for item in layout.texts for line in item.fitted.lines]
    for item in layout.items:
        if isinstance(item, DrawingItem):
            texts += [part.text for part in item.drawing.items if isinstance(part, Text)]
    return "".join("".join(texts).split())


def sentences(value: object) -> Iterator[str]:
    """Give every text of several words that a scene holds."""
    if isinstance(value, str):
        if len(value.split()) > 3:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from sentences(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in LIVE | ON_PAPER | ON_THE_CONSOLE | SMALL_PRINT:
                yield from sentences(getattr(value, field.name))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] * ("-" in name))  # variants of another
        for name in scenes.every_scene()
    ],
)
def test_every_text_of_a_sheet_is_painted_in_its_colour_at_its_place(name: str) -> None:
    scene = scenes.every_scene()[name]
    layout = ScenePainter(LIGHT).layout(scene, SIZE)
    image = painted(scene, layout)
    for item in (text for text in layout.texts if text.fitted.lines):
        found = colours(image, item.rect)
        assert len(found) > 1, f"nothing is written at {item.rect}: {item.fitted.lines}"
        wanted = QColor(item.colour).rgb()
        assert wanted in found, f"{item.fitted.lines} in its colour"


@pytest.mark.parametrize("name", [n for n in scenes.every_scene() if n not in LONG])
def test_every_sentence_of_a_scene_is_on_its_sheet(name: str) -> None:
    scene = scenes.every_scene()[name]
    layout = ScenePainter(LIGHT).layout(scene, SIZE)
    there = written(layout)
    name = "".join(getattr(scene, "name", "").split())
    missing = [s for s in sentences(scene) if "".join(s.split()) not in there]
    if name and name in there:  # in the place of a statement that is too long
        whole = {getattr(scene, one, "") for one in ("lead", "sentence", "statement")}
        missing = [s for s in missing if s not in whole]
    assert missing == []


def test_a_chart_on_the_stage_speaks_the_scenes_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(tmp_path)
    monkeypatch.setattr(language, "_folder", lambda: tmp_path)
    scene = replace(scenes.fisted(scenes.plan(empty=True)), fist_name="", language=TAG)
    layout = ScenePainter(LIGHT).layout(scene, SIZE)
    charts = [item.drawing for item in layout.items if isinstance(item, DrawingItem)]
    said = [item.text for chart in charts for item in chart.items if isinstance(item, Text)]
    assert any(pseudo("Fist") in text for text in said)
    assert not any(text.strip() == "Fist" for text in said)
