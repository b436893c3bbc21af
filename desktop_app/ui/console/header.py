"""The top line of the console: which workshop, who is in the room, the stage's controls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.workshop import Workshop
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.people_button import PeopleButton
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.room import Room
from desktop_app.ui.console.timer_box import TimerBox
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button, label, plain_tip
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said, say
from desktop_app.words.statuses import SAMPLE

LETTERS = 34
"""About so much of a long name stays where there is room for what is beside it."""


class Header(QFrame):
    """Which workshop this is, people in the room, and the stage's controls.

    Signals:
        notes_requested(): the keyboard shall go where a note is typed.
        home_requested(): the workshop shall be left for the home page.
    """

    notes_requested = Signal()
    home_requested = Signal()

    def __init__(self, doors: Doors, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors, self._questions = doors, questions
        self._room: Room | None = None
        self.setProperty("role", "header")
        self._build()
        self._connect()

    def _build(self) -> None:
        line = row(self, spacing=10)
        line.setContentsMargins(16, 9, 16, 9)
        self.menu = button(say("&Menu"), "quiet", hint=say("Every command, with its key"))
        self._home = button(say("Home"), "quiet")
        self._title = OneLine(role="strong")
        self._title.keep_whole(whole=True, letters=LETTERS)
        self._meta = OneLine(role="soft")
        self._badge = label(said(SAMPLE), "badge", wrap=False)
        line.addWidget(self.menu)
        line.addWidget(self._home)
        line.addWidget(self._title)
        line.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._meta, 1000)
        line.addStretch(1)
        self.timer = TimerBox()
        line.addWidget(self.timer)
        self._people = PeopleButton()
        line.addWidget(self._people)
        self._stage = button(say("Show stage  F5"))
        self._blank = button(say("Blank  B"), hint=say("Hide the stage's content"))
        self._blank.setCheckable(True)
        self._notes = button(say("Note  N"))
        for tool in (self._stage, self._blank, self._notes):
            line.addWidget(tool)
        pressed = (self.menu, self._home, self._people, self._stage, self._blank, self._notes)
        for one in pressed:
            # A click must not take the space bar away from what comes next.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.menu.clicked.connect(self._doors.open_menu)
        self._home.clicked.connect(self.home_requested)
        self._people.clicked.connect(self._questions.ask_people)
        self._stage.clicked.connect(self._doors.toggle_stage)
        self._blank.clicked.connect(self._toggle_blank)
        self._notes.clicked.connect(self.notes_requested)

    def show_session(self, room: Room) -> None:
        """Show the session's workshop."""
        workshop = room.record.workshop
        self._room = room
        self._show_names(workshop)
        self._badge.setVisible(workshop.is_sample)  # a rehearsal has a bar of its own below
        self._people.show_workshop(workshop)
        self._blank.setChecked(room.is_blank)

    def leave(self) -> None:
        """Forget the workshop, which is closed."""
        self._room = None

    def _toggle_blank(self) -> None:
        if self._room is not None:
            self._room.toggle_blank()

    def show_stage(self, *, visible: bool) -> None:
        """Say what the stage button does now."""
        text = say("Hide stage") if visible else say("Show stage  F5")
        self._stage.setText(text)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what is said elsewhere where there is no room for it."""
        self._meta.setVisible(not narrow)
        self._title.keep_whole(whole=not narrow, letters=LETTERS)
        self.timer.set_narrow(narrow=narrow)

    def _show_names(self, workshop: Workshop) -> None:
        name = workshop.partnership or workshop.title
        day = long_date(workshop.held_on) if workshop.held_on else ""
        about = workshop.title if workshop.partnership else ""
        self._title.say(name)
        meta = "  ·  ".join(part for part in (about, day) if part)
        self._meta.setText(meta)
        self._meta.setToolTip(plain_tip(meta))
