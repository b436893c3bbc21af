"""The first screen: continue, open or begin a workshop.

Its frame is painted before anything of the library is known, so the parts that show workshops
are brought in and built when there are some. Knows no service.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop_app.domain.dues import Due
    from desktop_app.domain.listing import Picture
    from desktop_app.domain.summaries import WorkshopLines
    from desktop_app.ui.widgets.notice import Notice

    from .backup_line import BackupLine
    from .library_view import LibraryView

COLUMN_WIDTH = 1040
_EDGE = 10
"""Quiet buttons have words inside an edge nobody sees; this far out, the words are in line."""


class HomePage(QWidget):
    """Recent workshops and ways to begin.

    Signals:
        new_requested(), sample_requested(), import_requested(), frameworks_requested().
        open_requested(str), copy_requested(str), follow_requested(str), rehearse_requested(str),
        export_requested(str): a workshop's id.
        archive_requested(tuple, bool): ids, and whether they come out of the archive;
        save_requested(tuple), delete_requested(tuple): ids.
        pictures_wanted(tuple): the ids of workshops whose small pictures are looked for.
        reading_wanted(): more could be found once every workshop was read.
        steps_dismissed(): the first steps shall not be shown again.
        offer_taken(object): what was offered is wanted; the subject it was offered with.
        backup_wanted(): copy the whole library where it was copied to last.
        menu_requested(), guide_requested(): every command of this page, or the guide, is wanted.
    """

    new_requested = Signal()
    sample_requested = Signal()
    import_requested = Signal()
    frameworks_requested = Signal()
    open_requested = Signal(object)
    copy_requested = Signal(object)
    follow_requested = Signal(object)
    rehearse_requested = Signal(object)
    steps_dismissed = Signal()
    export_requested = Signal(object)
    archive_requested = Signal(object, object)
    save_requested = Signal(object)
    delete_requested = Signal(object)
    reading_wanted = Signal()
    pictures_wanted = Signal(object)
    offer_taken = Signal(object)
    backup_wanted = Signal()
    menu_requested = Signal()
    guide_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: LibraryView | None = None
        self.first_steps = False
        self._notice: Notice | None = None
        self._backup: BackupLine | None = None
        self._new = button(say("&New workshop"), "primary")
        self.menu_button = button(say("&Menu"), hint=say("Every command, with its key"))
        self._loading = label(say("Opening the library…"), "soft")
        self._sample = button(say("Open the &sample workshop"), "quiet")
        self._import = button(say("&Import…"), "quiet")
        self._frameworks = button(say("Framewor&ks"), "quiet")
        self._guide = button(say("&Guide"), "quiet", hint=say("The facilitator’s guide"))
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(COLUMN_WIDTH)
        lines = column(inside, spacing=24)
        lines.setContentsMargins(32 - _EDGE, 36, 32 - _EDGE, 20)
        lines.addLayout(self._head())
        self._body = column(spacing=24)
        self._body.setContentsMargins(_EDGE, 0, _EDGE, 0)
        loading = column()
        loading.addWidget(self._loading)
        loading.addStretch(1)
        self._body.addLayout(loading)
        lines.addLayout(self._body, 1)
        lines.addLayout(self._foot())
        centred = row(self)
        centred.addStretch(1)
        centred.addWidget(inside, 1000)
        centred.addStretch(1)

    def _head(self) -> QHBoxLayout:
        words = column(spacing=2)
        words.addWidget(label(say("Roundtable"), "title"))
        words.addWidget(label(say("Rate together, talk about it, leave with next steps."), "soft"))
        head = row(spacing=16)
        head.setContentsMargins(_EDGE, 0, _EDGE, 0)
        head.addLayout(words, 1)
        head.addWidget(self._new)
        head.addWidget(self.menu_button)
        return head

    def _foot(self) -> QHBoxLayout:
        self._foot_line = foot = row(spacing=8)
        foot.addWidget(self._sample)
        foot.addWidget(self._import)
        foot.addWidget(self._frameworks)
        foot.addWidget(self._guide)
        foot.addStretch(1)
        return foot

    def _connect(self) -> None:
        self._new.clicked.connect(self.new_requested)
        self.menu_button.clicked.connect(self.menu_requested)
        self._sample.clicked.connect(self.sample_requested)
        self._import.clicked.connect(self.import_requested)
        self._frameworks.clicked.connect(self.frameworks_requested)
        self._guide.clicked.connect(self.guide_requested)

    # -- what is shown ----------------------------------------------------------------------

    def show_loading(self) -> None:
        """Say that the library is being opened."""
        self._loading.show()

    def show_workshops(self, lines: WorkshopLines, stopped_at: str = "") -> None:
        """Show the library; `stopped_at` says where the workshop to continue stopped."""
        from desktop_app.ui.widgets.kept_focus import kept_focus  # noqa: PLC0415

        if self._library is not None and self.isVisible():
            with kept_focus(self, self.focus_first):
                self._fill_library(lines, stopped_at)
        else:
            self._fill_library(lines, stopped_at)
            self.focus_first()

    def _fill_library(self, lines: WorkshopLines, stopped_at: str) -> None:
        library = self._library_view()
        library.show_workshops(lines, stopped_at, steps=self.first_steps)
        library.show()
        self._loading.hide()
        self._make_primary(begin=not library.can_continue)

    def show_due(self, found: Sequence[Due], today: date) -> None:
        """Show which commitments are due."""
        library = self._library_view()
        library.show_due(found, today)
        self._order_tabs(library)

    def show_pictures(self, found: Mapping[str, Picture]) -> None:
        """Show the small pictures of some workshops of the list."""
        if self._library is not None:
            self._library.show_pictures(found)

    def focus_first(self) -> None:
        """Put the keyboard on what comes first: to continue, the list, or to begin."""
        library = self._library
        ((library.first_focus if library is not None else None) or self._new).setFocus()

    def set_notice(self, text: str, file: Path | None = None) -> None:
        """Say in one line what has happened; `file` offers to show where it is. Empty for none."""
        self._notice_line().say(text, say("Show in &folder") if file else "", file)

    def offer(self, text: str, action: str, subject: object) -> None:
        """Say in one line what there is to do about something, with a button for it."""
        self._notice_line().say(text, action, subject)

    def ask_frameworks(self) -> None:
        """Ask for the frameworks, as their button does."""
        self.frameworks_requested.emit()

    def ask_documents(self) -> None:
        """Ask for the documents of the chosen workshop, as its button does."""
        if self._library is not None:
            self._library.ask_documents()

    def show_backup(self, words: str, folder: str) -> None:
        """Say when the library was copied to a folder last, and offer to do it again."""
        if self._backup is None:
            from .backup_line import BackupLine  # noqa: PLC0415 - only where there was a copy

            self._backup = BackupLine()
            self._foot_line.addWidget(self._backup, 1000)
            self._backup.wanted.connect(self.backup_wanted)
            QWidget.setTabOrder(self._guide, self._backup.again)
        self._backup.show_last(words, folder)

    def search_again(self) -> None:
        """Search once more, as every workshop was read by now."""
        if self._library is not None:
            self._library.search_again()

    def _make_primary(self, *, begin: bool) -> None:
        """Leave only one primary button on the page: to begin, or else to continue."""
        self._new.setProperty("kind", "primary" if begin else "")
        self._new.style().unpolish(self._new)
        self._new.style().polish(self._new)

    def _library_view(self) -> LibraryView:
        if self._library is None:
            from desktop_app.ui.widgets.scrolling import Scrolling  # noqa: PLC0415

            from .library_view import LibraryView  # noqa: PLC0415 - after the first paint

            self._library = LibraryView()
            around = Scrolling(self._library)
            self._body.addWidget(around, 1)
            around.show()
            self._library.open_requested.connect(self.open_requested)
            self._library.copy_requested.connect(self.copy_requested)
            self._library.follow_requested.connect(self.follow_requested)
            self._library.rehearse_requested.connect(self.rehearse_requested)
            self._library.steps_dismissed.connect(self.steps_dismissed)
            self._library.export_requested.connect(self.export_requested)
            self._library.archive_requested.connect(self.archive_requested)
            self._library.save_requested.connect(self.save_requested)
            self._library.delete_requested.connect(self.delete_requested)
            self._library.reading_wanted.connect(self.reading_wanted)
            self._library.pictures_wanted.connect(self.pictures_wanted)
            self._order_tabs(self._library)
        return self._library

    def _order_tabs(self, library: LibraryView) -> None:
        controls = (
            self._new,
            self.menu_button,
            *library.tab_chain,
            self._sample,
            self._import,
            self._frameworks,
            self._guide,
        )
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    def _notice_line(self) -> Notice:
        if self._notice is None:
            from desktop_app.ui.widgets.notice import Notice  # noqa: PLC0415 - seldom needed

            self._notice = Notice()
            self._body.insertWidget(0, self._notice)
            self._notice.pressed.connect(self._show_folder)
        return self._notice

    def _show_folder(self, subject: object) -> None:
        if isinstance(subject, Path):
            from PySide6.QtCore import QUrl  # noqa: PLC0415 - seldom needed
            from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(subject.parent)))
        else:
            self.offer_taken.emit(subject)
