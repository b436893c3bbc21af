"""Beside the page: what the room sees now, notes, and what to say; private to the console."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.application.notes import notes_at
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.note_line import NoteLine
from desktop_app.ui.console.note_list import NoteList
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.screen_button import ScreenButton
from desktop_app.ui.console.script_box import ScriptBox
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.stage_choices import StageChoices, state_words
from desktop_app.ui.stage.preview import StagePreview
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.scrolling import Giving, Scrolling
from desktop_app.ui.widgets.text import label
from desktop_app.words.scripts import script_at
from desktop_app.words.speech import say

MIRROR_SHARE = 0.25
LEAST_MIRROR = 120


class SidePanel(QFrame):
    """Preview, notes and script.

    Signals:
        page_requested(): the keyboard shall go back to the page.
    """

    page_requested = Signal()

    def __init__(self, doors: Doors, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._projector, self._warning = "", ""
        self._session: Session | None = None
        self._place: object = None
        self.setProperty("role", "side")
        outer = column(self, spacing=8, margin=16)
        upper = Giving()
        layout = column(upper, spacing=8)
        self._now = label(say("What the room sees now"), "small")
        layout.addWidget(self._now)
        self.preview = StagePreview()
        layout.addWidget(self.preview)
        self._choices = StageChoices(doors)
        layout.addWidget(self._choices)
        self._room_state = label(role="small")
        layout.addWidget(self._room_state)
        self.screen_button = ScreenButton()
        layout.addWidget(self.screen_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._script = ScriptBox()
        layout.addWidget(self._script)
        layout.addSpacing(4)
        self._heading = label(role="small")
        layout.addWidget(self._heading)
        self._notes = NoteList()
        layout.addWidget(self._notes, 1)
        self._line = NoteLine()
        self._scroll = Scrolling(upper)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._line)
        self._connect()

    def _connect(self) -> None:
        self._line.filed.connect(self._file)
        self._line.left.connect(self.page_requested)
        self._notes.edit_requested.connect(self._questions.ask_note)
        self._notes.remove_requested.connect(self._questions.remove_note)
        self._notes.show_requested.connect(self._show_note)
        self._notes.paper_requested.connect(self._switch_paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mirror small where the panel is low: words need the room more."""
        super().resizeEvent(event)
        self.preview.setMaximumHeight(max(LEAST_MIRROR, round(self.height() * MIRROR_SHARE)))

    def show_session(self, session: Session) -> None:
        """Show the notes and the script of the session's step."""
        self._session = session
        words = script_at(session.record, session.step, session.going.way)
        self._script.say(say("Say: “{say}”\nWatch for {watch}", say=words.say, watch=words.watch))
        self._heading.setText(self._heading_for(session.step.kind))
        place = (session.workshop_id, session.step.key)
        if place != self._place:  # a note's place in the column before is none in this one
            self._scroll.verticalScrollBar().setValue(0)
        self._place = place
        self._line.stand_at(place, _about(session.record.workshop.framework, session.step))
        self._choices.show_session(session)
        self._show_state()
        self._notes.show_notes(notes_at(session.record, session.step), self._line.names)
        self._notes.mark_shown(session.aside.subject if session.aside else "")

    def leave(self) -> None:
        """Forget the session, which is closed."""
        self._session = None
        self._choices.leave()

    def show_room(self, text: str) -> None:
        """Say where the stage is: on the projector, on this screen, hidden."""
        self._projector = text
        self._show_state()

    def show_type(self, name: str, size: float) -> None:
        """Show how large type on the stage is: its name in the settings, and its size."""
        self._choices.show_type(name)
        self.preview.set_type(size)

    def show_stage(self, *, visible: bool) -> None:
        """Say whether the room sees what the mirror shows."""
        shown, hidden = say("What the room sees now"), say("The stage is hidden; F5 shows this")
        self._now.setText(shown if visible else hidden)
        self.preview.show_hidden(hidden=not visible)

    def warn(self, text: str) -> None:
        """Say beside that what may go wrong with the screens; "" for nothing."""
        self._warning = text
        self._show_state()

    def _show_state(self) -> None:
        session = self._session
        if session is not None and session.is_blank:
            self._room_state.setText(say("The room sees black. B shows the stage again."))
        else:
            beside = state_words(session) if session is not None else ""
            told = (beside or self._projector, self._warning)
            self._room_state.setText("\n".join(text for text in told if text))

    def focus_note(self) -> None:
        """Put the keyboard where a note is typed."""
        self._line.write()

    def begin_note(self) -> None:
        """Put the keyboard where the kind of a new note is chosen by a letter."""
        self._line.choose_kind()

    def _heading_for(self, kind: StepKind) -> str:
        if kind is StepKind.STATEMENT:
            return say("Notes on this statement")
        if kind is StepKind.ACTION:
            return say("Notes on this action")
        return say("Parked points and other notes")

    def _show_note(self, note: Note) -> None:
        if self._session is not None:
            self._session.showing.toggle_note(note)

    def _switch_paper(self, note: Note) -> None:
        if self._session is not None:
            self._session.noting.switch_paper(note)

    def _file(self, kind: NoteKind, text: str) -> None:
        if self._session is not None and self._session.noting.add(kind, text):
            self._line.taken()
            self._notes.show_newest()


def _about(framework: Framework, step: Step) -> str:
    """Return what a note at a step is about, in a few words."""
    if step.kind is StepKind.STATEMENT:
        return framework.statement(step.subject).name
    if step.kind is StepKind.ACTION:
        return framework.action(step.subject).name
    return say("The whole day")
