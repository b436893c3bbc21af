"""Fist to five on the plan: count the fingers, show them, ask what would move people up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desktop_app.application.planning import FINGERS
from desktop_app.charts.fist_bars import fist_bars
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.scenes.plan import FIST_QUESTION
from desktop_app.scenes.scene import Plan
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.count_field import MAX_COUNT, CountField
from desktop_app.ui.painting.pen import measure
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.kept_focus import bring_into_view
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.tally_button import TallyButton
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say, say_count

SIZE, HEIGHT = 15.0, 96.0


class FistBox(QFrame):
    """Six counts, and what the room sees of them.

    Signals:
        counted(tuple): counts for a fist (0) to five fingers, to keep and to show.
        idea_given(str): an answer to what would move people up.
    """

    counted = Signal(object)
    idea_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, ...] | None = None
        self._present = 0
        self.setProperty("role", "card")
        layout = column(self, spacing=8, margin=14)
        layout.addWidget(label(say("Fist to five"), "heading"))
        layout.addWidget(
            label(
                say(
                    "Ask: “How far do you stand behind this plan? A fist is not at all, five "
                    "fingers is wholly.” Count the hands for each."
                ),
                "soft",
            )
        )
        layout.addLayout(self._build_counts())
        self._sum = label(role="small")
        layout.addWidget(self._sum)
        self._words, self._chart = label(role="strong"), ChartView()
        layout.addWidget(self._words)
        layout.addWidget(self._chart)
        self._question = QWidget()
        inner = column(self._question, spacing=6)
        inner.addWidget(label(say("Ask: “{it}”", it=said(FIST_QUESTION)), "strong"))
        self._idea = QLineEdit()
        self._idea.setAccessibleName(say("What would move people up, no names"))
        self._idea.setPlaceholderText(say("Type an answer, then Enter. It becomes an idea."))
        inner.addWidget(self._idea)
        layout.addWidget(self._question)
        self._idea.returnPressed.connect(self._tell_idea)

    def _build_counts(self) -> Flow:
        names = (say("Fist"), "1", "2", "3", "4", "5")
        self._fields: list[CountField] = []
        line = Flow(spacing=8)
        for fingers, name in enumerate(names):
            field = CountField()
            field.setAccessibleName(
                say_count("Hands with {n} finger", "Hands with {n} fingers", fingers)
            )
            field.setFixedWidth(64)
            field.setStyleSheet("font-size: 20px;")
            field.stepped.connect(self._step)
            field.textChanged.connect(self._hold)
            field.returnPressed.connect(self._tell)
            self._fields.append(field)
            holder = QWidget()
            one = column(holder, spacing=0)
            one.addWidget(label(name, "small", wrap=False))
            one.addWidget(field)
            one.addLayout(self._build_steppers(field, fingers))
            line.addWidget(holder)
        self._show = button(say("Show it"))
        self._clear = button(say("Clear"), "quiet")
        line.addWidget(self._show)
        line.addWidget(self._clear)
        self._show.clicked.connect(self._tell)
        self._clear.clicked.connect(self._tell_clear)
        return line

    def _build_steppers(self, field: CountField, fingers: int) -> QHBoxLayout:
        """Build what counts by the mouse, as at a show of hands."""
        fewer = TallyButton(
            "–",
            say_count("One hand fewer with {n} finger", "One hand fewer with {n} fingers", fingers),
        )
        more = TallyButton(
            "+",
            say_count("One hand more with {n} finger", "One hand more with {n} fingers", fingers),
        )
        steppers = row(spacing=4)
        for stepper, step in ((fewer, field.step_down), (more, field.step_up)):
            stepper.clicked.connect(step)
            steppers.addWidget(stepper)
        return steppers

    def show_plan(self, scene: Plan, counts: tuple[int, ...], present: int) -> None:
        """Show what is kept, of so many people; fields that are being typed in keep their text."""
        self._present = present
        if counts != self._shown:
            self._shown = counts
            for field, count in zip(self._fields, counts or (0,) * FINGERS, strict=True):
                field.setText(str(count))
        self._words.setText(scene.fist_text)
        self._words.setVisible(bool(scene.fist_text))
        self._chart.setVisible(bool(scene.fist))
        if scene.fist:
            self._chart.show_chart(partial(_bars, scene.fist))
        self._clear.setVisible(bool(counts))
        self._question.setVisible(any(counts[:3]))
        self._hold()

    def take_focus(self) -> None:
        """Take the keys where the first hands are counted, and come into sight as a whole."""
        self._fields[0].setFocus()
        self._fields[0].selectAll()
        bring_into_view(self)

    def _step(self, by: int) -> None:
        field = self.sender()
        if isinstance(field, CountField):
            field.setText(str(max(0, min(MAX_COUNT, int(field.text() or 0) + by))))

    @property
    def _typed(self) -> tuple[int, ...]:
        return tuple(int(field.text() or 0) for field in self._fields)

    def _hold(self) -> None:
        """Hold the hands against the people in the room: more of them are never shown."""
        hands, people = sum(self._typed), self._present
        over = hands > people
        self._sum.setText(_sum_words(hands, people))
        self._sum.setVisible(bool(hands))
        set_role(self._sum, "role", "problem" if over else "small")
        self._show.setEnabled(not over)

    def _tell(self) -> None:
        if self._show.isEnabled():
            self.counted.emit(self._typed)

    def _tell_clear(self) -> None:
        self._shown = None
        self.counted.emit((0,) * FINGERS)

    def _tell_idea(self) -> None:
        if self._idea.text().strip():
            self.idea_given.emit(self._idea.text())

    def clear_idea(self) -> None:
        """Make room for the next answer."""
        self._idea.clear()


def _sum_words(hands: int, people: int) -> str:
    counted = say_count(
        "{hands} of {n} person counted", "{hands} of {n} people counted", people, hands=hands
    )
    if hands > people:
        advice = say("More hands than people. Count again, or set who is in the room at the top.")
    elif hands < people:
        advice = say("Who shows no hand is not counted.")
    else:
        advice = say("Everybody is counted.")
    return f"{counted}. {advice}"


def _bars(counts: tuple[int, ...], palette: Palette, width: float) -> Drawing:
    wide = min(width, 420.0)
    return fist_bars(counts, palette, wide, HEIGHT, size=SIZE, measure=measure)
