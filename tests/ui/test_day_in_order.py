"""A day in an order of its own: breaks, own items, what is left out, and the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop_app.application.day_clock import WallTime
from desktop_app.domain.agenda import AgendaItem, half_day
from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.scenes.break_scenes import BreakShown, SlideShown
from desktop_app.scenes.breaks import BreakTime
from desktop_app.words.room import script
from desktop_app.words.who_sees import channel_line
from tests.journeys.driver import App, Key, dialogs, settle
from tests.journeys.ways import prepare

BREAK = Step(StepKind.BREAK, "1")
SLIDE = AgendaItem("own:1", 5, "What the act asks", "One plan for the county")


class Wall:
    """A wall clock that a test moves, and one that only goes forward with it."""

    def __init__(self) -> None:
        self.time = datetime(2027, 5, 14, 9, 0, 20, tzinfo=UTC)
        self.ticks = 0.0

    def pass_(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.ticks += seconds


@pytest.fixture
def day(app: App) -> App:
    """Give the application at the welcome of a day with a break and an own item."""
    prepare(app, 7)
    items = half_day(app.desktop.session.record.workshop.framework)
    change(app, (items[0], SLIDE, *items[1:]))
    return app


def change(app: App, agenda: tuple[AgendaItem, ...]) -> None:
    session = app.desktop.session
    shown = session.record.workshop.details
    wanted = replace(shown, agenda=agenda)
    session.run(session._workshops.change, session.workshop_id, wanted, shown)


def clocked(app: App) -> Wall:
    """Let the open day go by a clock of the test's own."""
    wall, timer = Wall(), app.desktop.opened.day.timer
    timer._wall = timer._break_clock._wall = WallTime(lambda: wall.time, lambda: wall.ticks)
    return wall


def pause(app: App) -> BreakShown:
    app.desktop.opened.day.timer._break_clock.tick()
    scene = app.desktop.session.scene
    assert isinstance(scene, BreakShown)
    return scene


def test_an_own_item_is_a_slide_and_a_step_of_the_day(day: App) -> None:
    day.key(Key.Key_PageDown)
    scene = day.desktop.session.scene
    assert isinstance(scene, SlideShown)
    assert (scene.title, scene.text) == ("What the act asks", "One plan for the county")
    day.expect("Our own item", "What the act asks", "Planned: 5 min")
    assert "One plan for the county" in day.stage_says()
    assert day.rail_texts()[1].startswith("What the act asks")
    day.key(Key.Key_Space)
    assert day.desktop.session.step == Step(StepKind.STATEMENT, "T1")


def test_a_break_says_one_time_of_day_and_the_rest_in_words(day: App) -> None:
    wall = clocked(day)
    day.desktop.session.go_to(BREAK)
    began = wall.time.astimezone() + timedelta(minutes=15)
    back = f"{began.hour}:{began.minute:02}"
    assert (pause(day).title, pause(day).clock) == ("Back at", back)
    assert pause(day).left == "15 minutes left"
    assert pause(day).then.startswith("Then: ")
    day.expect(f"The room sees when to be back: {back}.")
    wall.pass_(13 * 60 + 10)
    assert pause(day).left == "2 minutes left"
    wall.pass_(60)
    assert pause(day).left == "30 seconds left"
    wall.pass_(31)
    assert pause(day).left == "Time to go on"
    day.desktop.opened.day.timer.add_minute()
    assert pause(day).left == "59 seconds left"
    assert pause(day).clock != back


def test_a_break_never_has_more_minutes_left_than_it_has(day: App) -> None:
    session = day.desktop.session
    session.go_to(BREAK)
    session.show_break(BreakTime("9:15", 15 * 60 + 20, 15 * 60))
    assert (session.scene.left, session.scene.share) == ("15 minutes left", 0)


def test_a_break_goes_on_while_the_workshop_is_closed_and_opened_again(day: App) -> None:
    day.desktop.session.go_to(BREAK)
    before = pause(day)
    day.go_home()
    day.click("Continue")
    assert day.desktop.session.step == BREAK
    assert pause(day).clock == before.clock


def test_the_clock_of_the_day_starts_as_the_welcome_is_left(day: App) -> None:
    timer = day.desktop.opened.day.timer
    day.expect("Starts as you go on")
    assert timer.now is not None
    assert not timer.now.begun
    assert not timer._watch.running
    day.key(Key.Key_PageDown)
    assert timer.now.begun
    assert timer._watch.running
    day.expect("On time", "break in")
    day.key(Key.Key_PageUp)
    assert timer.now.begun, "and does not stop where the welcome is looked at again"


def test_nothing_is_shown_of_what_is_left_out(day: App) -> None:
    session = day.desktop.session
    agenda = session.record.workshop.agenda
    gone = {"statement:T2", "statement:A1", "statement:A2", "statement:A3", "statement:A4"}
    change(day, tuple(replace(i, left_out=i.step in gone) for i in agenda))
    assert not any("Agree ambitions" in text for text in day.rail_texts())
    day.rail("Build mutual trust")
    assert not any("Trust all round" in text for text in day.rail_texts())
    day.expect("statement 1 of 2")
    assert session.record.workshop.left_out == ("T2", "A1", "A2", "A3", "A4")
    day.rail("Where we stand")
    assert "Agree ambitions" not in day.stage_says()


def test_what_was_voted_on_stays_in_the_agenda(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    session.voting.open_vote(Channel.TURNS)
    agenda = session.record.workshop.agenda
    change(day, tuple(replace(i, left_out=i.step == "statement:T1") for i in agenda))
    day.expect("“Keep promises” was voted on, so it stays in the agenda. Put it back in.")
    for dialog in dialogs():
        dialog.close()
    assert session.record.workshop.left_out == ()


def test_a_step_that_is_left_out_under_the_room_leads_to_the_next(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T2"))
    agenda = session.record.workshop.agenda
    change(day, tuple(replace(i, left_out=i.step == "statement:T2") for i in agenda))
    assert session.step == Step(StepKind.STATEMENT, "T3")


def test_the_way_to_vote_is_remembered_from_statement_to_statement(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    assert session.going.way is Channel.HANDS
    session.voting.open_vote(Channel.PAPER)
    session.go_to(Step(StepKind.STATEMENT, "T2"))
    assert session.going.way is Channel.PAPER
    session.go_to(Step(StepKind.STATEMENT, "A1"))
    assert session.going.way is Channel.PAPER


def test_the_room_reads_who_sees_what_of_the_way_that_is_chosen_before_the_vote(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    assert channel_line(Channel.HANDS) in day.stage_says()
    session.going.choose_way(Channel.PAPER)
    assert channel_line(Channel.PAPER) in day.stage_says()
    day.expect(script(StepKind.STATEMENT, Channel.PAPER).say)
    session.voting.open_vote(Channel.NUMBER_KEYS)
    session.go_to(Step(StepKind.STATEMENT, "T2"))
    assert channel_line(Channel.NUMBER_KEYS) in day.stage_says()
    day.expect("Anonymous")
    assert not day.reads("Hands, seen by all")


def test_tab_comes_to_the_way_that_is_chosen_and_arrows_choose_another(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    settle()
    primary = day.buttons("Open the vote")[0]
    primary.setFocus()
    for way in (Channel.TURNS, Channel.NUMBER_KEYS):
        day.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        day.key(Key.Key_Down)
        assert session.going.way is way
        day.key(Key.Key_Tab)
        assert primary.hasFocus()
