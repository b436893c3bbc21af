"""A document's pages as they will be printed, before anything is saved.

The document is written in the background into a folder of its own that is gone when the window
closes. Knows how to ask for documents and nothing of what is in them.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.application.reports import Reports, file_name
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop
from desktop_app.ui import tasks
from desktop_app.ui.widgets.enter_keys import EnterKeys
from desktop_app.ui.widgets.help_keys import HelpKeys
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.switcher import Switcher
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import said, say

from .page_list import PageList
from .pages_view import PagesView
from .pdf_pages import PdfPages
from .preview_bar import PreviewBar
from .print_line import PrintLine


class PreviewWindow(QDialog):
    """The pages of one of a workshop's documents.

    Signals:
        save_requested(DocumentKind): the shown kind of document is to be saved.
    """

    save_requested = Signal(object)
    TOPIC = "printing-tips"

    def __init__(
        self,
        parent: QWidget | None,
        reports: Reports,
        workshop: Workshop,
        kind: DocumentKind,
        options: PrintOptions | None = None,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._workshop = workshop
        self._kind = kind
        self._options = options
        self._pages: PdfPages | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="roundtable-", ignore_cleanup_errors=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._bar = PreviewBar(tuple(k for k in reports.kinds if k.about.is_paper), kind)
        self._list = PageList()
        self._view = PagesView()
        self._state = label(role="soft")
        self._line = PrintLine(self)
        self._build()
        self._connect()
        self._add_shortcuts()
        self.help_keys = HelpKeys(self, self.TOPIC)
        EnterKeys(self)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        reports: Reports,
        workshop: Workshop,
        kind: DocumentKind,
        options: PrintOptions | None = None,
    ) -> PreviewWindow:
        """Show a document's pages."""
        window = cls(parent, reports, workshop, kind, options)
        window.open()
        window.show_kind(kind)
        return window

    def _build(self) -> None:
        lines = column(self, spacing=0)
        lines.addWidget(self._bar)
        beside = row(spacing=0)
        beside.addWidget(self._list)
        self._middle = Switcher()
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle.add(self._state)
        self._middle.add(self._view)
        beside.addWidget(self._middle, 1)
        lines.addLayout(beside, 1)
        lines.addWidget(self._line)
        parent = self.parentWidget()
        screen = (parent.screen() if parent else None) or QGuiApplication.primaryScreen()
        room = screen.availableSize() if screen else self.sizeHint()
        self.resize(min(1240, room.width() * 19 // 20), room.height() * 9 // 10)

    def _connect(self) -> None:
        self._bar.kind_chosen.connect(self.show_kind)
        self._bar.smaller.connect(self._view.zoom_out)
        self._bar.larger.connect(self._view.zoom_in)
        self._bar.fit_chosen.connect(self._view.set_fit)
        self._bar.save_requested.connect(self._ask_save)
        self._bar.print_requested.connect(self._ask_print)
        self._list.page_chosen.connect(self._view.go_to)
        self._view.page_changed.connect(self._follow)
        self._view.zoom_changed.connect(self._bar.show_zoom)
        self._line.ended.connect(self._end_print)

    def _add_shortcuts(self) -> None:
        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.ZoomIn, self._view.zoom_in),
            (QKeySequence("Ctrl+="), self._view.zoom_in),
            (keys.ZoomOut, self._view.zoom_out),
            (keys.Print, self._ask_print),
            (keys.Save, self._ask_save),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # -- the document -----------------------------------------------------------------------

    @property
    def view(self) -> PagesView:
        """Return the pages."""
        return self._view

    @property
    def pages(self) -> PdfPages | None:
        """Return the document that is shown, once it is made."""
        return self._pages

    def show_kind(self, kind: DocumentKind) -> None:
        """Make another document and show it."""
        self._kind = kind
        title = said(kind.about.title)
        self.setWindowTitle(f"{title} – {self._workshop.title}")
        self._close_pages()
        self._say(say("Making the document…"))
        target = Path(self._folder.name) / file_name(self._workshop, kind)
        work = partial(self._reports.write, self._workshop.id, kind, target, self._options)
        tasks.run_in_background(work, self._show, self._fail)

    def _show(self, made: Path) -> None:
        if made.name != file_name(self._workshop, self._kind):
            return  # another one was chosen meanwhile
        self._close_pages()
        try:
            self._pages = PdfPages(made)
        except AppError as error:
            self._say(said(error))
            return
        self._list.show_pages(self._pages)
        self._view.show_pages(self._pages)
        self._middle.show_only(self._view)
        self._bar.show_zoom(self._view.zoom)
        self._bar.set_ready(ready=True)
        self._view.setFocus()

    def _fail(self, error: AppError) -> None:
        self._say(said(error))

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._middle.show_only(self._state)
        self._bar.show_page(0, 0)
        self._bar.set_ready(ready=False)

    def _close_pages(self) -> None:
        if self._pages is not None:
            self._list.show_pages(None)
            self._view.show_pages(None)
            self._pages.close()
            self._pages = None

    # -- answers ----------------------------------------------------------------------------

    def _follow(self, page: int) -> None:
        self._list.mark(page)
        if self._pages is not None:
            self._bar.show_page(page, self._pages.count)

    def _ask_save(self) -> None:
        if self._pages is not None:
            self.save_requested.emit(self._kind)

    def _ask_print(self) -> None:
        if self._pages is not None and not self._line.is_printing:
            self._bar.set_ready(ready=True, printing=True)
            self._line.ask(self._pages, self._view.page, self.windowTitle())

    def _end_print(self) -> None:
        self._bar.set_ready(ready=self._pages is not None)

    def done(self, result: int) -> None:
        """Stop printing and throw the document away."""
        self._line.stop()
        self._close_pages()
        # After what may still be written there: the pool does one thing at a time.
        tasks.run_afterwards(self._folder.cleanup)
        super().done(result)
