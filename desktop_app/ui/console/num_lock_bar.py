"""Says that Num Lock is off where votes are counted, until a digit of the number pad arrives."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.ui.theme import worn
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

from .session import Session

_KEY, _GAP = 26, 4
_ROWS = (
    ("", "/", "*", "-"),
    ("7", "8", "9", "+"),
    ("4", "5", "6"),
    ("1", "2", "3"),
    ("0", "", "."),
)


class KeyPlace(QWidget):
    """A number pad on which the key is marked: upper left, above the 7."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(say("Num Lock stands above the 7 of the number pad"))

    def sizeHint(self) -> QSize:
        """Return the room of four keys across and five down."""
        return QSize(4 * (_KEY + _GAP) + _GAP, 5 * (_KEY + _GAP) + _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the keys; the one that is meant is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for down, names in enumerate(_ROWS):
            for across, name in enumerate(names):
                self._paint_key(painter, across, down, name)
        painter.end()

    def _paint_key(self, painter: QPainter, across: int, down: int, name: str) -> None:
        colours, meant = worn(), (across, down) == (0, 0)
        step = _KEY + _GAP
        area = QRectF(_GAP + across * step, _GAP + down * step, _KEY, _KEY)
        painter.setPen(QPen(QColor(colours.accent if meant else colours.soft), 1))
        painter.setBrush(QColor(colours.accent if meant else colours.card))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(colours.soft))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)


class NumLockBar(QFrame):
    """One line that says so, and on request where the key is and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "attention")
        self._show_me = button(say("Show me"), "small")
        self._way = QWidget()
        lines = column(self, spacing=10, margin=14)
        lines.addLayout(self._build_line())
        lines.addWidget(self._way)
        self._build_way()
        self._way.hide()
        self._show_me.clicked.connect(self._toggle)
        self.hide()

    def _build_line(self) -> QHBoxLayout:
        line = row(spacing=10)
        line.addWidget(label(say("Num Lock is off."), "strong", wrap=False))
        text = say("The number pad does not count; the row of digits does.")
        line.addWidget(label(text), 1)
        line.addWidget(self._show_me)
        return line

    def _build_way(self) -> None:
        line = row(self._way, spacing=16)
        line.addWidget(KeyPlace(), 0, Qt.AlignmentFlag.AlignTop)
        text = column(spacing=8)
        for words in (
            say(
                "The key stands above the 7 of the number pad and is called Num Lock, or Num. "
                "Press it once, then a number: this line goes when the number counts."
            ),
            say(
                "Many laptops have it beside the delete key, where it is called NumLk. Some want "
                "you to hold Fn as well."
            ),
            say("Or use the row of digits above the letters: it always counts."),
        ):
            text.addWidget(label(words))
        line.addLayout(text, 1)

    def _toggle(self) -> None:
        shown = self._way.isHidden()
        self._way.setVisible(shown)
        self._show_me.setText(say("Hide it") if shown else say("Show me"))

    def show_session(self, session: Session) -> None:
        """Show the line where it matters now."""
        self.setVisible(session.num_lock_off and session.takes_votes)
