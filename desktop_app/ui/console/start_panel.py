"""Before a vote: choose how ballots come in, and read out how private that is."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop_app.domain.channels import IN_THE_ROOM, Channel, in_the_room
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.names import channel_name
from desktop_app.words.speech import say
from desktop_app.words.who_sees import channel_line


class StartPanel(QWidget):
    """The choice of channel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statement = ""
        self._build()

    def _build(self) -> None:
        layout = column(self, spacing=8)
        layout.addWidget(label(say("How shall the room vote?"), "strong"))
        self._group = QButtonGroup(self)
        self._choices = {c: QRadioButton(channel_name(c)) for c in IN_THE_ROOM}
        for channel, choice in self._choices.items():
            self._group.addButton(choice)
            box = frame("card")
            inner = column(box, spacing=2, margin=10)
            inner.addWidget(choice)
            sentence = label(channel_line(channel), "soft")
            sentence.setIndent(26)
            inner.addWidget(sentence)
            choice.setAccessibleDescription(channel_line(channel))
            layout.addWidget(box)

    @property
    def channel(self) -> Channel:
        """Return the chosen channel."""
        return next(c for c, choice in self._choices.items() if choice.isChecked())

    def show_workshop(self, session: Session) -> None:
        """Offer the workshop's own channel first, once per statement."""
        if session.step.subject != self._statement:
            self._statement = session.step.subject
            self._choices[in_the_room(session.record.workshop.channel)].setChecked(True)
