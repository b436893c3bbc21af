"""A revealed result on the console: bars, words, and questions to ask."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.application.prompts import prompt_lines
from desktop_app.application.scenes import Revealed, RevealedHidden
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.session import Session
from desktop_app.ui.painting.pen import measure
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import frame, label

BAR_SIZE = 16.0
ROW_HEIGHT = 38.0


class ResultPanel(QWidget):
    """What the room sees, plus the prompts that are the facilitator's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=16)
        upper = row(spacing=28)
        self._chart = ChartView()
        upper.addWidget(self._chart, 3, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=6)
        self._verdict = label(role="heading")
        self._meaning, self._middle = label(), label(role="strong")
        self._level, self._remarks = label(role="soft"), column(spacing=4)
        for part in (self._verdict, self._meaning, self._middle, self._level):
            words.addWidget(part)
        words.addLayout(self._remarks)
        words.addStretch(1)
        upper.addLayout(words, 2)
        layout.addLayout(upper)
        box = frame("card")
        self._prompts = column(box, spacing=4, margin=14)
        layout.addWidget(box)

    def show_scene(
        self, scene: Revealed | RevealedHidden, session: Session, palette: Palette
    ) -> None:
        """Show a revealed round."""
        self._verdict.setText(scene.verdict)
        clear(self._remarks)
        if isinstance(scene, Revealed):
            self._show_result(scene, palette)
        else:
            self._chart.hide()
            self._meaning.setText(scene.reason)
            self._middle.hide()
            self._level.hide()
        self._show_prompts(session)

    def _show_result(self, scene: Revealed, palette: Palette) -> None:
        self._chart.show()
        self._middle.show()
        self._level.show()
        self._meaning.setText(scene.meaning)
        self._middle.setText(scene.middle)
        self._level.setText(scene.level)
        self._chart.show_chart(partial(_bars, scene, palette))
        for remark in scene.remarks:
            self._remarks.addWidget(label(remark, "small"))

    def _show_prompts(self, session: Session) -> None:
        clear(self._prompts)
        self._prompts.addWidget(label(self.tr("Ask the room"), "strong"))
        for text in prompt_lines(session.record, session.step):
            self._prompts.addWidget(label(text))


def _bars(scene: Revealed, palette: Palette, width: float) -> Drawing:
    rows = scene.scale.size + 1
    return rating_bars(
        scene.result,
        scene.scale,
        palette,
        width,
        rows * ROW_HEIGHT,
        size=BAR_SIZE,
        measure=measure,
    )
