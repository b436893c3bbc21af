"""The facilitator's window: home, prepare and the open workshop, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop_app.ui.home.home_page import HomePage
from desktop_app.ui.widgets.paged_window import PagedWindow
from desktop_app.words.speech import say

COMFORTABLE = QSize(1480, 940)


class ConsoleWindow(PagedWindow):
    """The main window. Home comes first and alone, so that it paints at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Roundtable"))
        self.setMinimumSize(900, 600)
        self._take_size()
        self.home = HomePage()
        self.add_page(self.home)

    def show_busy(self, busy: bool) -> None:
        """Let the pointer say that long work is under way, which keeps nobody from going on."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to build

        if busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()

    def _take_size(self) -> None:
        """Take most of the screen, at most a comfortable size."""
        room = self.screen().availableGeometry().size()
        most = QSize(round(room.width() * 0.94), round(room.height() * 0.92))
        self.resize(most.boundedTo(COMFORTABLE).expandedTo(self.minimumSize()))
