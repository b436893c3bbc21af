"""Before the dots: how many each person has, and how they are placed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_app.domain.channels import IN_THE_ROOM, Channel
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
        way_chosen(Channel): place them in this way.
    """

    dots_chosen = Signal(object)
    way_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        asked = say("How shall the room place them?")
        self._channels = Choices(asked, self._ways(), by_tab=True)
        layout.addWidget(self._channels)
        self._each.valueChanged.connect(self._tell_each)
        self._channels.chosen.connect(self.way_chosen)

    def _tell_each(self, number: int) -> None:
        self.dots_chosen.emit(number)

    def _ways(self) -> tuple[Choice[Channel], ...]:
        return tuple(Choice(way, channel_name(way), dots_line(way)) for way in IN_THE_ROOM)

    def show_start(self, dots_each: int, way: Channel, *, seen: bool = False) -> None:
        """Show how many dots there are, and in which way they will be placed.

        `seen`: the room can see the screen that the ballot of turns is on.
        """
        for one in IN_THE_ROOM:
            self._channels.reword(one, channel_name(one), dots_line(one, seen=seen))
        self._each.blockSignals(True)
        self._each.setValue(dots_each)
        self._each.blockSignals(False)
        self._channels.choose(way)
