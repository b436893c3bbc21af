"""The foot of the console: what comes next and after that, what is saved, what can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.undo_button import UndoButton
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.next_thing import after_words, again_words, leaving_words, next_words
from desktop_app.words.speech import say
from desktop_app.words.who_sees import secrecy_name

HEIGHT = 56
_VOTING = frozenset({StepKind.STATEMENT, StepKind.PRIORITIES})


class Footer(QFrame):
    """One line: the next thing in words, and the facts that always hold."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setFixedHeight(HEIGHT)
        self._build(doors)

    def _build(self, doors: Doors) -> None:
        line = row(self, spacing=14)
        line.setContentsMargins(20, 0, 20, 0)
        self._keys = label(say("Space or remote"), "key", wrap=False)
        self._keys.setToolTip(
            say(
                "Space, Page Down, the right arrow, and a remote’s next. "
                "Page Up and the left arrow look back."
            )
        )
        self._next, self._after = OneLine(role="next"), OneLine(role="after")
        self._next.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._after.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._saved = label(say("Saved"), "small", wrap=False)
        self._privacy = label(role="small", wrap=False)
        self.undo = UndoButton()
        self._settings = button(say("Settings"), "small")
        self._settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._settings.clicked.connect(doors.change_settings)
        line.addWidget(self._keys)
        line.addWidget(self._next)
        line.addWidget(self._after, 1)
        for part in (self._saved, self._privacy, self._settings, self.undo):
            line.addWidget(part)

    def show_session(self, session: Session) -> None:
        """Show the facts of the room, and what comes next."""
        self.undo.show_place(session.record.workshop)
        self.show_next(session)

    def show_next(self, session: Session) -> None:
        """Say what the key does now and after that, or what it wants to be pressed again for."""
        going, workshop = session.going, session.record.workshop
        framework, seen = workshop.framework, session.turns.seen
        votes = session.step.kind in _VOTING  # elsewhere nobody can be seen voting
        self._privacy.setText(
            secrecy_name(workshop.privacy, _way(session), seen=seen) if votes else ""
        )
        thing, asked = going.thing, going.twice.asked
        following = ""
        if asked is None:
            now, following = (
                next_words(thing, framework),
                after_words(going.after, thing, framework),
            )
        else:
            now = leaving_words(thing) if asked == "leave" else again_words(thing)
        self._next.say(now)
        self._after.say(following)
        set_role(self, "asks", "true" if asked is not None else "false")

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what is said elsewhere where there is no room for it."""
        for part in (self._saved, self._privacy):
            part.setVisible(not narrow)


def _way(session: Session) -> Channel:
    """Return how the vote here is done, which may be another way than the day's first."""
    if session.round is not None:
        return session.round.channel
    if session.step.kind is StepKind.PRIORITIES and session.dotting.vote is not None:
        return session.dotting.vote.channel
    return session.going.way
