"""Walks through all windows on a screen and prints each button that is cut or out of sight.

Run in a process of its own, since Qt takes its scale once: QT_QPA_PLATFORM names the screen,
QT_SCALE_FACTOR the scale; the argument is an empty folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QWidget

from desktop_app.ui.stage.window import StageWindow
from tests.journeys.driver import scroll_to
from tests.ui.everywhere import tell_everywhere
from tests.ui.shown import SPARE, cut, shown

CONTROLS = QAbstractButton | QLineEdit | QComboBox | QSpinBox


def main(folder: Path, pictures: Path | None) -> None:
    """Walk; print each problem once, with the first place at which it was seen."""

    def problems(window: QWidget, place: str) -> Iterator[str]:
        if isinstance(window, StageWindow):
            return
        if pictures is not None:
            window.grab().save(str(pictures / f"{place}.png".replace(":", "")))
        yield from _problems(window)

    tell_everywhere(folder, problems)


def _problems(window: QWidget) -> Iterator[str]:
    name = type(window).__name__
    room = window.screen().availableGeometry()
    if not room.adjusted(-SPARE, -SPARE, SPARE, SPARE).contains(window.geometry()):
        yield f"{name}: {window.geometry().getRect()} on {room.getRect()}"
    yield from (f"{name}, {one}" for one in cut(window) if not one.startswith("date"))
    for control in (one for one in shown(window) if isinstance(one, CONTROLS)):
        if control.height() + SPARE < control.fontMetrics().height():
            yield f"{name}, {type(control).__name__}: {control.height()} high"
    for button in (one for one in shown(window) if isinstance(one, QAbstractButton)):
        what = f"{name}, {type(button).__name__} “{button.text()}”"
        wanted = button.sizeHint()
        if button.text() and wanted.width() > button.width() + SPARE:
            yield f"{what}: {button.width()} wide, needs {wanted.width()}"
    for button in (one for one in shown(window) if isinstance(one, QAbstractButton)):
        what = f"{name}, {type(button).__name__} “{button.text()}”"
        scroll_to(button)
        seen = button.visibleRegion().boundingRect()
        if seen.size() != button.size():
            yield f"{what}: {seen.width()} x {seen.height()} seen of its size"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
