"""The form of one part of a framework: its fields, and what is wrong with it as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_app.application.framework_edits import value_at, with_points
from desktop_app.domain.framework import (
    MAX_POINTS,
    MIN_POINTS,
    PromptKind,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_rules import Place
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import frame, label
from desktop_app.words.names import offered_when_name, prompt_kind_name
from desktop_app.words.speech import say

from .draft import Draft
from .fields import ChoiceField, LineField, LiveField, TextField, Tick, TicksField
from .parts import TextPart, TextParts
from .words import Words


class PartForm(QWidget):
    """Everything that can be written in the part at `place`."""

    def __init__(self, draft: Draft, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._draft = draft
        self._words = Words(self)
        self._parts = TextParts(self)
        self._fields: list[LiveField] = []
        self._lines = column(self, spacing=18)
        self._lines.setContentsMargins(28, 24, 28, 24)
        self._build()
        self.show_mistakes()

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        heading = label(self._words.place(self._draft.framework, self.place), "heading")
        self._heading = heading
        self._lines.addWidget(heading)
        self._trouble = frame("attention")
        self._trouble_words = label("")
        inside = column(self._trouble)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(self._trouble_words)
        self._lines.addWidget(self._trouble)
        if self.place == ("scale",):
            self._add_scale()
        elif self.place and isinstance(self.place[-1], str):
            self._lines.addWidget(label(self._words.about_group(self.place[-1]), "soft"))
        else:
            self._add_entry()
        self._lines.addStretch(1)

    def _add_entry(self) -> None:
        kind = str(self.place[-2]) if self.place else ""
        if kind == "prompts":
            kinds = [(k, prompt_kind_name(k)) for k in PromptKind]
            self._add_choice("kind", say("&Kind of question"), kinds)
        if kind == "steps":
            whens = [(w, offered_when_name(w)) for w in StepWhen]
            self._add_choice("when", say("&Offered when a result is"), whens)
            self._add_served()
        self._add_texts()
        if kind == "statements":
            self._add_anchors()
        if kind in ("prompts", "steps"):
            self._add_sources()

    def _add_texts(self) -> None:
        for part in self._parts.of(self.place):
            self._add_text(part)

    def _add_text(self, part: TextPart) -> None:
        place = (*self.place, *part.tail)
        text = str(value_at(self._draft.framework, place))
        if part.lines == 1:
            self._add(LineField(place, part.name, text, part.hint))
        else:
            self._add(TextField(place, part.name, text, part.hint, part.lines))

    def _add_choice(self, tail: str, name: str, choices: Sequence[tuple[object, str]]) -> None:
        place = (*self.place, tail)
        self._add(ChoiceField(place, name, choices, value_at(self._draft.framework, place)))

    def _add_anchors(self) -> None:
        self._lines.addWidget(label(say("What it looks like here"), "heading"))
        self._lines.addWidget(
            label(say("Where you leave a point empty, the scale’s own words are used."), "soft")
        )
        for point in self._draft.framework.scale.points:
            name = f"{point.value} · {point.label}" if point.label else str(point.value)
            place = (*self.place, "anchors", point.value)
            text = value_at(self._draft.framework, place)
            self._add(TextField(place, name.replace("&", "&&"), text, lines=1))

    def _add_sources(self) -> None:
        sources = self._draft.framework.sources
        if not sources:
            return
        hint = say("Tick the sources that stand behind it.")
        ticks = [Tick(source.key, source.citation, source.title) for source in sources]
        self._add_ticks("leans_on", say("&Leans on"), ticks, hint)

    def _add_served(self) -> None:
        statements: tuple[Statement, ...] = value_at(
            self._draft.framework, (*self.place[:2], "statements")
        )
        hint = say("Tick the statements it is for. With none ticked it is for the whole action.")
        ticks = [Tick(s.id, _named(s), s.text) for s in statements]
        self._add_ticks("serves", say("Ser&ves these statements"), ticks, hint)

    def _add_ticks(self, tail: str, name: str, ticks: Sequence[Tick], hint: str) -> None:
        place = (*self.place, tail)
        chosen = value_at(self._draft.framework, place)
        self._add(TicksField(place, name, ticks, chosen, hint))

    def _add_scale(self) -> None:
        self._points = QSpinBox()
        self._points.setRange(MIN_POINTS, MAX_POINTS)
        self._points.setFixedWidth(120)
        self._points.lineEdit().setTextMargins(8, 0, 0, 0)
        self._points.setValue(self._draft.framework.scale.size)
        hint = say("Fewer points take the highest away, with what it looks like in statements.")
        self._lines.addWidget(Field(say("&Number of points"), self._points, hint))
        self._points.valueChanged.connect(self._change_points)
        for index, point in enumerate(self._draft.framework.scale.points):
            name = say("Point {number}", number=point.value)
            means = say("What {number} means", number=point.value)
            self._add_pair(
                TextPart(("points", index, "label"), name),
                TextPart(("points", index, "description"), means),
            )
        self._add_pair(*self._parts.of(self.place))

    def _add_pair(self, words: TextPart, means: TextPart) -> None:
        """Add a point's words with what they mean beside them."""
        beside = row(spacing=16)
        self._lines.addLayout(beside)
        for part, share in ((words, 2), (means, 3)):
            place = (*self.place, *part.tail)
            text = str(value_at(self._draft.framework, place))
            field = (
                LineField(place, part.name, text)
                if part is words
                else TextField(place, part.name, text, lines=1)
            )
            self._connect_field(field)
            beside.addWidget(field, share, Qt.AlignmentFlag.AlignTop)

    def _add(self, field: LiveField) -> None:
        self._lines.addWidget(field)
        self._connect_field(field)

    def _connect_field(self, field: LiveField) -> None:
        self._fields.append(field)
        field.edited.connect(self._write)

    # -- what is shown ----------------------------------------------------------------------

    @property
    def fields(self) -> tuple[LiveField, ...]:
        """Return the fields from the top down."""
        return tuple(self._fields)

    def show_mistakes(self) -> None:
        """Say at each field, and above them for the whole part, what will not do."""
        self._heading.setText(self._words.place(self._draft.framework, self.place))
        said: dict[Place, str] = {}
        for mistake in self._draft.mistakes:
            said.setdefault(mistake.place, self._words.mistake(mistake))
        for field in self._fields:
            field.say(said.get(field.place, ""))
        whole = [self._words.mistake(m) for m in self._draft.mistakes if self._is_whole(m.place)]
        self._trouble_words.setText("\n".join(whole))
        self._trouble.setVisible(bool(whole))

    def _is_whole(self, place: Place) -> bool:
        """Return whether a mistake belongs to this part and to none of its fields."""
        if place in (self.place, (*self.place, "id")):
            return True
        in_list = bool(self.place) and self.place[-1] in ("steps", "statements")
        return in_list and place == self.place[:-1]

    def focus_mistake(self) -> bool:
        """Lead to the first field with a mistake; return whether there is one."""
        for field in self._fields:
            if field.problem.text():
                field.control.setFocus()
                return True
        return False

    def focus_first(self) -> None:
        """Lead to the first text, or to the number of points."""
        if self.place == ("scale",):
            self._points.setFocus()
            return
        texts = [f for f in self._fields if isinstance(f, (LineField, TextField))]
        if texts:
            texts[0].control.setFocus()

    # -- answers ----------------------------------------------------------------------------

    def _write(self, place: Place, value: object) -> None:
        self._draft.set_value(place, value)

    def _change_points(self, points: int) -> None:
        framework = with_points(self._draft.framework, points)
        self._draft.reshape(framework, ("scale",), ("scale",))


def _named(statement: Statement) -> str:
    if not statement.name:
        return statement.text
    return say("{name}: {text}", name=statement.name, text=statement.text)
