"""Where a window was, and back there if the screens of today still have that place."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.domain.settings import Place, Settings

HELD = 120
"""Pixels of a window's upper edge that must be on a screen, so that it can be taken hold of."""


def place_of(window: QWidget) -> Place:
    """Return where a window is when it is neither maximised nor full screen."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    return (place.x(), place.y(), place.width(), place.height())


def kept_place(window: QWidget) -> dict[str, object]:
    """Return where a window is, by the names of the settings that keep it."""
    return {"console_place": place_of(window), "console_maximised": window.isMaximized()}


def restore(window: QWidget, settings: Settings) -> None:
    """Put the console back where it was; a place that is gone is left alone."""
    if settings.console_place is not None:
        place = QRect(*settings.console_place)
        screen = _screen_of(place)
        if screen is not None:
            window.setGeometry(_inside(place, screen, window))
    if settings.console_maximised:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to name, see widgets/text.py

        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _screen_of(place: QRect) -> QRect | None:
    """Return the free part of the screen on which the window could be taken hold of, or None."""
    edge = QRect(place.x(), place.y(), place.width(), HELD)
    for screen in QGuiApplication.screens():
        room = screen.availableGeometry()
        common = room.intersected(edge)
        if common.width() >= HELD and common.height() >= HELD // 2:
            return room
    return None


def _inside(place: QRect, room: QRect, window: QWidget) -> QRect:
    """Return a place no larger than the screen and wholly on it."""
    size = place.size().boundedTo(room.size()).expandedTo(window.minimumSize())
    left = max(room.left(), min(place.x(), room.right() + 1 - size.width()))
    top = max(room.top(), min(place.y(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def bring_forward(window: QWidget) -> None:
    """Bring a window to the front, also where it was made an icon."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
