"""Long work off the main thread, one piece at a time; answers come back on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot


class Task(QObject):
    """One piece of background work.

    Signals:
        done(object): what the work returned.
        failed(Exception): what it raised.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject | None) -> None:
        super().__init__(parent)
        self._work = work
        self._finished.connect(self._deliver)

    _finished = Signal(object, object)

    def run(self) -> None:
        """Do the work on the calling (pool) thread."""
        try:
            self._finished.emit(self._work(), None)
        except Exception as error:  # noqa: BLE001 - every failure is handed to the main thread
            self._finished.emit(None, error)

    @Slot(object, object)
    def _deliver(self, value: object, error: Exception | None) -> None:
        if error is None:
            self.done.emit(value)
        else:
            self.failed.emit(error)
        self.deleteLater()


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


def run_in_background(
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> Task:
    """Run `work` in the pool; call one of two bound methods of QObjects on the main thread."""
    task = Task(work, QCoreApplication.instance())
    task.done.connect(done)
    task.failed.connect(failed)
    pool().start(_Runner(task))
    return task


class _Later(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


def run_afterwards(work: Callable[[], object]) -> None:
    """Run `work`, which must not fail, after all that waits in the pool; nobody hears of it."""
    pool().start(_Later(work))


_pools: list[QThreadPool] = []


def pool() -> QThreadPool:
    """Return the pool of one worker, made on first use."""
    if not _pools:
        made = QThreadPool(QCoreApplication.instance())
        made.setMaxThreadCount(1)
        _pools.append(made)
    return _pools[0]


def finish() -> None:
    """Wait until the background work is done, as before the application ends."""
    if _pools:
        _pools[0].waitForDone()
        _pools.clear()
