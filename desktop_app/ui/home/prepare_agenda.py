"""The last part of the prepare form: the day in order, and its time. Knows no service."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.agenda import AgendaItem, clock_time, half_day, short
from desktop_app.domain.agenda_edits import Items, is_added, whole_agenda
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.kept_focus import kept_focus
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.speech import said, say
from desktop_app.words.times import minutes, of_day
from desktop_app.words.typed_times import read_time

from .agenda_item import ItemForm
from .agenda_table import AgendaTable

START_WIDTH = 130


class Times(Enum):
    """The ways to share out the day's time."""

    HALF_DAY = "half_day"
    SHORT = "short"
    OWN = "own"
    NONE = "none"


def _preset(way: Times, framework: Framework, *, looks_back: bool) -> Items | None:
    """Return the agenda of a preset, None for a way that is none."""
    if way is Times.HALF_DAY:
        return half_day(framework, looks_back=looks_back)
    return short(framework, looks_back=looks_back) if way is Times.SHORT else None


class AgendaForm(QWidget):
    """Presets, or a day in an order of one's own, or no agenda at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework: Framework | None = None
        self._looks_back = False
        self._choices = Choices(say("Time"), self._offers(), beside=True)
        self._start = QLineEdit()
        self._table = AgendaTable()
        self._item = ItemForm()
        self._total = label("", "strong")
        self._add_break = button(say("Add a break"))
        self._add_own = button(say("Add an item of our own"))
        self._up = button(say("Move up"), hint=say("Alt and Up does this too"))
        self._down = button(say("Move down"), hint=say("Alt and Down does this too"))
        self._remove = button(say("Remove"), hint=say("Delete does this too"))
        self._build()
        self._connect()

    def _build(self) -> None:
        lines = column(self, spacing=18)
        lines.addWidget(label(say("The day and its time"), "heading"))
        hint = say("The timer tells you where you are. It never closes a vote.")
        lines.addWidget(Field(say("&Agenda"), self._choices, hint))
        self._start.setFixedWidth(START_WIDTH)
        self._start.setPlaceholderText(of_day(9 * 60 + 30))
        about = say("Then each part shows its time of day, and so does the script.")
        self._start_field = Field(say("The day be&gins at"), self._start, about)
        lines.addWidget(self._start_field)
        self._box = frame("card")
        inner = column(self._box, spacing=12, margin=16)
        hint = say(
            "Drag a row, or press Alt and an arrow, to move it. Untick what you leave out: a whole "
            "action or single statements. Type a number to change the minutes."
        )
        inner.addWidget(label(hint, "small"))
        inner.addWidget(self._table)
        inner.addLayout(self._buttons())
        inner.addWidget(self._item)
        inner.addWidget(self._total)
        lines.addWidget(self._box)

    def _buttons(self) -> QHBoxLayout:
        line = row(spacing=10)
        line.addWidget(self._add_break)
        line.addWidget(self._add_own)
        line.addStretch(1)
        for one in (self._up, self._down, self._remove):
            line.addWidget(one)
        return line

    def _connect(self) -> None:
        self._choices.chosen.connect(self._use_choice)
        self._start.textEdited.connect(self._follow_start)
        self._start.editingFinished.connect(self._use_start)
        self._table.agenda.changed.connect(self._follow_change)
        self._table.row_chosen.connect(self._follow_row)
        self._item.worded.connect(self._table.agenda.change)
        self._add_break.clicked.connect(self._put_break)
        self._add_own.clicked.connect(self._put_own)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._remove.clicked.connect(self._remove_row)
        for before, after in pairwise(self.tab_chain):
            QWidget.setTabOrder(before, after)

    def _offers(self) -> tuple[Choice[Times], ...]:
        return (
            Choice(Times.HALF_DAY, say("Half day"), say("3 h 15 min with a break")),
            Choice(Times.SHORT, say("Short"), say("90 min, no break")),
            Choice(Times.OWN, say("Our own"), say("Your order, breaks and minutes")),
            Choice(Times.NONE, say("No times"), say("The timer only counts")),
        )

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        moves = (self._add_break, self._add_own, self._up, self._down, self._remove)
        picture = self._item.picture
        words = (self._item.title, self._item.text, picture.choose, picture.drop, picture.alt)
        return (*self._choices.buttons, self._start, self._table, *moves, *words)

    # -- what is shown ----------------------------------------------------------------------

    def use_framework(self, framework: Framework, depth: Depth) -> None:
        """Share the time out over the steps of this framework at this depth."""
        framework = framework.at_depth(depth)
        if framework == self._framework:
            return
        self._framework = framework
        self._show(self._table.agenda.items)
        self._use_preset()

    def look_back(self, *, looks_back: bool) -> None:
        """Prepare a follow-up's day from now on, or one that begins by itself; fill comes next."""
        self._looks_back = looks_back

    def suggest(self) -> None:
        """Choose what suits a new workshop."""
        self._choices.choose(Times.HALF_DAY)
        self._start.clear()
        self._use_preset()
        self._follow()

    def fill(self, agenda: Items) -> None:
        """Show an agenda; use_framework comes first."""
        if self._framework is None:
            return
        start = next((item.at for item in agenda if clock_time(item.at)), "")
        self._start.setText(start.lstrip("0") or start)
        plain = tuple(replace(item, at="") for item in agenda)
        back, framework = self._looks_back, self._framework
        alike = (way for way in Times if _preset(way, framework, looks_back=back) == plain)
        self._choices.choose(next(alike, Times.OWN) if agenda else Times.NONE)
        self._show(agenda)
        self._follow()

    def add_to(self, details: Details) -> Details:
        """Return the details with the agenda."""
        none = self._choices.value is Times.NONE or self._framework is None
        return replace(details, agenda=() if none else self._table.agenda.items)

    def check_start(self) -> bool:
        """Return whether the start is a time of day or empty; else say so beside it."""
        return self._choices.value is Times.NONE or self._use_start()

    def _show(self, agenda: Items) -> None:
        if self._framework is not None:
            framework, back = self._framework, self._looks_back
            usual = half_day(framework, looks_back=back)
            kept = tuple(item for item in usual if not is_added(item))
            whole = whole_agenda(framework, agenda or usual, kept, looks_back=back)
            self._table.agenda.show(framework, whole)
            self._table.choose(0)

    def _use_choice(self) -> None:
        self._use_preset()
        self._follow()

    def _use_preset(self) -> None:
        if self._framework is None:
            return
        agenda = _preset(self._choices.value, self._framework, looks_back=self._looks_back)
        if agenda is not None:
            self._show(agenda)
            self._use_start()

    def _follow_start(self) -> None:
        """Show the day's times while one is typed; what is wrong is said once it is left."""
        with suppress(InputProblem):
            self._table.agenda.start_at(read_time(self._start.text()))

    def _use_start(self) -> bool:
        """Take the time of day that is typed, or say what is wrong with it."""
        try:
            at = read_time(self._start.text())
        except InputProblem as problem:
            self._start_field.show_problem(said(problem))
            return False
        self._start_field.show_problem("")
        self._table.agenda.start_at(at)
        return True

    # -- what is done -----------------------------------------------------------------------

    def _follow_change(self) -> None:
        """Call the agenda one's own once something of a preset is changed."""
        self._choices.choose(Times.OWN)
        self._follow()

    def _follow(self) -> None:
        none = self._choices.value is Times.NONE
        self._box.setHidden(none)
        self._start_field.setHidden(none)
        self._follow_row()
        seconds = 60 * sum(i.minutes for i in self._table.agenda.items if not i.left_out)
        self._total.setText(say("In all {time}", time=minutes(seconds)))

    def _follow_row(self) -> None:
        row_ = self._table.row
        item: AgendaItem | None = row_.items[0] if row_ is not None and not row_.whole else None
        ends = {Step(StepKind.WELCOME).key, Step(StepKind.CLOSE).key}
        for one in (self._up, self._down):
            one.setEnabled(row_ is not None and row_.key not in ends)
        self._remove.setEnabled(item is not None and is_added(item))
        self._item.show_item(item)

    def _put_break(self) -> None:
        self._table.add(StepKind.BREAK)

    def _put_own(self) -> None:
        self._table.add(StepKind.OWN)
        self._item.title.setFocus()

    def _remove_row(self) -> None:
        with kept_focus(self._box, self._table.setFocus):
            self._table.remove_row()

    def _move_up(self) -> None:
        self._table.move_row(-1)

    def _move_down(self) -> None:
        self._table.move_row(1)
