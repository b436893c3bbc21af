"""What can be read in a window, and what of it is cut; for tests of texts in another language."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from desktop_app.ui.console.undo_button import UndoButton
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.optional_date import OptionalDate

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
VIEWPORT = "qt_scrollarea_viewport"
"""What Qt calls the part of a scroll area in which things of ours are seen."""
SPARE = 1
"""Pixels that rounding may take."""


def shown(window: QWidget) -> list[QWidget]:
    """Return a window and all that is shown in it, without the insides of Qt's own widgets."""
    return [
        widget
        for widget in (window, *window.findChildren(QWidget))
        if widget.isVisible() and not _is_inside(widget)
    ]


def _is_inside(widget: QWidget) -> bool:
    above: QWidget | None = widget
    while above is not None:
        name = above.objectName()
        if isinstance(above, QCalendarWidget) or (name.startswith("qt_") and name != VIEWPORT):
            return True
        above = above.parentWidget()
    return False


def texts(window: QWidget) -> Iterator[str]:
    """Give every text of a window that is seen, pointed at or spoken; not what a person typed."""
    for widget in shown(window):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from _own_texts(widget)
        for action in widget.actions():
            yield from _of_action(action)
    if window.isWindow():
        yield window.windowTitle()
    for menu in (one for one in window.findChildren(QMenu) if not _is_inside(one)):
        for action in menu.actions():
            yield from _of_action(action)


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QSpinBox):
        yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model(), QModelIndex())


def _of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip())


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    heads = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent))
    for place in heads:
        head = model.headerData(place, Qt.Orientation.Horizontal)
        yield head if isinstance(head, str) else ""
    for row in range(model.rowCount(parent)):
        for place in heads:
            index = model.index(row, place, parent)
            values = (model.data(index, role) for role in ROLES)
            yield from (_unmarked(value) for value in values if isinstance(value, str))
            if place == 0 and not isinstance(model, QAbstractListModel):
                yield from _of_model(model, index)


def _unmarked(text: str) -> str:
    """Return what a tool tip shows that was made safe as HTML."""
    return unescape(text.removeprefix("<p>").removesuffix("</p>")) if text[:3] == "<p>" else text


def cut(window: QWidget) -> Iterator[str]:
    """Give what is shown with less room than its words need."""
    for widget in shown(window):
        if isinstance(widget, OneLine | UndoButton):
            continue  # a person's own words, whole in the tool tip
        if isinstance(widget, QLabel) and _is_cut_label(widget):
            yield f"label {widget.width()}x{widget.height()}: {widget.text()}"
        if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and _is_cut_button(widget):
            yield f"button {widget.sizeHint().width()} in {widget.width()}: {widget.text()}"
        if isinstance(widget, QComboBox) and _is_cut_box(widget):
            yield f"box {widget.width()}: {widget.currentText()}"
        if isinstance(widget, OptionalDate) and _is_cut_date(widget):
            yield f"date {widget.width()}"


def _is_cut_label(widget: QLabel) -> bool:
    if not widget.text():
        return False
    if widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + SPARE
    return widget.sizeHint().width() > widget.width() + SPARE


def _is_cut_button(widget: QAbstractButton) -> bool:
    return bool(widget.text()) and widget.sizeHint().width() > widget.width() + SPARE


def _is_cut_box(widget: QComboBox) -> bool:
    return widget.fontMetrics().horizontalAdvance(widget.currentText()) > widget.width() - 30


def _is_cut_date(widget: OptionalDate) -> bool:
    line = widget.findChild(QLineEdit)
    return line is None or line.fontMetrics().horizontalAdvance(line.text()) > line.width() - 24
