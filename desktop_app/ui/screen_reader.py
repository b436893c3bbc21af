"""The one place that asks whether a screen reader is on, and tells one what has happened.

A screen reader's key echo says each key aloud, so a digit pressed in a secret vote is heard.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget


def is_on() -> bool:
    """Return whether a screen reader listens, or anything else that uses the same interface.

    Asked when it matters: Qt gives no signal. Once on, it counts as on until the end.
    """
    return QAccessible.isActive()


def announce(window: QWidget, text: str) -> None:
    """Let the screen reader say a sentence that nobody has to look for."""
    if is_on():
        told = QAccessibleAnnouncementEvent(QApplication.activeWindow() or window, text)
        QAccessible.updateAccessibility(told)
