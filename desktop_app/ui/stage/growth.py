"""Bars that grow once: how far they are, and for which rounds they have grown already."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle, QWidget

GROW_MS = 500


class Growth(QObject):
    """Run from 0 to 1 the first time a round is shown, if the platform wants motion at all.

    Signals:
        changed(): `value` is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.motion = True
        self._grown: set[str] = set()
        self._running = QVariantAnimation(self)
        self._running.setStartValue(0.0)
        self._running.setEndValue(1.0)
        self._running.setDuration(GROW_MS)
        self._running.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._running.valueChanged.connect(self.changed)

    @property
    def value(self) -> float:
        """Return how far the bars have grown, 0 to 1."""
        running = self._running.state() == QVariantAnimation.State.Running
        return float(self._running.currentValue()) if running else 1.0

    def grow(self, round_id: str, widget: QWidget) -> None:
        """Start for a round that has not been shown yet on `widget`."""
        if round_id in self._grown:
            return
        self._grown.add(round_id)
        if self.motion and widget.isVisible() and _wants_motion(widget):
            self._running.start()

    def stop(self) -> None:
        """Let the bars be as long as they are."""
        self._running.stop()


def _wants_motion(widget: QWidget) -> bool:
    """Return False where the platform asks for no motion; it then gives a duration of 0."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) > 0
