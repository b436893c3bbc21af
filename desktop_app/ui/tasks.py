"""Long work off the main thread, one piece at a time; answers come back on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from desktop_app.domain.errors import AppError

T = TypeVar("T")


class Task(QObject):
    """One piece of background work; what it raises as a bug is raised on the main thread.

    Signals:
        busy(bool): the work was handed in, or has ended in any way.
        done(object): what the work returned.
        failed(AppError): why it could not be done.
    """

    busy = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject | None) -> None:
        super().__init__(parent)
        self._work = work
        self._finished.connect(self._deliver)

    _finished = Signal(object, object)

    def begin(self) -> None:
        """Hand the work in."""
        self.busy.emit(True)
        pool().start(_Runner(self))

    def run(self) -> None:
        """Do the work on the calling (pool) thread."""
        try:
            self._finished.emit(self._work(), None)
        except Exception as error:  # noqa: BLE001 - every failure is handed to the main thread
            self._finished.emit(None, error)

    @Slot(object, object)
    def _deliver(self, value: object, error: Exception | None) -> None:
        self.deleteLater()
        self.busy.emit(False)
        if error is None:
            self.done.emit(value)
        elif isinstance(error, AppError):
            self.failed.emit(error)
        else:
            raise error


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


def run_in_background(
    work: Callable[[], T],
    done: Callable[[T], None] | None,
    failed: Callable[[AppError], None],
    busy: Callable[[bool], None] | None = None,
) -> None:
    """Run `work` in the pool and tell of it by bound methods of QObjects, on the main thread.

    `busy` hears True now and False before one of the others: `done` with what the work returned,
    or `failed` with why it could not be done. A bug ends the work and is raised there.
    """
    task = Task(work, QCoreApplication.instance())
    if busy is not None:
        task.busy.connect(busy)
    if done is not None:
        task.done.connect(done)
    task.failed.connect(failed)
    task.begin()


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
