"""What can be put on the stage now: a button each, with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.scenes.asides import AsideKind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import button
from desktop_app.words.speech import say

from .doors import Doors
from .session import Session


class StageChoices(QWidget):
    """Buttons for what the step offers, the one that is shown down, and the way back."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._flow = Flow(self, spacing=4)
        self._buttons = {
            AsideKind.QUESTIONS: self._made(
                say("Questions  Q"), say("Show the room one question after another")
            ),
            AsideKind.STATEMENTS: self._made(
                say("Statements  A"),
                say("Show the room every statement, of this action or of the day"),
            ),
            AsideKind.MEANING: self._made(
                say("Meanings  M"), say("Show the room what a point means here, one after another")
            ),
            AsideKind.BEFOREHAND: self._made(
                say("Beforehand  D"), say("Show what was said before the day; it may lead a vote")
            ),
            AsideKind.STEPS: self._made(
                say("Steps to choose  S"), say("Show the room the recommended steps")
            ),
            AsideKind.FIST: self._made(
                say("Fist to five  F"), say("Show the room the question, before hands go up")
            ),
            AsideKind.MOVED: self._made(
                say("Then and now  W"), say("Show the room what moved since the earlier workshop")
            ),
            AsideKind.PARKING: self._made(
                say("Parking lot  P"), say("Show the room what was parked")
            ),
        }
        self._back = self._made(say("Take off  X"), say("Show the room the step again"))
        self._type = self._made("", say("Change how large type on the stage is; larger shows less"))
        self._keys = self._made(say("Keys  Ctrl+/"), say("Show which key does what"))
        for one in (self._back, self._type, self._keys):
            one.setCheckable(False)
        self._type.clicked.disconnect()
        self._type.clicked.connect(doors.change_type)
        self._keys.clicked.disconnect()
        self._keys.clicked.connect(doors.list_keys)

    def _made(self, text: str, hint: str) -> QPushButton:
        one = button(text, "small", hint=hint)
        one.setCheckable(True)
        # A click must not take the space bar away from what comes next.
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        one.clicked.connect(self._press)
        self._flow.addWidget(one)
        return one

    def show_session(self, session: Session) -> None:
        """Offer what the session's step can show."""
        self._session = session
        for kind, one in self._buttons.items():
            one.setVisible(session.showing.offers(kind))
            one.setChecked(session.showing.shows(kind))
        self._back.setVisible(session.aside is not None)

    def show_type(self, name: str) -> None:
        """Say how large type on the stage is, by its name in the settings."""
        words = {
            "normal": say("Text normal  L"),
            "large": say("Text large  L"),
            "largest": say("Text largest  L"),
        }
        self._type.setText(words[name])

    def leave(self) -> None:
        """Forget the session, which is closed."""
        self._session = None

    def _press(self) -> None:
        pressed, session = self.sender(), self._session
        if session is None:
            return
        if pressed is self._back:
            session.showing.take_off()
            return
        kind = next(kind for kind, one in self._buttons.items() if one is pressed)
        if kind is AsideKind.PARKING:
            session.toggle_parking()
        else:
            session.showing.press(kind)


def state_words(session: Session) -> str:
    """Return what of all this the room sees, and what the keys do now; "" where it is none."""
    if session.aside is None:
        return ""
    words = {
        AsideKind.PARKING: say("The parking lot. P goes back to the step."),
        AsideKind.QUESTIONS: say("A question. Q shows the next one, X goes back to the step."),
        AsideKind.STATEMENTS: say("The statements. A shows the next, X goes back to the step."),
        AsideKind.STEPS: say(
            "Steps to choose from. Shift and a letter takes one on, S shows the next, X goes back "
            "to the plan."
        ),
        AsideKind.FIST: say("The fist to five. X goes back to the plan."),
        AsideKind.MEANING: say(
            "What a point means here. M shows the next one, X goes back to the scale."
        ),
        AsideKind.MOVED: say("Then and now. W shows the next, X goes back to the step."),
        AsideKind.BEFOREHAND: say(
            "What was said beforehand. D shows the next screen, X goes back to the step."
        ),
        AsideKind.NOTE: say("A note. X goes back to the step."),
    }
    return words[session.aside.kind]
