"""Colours: the design's own at five points, in between elsewhere, always readable."""

from __future__ import annotations

import pytest

from desktop_app.charts.palette import (
    DARK,
    LIGHT,
    PRINT,
    Palette,
    contrast,
    mix,
    point_colours,
    text_on,
)

PALETTES = [LIGHT, DARK, PRINT]


@pytest.mark.parametrize("palette", PALETTES)
def test_five_points_are_the_designs(palette: Palette) -> None:
    assert point_colours(palette, 5) == palette.points


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("points", range(3, 8))
def test_every_scale_runs_from_end_to_end(palette: Palette, points: int) -> None:
    colours = point_colours(palette, points)
    assert len(set(colours)) == len(colours) == points
    assert (colours[0], colours[-1]) == (palette.points[0], palette.points[-1])
    assert (palette.points[2] in colours) is (points % 2 == 1)
    if points % 2:
        assert colours[points // 2] == palette.points[2]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("points", range(3, 8))
def test_numbers_on_points_are_readable(palette: Palette, points: int) -> None:
    assert all(contrast(text_on(c), c) >= 4.5 for c in point_colours(palette, points))


@pytest.mark.parametrize("palette", PALETTES)
def test_text_is_readable(palette: Palette) -> None:
    for ground in (palette.paper, palette.card, palette.attention):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.soft, ground) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5


def test_contrast_and_mix() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert mix("#000000", "#ff8000", 0.5) == "#804000"
