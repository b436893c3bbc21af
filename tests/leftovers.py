"""What a test that used Qt has left behind: windows, timers, threads, work in pools.

Import it only where Qt is loaded already. A pending QTimer.singleShot cannot be seen from here.
"""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

POOL_GRACE = 2000  # milliseconds: a result is delivered a moment before its worker is idle
SHARED_WINDOWS = {"QTipLabel"}  # Qt keeps one tooltip for the whole application
KINDS = (QTimer, QThread, QThreadPool)
MANY = 10_000  # objects to walk through after a test, before the old ones are put aside
QUIET = {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}


def deliver_deletes() -> None:
    """Carry out what deleteLater has asked for, which no event loop does outside a test."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def put_pointer_away() -> None:
    """Let the pointer of an earlier test hover over nothing: it goes where no window can be."""
    if QApplication.platformName() == "offscreen":
        QCursor.setPos(-1000, -1000)


def leftovers(threads_before: set[threading.Thread]) -> list[str]:
    """Name what is still there, after all that may go by itself has gone; then remove it."""
    deliver_deletes()
    everything = gc.get_objects()
    many = len(everything) > MANY
    objects = _objects(everything)
    del everything
    found = _busy_pools(objects) + _threads(threads_before)
    if _windows() or _active(objects):
        del objects
        gc.collect()  # a window in a cycle is let go late, which is no leak
        deliver_deletes()
        objects = _objects(gc.get_objects())
    active = _active(objects)
    found += [_name(thing) for thing in (*_windows(), *active)]
    _remove(active)
    if many:
        _put_old_ones_aside()
    return found


@contextmanager
def qt_warnings() -> Iterator[list[str]]:
    """Collect what Qt says at the level of a warning or above."""
    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind not in QUIET:
            said.append(text)

    before = qInstallMessageHandler(listen)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


def _windows() -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.metaObject().className() not in SHARED_WINDOWS
    ]


def _objects(everything: list[Any]) -> list[QObject]:
    # type() and not isinstance: a weak proxy to something gone raises when asked for its class
    wanted = {kind for kind in set(map(type, everything)) if issubclass(kind, KINDS)}
    fresh = [o for o in everything if type(o) in wanted]
    return [o for o in (*_aside, *fresh) if shiboken6.isValid(o)]


_aside: weakref.WeakSet[QObject] = weakref.WeakSet()


def _put_old_ones_aside() -> None:
    """Spare the walks, and the collector, what has stayed long enough to stay for good."""
    gc.collect()
    _aside.update(_objects(gc.get_objects()))
    gc.freeze()


def _active(objects: list[QObject]) -> list[QObject]:
    here = QThread.currentThread()
    return [
        thing
        for thing in objects
        if (isinstance(thing, QTimer) and thing.isActive())
        or (isinstance(thing, QThread) and thing.isRunning() and thing != here)
    ]


def _busy_pools(objects: list[QObject]) -> list[str]:
    pools = [QThreadPool.globalInstance(), *(o for o in objects if isinstance(o, QThreadPool))]
    return [
        f"{pool.activeThreadCount()} jobs in a QThreadPool"
        for pool in pools
        if not pool.waitForDone(POOL_GRACE)
    ]


def _threads(before: set[threading.Thread]) -> list[str]:
    now = {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}
    return [f"thread {thread.name}" for thread in now - before]


def _name(thing: QObject) -> str:
    kind = thing.metaObject().className()
    title = thing.windowTitle() if isinstance(thing, QWidget) else thing.objectName()
    return f"{kind} “{title}”" if title else kind


def _remove(active: list[QObject]) -> None:
    for thing in active:
        if isinstance(thing, QTimer):
            thing.stop()
        elif isinstance(thing, QThread):
            thing.quit()
            thing.wait(POOL_GRACE)
    for widget in _windows():
        if shiboken6.isValid(widget):  # it may have gone with the one before
            shiboken6.delete(widget)
    deliver_deletes()
