"""The button that takes the last act back and says what that is; also on Ctrl+Z."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.text import plain_tip
from desktop_app.words.speech import say
from desktop_app.words.undo import undo_words

PADDING = 16
SPARE = 4
"""Pixels by which a text may be wider than it measures."""


class UndoButton(QPushButton):
    """Take back; hidden while there is nothing to take back. It gives way where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: AppEvents | None = None
        self._whole = ""
        self.setProperty("kind", "small")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.undo)
        self.hide()

    def watch(self, events: AppEvents, area: QWidget) -> None:
        """Follow what can be taken back, and take Ctrl+Z anywhere in `area`."""
        if self._events is None:
            self._events = events
            events.undo_changed.connect(self._show)
            shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), area)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.undo)
        self._show()

    def undo(self) -> None:
        """Take the last act back."""
        if self._events is not None and self._events.undo_stack.last is not None:
            self._events.undo()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + PADDING + SPARE
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(say("Undo")) + 2 * PADDING
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def _show(self) -> None:
        last = self._events.undo_stack.last if self._events is not None else None
        self.setVisible(last is not None)
        if last is None:
            return
        self._whole = say("Undo: {what}", what=undo_words(last))
        self.setAccessibleName(self._whole)
        self.setToolTip(plain_tip(say("{what}  (Ctrl+Z)", what=self._whole)))
        self.updateGeometry()
        self._elide()

    def _elide(self) -> None:
        # An ampersand of the person's words is no mnemonic.
        metrics = QFontMetrics(self.font())
        room = max(self.width() - PADDING, 0)
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
