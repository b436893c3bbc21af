"""What runs beside the steps, through the real windows: time, chime, undo, parking, settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.application.day_clock import DayClock, WallTime
from desktop_app.application.timing import Stopwatch
from desktop_app.domain.agenda import StepTime
from desktop_app.domain.settings import Settings
from desktop_app.domain.steps import Step, StepKind
from desktop_app.storage.settings_file import FILE_NAME, TomlSettings
from desktop_app.ui.console.note_line import NoteLine
from desktop_app.ui.console.screen_button import ScreenButton
from desktop_app.ui.console.undo_button import UndoButton
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.stage.clock import StageClock
from desktop_app.ui.stage.screens import ProjectorState, ScreenChoice
from tests.journeys.driver import App, Key, has_focus, settle, visible
from tests.journeys.ways import prepare, say_unseen

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def timed(app: App) -> Callable[[int], None]:
    """Give a function that lets seconds pass for the open workshop's timer."""
    hand, timer = Hand(), app.desktop.opened.day.timer
    watch = Stopwatch(hand)
    watch.begin(timer._watch.seconds)
    watch.run(running=True)
    timer._watch = watch
    began = datetime(2027, 5, 14, 9, 0, tzinfo=UTC)
    wall = WallTime(lambda: began + timedelta(seconds=hand.now), hand)
    timer._day = DayClock(wall, wall.now(), timer._day.lead)

    def pass_(seconds: int) -> None:
        for _ in range(seconds):
            hand.now += 1
            timer.tick()
        settle()

    return pass_


def undo(app: App) -> QPushButton | None:
    found = [b for b in visible(app.console, QPushButton) if b.accessibleName().startswith("Undo:")]
    return found[0] if found else None


def undo_list(app: App) -> list[QAction]:
    """Return what the list of acts holds, newest first."""
    menu = app.console.findChild(UndoButton).menu()
    menu.aboutToShow.emit()
    return menu.actions()


def kept_seconds(app: App, step: Step) -> int:
    times = app.desktop.services.workshops.record(app.desktop.session.workshop_id).times
    return next((t.seconds for t in times if t.step == step.key), 0)


# -- notes and undo -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letter", "kind"),
    [("e", "Evidence"), ("b", "Barrier"), ("i", "Idea"), ("q", "Quote"), ("p", "Parked")],
)
def test_a_letter_after_n_chooses_the_kind_and_enter_files(
    app: App, letter: str, kind: str
) -> None:
    prepare(app, 7)
    app.key("n")
    app.key(letter)
    app.type("Not one budget")
    app.key(Key.Key_Return)
    app.expect("Not one budget", kind)
    assert [n.kind.value for n in app.desktop.session.record.notes] == [kind.lower()]


