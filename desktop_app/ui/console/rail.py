"""The rail: the steps of the day, where we are, what is done; a click jumps there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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

from desktop_app.domain.agenda_edits import actions_of, spans
from desktop_app.domain.framework import Action
from desktop_app.domain.next_thing import open_vote_at
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import ADDED, BEFORE_ACTIONS, LOOKING_BACK, Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.names import step_name
from desktop_app.words.speech import say

_ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT, TWO_LINES = 36, 56
_TICK = "✓"


@dataclass(frozen=True, slots=True)
class RailRow:
    """One line of the rail: where it leads and how it looks; `votes`: a vote is open there."""

    step: Step
    text: str
    indent: int
    done: bool
    heading: bool
    votes: bool = False


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
        before, self._rows = self._rows, rows
        for index, row in enumerate(rows):
            if before[index : index + 1] != [row]:  # else the list would be laid out for nothing
                self._show_row(self.item(index), row)
        self._select(current)

    def _show_row(self, item: QListWidgetItem, row: RailRow) -> None:
        item.setData(_ROW, row)
        item.setText(row.text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _in_words(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more: the first click has unfolded another action under the mouse."""
        event.accept()

    def _rebuild(self, rows: list[RailRow]) -> None:
        self.clear()
        self._rows = []
        for _ in rows:
            self.addItem(QListWidgetItem())

    def _select(self, current: Step) -> None:
        matching = [i for i, r in enumerate(self._rows) if r.step == current]
        if matching:
            self.setCurrentRow(matching[-1])

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ROW).step)

    def _rows_for(self, record: WorkshopRecord, current: Step) -> list[RailRow]:
        rows: list[RailRow] = []
        steps, framework = record.workshop.steps, record.workshop.framework
        keys = [step.key for step in steps]
        for action, begin, end in spans(keys, actions_of(framework)):
            if action:
                part = steps[begin:end]
                rows += self._action_rows(record, framework.action(action), part, current)
            else:
                rows.append(self._plain(record, steps[begin], current))
        return rows

    def _plain(self, record: WorkshopRecord, step: Step, current: Step) -> RailRow:
        name = step_name(record.workshop.framework, step)
        done, votes = self._is_done(record, step, current), _votes(record, step)
        return RailRow(step, name, 0, done, current == step, votes)

    def _is_done(self, record: WorkshopRecord, step: Step, current: Step) -> bool:
        """Return whether a step of the whole room is behind it, where that can be told."""
        if step.kind is StepKind.PRIORITIES:
            vote = record.priority_vote
            return vote is not None and vote.state is RoundState.REVEALED
        if step.kind in (*ADDED, *LOOKING_BACK, StepKind.OVERVIEW, StepKind.NEXT_STEPS):
            return _is_behind(record, step, current)
        return step.kind in BEFORE_ACTIONS and current.kind is not step.kind

    def _action_rows(
        self, record: WorkshopRecord, action: Action, steps: Sequence[Step], current: Step
    ) -> list[RailRow]:
        several = len(steps) > 1
        unfolded = current in steps
        rows = [self._inner_row(record, step, current) for step in steps]
        rated = all(row.done for row in rows if row.step.kind is StepKind.STATEMENT)
        if several and unfolded:
            return [RailRow(steps[0], action.short_title, 0, rated, unfolded), *rows]
        votes = any(row.votes for row in rows)
        return [RailRow(steps[0], action.short_title, 0, rated, unfolded, votes)]

    def _inner_row(self, record: WorkshopRecord, step: Step, current: Step) -> RailRow:
        if step.kind is StepKind.ACTION:
            return RailRow(step, say("Talk it through"), 1, False, False)
        if step.kind in ADDED:
            return replace(self._plain(record, step, current), indent=1, heading=False)
        name = record.workshop.framework.statement(step.subject).name
        done = record.last_revealed(step.subject) is not None
        return RailRow(step, name, 1, done, False, _votes(record, step))


class _RailDelegate(QStyledItemDelegate):
    """Paint a tick, an indent and the step's name."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: RailRow | None = index.data(_ROW)
        view = self.parent()
        if row is None or not isinstance(view, QListWidget):
            return QSize(120, ROW_HEIGHT)
        metrics = QFontMetrics(_font(option.font, strong=True))
        room = view.viewport().width() - 20 - 20 * row.indent - (20 if row.done else 0)
        room -= metrics.horizontalAdvance(say("open")) + 8 if row.votes else 0
        wide = metrics.horizontalAdvance(row.text)
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
        if row.votes:
            self._paint_open(painter, option, area)
        painter.setPen(soft if row.indent and not selected else ink)
        wrapped = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(area, wrapped, row.text)

    def _paint_open(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        """Say at the right that a vote is open there, and leave the room before it to the name."""
        font, text = _font(option.font, strong=True), say("open")
        painter.save()
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
        area.adjust(0, 0, -QFontMetrics(font).horizontalAdvance(text) - 8, 0)


def _is_behind(record: WorkshopRecord, step: Step, current: Step) -> bool:
    """Return whether the day went on over a step that no vote of its own tells of.

    A look at it, or a jump over it, is not enough: what stands before it was revealed, and after
    it a vote was opened, or where none follows, the room is further on.
    """
    steps = record.workshop.steps
    at = steps.index(step)
    before = [one for one in steps[:at] if one.kind is StepKind.STATEMENT]
    if before and record.last_revealed(before[-1].subject) is None:
        return False
    after = [one for one in steps[at:] if one.kind is StepKind.STATEMENT]
    if before and after:
        return any(record.rounds_of(one.subject) for one in after)
    return current in steps[at + 1 :]


def _votes(record: WorkshopRecord, step: Step) -> bool:
    return open_vote_at(record, step) is not None


def _in_words(row: RailRow) -> str:
    if row.votes:
        return say("{step}, a vote is open", step=row.text)
    return say("{step}, done", step=row.text) if row.done else row.text


def _font(base: QFont, *, strong: bool) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
