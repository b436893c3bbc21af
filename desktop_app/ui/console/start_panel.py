"""Before a vote: choose how ballots come in, and read out how private that is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QRadioButton, QWidget

from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import frame, label
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
        self._lines: dict[Channel, QLabel] = {}
        self._build()
        self._group.buttonClicked.connect(self._tell)

    def _build(self) -> None:
        layout = column(self, spacing=8)
        layout.addWidget(label(say("How shall the room vote?"), "strong"))
        self._group = QButtonGroup(self)
        self._choices = {c: QRadioButton(channel_name(c)) for c in IN_THE_ROOM}
        for channel, choice in self._choices.items():
            self._group.addButton(choice)
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the day
            box = frame("card")
            inner = column(box, spacing=2, margin=10)
            inner.addWidget(choice)
            self._lines[channel] = label(role="soft")
            self._lines[channel].setIndent(26)
            inner.addWidget(self._lines[channel])
            layout.addWidget(box)

    def show_way(self, way: Channel, *, seen: bool, marked: bool = False) -> None:
        """Show in which way the vote will be opened, and who can see what in each.

        `seen`: the room can see the screen that the ballot of turns is on. `marked`: paper ballots
        come in sets by partner.
        """
        for channel, line in self._lines.items():
            line.setText(channel_line(channel, seen=seen, marked=marked))
            self._choices[channel].setAccessibleDescription(line.text())
        self._choices[way].setChecked(True)
        for channel, choice in self._choices.items():  # Tab comes to what is chosen, arrows go on
            policy = Qt.FocusPolicy.TabFocus if channel is way else Qt.FocusPolicy.NoFocus
            choice.setFocusPolicy(policy)

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(c for c, choice in self._choices.items() if choice is button))
