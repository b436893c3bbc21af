"""Says before a secret vote, and while it is open, that a screen reader would tell the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.next_thing import Act
from desktop_app.ui import screen_reader
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.heard import heard_line

from .session import Session


class HeardBar(QFrame):
    """A line, read out once for each way to vote."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Channel | None = None
        self.setProperty("role", "attention")
        self._text = label()
        column(self, margin=14).addWidget(self._text)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Say what matters of the vote that is open, or that comes next."""
        vote, comes_next = session.going.open_vote, session.going.thing.act is Act.OPEN
        channel = session.going.way if comes_next else None
        channel = vote.channel if vote is not None else channel
        line = heard_line(channel) if channel is not None and screen_reader.is_on() else ""
        self._text.setText(line)
        self.setVisible(bool(line))
        if line and channel is not self._told:
            screen_reader.announce(self.window(), line)
        self._told = channel
