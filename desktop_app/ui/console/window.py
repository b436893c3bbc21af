"""The facilitator's window: home, prepare and the open workshop, one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop_app.ui.home.home_page import HomePage

COMFORTABLE = QSize(1480, 940)


class ConsoleWindow(QMainWindow):
    """The main window. Home comes first and alone, so that it paints at once.

    Signals:
        closing(): the window is about to close.
    """

    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Roundtable")
        self.setMinimumSize(900, 600)
        self._take_size()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.guard: Callable[[], bool] | None = None
        """Asked before the window closes; False keeps it open."""
        self.home = HomePage()
        self.add_page(self.home)

    def _take_size(self) -> None:
        """Take most of the screen, at most a comfortable size."""
        room = self.screen().availableGeometry().size()
        most = QSize(round(room.width() * 0.94), round(room.height() * 0.92))
        self.resize(most.boundedTo(COMFORTABLE).expandedTo(self.minimumSize()))

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
        if self.guard is not None and not self.guard():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
