"""A date that need not be known yet, typed or chosen; knows nothing of what it is the date of."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from desktop_app.domain.errors import InputProblem
from desktop_app.ui.theme import set_role
from desktop_app.words.dates import full_date, long_date
from desktop_app.words.speech import said, say
from desktop_app.words.typed_dates import read_date

from .calendar import CalendarPopup
from .layouts import column, row
from .text import button, label

LONGEST = 60
"""Characters that any date and its day of the week have room in."""
BESIDE = 8
"""Pixels that Qt leaves beside the letters of a line, and its cursor."""


class OptionalDate(QWidget):
    """A line for a date, a calendar beside it, and below what was understood or is wrong.

    What is typed is that date or none: it is never turned into another one. Without a year it is
    the next such day on or after `counted_from`.

    Signals:
        changed(): another date stands there, or none; not while it is typed.
        told(): what stands below is another sentence, which may need another height.
    """

    changed = Signal()
    told = Signal()

    def __init__(self, name: str, counted_from: date | None = None) -> None:
        super().__init__()
        self._counted_from = counted_from or today()
        self._value: date | None = None
        self._popup: CalendarPopup | None = None
        self._edit = QLineEdit()
        self._open = button("", "calendar", hint=say("Choose from a calendar (Alt and Down)"))
        self._below = label(" ", "small")
        self._edit.setAccessibleName(name)
        self._open.setAccessibleName(say("{date}: calendar", date=name))
        self._build()
        self._be_wide()
        self._connect()

    def _build(self) -> None:
        self._edit.setPlaceholderText(say("No date yet"))
        self._edit.setMaxLength(LONGEST)
        self._edit.installEventFilter(self)
        line = row(spacing=6)
        line.addWidget(self._edit, 1)
        line.addWidget(self._open)
        lines = column(self, spacing=3)
        lines.addLayout(line)
        lines.addWidget(self._below)
        self.setFocusProxy(self._edit)

    def _be_wide(self) -> None:
        """Have room for the whole of any date in the letters and edges that are worn now."""
        self._edit.ensurePolished()
        option = QStyleOptionFrame()
        self._edit.initStyleOption(option)
        option.rect = QRect(0, 0, 400, 40)
        part = QStyle.SubElement.SE_LineEditContents
        inside = self._edit.style().subElementRect(part, option, self._edit)
        margins = self._edit.textMargins()
        edges = 400 - inside.width() + margins.left() + margins.right()
        self._edit.setMinimumWidth(self._longest() + edges + BESIDE)

    def _longest(self) -> int:
        metrics = self._edit.fontMetrics()
        days = (date(2028, month, day) for month in range(1, 13) for day in range(20, 30))
        return max(metrics.horizontalAdvance(long_date(day)) for day in days)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as what is worn now wants."""
        self._be_wide()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow other letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._be_wide()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._edit.textEdited.connect(self._follow)
        self._edit.editingFinished.connect(self._finish)
        self._open.clicked.connect(self._choose)

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        return (self._edit, self._open)

    @property
    def value(self) -> date | None:
        """Return the date, or None where there is none yet; raise InputProblem for no date."""
        return self._read(self._edit.text())

    def count_from(self, day: date | None) -> None:
        """Say from which day on a date without a year, or "in 2 weeks", is meant."""
        self._counted_from = day or today()

    def set_value(self, day: date | None) -> None:
        """Show a date, or that there is none yet."""
        self._value = day
        self._edit.setText(long_date(day) if day else "")
        self._tell(day)

    def choose(self, day: date) -> None:
        """Take a date that was offered, as if it was typed."""
        self._edit.setText(long_date(day))
        self._finish()

    def check(self) -> bool:
        """Return whether what stands there is a date or nothing; else say so and lead there."""
        self._finish()
        try:
            self._read(self._edit.text())
        except InputProblem:
            self._edit.setFocus()
            self._edit.selectAll()
            return False
        return True

    def _read(self, text: str) -> date | None:
        return read_date(text, self._counted_from, today()) if text.strip() else None

    def _follow(self, text: str) -> None:
        """Say what is understood so far; what is half typed is no mistake."""
        try:
            self._tell(self._read(text))
        except InputProblem:
            self._tell(None)

    def _finish(self) -> None:
        """Take what is typed, in full, or say what is wrong with it and leave it standing."""
        try:
            day = self._read(self._edit.text())
        except InputProblem as problem:
            self._show_below(said(problem), "problem")
            return
        before, self._value = self._value, day
        self._edit.setText(long_date(day) if day else "")
        self._tell(day)
        if day != before:
            self.changed.emit()

    def _tell(self, day: date | None) -> None:
        self._show_below(full_date(day) if day else " ", "small")

    def _show_below(self, text: str, role: str) -> None:
        if text == self._below.text():
            return
        self._below.setText(text)
        set_role(self._below, "role", role)
        self._edit.setAccessibleDescription(text.strip())
        self._ask_for_room()
        self.told.emit()

    def _ask_for_room(self) -> None:
        """Let every layout up to the window forget what the sentence before needed, at once."""
        above: QWidget | None = self._below
        while above is not None:
            above.updateGeometry()
            layout = above.layout()
            if layout is not None:
                layout.activate()  # which also reaches the layouts inside it
            above = None if above.isWindow() else above.parentWidget()

    # -- the calendar -----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar by Alt and Down, as a list of choices is opened."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.chosen.connect(self._take)
        try:
            shown = self._read(self._edit.text()) or self._counted_from
        except InputProblem:
            shown = self._counted_from
        self._popup.open_at(QDate(shown.year, shown.month, shown.day), self._edit)

    def _take(self, day: QDate) -> None:
        self.choose(date(day.year(), day.month(), day.day()))
        self._edit.setFocus()


def today() -> date:
    """Return the day it is, by the laptop."""
    day = QDate.currentDate()
    return date(day.year(), day.month(), day.day())
