"""The prepare form: what it hands on, what it says of a mistake, and how it is walked through."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Depth
from desktop_app.domain.workshop import Details, Group, Privacy, ResultRules
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.ui.home.agenda_table import AgendaTable
from desktop_app.ui.home.prepare_page import PreparePage
from desktop_app.ui.widgets.focus_in_sight import FocusInSight
from desktop_app.words.who_sees import channel_line, mode_name
from tests.journeys.driver import settle

TODAY = date(2027, 5, 14)
FULL = Details(
    title="Away-day",
    partnership="Harbour Partnership",
    place="Town hall",
    held_on=date(2027, 6, 1),
    facilitator="Facilitator",
    depth=Depth.QUICK,
    privacy=Privacy.OPEN,
    present=30,
    channel=Channel.TURNS,
    rules=ResultRules(3),
)


@pytest.fixture
def page(qtbot: QtBot) -> PreparePage:
    made = PreparePage()
    FocusInSight(made)  # which the window has
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.start_new(TODAY)
    made.show()
    return made


def edit(page: QWidget, name: str) -> QWidget:
    kinds = (QLineEdit, QSpinBox, QCheckBox)
    return next(w for kind in kinds for w in page.findChildren(kind) if w.accessibleName() == name)


def button(page: QWidget, text: str) -> QAbstractButton:
    found = [b for b in page.findChildren(QAbstractButton) if b.text().replace("&", "") == text]
    assert len(found) == 1, text
    return found[0]


def words(page: QWidget) -> str:
    return "\n".join(item.text() for item in page.findChildren(QLabel) if item.isVisible())


def test_who_voted_by_partner_elsewhere_need_not_be_named(qtbot: QtBot, page: PreparePage) -> None:
    """An import knows its partners' results, not how many people each had in the room."""
    kept = Details("May", privacy=Privacy.ANONYMOUS_WITH_GROUP, present=14)
    page.start_edit(kept)
    qtbot.keyClicks(edit(page, "Partnership"), "Harbour")
    with qtbot.waitSignal(page.begin_requested) as asked:
        button(page, "Keep and go on").click()
    assert asked.args == [replace(kept, partnership="Harbour")]
    page.start_new(TODAY)
    qtbot.keyClicks(edit(page, "Title"), "New")
    button(page, mode_name(Privacy.ANONYMOUS_WITH_GROUP, [Channel.HANDS])).click()
    button(page, "Begin the workshop").click()
    assert "Name at least two partners" in words(page)


def test_a_new_workshop_begins_with_the_defaults(qtbot: QtBot, page: PreparePage) -> None:
    qtbot.keyClicks(edit(page, "Title"), "  Away-day ")
    with qtbot.waitSignal(page.begin_requested) as begun:
        qtbot.mouseClick(button(page, "Begin the workshop"), Qt.MouseButton.LeftButton)
    assert begun.args == [Details(title="Away-day", held_on=TODAY)]


def test_everything_that_is_filled_in_is_handed_on(qtbot: QtBot, page: PreparePage) -> None:
    for name in ("Title", "Partnership", "Place", "Facilitator"):
        qtbot.keyClicks(edit(page, name), getattr(FULL, name.lower()))
    edit(page, "Date").setText("1 June 2027")
    edit(page, "People in the room").setValue(30)
    for choice in (
        "Quick: one vote per action",
        "Turns",
        "Open",
        "3 ratings",
    ):
        button(page, choice).click()
    with qtbot.waitSignal(page.save_requested) as saved:
        button(page, "Save for later").click()
    assert saved.args == [FULL]


def test_what_was_prepared_comes_back_unchanged(qtbot: QtBot, page: PreparePage) -> None:
    page.start_edit(FULL, depth_fixed=True)
    with qtbot.waitSignal(page.begin_requested) as kept:
        button(page, "Keep and go on").click()
    assert kept.args == [FULL]
    assert not button(page, "One vote per statement").isEnabled()
    assert "The depth is fixed" in words(page)


def test_after_a_vote_only_what_is_stricter_can_be_chosen(page: PreparePage) -> None:
    promised = replace(FULL, privacy=Privacy.ANONYMOUS_WITH_GROUP, rules=ResultRules(4))
    page.start_edit(promised)
    page.keep_promise(promised)
    can_be_chosen = {
        text: button(page, text).isEnabled()
        for text in (
            *("Anonymous", "Anonymous with group", "Open"),
            *("5 ratings", "4 ratings", "3 ratings"),
        )
    }
    assert can_be_chosen == {
        "Anonymous": True,
        "Anonymous with group": True,
        "Open": False,
        "5 ratings": True,
        "4 ratings": True,
        "3 ratings": False,
    }
    assert "can only be made stricter" in words(page)
    page.start_new(TODAY)
    assert button(page, "3 ratings").isEnabled()
    assert button(page, "Open").isEnabled()
    assert "can only be made stricter" not in words(page)


