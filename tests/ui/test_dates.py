"""Dates and numbers are read in the language spoken, whatever the laptop is set to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.pages.close_page import ClosePage
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.words.typed_dates import FIRST_YEAR, LAST_YEAR

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=["de-DE", "ar-EG", "cy-GB"])
def laptop(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("laptop")
def test_a_date_is_english_on_an_english_screen(qtbot: QtBot) -> None:
    optional = OptionalDate("Date", date(2027, 5, 28))
    qtbot.addWidget(optional)
    optional.show()
    optional.choose(date(2027, 5, 28))
    assert line(optional).text() == "28 May 2027"
    QTest.keyClick(line(optional), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = optional.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.locale().language() is QLocale.Language.English


@pytest.mark.usefixtures("laptop")
def test_every_page_with_a_date_follows_the_language(qtbot: QtBot) -> None:
    page = ClosePage(Doors())
    qtbot.addWidget(page)
    for optional in page.findChildren(OptionalDate):
        optional.set_value(date(2027, 5, 28))
        assert line(optional).text() == "28 May 2027"


@pytest.mark.parametrize("last", [False, True])
def test_the_calendar_has_no_year_that_cannot_be_kept(qtbot: QtBot, *, last: bool) -> None:
    """A monkey found this one: the calendar's first year was -4714."""
    optional = OptionalDate("Date", date(2027, 5, 28))
    qtbot.addWidget(optional)
    optional.show()
    QTest.keyClick(line(optional), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = optional.findChild(QCalendarWidget)
    assert calendar is not None
    years = calendar.findChild(QSpinBox, "qt_calendar_yearedit")
    assert isinstance(years, QSpinBox)
    year = years.maximum() if last else years.minimum()
    calendar.setCurrentPage(year, 5)
    days = calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert isinstance(days, QTableView)
    QTest.mouseClick(days.viewport(), LEFT, pos=days.viewport().rect().center())
    assert optional.value is not None
    assert optional.value.year == (LAST_YEAR if last else FIRST_YEAR)


def line(optional: OptionalDate) -> QLineEdit:
    found = optional.findChild(QLineEdit)
    assert found is not None
    return found
