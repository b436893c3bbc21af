"""Welcome: who is in the room, what was promised, and the first step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.framework_versions import identity
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.saved_line import SavedLine
from desktop_app.ui.console.session import Session
from desktop_app.ui.paper.wish import FOR_THE_DAY, Act, Wish
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label, plain_tip
from desktop_app.words.dates import long_date
from desktop_app.words.room import ground_rules
from desktop_app.words.speech import said, say
from desktop_app.words.who_sees import promise

from .page import Page


class WelcomePage(Page):
    """The page of the first step."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self._kicker, self._title = label(role="soft"), label(role="title")
        self._privacy = label()
        self._framework = label(role="small")
        self.body.addWidget(self._kicker)
        self.body.addWidget(self._title)
        self._build_card()
        self._prepare = button(say("Change what was prepared"))
        self.action_row.addWidget(self.primary)
        self.action_row.addWidget(self._prepare)
        self._prepare.clicked.connect(doors.prepare)
        self._rehearse.clicked.connect(doors.rehearse)
        self._print.clicked.connect(self._ask_print)

    def _build_card(self) -> None:
        box = frame("card")
        inner = column(box, spacing=8, margin=18)
        inner.addWidget(label(say("Before you begin"), "heading"))
        inner.addWidget(
            label(
                say(
                    "Set the people in the room at the top: only those who vote. "
                    "Read the ground rules from the stage."
                )
            )
        )
        for rule in ground_rules():
            inner.addWidget(label(f"–  {rule}", "soft"))
        inner.addWidget(label(say("Say how privacy works today"), "strong"))
        inner.addWidget(self._privacy)
        self.body.addWidget(box)
        self.body.addWidget(self._framework)
        hint = say("Try the day with pretend ballots; they are thrown away afterwards")
        self._rehearse = button(say("Rehearse with pretend ballots"), "quiet", hint=hint)
        hint = say("Paper ballots, your script and a poster for each action")
        self._print = button(say("Print for the day…"), "quiet", hint=hint)
        before = row(spacing=8)
        before.addWidget(self._rehearse)
        before.addWidget(self._print)
        before.addStretch(1)
        self.body.addLayout(before)
        self._saved = SavedLine()
        self.body.addWidget(self._saved)

    def show_session(self, session: Session) -> None:
        self.session = session
        workshop = session.record.workshop
        day = long_date(workshop.held_on) if workshop.held_on else ""
        about = (workshop.partnership, workshop.place, day, workshop.facilitator)
        self._kicker.setText("  ·  ".join(part for part in about if part))
        self._title.setText(workshop.title)
        self._rehearse.setVisible(not workshop.is_rehearsal)
        seen = session.turns.seen
        self._privacy.setText(promise(workshop.privacy, workshop.channel, seen=seen))
        self._framework.setText(
            say(
                "Framework: {title}, version {version}",
                title=workshop.framework.title,
                version=workshop.framework.version,
            )
        )
        self._framework.setToolTip(plain_tip(said(identity(workshop.frozen))))

    def leave(self) -> None:
        super().leave()
        self._saved.hide()

    def tell_saved(self, told: str) -> None:
        self._saved.tell(told)

    def _ask_print(self) -> None:
        self._doors.export(Wish(Act.CHOOSE, FOR_THE_DAY))
