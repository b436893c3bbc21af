"""The first screen: painted before the library is known, then continue, open, begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.summaries import PAGE, WorkshopLines, WorkshopStatus, WorkshopSummary
from desktop_app.ui.home.continue_card import ContinueCard
from desktop_app.ui.home.home_page import HomePage
from desktop_app.ui.home.library_view import LibraryView
from desktop_app.ui.home.workshop_list import WorkshopList
from desktop_app.ui.home.workshop_model import WorkshopModel
from tests.helpers import run_python

PREPARED, RUNNING, CLOSED = WorkshopStatus


def summary(
    number: int,
    status: WorkshopStatus = CLOSED,
    *,
    title: str = "",
    sample: bool = False,
    held_on: date | None = date(2027, 5, 14),
    touched: int = 0,
) -> WorkshopSummary:
    return WorkshopSummary(
        id=f"w{number}",
        title=title or f"Away-day {number}",
        partnership="Harbour Partnership",
        held_on=held_on,
        status=status,
        is_sample=sample,
        updated_at=datetime(2027, 5, 14, 9, touched, tzinfo=UTC),
        position="statement:A2",
        present=12,
    )


def lines_of(summaries: Sequence[WorkshopSummary]) -> WorkshopLines:
    """Return what the library would tell of these workshops."""
    known = {line.id: line for line in summaries}
    running = [s for s in summaries if s.status is RUNNING and not s.is_rehearsal]
    going_on = max(running, key=lambda s: s.updated_at, default=None)
    return WorkshopLines(
        tuple(known), lambda ids: {key: known[key] for key in ids if key in known}, going_on
    )


def show(home: HomePage, summaries: Sequence[WorkshopSummary], stopped_at: str = "") -> None:
    home.show_workshops(lines_of(summaries), stopped_at)


@pytest.fixture
def home(qtbot: QtBot) -> HomePage:
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(1024, 768)
    page.show_loading()
    page.show()
    return page


def words(window: QWidget) -> str:
    return "\n".join(item.text() for item in window.findChildren(QLabel) if item.isVisible())


def button(window: QWidget, text: str) -> QAbstractButton:
    found = [
        b
        for b in window.findChildren(QAbstractButton)
        if b.text().replace("&", "") == text and b.isVisible()
    ]
    assert len(found) == 1, text
    return found[0]


def button_is_there(window: QWidget, text: str) -> bool:
    found = window.findChildren(QAbstractButton)
    return any(b.text().replace("&", "") == text and b.isVisible() for b in found)


def menu_item(view: WorkshopList, text: str) -> QAction:
    found = [a for a in view.more.actions_offered if a.text().replace("&", "") == text]
    assert len(found) == 1, text
    return found[0]


def rows(home: HomePage) -> WorkshopList:
    return home.findChild(WorkshopList)


def search(home: HomePage) -> QLineEdit:
    return home.findChild(QLineEdit)


LIGHT_START = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop_app.ui.home.home_page import HomePage
page = HomePage()
page.show_loading()
page.show()
page.grab()
heavy = {"sqlalchemy", "alembic", "reportlab", "msgspec", "desktop_app.storage",
         "desktop_app.report", "desktop_app.application", "desktop_app.domain.framework",
         "desktop_app.domain.workshop", "babel"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


def test_the_frame_is_painted_with_nothing_heavy_brought_in() -> None:
    ended = run_python("-c", LIGHT_START, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 0, ended.stderr


def test_the_frame_is_there_before_the_library(home: HomePage) -> None:
    assert "Opening the library" in words(home)
    assert button(home, "New workshop").isEnabled()
    show(home, ())
    assert "Opening the library" not in words(home)


def test_an_empty_library_teaches(home: HomePage) -> None:
    show(home, ())
    for step in ("Prepare", "Vote and talk", "Leave with next steps"):
        assert step in words(home)
    show(home, (summary(1),))
    assert "Vote and talk" not in words(home)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("New workshop", "new_requested"),
        ("Open the sample workshop", "sample_requested"),
        ("Import…", "import_requested"),
    ],
)
def test_ways_to_begin(qtbot: QtBot, home: HomePage, text: str, signal: str) -> None:
    show(home, ())
    with qtbot.waitSignal(getattr(home, signal)):
        qtbot.mouseClick(button(home, text), Qt.MouseButton.LeftButton)


# -- continue -------------------------------------------------------------------------------


def test_one_click_continues_the_workshop_touched_last(qtbot: QtBot, home: HomePage) -> None:
    older, newer = summary(1, RUNNING, touched=1), summary(2, RUNNING, touched=2)
    show(home, (summary(3, touched=3), older, newer), "Agree ambitions, statement 2 of 4")
    card = home.findChild(ContinueCard)
    said = words(card)
    assert "Away-day 2" in said
    assert "Harbour Partnership · 14 May 2027" in said
    assert "Stopped at: Agree ambitions, statement 2 of 4" in said
    with qtbot.waitSignal(home.open_requested) as opened:
        qtbot.mouseClick(button(home, "Continue"), Qt.MouseButton.LeftButton)
    assert opened.args == ["w2"]


def test_the_keyboard_is_on_continue_at_once(qtbot: QtBot, home: HomePage) -> None:
    show(home, (summary(1, RUNNING),), "Welcome")
    home.activateWindow()
    assert home.focusWidget() is button(home, "Continue")
    with qtbot.waitSignal(home.open_requested):
        qtbot.keyClick(home.focusWidget(), Qt.Key.Key_Space)


def test_there_is_one_primary_button(home: HomePage) -> None:
    show(home, (summary(1, RUNNING),))
    assert button(home, "New workshop").property("kind") != "primary"
    show(home, (summary(1),))
    assert button(home, "New workshop").property("kind") == "primary"
    assert "Continue where you stopped" not in words(home)


def test_a_sample_to_continue_says_so(home: HomePage) -> None:
    show(home, (summary(1, RUNNING, sample=True),))
    assert "Sample" in words(home.findChild(ContinueCard)).split("\n")


def test_nothing_in_progress_is_nothing_to_continue(home: HomePage) -> None:
    show(home, (summary(1), summary(2, PREPARED)))
    assert "Continue where you stopped" not in words(home)


# -- the list -------------------------------------------------------------------------------


def test_a_row_says_all_of_it_to_a_screen_reader(home: HomePage) -> None:
    show(home, (summary(1, RUNNING, sample=True), summary(2, PREPARED, held_on=None)))
    model = rows(home).model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == [
        "Away-day 1, Sample, In progress, Harbour Partnership · 14 May 2027",
        "Away-day 2, Prepared, Harbour Partnership · No date yet",
    ]


def test_a_workshop_is_opened_by_double_click_return_and_button(
    qtbot: QtBot, home: HomePage
) -> None:
    show(home, (summary(1), summary(2)))
    view = rows(home)
    middle = view.visualRect(view.model().index(1, 0)).center() - QPoint(200, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    for act in ("double", "return", "button"):
        with qtbot.waitSignal(home.open_requested) as opened:
            if act == "double":
                qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
            elif act == "return":
                qtbot.keyClick(view, Qt.Key.Key_Return)
            else:
                qtbot.mouseClick(button(view, "Open"), Qt.MouseButton.LeftButton)
        assert opened.args == ["w2"]


def test_a_workshop_is_exported_and_deleted_by_its_buttons(qtbot: QtBot, home: HomePage) -> None:
    show(home, (summary(1), summary(2)))
    view = rows(home)
    view.choose("w2")
    with qtbot.waitSignal(home.export_requested) as exported:
        button(view, "Save or print…").click()
    with qtbot.waitSignal(home.delete_requested) as deleted:
        menu_item(view, "Delete…").trigger()
    with qtbot.waitSignal(home.delete_requested) as deleted_by_key:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert exported.args == ["w2"]
    assert deleted.args == deleted_by_key.args == [("w2",)]


def test_the_buttons_name_the_workshop(home: HomePage) -> None:
    show(home, (summary(1), summary(2)))
    rows(home).choose("w2")
    assert button(rows(home), "Open").accessibleName() == "Open Away-day 2"
    assert button(rows(home), "More").accessibleName() == "More for Away-day 2"


def test_the_buttons_follow_the_chosen_row(qtbot: QtBot, home: HomePage) -> None:
    show(home, tuple(summary(n) for n in range(5)))
    view = rows(home)
    for row in range(5):
        box = view.visualRect(view.currentIndex())
        middle = button(view, "Open").mapTo(view.viewport(), QPoint(4, 4))
        assert view.currentIndex().row() == row
        assert box.contains(middle)
        qtbot.keyClick(view, Qt.Key.Key_Down)


def test_tab_goes_from_the_list_to_its_buttons_and_on(qtbot: QtBot, home: HomePage) -> None:
    show(home, (summary(1, RUNNING), summary(2)))
    seen = []
    button(home, "New workshop").setFocus()
    for _ in range(10):
        here = home.focusWidget()
        seen.append(here.text().replace("&", "") if hasattr(here, "text") else "list")
        home.focusNextChild()
    assert seen == [
        "New workshop",
        "Menu",
        "Continue",
        "list",
        "Open",
        "Rehearse",
        "Save or print…",
        "More",
        "Open the sample workshop",
        "Import…",
    ]


def test_the_chosen_workshop_stays_chosen(home: HomePage) -> None:
    show(home, (summary(1), summary(2), summary(3)))
    rows(home).choose("w3")
    show(home, (summary(3), summary(1)))
    chosen = rows(home).chosen
    assert chosen is not None
    assert chosen.id == "w3"


def test_the_last_workshop_can_go(home: HomePage) -> None:
    show(home, (summary(1),))
    show(home, ())
    assert rows(home).chosen is None
    assert "three steps" in words(home)


def test_search_comes_with_more_than_eight(home: HomePage) -> None:
    show(home, tuple(summary(n) for n in range(8)))
    assert not search(home).isVisible()
    show(home, tuple(summary(n) for n in range(9)))
    assert search(home).isVisible()


def test_search_narrows_by_words_and_says_when_nothing_fits(qtbot: QtBot, home: HomePage) -> None:
    others = tuple(summary(n) for n in range(9))
    show(home, (*others, summary(77, title="Łódź, spring review")))
    search(home).setText("harbour łódź")
    assert rows(home).model().rowCount() == 1
    assert rows(home).chosen.id == "w77"
    qtbot.keyClicks(search(home), " xyz")
    assert "No workshop fits “harbour łódź xyz”" in words(home)
    search(home).clear()
    assert rows(home).model().rowCount() == 10


def test_five_hundred_workshops_are_scrolled_through(qtbot: QtBot, home: HomePage) -> None:
    show(home, tuple(summary(n) for n in range(500)))
    view = rows(home)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.chosen.id == "w499"
    box = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(box)
    assert box.contains(button(view, "Open").mapTo(view.viewport(), QPoint(4, 4)))


def test_only_what_is_looked_at_is_read(qtbot: QtBot, home: HomePage) -> None:
    asked: list[str] = []

    def read(ids: Sequence[str]) -> dict[str, WorkshopSummary]:
        asked.extend(ids)
        return {key: summary(int(key)) for key in ids}

    home.show_workshops(WorkshopLines([str(n) for n in range(10 * PAGE)], read))
    assert asked == [str(n) for n in range(PAGE)]
    qtbot.keyClick(rows(home), Qt.Key.Key_End)
    assert rows(home).chosen.title == f"Away-day {10 * PAGE - 1}"
    assert set(asked) == {str(n) for n in (*range(PAGE), *range(9 * PAGE, 10 * PAGE))}
    search(home).setText("Away-day 345")
    assert rows(home).model().rowCount() == 1
    assert len(asked) == len(set(asked)) == 10 * PAGE


def test_a_workshop_that_went_meanwhile_is_an_empty_row(qtbot: QtBot, home: HomePage) -> None:
    home.show_workshops(WorkshopLines(["1", "2"], lambda ids: {"2": summary(2)}))
    view = rows(home)
    assert view.chosen is None
    assert not button_is_there(view, "Open")
    with qtbot.assertNotEmitted(home.open_requested):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    home.grab()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen is not None
    assert view.chosen.id == "w2"


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = WorkshopModel()
    model.show(lines_of(tuple(summary(n, sample=n == 1) for n in range(3))))
    qtmodeltester.check(model)
    model.narrow("away-day 2")
    qtmodeltester.check(model)


# -- notices --------------------------------------------------------------------------------


class Desktop(QObject):
    """Stands for the desktop, which is asked to show a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def test_a_notice_can_show_the_folder(qtbot: QtBot, home: HomePage, tmp_path: Path) -> None:
    show(home, (summary(1),))
    home.set_notice("Saved to x.pdf", tmp_path / "x.pdf")
    assert "Saved to x.pdf" in words(home)
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "take")
    button(home, "Show in folder").click()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(u.toLocalFile()) for u in desktop.urls] == [tmp_path]


