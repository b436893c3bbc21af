"""The real application in this process: console on a laptop, stage on a projector."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.bootstrap import open_services
from desktop_app.ui.app.desktop import Desktop
from desktop_app.ui.app.run import make_application
from desktop_app.ui.ballot.window import BallotWindow
from desktop_app.ui.console.session import Session
from desktop_app.ui.stage.window import StageWindow
from desktop_app.ui.theme import apply_theme
from tests.screens import LAPTOP, PROJECTOR, can_set_screens, set_screens

if TYPE_CHECKING:  # the library loads the use cases, after SQLAlchemy, as the application does
    from desktop_app.application.services import Services

STAGE_SIZE = (1920, 1080)
TURNS_TO_SETTLE = 10
LONGEST_S = 10.0


class PaintWatch(QObject):
    """Tells whether a widget has been painted since it was last asked to look."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.painted = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return super().eventFilter(watched, event)


class EmptyWindow(QWidget):
    """A window that only fills itself, shown at once."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(size)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("#f4f1ea"))
        painter.end()


class TwoWindows:
    """The desktop, and what a benchmark asks of it."""

    def __init__(
        self, app: QApplication, desktop: Desktop, stage_size: tuple[int, int] = STAGE_SIZE
    ) -> None:
        self.app = app
        self.desktop = desktop
        self.stage_size = stage_size

    def open(self, workshop_id: str) -> None:
        """Open a workshop with its stage visible at full size."""
        self.desktop.open_workshop(workshop_id)
        if not self.stage.isVisible():
            self.stage.resize(*self.stage_size)
            self.stage.show()
        self.settle()
        if self.stage.size().toTuple() != self.stage_size:
            raise RuntimeError(f"the stage is {self.stage.size()}, not {self.stage_size}")

    def settle(self) -> None:
        """Let everything that waits be done."""
        for _ in range(TURNS_TO_SETTLE):
            self.app.processEvents()

    def until_open(self) -> None:
        """Work off events until the library is open; raise RuntimeError after too long."""
        latest = time.monotonic() + LONGEST_S
        while self.desktop.services is None:
            self.app.processEvents()
            if time.monotonic() > latest:
                raise RuntimeError("the library did not open")
        self.settle()

    def until_painted(self, *watches: PaintWatch) -> None:
        """Work off events until each watched widget was painted; what is not must not be waited on.

        Raises:
            RuntimeError: a widget was not painted for long.
        """
        latest = time.monotonic() + LONGEST_S
        while not all(watch.painted for watch in watches):
            self.app.processEvents()
            if time.monotonic() > latest:
                raise RuntimeError("what was pressed painted nothing")

    def press(self, key: Qt.Key, text: str = "", on: QWidget | None = None) -> None:
        """Press and let go a key, on the stage where no other widget is named."""
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.app.sendEvent(on or self.stage, QKeyEvent(kind, key, none, text))

    @property
    def services(self) -> Services:
        """Return the use cases of the open library."""
        assert self.desktop.services is not None
        return self.desktop.services

    @property
    def session(self) -> Session:
        """Return the open workshop."""
        assert self.desktop.session is not None
        return self.desktop.session

    @property
    def ballot(self) -> BallotWindow:
        """Return the ballot on the laptop."""
        assert self.desktop.opened is not None
        return self.desktop.opened.ballot.window

    @property
    def stage(self) -> StageWindow:
        """Return what the room sees."""
        assert self.desktop.stage is not None
        return self.desktop.stage.window


@contextmanager
def two_windows(data_dir: Path, stage_size: tuple[int, int] = STAGE_SIZE) -> Iterator[TwoWindows]:
    """Give the running application with its library open, and end it cleanly."""
    app = make_application()
    width, height = stage_size
    if can_set_screens():
        set_screens(LAPTOP, replace(PROJECTOR, width=width, height=height))
    desktop = Desktop(partial(open_services, data_dir), data_dir, apply_theme(app))
    desktop.window.resize(LAPTOP.width, LAPTOP.height)
    desktop.start()
    windows = TwoWindows(app, desktop, stage_size)
    windows.until_open()
    try:
        yield windows
    finally:
        desktop.window.close()
