"""Shown instead of the application where the library cannot be opened; says what to do.

A damaged library with a good backup can be restored from here; the damaged files are kept.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from desktop_app.domain.errors import AppError, LibraryUnusable, WayOut
from desktop_app.ui.widgets.help_keys import HelpKeys
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.speech import said, say

from .base import fit_to_words

WIDTH = 640


class ProblemWindow(QWidget):
    """The error's sentence, what is safe, and the ways on.

    Signals:
        retry_requested(): try to open the library again.
        restore_requested(): put the newest good backup in the damaged library's place.
        beside_requested(): go on with another library, empty at first, beside this one.
        report_requested(): show what would be told to whoever looks into the problem.
        quit_requested(): end the application; also where the person closes the window.
        help_wanted(QWidget, str): this window, or a dialog over it, wants this part of the guide.
        keys_wanted(QWidget): the same, of the list of keys.
    """

    retry_requested = Signal()
    restore_requested = Signal()
    quit_requested = Signal()
    beside_requested = Signal()
    report_requested = Signal()
    help_wanted = Signal(object, str)
    keys_wanted = Signal(object)
    TOPIC = "start-trouble"

    def __init__(self, error: AppError, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._sentence = label("")
        self._retry = button(say("&Try again"), "primary")
        self._restore = button(_in_words(WayOut.BACKUP))
        self._open = button(say("&Open the folder"), hint=str(folder))
        self._quit = button(say("&Quit"))
        self._beside = button(
            say("&Go on with an empty library beside"),
            "quiet",
            hint=say("This one stays as it is, and can be put right later"),
        )
        self._report = button(say("Re&port a problem…"), "quiet")
        self._build()
        self._connect()
        self.help_keys = HelpKeys(self, self.TOPIC)
        self.show_error(error)

    def show_help(self, over: QWidget, topic: str) -> None:
        """Have a part of the guide shown, that of this window where none is named."""
        self.help_wanted.emit(over, topic or self.TOPIC)

    def show_keys(self, over: QWidget) -> None:
        """Have the list of keys shown."""
        self.keys_wanted.emit(over)

    def show_error(self, error: AppError) -> None:
        """Show why the library cannot be opened, as after another try."""
        self._sentence.setText(said(error))
        self.setAccessibleDescription(said(error))
        way_out = error.way_out if isinstance(error, LibraryUnusable) else WayOut.NONE
        self._restore.setVisible(way_out is not WayOut.NONE)
        if way_out is not WayOut.NONE:  # out of sight it keeps a name
            self._restore.setText(_in_words(way_out))
        self._retry.setFocus()
        if self.isVisible():
            fit_to_words(self, self._lines, self.width())

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Roundtable"))
        self.setMinimumWidth(WIDTH)
        lines = column(self, spacing=18)
        lines.setContentsMargins(40, 36, 40, 32)
        lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._lines = lines
        lines.addWidget(label(say("Roundtable cannot open your workshops"), "title"))
        lines.addWidget(self._card())
        lines.addWidget(
            label(say("Your workshops are kept in {folder}", folder=self._folder), "small")
        )
        lines.addStretch(1)
        lines.addLayout(self._buttons())
        lines.addLayout(self._other_ways())

    def _card(self) -> QWidget:
        card = frame("attention")
        words = column(card, spacing=8)
        words.setContentsMargins(20, 16, 20, 16)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(self._sentence)
        words.addWidget(label(say("Nothing was overwritten."), "strong"))
        return card

    def _buttons(self) -> QHBoxLayout:
        line = row(spacing=12)
        line.addWidget(self._retry)
        line.addWidget(self._restore)
        line.addWidget(self._open)
        line.addStretch(1)
        line.addWidget(self._quit)
        return line

    def _other_ways(self) -> QHBoxLayout:
        line = row(spacing=12)
        line.addWidget(self._beside)
        line.addWidget(self._report)
        line.addStretch(1)
        return line

    def offer_beside(self, *, offered: bool) -> None:
        """Offer another library, or not where there is none to go on with."""
        self._beside.setVisible(offered)

    def _connect(self) -> None:
        self._retry.setDefault(True)
        self._retry.clicked.connect(self.retry_requested)
        self._restore.clicked.connect(self.restore_requested)
        self._open.clicked.connect(self._open_folder)
        self._quit.clicked.connect(self.quit_requested)
        self._beside.clicked.connect(self.beside_requested)
        self._report.clicked.connect(self.report_requested)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.activated.connect(self.quit_requested)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the words when they are first seen."""
        super().showEvent(event)
        fit_to_words(self, self._lines, max(WIDTH, self.width()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the person closing the window for quitting; the application closes it as well."""
        super().closeEvent(event)
        if event.spontaneous():
            self.quit_requested.emit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(_nearest(self._folder))))


def _in_words(way_out: WayOut) -> str:
    """Return what the button says that repairs, "" where nothing can be done."""
    words = {
        WayOut.NONE: "",
        WayOut.BACKUP: say("&Restore the backup"),
        WayOut.SALVAGE: say("&Bring back what can be read"),
        WayOut.TAKE_UP: say("Take &up what was kept"),
        WayOut.BEGIN: say("Begin an &empty library"),
    }
    return words[way_out]


def _nearest(folder: Path) -> Path:
    """Return the folder, or the first one above it that exists."""
    return next((f for f in (folder, *folder.parents) if f.is_dir()), folder)
