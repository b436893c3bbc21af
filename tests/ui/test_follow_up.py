"""A follow-up is prepared from a workshop's row, from the new workshop's page, or from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.agenda import half_day
from desktop_app.domain.steps import StepKind
from desktop_app.domain.workshop import Workshop
from tests.journeys.driver import App, Key, visible

CONTROL = Qt.KeyboardModifier.ControlModifier
FOLLOWS = "The day begins with what became of its 5 open commitments."


@pytest.fixture
def held(app: App) -> App:
    """Give the application at home, with a workshop that was held."""
    services = app.desktop.services
    assert services is not None
    app.desktop.events.announce(services.library.add_sample(closed=True))
    return app


def made(app: App) -> Workshop:
    assert app.desktop.session is not None
    return app.desktop.session.record.workshop


def box(app: App) -> QComboBox:
    boxes = visible(app.console, QComboBox)
    return next(b for b in boxes if b.accessibleName() == "Begin from an earlier workshop")


def choose(app: App, place: int) -> None:
    box(app).setCurrentIndex(place)
    box(app).activated.emit(place)


def open_file(app: App, file: Path) -> None:
    app.dialog(QFileDialog)
    app.retype(str(file))
    app.key(Key.Key_Return)


def test_a_workshop_that_was_held_is_followed_from_its_row(held: App) -> None:
    held.click("Follow up")
    held.expect("This follows “Away-day, 14 May” (14 May 2027).", FOLLOWS)
    held.begin_workshop()
    workshop = made(held)
    assert (workshop.title, len(workshop.earlier)) == ("Follow-up: Away-day, 14 May", 1)
    assert workshop.steps[1].kind is StepKind.SINCE
    minutes = {item.step: item.minutes for item in workshop.agenda}
    usual = half_day(workshop.framework, looks_back=True)
    assert minutes == {item.step: item.minutes for item in usual}
    held.click("Change what was prepared")
    held.key(Key.Key_S, CONTROL)
    assert made(held).agenda == workshop.agenda


def test_a_clock_before_the_earlier_workshop_is_told_and_its_day_is_not_used(
    held: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.home.preparing.today", lambda: date(2026, 5, 14))
    held.click("Follow up")
    held.expect("This laptop’s clock says 14 May 2026, which is before that")
    assert held.field("Date", QLineEdit).text() == ""
    held.fill("Date", "12 May 2028")
    held.begin_workshop()
    assert made(held).held_on == date(2028, 5, 12)


def test_the_clock_is_believed_after_the_earlier_workshop(
    held: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.home.preparing.today", lambda: date(2028, 5, 12))
    held.click("Follow up")
    assert not held.reads("clock says")
    assert held.field("Date", QLineEdit).text() == "12 May 2028"


def test_a_new_workshop_begins_from_one_that_was_held_or_from_nothing(held: App) -> None:
    held.click("New workshop")
    choose(held, 1)
    held.expect(FOLLOWS)
    choose(held, 0)
    assert not held.reads(FOLLOWS)
    held.fill("Title", "By itself")
    held.begin_workshop()
    assert (made(held).title, made(held).earlier) == ("By itself", ())


def test_a_workshop_in_a_file_is_followed_and_nothing_else_comes_in(
    held: App, tmp_path: Path
) -> None:
    services = held.desktop.services
    assert services is not None
    file = tmp_path / "earlier.roundtable"
    services.reports.write(services.workshops.all()[0].id, DocumentKind.WORKSHOP_FILE, file)
    held.click("New workshop")
    before = len(services.workshops.all())
    choose(held, box(held).count() - 1)
    open_file(held, file)
    held.expect(FOLLOWS)
    held.begin_workshop()
    assert len(made(held).earlier[0].commitments) == 5
    assert len(services.workshops.all()) == before + 1


def test_a_file_that_is_no_workshop_is_told_and_leaves_the_empty_form(
    held: App, tmp_path: Path
) -> None:
    (tmp_path / "no.roundtable").write_text("no workshop")
    held.click("New workshop")
    choose(held, box(held).count() - 1)
    open_file(held, tmp_path / "no.roundtable")
    held.expect("no.roundtable cannot be used")
    assert box(held).currentIndex() == 0
