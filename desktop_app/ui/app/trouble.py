"""What stands on the screen while the library does not open, and the way back from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import AppError
from desktop_app.words.speech import said_together

if TYPE_CHECKING:  # built only where there is trouble
    from desktop_app.domain.texts import Phrase
    from desktop_app.ui.dialogs.problem import ProblemWindow


Repair = Callable[[], "Iterable[Phrase]"]
"""Restores a damaged library and returns what was done, a sentence each."""


class LibraryTrouble(QObject):
    """The window that takes the place of all others.

    Signals:
        retry_requested(): the person wants the library to be opened again.
        restored(str): the newest good backup is in the library's place; what was done.
        quit_requested(): the person gives up for now.
    """

    retry_requested = Signal()
    restored = Signal(str)
    quit_requested = Signal()

    def __init__(self, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self.repair: Repair | None = None
        self.window: ProblemWindow | None = None

    def show(self, error: AppError) -> None:
        """Say what is wrong and what to do."""
        from desktop_app.ui.dialogs.problem import ProblemWindow  # noqa: PLC0415

        if self.window is None:
            self.window = ProblemWindow(error, self._data_dir)
            self.window.retry_requested.connect(self.retry_requested)
            self.window.restore_requested.connect(self._restore)
            self.window.quit_requested.connect(self.quit_requested)
        self.window.show_error(error)
        self.window.show()

    def close(self) -> bool:
        """Take the window away; return whether there was one."""
        window, self.window = self.window, None
        return window is not None and window.close()

    def _restore(self) -> None:
        if self.repair is None:
            return
        try:
            done = self.repair()
        except AppError as error:
            self.show(error)
        else:
            self.restored.emit(said_together(done))
