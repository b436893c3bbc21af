"""Keeps the laptop awake while the room looks at it, and says on the console where it cannot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.ports import Awake
from desktop_app.ui.console.side_panel import SidePanel
from desktop_app.words.speech import say

_SHOWN_OR_NOT = (QEvent.Type.Show, QEvent.Type.Hide)


class KeepingAwake(QObject):
    """Holds screen saver, lock and sleep off as long as one of the room's windows is shown."""

    _answered = Signal(bool)

    def __init__(self, side: SidePanel, *windows: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._side = side
        self._windows = windows
        self._awake: Awake | None = None
        self._holds = False
        self._answered.connect(self._tell)
        for window in windows:
            window.installEventFilter(self)

    def use(self, awake: Awake | None) -> None:
        """Ask this from now on; nothing is held off where there is none."""
        self._awake = awake

    def stop(self) -> None:
        """Hold nothing off any more; the application ends."""
        if self._awake is not None:
            self._awake.stop()
            self._awake = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the windows as they come and go."""
        if event.type() in _SHOWN_OR_NOT:
            self._follow()
        return False

    def _follow(self) -> None:
        shown = any(window.isVisible() for window in self._windows)
        if self._awake is None or shown is self._holds:
            return
        self._holds = shown
        if shown:
            self._awake.hold(say("A workshop is on the screen"), self._answered.emit)
        else:
            self._awake.let_go()
            self._side.warn("")

    def _tell(self, possible: bool) -> None:
        if possible or not self._holds:
            self._side.warn("")
            return
        warning = say(
            "The screen may go dark or lock itself: this laptop lets nobody hold that off. Turn"
            " it off in the laptop’s settings for today."
        )
        self._side.warn(warning)
