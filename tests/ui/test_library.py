"""The list of frameworks and the editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.framework import Depth, Framework, StepWhen
from desktop_app.domain.framework_rules import Place
from desktop_app.domain.workshop import Details
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.ui.frameworks.editor_page import EditorPage
from desktop_app.ui.frameworks.frameworks_page import FrameworksPage
from desktop_app.ui.frameworks.unsaved import Unsaved, UnsavedDialog
from desktop_app.ui.home.prepare_page import PreparePage
from tests.helpers import is_freed_when_closed

STATEMENT: Place = ("actions", 0, "statements", 0)
STEP: Place = ("actions", 0, "steps", 0)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def built_in() -> Framework:
    return BuiltInFrameworks().built_in()


@pytest.fixture
def page(qtbot: QtBot, built_in: Framework) -> FrameworksPage:
    made = FrameworksPage()
    qtbot.addWidget(made)
    own = replace(built_in, id="own-1", title="Our own", version="3")
    made.show_frameworks((built_in, own), built_in.id)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def editor(qtbot: QtBot, built_in: Framework) -> EditorPage:
    made = EditorPage()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    made.start(replace(built_in, id="own-1", version="3"))
    return made


def control(editor: EditorPage, name: str) -> QWidget:
    """Return the control of the form with this name."""
    assert editor.form is not None
    return next(f.control for f in editor.form.fields if f.control.accessibleName() == name)


def says(window: QWidget) -> str:
    return "\n".join(w.text() for w in window.findChildren(QLabel) if w.isVisible())


def rewrite(widget: QWidget, text: str) -> None:
    """Replace what stands in a field, as if it were pasted."""
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.selectAll()
        widget.insert(text)
        widget.textEdited.emit(text)
    else:
        assert isinstance(widget, QPlainTextEdit)
        widget.selectAll()
        widget.insertPlainText(text)


def at(editor: EditorPage, place: Place) -> None:
    editor.parts.tree.choose(place)


# -- the list -------------------------------------------------------------------------------


def test_the_built_in_framework_can_only_be_copied(
    page: FrameworksPage, built_in: Framework
) -> None:
    card = page.card(built_in.id)
    names = [b.text() for b in card.findChildren(QPushButton) if b.isVisible()]
    assert sorted(names) == ["Duplicate", "Export…"]
    assert "Built in" in says(card)
    assert "Version 1.0 · 5 actions · 16 statements · 5-point scale" in says(card)


@pytest.mark.parametrize("what", ["edit", "duplicate", "export", "delete"])
def test_each_button_names_its_framework(qtbot: QtBot, page: FrameworksPage, what: str) -> None:
    pressed = getattr(page.card("own-1"), what)
    assert pressed.accessibleName().endswith("Our own")
    with qtbot.waitSignal(getattr(page, f"{what}_requested")) as asked:
        pressed.click()
    assert asked.args == ["own-1"]


def test_a_deletion_can_be_taken_back(qtbot: QtBot, page: FrameworksPage) -> None:
    page.tell("“Our own” was deleted.", undo=True)
    undo = next(b for b in page.findChildren(QPushButton) if b.text() == "&Undo")
    with qtbot.waitSignal(page.undo_requested):
        undo.click()


# -- the editor -----------------------------------------------------------------------------


def test_nothing_is_changed_by_looking(editor: EditorPage) -> None:
    for place in ((), ("scale",), ("actions",), ("actions", 0), STATEMENT, STEP, ("sources", 0)):
        at(editor, place)
        assert not editor.has_changes
    assert "Complete" in says(editor.foot)


def test_what_is_typed_can_be_saved(qtbot: QtBot, editor: EditorPage) -> None:
    at(editor, STATEMENT)
    rewrite(control(editor, "Statement"), "keep promises")
    assert editor.has_changes
    assert editor.head.save.text() == "Save version 4"
    with qtbot.waitSignal(editor.save_requested) as asked:
        editor.head.save.click()
    saved: Framework = asked.args[0]
    assert saved.actions[0].statements[0].text == "keep promises"
    editor.mark_kept(replace(saved, version="4"))
    assert not editor.has_changes
    assert "Saved as version 4" in says(editor.foot)


def test_a_mistake_is_said_at_its_field_while_typing(editor: EditorPage) -> None:
    at(editor, STATEMENT)
    assert editor.form is not None
    rewrite(control(editor, "Statement"), "keep promises.")
    assert "ends with a full stop" in says(editor.form)
    assert "One place needs a change" in says(editor.foot)
    assert not editor.head.save.isEnabled()
    assert not editor.can_save
    rewrite(control(editor, "Statement"), "keep promises")
    assert "full stop. Take" not in says(editor.form)
    assert editor.head.save.isEnabled()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ((), "Title"),
        ((), "First half of each sentence"),
        (STATEMENT, "Statement"),
        (STATEMENT, "1 · Not happening"),
        (STEP, "How it is done"),
        (("sources", 0), "What it says"),
    ],
)
def test_ten_thousand_characters_are_refused_with_a_sentence(
    editor: EditorPage, place: Place, name: str
) -> None:
    at(editor, place)
    rewrite(control(editor, name), "x" * 10_000)
    assert editor.form is not None
    assert "The text is longer than" in says(editor.form)
    assert not editor.head.save.isEnabled()


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "שלום עולם", "e\u0301a\u0308o\u0304", "<b>x</b>"])
def test_words_of_every_kind_are_kept(editor: EditorPage, text: str) -> None:
    at(editor, STATEMENT)
    rewrite(control(editor, "Statement"), text)
    assert editor.framework is not None
    assert editor.framework.actions[0].statements[0].text == text
    assert editor.can_save


def test_the_room_s_view_follows_what_is_typed(editor: EditorPage) -> None:
    at(editor, STATEMENT)
    assert editor.preview.isVisible()
    rewrite(control(editor, "Statement"), "keep promises")
    assert editor.preview.stage.accessibleName().endswith("to keep promises.")
    at(editor, STEP)
    assert not editor.preview.isVisible()


def test_leading_to_the_next_mistake(editor: EditorPage) -> None:
    at(editor, STATEMENT)
    rewrite(control(editor, "Short word"), "")
    at(editor, ())
    editor.foot.show_next.click()
    assert editor.parts.tree.place == STATEMENT
    assert editor.focusWidget() is control(editor, "Short word")


def test_ctrl_z_takes_back_what_was_typed_in_a_text(editor: EditorPage) -> None:
    at(editor, STATEMENT)
    text = control(editor, "Statement")
    assert isinstance(text, QPlainTextEdit)
    before = text.toPlainText()
    rewrite(text, "keep promises")
    text.undo()
    assert text.toPlainText() == before
    assert not editor.has_changes


def test_a_step_back_brings_a_removed_part_again(editor: EditorPage, built_in: Framework) -> None:
    at(editor, STATEMENT)
    editor.parts.remove.click()
    assert editor.framework is not None
    assert [s.id for s in editor.framework.actions[0].statements] == ["T2", "T3"]
    assert editor.parts.tree.place == STATEMENT
    QTest.keyClick(editor.parts.tree, Qt.Key.Key_Z, CTRL)
    assert not editor.has_changes
    assert not editor.head.undo.isEnabled()


def test_reverting_goes_back_to_what_was_saved_and_can_be_taken_back(editor: EditorPage) -> None:
    rewrite(control(editor, "Title"), "Ours")
    at(editor, STATEMENT)
    rewrite(control(editor, "Statement"), "keep promises")
    editor.head.revert.click()
    assert not editor.has_changes
    assert not editor.head.revert.isEnabled()
    editor.head.undo.click()
    assert editor.framework is not None
    assert editor.framework.title == "Ours"


def test_parts_are_added_and_moved(editor: EditorPage) -> None:
    at(editor, ("actions", 0, "statements", 2))
    assert editor.parts.add.text() == "&Add a statement"
    editor.parts.add.click()
    place = editor.parts.tree.place
    assert place == ("actions", 0, "statements", 3)
    assert editor.focusWidget() is control(editor, "Statement")
    rewrite(control(editor, "Statement"), "say so when we cannot")
    rewrite(control(editor, "Short word"), "saying")
    rewrite(control(editor, "Name on stage"), "Say no")
    editor.parts.up.click()
    assert editor.framework is not None
    assert [s.word for s in editor.framework.actions[0].statements][2] == "saying"
    assert editor.can_save
    at(editor, ("scale",))
    assert not editor.parts.add.isVisible()
    assert not editor.parts.remove.isEnabled()


def test_names_and_what_a_step_serves_are_edited_like_the_rest(editor: EditorPage) -> None:
    at(editor, STATEMENT)
    rewrite(control(editor, "Name on stage"), "Promises that we keep")
    said = control(editor, "Name on stage").accessibleDescription()
    assert said == "This has 21 characters, and 15 fit on stage. Shorten it."
    assert not editor.can_save
    rewrite(control(editor, "Name on stage"), "Our promises")
    at(editor, ("actions", 0, "steps", 0))
    rewrite(control(editor, "Short title"), "x" * 39)
    said = control(editor, "Short title").accessibleDescription()
    assert said == "This has 39 characters, and 38 fit on stage. Shorten it."
    rewrite(control(editor, "Short title"), "Finish one joint task")
    served = control(editor, "Serves these statements")
    ticks = [
        (served.item(i).text().split(":")[0], served.item(i).checkState())
        for i in range(served.count())
    ]
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert ticks == [("Our promises", on), ("Trust all round", off), ("Repair trust", off)]
    served.item(2).setCheckState(on)
    assert editor.framework is not None
    step = editor.framework.actions[0].steps[0]
    assert (step.short, step.serves) == ("Finish one joint task", ("T1", "T3"))
    assert editor.can_save
    for _ in range(2):
        editor.head.undo.click()
    assert editor.framework.actions[0].steps[0].serves == ("T1",)
    assert editor.framework.actions[0].steps[0].short == "Finish a small joint task in 60 days"


def test_a_step_whose_only_statement_goes_does_not_serve_all_unasked(editor: EditorPage) -> None:
    at(editor, STATEMENT)
    editor.parts.remove.click()
    assert editor.framework is not None
    steps = {step.id: step for step in editor.framework.actions[0].steps}
    assert (steps["T-L1"].serves, steps["T-L3"].serves) == (("T1",), ("T3",))
    assert not editor.can_save
    at(editor, ("actions", 0, "steps", 0))
    served = control(editor, "Serves these statements")
    assert "no statement" in served.accessibleDescription()
    served.item(0).setCheckState(Qt.CheckState.Checked)
    assert editor.framework.actions[0].steps[0].serves == ("T2",)
    assert served.accessibleDescription() == ""


def test_a_new_step_is_for_the_same_situation(editor: EditorPage) -> None:
    at(editor, ("actions", 0, "steps", 4))
    before = editor.framework
    assert before is not None
    when = before.actions[0].steps[4].when
    editor.parts.add.click()
    place = editor.parts.tree.place
    assert editor.framework is not None
    assert editor.framework.actions[0].steps[int(place[-1])].when is when


def test_a_situation_without_a_step_is_told_for_the_whole_action(editor: EditorPage) -> None:
    steps = editor.framework.actions[0].steps if editor.framework else ()
    index = [s.when for s in steps].index(StepWhen.CANNOT_SAY)
    at(editor, ("actions", 0, "steps", index))
    box = control(editor, "Offered when a result is")
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert editor.framework is not None
    assert editor.framework.actions[0].steps[index].when is StepWhen.LOW
    at(editor, ("actions", 0))
    assert editor.form is not None
    assert "No next step is offered for “Many can’t say”" in says(editor.form)


def test_the_scale_has_3_to_7_points(editor: EditorPage) -> None:
    at(editor, ("scale",))
    assert editor.form is not None
    spin = editor.form.findChild(QSpinBox)
    assert spin is not None
    spin.setValue(3)
    assert editor.framework is not None
    assert editor.framework.scale.size == 3
    assert editor.can_save
    assert editor.form is not None
    spin = editor.form.findChild(QSpinBox)
    assert spin is not None
    spin.setValue(4)
    assert not editor.can_save
    rewrite(control(editor, "Point 4"), "All of it")
    rewrite(control(editor, "What 4 means"), "Everywhere")
    assert editor.can_save


def test_sources_are_ticked(editor: EditorPage) -> None:
    at(editor, STEP)
    ticks = control(editor, "Leans on")
    assert isinstance(ticks, QListWidget)
    unticked = next(
        ticks.item(row)
        for row in range(ticks.count())
        if ticks.item(row).checkState() is Qt.CheckState.Unchecked
    )
    unticked.setCheckState(Qt.CheckState.Checked)
    assert editor.framework is not None
    assert len(editor.framework.actions[0].steps[0].leans_on) == 3
    unticked.setCheckState(Qt.CheckState.Unchecked)
    assert not editor.has_changes


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1040)])
def test_every_control_has_a_name_and_fits(editor: EditorPage, size: tuple[int, int]) -> None:
    editor.resize(*size)
    for place in ((), ("scale",), ("actions", 0), STATEMENT, STEP, ("sources", 0)):
        at(editor, place)
        assert editor.form is not None
        for field in editor.form.fields:
            assert field.control.accessibleName()
        assert editor.form.minimumSizeHint().width() <= editor._scroll.viewport().width()


# -- unsaved changes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "answer"), [("save", Unsaved.SAVE), ("drop", Unsaved.DROP), ("go_on", None)]
)
def test_unsaved_changes_are_asked_about(qtbot: QtBot, button: str, answer: Unsaved | None) -> None:
    dialog = UnsavedDialog(None, "Ours", can_save=True, subject=False)
    given: list[object] = []
    dialog.answered.connect(lambda answer, _subject: given.append(answer))
    dialog.show()
    getattr(dialog, button).click()
    assert given == ([answer] if answer else [])


def test_what_cannot_be_saved_is_not_offered_to_be(qtbot: QtBot) -> None:
    dialog = UnsavedDialog(None, "Ours", can_save=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.save.isVisible()
    assert "cannot be saved yet" in says(dialog)


def test_the_question_is_freed_when_closed(qapp: object) -> None:
    assert is_freed_when_closed(lambda: UnsavedDialog(None, "Ours", can_save=True))


# -- the prepare form -----------------------------------------------------------------------


def test_a_framework_is_chosen_once_there_is_one_of_one_s_own(
    qtbot: QtBot, built_in: Framework
) -> None:
    page = PreparePage()
    qtbot.addWidget(page)
    page.show()
    page.offer_frameworks((built_in,))
    page.start_new(date(2027, 5, 14))
    assert page.framework_id == ""
    boxes = page.findChildren(QComboBox)
    assert not any(box.isVisible() for box in boxes)
    small = replace(built_in, id="own-1", title="Ours", actions=built_in.actions[:1])
    page.offer_frameworks((built_in, small))
    box = next(box for box in page.findChildren(QComboBox) if box.isVisible())
    offered = [box.itemText(i) for i in range(2)]
    assert offered == ["Leading together, version 1.0", "Ours, version 1.0"]
    box.setCurrentIndex(1)
    assert page.framework_id == "own-1"
    texts = [b.text() for b in page.findChildren(QRadioButton)]
    assert "1 action · 3 statements" in texts


def test_what_a_workshop_was_made_with_is_fixed(qtbot: QtBot, built_in: Framework) -> None:
    page = PreparePage()
    qtbot.addWidget(page)
    page.show()
    frozen = replace(built_in, id="own-1", title="Ours").at_depth(Depth.QUICK)
    page.offer_frameworks((frozen,), fixed=True)
    page.start_edit(Details("X", depth=Depth.QUICK))
    box = next(box for box in page.findChildren(QComboBox) if box.isVisible())
    assert not box.isEnabled()
    assert page.framework_id == "own-1"
