"""Dates and numbers are read in the language spoken, whatever the laptop is set to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.pages.close_page import ClosePage
from desktop_app.ui.widgets.calendar import dress_date
from desktop_app.ui.widgets.optional_date import OptionalDate


@pytest.fixture(params=["de-DE", "ar-EG", "cy-GB"])
def laptop(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("laptop")
def test_a_date_is_english_on_an_english_screen(qtbot: QtBot) -> None:
    edit = QDateEdit(QDate(2027, 5, 28))
    qtbot.addWidget(edit)
    dress_date(edit)
    assert edit.text() == "28 May 2027"
    assert edit.calendarWidget().locale().language() is QLocale.Language.English


@pytest.mark.usefixtures("laptop")
def test_every_page_with_a_date_follows_the_language(qtbot: QtBot) -> None:
    optional = OptionalDate("Date", date(2027, 5, 28))
    page = ClosePage(Doors())
    for widget in (optional, page):
        qtbot.addWidget(widget)
        for edit in widget.findChildren(QDateEdit):
            edit.setDate(QDate(2027, 5, 28))
            assert edit.text() == "28 May 2027"
