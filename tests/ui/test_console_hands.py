"""Counting hands: typed, stepped, pasted; held against the people in the room."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop_app.domain.errors import DiskFull
from desktop_app.domain.ports import Library
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.scenes.scene import Revealed, VoteOpen
from desktop_app.ui.console.count_field import CountField
from tests.journeys.driver import App, Key, has_focus, settle, visible
from tests.journeys.ways import prepare


@pytest.fixture
def counting(app: App) -> App:
    """Give the application with a show of hands under way."""
    prepare(app, 12)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    return app


def fields(app: App) -> list[QLineEdit]:
    return sorted(visible(app.console, CountField), key=lambda f: f.mapToGlobal(f.pos()).x())


def numbers(app: App) -> list[str]:
    return [field.text() for field in fields(app)]


def paste(app: App, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    app.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    app.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_keys_are_on_the_first_count_at_once(counting: App) -> None:
    assert has_focus(fields(counting)[0])
    counting.hands(1, 2, 3, 4, 0, 2)
    counting.expect("12 of 12 people counted", "Everybody is counted.")
    assert not counting.buttons("Accept")


def test_tab_goes_from_count_to_count_and_on_to_closing(counting: App) -> None:
    for field in fields(counting):
        assert has_focus(field)
        counting.type("1")
        counting.key(Key.Key_Tab)
    passed = []
    while len(passed) < 3:
        focus = counting.console.focusWidget()
        assert isinstance(focus, QAbstractButton)
        passed.append(focus.text())
        counting.key(Key.Key_Tab)
    assert passed[0].startswith("Accept")
    assert passed[2] == "Close and reveal"


def test_letters_and_signs_are_refused(counting: App) -> None:
    counting.type("2x/4,")
    assert numbers(counting)[0] == "24"
    counting.expect("More hands than people in the room.")


def test_no_more_than_three_digits(counting: App) -> None:
    counting.type("9999")
    assert numbers(counting)[0] == "999"
    counting.key(Key.Key_Up)
    assert numbers(counting)[0] == "999"
    counting.expect("999 of 12 people counted")


def test_arrows_and_signs_step_and_stop_at_none(counting: App) -> None:
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Plus, Key.Key_Down, Key.Key_Minus):
        counting.key(key)
    assert numbers(counting)[0] == "1"
    counting.key(Key.Key_Down)
    counting.key(Key.Key_Down)
    assert numbers(counting)[0] == "0"


def test_an_emptied_count_is_none(counting: App) -> None:
    counting.type("5")
    counting.key(Key.Key_Backspace)
    counting.expect("0 of 12 people counted")


def test_only_a_plain_number_can_be_pasted(counting: App) -> None:
    for text in ("x", "+", "+5", "1,2", "1.5"):
        paste(counting, text)
        assert numbers(counting)[0] in {"", "0"}, text
        counting.expect("0 of 12 people counted")
    paste(counting, "7")
    assert numbers(counting)[0] == "7"
    counting.expect("7 of 12 people counted")


def test_what_was_counted_is_there_after_a_jump(counting: App) -> None:
    counting.hands(1, 2, 3)
    counting.rail("Where we stand")
    counting.rail("Build mutual trust")
    assert numbers(counting) == ["1", "2", "3", "0", "0", "0"]
    counting.expect("6 of 12 people counted")


def test_hands_stay_in_when_turns_take_over(counting: App) -> None:
    counting.hands(0, 0, 3)
    counting.click("Take turns instead")
    counting.expect("3 of 12 in")
    counting.take_turns(4, 5)
    counting.click("Count hands instead")
    counting.expect("5 of 12 people counted")
    assert numbers(counting) == ["0", "0", "3", "0", "0", "0"]


def test_a_vote_nobody_took_part_in_is_not_closed(counting: App) -> None:
    counting.click("Count the hands")
    counting.expect("0 of 12 people counted")
    counting.click("Discard this vote")
    counting.expect("How shall the room vote?")


class FullDisk:
    """A library, as the port has it, that can be read and no longer written."""

    def __init__(self, library: Library) -> None:
        self.reading = library.reading

    def writing(self) -> NoReturn:
        raise DiskFull("The disk is full.")


def test_a_count_that_could_not_be_stored_is_not_shown(counting: App) -> None:
    counting.hands(1, 2)
    services = counting.desktop.services
    assert services is not None
    services.rounds._library = FullDisk(services.rounds._library)  # type: ignore[assignment]
    counting.type("3")
    counting.key(Key.Key_Return)
    counting.expect("The disk is full.")
    assert numbers(counting) == ["1", "2", "0", "0", "0", "0"]


def test_people_who_come_late_are_counted(counting: App) -> None:
    counting.hands(0, 0, 12)
    counting.set_people(13)
    counting.expect("12 of 13 people counted", "One hand is missing.")


# What the room sees of a count


def on_the_wall(app: App) -> str:
    scene = app.stage.scene_shown
    assert isinstance(scene, VoteOpen)
    return scene.count_text


def look_again(app: App) -> None:
    """Go to another step and come back."""
    session = app.desktop.session
    assert session is not None
    here = session.step
    session.go_to(session.steps[0])
    session.go_to(here)
    settle()


def test_the_room_sees_a_count_once_it_is_finished_and_never_its_digits(counting: App) -> None:
    seen = []
    for digit in "11":
        counting.type(digit)
        seen.append(on_the_wall(counting))
    counting.expect("11 of 12 people counted")
    counting.key(Key.Key_Return)
    assert [*seen, on_the_wall(counting)] == ["0 of 12 in", "0 of 12 in", "11 of 12 in"]


@pytest.mark.parametrize("finish", [Key.Key_Return, Key.Key_Tab])
def test_a_count_that_cannot_be_is_never_on_the_wall(counting: App, finish: Key) -> None:
    counting.hands(0, 3)
    for digit in "345":
        counting.type(digit)
    counting.key(finish)
    counting.expect("348 of 12 people counted", "More hands than people in the room.")
    assert on_the_wall(counting) == "3 of 12 in"
    counting.key(".")
    counting.key(".")
    assert on_the_wall(counting) == "3 of 12 in"


def test_a_count_that_cannot_be_is_no_number_after_a_crash_either(counting: App) -> None:
    counting.hands(345)
    look_again(counting)
    counting.expect("345 of 12 people counted")
    assert on_the_wall(counting) == "Counting"


def test_space_keeps_what_is_typed_before_it_closes(counting: App) -> None:
    counting.hands(0, 0, 5)
    counting.type("7")
    counting.key(Key.Key_Space)
    scene = counting.stage.scene_shown
    assert isinstance(scene, Revealed)
    assert scene.result.counts == (0, 0, 5, 7, 0)


def test_what_is_typed_is_kept_when_the_day_goes_on(counting: App) -> None:
    counting.type("4")
    look_again(counting)
    assert numbers(counting) == ["4", "0", "0", "0", "0", "0"]
    counting.expect("4 of 12 people counted")


def test_a_count_half_typed_stays_while_something_else_is_shown(counting: App) -> None:
    counting.type("1")
    counting.key(".")
    counting.key(".")
    counting.type("0")
    assert numbers(counting)[0] == "10"


def test_plus_and_minus_are_finished_at_once(counting: App) -> None:
    counting.key(Key.Key_Plus)
    assert on_the_wall(counting) == "1 of 12 in"


def test_the_room_sees_whose_hands_are_asked_for(app: App) -> None:
    prepare(app, 12)
    session, services = app.desktop.session, app.desktop.services
    assert session is not None
    assert services is not None
    before = session.record.workshop.details
    groups = (Group("Council", 7), Group("Police", 5))
    details = replace(before, privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=groups)
    services.workshops.change(session.workshop_id, details, before)
    session.reload()
    app.show_the_rest()  # the welcome tells of partners now
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    assert "Hands up: Council" in app.stage_says()
    app.type("3")
    session.voting.pick_group("Police")
    settle()
    assert "Hands up: Police" in app.stage_says()
    assert (on_the_wall(app), numbers(app)) == ("3 of 12 in", ["0"] * 6)


def test_more_hands_of_a_partner_than_it_has_people_are_not_on_the_wall(app: App) -> None:
    test_the_room_sees_whose_hands_are_asked_for(app)
    before = on_the_wall(app)
    app.type("6")
    app.key(Key.Key_Return)
    app.expect("Police: more hands than people.")
    assert on_the_wall(app) == before == "3 of 12 in"
