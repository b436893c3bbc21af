"""The agenda as rows: each action's steps under its title, minutes, and the time of day.

Knows no widget; how items may be moved and left out is `domain.agenda_edits`' business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.domain.agenda import MAX_MINUTES, AgendaItem, clock_minutes
from desktop_app.domain.agenda_edits import (
    Items,
    actions_of,
    block_moved,
    blocks,
    can_be_left_out,
    dropped,
    is_added,
    kind_of,
    left_out,
    moved,
    with_added,
    with_item,
    without,
)
from desktop_app.domain.framework import Framework
from desktop_app.domain.steps import Step, StepKind
from desktop_app.words.names import step_kind_name
from desktop_app.words.speech import say
from desktop_app.words.times import of_day

Index = QModelIndex | QPersistentModelIndex
WHAT, MINUTES, AT = range(3)
ROW = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row: an item, or a whole action with the items that are its own."""

    name: str
    items: Items
    whole: bool = False
    indent: int = 0
    at: str = ""

    @property
    def key(self) -> str:
        """Return the key of its item, or of its action's first."""
        return self.items[0].step

    @property
    def minutes(self) -> int:
        """Return how long it takes; what is left out takes nothing."""
        return sum(item.minutes for item in self.items if not item.left_out)

    @property
    def checked(self) -> Qt.CheckState | None:
        """Return whether it is in the day, None where a day cannot go without it."""
        choosable = [item for item in self.items if can_be_left_out(item)]
        if not choosable:
            return None
        gone = sum(item.left_out for item in choosable)
        if 0 < gone < len(choosable):
            return Qt.CheckState.PartiallyChecked
        return _UNCHECKED if gone else _CHECKED


class AgendaModel(QAbstractTableModel):
    """The rows of an agenda that is prepared.

    Signals:
        changed(): the person has changed it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._framework: Framework | None = None
        self._actions: dict[str, str] = {}
        self._items: Items = ()
        self.rows: tuple[AgendaRow, ...] = ()

    @property
    def items(self) -> Items:
        """Return the agenda, what is left out included."""
        return self._items

    def show(self, framework: Framework, items: Items) -> None:
        """Show an agenda of a framework, with an item for each of its steps."""
        self._framework, self._actions = framework, actions_of(framework)
        self._take(items)

    def _take(self, items: Items) -> None:
        """Take an agenda; views start anew only where it has other rows."""
        before = [(row.key, row.whole) for row in self.rows]
        self._items = items
        rows = self._made_rows()
        if rows and [(row.key, row.whole) for row in rows] == before:
            self.rows = rows
            self.dataChanged.emit(self.index(0, WHAT), self.index(len(rows) - 1, AT))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _change(self, items: Items) -> None:
        if items != self._items:
            self._take(items)
            self.changed.emit()

    # -- rows -------------------------------------------------------------------------------

    def _made_rows(self) -> tuple[AgendaRow, ...]:
        rows: list[AgendaRow] = []
        passed = 0
        start = clock_minutes(self._items) or 0
        for block in blocks(self._items, self._actions):
            at = of_day(start + passed)
            if block.action and self._framework is not None:
                title = self._framework.action(block.action).short_title
                own = tuple(item for item in block.items if not is_added(item))
                rows.append(AgendaRow(title, own, whole=True, at=at))
            for item in block.items:
                indent = 1 if block.action else 0
                at = of_day(start + passed)
                rows.append(AgendaRow(self._name(item), (item,), indent=indent, at=at))
                passed += 0 if item.left_out else item.minutes
        return tuple(rows)

    def _name(self, item: AgendaItem) -> str:
        framework, kind = self._framework, kind_of(item)
        if framework is None or is_added(item):
            return item.title or step_kind_name(kind)
        if kind is StepKind.STATEMENT:
            return framework.statement(item.step.partition(":")[2]).name
        return say("Talk it through") if kind is StepKind.ACTION else step_kind_name(kind)

    def row_of(self, key: str, *, whole: bool = False) -> int:
        """Return where an item's row is, or that of the action that it is the first of."""
        found = (n for n, row in enumerate(self.rows) if (row.key, row.whole) == (key, whole))
        return next(found, 0)

    # -- what Qt asks -----------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else AT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (say("Part of the day"), say("Minutes"), say("Begins"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return row.checked if index.column() == WHAT else None
        if role == Qt.ItemDataRole.EditRole:
            return row.minutes
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            gone = row.checked is _UNCHECKED
            texts = (row.name, "–" if gone else str(row.minutes), "" if gone else row.at)
            return texts[index.column()]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self.rows[index.row()]
        if index.column() == WHAT and row.checked is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == MINUTES and not row.whole:
            flags |= Qt.ItemFlag.ItemIsEditable
        if kind_of(row.items[0]) not in (StepKind.WELCOME, StepKind.CLOSE):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take minutes that were typed, or leave something out or put it back in."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            keys = [item.step for item in row.items]
            self._change(left_out(self._items, keys, out=row.checked is _CHECKED))
            return True
        if role != Qt.ItemDataRole.EditRole or row.whole:
            return False
        minutes = min(max(int(value), 0), MAX_MINUTES)
        self._change(with_item(self._items, replace(row.items[0], minutes=minutes)))
        return True

    # -- changes ----------------------------------------------------------------------------

    def move(self, row: AgendaRow, by: int) -> None:
        """Move a row one place, a whole action before or after its neighbour."""
        change = block_moved if row.whole else moved
        self._change(change(self._items, self._actions, row.key, by))

    def drop(self, row: AgendaRow, before: int) -> None:
        """Move a row before another one, or as near as it may go."""
        following = self.rows[before].key if before < len(self.rows) else ""
        keys = [item.step for item in self._items]
        at = keys.index(following) if following else len(keys)
        self._change(dropped(self._items, self._actions, row.key, at, whole=row.whole))

    def add(self, kind: StepKind, after: AgendaRow | None) -> int:
        """Add a break or an own item after a row; return its row."""
        last = after.items[-1].step if after is not None else ""
        items, key = with_added(self._items, kind, last)
        self._change(items)
        return self.row_of(key)

    def remove(self, row: AgendaRow) -> None:
        """Remove a break or an own item."""
        self._change(without(self._items, row.key))

    def change(self, item: AgendaItem) -> None:
        """Take other words or minutes for an item."""
        self._change(with_item(self._items, item))

    def start_at(self, at: str) -> None:
        """Begin the day at a time of day, such as "09:30", or at none."""
        first = Step(StepKind.WELCOME).key
        items = (replace(i, at=at if i.step == first else "") for i in self._items)
        self._take(tuple(items))
