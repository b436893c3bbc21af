"""What to say and watch for, as high as its words; where that is too high it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

LEAST_LINES = 6


class ScriptBox(QScrollArea):
    """Plain words that are never cut off unseen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(say("What to say"))
        self.viewport().setAutoFillBackground(False)
        self.words.setAutoFillBackground(False)

    def say(self, text: str) -> None:
        """Show other words, from their beginning."""
        self.words.setText(text)
        self.verticalScrollBar().setValue(0)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        least = self.words.fontMetrics().lineSpacing() * LEAST_LINES
        return QSize(0, min(self._height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._follow()
        self._take_keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._follow()

    def _height(self) -> int:
        return max(0, self.words.heightForWidth(max(1, self.width())))

    def _follow(self) -> None:
        self.setMaximumHeight(self._height())
        self.updateGeometry()
        self._take_keys()

    def _take_keys(self) -> None:
        """Scroll, and be a stop for Tab, only where there is something to scroll to.

        A bar that came for a moment would else stay: it takes the width that the words need.
        """
        scrolls = self.height() < self._height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
