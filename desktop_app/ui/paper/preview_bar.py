"""The line above the pages: which document, how large, where we are, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from desktop_app.documents.kinds import DocumentKind
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.spoken_name import name_list
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say

from .pages_view import Fit


class PreviewBar(QFrame):
    """Controls of the preview.

    Signals:
        kind_chosen(DocumentKind): another document is wanted.
        smaller(), larger(): the zoom's steps.
        fit_chosen(Fit): the size follows the window.
        save_requested(), print_requested(): what it says.
    """

    kind_chosen = Signal(object)
    smaller = Signal()
    larger = Signal()
    fit_chosen = Signal(object)
    save_requested = Signal()
    print_requested = Signal()

    def __init__(
        self, kinds: tuple[DocumentKind, ...], kind: DocumentKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._kinds = QComboBox()
        self._where = label(role="soft", wrap=False)
        self._smaller = button("−", "quiet", hint=say("Smaller (Ctrl and −)"))
        self._zoom = label(role="soft", wrap=False)
        self._larger = button("+", "quiet", hint=say("Larger (Ctrl and +)"))
        self._width = button(say("&Width"), "quiet", hint=say("As wide as the window"))
        self._page = button(say("Whole pa&ge"), "quiet", hint=say("Whole pages"))
        self._save = button(say("&Save as…"))
        self._print = button(say("&Print…"))
        self._name(kinds, kind)
        self._build()
        self._connect()

    def _name(self, kinds: tuple[DocumentKind, ...], kind: DocumentKind) -> None:
        for one in kinds:
            self._kinds.addItem(said(one.about.title), one)
        self._kinds.setCurrentIndex(kinds.index(kind))
        name_list(self._kinds, say("Document"))
        self._smaller.setAccessibleName(say("Smaller"))
        self._larger.setAccessibleName(say("Larger"))

    def _build(self) -> None:
        line = row(self, spacing=6)
        line.setContentsMargins(16, 10, 16, 10)
        line.addWidget(self._kinds)
        line.addSpacing(8)
        line.addWidget(self._where)
        line.addStretch(1)
        for one in (self._smaller, self._zoom, self._larger, self._width, self._page):
            line.addWidget(one)
        line.addSpacing(12)
        line.addWidget(self._save)
        line.addWidget(self._print)
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("300 %"))

    def _connect(self) -> None:
        self._kinds.activated.connect(self._choose_kind)
        self._smaller.clicked.connect(self.smaller)
        self._larger.clicked.connect(self.larger)
        self._width.clicked.connect(self._choose_width)
        self._page.clicked.connect(self._choose_page)
        self._save.clicked.connect(self.save_requested)
        self._print.clicked.connect(self.print_requested)

    def show_page(self, page: int, count: int) -> None:
        """Say which page of how many is looked at; nothing where there is none."""
        text = say("Page {n} of {total}", n=page + 1, total=count)
        self._where.setText(text if count else "")

    def show_zoom(self, zoom: float) -> None:
        """Say how large pages are."""
        self._zoom.setText(say("{n} %", n=round(zoom * 100)))

    def set_ready(self, *, ready: bool, printing: bool = False) -> None:
        """Let things be done with the document, or not."""
        self._kinds.setEnabled(not printing)
        self._save.setEnabled(ready)
        self._print.setEnabled(ready and not printing)

    def _choose_kind(self, index: int) -> None:
        self.kind_chosen.emit(self._kinds.itemData(index))

    def _choose_width(self) -> None:
        self.fit_chosen.emit(Fit.WIDTH)

    def _choose_page(self) -> None:
        self.fit_chosen.emit(Fit.PAGE)
