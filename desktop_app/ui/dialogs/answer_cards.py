"""Beside a file's columns: its partners, the answers nobody understands, and its empty cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QRadioButton, QWidget

from desktop_app.answers.choices import Blank, Choices
from desktop_app.answers.folding import folded, letters
from desktop_app.answers.reading import Reading
from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.scrolling import Scrolling
from desktop_app.ui.widgets.text import button, frame, label, naming
from desktop_app.words.answers import blank_words, point_words, statement_words
from desktop_app.words.speech import say, say_count

MAX_NAME = 80


class Card(QFrame):
    """A heading with a body that scrolls where there is much.

    Signals:
        changed(): something was decided.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        lines = column(self, spacing=6, margin=12)
        lines.addWidget(label(title, "strong"))
        inside = QWidget()
        self.body = column(inside, spacing=6)
        lines.addWidget(Scrolling(inside), 1)
        self.setMinimumHeight(178)


class PartnersCard(Card):
    """The partners; a name can be written otherwise, and two with one name are one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Partners"), parent)
        self.names: dict[str, str] = {}
        self.apart: set[frozenset[str]] = set()
        self._fields: dict[QLineEdit, tuple[str, ...]] = {}
        self._pairs: dict[QWidget, tuple[str, str]] = {}

    def show_file(self) -> None:
        """Forget what was decided about another file."""
        self.names, self.apart = {}, set()

    def show_chosen(self, choices: Choices) -> None:
        """Take up nothing: no partner's name is kept for another file."""

    def show_reading(self, reading: Reading) -> None:
        """Show the partners as they are now."""
        clear(self.body)
        self._fields, self._pairs = {}, {}
        if not reading.partners.written:
            self.body.addWidget(label(say("No column names a partner."), "soft"))
        for pair in reading.pairs:
            self._add_pair(pair.rarer, pair.like, reading)
        for name, ways in reading.partners.written.items():
            self._add(name, ways, reading.of_partner.get(name, 0))
        self.body.addStretch(1)

    def _add(self, name: str, ways: tuple[str, ...], people: int) -> None:
        line = row(spacing=8)
        typed = QLineEdit(name)
        typed.setMaxLength(MAX_NAME)
        typed.setAccessibleName(say("Name of the partner {name}", name=name))
        typed.editingFinished.connect(self._rename)
        self._fields[typed] = ways
        line.addWidget(typed, 1)
        line.addWidget(label(say_count("one person", "{n} people", people), "soft", wrap=False))
        self.body.addLayout(line)
        others = [way for way in ways if way != name]
        if others:
            self.body.addWidget(label(say("also “{names}”", names="”, “".join(others)), "small"))

    def _add_pair(self, rarer: str, like: str, reading: Reading) -> None:
        box = frame("attention")
        lines = column(box, spacing=4, margin=8)
        asked = say_count(
            "“{rarer}”, one person: the same as “{like}”?",
            "“{rarer}”, {n} people: the same as “{like}”?",
            reading.of_partner.get(rarer, 0),
            rarer=rarer,
            like=like,
        )
        lines.addWidget(label(asked))
        buttons = row(spacing=8)
        join, apart = button(say("Join")), button(say("Keep apart"))
        join.clicked.connect(self._join)
        apart.clicked.connect(self._keep_apart)
        for one in (join, apart):
            self._pairs[one] = rarer, like
            one.setAccessibleDescription(asked)
            buttons.addWidget(one)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        self.body.addWidget(box)

    def _rename(self) -> None:
        typed = self.sender()
        if not isinstance(typed, QLineEdit) or typed not in self._fields:
            return
        name, ways = " ".join(typed.text().split()), self._fields[typed]
        if name and (name != ways[0] or ways[0] in self.names.values()):
            self._call(ways, name)

    def _join(self) -> None:
        rarer, like = self._pairs[cast("QWidget", self.sender())]
        self._call((rarer,), like)

    def _keep_apart(self) -> None:
        rarer, like = self._pairs[cast("QWidget", self.sender())]
        self.apart.add(frozenset((letters(rarer), letters(like))))
        self.changed.emit()

    def _call(self, ways: Iterable[str], name: str) -> None:
        before = dict(self.names)
        for way in ways:
            self.names[letters(way)] = name
        if self.names != before:
            self.changed.emit()


