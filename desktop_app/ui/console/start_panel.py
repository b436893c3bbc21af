"""Before a vote: choose how ballots come in, and read out how private that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.names import channel_name
from desktop_app.words.speech import say
from desktop_app.words.who_sees import channel_line


class StartPanel(QWidget):
    """The choice of channel.

    Signals:
        chosen(Channel): the next vote shall be by this one.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = say("How shall the room vote?")
        ways = tuple(Choice(way, channel_name(way)) for way in IN_THE_ROOM)
        # A click leaves the arrows to the day.
        self._ways: Choices[Channel] = Choices(asked, ways, by_tab=True)
        layout = column(self, spacing=8)
        layout.addWidget(label(asked, "strong"))
        layout.addWidget(self._ways)
        self._ways.chosen.connect(self.chosen)

    def show_way(self, way: Channel, *, seen: bool, marked: bool = False) -> None:
        """Show in which way the vote will be opened, and who can see what in each.

        `seen`: the room can see the screen that the ballot of turns is on. `marked`: paper ballots
        come in sets by partner.
        """
        for one in IN_THE_ROOM:
            line = channel_line(one, seen=seen, marked=marked)
            self._ways.reword(one, channel_name(one), line)
        self._ways.choose(way)
