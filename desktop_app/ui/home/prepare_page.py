"""The form with which a facilitator prepares a workshop. Knows no service: it hands on Details."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QWidget

from desktop_app.application.workshops import check
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import Details
from desktop_app.ui.widgets.kept_focus import bring_into_view
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.speech import said, say

from .prepare_agenda import AgendaForm
from .prepare_beforehand import BeforehandLine
from .prepare_event import EventForm
from .prepare_pattern import PatternForm
from .prepare_votes import VotesForm

COLUMN_WIDTH, TWO_COLUMNS_WIDTH = 880, 1480
WIDE = 1360


class PreparePage(QWidget):
    """What the workshop is and how it votes.

    Signals:
        begin_requested(Details): keep this and open the workshop now.
        save_requested(Details): keep this for later.
        rehearse_requested(Details): keep this for later and try the day with pretend ballots.
        cancelled(): change nothing.
    """

    begin_requested = Signal(object)
    save_requested = Signal(object)
    rehearse_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = Details("")
        self._kept: Details | None = None
        self._as_filled = self._filled
        self._title = label("", "title")
        self._problem = label("", "problem")
        self._event = EventForm()
        self._votes = VotesForm()
        self._agenda = AgendaForm()
        self._begin = button("", "primary")
        self._save = button("")
        hint = say("Keep it, and try the day with pretend ballots that are thrown away")
        self._rehearse = button(say("Rehearse first"), hint=hint)
        self._cancel = button(say("Cancel"), "quiet")
        self.pattern = PatternForm()
        self.beforehand = BeforehandLine()
        self._build()
        self._connect()

    # -- what is shown ----------------------------------------------------------------------

    def offer_frameworks(self, frameworks: tuple[Framework, ...], *, fixed: bool = False) -> None:
        """Offer frameworks, the built-in one first; `fixed` shows what a workshop was made with."""
        self._event.framework.offer(frameworks, fixed=fixed)

    def start_new(self, today: date) -> None:
        """Show an empty form for a workshop today."""
        self._say(say("New workshop"), say("&Begin the workshop"), say("&Save for later"))
        self.pattern.show_choice()
        self._fill(Details(title="", held_on=today), depth_fixed=False)
        self._agenda.suggest()
        self._as_filled = self.details()

    def look_back(self, *, looks_back: bool) -> None:
        """Prepare a follow-up's day from now on, or one that begins by itself."""
        self._agenda.look_back(looks_back=looks_back)

    def start_copy(
        self, details: Details, today: date | None, *, source: object, title: str
    ) -> None:
        """Show what was prepared for another workshop, for a new one today; None for no date.

        `source`: what the choice of a beginning stands at; `title`: the page's own.
        """
        self._say(title, say("&Begin the workshop"), say("&Save for later"))
        self.pattern.show_begun(source)
        self._fill(replace(details, held_on=today), depth_fixed=True)
        self._event.title.selectAll()

    def start_edit(self, details: Details, *, depth_fixed: bool = True) -> None:
        """Show what was prepared; `depth_fixed` where votes or the frozen framework forbid it."""
        self._say(say("Change the workshop"), say("&Keep and go on"), "")
        self.pattern.hide()
        self._fill(details, depth_fixed=depth_fixed, kept=details)

    def keep_promise(self, promised: Details | None) -> None:
        """Offer nothing looser than what the room voted under, and say so; all before a vote."""
        self._votes.keep_promise(promised)

    def show_problem(self, text: str) -> None:
        """Say above the buttons what could not be done; empty for nothing."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def details(self) -> Details:
        """Return the form as it stands, unchecked."""
        return self._agenda.add_to(self._votes.add_to(self._event.add_to(self._filled)))

    @property
    def framework_id(self) -> str:
        """Return the id of the framework that is chosen, "" for the built-in one."""
        return self._event.framework.framework_id

    def _say(self, title: str, begin: str, save: str) -> None:
        self._title.setText(title)
        self._begin.setText(begin)
        self._save.setText(save)
        self._save.setVisible(bool(save))
        self._rehearse.setVisible(bool(save))

    def _fill(self, details: Details, *, depth_fixed: bool, kept: Details | None = None) -> None:
        self._filled, self._kept = details, kept
        self._clear_problems()
        self._event.fill(details)
        self._votes.fill(details, depth_fixed=depth_fixed)
        self._votes.keep_promise(None)
        self._share_out()
        self._agenda.fill(details.agenda)
        self._as_filled = self.details()
        self._event.title.setFocus()
        bring_into_view(self._title)  # once the form has its width: its first layout is none

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        lines = column(self, spacing=0)
        lines.addWidget(self._scrolled(), 1)
        lines.addWidget(self._foot())
        self._problem.hide()
        votes, agenda = self._votes.tab_chain, self._agenda.tab_chain
        controls = (*self._event.tab_chain, *votes, *self.beforehand.tab_chain, *agenda)
        answers = (self._begin, self._save, self._rehearse, self._cancel)
        for before, after in pairwise((self.pattern.box, *controls, *answers)):
            QWidget.setTabOrder(before, after)

    def _scrolled(self) -> QWidget:
        self._form = QWidget()
        lines = column(self._form, spacing=24)
        lines.setContentsMargins(32, 32, 32, 32)
        lines.addWidget(self._title)
        lines.addWidget(self.pattern)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(40)
        self._halves.addWidget(self._event, 4)
        self._halves.addWidget(self._votes, 5)
        lines.addLayout(self._halves)
        lines.addWidget(self.beforehand)
        lines.addWidget(self._agenda)
        lines.addStretch(1)
        outer = QWidget()
        _centre(row(outer), self._form)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(outer)
        return self._scroll

    def _foot(self) -> QWidget:
        self._answers = QWidget()
        lines = column(self._answers, spacing=10)
        lines.setContentsMargins(32, 14, 32, 14)
        lines.addWidget(self._problem)
        buttons = row(spacing=12)
        buttons.addWidget(self._begin)
        buttons.addWidget(self._save)
        buttons.addWidget(self._rehearse)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        lines.addLayout(buttons)
        foot = frame("footer")
        self._foot_line = row(foot)
        _centre(self._foot_line, self._answers)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc where nothing was filled in; else it leads to the button that does."""
        if event.key() != Qt.Key.Key_Escape or event.modifiers():
            super().keyPressEvent(event)
        elif _is_untouched(self.details, self._as_filled):
            self.cancelled.emit()
        else:
            self._cancel.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves of the form beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        for part in (self._form, self._answers):
            part.setMaximumWidth(TWO_COLUMNS_WIDTH if wide else COLUMN_WIDTH)

    def _keep_in_line(self, _lowest: int, highest: int) -> None:
        """Keep the buttons below the form where a scroll bar takes some of its width."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        self._foot_line.setContentsMargins(0, 0, bar, 0)

    def _connect(self) -> None:
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_line)
        self._begin.clicked.connect(self._ask_begin)
        self._save.clicked.connect(self._ask_save)
        self._rehearse.clicked.connect(self._ask_rehearse)
        self._cancel.clicked.connect(self.cancelled)
        self._event.submitted.connect(self._ask_begin)
        self._event.framework.chosen.connect(self._name_depths)
        self._votes.depth_chosen.connect(self._share_out)

    def _name_depths(self) -> None:
        choice = self._event.framework
        if choice.framework is not None:
            self._votes.name_depths(choice.depth_words(choice.framework))
        self._share_out()

    def _share_out(self, _depth: object = None) -> None:
        framework = self._event.framework.framework
        if framework is not None:
            self._agenda.use_framework(framework, self._votes.chosen_depth)

    # -- answers ----------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what is typed, as for later; what was begun already goes on with it."""
        if self._save.isHidden():
            self._ask_begin()
        else:
            self._ask_save()

    def _ask_begin(self) -> None:
        checked = self._checked()
        if checked is not None:
            self.begin_requested.emit(checked)

    def _ask_save(self) -> None:
        checked = self._checked()
        if checked is not None:
            self.save_requested.emit(checked)

    def _ask_rehearse(self) -> None:
        checked = self._checked()
        if checked is not None:
            self.rehearse_requested.emit(checked)

    def _checked(self) -> Details | None:
        self._clear_problems()
        if not (self._event.check_date() and self._agenda.check_start()):
            return None
        try:
            return check(self.details(), self._kept)
        except InputProblem as problem:
            if not self._event.show_problem(problem):
                self.show_problem(said(problem))
        return None

    def _clear_problems(self) -> None:
        self.show_problem("")
        self._event.clear_problems()


def _centre(line: QHBoxLayout, widget: QWidget) -> None:
    line.addStretch(1)
    line.addWidget(widget, 1000)
    line.addStretch(1)


def _is_untouched(details: Callable[[], Details], filled: Details | None) -> bool:
    """Return whether a form says what it was filled with; what it cannot read is no such thing."""
    try:
        return details() == filled
    except InputProblem:
        return False
