"""The order in which Tab goes through what came into a window one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_one_another(parts: Iterable[QWidget]) -> None:
    """Let Tab go through parts of one window in this order, and in each as it is laid out."""
    stops = [one for part in parts for one in _laid_out(part) if _stops(one)]
    for before, after in pairwise(stops):
        if before.window() is after.window():
            QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and those within it; what was taken out, and is to be deleted, is not met."""
    yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _laid_out(inner)
    elif (layout := widget.layout()) is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        if (item := layout.itemAt(place)) is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _laid_out(widget)
        elif inner is not None:
            yield from _within(inner)
