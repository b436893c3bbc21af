"""The revealed dots on the console: the list, and importance beside level with its table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.charts.dot_rows import DotRow, dot_rows
from desktop_app.charts.four_field import FieldPoint, field_words, four_field
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.scenes.looks import Look
from desktop_app.scenes.priorities import priorities_scene
from desktop_app.scenes.priority_scenes import ImportanceBesideLevel, Priorities
from desktop_app.scenes.scene import RevealedHidden, Scene
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.room import Room
from desktop_app.ui.painting.pen import measure
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

SIZE = 16.0
FIELD_HEIGHT = 330.0
BESIDE_FROM = 620
"""Width from which the table stands beside the fields."""


class DotsResult(QWidget):
    """What the room sees or could see: the list first, the four fields and their table below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=12)
        self._chart, self._note = ChartView(), label(role="soft")
        layout.addWidget(self._chart)
        layout.addWidget(self._note)
        self._heading = label(say("Importance beside level"), "heading")
        layout.addWidget(self._heading)
        self._beside = QWidget()
        self._line = row(self._beside, spacing=20)
        self._field = ChartView()
        self._line.addWidget(self._field, 3, Qt.AlignmentFlag.AlignTop)
        side = column(spacing=6)
        self._table = column(spacing=6)
        self._warning = label(role="small")
        side.addLayout(self._table)
        side.addWidget(self._warning)
        side.addStretch(1)
        self._line.addLayout(side, 2)
        layout.addWidget(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE_FROM
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def show_session(self, room: Room) -> None:
        """Show the list, or why it is hidden, and the fields where there are any."""
        listed = priorities_scene(room.record)
        beside = priorities_scene(room.record, Look.BESIDE)
        self._show_list(listed)
        shown = isinstance(beside, ImportanceBesideLevel)
        self._heading.setVisible(shown)
        self._beside.setVisible(shown)
        if isinstance(beside, ImportanceBesideLevel):
            self._show_fields(beside)

    def _show_list(self, scene: Scene) -> None:
        self._chart.setVisible(isinstance(scene, Priorities))
        if isinstance(scene, Priorities):
            rows = tuple(DotRow(r.label, r.dots, r.words) for r in scene.rows)
            self._chart.show_chart(partial(_list, rows))
            self._note.setText("  ".join(part for part in (scene.note, scene.footer) if part))
        elif isinstance(scene, RevealedHidden):
            self._note.setText(
                say("{verdict}. {reason}", verdict=scene.verdict, reason=scene.reason)
            )

    def _show_fields(self, scene: ImportanceBesideLevel) -> None:
        self._field.show_chart(partial(_fields, scene))
        clear(self._table)
        for line in sorted(scene.rows, key=lambda one: one.number):
            self._table.addWidget(label(f"{line.number}  {line.label}", "strong"))
            self._table.addWidget(label(line.words, "small"))
        self._warning.setText(scene.warning)
        self._warning.setVisible(bool(scene.warning))


def _list(rows: tuple[DotRow, ...], palette: Palette, width: float) -> Drawing:
    return dot_rows(rows, palette, width, size=SIZE, measure=measure)


def _fields(scene: ImportanceBesideLevel, palette: Palette, width: float) -> Drawing:
    points = [FieldPoint(r.number, r.label, r.upper, r.share, r.close) for r in scene.rows]
    return four_field(
        points,
        palette,
        width,
        FIELD_HEIGHT,
        size=SIZE,
        measure=measure,
        even=scene.even,
        words=field_words(scene.words.higher),
    )
