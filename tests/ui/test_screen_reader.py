"""With a screen reader on: the facilitator is told, no digit is taken, and what is in is announced.

Qt counts accessibility as on for the rest of a process, so each test runs in one of its own.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.helpers import run_python

BEGIN = """
import sys
from pathlib import Path
from PySide6.QtGui import QAccessible
from desktop_app.ui import screen_reader
from desktop_app.ui.app.run import make_application
from desktop_app.ui.console import twice
from desktop_app.ui.theme import apply_theme
from tests.journeys.driver import App, Key, wait_for
from tests.journeys.ways import prepare, turns_vote
application = make_application()
apply_theme(application, dark=False)
assert not screen_reader.is_on()
QAccessible.setActive({on})
told = []
twice.APART_MS = 0  # keys come as quickly as a computer presses them
announce = screen_reader.announce
def hear(window, text):
    told.append(text)
    announce(window, text)
screen_reader.announce = hear
app = App(Path(sys.argv[1])).start()
"""


def run(folder: Path, script: str, *, on: bool = True) -> None:
    """Drive the application in a process of its own, with accessibility on or off."""
    whole = BEGIN.format(on=on) + textwrap.dedent(script) + "app.stop()\n"
    done = run_python("-c", whole, folder, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_at_the_ballot_digits_are_not_taken_and_arrows_are(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
        turns_vote(app)
        ballot = app.desktop.opened.ballot.window
        wait_for(lambda: app.front() is ballot, "the ballot")
        app.key(Key.Key_Return)
        for digit in "4520":
            app.key(digit)
        assert ballot.turn.under_way and ballot.turn.chosen == ()
        assert app.reads("Choose with the arrows, or click or touch a card.")
        app.key(Key.Key_Down)
        app.key(Key.Key_Down)
        assert ballot.turn.chosen == (2,)
        app.key(Key.Key_Return)
        assert app.desktop.session.round.ballots_in == 1
        """,
    )


@pytest.mark.slow
def test_a_vote_by_ear_is_one_more_in_and_the_room_sees_of_it_no_more(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
        from tests.journeys.ways import count
        turns_vote(app)
        ballot = app.ballot
        wait_for(lambda: app.front() is ballot, "the ballot")
        app.expect("Vote by ear, with headphones")
        said = app.stage_says()
        for key in ("h", Key.Key_Return, Key.Key_Down, Key.Key_Down, Key.Key_Return):
            app.key(key)
            assert app.stage_says() == said
        assert ballot.turn.by_ear and ballot.turn.chosen == (2,)
        assert not app.reads("Just starting")
        app.key(Key.Key_Return)
        assert app.desktop.session.round.ballots_in == 1
        assert (count(app), app.stage_says()) == ("1 of 7 in", said)
        assert ballot.ear.voice.text.startswith("Thank you.")
        app.leave_ballot()
        assert ballot.ear.voice.text == ""
        """,
    )


@pytest.mark.slow
def test_dots_are_placed_by_arrows_and_enter(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
        from desktop_app.domain.channels import Channel
        from desktop_app.domain.steps import Step, StepKind
        turns_vote(app)  # which answers who can see the only screen
        app.leave_ballot()
        session = app.desktop.session
        session.go_to(Step(StepKind.PRIORITIES))
        session.dotting.open_vote(Channel.TURNS)
        app.desktop.opened.ballot.bring()
        turn = app.desktop.opened.ballot.window.turn
        wait_for(lambda: app.front() is app.desktop.opened.ballot.window, "the ballot")
        app.key(Key.Key_Return)
        app.key("3")
        assert turn.chosen == ()
        app.key(Key.Key_Down)
        app.key(Key.Key_Down)
        for _ in range(3):
            app.key(Key.Key_Return)
        assert turn.chosen == (2, 2, 2)
        app.key(Key.Key_Return)
        assert session.dotting.vote.ballots_in == 1
        """,
    )


@pytest.mark.slow
@pytest.mark.parametrize("on", [True, False])
def test_the_facilitator_is_told_before_a_secret_vote(tmp_path: Path, on: bool) -> None:
    run(
        tmp_path,
        f"""
        warning = "A screen reader is on, and it says each key aloud"
        prepare(app, 7)
        app.key(Key.Key_Space)
        assert not app.reads(warning), "hands are no secret"
        app.click("Turns")
        assert app.reads(warning) is {on}
        assert sum(warning in text for text in told) == {int(on)}
        """,
        on=on,
    )


@pytest.mark.slow
def test_what_is_in_and_that_everybody_is_in_is_announced(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
        prepare(app, 2, turns=True)
        app.key(Key.Key_Space)
        app.key(Key.Key_Space)
        voting = app.desktop.session.voting
        told.clear()
        voting.cast(4)
        voting.cast(2)
        assert told == ["1 of 2 in", "Everybody is in."]
        """,
    )


@pytest.mark.slow
def test_on_a_small_laptop_the_warning_is_seen_before_the_vote_is_opened(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
        from desktop_app.ui.console.heard_bar import HeardBar
        prepare(app, 9, turns=True)
        app.console.resize(1366, 700)
        app.show_the_rest()
        app.key(Key.Key_PageDown)
        bars = [one for one in app.console.findChildren(HeardBar) if one.isVisible()]
        assert len(bars) == 1
        wait_for(lambda: bars[0].visibleRegion().boundingRect() == bars[0].rect(), "all of it")
        """,
    )
