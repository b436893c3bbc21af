"""The workshops of the library under their heading: searched, filtered, sorted, several at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.listing import Choices
from desktop_app.domain.summaries import WorkshopLines
from desktop_app.ui.screen_reader import announce
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.scrolling import GivingColumn
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.speech import say, say_count

from .list_filters import ListFilters
from .search_field import SearchField
from .selection_bar import SelectionBar
from .workshop_delegate import ROW_HEIGHT
from .workshop_list import WorkshopList
from .workshop_model import WorkshopModel

SEARCH_FROM = 9


class RecentWorkshops(QWidget):
    """The library as a list that can be searched.

    Signals:
        reading_wanted(): more could be found once every workshop was read.
        save_requested(tuple): the ids of several that shall be saved as files.
        pictures_wanted(tuple): the ids of workshops whose small pictures are looked for.
    """

    reading_wanted = Signal()
    save_requested = Signal(object)
    pictures_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = WorkshopModel(self)
        self.list = WorkshopList(self.model)
        self._lines: WorkshopLines | None = None
        self._seen = (0, "")
        self._search = SearchField(self)
        self._filters = ListFilters(self._choices)
        self._told = label("", "soft")
        self._every = button(say("Show &every workshop"), "quiet")
        self._bar = SelectionBar()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = row(spacing=16)
        head.addWidget(label(say("Recent workshops"), "heading"))
        head.addWidget(self._search, 1)
        told = row(spacing=8)
        told.addWidget(self._told, 1)
        told.addWidget(self._every)
        lines = GivingColumn(self)
        lines.setSpacing(10)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(head)
        lines.addWidget(self._filters)
        lines.addLayout(told)
        lines.addWidget(self._card(), 1)
        lines.addWidget(self._bar)
        lines.addStretch(0)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._narrow)
        self._search.left_for_list.connect(self._go_on_to_list)
        self._filters.changed.connect(self._choose)
        self._every.clicked.connect(self._leave_none_out)
        self.list.selection_told.connect(self._tell_selected)
        self.model.pictures.wanted.connect(self._want_pictures)
        self._bar.save_requested.connect(self._ask_save)
        self._bar.archive_requested.connect(self.list.ask_archive)
        self._bar.delete_requested.connect(self.list.ask_delete)

    def _card(self) -> QWidget:
        self._frame = frame("card")
        self._frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        inside = column(self._frame, margin=3)
        inside.addWidget(self.list)
        return self._frame

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        found = (*self._filters.boxes, self._every, self.list, *self.list.row_buttons)
        return (self._search, *found, *self._bar.buttons)

    def show_workshops(self, lines: WorkshopLines) -> None:
        """Show the library as it is now; choose what came, else what was or its neighbour."""
        chosen, row = self.list.chosen, self.list.currentIndex().row()
        self._lines = lines
        self._offer_search(lines)
        seen, self._seen = self._seen, (len(lines), lines.ids[0] if lines else "")
        self.model.show(lines)
        if 0 < seen[0] == len(lines) - 1 and seen[1] != self._seen[1]:
            self.list.choose(self._seen[1])
        elif chosen is not None:
            self.list.choose(chosen.id, row)
        self._tell()

    def _want_pictures(self, ids: object) -> None:
        """Ask for pictures while the list is in sight: the library may be closed behind it."""
        if self.isVisible():
            self.pictures_wanted.emit(ids)
        else:
            self.model.pictures.leave()

    def search_again(self) -> None:
        """Search once more, as every workshop was read by now."""
        if self._search.text():
            chosen = self.list.chosen
            self.model.narrow(self._search.text())
            if chosen is not None:
                self.list.choose(chosen.id)
            self._tell()

    def _offer_search(self, lines: WorkshopLines) -> None:
        """Offer to search and filter where there are many, or some that are not listed."""
        offered = len(lines) >= SEARCH_FROM or bool(lines.archived)
        self._filters.ask_again()
        self._search.setVisible(offered)
        self._filters.setVisible(offered and lines.finder is not None)
        if not offered:
            self._search.clear()
            self._filters.leave_none_out()
            self.model.choose(self._filters.wish)

    def _choices(self) -> Choices:
        finder = self._lines.finder if self._lines is not None else None
        return finder.choices() if finder is not None else Choices()

    def _narrow(self, wanted: str) -> None:
        self.model.narrow(wanted)
        self._tell()
        announce(self, self._told.text())
        if not self.model.is_whole:
            self.reading_wanted.emit()

    def _choose(self) -> None:
        self.model.choose(self._filters.wish)
        self._tell()

    def _leave_none_out(self) -> None:
        self._filters.leave_none_out()
        self.model.choose(self._filters.wish)
        self._search.clear()
        self._tell()
        self.list.setFocus()

    def _go_on_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    def _tell(self) -> None:
        """Say what was found, and give the list the height of its rows."""
        rows = self.model.rowCount()
        self._told.setText(self._words(rows))
        self._told.setVisible(bool(self._told.text()))
        self._every.setVisible(bool(self._told.text()))
        self._frame.setMaximumHeight(rows * ROW_HEIGHT + 8)
        self._frame.setVisible(rows > 0)

    def _words(self, rows: int) -> str:
        """Return what was found of what is looked for, "" where nothing is."""
        typed = self._search.text().strip()
        if not rows:
            return self._why_none(typed)
        if not typed and not self._filters.narrows:
            return ""
        archived = self.model.archived_shown
        if archived in (0, rows):
            return say_count("{n} workshop found.", "{n} workshops found.", rows)
        return say_count(
            "{n} workshop found, {archived} of them archived.",
            "{n} workshops found, {archived} of them archived.",
            rows,
            archived=archived,
        )

    def _why_none(self, typed: str) -> str:
        if typed and not self.model.is_whole:
            return say("Roundtable is still reading the library for “{words}”.", words=typed)
        if typed:
            return say("No workshop fits “{words}”. Try fewer words.", words=typed)
        if self._filters.narrows:
            return say("No workshop fits what is chosen above.")
        return say("Every workshop is archived. Choose “Archived” above to see them.")

    def _tell_selected(self) -> None:
        selected = self.list.selected
        self._bar.show_selected(len(selected), archived=self.model.are_archived(selected))

    def _ask_save(self) -> None:
        self.save_requested.emit(self.list.selected)
