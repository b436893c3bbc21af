"""“What the room sees now” on the console is the very scene of the stage, whatever happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.side_panel import SidePanel
from desktop_app.ui.stage.preview import StagePreview
from tests.screens import LAPTOP, PROJECTOR

from .conftest import Start
from .driver import App, settle, visible, wait_for

Screens = Callable[..., None]
GROUPS = (Group("Council", 6), Group("Police", 5))


def opened(app: App, channel: Channel, *, partners: bool) -> Session:
    """Open a workshop at its first statement."""
    services = app.desktop.services
    assert services is not None
    privacy = Privacy.ANONYMOUS_WITH_GROUP if partners else Privacy.ANONYMOUS
    groups = GROUPS if partners else ()
    details = Details(title="Away-day", privacy=privacy, present=11, channel=channel, groups=groups)
    made = services.workshops.create(details).value
    services.workshops.say_ballot_seen(made, seen=False)
    app.desktop.open_workshop(made)
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    settle()
    return session


def mirror(app: App) -> StagePreview:
    assert app.desktop.view is not None
    return app.desktop.view.side.preview


def same(app: App) -> None:
    """Fail where mirror and stage differ in what they show or say."""
    settle()
    shown = mirror(app)
    assert shown.scene_shown == app.stage.scene_shown
    assert shown.accessibleDescription() == app.stage.accessibleDescription()
    assert app.stage.accessibleName() in shown.accessibleName()


def take_in(session: Session, *, partners: bool) -> None:
    """Take the ballots of everybody."""
    if session.round is not None and session.round.channel is Channel.HANDS:
        for group in GROUPS if partners else (Group("", 11),):
            session.voting.pick_group(group.label)
            session.voting.count_hands([0, 0, 0, 1, group.people - 1, 0])
        return
    for group in GROUPS if partners else (Group("", 11),):
        for _ in range(group.people):
            session.voting.cast(4, group.label)


@pytest.mark.slow
@pytest.mark.parametrize(
    "partners",
    [pytest.param(False, id="one room", marks=pytest.mark.slow), pytest.param(True, id="partners")],
)
@pytest.mark.parametrize("channel", IN_THE_ROOM)
def test_the_mirror_is_the_stage_in_every_way(
    screens: Screens, start: Start, channel: Channel, partners: bool
) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    session = opened(app, channel, partners=partners)
    same(app)
    session.voting.open_vote(channel)
    same(app)
    if channel is Channel.TURNS:
        app.key("1" if partners else "\r")
        app.key("4")
        same(app)
        app.leave_ballot()
    take_in(session, partners=partners)
    same(app)
    for _ in range(2):
        session.toggle_blank()
        same(app)
    session.voting.close()
    same(app)
    session.voting.reveal()
    same(app)
    for step in session.steps:
        session.go_to(step)
        same(app)


def heading(app: App) -> str:
    panel = app.console.findChild(SidePanel)
    assert panel is not None
    return visible(panel, QLabel)[0].text()


def test_it_says_so_where_the_stage_is_hidden(screens: Screens, start: Start) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    session = opened(app, Channel.HANDS, partners=False)
    assert heading(app) == "What the room sees now"
    assert not mirror(app).is_faint
    full = mirror(app).grab().toImage()
    app.desktop.stage.toggle()  # type: ignore[union-attr]
    settle()
    assert heading(app) == "The stage is hidden; F5 shows this"
    assert mirror(app).accessibleName().startswith("The stage is hidden.")
    assert mirror(app).grab().toImage() != full
    session.voting.open_vote(Channel.HANDS)
    same(app)
    app.desktop.stage.toggle()  # type: ignore[union-attr]
    settle()
    assert heading(app) == "What the room sees now"
    same(app)


def test_it_says_so_where_the_projector_went(screens: Screens, start: Start) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    opened(app, Channel.HANDS, partners=False)
    placement = app.desktop.stage.placement  # type: ignore[union-attr]
    screens(LAPTOP)
    wait_for(lambda: not placement.state.connected, "the projector to go")
    settle()
    assert mirror(app).is_faint
    screens(LAPTOP, PROJECTOR)
    wait_for(lambda: placement.state.connected, "the projector to come")
    settle()
    assert not mirror(app).is_faint
    same(app)


def test_the_time_on_the_stage_is_on_the_mirror(screens: Screens, start: Start) -> None:
    screens(LAPTOP, PROJECTOR)
    app = start()
    session = opened(app, Channel.HANDS, partners=False)
    before = mirror(app).grab().toImage()
    mirror(app).show_time("5 min left")
    assert mirror(app).grab().toImage() != before
    mirror(app).show_time("")
    assert mirror(app).grab().toImage() == before
    assert session.scene == mirror(app).scene_shown
