"""The agenda of the prepare form: presets, own minutes, none; and it follows depth."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from desktop_app.domain.agenda import AgendaItem, half_day, short
from desktop_app.domain.framework import Depth
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.workshop import Details
from desktop_app.ui.home.agenda_item import ItemForm
from desktop_app.ui.home.agenda_table import AgendaTable
from desktop_app.ui.home.prepare_agenda import AgendaForm
from tests.ui.scenes import photo
from tests.unit.builders import make_framework

FRAMEWORK = make_framework()


@pytest.fixture
def form(qtbot: QtBot) -> AgendaForm:
    made = AgendaForm()
    qtbot.addWidget(made)
    made.use_framework(FRAMEWORK, Depth.FULL)
    made.suggest()
    made.show()
    return made


def choose(form: AgendaForm, text: str) -> None:
    next(b for b in form.findChildren(QRadioButton) if b.text() == text).click()


def agenda(form: AgendaForm) -> tuple[AgendaItem, ...]:
    return form.add_to(Details("x")).agenda


def table(form: AgendaForm) -> AgendaTable:
    found = form.findChild(AgendaTable)
    assert found is not None
    return found


def names(form: AgendaForm) -> list[str]:
    return [row.name for row in table(form).agenda.rows]


def at(form: AgendaForm, name: str) -> AgendaTable:
    """Make a row the current one; return the table, which has the keys then."""
    shown = table(form)
    shown.choose(names(form).index(name))
    shown.setFocus()
    return shown


def press(form: AgendaForm, text: str) -> None:
    found = [b for b in form.findChildren(QPushButton) if b.text() == text]
    assert len(found) == 1, text
    assert found[0].isEnabled(), text
    found[0].click()


def steps(form: AgendaForm) -> list[str]:
    return [item.step for item in agenda(form)]


def test_presets_and_none(form: AgendaForm) -> None:
    assert agenda(form) == half_day(FRAMEWORK)
    choose(form, "Short")
    assert agenda(form) == short(FRAMEWORK)
    choose(form, "No times")
    assert agenda(form) == ()
    assert not table(form).isVisible()


@pytest.mark.parametrize("wanted", [half_day(FRAMEWORK), short(FRAMEWORK), ()])
def test_what_was_prepared_is_shown_again(form: AgendaForm, wanted: tuple[AgendaItem, ...]) -> None:
    form.fill(wanted)
    assert agenda(form) == wanted


OWN = (
    AgendaItem("welcome", 12, at="09:30"),
    AgendaItem("statement:A1", 7),
    AgendaItem("statement:A2", 7, left_out=True),
    AgendaItem("action:A", 4),
    AgendaItem("break:1", 20, "Lunch"),
    AgendaItem("statement:T1", 7),
    AgendaItem("own:2", 5, "Budget", "Where the money is"),
    AgendaItem("statement:T2", 8),
    AgendaItem("action:T", 3),
    AgendaItem("overview", 8),
    AgendaItem("priorities", 12, left_out=True),
    AgendaItem("next_steps", 30),
    AgendaItem("close", 9),
)


def test_a_day_of_ones_own_is_shown_again_as_it_was(form: AgendaForm) -> None:
    form.fill(OWN)
    assert agenda(form) == OWN
    assert names(form)[:6] == [
        "Welcome", "Act A", "Name A1", "Name A2", "Talk it through", "Lunch",
    ]  # fmt: skip
    rows = {row.name: row for row in table(form).agenda.rows}
    assert (rows["Act A"].at, rows["Lunch"].at, rows["Act T"].at) == ("9:42", "9:53", "10:13")
    assert rows["Act A"].minutes == 11, "without what is left out"


def test_an_agenda_of_an_earlier_version_keeps_its_minutes(form: AgendaForm) -> None:
    form.fill((AgendaItem("welcome", 3), AgendaItem("statement:T1", 9)))
    assert steps(form) == [step.key for step in workshop_steps(FRAMEWORK)]
    assert {i.step: i.minutes for i in agenda(form)}["statement:T1"] == 9


def test_minutes_are_typed_in_their_row_and_make_the_agenda_ones_own(form: AgendaForm) -> None:
    shown = at(form, "Welcome")
    QTest.keyClick(shown, Qt.Key.Key_1)
    editor = shown.findChild(QSpinBox)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_7)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # an editor tells in the next turn
    assert agenda(form)[0].minutes == 17
    chosen = [b.text() for b in form.findChildren(QRadioButton) if b.isChecked()]
    assert chosen == ["Our own"]


def test_alt_and_an_arrow_move_a_row_and_stay_at_it(form: AgendaForm) -> None:
    shown = at(form, "Name T2")
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert steps(form)[1:3] == ["statement:T2", "statement:T1"]
    assert shown.row is not None
    assert shown.row.name == "Name T2"
    at(form, "Act A")
    press(form, "Move up")
    press(form, "Move up")
    assert steps(form)[1] == "statement:A1"
    assert shown.row is not None
    assert (shown.row.name, shown.row.whole) == ("Act A", True)


def test_what_is_dragged_goes_where_it_is_dropped_or_near(form: AgendaForm) -> None:
    shown = at(form, "Break")
    row = shown.row
    assert row is not None
    place = names(form).index("Priorities")
    shown.drop_row(row, shown.rowViewportPosition(place) + 2)
    assert steps(form)[steps(form).index("priorities") - 1] == "break:1"
    shown.drop_row(row, 100_000)
    assert steps(form)[-2:] == ["break:1", "close"]


def test_space_leaves_out_a_statement_or_a_whole_action(form: AgendaForm) -> None:
    shown = at(form, "Name T1")
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert [i.step for i in agenda(form) if i.left_out] == ["statement:T1"]
    at(form, "Act T")
    assert shown.row is not None
    assert shown.row.checked is Qt.CheckState.PartiallyChecked
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert not [i for i in agenda(form) if i.left_out]
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert {i.step for i in agenda(form) if i.left_out} == {
        "statement:T1", "statement:T2", "action:T",
    }  # fmt: skip
    at(form, "Welcome")
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert not agenda(form)[0].left_out


def test_a_break_and_an_own_item_are_added_worded_and_removed(form: AgendaForm) -> None:
    at(form, "Welcome")
    press(form, "Add an item of our own")
    title, text = form.findChild(ItemForm).title, form.findChild(ItemForm).text
    QTest.keyClicks(title, "What the act asks")
    text.setPlainText("One plan")
    assert agenda(form)[1] == AgendaItem("own:1", 10, "What the act asks", "One plan")
    assert "What the act asks" in names(form)
    press(form, "Add a break")
    assert steps(form)[2] == "break:2"
    assert title.isVisible()
    assert not text.isVisible()
    press(form, "Remove")
    QTest.keyClick(at(form, "What the act asks"), Qt.Key.Key_Delete)
    assert agenda(form) == half_day(FRAMEWORK)


def test_an_own_item_shows_a_picture_in_the_place_of_its_text(
    form: AgendaForm, tmp_path: Path
) -> None:
    at(form, "Welcome")
    press(form, "Add an item of our own")
    item = form.findChild(ItemForm)
    item.text.setPlainText("One plan")
    (tmp_path / "none.png").write_text("no picture")
    item.picture.take(str(tmp_path / "none.png"))
    assert any("is not a PNG or JPEG" in one.text() for one in item.findChildren(QLabel))
    assert not agenda(form)[1].picture
    (tmp_path / "street.png").write_bytes(photo())
    item.picture.take(str(tmp_path / "street.png"))
    assert item.picture.alt.hasFocus()
    QTest.keyClicks(item.picture.alt, "A street")
    assert not item.text.isVisible()
    assert agenda(form)[1].picture
    assert (agenda(form)[1].alt, agenda(form)[1].text) == ("A street", "One plan")
    at(form, "Welcome")
    at(form, "Our own item")
    assert item.picture.alt.text() == "A street"
    press(form, "No picture")
    assert item.text.isVisible()
    assert agenda(form)[1] == AgendaItem("own:1", 10, "", "One plan")


def test_the_day_begins_at_a_typed_time(form: AgendaForm) -> None:
    start = next(e for e in form.findChildren(QLineEdit) if e.accessibleName().endswith("at"))
    QTest.keyClicks(start, "9.15")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert agenda(form)[0].at == "09:15"
    assert table(form).agenda.rows[1].at == "9:25"
    start.setText("half nine")
    assert not form.check_start()
    assert any("cannot be read as a time" in one.text() for one in form.findChildren(QLabel))


def test_another_depth_has_other_steps(form: AgendaForm) -> None:
    form.fill(OWN)
    form.use_framework(FRAMEWORK, Depth.QUICK)
    quick = FRAMEWORK.at_depth(Depth.QUICK)
    assert {s.key for s in workshop_steps(quick)} <= set(steps(form))
    assert "statement:A1" not in steps(form)
    assert agenda(form)[0].minutes == 12


def test_the_days_times_follow_a_start_that_is_still_being_typed(form: AgendaForm) -> None:
    start = next(f for f in form.findChildren(QLineEdit) if f.placeholderText() == "9:30")
    start.setFocus()
    QTest.keyClicks(start, "13:45")
    assert table(form).agenda.items[0].at == "13:45"
    start.clear()
    QTest.keyClicks(start, "25")
    assert not any("25" in one.text() for one in form.findChildren(QLabel))
