"""Dresses Qt's calendar in the application's palette; knows no date."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from desktop_app.words.language import current

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


BESIDE = 76
"""Pixels that a date's edges and arrow take."""
DATE_FORMAT = "d MMMM yyyy"
"""Explicit, because a locale's own may have two digits for the year."""


def dress_date(edit: QDateEdit) -> None:
    """Let a date be chosen from a calendar and read in the language spoken on the console.

    Left alone both would follow the laptop; a language told later does not reach them either.
    """
    edit.setLocale(QLocale(current().tag))
    edit.setDisplayFormat(DATE_FORMAT)
    edit.setCalendarPopup(True)
    edit.setMinimumWidth(_longest(edit) + BESIDE)
    edit.calendarWidget().setLocale(edit.locale())
    dress_calendar(edit.calendarWidget())


def _longest(edit: QDateEdit) -> int:
    days = (QDate(2028, month, 28) for month in range(1, 13))
    metrics = edit.fontMetrics()
    return max(metrics.horizontalAdvance(edit.locale().toString(day, DATE_FORMAT)) for day in days)


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Begin weeks on Monday, leave out week numbers, and use no red."""
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setStyleSheet(_STYLE)
    for name, sign in (("prevmonth", "‹"), ("nextmonth", "›")):
        _use_sign(calendar.findChild(QToolButton, f"qt_calendar_{name}"), sign)
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
