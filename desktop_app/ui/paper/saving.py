"""Writes several documents in the background; tells how far it is and can be stopped."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.application.pack import Pack, PackOrder, write_pack
from desktop_app.application.reports import Reports
from desktop_app.domain.errors import AppError
from desktop_app.domain.workshop import Workshop
from desktop_app.ui import tasks


class Saving(QObject):
    """One order of documents being written; belongs to the application until it has ended.

    Signals:
        progressed(int, int, str): so many of so many are ready, and this is the next one's name.
        busy(bool): the work begins, or has ended in any way.
        done(Pack): what was written; its place is None where it was stopped.
        failed(AppError): nothing was written.
    """

    progressed = Signal(object, object, object)
    busy = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        # A window may go while documents are written; what tells of them must not go with it.
        super().__init__(QCoreApplication.instance())
        self._stopped = threading.Event()

    def start(
        self, reports: Reports, workshop: Workshop, order: PackOrder, replace: frozenset[Path]
    ) -> None:
        """Begin to write."""
        work = partial(
            write_pack,
            reports,
            workshop,
            order,
            may_replace=replace,
            progress=self.progressed.emit,
            stopped=self._stopped.is_set,
        )
        tasks.run_in_background(work, self._tell_done, self._tell_failed, self._tell_busy)

    def stop(self) -> None:
        """Write no further document and leave everything as it was."""
        self._stopped.set()

    def _tell_busy(self, busy: bool) -> None:
        self.busy.emit(busy)
        if not busy:
            self.deleteLater()

    def _tell_done(self, pack: Pack) -> None:
        self.done.emit(pack)

    def _tell_failed(self, error: AppError) -> None:
        self.failed.emit(error)