class AnswersCard(Card):
    """What nobody understands: which point, or which statement, it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Answers"), parent)
        self.points: dict[str, int | None] = {}
        self.statements: dict[str, str] = {}

    def show_file(self) -> None:
        """Forget what was decided about another file."""
        self.points, self.statements = {}, {}

    def show_chosen(self, choices: Choices) -> None:
        """Take up what was decided before."""
        self.points, self.statements = dict(choices.answers), dict(choices.statements)

    def show_reading(self, reading: Reading) -> None:
        """Ask for what is not understood."""
        clear(self.body)
        for one in reading.unknown:
            asked = say_count("“{text}”, once", "“{text}”, {n} times", one.count, text=one.text)
            self._ask(asked, self._points(reading, one.text, one.proposed))
        for text, statement in reading.unsure.items():
            self._ask(say("“{text}”", text=text), self._statements(reading, text, statement))
        if not reading.unknown and not reading.unsure:
            understood = say("Every answer is understood.")
            left = say("Answers that are none are listed below.")
            self.body.addWidget(label(left if reading.mistake_count else understood, "soft"))
        self.body.addStretch(1)

    def take_proposals(self, reading: Reading) -> None:
        """Take every answer for the point or statement that it may be."""
        self.points |= {one.text: one.proposed for one in reading.unknown if one.proposed}
        self.statements |= {folded(t): statement for t, statement in reading.unsure.items()}

    def _ask(self, asked: str, box: QComboBox) -> None:
        around = frame("attention")
        line = column(around, spacing=4, margin=8)
        line.addWidget(naming(asked, box))
        line.addWidget(box)
        box.setAccessibleName(asked)
        box.activated.connect(self._choose)
        self.body.addWidget(around)

    def _points(self, reading: Reading, text: str, proposed: int | None) -> QComboBox:
        box = _box()
        if proposed:
            words = point_words(proposed, reading.framework)
            box.setItemText(0, say("Choose… ({proposed}?)", proposed=words))
        points = [point.value for point in reading.framework.scale.points]
        for point in (*points, CANNOT_SAY):
            box.addItem(point_words(point, reading.framework), ("point", text, point))
        box.addItem(say("Not answered"), ("point", text, None))
        return box

    def _statements(self, reading: Reading, text: str, proposed: str) -> QComboBox:
        box = _box()
        words = statement_words(proposed, reading.framework)
        box.setItemText(0, say("Choose… ({proposed}?)", proposed=words))
        for one in reading.framework.statements:
            words = statement_words(one.id, reading.framework)
            box.addItem(words, ("statement", folded(text), one.id))
        return box

    def _choose(self, index: int) -> None:
        box = self.sender()
        decided = box.itemData(index) if isinstance(box, QComboBox) else None
        if decided is None:
            return
        kind, text, value = decided
        if kind == "point":
            self.points[text] = value
        else:
            self.statements[text] = value
        self.changed.emit()


def _box() -> QComboBox:
    box = QComboBox()
    box.addItem(say("Choose…"), None)
    box.setMinimumContentsLength(14)
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(policy)
    return box


class BlanksCard(Card):
    """What an empty cell is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Empty cells"), parent)
        self.blank: Blank | None = None
        self._said = label("", "soft")
        self._nothing = QRadioButton(say("Not answered:\nthey count nowhere"))
        self._silent = QRadioButton(say("“Can’t say”:\ncounted, never scored"))
        for one in (self._said, self._nothing, self._silent):
            self.body.addWidget(one)
        self.body.addStretch(1)
        self._nothing.clicked.connect(self._choose)
        self._silent.clicked.connect(self._choose)

    def show_file(self) -> None:
        """Forget what was decided about another file."""
        self.blank = None

    def show_chosen(self, choices: Choices) -> None:
        """Take up what was decided before."""
        self.blank = choices.blank

    def show_reading(self, reading: Reading) -> None:
        """Show how many cells are empty, and what that is taken for."""
        words = blank_words(reading)
        self._said.setText(words or say("No cell is empty."))
        for one in (self._nothing, self._silent):
            one.setVisible(bool(reading.blank_cells))
        self._silent.setChecked(reading.blank is Blank.CANNOT_SAY)
        self._nothing.setChecked(reading.blank is Blank.NOT_ANSWERED)

    def _choose(self) -> None:
        self.blank = Blank.CANNOT_SAY if self._silent.isChecked() else Blank.NOT_ANSWERED
        self.changed.emit()
