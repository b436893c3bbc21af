"""Each channel has its panels, and the pages show the one of the channel that is voted by."""

from __future__ import annotations

import pytest

from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.console.ways.table import WAYS
from desktop_app.ui.console.ways.way import DotsWay, Way
from tests.journeys.driver import App, settle, visible


@pytest.fixture
def day(app: App) -> App:
    app.click("Open the sample workshop")
    return app


def test_a_vote_on_a_statement_is_taken_by_the_panel_of_its_channel(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    session.voting.open_vote(Channel.HANDS)
    for channel in reversed(IN_THE_ROOM):
        session.voting.use_channel(channel)
        settle()
        assert [type(way) for way in visible(day.console, Way)] == [WAYS[channel].ratings]
        others = [WAYS[other].ratings for other in IN_THE_ROOM if other is not channel]
        assert WAYS[channel].ratings not in others


def test_dots_are_taken_by_the_panel_of_their_channel(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.PRIORITIES))
    session.dotting.discard()
    session.dotting.open_vote(Channel.HANDS)
    for channel in reversed(IN_THE_ROOM):
        session.dotting.use_channel(channel)
        settle()
        assert [type(way) for way in visible(day.console, DotsWay)] == [WAYS[channel].dots]


@pytest.mark.usefixtures("qtbot")
def test_each_vote_is_called_by_its_channel() -> None:
    names = [panels.ratings().vote_text("second vote") for panels in WAYS.values()]
    assert len(set(names)) == len(Channel)
    assert all(name.startswith("second vote") for name in names)
    assert "second vote on paper" in names


def test_a_panel_that_was_left_takes_nothing_more(day: App) -> None:
    session = day.desktop.session
    session.go_to(Step(StepKind.PRIORITIES))
    session.dotting.discard()
    session.dotting.open_vote(Channel.PAPER)
    panel = visible(day.console, DotsWay)[0]
    assert panel.session is session
    day.go_home()
    assert panel.session is None