def test_a_notice_goes_when_closed(qtbot: QtBot, home: HomePage) -> None:
    home.set_notice("Deleted.")
    assert "Deleted." in words(home)
    button(home, "Close").click()
    assert "Deleted." not in words(home)


def test_the_workshop_that_came_is_the_chosen_one(home: HomePage) -> None:
    old, new = summary(1, PREPARED), summary(2, PREPARED)
    show(home, [old])
    show(home, [new, old])
    (found,) = home.findChildren(WorkshopList)
    assert found.chosen == new
    show(home, [old, new])
    assert found.chosen == new, "nothing came"


@pytest.mark.parametrize("size", [(964, 710), (1024, 768), (960, 500), (1366, 700)])
def test_what_comes_later_leaves_every_card_its_room(
    qtbot: QtBot, dressed: None, home: HomePage, size: tuple[int, int]
) -> None:
    home.resize(*size)
    home.first_steps = True
    summaries = [summary(number, RUNNING if number == 1 else PREPARED) for number in (1, 2, 3)]
    show(home, summaries)
    QApplication.processEvents()
    show(home, summaries, "Priorities")
    view = home.findChild(LibraryView)
    lines = view.layout()

    def cards() -> list[QWidget]:
        found = (lines.itemAt(place).widget() for place in range(lines.count()))
        return [one for one in found if one is not None and one.isVisible()]

    def apart() -> bool:
        return all(a.geometry().bottom() < b.geometry().top() for a, b in pairwise(cards()))

    assert len(cards()) == 3
    qtbot.waitUntil(apart)
    for card in cards():
        inside = card.layout()
        assert card.height() >= inside.totalMinimumHeightForWidth(card.width())
