"""A result by partner on the console: a small picture each; a hidden part says why."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.charts.group_bars import group_bars
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.domain.results import Result
from desktop_app.scenes.scene import ByGroup, GroupPart
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import frame, label

COLUMNS = 2
SIZE, HEIGHT = 15.0, 120.0


class GroupResults(QWidget):
    """Cards in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = column(self, spacing=10)
        self._grid: QWidget | None = None

    def show_scene(self, scene: ByGroup) -> None:
        """Show what the room sees of each partner."""
        if self._grid is not None:
            self._lines.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        shown = [part.result for part in scene.parts if part.result is not None]
        most = max((max(*r.counts, r.cannot_say) for r in shown), default=1)
        for place, part in enumerate(scene.parts):
            grid.addWidget(_card(part, most), place // COLUMNS, place % COLUMNS)
        self._lines.addWidget(self._grid)


def _card(part: GroupPart, most: int) -> QWidget:
    card = frame("card" if part.result is not None else "dashed")
    lines = column(card, spacing=4, margin=12)
    lines.addWidget(label(part.label, "strong"))
    if part.merged:
        lines.addWidget(label(part.merged, "small"))
    if part.result is not None:
        chart = ChartView()
        chart.least_width = 120
        chart.show_chart(partial(_bars, part.result, most))
        lines.addWidget(chart)
    lines.addWidget(label(part.words))
    if part.detail:
        lines.addWidget(label(part.detail, "small"))
    lines.addStretch(1)
    return card


def _bars(result: Result, most: int, palette: Palette, width: float) -> Drawing:
    return group_bars(result, palette, width, HEIGHT, size=SIZE, most=most)
