"""Dates and numbers are read in the language spoken, whatever the laptop is set to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QSpinBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.pages.close_page import ClosePage
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.words import language
from desktop_app.words.cldr import CldrFormats
from desktop_app.words.dates import long_date
from desktop_app.words.language import Language, language_for
from desktop_app.words.typed_dates import FIRST_YEAR, LAST_YEAR

LEFT = Qt.MouseButton.LeftButton
EDGE = 6
APPLIED = "QLineEdit { padding: 7px 10px; border: 1px solid grey; font-size: 19px; }"
"""Another dress than that of the application, put on once the field is made."""


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


@pytest.mark.parametrize("tag", ["en-GB", "made up", "cy", "de", "el", "pt", "uk", "vi"])
def test_the_whole_of_any_date_is_seen(
    qtbot: QtBot, made_up: str, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    """By the letters worn, also where a layout leaves the field no more than it must."""
    shipped = language_for(made_up if tag == "made up" else tag)
    formats = shipped.formats if tag in ("en-GB", "made up") else CldrFormats(tag)
    spoken = Language(tag, shipped.catalogue, formats)
    monkeypatch.setattr(language, "_console", spoken)
    around = QWidget()
    qtbot.addWidget(around)
    around.setStyleSheet(APPLIED)
    optional = OptionalDate("Date")
    line_ = QHBoxLayout(around)
    line_.addWidget(optional)
    line_.addWidget(QWidget(), 1)
    around.resize(10, 10)
    around.show()
    edit = line(optional)
    for month in range(1, 13):
        optional.set_value(date(2027, month, 22))
        edit.home(False)
        last = edit.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        edit.end(False)
        end = edit.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        wide = edit.fontMetrics().horizontalAdvance(long_date(date(2027, month, 22)))
        assert end.left() - last.left() >= wide - 2, "the line has not scrolled"
        assert end.right() <= edit.width() - EDGE


def line(optional: OptionalDate) -> QLineEdit:
    found = optional.findChild(QLineEdit)
    assert found is not None
    return found
