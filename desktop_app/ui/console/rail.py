"""The rail: the steps of the day, where we are, what is done; a click jumps there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.framework import Action
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import AFTER_ACTIONS, BEFORE_ACTIONS, Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.names import step_name
from desktop_app.words.speech import say

_ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT, TWO_LINES = 36, 56
_TICK = "✓"


@dataclass(frozen=True, slots=True)
class RailRow:
    """One line of the rail: where it leads and how it looks."""

    step: Step
    text: str
    indent: int
    done: bool
    heading: bool


class Rail(QListWidget):
    """The list of steps.

    Signals:
        chosen(Step): the facilitator wants to go there.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RailRow] = []
        self.setProperty("role", "steps")
        self.setAccessibleName(say("Steps of the day"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the day
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_RailDelegate(self))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_steps(self, record: WorkshopRecord, current: Step) -> None:
        """Show the day's steps; the current action is unfolded."""
        rows = self._rows_for(record, current)
        if [(r.step, r.indent) for r in rows] != [(r.step, r.indent) for r in self._rows]:
            self._rebuild(rows)
        self._rows = rows
        for index, row in enumerate(rows):
            item = self.item(index)
            item.setData(_ROW, row)
            item.setText(row.text)
            done = say("{step}, done", step=row.text) if row.done else row.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, done)
        self._select(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more: the first click has unfolded another action under the mouse."""
        event.accept()

    def _rebuild(self, rows: list[RailRow]) -> None:
        self.clear()
        for _ in rows:
            self.addItem(QListWidgetItem())

    def _select(self, current: Step) -> None:
        matching = [i for i, r in enumerate(self._rows) if r.step == current]
        if matching:
            self.setCurrentRow(matching[-1])

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ROW).step)

    def _rows_for(self, record: WorkshopRecord, current: Step) -> list[RailRow]:
        framework = record.workshop.framework
        actions = (
            row
            for action in framework.actions
            for row in self._action_rows(record, action, current)
        )
        before = (self._plain(record, kind, current) for kind in BEFORE_ACTIONS)
        after = (self._plain(record, kind, current) for kind in AFTER_ACTIONS)
        return [*before, *actions, *after]

    def _plain(self, record: WorkshopRecord, kind: StepKind, current: Step) -> RailRow:
        step = Step(kind)
        name = step_name(record.workshop.framework, step)
        return RailRow(step, name, 0, self._is_done(record, kind, current), current == step)

    def _is_done(self, record: WorkshopRecord, kind: StepKind, current: Step) -> bool:
        """Return whether a step of the whole room is behind it, where that can be told."""
        if kind is StepKind.PRIORITIES:
            vote = record.priority_vote
            return vote is not None and vote.state is RoundState.REVEALED
        return kind in BEFORE_ACTIONS and current.kind is not kind

    def _action_rows(self, record: WorkshopRecord, action: Action, current: Step) -> list[RailRow]:
        steps = [Step(StepKind.STATEMENT, s.id) for s in action.statements]
        several = len(steps) > 1
        if several:
            steps.append(Step(StepKind.ACTION, action.id))
        unfolded = current in steps
        revealed = [record.last_revealed(s.id) is not None for s in action.statements]
        head = RailRow(steps[0], action.short_title, 0, all(revealed), unfolded)
        if not (several and unfolded):
            return [head]
        inner = [
            RailRow(step, statement.name, 1, done, False)
            for step, statement, done in zip(steps, action.statements, revealed, strict=False)
        ]
        talk = RailRow(steps[-1], say("Talk it through"), 1, False, False)
        return [head, *inner, talk]


class _RailDelegate(QStyledItemDelegate):
    """Paint a tick, an indent and the step's name."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: RailRow | None = index.data(_ROW)
        view = self.parent()
        if row is None or not isinstance(view, QListWidget):
            return QSize(120, ROW_HEIGHT)
        room = view.viewport().width() - 20 - 20 * row.indent - (20 if row.done else 0)
        wide = QFontMetrics(_font(option.font, strong=True)).horizontalAdvance(row.text)
        return QSize(120, ROW_HEIGHT if wide <= room else TWO_LINES)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: RailRow | None = index.data(_ROW)
        if row is None:
            return
        painter.save()
        self._paint_ground(painter, option, row)
        self._paint_text(painter, option, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: RailRow) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        accent = QColor(option.palette.color(QPalette.ColorRole.Highlight))
        area = option.rect.adjusted(2, 2, -2, -2)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            accent.setAlphaF(0.12 if selected else 0.06)
            painter.setBrush(accent)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(area, 8, 8)

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, row: RailRow) -> None:
        ink = option.palette.color(QPalette.ColorRole.WindowText)
        soft = option.palette.color(QPalette.ColorRole.PlaceholderText)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = row.heading or (selected and bool(row.indent))
        painter.setFont(_font(option.font, strong=strong))
        left = option.rect.left() + 12 + 20 * row.indent
        area = QRect(left, option.rect.top(), option.rect.right() - left - 8, 0)
        area.setHeight(option.rect.height())
        if row.done:
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, _TICK)
            area.adjust(20, 0, 0, 0)
        painter.setPen(soft if row.indent and not selected else ink)
        wrapped = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(area, wrapped, row.text)


def _font(base: QFont, *, strong: bool) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
