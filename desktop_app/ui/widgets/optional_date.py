"""A date that need not be known yet; knows nothing of what it is the date of."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget

from desktop_app.words.speech import say

from .calendar import dress_date
from .layouts import row


class OptionalDate(QWidget):
    """A date with a calendar, and a box to say that there is none yet."""

    def __init__(self, name: str, today: date | None = None) -> None:
        super().__init__()
        self._today = today
        self._edit = QDateEdit()
        self._none_yet = QCheckBox(say("No date yet"))
        self._edit.setAccessibleName(name)
        self._none_yet.setAccessibleName(say("{date}: no date yet", date=name))
        self._build()
        self._none_yet.toggled.connect(self._edit.setDisabled)
        self.set_value(today)

    def _build(self) -> None:
        dress_date(self._edit)
        line = row(self, spacing=14)
        line.addWidget(self._edit, 1)
        line.addWidget(self._none_yet)
        self.setFocusProxy(self._edit)

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        return (self._edit, self._none_yet)

    @property
    def value(self) -> date | None:
        """Return the date, or None where there is none yet."""
        if self._none_yet.isChecked():
            return None
        day = self._edit.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, day: date | None) -> None:
        """Show a date, or that there is none yet; today is then where the calendar opens."""
        self._none_yet.setChecked(day is None)
        shown = day or self._today
        self._edit.setDate(_to_qt(shown) if shown else QDate.currentDate())


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
