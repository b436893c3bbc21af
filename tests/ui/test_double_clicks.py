"""A double click on a button is one press, also where its second press meets something else."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QStackedWidget, QWidget

from desktop_app.ui.ballot.cards import PickButton
from desktop_app.ui.widgets.text import button
from tests.journeys.driver import App

from .conftest import Show
from .test_console_widgets import heard

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
QUICK_MS, SLOW_MS = 90, 900


def click_twice(window: QWidget, at: QPoint, apart: int) -> None:
    """Click twice at one place of a window, as the window server tells it: it knows no widget."""
    handle = window.windowHandle()
    for delay in (SLOW_MS, apart):
        QTest.mousePress(handle, LEFT, NONE, at, delay)  # type: ignore[call-overload]
        QTest.mouseRelease(handle, LEFT, NONE, at, 0)  # type: ignore[call-overload]


def middle(pressed: QAbstractButton) -> QPoint:
    """Return where a button is in its window."""
    return pressed.mapTo(pressed.window(), pressed.rect().center())


def two_pages(show: Show) -> tuple[QStackedWidget, QPushButton, QPushButton]:
    """Return two pages whose buttons stand in one place."""
    pages = QStackedWidget()
    first, second = button("Save for later"), button("Frameworks")
    pages.addWidget(first)
    pages.addWidget(second)
    show(pages)
    return pages, first, second


@pytest.mark.parametrize(("apart", "pressed"), [(QUICK_MS, 0), (SLOW_MS, 1)])
def test_what_a_click_brought_under_the_pointer_is_not_pressed_by_its_double(
    show: Show, apart: int, pressed: int
) -> None:
    pages, first, second = two_pages(show)
    first.clicked.connect(partial(pages.setCurrentIndex, 1))
    told = heard(second, "clicked")
    click_twice(first.window(), middle(first), apart)
    assert pages.currentIndex() == 1
    assert len(told) == pressed


def test_a_double_click_on_a_partner_picks_no_point_of_the_scale(show: Show) -> None:
    pages = QStackedWidget()
    partner, point = PickButton(1, "Council", ""), PickButton(2, "Just starting", "")
    pages.addWidget(partner)
    pages.addWidget(point)
    show(pages)
    partner.clicked.connect(partial(pages.setCurrentIndex, 1))
    told = heard(point, "clicked")
    click_twice(pages, middle(partner), QUICK_MS)
    assert pages.currentIndex() == 1
    assert not told


@pytest.mark.parametrize(("kind", "pressed"), [("primary", 1), ("", 2)])
def test_a_double_click_does_what_is_next_once_and_other_buttons_keep_up(
    show: Show, kind: str, pressed: int
) -> None:
    once = button("Go on", kind)
    show(once)
    told = heard(once, "clicked")
    click_twice(once.window(), middle(once), QUICK_MS)
    assert len(told) == pressed


def test_a_double_click_on_save_for_later_leads_home_and_no_further(app: App) -> None:
    app.click("New workshop")
    app.fill("Title", "Half day")
    (save,) = app.buttons("Save for later")
    click_twice(app.console, save.mapTo(app.console, save.rect().center()), QUICK_MS)
    assert app.console.page is app.console.home
