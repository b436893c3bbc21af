"""Which way the room looks at a revealed statement: its result, both votes, by partner."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.steps import StepKind
from desktop_app.scenes.looks import Look, offered_looks
from desktop_app.ui.console.looking import look_at
from desktop_app.ui.console.room import Room
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say


class LookChooser(QWidget):
    """A few buttons, one of them down; hidden where there is only one way to look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        line = Flow(self, spacing=8)
        line.addWidget(label(say("On the stage"), "soft", wrap=False))
        self._buttons = {
            Look.RESULT: button(say("Result  R")),
            Look.ROUNDS: button(say("Both votes  V")),
            Look.GROUPS: button(say("By partner  G")),
        }
        for one in self._buttons.values():
            one.setCheckable(True)
            # A click must not take the space bar away from what comes next.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            one.clicked.connect(self._show)  # in a group Tab comes to one of them only
            line.addWidget(one)

    def show_session(self, room: Room) -> None:
        """Offer what the session's statement can show."""
        self._room = room
        if room.step.kind is not StepKind.STATEMENT:
            return
        offered = offered_looks(room.record, room.step.subject)
        self.setVisible(len(offered) > 1)
        for look, one in self._buttons.items():
            one.setVisible(look in offered)
        current = room.look if room.look in offered else Look.RESULT
        for look, one in self._buttons.items():
            one.setChecked(look is current and room.aside is None)

    def _show(self) -> None:
        pressed = self.sender()
        if self._room is not None:
            look_at(self._room, next(k for k, one in self._buttons.items() if one is pressed))
            self.show_session(self._room)  # where it is asked about first, the look is as before
