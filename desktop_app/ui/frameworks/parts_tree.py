"""The parts of a framework as a tree: where one is, and where something will not do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.charts.palette import LIGHT, Palette
from desktop_app.domain.framework_rules import Place
from desktop_app.ui.widgets.text import plain_tip
from desktop_app.words.speech import say

from .draft import Draft
from .parts import parent_of, part_of, places
from .words import Words

ROW_HEIGHT = 32
_PLACE = Qt.ItemDataRole.UserRole
_DANGER = {True: "#a6411a", False: "#eaa87c"}


class PartsTree(QTreeWidget):
    """The framework's parts.

    Signals:
        chosen(Place): the person came to another part.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words(self)
        self._draft: Draft | None = None
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._filling = False
        self._danger = QBrush(QColor(_DANGER[True]))
        self._build()
        self.currentItemChanged.connect(self._tell)

    def _build(self) -> None:
        self.setAccessibleName(say("Parts of the framework"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(20)
        self.setColumnWidth(1, 24)

    def use_palette(self, palette: Palette) -> None:
        """Take the colours for what will not do."""
        self._danger = QBrush(QColor(_DANGER[palette is LIGHT]))

    # -- what is shown ----------------------------------------------------------------------

    def show_draft(self, draft: Draft, at: Place) -> None:
        """Show a draft's parts with the one at `at` chosen; what was open stays open."""
        opened = {place for place, item in self._items.items() if item.isExpanded()}
        new, self._draft = draft is not self._draft, draft
        self._filling = True
        self.clear()
        self._items = {}
        for place in places(draft.framework):
            self._items[place] = self._item(place)
        for place, item in self._items.items():
            item.setExpanded(place == ("actions",) if new else place in opened)
        self.refresh()
        self._filling = False
        self.choose(at)

    def refresh(self) -> None:
        """Show the names and marks as they are now."""
        if self._draft is None:
            return
        marked: set[Place] = set()
        for mistake in self._draft.mistakes:
            part: Place | None = part_of(mistake.place)
            while part is not None:
                marked.add(part)
                part = parent_of(part)
        for place, item in self._items.items():
            name = self._words.place(self._draft.framework, place)
            _set(item, name, self._spoken(name, marked=place in marked), place in marked)

    def choose(self, place: Place) -> None:
        """Come to a part, or to what it stood under where it is gone."""
        found = part_of(place) if place not in self._items else place
        while found not in self._items:
            found = parent_of(found) or ()
        item = self._items[found]
        self.setCurrentItem(item)
        self.scrollToItem(item)

    @property
    def place(self) -> Place:
        """Return the place of the part one is at."""
        item = self.currentItem()
        return item.data(0, _PLACE) if item is not None else ()

    def _item(self, place: Place) -> QTreeWidgetItem:
        parent = parent_of(place)
        item = QTreeWidgetItem(self._items[parent]) if parent else QTreeWidgetItem(self)
        item.setData(0, _PLACE, place)
        item.setSizeHint(0, QSize(40, ROW_HEIGHT))
        item.setForeground(1, self._danger)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignCenter)
        if not place or place[-1] == "sources" or place in (("scale",), ("actions",)):
            font = item.font(0)
            font.setWeight(font.Weight.DemiBold)
            item.setFont(0, font)
        return item

    def _spoken(self, name: str, *, marked: bool) -> str:
        return say("{name}, needs a change", name=name) if marked else name

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if not self._filling and item is not None:
            self.chosen.emit(item.data(0, _PLACE))


def _set(item: QTreeWidgetItem, name: str, spoken: str, marked: bool) -> None:
    if item.text(0) != name:
        item.setText(0, name)
        item.setToolTip(0, plain_tip(name))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    mark = "!" if marked else ""
    if item.text(1) != mark:
        item.setText(1, mark)
