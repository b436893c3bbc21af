"""The list of workshops searched, filtered, sorted, and several of them taken at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.listing import Choices, Found, Order, Shown, Wish
from desktop_app.domain.summaries import WorkshopLines, WorkshopSummary
from desktop_app.ui.home.home_page import HomePage
from desktop_app.ui.home.search_field import SearchField
from desktop_app.ui.home.workshop_list import WorkshopList

from .test_home import summary

MANY = tuple(summary(n) for n in range(10))
PUT_BY = replace(summary(77, title="Flood recovery"), is_archived=True)


class Answers:
    """A finder that finds titles, and notes what it was asked."""

    def __init__(self, summaries: Sequence[WorkshopSummary], *, whole: bool = True) -> None:
        self.all = tuple(summaries)
        self.whole = whole
        self.asked: list[Wish] = []

    def find(self, typed: str) -> Found:
        words = typed.casefold().split()
        held = (one for one in self.all if all(w in one.title.casefold() for w in words))
        return Found(frozenset(one.id for one in held), self.whole)

    def ids(self, wish: Wish) -> tuple[str, ...]:
        self.asked.append(wish)
        archived = wish.shown is Shown.ARCHIVED
        return tuple(o.id for o in self.all if wish.archived_too or o.is_archived is archived)

    def choices(self) -> Choices:
        return Choices(("Harbour Partnership", "Kingsport"), (2027, 2026), 1)


def lines(finder: Answers) -> WorkshopLines:
    known = {one.id: one for one in finder.all}
    usual = tuple(one.id for one in finder.all if not one.is_archived)
    made = WorkshopLines(
        usual, lambda ids: {key: known[key] for key in ids}, archived=len(known) - len(usual)
    )
    made.finder = finder
    return made


@pytest.fixture
def finder() -> Answers:
    return Answers((*MANY, PUT_BY))


@pytest.fixture
def home(qtbot: QtBot, finder: Answers) -> HomePage:
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(1024, 768)
    page.show()
    page.show_workshops(lines(finder))
    return page


def listed(home: HomePage) -> WorkshopList:
    (found,) = home.findChildren(WorkshopList)
    return found


def field(home: HomePage) -> SearchField:
    (found,) = home.findChildren(SearchField)
    return found


def titles(home: HomePage) -> list[str]:
    model = listed(home).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def box(home: HomePage, name: str) -> QComboBox:
    (found,) = (one for one in home.findChildren(QComboBox) if one.accessibleName() == name)
    return found


def choose(home: HomePage, name: str, text: str) -> None:
    chosen = box(home, name)
    chosen.setFocus()
    chosen.setCurrentIndex(chosen.findText(text))
    chosen.activated.emit(chosen.currentIndex())


def words(home: HomePage) -> str:
    return "\n".join(item.text() for item in home.findChildren(QLabel) if item.isVisible())


def button(home: QWidget, text: str) -> QAbstractButton:
    found = [
        one
        for one in home.findChildren(QAbstractButton)
        if one.text().replace("&", "") == text and one.isVisible()
    ]
    assert len(found) == 1, text
    return found[0]


def test_what_is_archived_is_not_listed_and_still_found_and_said_so(home: HomePage) -> None:
    assert len(titles(home)) == 10
    field(home).setText("flood")
    assert titles(home) == ["Flood recovery"]
    assert (
        listed(home)
        .model()
        .index(0, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Flood recovery, Archived")
    )
    field(home).setText("d")
    assert "11 workshops found, 1 of them archived." in words(home)


def test_the_list_is_asked_for_once_while_somebody_types(
    qtbot: QtBot, home: HomePage, finder: Answers
) -> None:
    qtbot.keyClicks(field(home), "away-day 3")
    assert titles(home) == ["Away-day 3"]
    assert finder.asked == [Wish(archived_too=True)]


def test_filters_and_order_are_what_is_wished(home: HomePage, finder: Answers) -> None:
    choose(home, "Partnership", "Kingsport")
    choose(home, "Year", "2026")
    choose(home, "Sorted by", "By title")
    choose(home, "Which workshops", "Closed")
    wish = Wish(Shown.CLOSED, "Kingsport", 2026, Order.TITLE)
    assert finder.asked[-1] == wish
    field(home).setText("away")
    assert finder.asked[-1] == wish, "what is closed is asked for, archived or not as it says"
    button(home, "Show every workshop").click()
    assert field(home).text() == ""
    assert finder.asked[-1] == Wish(order=Order.TITLE)
    assert len(titles(home)) == 10


def test_the_archive_is_looked_at_by_itself(home: HomePage) -> None:
    choose(home, "Which workshops", "Archived (1)")
    assert titles(home) == ["Flood recovery"]
    found = listed(home).more.actions_offered
    with_button = next(a for a in found if a.text().replace("&", "") == "Unarchive")
    assert with_button.isEnabled()


def test_nothing_found_is_a_sentence_with_a_way_out(home: HomePage) -> None:
    field(home).setText("zebra")
    assert "No workshop fits “zebra”. Try fewer words." in words(home)
    button(home, "Show every workshop").click()
    assert len(titles(home)) == 10
    assert listed(home).hasFocus()


def test_a_library_that_is_all_archived_says_where_it_is(qtbot: QtBot, home: HomePage) -> None:
    home.show_workshops(lines(Answers([PUT_BY])))
    assert "Every workshop is archived. Choose “Archived” above to see them." in words(home)
    assert "three steps" not in words(home)


def test_the_field_is_come_to_left_and_emptied_by_keys(qtbot: QtBot, home: HomePage) -> None:
    listed(home).setFocus()
    qtbot.keyClick(home, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field(home).hasFocus()
    qtbot.keyClicks(field(home), "flood")
    qtbot.keyClick(field(home), Qt.Key.Key_Down)
    assert listed(home).hasFocus()
    assert listed(home).chosen == PUT_BY
    field(home).setFocus()
    qtbot.keyClick(field(home), Qt.Key.Key_Escape)
    assert field(home).text() == ""
    assert field(home).hasFocus()


def test_more_is_asked_for_where_not_everything_was_read(
    qtbot: QtBot, home: HomePage, finder: Answers
) -> None:
    finder.whole = False
    with qtbot.waitSignal(home.reading_wanted):
        field(home).setText("zebra")
    assert "Roundtable is still reading the library for “zebra”." in words(home)
    finder.whole, finder.all = True, (*finder.all, summary(78, title="Zebra"))
    known = {one.id: one for one in finder.all}
    listed(home).model()._lines._read = lambda ids: {key: known[key] for key in ids}
    finder.asked.clear()
    home.show_workshops(lines(finder))
    home.search_again()
    assert titles(home) == ["Zebra"]


def test_several_are_archived_saved_and_deleted_together(qtbot: QtBot, home: HomePage) -> None:
    view = listed(home)
    view.setFocus()
    view.choose("w1")
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "2 workshops selected" in words(home)
    with qtbot.waitSignal(home.archive_requested) as archived:
        button(home, "Archive them").click()
    with qtbot.waitSignal(home.save_requested) as saved:
        button(home, "Save them as files…").click()
    with qtbot.waitSignal(home.delete_requested) as deleted:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert archived.args == [("w1", "w2"), False]
    assert saved.args == deleted.args == [("w1", "w2")]
    view.choose("w1")
    assert "selected" not in words(home), "the row has buttons of its own"


def test_all_of_ten_thousand_are_selected_without_reading_them(
    qtbot: QtBot, home: HomePage
) -> None:
    asked: list[str] = []

    def read(ids: Sequence[str]) -> dict[str, WorkshopSummary]:
        asked.extend(ids)
        return {key: summary(int(key)) for key in ids}

    home.show_workshops(WorkshopLines([str(n) for n in range(10_000)], read))
    listed(home).selectAll()
    assert "10000 workshops selected" in words(home)
    assert len(asked) < 1000
