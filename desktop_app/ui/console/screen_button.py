"""Which screen the room sees, where there are several beside the console's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from desktop_app.ui.stage.screens import ScreenChoice
from desktop_app.ui.widgets.menu_button import MenuButton
from desktop_app.words.screens import screen_size
from desktop_app.words.speech import say


class ScreenButton(MenuButton):
    """Opens a menu of the screens; hidden where there is nothing to choose.

    Signals:
        chosen(str): the name of the screen that the stage shall be on.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setText(say("Screen for the stage"))
        self.setProperty("kind", "small")
        self.setAutoDefault(False)
        self.setToolTip(say("Choose the screen that the room sees; it is kept for the next time"))
        self._screens = QActionGroup(self._menu)
        self._screens.triggered.connect(self._choose)
        self.hide()

    def show_choices(self, choices: Sequence[ScreenChoice], shown: str) -> None:
        """Offer these screens; the one named `shown` has the stage."""
        for old in self._screens.actions():
            self._screens.removeAction(old)
            old.deleteLater()
        for choice in choices:
            self._offer(choice, chosen=choice.name == shown)
        self.setVisible(bool(choices))

    def _offer(self, choice: ScreenChoice, *, chosen: bool) -> None:
        action = QAction(_title(choice), self._menu)
        action.setData(choice.name)
        action.setCheckable(True)
        self._screens.addAction(action)
        action.setChecked(chosen)
        self._menu.addAction(action)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _title(choice: ScreenChoice) -> str:
    """Return a screen in words: two of the same make differ by their name."""
    own = {"name": choice.name, "size": screen_size(choice.width, choice.height)}
    if choice.make:
        return say("{make} ({name}), {size}", make=choice.make, **own)
    return say("{name}, {size}", **own)
