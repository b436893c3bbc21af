"""“Is this laptop ready?”: what was found, what to try, and a page of it to print."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop_app.domain.texts import to_say
from desktop_app.ui.dialogs.base import Question
from desktop_app.ui.sounds import Sound, play
from desktop_app.ui.widgets.layouts import clear, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say

from .readiness import Finding, State

LOOKED = {
    State.READY: to_say("Ready"),
    State.LOOK: to_say("Look at this"),
    State.ASK: to_say("Try it"),
}


class ReadyDialog(Question):
    """The findings, looked at again whenever the person wants."""

    TOPIC = "check-laptop"
    WIDTH = 760

    def __init__(self, parent: QWidget | None, find: Callable[[], tuple[Finding, ...]]) -> None:
        super().__init__(parent, say("Is this laptop ready?"))
        self._find = find
        self.findings: tuple[Finding, ...] = ()
        self._grid = QGridLayout()
        self._printer: QPrinter | None = None
        self._keys = QLineEdit()
        self._again, self._sound = button(say("&Look again")), button(say("Play the &sound"))
        self._print, self._close = button(say("&Print this page…")), button(say("Close"), "primary")
        self._build()
        self._connect()
        self.look()

    @classmethod
    def tell(cls, parent: QWidget | None, find: Callable[[], tuple[Finding, ...]]) -> ReadyDialog:
        """Show what is found."""
        dialog = cls(parent, find)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self._keys.setPlaceholderText(say("Press number keys here"))
        self._keys.setAccessibleName(say("Press number keys here"))
        self._keys.setMaxLength(40)
        self.body.addWidget(self._keys)
        line = row(spacing=12)
        for one in (self._again, self._sound, self._print):
            line.addWidget(one)
        line.addStretch(1)
        line.addWidget(self._close)
        self._lines.addLayout(line)

    def _connect(self) -> None:
        self._again.clicked.connect(self.look)
        self._sound.clicked.connect(self._play)
        self._print.clicked.connect(self._ask_printer)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.setFocus()

    def look(self) -> None:
        """Look at everything again."""
        self.findings = self._find()
        clear(self._grid)
        for place, one in enumerate(self.findings):
            self._grid.addWidget(label(one.name, "strong", wrap=False), place, 0)
            self._grid.addWidget(label(said(LOOKED[one.state]), "soft", wrap=False), place, 1)
            self._grid.addWidget(label(one.text), place, 2)
        if self.isVisible():
            self.fit()

    def page(self) -> str:
        """Return the page to print, as HTML."""
        rows = "".join(
            f"<tr><td>☐</td><td><b>{escape(one.name)}</b></td>"
            f"<td>{escape(said(LOOKED[one.state]))}</td><td>{escape(one.text)}</td></tr>"
            for one in self.findings
        )
        return f"<h1>{escape(self.windowTitle())}</h1><table cellpadding='6'>{rows}</table>"

    def _play(self) -> None:
        play(Sound.CHIME)

    def _ask_printer(self) -> None:
        self._printer = QPrinter()
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._print_chosen)
        dialog.show()

    def _print_chosen(self, result: int) -> None:
        if result and self._printer is not None:
            self.print_page(self._printer)

    def print_page(self, printer: QPrinter) -> None:
        """Print the page."""
        document = QTextDocument()
        document.setHtml(self.page())
        document.print_(printer)
