"""Prepare, copy and rehearse from home and from the page of a new workshop; lists are pasted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.ui.home.prepare_groups import GroupsForm
from tests.journeys.driver import App, Key, visible
from tests.journeys.ways import prepare

PARTNERS = (Group("Council", 5), Group("NHS", 4))
OUT = AgendaItem("statement:T2", 6, left_out=True)


@pytest.fixture
def held(app: App) -> App:
    """Give the application at home, with a workshop that has a vote and a note."""
    prepare(app, 9)
    session = app.desktop.session
    shown = session.record.workshop.details
    agenda = tuple(OUT if item.step == OUT.step else item for item in shown.agenda)
    wanted = replace(shown, privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=PARTNERS, agenda=agenda)
    session.run(session._workshops.change, session.workshop_id, wanted, shown)
    app.show_the_rest()  # the welcome tells of partners now
    app.key(Key.Key_PageDown)
    session.noting.add(NoteKind.IDEA, "One budget")
    session.voting.open_vote(Channel.PAPER)
    app.go_home()
    return app


def test_a_copy_has_what_was_prepared_and_nothing_of_the_day(held: App) -> None:
    title = held.desktop.services.workshops.all()[0].title
    held.more("Copy")
    held.expect(f"A copy of “{title}”")
    boxes = visible(held.front(), QComboBox)
    assert "Begin from an empty form" not in [one.currentText() for one in boxes]
    held.fill("Title", "Away-day, again")
    held.click("Begin the workshop")
    made = held.desktop.session.record
    assert made.workshop.title == "Away-day, again"
    assert (made.workshop.groups, made.workshop.left_out) == (PARTNERS, ("T2",))
    assert made.rounds == made.notes == made.commitments == made.times == ()
    assert len(held.desktop.services.workshops.all()) == 2


def test_a_new_workshop_begins_from_an_earlier_one_or_from_nothing(held: App) -> None:
    held.click("New workshop")
    boxes = visible(held.front(), QComboBox)
    box = next(b for b in boxes if b.accessibleName() == "Begin from an earlier workshop")
    page = held.desktop._doors._preparing.page
    for place, groups in ((1, PARTNERS), (0, ())):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        assert page.details().groups == groups


def test_a_workshop_is_rehearsed_from_its_row(held: App) -> None:
    held.click("Rehearse")
    assert held.desktop.session.record.workshop.is_rehearsal


def test_a_new_workshop_is_kept_and_rehearsed_at_once(app: App) -> None:
    app.click("New workshop")
    app.type("Away-day")
    app.click("Rehearse first")
    workshop = app.desktop.session.record.workshop
    assert workshop.is_rehearsal
    assert workshop.title.endswith("Away-day")
    kept = app.desktop.services.workshops.record(workshop.rehearsal_of).workshop
    assert (kept.title, kept.is_rehearsal) == ("Away-day", False)


def test_the_first_steps_stay_until_they_are_known(app: App) -> None:
    app.expect("Your first workshop in three steps")
    prepare(app, 7)
    app.go_home()
    app.expect("Your first workshop in three steps")
    app.click("Got it")
    assert not app.reads("Your first workshop in three steps")
    assert not app.desktop.preferences.settings.first_steps


def test_a_list_from_a_spreadsheet_becomes_partners(qtbot: QtBot) -> None:
    form = GroupsForm()
    qtbot.addWidget(form)
    form.show()
    QGuiApplication.clipboard().setText("Council\t5\r\nNHS\t4\r\ncouncil \t1\r\n")
    QTest.keySequence(form._lines[0].name, QKeySequence(QKeySequence.StandardKey.Paste))
    assert form.groups == (Group("Council", 6), Group("NHS", 4))
    QGuiApplication.clipboard().setText("Police\nNHS\t7\nYouth charity")
    form._paste.click()
    assert form.groups[1:] == (Group("NHS", 7), Group("Police", 5), Group("Youth charity", 5))
    QGuiApplication.clipboard().setText(" and one name")
    QTest.keySequence(form._lines[3].name, QKeySequence(QKeySequence.StandardKey.Paste))
    assert form.groups[3].label == "Youth charity and one name", "pasted as any text is"


def test_a_list_that_is_too_long_or_none_is_said(qtbot: QtBot) -> None:
    form = GroupsForm()
    qtbot.addWidget(form)
    form.show()
    QGuiApplication.clipboard().setText("\n".join(f"Partner {n}\t2" for n in range(12)))
    form._paste.click()
    said = [one.text() for one in form.findChildren(QLabel)]
    assert "There can be 9 partners at most, and the list has 12. The first are here." in said
    assert len(form.groups) == 9
    QGuiApplication.clipboard().clear()
    form._paste.click()
    said = [one.text() for one in form.findChildren(QLabel)]
    assert "There is no list to paste. Copy lines with names in a spreadsheet first." in said
