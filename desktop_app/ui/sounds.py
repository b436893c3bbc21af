"""Two short sounds, played by what the platform has; no sound ever holds a vote up or fails it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.resources import resource

PLAYERS = (("afplay",), ("pw-play",), ("paplay",), ("aplay", "-q"))
"""Programs that play a file: of macOS, then of Linux desktops, the newest first."""


class Sound(Enum):
    """What is heard: everybody has voted; one ballot is in."""

    CHIME = "chime"
    TICK = "tick"


def _start(program: str, arguments: list[str]) -> bool:
    return bool(QProcess.startDetached(program, arguments)[0])


class Player:
    """Play a sound and go on at once; beep where nothing can play one."""

    def __init__(
        self,
        find: Callable[[str], str] = QStandardPaths.findExecutable,
        start: Callable[[str, list[str]], bool] = _start,
        beep: Callable[[], None] = QApplication.beep,
    ) -> None:
        self._find, self._start, self._beep = find, start, beep
        self._command: list[str] | None = None

    def play(self, sound: Sound) -> None:
        """Play a sound."""
        path = str(_file(sound))
        if self._command is None:
            self._command = self._look_for_player()
        if not self._command or not self._start(self._command[0], [*self._command[1:], path]):
            self._beep()

    def _look_for_player(self) -> list[str]:
        for name, *options in PLAYERS:
            found = self._find(name)
            if found:
                return [found, *options]
        return []


def _file(sound: Sound) -> Path:
    return resource("sounds", f"{sound.value}.wav")


_PLAYER = Player()


def play(sound: Sound) -> None:
    """Play a sound in the application's windows; there is none where nobody sees them."""
    if QGuiApplication.platformName() == "offscreen":
        return
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - only there

        at_once = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(str(_file(sound)), at_once)
    else:
        _PLAYER.play(sound)
