"""A button that offers the other ways to take ballots; what is in stays in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.ui.widgets.menu_button import MenuButton
from desktop_app.words.names import channel_name
from desktop_app.words.speech import say


class WaysButton(MenuButton):
    """Open a menu of channels.

    Signals:
        picked(Channel): take further ballots in this way.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setText(say("Vote another way"))
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setAccessibleDescription(say("Take further ballots in another way"))
        self._menu.triggered.connect(self._tell)
        self._actions: dict[Channel, QAction] = {}
        for channel in IN_THE_ROOM:
            self._actions[channel] = self._menu.addAction(channel_name(channel))

    def offer(self, *but: Channel) -> None:
        """Offer every channel but these."""
        for channel, action in self._actions.items():
            action.setVisible(channel not in but)
        self.show()

    def pick(self, channel: Channel) -> None:
        """Pick a channel as a click in the menu does."""
        self._actions[channel].trigger()

    def _tell(self, action: QAction) -> None:
        self.picked.emit(next(c for c, a in self._actions.items() if a is action))
