"""Layouts without margins, how to empty one, and how Tab goes through one."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

L = TypeVar("L", bound=QBoxLayout)
_WITH_ONE_INSIDE = (QScrollArea, QStackedWidget)


def column(parent: QWidget | None = None, *, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Return a vertical layout."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), spacing, margin)


def row(parent: QWidget | None = None, *, spacing: int = 8, margin: int = 0) -> QHBoxLayout:
    """Return a horizontal layout."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), spacing, margin)


def _spaced(layout: L, spacing: int, margin: int) -> L:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class TabOrder:
    """Lets Tab go from `before` through other widgets in the order of their layouts.

    Qt's own order is that in which widgets were made: what is made anew would come last of all.
    """

    def __init__(self, before: QWidget) -> None:
        self._before = before
        self._stops: dict[QWidget, list[QWidget]] = {}

    def follow(self, widget: QWidget) -> None:
        """Put a widget's stops in order; where they are those of the last time, they still are."""
        stops = tab_stops(widget)
        if stops == self._stops.get(widget):
            return
        self._stops[widget] = stops
        for one, following in pairwise((self._before, *stops)):
            QWidget.setTabOrder(one, following)


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Return what Tab comes to in a widget, shown or not, in the order of its layouts.

    Of pages that lie over one another, only the one in front counts.
    """
    found: list[QWidget] = []
    _add_stops(widget, found, _with_tab())
    return found


def _add_stops(widget: QWidget, found: list[QWidget], policies: frozenset[Qt.FocusPolicy]) -> None:
    if widget.focusPolicy() in policies:
        found.append(widget)
    if isinstance(widget, _WITH_ONE_INSIDE):  # a union would be made anew for each widget
        inside = widget.widget() if isinstance(widget, QScrollArea) else widget.currentWidget()
        if inside is not None:
            _add_stops(inside, found, policies)
    elif (layout := widget.layout()) is not None:
        _add_stops_in(layout, found, policies)


@cache
def _with_tab() -> frozenset[Qt.FocusPolicy]:
    """Return the policies that Tab counts for, to be looked up: flags are slow to be reckoned."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - not before the first paint: widgets/text.py

    every = Qt.FocusPolicy.__members__.values()
    return frozenset(policy for policy in every if policy & Qt.FocusPolicy.TabFocus)


def _add_stops_in(
    layout: QLayout, found: list[QWidget], policies: frozenset[Qt.FocusPolicy]
) -> None:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            _add_stops(widget, found, policies)
        elif item is not None and (inner := item.layout()) is not None:
            _add_stops_in(inner, found, policies)
