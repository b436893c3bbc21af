"""Closing Roundtable in an open vote asks, says that nothing is lost, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, dialogs, settle
from tests.journeys.ways import prepare, turns_vote


def close(app: App) -> None:
    app.console.close()
    settle()


def test_it_asks_and_the_day_goes_on_where_one_stays(app: App) -> None:
    turns_vote(app)
    app.take_turns(4, 4)
    close(app)
    app.expect("Close Roundtable while a vote is open?", "Nothing is lost: the 2 ballots")
    app.key(Key.Key_Return)
    assert dialogs() == [], "Return stays"
    assert app.console.isVisible()
    app.expect("2 of 7 in")


@pytest.mark.slow
def test_closed_all_the_same_it_goes_on_at_the_next_start(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path)
    turns_vote(app)
    app.take_turns(4)
    close(app)
    app.expect("the ballot that is in stays in")
    app.click("Close Roundtable")
    assert not app.console.isVisible()
    assert app.desktop.services is None
    app.stop()
    again = start(tmp_path)
    again.click("Continue")
    again.expect("1 of 7 in")


def test_it_asks_once_however_often_the_window_is_closed(app: App) -> None:
    turns_vote(app)
    app.leave_ballot()
    for _ in range(3):
        close(app)
    assert len([d for d in dialogs() if isinstance(d, ConfirmDialog)]) == 1
    app.expect("no ballot is in yet")


@pytest.mark.parametrize("left", [False, True], ids=["at another step", "at home"])
def test_a_vote_that_is_open_elsewhere_counts_only_in_the_workshop(app: App, left: bool) -> None:
    prepare(app, 7)
    session = app.desktop.session
    session.go_to(Step(StepKind.PRIORITIES))
    session.dotting.open_vote(Channel.PAPER)
    session.go_to(Step(StepKind.WELCOME))
    if left:
        app.desktop.show_home()
    close(app)
    assert app.console.isVisible() is not left


def test_without_an_open_vote_it_closes_at_once(app: App) -> None:
    prepare(app, 7)
    close(app)
    assert not app.console.isVisible()
