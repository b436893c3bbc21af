"""What the room sees, in pictures and in words: only what its scene holds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.scenes.scene import Blank
from desktop_app.ui.stage.preview import StagePreview
from desktop_app.ui.stage.window import StageWindow

from . import scenes


@pytest.fixture
def stage(qtbot: QtBot) -> StageWindow:
    stage = StageWindow()
    qtbot.addWidget(stage)
    stage.resize(960, 540)
    stage.show()
    qtbot.waitExposed(stage)
    return stage


@pytest.fixture
def preview(qtbot: QtBot) -> StagePreview:
    preview = StagePreview()
    qtbot.addWidget(preview)
    preview.resize(400, 225)
    preview.show()
    return preview


def grab(widget: StageWindow | StagePreview) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("name", scenes.every_scene())
def test_every_scene_can_be_seen_and_heard(stage: StageWindow, name: str) -> None:
    empty = grab(stage)
    stage.set_motion(False)
    stage.show_scene(scenes.every_scene()[name])
    assert grab(stage) != empty
    assert stage.accessibleName()
    assert "Sample workshop" in stage.accessibleDescription()


def test_an_open_vote_is_not_read_aloud_with_counts(stage: StageWindow) -> None:
    stage.show_scene(scenes.vote(9, 12))
    spoken = f"{stage.accessibleName()} {stage.accessibleDescription()}"
    assert not re.search(r"\b(9|12)\b", spoken)


def test_a_result_is_read_aloud_once_it_is_revealed(stage: StageWindow) -> None:
    stage.show_scene(scenes.revealed((2, 3, 1, 4, 1)))
    assert stage.accessibleName() == "Opposing views"
    assert "4 Mostly there: 4." in stage.accessibleDescription()


@pytest.mark.parametrize(("black", "colour"), [(True, "#000000"), (False, LIGHT.paper)])
def test_a_blank_stage_is_black_or_plain_paper_and_comes_back(
    stage: StageWindow, black: bool, colour: str
) -> None:
    stage.show_scene(scenes.vote())
    before = grab(stage)
    stage.show_scene(Blank(black=black))
    blank = grab(stage)
    colours = {blank.pixelColor(x, y).name() for x in range(0, 960, 7) for y in range(0, 540, 7)}
    assert colours == {colour}
    assert stage.accessibleDescription() == ""
    stage.show_scene(scenes.vote())
    assert grab(stage) == before


def test_the_stage_is_dark_or_light(stage: StageWindow) -> None:
    stage.show_scene(Blank(black=False))
    stage.set_dark(True)
    assert grab(stage).pixelColor(1, 1).name() == DARK.paper
    stage.set_dark(False)
    assert grab(stage).pixelColor(1, 1).name() == LIGHT.paper


def test_bars_grow_once_a_round(stage: StageWindow, qtbot: QtBot) -> None:
    stage.show_scene(scenes.revealed())
    assert stage.growth < 1
    qtbot.waitUntil(lambda: stage.growth == 1)
    done = grab(stage)
    stage.show_scene(scenes.shown())
    stage.show_scene(scenes.revealed())
    assert stage.growth == 1
    assert grab(stage) == done


def test_growing_bars_end_where_bars_without_motion_are(qtbot: QtBot, stage: StageWindow) -> None:
    stage.set_motion(False)
    stage.show_scene(scenes.revealed())
    still = grab(stage)
    stage.set_motion(True)
    stage.show_scene(replace(scenes.revealed(), round_id="another"))
    qtbot.waitUntil(lambda: stage.growth == 1)
    assert grab(stage) == still


class Still(QProxyStyle):
    def styleHint(self, hint, option=None, widget=None, returnData=None):  # noqa: N802, N803
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def test_bars_do_not_grow_where_the_platform_asks_for_no_motion(stage: StageWindow) -> None:
    style = Still(QApplication.style().name())
    stage.setStyle(style)
    stage.show_scene(scenes.revealed())
    assert stage.growth == 1


def test_the_mirror_keeps_the_stage_proportions(preview: StagePreview) -> None:
    assert preview.heightForWidth(320) == 180
    preview.set_aspect(1024, 768)
    assert preview.heightForWidth(320) == 240


@pytest.mark.parametrize("name", scenes.every_scene())
def test_the_mirror_shows_every_scene(preview: StagePreview, name: str) -> None:
    empty = grab(preview)
    preview.show_scene(scenes.every_scene()[name])
    assert grab(preview) != empty
    assert preview.accessibleName().startswith("What the room sees now:")
