"""The last part of the prepare form: how the day's time is shared out. Knows no service."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from desktop_app.domain.agenda import MAX_MINUTES, AgendaItem, half_day, short
from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.steps import Step, workshop_steps
from desktop_app.domain.workshop import Details
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.names import step_name
from desktop_app.words.speech import say
from desktop_app.words.times import minutes

COLUMNS = 2
Agenda = tuple[AgendaItem, ...]


class Times(Enum):
    """The ways to share out the day's time."""

    HALF_DAY = "half_day"
    SHORT = "short"
    OWN = "own"
    NONE = "none"


class AgendaForm(QWidget):
    """Presets, or own minutes for each step, or no times at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework: Framework | None = None
        self._steps: tuple[Step, ...] = ()
        self._spins: list[QSpinBox] = []
        self._choices = Choices(say("Time"), self._offers(), beside=True)
        self._build()
        self._choices.chosen.connect(self._follow)

    def _build(self) -> None:
        lines = column(self, spacing=18)
        lines.addWidget(label(say("The time of the day"), "heading"))
        lines.addWidget(
            Field(
                say("&Agenda"),
                self._choices,
                say("The timer tells you where you are. It never closes a vote."),
            )
        )
        self._box = frame("card")
        inner = column(self._box, spacing=12, margin=16)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place in range(COLUMNS):
            self._grid.setColumnStretch(2 * place, 1)
        inner.addLayout(self._grid)
        self._total = label("", "strong")
        inner.addWidget(self._total)
        lines.addWidget(self._box)

    def _offers(self) -> tuple[Choice[Times], ...]:
        return (
            Choice(Times.HALF_DAY, say("Half day"), say("3 h 15 min")),
            Choice(Times.SHORT, say("Short"), say("90 min")),
            Choice(Times.OWN, say("Own minutes"), say("For each step")),
            Choice(Times.NONE, say("No times"), say("The timer only counts")),
        )

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        return (*self._choices.buttons, *self._spins)

    # -- what is shown ----------------------------------------------------------------------

    def use_framework(self, framework: Framework, depth: Depth) -> None:
        """Share the time out over the steps of this framework at this depth."""
        framework = framework.at_depth(depth)
        steps = workshop_steps(framework)
        kept = dict(zip((step.key for step in self._steps), self._typed(), strict=False))
        changed = steps != self._steps
        self._framework, self._steps = framework, steps
        if changed:
            self._rebuild(framework)
            preset = half_day(framework)
            self._show(tuple(replace(i, minutes=kept.get(i.step, i.minutes)) for i in preset))

    def suggest(self) -> None:
        """Choose what suits a new workshop."""
        self._choices.choose(Times.HALF_DAY)
        self._follow()

    def fill(self, agenda: Agenda) -> None:
        """Show an agenda; use_framework comes first."""
        if self._framework is None:
            return
        presets = {half_day(self._framework): Times.HALF_DAY, short(self._framework): Times.SHORT}
        self._choices.choose(presets.get(agenda, Times.OWN) if agenda else Times.NONE)
        if agenda:
            self._show(agenda)
        self._follow()

    def add_to(self, details: Details) -> Details:
        """Return the details with the agenda."""
        return replace(details, agenda=self._agenda())

    def _agenda(self) -> Agenda:
        framework = self._framework
        if framework is None or self._choices.value is Times.NONE:
            return ()
        if self._choices.value is Times.HALF_DAY:
            return half_day(framework)
        if self._choices.value is Times.SHORT:
            return short(framework)
        return tuple(
            AgendaItem(step.key, spent)
            for step, spent in zip(self._steps, self._typed(), strict=True)
        )

    def _typed(self) -> list[int]:
        return [spin.value() for spin in self._spins]

    def _show(self, agenda: Agenda) -> None:
        planned = {item.step: item.minutes for item in agenda}
        for step, spin in zip(self._steps, self._spins, strict=True):
            spin.setValue(planned.get(step.key, 0))
        self._add_up()

    def _follow(self) -> None:
        own = self._choices.value is Times.OWN
        self._box.setVisible(own)
        self._add_up()

    def _add_up(self) -> None:
        seconds = 60 * sum(self._typed())
        self._total.setText(say("In all {time}", time=minutes(seconds)))

    # -- rows -------------------------------------------------------------------------------

    def _rebuild(self, framework: Framework) -> None:
        clear(self._grid)
        self._spins = []
        rows = -(-len(self._steps) // COLUMNS)
        for place, step in enumerate(self._steps):
            name = step_name(framework, step)
            spin = QSpinBox()
            spin.setRange(0, MAX_MINUTES)
            spin.setSuffix(say(" min"))
            spin.setAccessibleName(say("Minutes for {step}", step=name))
            spin.setFixedWidth(112)
            spin.lineEdit().setTextMargins(8, 0, 0, 0)
            spin.valueChanged.connect(self._add_up)
            column_, row_ = divmod(place, rows)
            self._grid.addWidget(label(name), row_, 2 * column_)
            self._grid.addWidget(spin, row_, 2 * column_ + 1)
            self._spins.append(spin)
        for before, after in pairwise(self.tab_chain):
            QWidget.setTabOrder(before, after)
