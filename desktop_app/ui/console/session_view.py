"""The console of an open workshop: header, rail, page, side panel, footer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.steps import Step
from desktop_app.scenes.scene import Scene
from desktop_app.ui.console.day_keys import DayKeys
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.dot_keys import DotKeys
from desktop_app.ui.console.dots_questions import DotsQuestions
from desktop_app.ui.console.entry_keys import EntryKeys
from desktop_app.ui.console.foot import Footer
from desktop_app.ui.console.header import Header
from desktop_app.ui.console.leaving import Leaving
from desktop_app.ui.console.page_stack import PageStack
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.rail import Rail
from desktop_app.ui.console.rehearsal_bar import RehearsalBar
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.showing_keys import ShowingKeys
from desktop_app.ui.console.side_panel import SidePanel
from desktop_app.ui.console.timer_box import TimerBox
from desktop_app.ui.console.undo_button import UndoButton
from desktop_app.ui.paper.wish import Act, Wish
from desktop_app.ui.widgets.kept_focus import kept_focus
from desktop_app.ui.widgets.layouts import TabOrder, column, row
from desktop_app.ui.widgets.text import frame

RAIL_WIDTH = 276
NARROW = 1240
SMALLEST = QSize(860, 440)


class SessionView(QWidget):
    """Everything the facilitator sees of an open workshop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self._shown_step: Step | None = None
        self._covered = False
        self.doors = Doors(self)
        self._questions, self._dots_questions = Questions(self), DotsQuestions(self)
        self._leaving = Leaving(self, self.doors)
        self._build_frame()
        self.entry_keys, self.dot_keys = EntryKeys(self), DotKeys(self)
        self.showing_keys, self._day_keys = ShowingKeys(self), DayKeys(self)
        self._connect()
        self._build_shortcuts()

    # -- building ---------------------------------------------------------------------------

    @property
    def timer_box(self) -> TimerBox:
        """Return the step timer's place in the header."""
        return self._header.timer

    @property
    def menu_button(self) -> QPushButton:
        """Return the button that opens the menu."""
        return self._header.menu

    @property
    def undo_button(self) -> UndoButton:
        """Return the button that takes the last act back."""
        return self._footer.undo

    def _build_frame(self) -> None:
        layout = column(self, spacing=0)
        self._header = Header(self.doors, self._questions)
        self._footer = Footer(self.doors)
        self._pages = PageStack(self.doors, self._questions, self._dots_questions)
        self.rehearsal_bar = RehearsalBar()
        self._rail, self.side = Rail(), SidePanel(self.doors, self._questions)
        self._tab_order = TabOrder(self._rail)
        self._rail_frame = frame("rail")
        inner = column(self._rail_frame, spacing=0)
        inner.setContentsMargins(8, 14, 8, 14)
        inner.addWidget(self._rail)
        middle = row(spacing=0)
        middle.addWidget(self._rail_frame)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.side)
        layout.addWidget(self._header)
        layout.addWidget(self.rehearsal_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self._footer)

    def _connect(self) -> None:
        self._rail.chosen.connect(self._leaving.to_step)
        self.undo_button.elsewhere_requested.connect(self._leaving.to_undo)
        self._header.home_requested.connect(self._leaving.to_home)
        self._header.notes_requested.connect(self.side.focus_note)
        self.side.page_requested.connect(self.focus_page)
        self.entry_keys.people_wanted.connect(self._questions.ask_people)
        self.showing_keys.type_requested.connect(self.doors.change_type)

    def _build_shortcuts(self) -> None:
        for keys, action in (
            (".", self.toggle_blank),
            ("N", self.side.begin_note),
            ("P", self.toggle_parking),
            ("F5", self.doors.show_stage),
            ("Shift+F5", self.doors.toggle_stage),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    # -- showing ----------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Show an open workshop and follow it."""
        self.session = session
        self._shown_step = None
        self._questions.session = self._dots_questions.session = session
        self._leaving.session = self._day_keys.session = session
        self.entry_keys.session = self.dot_keys.session = session
        self.showing_keys.session = session
        session.refreshed.connect(self._refresh)
        session.going.changed.connect(self._show_next)
        session.going.taking_requested.connect(self.focus_page)
        session.going.summary_requested.connect(self._save_summary)
        session.ballots_changed.connect(self._refresh_ballots)
        session.voting.difference_found.connect(self._questions.ask_difference)
        session.dotting.difference_found.connect(self._dots_questions.ask_difference)
        session.one_mind_found.connect(self._questions.ask_one_mind)
        session.scene_changed.connect(self._show_scene)
        self.side.preview.show_scene(session.scene)
        self._refresh()

    def leave(self) -> None:
        """Keep what was typed last, then forget the session, which is closed."""
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()
        self.session = None
        self._questions.session = self._dots_questions.session = None
        self._leaving.session = self._day_keys.session = None
        self.entry_keys.session = self.dot_keys.session = None
        self.showing_keys.session = None
        self._header.leave()
        self.side.leave()
        self._pages.leave()

    def show_projector(self, text: str, advice: str = "", *, stage_visible: bool) -> None:
        """Say where the stage is, and beside the picture of it what could be better."""
        self.side.show_room("\n".join(part for part in (text, advice) if part))
        self.side.show_stage(visible=stage_visible)
        self._header.show_stage(visible=stage_visible)

    def tell_saved(self, told: str) -> None:
        """Say which documents were saved, where, and what was left out of them."""
        self._pages.tell_saved(told)

    def tell_copied(self) -> None:
        """Say that the text for an e-mail is on the clipboard."""
        self._pages.tell_copied()

    def _refresh(self) -> None:
        if self.session is None:
            return
        page = self._pages.page_of(self.session)
        if self.session.step != self._shown_step:  # where the keys were is not asked: slow
            self._show_session(self.session)
            page.focus_primary()
            return
        before = page.keys_go_by
        with kept_focus(self, self.focus_page):
            self._show_session(self.session)
        if before != page.keys_go_by:
            page.focus_primary()  # something else is to be done now

    def _show_session(self, session: Session) -> None:
        self._header.show_session(session)
        self.rehearsal_bar.show_session(session)
        self._footer.show_session(session)
        self._rail.show_steps(session.record, session.step)
        self.side.show_session(session)
        page = self._pages.show_session(session)
        page.show_next(session)
        self._tab_order.follow(page)
        if session.step != self._shown_step:
            self._shown_step = session.step
            page.scroll_to_top()

    def set_covered(self, *, covered: bool) -> None:
        """Paint nothing and count no ballot while the ballot hides all of this; then catch up."""
        self._covered = covered
        self.setUpdatesEnabled(not covered)
        if self.session is not None:
            self._show_scene(self.session.scene)
            self._refresh_ballots()

    def _show_scene(self, scene: Scene) -> None:
        if not self._covered:
            self.side.preview.show_scene(scene)

    def _refresh_ballots(self) -> None:
        if self.session is not None and not self._covered:
            self._pages.page_of(self.session).show_ballots(self.session)
            self._show_next()

    def _show_next(self) -> None:
        if self.session is not None:
            self._pages.page_of(self.session).show_next(self.session)
            self._footer.show_next(self.session)

    def minimumSizeHint(self) -> QSize:
        """Let the window become narrow: only then is left out what has no room there."""
        return super().minimumSizeHint().boundedTo(SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self._rail_frame.setFixedWidth(200 if narrow else RAIL_WIDTH)
        self.side.setFixedWidth(250 if narrow else 380)
        self._footer.set_narrow(narrow=narrow)
        self._header.set_narrow(narrow=narrow)

    # -- commands ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what the focused widget leaves: the next thing, the way out of a field."""
        taken = self._day_keys.take_left(event)
        if not taken and (event.isAutoRepeat() or not self._leave_field(event)):
            super().keyPressEvent(event)

    def _leave_field(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.focus_page()
        return event.key() == Qt.Key.Key_Escape

    def leave_for_home(self) -> None:
        """Leave the workshop for the home page; an open vote asks first."""
        self._leaving.to_home()

    def toggle_blank(self) -> None:
        """Blank the stage, or show it again."""
        if self.session is not None:
            self.session.toggle_blank()

    def toggle_parking(self) -> None:
        """Show the room the parking lot, or the step again."""
        if self.session is not None:
            self.session.toggle_parking()

    def focus_page(self) -> None:
        """Put the keyboard back on what comes next."""
        if self.session is not None:
            self._pages.page_of(self.session).focus_primary()

    def _save_summary(self) -> None:
        self.doors.export(Wish(Act.SAVE, (DocumentKind.SUMMARY,)))
