"""What the facilitator puts on the stage beside a step, through the real windows and their keys."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.scenes.aside_scenes import NoteShown, QuestionAsked, StepsOffered
from desktop_app.scenes.asides import AsideKind
from desktop_app.ui.console.count_field import CountField
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, come_to_rest, dialogs, has_focus, settle, visible, words
from tests.journeys.ways import prepare


@pytest.fixture
def sample(app: App) -> App:
    return opened_at(app, "Next steps")


def opened_at(app: App, *steps: str) -> App:
    """Open the sample workshop at a step."""
    app.click("Open the sample workshop")
    for step in steps:
        app.rail(step)
    return app


SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def on_console(app: App, letter: str) -> None:
    """Press a letter, a large one with Shift."""
    app.key(letter.lower(), SHIFT if letter.isupper() else NONE)


def on_stage(app: App, letter: str) -> None:
    key = Qt.Key(ord(letter.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, SHIFT if letter.isupper() else NONE, letter)
        QApplication.sendEvent(app.stage, event)
    settle()


def kind_shown(app: App) -> str:
    return type(app.stage.scene_shown).__name__


def taken(app: App) -> list[str]:
    scene = app.stage.scene_shown
    assert isinstance(scene, StepsOffered)
    return [line.letter for group in scene.groups for line in group.lines if line.taken]


def commitments(app: App) -> int:
    session = app.desktop.session
    assert session is not None
    return len(session.record.commitments)


def named(app: App, text: str) -> QAbstractButton:
    found = [b for b in visible(app.console, QAbstractButton) if b.text().startswith(text)]
    return found[0]


def test_the_page_of_next_steps_leaves_the_keys_where_they_were(sample: App) -> None:
    assert QApplication.activeWindow() is sample.console
    sample.key("p")
    assert QApplication.activeWindow() is sample.console


# -- every statement ------------------------------------------------------------------------


@pytest.mark.parametrize("from_stage", [False, True])
def test_a_shows_every_statement_of_the_day_where_we_stand(app: App, *, from_stage: bool) -> None:
    press = on_stage if from_stage else on_console
    opened_at(app, "Where we stand")
    press(app, "a")
    assert kind_shown(app) == "StatementsSeen"
    assert "Plain to all" in app.stage_says()
    assert named(app, "Statements").isChecked()
    press(app, "a")
    assert kind_shown(app) == "Picture"


def at_statement(app: App) -> None:
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    settle()


# -- meanings -------------------------------------------------------------------------------


@pytest.mark.parametrize("from_stage", [False, True])
def test_m_shows_one_meaning_after_another_and_next_goes_on(app: App, *, from_stage: bool) -> None:
    press = on_stage if from_stage else on_console
    prepare(app, 12)
    at_statement(app)
    said = []
    for _ in range(2):
        press(app, "m")
        assert kind_shown(app) == "PointMeant"
        said.append(app.stage_says())
    assert said[0] != said[1]
    app.key(Key.Key_Space)
    assert kind_shown(app) == "VoteOpen"
    press(app, "m")
    assert kind_shown(app) == "PointMeant"
    press(app, "x")
    assert kind_shown(app) == "VoteOpen"


# -- steps ----------------------------------------------------------------------------------


def test_s_shows_the_steps_screen_by_screen_and_then_the_plan(sample: App) -> None:
    kinds = []
    for _ in range(5):
        sample.key("s")
        kinds.append(kind_shown(sample))
    assert kinds == ["StepsOffered"] * 4 + ["Plan"]


@pytest.mark.parametrize("from_stage", [False, True])
def test_a_letter_takes_a_step_on_and_the_room_sees_it(sample: App, *, from_stage: bool) -> None:
    press = on_stage if from_stage else on_console
    press(sample, "s")
    before, plan = taken(sample), commitments(sample)
    assert "B" not in before
    press(sample, "B")
    assert taken(sample) == sorted([*before, "B"])
    assert commitments(sample) == plan + 1
    press(sample, "B")
    assert commitments(sample) == plan + 1
    assert f"{plan + 1} steps in our plan" in sample.stage_says()
    assert kind_shown(sample) == "StepsOffered"


def test_a_letter_taken_by_mistake_is_undone(sample: App) -> None:
    sample.key("s")
    before = taken(sample)
    on_console(sample, "B")
    sample.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken(sample) == before


def test_letters_take_nothing_while_the_room_sees_no_steps(sample: App) -> None:
    plan = commitments(sample)
    for letter in "ACDE":
        on_console(sample, letter)
    assert commitments(sample) == plan
    sample.key("s")
    sample.key("b")  # as a remote sends it for its black screen
    assert kind_shown(sample) == "Blank"
    on_console(sample, "C")
    assert commitments(sample) == plan


def test_b_blanks_where_it_is_no_letter(sample: App) -> None:
    sample.key("b")
    assert kind_shown(sample) == "Blank"
    sample.key("s")
    assert kind_shown(sample) == "StepsOffered"


def test_the_console_names_the_letter_of_each_step_and_a_click_takes_it(sample: App) -> None:
    sample.key("s")
    assert "B" not in taken(sample)
    button = named(sample, "Take this on  Shift+B")
    sample.click_on(button)
    assert "B" in taken(sample)


def test_letters_typed_into_a_field_are_words(sample: App) -> None:
    sample.key("s")
    plan = commitments(sample)
    sample.fill("Our one commitment", "a bad face")
    assert commitments(sample) == plan
    assert kind_shown(sample) == "StepsOffered"


def test_f_asks_the_fist_to_five_before_hands_go_up(sample: App) -> None:
    sample.key("f")
    assert "How far do you stand behind this plan?" in sample.stage_says()
    sample.expect("The fist to five. X goes back to the plan.")
    sample.key("x")
    assert kind_shown(sample) == "Plan"


# -- questions and statements ---------------------------------------------------------------


def test_q_asks_one_question_after_another(app: App) -> None:
    opened_at(app, "Build mutual trust", "Talk it through")
    asked = []
    for _ in range(6):
        app.key("q")
        scene = app.stage.scene_shown
        asked.append(scene.question if isinstance(scene, QuestionAsked) else "")
    assert asked[0].startswith("When did another partner last keep")
    assert len(set(asked)) == 6
    assert asked[-1] == ""


def test_a_question_is_chosen_on_the_console_and_taken_off_again(app: App) -> None:
    opened_at(app, "Build mutual trust", "Talk it through")
    asks = [
        b
        for b in visible(app.console, QAbstractButton)
        if b.accessibleDescription().startswith("Show the room this question")
    ]
    second = asks[1]
    app.click_on(second)
    assert "question 2 of 5" in app.stage_says()
    assert second.isChecked()
    app.click_on(second)
    assert kind_shown(app) == "Picture"
    assert not second.isChecked()


def test_nothing_is_asked_before_the_reveal(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key("q")
    assert kind_shown(app) == "StatementShown"
    app.key("a")
    assert kind_shown(app) == "StatementsListed"
    app.key(Key.Key_Space)
    assert kind_shown(app) == "VoteOpen"
    app.key("q")
    assert kind_shown(app) == "VoteOpen"


def test_a_scene_chosen_is_left_when_the_day_goes_on(sample: App) -> None:
    sample.key("s")
    while kind_shown(sample) != "Closing":
        sample.key(Key.Key_PageDown)
    sample.key(Key.Key_PageUp)
    assert kind_shown(sample) == "Plan"


def test_killed_and_continued_shows_the_steps_own_scene(sample: App, start: Start) -> None:
    sample.key("s")
    folder = sample.data_dir
    sample.stop()
    again = start(folder)
    again.click("Continue")
    assert kind_shown(again) == "Plan"


# -- notes ----------------------------------------------------------------------------------


def test_a_note_is_shown_only_on_choice_and_taken_off_again(sample: App) -> None:
    sample.key("n")
    sample.key("i")
    sample.type("Share one van")
    sample.key(Key.Key_Return)
    assert kind_shown(sample) == "Plan"
    shown = next(
        b
        for b in visible(sample.console, QAbstractButton)
        if b.text() == "Show" and "Share one van" in b.accessibleDescription()
    )
    sample.click_on(shown)
    scene = sample.stage.scene_shown
    assert isinstance(scene, NoteShown)
    assert (scene.kicker, scene.text) == ("Idea", "Share one van")
    assert (shown.isChecked(), shown.text()) == (True, "Take off")
    sample.click_on(shown)
    assert kind_shown(sample) == "Plan"
    assert (shown.isChecked(), shown.text()) == (False, "Show")


def test_a_note_that_is_removed_leaves_the_stage(sample: App) -> None:
    sample.key("n")
    sample.key("i")
    sample.type("Share one van")
    sample.key(Key.Key_Return)
    session = sample.desktop.session
    assert session is not None
    note = next(n for n in session.record.notes if n.text == "Share one van")
    session.showing.toggle_note(note)
    assert kind_shown(sample) == "NoteShown"
    session.noting.remove(note)
    settle()
    assert kind_shown(sample) == "Plan"


# -- the list of keys -----------------------------------------------------------------------


def test_every_key_of_the_console_is_in_the_list_of_keys(sample: App) -> None:
    sample.key(Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = dialogs()
    listed = words(dialog).replace("full stop", ".")
    keys = {s.key().toString() for s in sample.desktop.view.findChildren(QShortcut)}
    assert {"Q", "A", "S", "F", "X", "P", "N", "B", "."} <= keys
    missing = [key for key in keys if not re.search(rf"(?<!\w){re.escape(key)}(?!\w)", listed)]
    assert missing == []
    sample.click("Close")
    sample.come_back()
    sample.click("Keys  Ctrl+/")
    assert len(dialogs()) == 1
    sample.click("Close")


def test_what_is_shown_can_be_taken_off_only_while_something_is(sample: App) -> None:
    assert sample.buttons("Take off  X") == []
    sample.key("s")
    sample.click("Take off  X")
    assert kind_shown(sample) == "Plan"


def test_fists_that_are_shown_take_the_place_of_their_question(sample: App) -> None:
    on_console(sample, "f")
    assert kind_shown(sample) == "FistAsked"
    fields = [f for f in visible(sample.front(), CountField) if "Hands with" in f.accessibleName()]
    for field, hands in zip(fields, (0, 0, 1, 2, 6, 3), strict=True):
        field.setText(str(hands))
    sample.click("Show it")
    assert "show three fingers or more" in sample.stage_says()


# -- ways to look ---------------------------------------------------------------------------


@pytest.mark.parametrize("from_stage", [False, True])
def test_each_way_to_look_has_its_key_and_a_note_on_the_stage_is_no_result(
    app: App, *, from_stage: bool
) -> None:
    press = on_stage if from_stage else on_console
    prepare(app, 12)
    at_statement(app)
    session = app.desktop.session
    for points in ((1, 5) * 6, (3, 4) * 6):
        session.voting.open_vote(Channel.NUMBER_KEYS)
        for point in points:
            session.voting.cast(point)
        session.voting.close()
        session.voting.reveal()
    press(app, "v")
    assert kind_shown(app) == "Compared"
    press(app, "g")
    assert kind_shown(app) == "Compared", "there are no partners"
    press(app, "r")
    assert kind_shown(app) == "Revealed"
    assert named(app, "Result").isChecked()
    press(app, "q")
    assert kind_shown(app) == "QuestionAsked"
    assert not named(app, "Result").isChecked()
    press(app, "r")
    assert kind_shown(app) == "Revealed"
    assert named(app, "Result").isChecked()


def test_v_sorts_the_actions_where_we_stand(app: App) -> None:
    opened_at(app, "Where we stand")
    session = app.desktop.session
    first = session.order
    on_console(app, "v")
    assert session.order is not first
    for _ in range(2):
        on_console(app, "v")
    assert session.order is first


def test_hands_are_counted_where_the_keys_are_once_the_room_is_asked_for_them(sample: App) -> None:
    sample.console.resize(1100, 760)
    take_the_first(sample)
    sample.key("f")
    come_to_rest()
    fields = visible(sample.console, CountField)
    assert has_focus(fields[0])
    (show,) = sample.buttons("Show it")
    assert show.visibleRegion().boundingRect() == show.rect()
    sample.key("x")
    assert not has_focus(fields[0])


def test_enter_leaves_the_sentence_and_letters_are_keys_again(sample: App) -> None:
    take_the_first(sample)
    sample.key(Key.Key_O, Qt.KeyboardModifier.AltModifier)
    line = sample.field("Our one commitment", QLineEdit)
    assert has_focus(line)
    sample.retype("One page by June")
    sample.key(Key.Key_Return)
    sample.key("f")
    assert line.text() == "One page by June"
    assert sample.desktop.session.aside.kind is AsideKind.FIST  # type: ignore[union-attr]


def take_the_first(sample: App) -> None:
    if not commitments(sample):
        sample.click("Take this on")
