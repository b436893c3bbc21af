"""Before the dots: how many each person has, and how they are placed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_app.domain.channels import IN_THE_ROOM, Channel, in_the_room
from desktop_app.domain.priorities import MAX_DOTS
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import label
from desktop_app.words.names import channel_name
from desktop_app.words.speech import say
from desktop_app.words.who_sees import dots_line


class DotsStart(QWidget):
    """How many dots each person has, and how they are placed.

    Signals:
        dots_chosen(int): another number of dots each.
    """

    dots_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = False
        layout = column(self, spacing=12)
        self._each = QSpinBox()
        self._each.setRange(1, MAX_DOTS)
        self._each.setKeyboardTracking(False)
        self._each.setAccessibleName(say("Dots for each person"))
        line = row(spacing=12)
        name = label(say("Dots for each person"), "strong", wrap=False)
        name.setBuddy(self._each)
        line.addWidget(name)
        line.addWidget(self._each)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(label(say("How shall the room place them?"), "strong"))
        self._channels = Choices(say("How shall the room place them?"), self._ways())
        layout.addWidget(self._channels)
        self._each.valueChanged.connect(self._tell_each)

    def _tell_each(self, number: int) -> None:
        self.dots_chosen.emit(number)

    def _ways(self) -> tuple[Choice[Channel], ...]:
        return tuple(Choice(way, channel_name(way), dots_line(way)) for way in IN_THE_ROOM)

    @property
    def channel(self) -> Channel:
        """Return the chosen channel."""
        return self._channels.value

    def show_start(self, dots_each: int, usual: Channel) -> None:
        """Show how many dots there are; offer the workshop's own channel first."""
        self._each.blockSignals(True)
        self._each.setValue(dots_each)
        self._each.blockSignals(False)
        if not self._shown:
            self._shown = True
            self._channels.choose(in_the_room(usual))

    def forget(self) -> None:
        """Offer the workshop's own channel again the next time."""
        self._shown = False
