"""Start the real application on the library given and end it when the home list is painted.

Prints one line then; whoever started it looks at the clock.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QListView

from desktop_app.bootstrap import run_window
from desktop_app.ui import run
from desktop_app.ui.desktop import Desktop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TimedDesktop(Desktop):
    """The real desktop; ends itself when the list of workshops has been painted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._viewport: QWidget | None = None
        self.library_shown.connect(self._await_paint)

    def _await_paint(self) -> None:
        views = self.window.findChildren(QListView)
        self._viewport = next(v for v in views if v.model().rowCount()).viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._viewport and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        sys.stdout.write("painted\n")
        self.window.close()


if __name__ == "__main__":
    setattr(run, "Desktop", TimedDesktop)  # noqa: B010 - a name that run does not export
    raise SystemExit(run_window(Path(sys.argv[1])))
