"""A button for each point of the scale: a ballot that is keyed in, by mouse or touch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain.framework import Scale
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import clear
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class PointButtons(QWidget):
    """One line of small buttons, the point of "can't say" last.

    Signals:
        pressed(int): one ballot for this point is in.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self._line = Flow(self, spacing=6)

    def show_scale(self, scale: Scale) -> None:
        """Offer the points of this scale."""
        if scale == self._scale:
            return
        self._scale = scale
        clear(self._line)
        self._line.addWidget(label(say("Or click each ballot in"), "soft", wrap=False))
        for point in scale.points:
            self._line.addWidget(self._made(point.value, point.label))
        self._line.addWidget(self._made(0, scale.cannot_say_label))

    def _made(self, point: int, name: str) -> QPushButton:
        made = button(str(point), "tally", hint=name)
        made.setAccessibleName(say("One ballot for {n}, {name}", n=point, name=name))
        # A click must not take the keys away from the ballots.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setProperty("point", point)
        made.clicked.connect(self._tell)
        return made

    def _tell(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.pressed.emit(pressed.property("point"))
