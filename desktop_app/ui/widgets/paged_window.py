"""A window that shows one page at a time; knows none of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget


class PagedWindow(QMainWindow):
    """A main window of pages.

    Signals:
        closing(): the window is about to close.
        menu_requested(): every command of the page is wanted.
    """

    closing = Signal()
    menu_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.guards: list[Callable[[], bool]] = []
        """Asked one after the other before the window closes; the first False keeps it open."""

    def add_page(self, page: QWidget) -> None:
        """Add a page without showing it."""
        self._stack.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show one of the added pages."""
        self._stack.setCurrentWidget(page)

    @property
    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._stack.currentWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(may_close() for may_close in self.guards):
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