def test_a_new_form_forgets_the_one_before(page: PreparePage) -> None:
    page.start_edit(FULL)
    page.show_problem("The disk is full.")
    page.start_new(TODAY)
    assert page.details() == Details(title="", held_on=TODAY)
    assert "The disk is full." not in words(page)
    assert button(page, "One vote per statement").isEnabled()


def test_a_workshop_need_not_have_a_date(qtbot: QtBot, page: PreparePage) -> None:
    day = edit(page, "Date")
    assert isinstance(day, QLineEdit)
    day.clear()
    assert page.details().held_on is None
    assert day.placeholderText() == "No date yet"


def test_a_date_that_is_none_is_said_at_the_field(qtbot: QtBot, page: PreparePage) -> None:
    qtbot.keyClicks(edit(page, "Title"), "Away-day")
    day = edit(page, "Date")
    assert isinstance(day, QLineEdit)
    day.setText("31 February")
    with qtbot.assertNotEmitted(page.begin_requested):
        button(page, "Begin the workshop").click()
    assert "There is no such day as “31 February”." in words(page)
    assert page.focusWidget() is day


def test_the_date_reads_day_month_year(page: PreparePage) -> None:
    assert edit(page, "Date").text() == "14 May 2027"


@pytest.mark.parametrize("act", ["button", "return"])
def test_a_missing_title_is_said_at_the_field(qtbot: QtBot, page: PreparePage, act: str) -> None:
    edit(page, "Place").setFocus()
    with qtbot.assertNotEmitted(page.begin_requested):
        if act == "button":
            button(page, "Begin the workshop").click()
        else:
            qtbot.keyClick(edit(page, "Place"), Qt.Key.Key_Return)
    assert "The workshop needs a title." in words(page)
    assert page.focusWidget() is edit(page, "Title")
    assert "needs a title" in edit(page, "Title").accessibleDescription()


def test_a_text_that_is_too_long_is_said_at_its_own_field(qtbot: QtBot, page: PreparePage) -> None:
    edit(page, "Title").setText("Away-day")
    edit(page, "Facilitator").setText("x" * (MAX_TITLE + 1))
    button(page, "Begin the workshop").click()
    assert f"The facilitator is longer than {MAX_TITLE} characters" in words(page)
    assert page.focusWidget() is edit(page, "Facilitator")


def test_a_mistake_that_is_mended_is_not_said_again(qtbot: QtBot, page: PreparePage) -> None:
    button(page, "Begin the workshop").click()
    qtbot.keyClicks(edit(page, "Title"), "Away-day")
    with qtbot.waitSignal(page.begin_requested):
        qtbot.keyClick(edit(page, "Title"), Qt.Key.Key_Return)
    assert "needs a title" not in words(page)


def test_a_problem_from_elsewhere_is_said_above_the_buttons(page: PreparePage) -> None:
    page.show_problem("The disk is full.")
    assert "The disk is full." in words(page)


def test_cancel_changes_nothing(qtbot: QtBot, page: PreparePage) -> None:
    with qtbot.waitSignal(page.cancelled), qtbot.assertNotEmitted(page.save_requested):
        button(page, "Cancel").click()


def test_a_card_is_chosen_by_a_click_anywhere_on_it(qtbot: QtBot, page: PreparePage) -> None:
    card = button(page, "Quick: one vote per action").parent()
    assert isinstance(card, QFrame)
    corner = QPoint(card.width() - 6, card.height() - 6)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)
    assert page.details().depth is Depth.QUICK


def test_a_choice_is_made_by_arrow_keys(qtbot: QtBot, page: PreparePage) -> None:
    first = button(page, "Hands")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.details().channel is Channel.TURNS


def test_every_choice_is_explained(page: PreparePage) -> None:
    assert all(b.accessibleDescription() for b in page.findChildren(QRadioButton))
    assert channel_line(Channel.TURNS) in words(page)


def test_people_in_the_room_are_1_to_500(page: PreparePage) -> None:
    spin = edit(page, "People in the room")
    assert isinstance(spin, QSpinBox)
    assert (spin.minimum(), spin.maximum()) == (1, 500)


def test_no_mode_is_called_anonymous_where_the_room_sees_hands(page: PreparePage) -> None:
    button(page, "Hands").click()
    assert "nonymous" not in words(page)
    assert button(page, "No names kept, with group").isVisibleTo(page)
    button(page, "Paper").click()
    assert button(page, "Anonymous with group").isVisibleTo(page)
    button(page, "Hands").click()
    assert "nonymous" not in words(page)


