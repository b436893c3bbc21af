"""What only a window server can tell: who has the keys, and what covers the screen."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.helpers import ROOT
from tests.journeys.driver import App, Key, wait_for
from tests.journeys.ways import count, prepare

pytestmark = [pytest.mark.x11, pytest.mark.gui]
needs_monitors = pytest.mark.skipif(shutil.which("xrandr") is None, reason="no xrandr")
needs_typist = pytest.mark.skipif(shutil.which("xdotool") is None, reason="no xdotool")


def press(*keys: str) -> None:
    """Press keys as a keyboard does: the window server gives them to whoever has the focus."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def in_front(app: App) -> object:
    return QApplication.activeWindow()


@pytest.fixture
def at_the_first_statement(app: App) -> App:
    wait_for(lambda: in_front(app) is app.console, "the console to have the keys")
    prepare(app, 7, turns=True)
    assert app.desktop.session is not None
    app.desktop.session.turns.say_seen(seen=False)
    app.key(Key.Key_Space)
    return app


@needs_typist
def test_the_stage_takes_the_screen_and_the_keys_and_gives_them_back(
    at_the_first_statement: App,
) -> None:
    app = at_the_first_statement
    press("F5")
    wait_for(lambda: in_front(app) is app.stage, "the stage to have the keys")
    whole = QGuiApplication.primaryScreen().geometry()
    # Not frameGeometry: Qt may keep the frame of the window's normal state for a while.
    wait_for(lambda: app.stage.geometry() == whole, "the stage to fill the screen")
    assert app.stage.isFullScreen()
    press("Escape")
    wait_for(lambda: in_front(app) is app.console, "the console to have the keys again")
    assert not app.stage.isVisible()


def name_of_focus() -> str:
    """Return the title of the window that the window server gives keys to."""
    command = ["xdotool", "getwindowfocus", "getwindowname"]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def hold_escape(app: App) -> None:
    """Hold Esc as long as it takes to come back from the ballot."""
    subprocess.run(["xdotool", "keydown", "Escape"], check=True)
    wait_for(app.ballot.isHidden, "the ballot to go")
    subprocess.run(["xdotool", "keyup", "Escape"], check=True)
    wait_for(lambda: in_front(app) is app.console, "the console to have the keys again")


@needs_typist
def test_a_digit_and_enter_from_the_keyboard_are_a_vote(at_the_first_statement: App) -> None:
    app = at_the_first_statement
    press("space")
    wait_for(lambda: in_front(app) is app.ballot, "the ballot to have the keys")
    whole = QGuiApplication.primaryScreen().geometry()
    wait_for(lambda: app.ballot.geometry() == whole, "the ballot to fill the screen")
    press("Return", "4", "KP_Enter")
    wait_for(lambda: app.reads("Thank you. Your rating is in."), "the first vote")
    press("space", "Page_Down", "F5", "Escape", "period", "Return", "5")
    wait_for(lambda: app.ballot.turn.chosen == (5,), "the second pick")
    hold_escape(app)
    app.expect("1 of 7 in", "Ballot on the laptop")
    press("space")
    wait_for(lambda: in_front(app) is app.ballot, "the ballot to come back")
    press("Return", "Return", "2", "Return")
    wait_for(lambda: count(app) == "2 of 7 in", "the vote after coming back")
    hold_escape(app)


@pytest.fixture
def two_monitors() -> Iterator[None]:
    """Split the window server's screen into a laptop and a projector."""
    whole = QGuiApplication.primaryScreen().geometry()
    left, right = whole.width() * 3 // 5, whole.width() - whole.width() * 3 // 5
    _split("--setmonitor", "laptop", f"{left}/300x{whole.height()}/200+0+0", "screen")
    _split("--setmonitor", "projector", f"{right}/300x{whole.height()}/200+{left}+0", "none")
    wait_for(lambda: len(QGuiApplication.screens()) == 2, "two screens")
    yield
    for name in ("projector", "laptop"):
        _split("--delmonitor", name)
    wait_for(lambda: len(QGuiApplication.screens()) == 1, "one screen")


def _split(*words: str) -> None:
    subprocess.run(["xrandr", *words], check=True, capture_output=True)


@needs_typist
@needs_monitors
def test_with_a_projector_hands_are_typed_on_the_console_at_once(
    two_monitors: None, app: App
) -> None:
    wait_for(lambda: in_front(app) is app.console, "the console to have the keys")
    prepare(app, 7)
    wait_for(lambda: app.stage.isVisible() and app.stage.isFullScreen(), "the stage")
    assert app.stage.screen() is not app.console.screen()
    press("space")
    wait_for(lambda: in_front(app) is app.console, "the keys to be the console's")
    wait_for(lambda: "rely on one another" in app.stage_says(), "the first statement")
    press("space")
    wait_for(lambda: app.reads("0 of 7 people counted"), "the vote to be open")
    press("2", "Tab", "5")
    wait_for(lambda: app.reads("Everybody is counted."), "the hands to be counted")


@needs_typist
@needs_monitors
def test_with_a_projector_the_ballot_keeps_the_keys_whatever_is_clicked(
    two_monitors: None, app: App
) -> None:
    wait_for(lambda: in_front(app) is app.console, "the console to have the keys")
    prepare(app, 7, turns=True)
    wait_for(lambda: app.stage.isVisible() and app.stage.isFullScreen(), "the stage")
    press("space")
    wait_for(lambda: "rely on one another" in app.stage_says(), "the first statement")
    press("space")
    wait_for(lambda: in_front(app) is app.ballot, "the ballot to have the keys")
    assert app.ballot.screen() is app.console.screen()
    assert app.ballot.screen() is not app.stage.screen()
    middle = app.stage.geometry().center()
    subprocess.run(["xdotool", "mousemove", *map(str, middle.toTuple()), "click", "1"], check=True)
    wait_for(lambda: name_of_focus() == app.ballot.windowTitle(), "the keys to come back")
    press("space", "Page_Down", "Return", "4", "Return")
    wait_for(lambda: count(app) == "1 of 7 in", "the vote after a click on the wall")
    assert app.stage.isVisible()
    hold_escape(app)


@needs_typist
def test_a_second_start_raises_the_first_window_and_ends(tmp_path: Path) -> None:
    with roundtable(tmp_path / "data") as first:
        mine = window_of(first)
        with roundtable(tmp_path / "other") as other:
            theirs = window_of(other)
            wait_for(lambda: active_window() == theirs, "the other library in front")
            with roundtable(tmp_path / "data") as second:
                assert second.wait(20) == 0
            wait_for(lambda: active_window() == mine, "the first window in front")
        assert first.poll() is None


@contextmanager
def roundtable(data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(data_dir)]
    with subprocess.Popen(command, cwd=ROOT, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def window_of(process: subprocess.Popen[str]) -> str:
    """Return a process's window once it is there and has the keys."""
    found: list[str] = []

    def look() -> bool:
        assert process.poll() is None
        found[:] = _ask(
            "search", "--all", "--onlyvisible", "--pid", str(process.pid), "--name", "."
        )
        return active_window() in found

    wait_for(look, "a window with the keys")
    return active_window()


def active_window() -> str:
    return "".join(_ask("getactivewindow"))


def _ask(*words: str) -> list[str]:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout.split()
