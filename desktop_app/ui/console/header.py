"""The top and bottom lines of the console: which workshop, how many people, what is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.workshop import Workshop
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.people_button import PeopleButton
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.room import Room
from desktop_app.ui.console.timer_box import TimerBox
from desktop_app.ui.console.undo_button import UndoButton
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label, plain_tip
from desktop_app.words.counts import people_in_the_room
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said, say
from desktop_app.words.statuses import SAMPLE
from desktop_app.words.who_sees import secrecy_name


class Header(QFrame):
    """Which workshop this is, people in the room, and the stage's controls.

    Signals:
        notes_requested(): the keyboard shall go where a note is typed.
    """

    notes_requested = Signal()

    def __init__(self, doors: Doors, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors, self._questions = doors, questions
        self._room: Room | None = None
        self.setProperty("role", "header")
        self._narrow = False
        self._workshop: Workshop | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        line = row(self, spacing=10)
        line.setContentsMargins(16, 9, 16, 9)
        self._home = button(say("Home"), "quiet")
        self._title = label(role="strong", wrap=False)
        self._meta = label(role="soft", wrap=False)
        self._badge = label(said(SAMPLE), "badge", wrap=False)
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
        for one in (self._stage, self._blank, self._notes):
            line.addWidget(one)
        for one in (self._home, self._people, self._stage, self._blank, self._notes):
            # A click must not take the space bar away from what comes next.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self._home.clicked.connect(self._doors.go_home)
        self._people.clicked.connect(self._questions.ask_people)
        self._stage.clicked.connect(self._doors.toggle_stage)
        self._blank.clicked.connect(self._toggle_blank)
        self._notes.clicked.connect(self.notes_requested)

    def show_session(self, room: Room) -> None:
        """Show the session's workshop."""
        workshop = room.record.workshop
        self._room, self._workshop = room, workshop
        self._set_elided(workshop)
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
        text = say("Hide stage  F5") if visible else say("Show stage  F5")
        self._stage.setText(text)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what is said elsewhere where there is no room for it."""
        self._narrow = narrow
        self._meta.setVisible(not narrow)
        self.timer.set_narrow(narrow=narrow)
        if self._workshop is not None:
            self._set_elided(self._workshop)

    def _set_elided(self, workshop: Workshop) -> None:
        name = workshop.partnership or workshop.title
        day = long_date(workshop.held_on) if workshop.held_on else ""
        about = workshop.title if workshop.partnership else ""
        self._title.setText(_short(name, 20 if self._narrow else 34))
        self._title.setToolTip(plain_tip(name))
        self._meta.setText(_short("  ·  ".join(part for part in (about, day) if part), 40))
        self._meta.setMinimumWidth(0)


class Footer(QFrame):
    """What is saved, how private the votes are, where the stage is, and what can be taken back."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self.setProperty("role", "footer")
        line = row(self, spacing=24)
        line.setContentsMargins(20, 7, 20, 7)
        self._saved = label(role="small", wrap=False)
        self._people = label(role="small", wrap=False)
        self._privacy = label(role="small", wrap=False)
        self._projector = label(role="small", wrap=False)
        for part in (self._saved, self._people, self._privacy, self._projector):
            line.addWidget(part)
        self.undo = UndoButton()
        line.addWidget(self.undo, 1000, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        self._settings = button(say("Settings"), "small")
        self._settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._settings.clicked.connect(doors.change_settings)
        self._keys = label(
            say("Space next   Page Up / Page Down move   Esc leave the stage"),
            "small",
            wrap=False,
        )
        line.addWidget(self._keys)
        line.addWidget(self._settings)

    def show_session(self, room: Room) -> None:
        """Show the facts of the room."""
        workshop = room.record.workshop
        self._saved.setText(say("Saved"))
        self._people.setText(people_in_the_room(workshop.present))
        self._privacy.setText(secrecy_name(workshop.privacy, workshop.channel))
        self._fit()

    def show_projector(self, text: str) -> None:
        """Say where the stage is."""
        self._projector.setText(text)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out the reminder of keys, and what is said elsewhere, where there is no room."""
        self._narrow = narrow
        for part in (self._people, self._projector):
            part.setVisible(not narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the reminder of keys only where its words have room beside all the others."""
        parts = (self._saved, self._people, self._privacy, self._projector, self._settings)
        room = self.width() - 40 - 7 * 24 - self.undo.minimumSizeHint().width()
        needed = sum(part.sizeHint().width() for part in (*parts, self._keys))
        self._keys.setVisible(not self._narrow and needed <= room)


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
