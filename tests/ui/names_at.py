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
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop_app.ui.app.run import make_application
from desktop_app.ui.theme import apply_theme
from tests.journeys.driver import App, settle
from tests.ui.everywhere import everywhere
from tests.ui.shown import shown


def main(folder: Path) -> None:
    """Walk; print each nameless control once, with the first place at which it was seen."""
    application = make_application()
    apply_theme(application, dark=False)
    app = App(folder / "data").start()
    told: set[str] = set()
    for place in everywhere(app, folder):
        settle()
        for window in (one for one in QApplication.topLevelWidgets() if one.isVisible()):
            for nameless in _nameless(window):
                if nameless not in told:
                    print(f"{place}: {nameless}")  # noqa: T201 - read by who called
                told.add(nameless)
    app.stop()
    print("walked")  # noqa: T201


def _nameless(window: QWidget) -> Iterator[str]:
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
