"""What stands on the screen while the library does not open, and the way back from there."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import AppError, EnvironmentProblem, LibraryUnusable, WayOut
from desktop_app.words.speech import said_together, say

if TYPE_CHECKING:  # built only where there is trouble
    from PySide6.QtWidgets import QWidget

    from desktop_app.application.services import Services
    from desktop_app.domain.texts import Phrase
    from desktop_app.ui.dialogs.problem import ProblemWindow


Repair = Callable[[], "Iterable[Phrase]"]
"""Restores a damaged library and returns what was done, a sentence each."""


T = TypeVar("T")
_logger = logging.getLogger("desktop_app.crash")


def unforeseen(error: Exception, data_dir: Path) -> AppError:
    """Log what nobody foresaw while the library opened; return what to say of it."""
    _logger.error("the library did not open", exc_info=error)
    return EnvironmentProblem(
        "Roundtable could not make sense of the library in {folder} ({error}). What was saved"
        " before is safe. “roundtable check” says whether the library is damaged, and “roundtable"
        " check --repair” restores its newest good backup.",
        folder=data_dir,
        error=type(error).__name__,
    )


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
        self.data_dir = data_dir
        self.repair: Repair | None = None
        self.beside: Callable[[], Services] | None = None
        """Opens another library beside this one."""
        self._goes_beside = False
        self.window: ProblemWindow | None = None
        self._way_out = WayOut.NONE

    def show(self, error: AppError) -> None:
        """Say what is wrong and what to do."""
        from desktop_app.ui.dialogs.problem import ProblemWindow  # noqa: PLC0415

        if self.window is None:
            self.window = ProblemWindow(error, self.data_dir)
            self.window.retry_requested.connect(self.retry_requested)
            self.window.restore_requested.connect(self._restore)
            self.window.quit_requested.connect(self.quit_requested)
            self.window.beside_requested.connect(self._go_beside)
            self.window.report_requested.connect(self._report)
            self.window.help_wanted.connect(self._show_help)
            self.window.keys_wanted.connect(self._list_keys)
        self._way_out = error.way_out if isinstance(error, LibraryUnusable) else WayOut.NONE
        self.window.show_error(error)
        self.window.offer_beside(offered=self._can_go_beside())
        self.window.show()

    def close(self) -> bool:
        """Take the window away; return whether there was one."""
        window, self.window = self.window, None
        return window is not None and window.close()

    def spared(self, work: Callable[[], T]) -> T | None:
        """Return what the work returns; show what is wrong and return None where it fails.

        Whatever it fails of: no state of the library may leave the person with no answer.
        """
        try:
            return work()
        except AppError as error:
            self.show(error)
        except Exception as error:  # noqa: BLE001 - as said
            self.show(unforeseen(error, self.data_dir))
        return None

    def opened(
        self, open_services: Callable[[], Services], show: Callable[[Services], object]
    ) -> Services | None:
        """Return an open library that could be shown; where there is none, show what is wrong."""
        opening = self.beside if self._goes_beside and self.beside else open_services
        return self.spared(partial(_opened, opening, show))

    def tell_restored(self, window: QWidget, done: str) -> None:
        """Say over the window that the library is there again, and what was done."""
        from desktop_app.ui.dialogs.message import MessageDialog  # noqa: PLC0415

        begun = self._way_out is WayOut.BEGIN
        title = say("An empty library") if begun else say("Your workshops are back")
        MessageDialog.tell(window, title, done)

    def _can_go_beside(self) -> bool:
        """Return whether another library can lie there: one may only read a folder of others."""
        folders = (self.data_dir, *self.data_dir.parents)
        folder = next((one for one in folders if one.is_dir()), self.data_dir)
        effective = os.access in os.supports_effective_ids
        may_write = os.access(folder, os.W_OK, effective_ids=effective)
        return self.beside is not None and not self._goes_beside and may_write

    def _go_beside(self) -> None:
        self._goes_beside = True
        self.retry_requested.emit()

    def _report(self) -> None:
        from desktop_app.ui.app.reporting import Reporting  # noqa: PLC0415 - seldom needed

        if self.window is not None:
            Reporting(self.window, self.data_dir / "logs", self.window).show_report()

    def _show_help(self, over: QWidget, topic: str) -> None:
        from desktop_app.ui.help.guide_window import GuideWindow  # noqa: PLC0415 - seldom needed

        GuideWindow.over(over, topic, saves=False)

    def _list_keys(self, over: QWidget) -> None:
        from desktop_app.ui.help.keys import KeysDialog  # noqa: PLC0415 - seldom needed

        KeysDialog.tell(over)

    def _restore(self) -> None:
        done = self.spared(self.repair) if self.repair is not None else None
        if done is not None:
            self.restored.emit(said_together(done))


def _opened(open_services: Callable[[], Services], show: Callable[[Services], object]) -> Services:
    with ExitStack() as failing:
        services = open_services()
        failing.callback(services.let_go)  # it opened, and could not be shown
        try:
            show(services)
        except Exception:
            services.look_over()  # if it is damaged, this says so, and the way out
            raise
        failing.pop_all()
    return services
