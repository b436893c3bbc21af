"""Qt's calendar in the application's palette, alone and over a window; knows no field."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from desktop_app.words.language import current
from desktop_app.words.typed_dates import FIRST_YEAR, LAST_YEAR

from .layouts import column

# Lists of the application are transparent, which in a window of its own would be black.
_STYLE = """
QCalendarWidget { background: palette(base); }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: palette(window); }
QCalendarWidget QToolButton { background: transparent; border: 1px solid transparent;
    border-radius: 8px; padding: 4px 10px; font-weight: 600; }
QCalendarWidget QToolButton:hover { border-color: palette(mid); }
QCalendarWidget QToolButton:focus { border: 2px solid palette(highlight); padding: 3px 9px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: palette(base);
    selection-background-color: palette(highlight);
    selection-color: palette(highlighted-text); }
"""


YEAR_WIDTH = 64
"""Pixels for a year's four digits; left alone, Qt gives it what its own style would need."""


class CalendarPopup(QFrame):
    """A calendar over the window, gone by Escape, a click elsewhere, or a choice.

    Signals:
        chosen(QDate): this day was clicked, or Return pressed on it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "over")
        self._calendar = QCalendarWidget()
        self._calendar.setLocale(QLocale(current().tag))
        # Keys lead to the first day there is, which is long before any that can be kept.
        self._calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        dress_calendar(self._calendar)
        column(self, margin=1).addWidget(self._calendar)
        self._calendar.clicked.connect(self._take)
        self._calendar.activated.connect(self._take)

    def open_at(self, day: QDate, below: QWidget) -> None:
        """Show a day's month under a widget."""
        self._calendar.setSelectedDate(day)
        self.adjustSize()
        self.move(below.mapToGlobal(below.rect().bottomLeft()))
        self.show()
        self._calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.hide()
        self.chosen.emit(day)


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Begin weeks on Monday, leave out week numbers, and use no red."""
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setStyleSheet(_STYLE)
    for name, sign in (("prevmonth", "‹"), ("nextmonth", "›")):
        _use_sign(calendar.findChild(QToolButton, f"qt_calendar_{name}"), sign)
    year = calendar.findChild(QToolButton, "qt_calendar_yearbutton")
    if year is not None:
        year.setMinimumWidth(YEAR_WIDTH)
    plain, quiet = QTextCharFormat(), QTextCharFormat()
    palette = calendar.palette()
    plain.setForeground(palette.color(QPalette.ColorRole.Text))
    quiet.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
    quiet.setBackground(palette.color(QPalette.ColorRole.Base))
    calendar.setHeaderTextFormat(quiet)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)


def _use_sign(button: QToolButton | None, sign: str) -> None:
    # Qt's own arrow is a black picture, whatever the ground is.
    if button is not None:
        button.setIcon(QIcon())
        button.setText(sign)
