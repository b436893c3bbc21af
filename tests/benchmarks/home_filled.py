"""Start the real application on the library given and end it when the home list is painted.

Prints one line then; whoever started it looks at the clock.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

gc.disable()  # as run_window does before it imports Qt

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt  # noqa: E402

from desktop_app.bootstrap import run_window  # noqa: E402
from desktop_app.ui.app.plain_imports import leave_out_the_detour  # noqa: E402

leave_out_the_detour()  # as run_window does before it imports the windows

from desktop_app.ui.app import run  # noqa: E402
from desktop_app.ui.app.desktop import Desktop  # noqa: E402
from desktop_app.ui.home.workshop_list import WorkshopList  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PAINTED = QEvent.Type(QEvent.registerEventType())


class TimedDesktop(Desktop):
    """The real desktop; ends itself when the list of workshops has been painted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._viewport: QWidget | None = None
        home = self.window.home
        self._fill = home.show_workshops
        setattr(home, "show_workshops", self._fill_and_watch)  # noqa: B010 - from outside

    def _fill_and_watch(self, *args: Any, **kwargs: Any) -> None:
        self._fill(*args, **kwargs)
        if self._viewport is None:
            self._viewport = self.window.findChildren(WorkshopList)[0].viewport()
            self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._viewport and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Before all else that waits: the list is seen when this one paint is over.
            first = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(PAINTED), first)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == PAINTED:
            sys.stdout.write("painted\n")
            self.window.close()
        return super().event(event)


if __name__ == "__main__":
    setattr(run, "Desktop", TimedDesktop)  # noqa: B010 - a name that run does not export
    raise SystemExit(run_window(Path(sys.argv[1])))