def test_words_may_begin_at_once_and_alt_and_a_number_change_the_kind(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("We never met")
    app.key(Key.Key_5, ALT)
    app.key(Key.Key_Return)
    note = app.desktop.session.record.notes[0]
    assert (note.text, note.kind.value) == ("We never met", "parked")


def test_ctrl_z_takes_the_note_back_although_the_line_has_the_keys(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("Wrong room")
    app.key(Key.Key_Return)
    button = undo(app)
    assert button is not None
    assert "Wrong room" in button.accessibleName()
    app.key(Key.Key_Z, CTRL)
    assert app.desktop.session.record.notes == ()
    assert undo(app) is None


def test_ctrl_z_in_the_words_takes_back_the_typing_only(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("Kept")
    app.key(Key.Key_Return)
    app.type("Half a thou")
    app.key(Key.Key_Z, CTRL)
    assert [n.text for n in app.desktop.session.record.notes] == ["Kept"]


def test_a_removed_note_comes_back_by_the_button(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("Precious")
    app.key(Key.Key_Return)
    app.click("Remove")
    assert app.desktop.session.record.notes == ()
    undo_list(app)[0].trigger()
    assert [n.text for n in app.desktop.session.record.notes] == ["Precious"]


def test_what_was_taken_back_is_done_again_with_the_same_note(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("Precious")
    app.key(Key.Key_Return)
    (note,) = app.desktop.session.record.notes
    for again in ((Key.Key_Z, CTRL | SHIFT), (Key.Key_Y, CTRL)):
        app.key(Key.Key_Z, CTRL)
        assert app.desktop.session.record.notes == ()
        app.key(*again)
        assert app.desktop.session.record.notes == (note,)


def test_only_what_is_on_this_page_is_undone_by_key_and_the_list_says_what_is_where(
    app: App,
) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key("n")
    app.type("One budget")
    app.key(Key.Key_Return)
    app.key(Key.Key_Escape)
    app.rail("Agree ambitions")
    app.key(Key.Key_Z, CTRL)
    assert len(app.desktop.session.record.notes) == 1, "that lies elsewhere"
    (act,) = undo_list(app)
    assert re.fullmatch(
        r"New note “One budget” · Keep promises · \d\d:\d\d\tgo and undo", act.text()
    )
    act.trigger()
    assert app.desktop.session.record.notes == ()
    assert app.desktop.session.step == Step(StepKind.STATEMENT, "T1")


def test_nothing_of_the_first_vote_is_offered_to_undo_while_a_second_goes_on(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.hands(0, 7)
    app.key(Key.Key_Space)
    assert any("reveal" in act.text() for act in undo_list(app))
    app.click("Vote again")
    app.expect("0 of 7 people counted")
    assert undo_list(app) == []
    app.key(Key.Key_Z, CTRL)
    assert not app.reads("That did not work")
    assert undo(app) is None


def test_hands_that_were_taken_back_come_again_as_they_were_last(app: App) -> None:
    prepare(app, 27)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.type("12")
    app.expect("12 of 27 people counted")
    app.key(Key.Key_Tab)
    app.desktop.events.undo_here()
    settle()
    app.expect("0 of 27 people counted")
    app.desktop.events.redo_here()
    settle()
    app.expect("12 of 27 people counted")


def test_where_all_is_taken_back_the_list_is_called_by_what_it_still_offers(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.type("7")
    button = app.console.findChild(UndoButton)
    assert button.text() == "Undo (1)"
    app.desktop.events.undo_here()
    assert (button.text(), button.accessibleName()) == ("Do again", "Do again")
    assert [act.text().split("\t")[1] for act in undo_list(app)] == ["Ctrl+Shift+Z"]
    app.desktop.events.redo_here()
    assert button.text() == "Undo (1)"


def test_ballots_that_are_taken_back_are_never_in_the_list(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.click("Number keys")
    app.key(Key.Key_Space)
    app.key("3")
    app.key("4")
    app.key(Key.Key_Backspace)
    app.expect("1 of 7 in")
    assert undo_list(app) == []
    app.key(Key.Key_Z, CTRL)
    app.key(Key.Key_Y, CTRL)
    app.expect("1 of 7 in")


def test_another_workshop_forgets_what_could_be_undone(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.type("Precious")
    app.key(Key.Key_Return)
    app.go_home()
    app.click("Open the sample workshop")
    assert undo(app) is None


def test_escape_leads_back_to_the_page(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.key("b")
    app.key(Key.Key_Escape)
    assert not has_focus(app.console.findChild(NoteLine).findChild(QLineEdit))


# -- the parking lot ------------------------------------------------------------------------


def test_the_parking_lot_comes_and_goes_with_p(app: App) -> None:
    prepare(app, 7)
    before = app.stage_says()
    app.key("n")
    app.key("p")
    app.type("Travel costs")
    app.key(Key.Key_Return)
    app.key(Key.Key_Escape)
    app.key("p")
    assert "Parking lot" in app.stage_says()
    assert "Travel costs" in app.stage_says()
    app.expect("The parking lot. P goes back to the step.")
    app.key("b")
    assert "Travel costs" not in app.stage_says()
    app.expect("The room sees black. B shows the stage again.")
    app.key("b")
    assert "Travel costs" in app.stage_says()
    app.key("p")
    assert app.stage_says() == before


def test_the_room_goes_on_from_the_parking_lot(app: App) -> None:
    prepare(app, 7, turns=True)
    app.key("p")
    app.key(Key.Key_PageDown)
    assert "Parking lot" not in app.stage_says()
    app.key("p")
    app.click("Open the vote")
    say_unseen(app)
    assert "Parking lot" not in app.stage_says()
    app.leave_ballot()
    app.key("p")
    assert "Parking lot" in app.stage_says()


# -- time -----------------------------------------------------------------------------------


def test_time_is_kept_at_a_step_change_and_every_few_seconds(app: App) -> None:
    prepare(app, 7)
    pass_ = timed(app)
    first = Step(StepKind.STATEMENT, "T1")
    app.key(Key.Key_PageDown)
    pass_(4)
    pass_(2)
    assert 5 <= kept_seconds(app, first) <= 6
    pass_(1)
    app.rail("Trust all round")
    assert kept_seconds(app, first) == 7
    pass_(3)
    app.key(Key.Key_PageUp)
    assert app.desktop.session.step == first
    pass_(2)
    app.rail("Trust all round")
    assert kept_seconds(app, first) == 9


def test_the_header_shows_time_pause_and_one_more_minute(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_PageDown)
    pass_ = timed(app)
    pass_(65)
    app.expect("1:05 of 7:00", "On time · break in")
    app.click("+1 min")
    app.expect("1:05 of 8:00")
    app.key("t")
    pass_(30)
    app.expect("1:05 of 8:00, paused")
    app.click("Go on")
    pass_(1)
    app.expect("1:06 of 8:00")
    pass_(8 * 60)
    app.expect("9:06 of 8:00, over", "3 min behind")


def test_the_stage_shows_minutes_only_where_that_is_wanted(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_PageDown)
    pass_ = timed(app)
    clock = app.stage.findChild(StageClock)
    assert clock.text() == ""
    app.desktop.preferences.set(stage_timer=True)
    pass_(61)
    assert clock.text() == "6 min left"
    app.key("b")
    assert clock.text() == ""
    app.key("b")
    pass_(360)
    assert clock.text() == "Time is up"


def test_a_restart_counts_on_and_stays_paused(start: Callable[..., App], tmp_path: Path) -> None:
    app = start(tmp_path / "library")
    prepare(app, 7)
    app.key(Key.Key_PageDown)
    timed(app)(40)
    app.key("t")
    app.console.close()
    again = start(tmp_path / "library")
    again.key(Key.Key_Space)
    again.expect("0:40 of 7:00, paused")
    assert StepTime("statement:T1", 40) in again.desktop.session.record.times


def again_after_a_kill(start: Callable[..., App], folder: Path) -> App:
    """Start anew beside an application that never ended."""
    again = start(folder)
    again.click("Open", number=0)
    return again


@pytest.mark.slow
@pytest.mark.parametrize("key", ["b", "p"])
def test_the_room_sees_the_same_after_a_kill(
    start: Callable[..., App], tmp_path: Path, key: str
) -> None:
    app = start(tmp_path / "library")
    app.click("Open the sample workshop")
    app.rail("Where we stand")
    usual = app.stage.scene_shown
    app.click_on(visible(app.front(), QComboBox)[0])
    app.key(Key.Key_Down)
    app.key(Key.Key_Return)
    sorted_now = app.desktop.session.own_scene
    assert sorted_now != usual
    app.key(key)
    before = app.stage.scene_shown
    again = again_after_a_kill(start, tmp_path / "library")
    assert again.stage.scene_shown == before
    again.key(key)
    assert again.stage.scene_shown == sorted_now
    assert visible(again.console, QComboBox)[0].currentIndex() == 1
    again.rail("Priorities")
    again.click("Show beside level  V")
    beside = again.stage.scene_shown
    third = again_after_a_kill(start, tmp_path / "library")
    assert third.stage.scene_shown == beside
    third.rail("Welcome")
    third.rail("Priorities")
    assert third.stage.scene_shown != beside


def test_the_last_page_compares_planned_and_taken(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_PageDown)
    timed(app)(125)
    app.rail("Close")
    app.expect("How the time went", "3 h 15 min", "2 min", "The whole day")


# -- chime ----------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [True, False])
def test_a_chime_once_when_everybody_is_in(app: App, wanted: bool) -> None:
    heard: list[int] = []
    prepare(app, 3, turns=True)
    app.desktop.preferences.set(chime=wanted)
    app.desktop.opened.day.chime._sound = lambda: heard.append(1)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.vote(3, 4)
    assert heard == []
    app.vote(5, 5)
    assert heard == [1] * wanted


# -- settings -------------------------------------------------------------------------------


def test_settings_are_kept_and_worn_at_once(app: App) -> None:
    prepare(app, 7)
    app.click("Settings")
    ask = app.dialog(SettingsDialog)
    dark = [b for b in visible(ask, QRadioButton) if b.text() == "Dark"]
    app.click_on(dark[1])
    chime = next(b for b in visible(ask, QCheckBox) if "sound" in b.text())
    app.click_on(chime)
    app.click("Keep")
    settings = app.desktop.preferences.settings
    assert (settings.stage_dark, settings.chime) == (True, False)
    assert app.stage.dark


def test_a_store_keeps_them_for_the_next_start(tmp_path: Path, qapp: object) -> None:
    store = TomlSettings(tmp_path / FILE_NAME)
    Preferences(store).set(chime=False, folder="/somewhere")
    assert Preferences(store).settings == Settings(chime=False, folder="/somewhere")


def test_what_only_the_next_start_asks_for_is_kept_without_a_word(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Moving the window would else build the whole page of the console anew."""
    store = TomlSettings(tmp_path / FILE_NAME)
    preferences = Preferences(store)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.remember(console_maximised=True)
    assert Preferences(store).settings.console_maximised
    with qtbot.waitSignal(preferences.changed):
        preferences.set(chime=False)


def test_labels_of_the_kind_box_are_named(app: App) -> None:
    prepare(app, 7)
    box = app.console.findChild(NoteLine).findChild(QComboBox)
    assert "N, then E, B, I, Q, P" in box.accessibleDescription()
    assert all(label.text() for label in visible(app.console, QLabel) if label.buddy())


def test_a_ballot_is_no_note_where_the_choice_of_screens_goes_with_a_screen(app: App) -> None:
    prepare(app, 7)
    app.key(Key.Key_Space)
    app.click("Number keys")
    app.key(Key.Key_Space)
    stage = app.desktop.opened.stage
    two = tuple(ScreenChoice(name, "", 1920, 1080) for name in ("left", "right"))
    stage.placement.projector_changed.emit(ProjectorState(connected=True, choices=two))
    settle()
    app.console.findChild(ScreenButton).setFocus()
    assert app.console.findChild(ScreenButton).hasFocus()
    stage.placement.projector_changed.emit(ProjectorState(connected=True))
    settle()
    app.key("3")
    app.expect("1 of 7 in")
