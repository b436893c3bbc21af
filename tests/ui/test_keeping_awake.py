"""Awake while the stage is shown; let go when it is hidden, left or the application ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop_app.ui.app.desktop import Desktop
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, settle
from tests.journeys.ways import prepare, turns_vote
from tests.screens import LAPTOP, PROJECTOR

WARNING = "The screen may go dark or lock itself"


class Platform:
    """domain.ports.Awake that says at once whether it can."""

    def __init__(self, *, possible: bool = True) -> None:
        self.possible = possible
        self.held = False
        self.asked: list[str] = []

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:
        self.held = True
        self.asked.append(reason)
        told(self.possible)

    def let_go(self) -> None:
        self.held = False
        self.asked.append("let go")

    def stop(self) -> None:
        self.let_go()


def with_platform(app: App, platform: Platform) -> None:
    desktop: Desktop = app.desktop
    desktop.awake = lambda: platform


def test_it_is_held_while_the_stage_is_shown(app: App) -> None:
    platform = Platform()
    with_platform(app, platform)
    prepare(app, 7)
    assert not platform.held
    app.key(Key.Key_F5)
    assert platform.held
    assert not app.reads(WARNING)
    app.key(Key.Key_Escape)
    assert not platform.held
    app.key(Key.Key_F5)
    app.desktop.show_home()
    assert platform.asked == ["A workshop is on the screen", "let go"] * 2


def test_it_is_let_go_when_the_application_ends(screens: Callable[..., None], start: Start) -> None:
    screens(LAPTOP, PROJECTOR)
    app, platform = start(), Platform()
    with_platform(app, platform)
    prepare(app, 7)
    assert platform.held
    app.stop()
    assert not platform.held


def test_it_is_held_while_the_ballot_fills_the_laptop(app: App) -> None:
    platform = Platform()
    with_platform(app, platform)
    turns_vote(app)
    assert platform.held
    app.leave_ballot()
    assert not platform.held


def test_where_nothing_can_be_held_off_the_console_says_so_while_it_matters(
    screens: Callable[..., None], start: Start
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    with_platform(app, Platform(possible=False))
    prepare(app, 7)
    app.expect(WARNING, "Projector: connected")
    app.key(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert not app.reads(WARNING)
