"""The list of workshops, with what can be done with the chosen one beside it in its row."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button
from desktop_app.words.speech import say

from .row_menu import RowMenu
from .workshop_delegate import INDENT, ROW_HEIGHT, WorkshopDelegate
from .workshop_model import SUMMARY, Index, WorkshopModel

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class WorkshopList(QListView):
    """Workshops to open, export or delete; Return opens, Delete asks to delete.

    The menu key and a right click have the rest. Several are selected with Shift and Ctrl.

    Signals:
        open_requested(str), copy_requested(str), follow_requested(str), rehearse_requested(str),
        export_requested(str): the chosen one's id.
        archive_requested(tuple, bool): the ids of all that are selected, and whether they come out
        of the archive; delete_requested(tuple): their ids.
        selection_told(): others are selected now.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    follow_requested = Signal(object)
    rehearse_requested = Signal(object)
    export_requested = Signal(object)
    archive_requested = Signal(object, object)
    delete_requested = Signal(object)
    selection_told = Signal()

    def __init__(self, model: WorkshopModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workshops = model
        self._painter = WorkshopDelegate(self)
        # A viewport of ours, though Qt's own is no other: to learn of what class that one is,
        # PySide6 would build every class of QtWidgets with its enumerations while home waits.
        self.setViewport(QWidget())
        self._actions = QWidget(self.viewport())
        self._open = button(say("&Open"))
        self._rehearse = button(say("Rehearse"), hint=say("Try the day with pretend ballots"))
        hint = say("Prepare the workshop after this one, which begins with what became of it")
        self._follow = button(say("&Follow up…"), hint=hint)
        self._export = button(say("Sav&e or print…"))
        self.more = RowMenu()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(say("Workshops"))
        self.setModel(self._workshops)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = row(self._actions, spacing=8)
        for made in self.row_buttons:
            line.addWidget(made)
        self._actions.hide()

    def _connect(self) -> None:
        self.doubleClicked.connect(self._ask_open)
        self._open.clicked.connect(self._ask_open)
        self._rehearse.clicked.connect(self._ask_rehearse)
        self._follow.clicked.connect(self._ask_follow)
        self._export.clicked.connect(self.ask_documents)
        self.more.follow_requested.connect(self._ask_follow)
        self.more.copy_requested.connect(self._ask_copy)
        self.more.archive_requested.connect(self.ask_archive)
        self.more.delete_requested.connect(self.ask_delete)
        self.verticalScrollBar().valueChanged.connect(self._place_actions)
        self._workshops.modelReset.connect(self._choose_first)

    @property
    def row_buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons in the chosen row, in order."""
        return (self._open, self._rehearse, self._follow, self._export, self.more)

    @property
    def chosen(self) -> WorkshopSummary | None:
        """Return the workshop whose row is the current one."""
        index = self.currentIndex()
        return index.data(SUMMARY) if index.isValid() else None

    @property
    def selected(self) -> tuple[str, ...]:
        """Return the ids of the workshops that are selected, from top to bottom."""
        return self._workshops.ids_of(sorted(index.row() for index in self.selectedIndexes()))

    def choose(self, workshop_id: str, otherwise: int = 0) -> None:
        """Make a workshop's row the current one; where it is not shown, this row or the last."""
        found, last = self._workshops.row_of(workshop_id), self._workshops.rowCount() - 1
        at = found if found >= 0 else max(0, min(otherwise, last))
        self._choose_alone(self._workshops.index(at))
        self._place_actions()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the actions follow the current row."""
        super().currentChanged(current, previous)
        self._place_actions()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Leave the row's own actions to one workshop alone."""
        super().selectionChanged(selected, deselected)
        self._place_actions()
        self.selection_told.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the actions at the right of their row, and that in view where room is lost."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._place_actions()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Return, ask to delete by Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_open()
        elif event.key() == Qt.Key.Key_Delete:
            self.ask_delete()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the row's menu where it is asked for: under the mouse, or at its button."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self.indexAt(event.pos())
            if at.isValid() and not self.selectionModel().isSelected(at):
                self._choose_alone(at)
        if self._actions.isVisible():
            by_key = event.reason() is not QContextMenuEvent.Reason.Mouse
            under = self.more.mapToGlobal(self.more.rect().bottomLeft())
            self.more.open_at(under if by_key else event.globalPos())

    def _choose_alone(self, index: Index) -> None:
        """Choose a row and no other, also while Ctrl is held, as with Ctrl+Z."""
        self.selectionModel().setCurrentIndex(index, _ALONE)

    def _choose_first(self) -> None:
        self.choose("")

    def _place_actions(self) -> None:
        chosen = self.chosen
        alone = chosen is not None and len(self.selectedIndexes()) < 2
        self._actions.setVisible(alone)
        self._painter.reserved = 0
        if chosen is None or not alone:
            return
        self._name_actions(chosen)
        held = chosen.status is WorkshopStatus.CLOSED
        self._rehearse.setHidden(chosen.is_rehearsal or held)
        self._follow.setHidden(chosen.is_rehearsal or not held)
        size = self._actions.sizeHint()
        box = self.visualRect(self.currentIndex())
        left = box.right() - INDENT - size.width() + 8
        top = box.top() + (ROW_HEIGHT - size.height()) // 2
        self._actions.setGeometry(QRect(left, top, size.width(), size.height()))
        self._painter.reserved = size.width() + 8

    def _name_actions(self, chosen: WorkshopSummary) -> None:
        title = chosen.title
        self._open.setAccessibleName(say("Open {title}", title=title))
        self._rehearse.setAccessibleName(say("Rehearse {title}", title=title))
        self._follow.setAccessibleName(say("Follow {title} up", title=title))
        self._export.setAccessibleName(say("Documents of {title}", title=title))
        self.more.show_workshop(chosen)

    def _ask_open(self) -> None:
        if self.chosen is not None:
            self.open_requested.emit(self.chosen.id)

    def _ask_rehearse(self) -> None:
        if self.chosen is not None:
            self.rehearse_requested.emit(self.chosen.id)

    def _ask_copy(self) -> None:
        if self.chosen is not None:
            self.copy_requested.emit(self.chosen.id)

    def _ask_follow(self) -> None:
        if self.chosen is not None:
            self.follow_requested.emit(self.chosen.id)

    def ask_documents(self) -> None:
        """Ask for the documents of the chosen workshop."""
        if self.chosen is not None:
            self.export_requested.emit(self.chosen.id)

    def ask_archive(self) -> None:
        """Ask to archive what is selected, or to take it out where all of it is archived."""
        if ids := self.selected:
            self.archive_requested.emit(ids, self._workshops.are_archived(ids))

    def ask_delete(self) -> None:
        """Ask to delete what is selected."""
        if ids := self.selected:
            self.delete_requested.emit(ids)