@pytest.mark.parametrize("width", [1024, 1920])
def test_tab_follows_the_form(qtbot: QtBot, page: PreparePage, width: int) -> None:
    page.resize(width, 768)
    seen = []
    for _ in range(21):
        here = page.focusWidget()
        seen.append(here.accessibleName() or here.text().replace("&", ""))
        page.focusNextChild()
    assert seen == [
        "Title",
        "Partnership",
        "Date",
        "Date: calendar",
        "Place",
        "Facilitator",
        "One vote per statement",
        "People in the room",
        "Hands",
        "No names kept",
        "5 ratings",
        "Half day",
        "The day begins at",
        "Agenda",
        "Add a break",
        "Add an item of our own",
        "Begin the workshop",
        "Save for later",
        "Rehearse first",
        "Cancel",
        "Title",
    ]


def test_the_focused_control_is_scrolled_into_sight(qtbot: QtBot, page: PreparePage) -> None:
    page.activateWindow()
    button(page, "3 ratings").click()
    button(page, "Begin the workshop").setFocus()
    assert button(page, "3 ratings").visibleRegion().isEmpty()
    for _ in range(6):  # past the agenda
        page.focusPreviousChild()
    qtbot.waitUntil(lambda: not button(page, "3 ratings").visibleRegion().isEmpty())
    assert page.focusWidget() is button(page, "3 ratings")


def test_a_mistake_is_scrolled_into_sight(qtbot: QtBot, page: PreparePage) -> None:
    page.activateWindow()
    button(page, "3 ratings").setFocus()
    qtbot.waitUntil(lambda: edit(page, "Title").visibleRegion().isEmpty())
    button(page, "Begin the workshop").click()
    qtbot.waitUntil(lambda: not edit(page, "Title").visibleRegion().isEmpty())


@pytest.mark.parametrize(("width", "beside"), [(1024, False), (1920, True)])
def test_the_halves_stand_beside_each_other_where_there_is_room(
    qtbot: QtBot, page: PreparePage, width: int, beside: bool
) -> None:
    page.resize(width, 1000)

    def they_are() -> bool:
        event = edit(page, "Title").mapTo(page, QPoint(0, 0))
        votes = button(page, "Hands").mapTo(page, QPoint(0, 0))
        return votes.x() > event.x() + 200

    qtbot.waitUntil(lambda: they_are() is beside)


def test_alt_and_a_letter_of_a_name_lead_to_its_question(page: PreparePage, qtbot: QtBot) -> None:
    names = [name for name in page.findChildren(QLabel) if name.buddy() and name.isVisible()]
    letters = [name.text()[name.text().index("&") + 1] for name in names if "&" in name.text()]
    assert len(letters) == len(names) == len(set(letters))
    page.activateWindow()
    for name, letter in zip(names, letters, strict=True):
        qtbot.keyClick(page, letter, Qt.KeyboardModifier.AltModifier)
        focus = page.focusWidget()
        assert focus is name.buddy() or name.buddy().isAncestorOf(focus), name.text()


@pytest.mark.parametrize("new", [True, False])
def test_no_letter_that_is_pressed_with_alt_belongs_to_two_things(
    page: PreparePage, new: bool
) -> None:
    if not new:
        page.start_edit(FULL, depth_fixed=False)
    named = [w for w in page.findChildren(QLabel) if w.buddy() is not None]
    shown = [w for w in (*named, *page.findChildren(QPushButton)) if w.isVisible()]
    letters = Counter(QKeySequence.mnemonic(w.text()).toString() for w in shown)
    assert not {keys: n for keys, n in letters.items() if keys and n > 1}


def test_tab_goes_from_partner_to_partner_and_to_what_removes_them_last(
    qtbot: QtBot, page: PreparePage
) -> None:
    partners = tuple(Group(name, 4) for name in ("Council", "Police", "Charity"))
    page.start_edit(Details("Day", privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=partners))
    last = edit(page, "People of partner 3")
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert button(page, "Add a partner").hasFocus()


def test_the_page_follows_the_agenda_row_that_arrows_go_to(qtbot: QtBot, page: PreparePage) -> None:
    page.offer_frameworks((BuiltInFrameworks().built_in(),))
    page.start_new(TODAY)
    (table,) = page.findChildren(AgendaTable)
    page.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    settle()
    (scroll,) = (a for a in page.findChildren(QScrollArea) if a.isAncestorOf(table))
    assert table.agenda.rowCount() > 20
    for _ in range(table.agenda.rowCount()):
        QTest.keyClick(table, Qt.Key.Key_Down)
        row = table.visualRect(table.currentIndex())
        seen = table.viewport().mapTo(scroll.viewport(), row.center()).y()
        assert 0 < seen < scroll.viewport().height()
