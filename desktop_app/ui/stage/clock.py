"""A quiet line in the stage's upper margin, where no scene puts anything: how much time is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.ui.fonts import stage_font
from desktop_app.ui.painting.sheet import MARGIN, SMALLEST, TOP, secondary

DESIGN_HEIGHT, DESIGN_WIDTH = 900.0, 1200.0


class StageClock(QLabel):
    """Words in the corner of `stage`; it follows the stage's size and takes no clicks."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_dark(dark=False)
        stage.installEventFilter(self)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show words; none hide the line."""
        if words != self.text():
            self.setText(words)
            self.setVisible(bool(words))
            self._place()

    def set_dark(self, *, dark: bool) -> None:
        """Write in the colour of secondary text on a dark or light stage."""
        palette = QPalette(self.palette())
        ink = QColor(secondary(DARK if dark else LIGHT))
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)
        self.setStyleSheet(f"color: {ink.name()}; background: transparent;")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        stage = self.parentWidget()
        if stage is not None:
            rect, font = clock_place(stage.size())
            self.setFont(font)
            self.setGeometry(rect)


def clock_place(stage: QSize) -> tuple[QRect, QFont]:
    """Return where the words stand on a stage of this size, and their font."""
    k = min(stage.height() / DESIGN_HEIGHT, stage.width() / DESIGN_WIDTH)
    font = QFont(stage_font(max(1.0, SMALLEST * DESIGN_HEIGHT * k), "semibold"))
    height = min(round(TOP * k) - 2, QFontMetrics(font).height() + 2)
    side = round(stage.width() * MARGIN)
    top = max(0, round((TOP * k - height) / 2))
    return QRect(side, top, stage.width() - 2 * side, height), font
