"""The button that takes the last act back and says what that is; also on Ctrl+Z."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.text import plain_tip
from desktop_app.words.speech import say
from desktop_app.words.undo import undo_words


class UndoButton(QPushButton):
    """Take back; hidden while there is nothing to take back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: AppEvents | None = None
        self.setProperty("kind", "small")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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

    def _show(self) -> None:
        last = self._events.undo_stack.last if self._events is not None else None
        self.setVisible(last is not None)
        if self._events is None or last is None:
            return
        whole = say("Undo: {what}", what=undo_words(last))
        self.setAccessibleName(whole)
        self.setToolTip(plain_tip(say("{what}  (Ctrl+Z)", what=whole)))
        self.setText(say("Undo ({n})", n=len(self._events.undo_stack.acts)))
