"""A label that keeps a long text on one line: what does not fit gives way to dots."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from .text import plain_tip


class OneLine(QLabel):
    """Plain text on one line, whole in the tool tip.

    `names`: what it names to screen readers; its text is nobody's shortcut. `cut`: which part of
    it gives way.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        parent: QWidget | None = None,
        *,
        names: QWidget | None = None,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._cut = cut
        self._letters: int | None = 0
        if names is not None:
            self.setBuddy(names)
        if role:
            self.setProperty("role", role)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text, its line breaks as blanks."""
        line = " ".join(text.split())
        self.setText(line.replace("&", "&&") if self.buddy() is not None else line)
        self.setToolTip(plain_tip(line) if line else "")

    def keep_whole(self, *, whole: bool, letters: int | None = None) -> None:
        """Let the layout cut it, as at first, or never; `letters`: or never below so many."""
        self._letters = letters if whole else 0
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Let the layout make it narrow, as far as it need not stay whole."""
        whole = super().minimumSizeHint()
        if self._letters is None:
            return whole
        least = max(40, self._letters * self.fontMetrics().averageCharWidth())
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        line = self.text() if self.buddy() is None else self.text().replace("&&", "&")
        shown = self.fontMetrics().elidedText(line, self._cut, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, shown)
        painter.end()
