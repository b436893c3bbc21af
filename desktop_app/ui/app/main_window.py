"""The facilitator's window: home, prepare and the open workshop, one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.home.home_page import HomePage
from desktop_app.ui.widgets.paged_window import PagedWindow
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop_app.ui.widgets.notice import Notice

COMFORTABLE = QSize(1480, 940)


class ConsoleWindow(PagedWindow):
    """The main window. Home comes first and alone, so that it paints at once.

    Signals:
        files_brought(): files were dropped here, or opened in another way; `files` has them until
            somebody takes them in.
        paste_requested(): what is on the clipboard shall be brought in.
        state_changed(): it was maximised, or is no longer.
        help_wanted(QWidget, str): a dialog over it wants this part of the guide, "" for that of
            the page. keys_wanted(QWidget): a dialog over it wants the list of keys.
    """

    files_brought = Signal()
    paste_requested = Signal()
    state_changed = Signal()
    help_wanted = Signal(object, str)
    keys_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Roundtable"))
        self.setMinimumSize(860, 440)
        self._take_size()
        self._notice: Notice | None = None
        self.files: list[Path] = []
        self.setAcceptDrops(True)
        self.home = HomePage()
        self.add_page(self.home)
        self.home.menu_requested.connect(self.menu_requested)

    def bring(self, files: Iterable[Path]) -> None:
        """Have files looked at and brought in, one after another, as soon as that is possible."""
        self.files.extend(files)
        self.files_brought.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.state_changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever may be a file; what it is, is told once it is dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in the files that were dropped, wherever on the window."""
        urls = event.mimeData().urls()
        self.bring(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        event.acceptProposedAction()

    def press_by_enter(self) -> None:
        """Let Enter press the button that has the focus on every page, from now on."""
        from desktop_app.ui.widgets.enter_keys import EnterKeys  # noqa: PLC0415 - slow to name
        from desktop_app.ui.widgets.focus_in_sight import FocusInSight  # noqa: PLC0415 - the same

        if self.findChild(EnterKeys) is None:
            EnterKeys(self)
            FocusInSight(self)
            self.home.focus_first()

    def show_busy(self, busy: bool) -> None:
        """Let the pointer say that long work is under way, which keeps nobody from going on."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to build

        if busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()

    def show_help(self, over: QWidget, topic: str) -> None:
        """Have a part of the guide shown over a dialog."""
        self.help_wanted.emit(over, topic)

    def show_keys(self, over: QWidget) -> None:
        """Have the list of keys shown over a dialog."""
        self.keys_wanted.emit(over)

    def paste(self) -> None:
        """Have brought in what was copied elsewhere."""
        self.paste_requested.emit()

    def tell(self, text: str) -> None:
        """Say something above every page until it is closed."""
        if self._notice is None:
            from desktop_app.ui.widgets.notice import Notice  # noqa: PLC0415 - seldom needed

            self._notice = Notice()
            self.setMenuWidget(self._notice)
        self._notice.say(text)

    def _take_size(self) -> None:
        """Take most of the screen, at most a comfortable size."""
        room = self.screen().availableGeometry().size()
        most = QSize(round(room.width() * 0.94), round(room.height() * 0.92))
        self.resize(most.boundedTo(COMFORTABLE).expandedTo(self.minimumSize()))
