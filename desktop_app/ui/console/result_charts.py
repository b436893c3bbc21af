"""The charts of a revealed statement at the console's sizes."""

from __future__ import annotations

from desktop_app.charts.paired_bars import paired_bars
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.scenes.scene import Compared, Revealed
from desktop_app.ui.painting.pen import measure

BAR_SIZE = 16.0
ROW_HEIGHT = 38.0


def bars_of(scene: Revealed, palette: Palette, width: float) -> Drawing:
    """Return the bars of one round."""
    height = (scene.scale.size + 1) * ROW_HEIGHT
    return rating_bars(
        scene.result, scene.scale, palette, width, height, size=BAR_SIZE, measure=measure
    )


def both_votes(scene: Compared, palette: Palette, width: float) -> Drawing:
    """Return the bars of both rounds beside one another."""
    return paired_bars(
        scene.before,
        scene.after,
        scene.scale,
        scene.names,
        palette,
        width,
        (scene.scale.size + 2) * ROW_HEIGHT * 0.85,
        size=BAR_SIZE,
        measure=measure,
    )
