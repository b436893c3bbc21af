"""Walks through all windows and prints each control that a screen reader has no name for.

Run in a process of its own: what Qt hands out for accessibility outlives no application well.
The argument is an empty folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QWidget

from tests.ui.everywhere import tell_everywhere
from tests.ui.shown import shown


def main(folder: Path) -> None:
    """Walk; print each nameless control once, with the first place at which it was seen."""
    tell_everywhere(folder, _nameless)


def _nameless(window: QWidget, _place: str) -> Iterator[str]:
    for widget in shown(window):
        if _is_control(widget) and not _name(widget):
            yield f"{type(window).__name__}, {type(widget).__name__} in {_within(widget)}"


def _is_control(widget: QWidget) -> bool:
    takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return takes_keys and widget.focusProxy() is None and widget.isEnabled()


def _name(widget: QWidget) -> str:
    """Return what AT-SPI calls a widget; a list that folds is called by its label only."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    labels = spoken.relations(QAccessible.RelationFlag.Label)
    if labels:
        return str(labels[0][0].text(QAccessible.Text.Name))
    return "" if isinstance(widget, QComboBox) else str(spoken.text(QAccessible.Text.Name))


def _within(widget: QWidget) -> str:
    above = widget.parentWidget()
    return type(above).__name__ if above is not None else "nothing"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
