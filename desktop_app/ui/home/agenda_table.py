"""The table in which an agenda is put in order: by dragging, by Alt and the arrows, by typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.domain.agenda import MAX_MINUTES
from desktop_app.domain.agenda_edits import is_added
from desktop_app.domain.steps import StepKind
from desktop_app.ui.widgets.kept_focus import bring_part_into_view
from desktop_app.words.speech import say

from .agenda_model import AT, MINUTES, ROW, WHAT, AgendaModel, AgendaRow

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
INDENT = 22
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaTable(QTableView):
    """An agenda to put in order; as high as its rows, so that the form scrolls and not the table.

    Signals:
        row_chosen(): another row is the current one.
    """

    row_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = AgendaModel(self)
        self._dragged: AgendaRow | None = None
        self._kept: AgendaRow | None = None
        self.setModel(self.agenda)
        self._build()
        self.agenda.modelAboutToBeReset.connect(self._remember)
        self.agenda.modelReset.connect(self._fit)

    def _build(self) -> None:
        self.setAccessibleName(say("Agenda"))
        self.setItemDelegateForColumn(WHAT, _WhatDelegate(self))
        self.setItemDelegateForColumn(MINUTES, _MinutesDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((MINUTES, 110), (AT, 90)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)

    def _remember(self) -> None:
        self._kept = self.row

    def _fit(self) -> None:
        """Stay at the row that was the current one, and be as high as the rows are."""
        if self._kept is not None:
            self.choose(self.agenda.row_of(self._kept.key, whole=self._kept.whole))
        height = self.horizontalHeader().sizeHint().height() + 6
        self.setFixedHeight(height + ROW_HEIGHT * self.agenda.rowCount())

    @property
    def row(self) -> AgendaRow | None:
        """Return the current row."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def choose(self, place: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.agenda.index(place, WHAT))
        self.row_chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.row_chosen.emit()
        self._bring_row_into_view()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._bring_row_into_view()

    def _bring_row_into_view(self) -> None:
        """Scroll the page: the table is as high as its rows and scrolls nothing itself."""
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            bring_part_into_view(self.viewport(), self.visualRect(index))

    # -- changes ----------------------------------------------------------------------------

    def move_row(self, by: int) -> None:
        """Move the current row, and stay at it."""
        row = self.row
        if row is not None:
            self.agenda.move(row, by)

    def remove_row(self) -> None:
        """Remove the current row where it is a break or an own item."""
        row, place = self.row, self.currentIndex().row()
        if row is not None and is_added(row.items[0]):
            self.agenda.remove(row)
            self.choose(min(place, self.agenda.rowCount() - 1))

    def add(self, kind: StepKind) -> None:
        """Add a break or an own item after the current row."""
        self.choose(self.agenda.add(kind, self.row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Alt and the arrows, remove by Delete, leave out by space, type minutes."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        row = self.row
        if alt and event.key() in _MOVES:
            self.move_row(_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_row()
        elif event.key() == Qt.Key.Key_Space and row is not None:
            what = self.agenda.index(self.currentIndex().row(), WHAT)
            if row.checked is not None:
                self.agenda.setData(what, None, Qt.ItemDataRole.CheckStateRole)
        elif event.text().isdecimal() and row is not None and not row.whole:
            self.setCurrentIndex(self.agenda.index(self.currentIndex().row(), MINUTES))
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        self._dragged = self.row
        super().startDrag(actions)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move what is dragged before the row under the mouse, or after it in its lower half."""
        row, self._dragged = self._dragged, None
        event.ignore()  # the model moves it; Qt shall not remove what it thinks it has copied
        if row is None:
            return
        self.drop_row(row, event.position().toPoint().y())

    def drop_row(self, row: AgendaRow, y: int) -> None:
        """Move a row to a height of the table."""
        place = self.rowAt(y)
        last = self.agenda.rowCount()
        if place >= 0:
            lower = y > self.rowViewportPosition(place) + ROW_HEIGHT / 2
            place += 1 if lower else 0
        self.agenda.drop(row, last if place < 0 else place)


class _WhatDelegate(QStyledItemDelegate):
    """Indents what belongs to an action, whose own row is strong; a click leaves out."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row: AgendaRow = index.data(ROW)
        indent = 8 + INDENT * (row.indent + (row.checked is None))
        option.rect = option.rect.adjusted(indent, 0, 0, 0)
        if row.checked is Qt.CheckState.Unchecked:
            soft = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, soft)
        if row.whole:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font


class _MinutesDelegate(QStyledItemDelegate):
    """A spin box for minutes."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: AgendaRow = index.data(ROW)
        spin = QSpinBox(parent)
        spin.setRange(0, MAX_MINUTES)
        spin.setAccessibleName(say("Minutes for {step}", step=row.name))
        return spin

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            editor.setValue(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())
