"""A follow-up of a day that was held: what moved, on the console's pages and on the stage by W."""

from __future__ import annotations

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.scenes.aside_scenes import ThenAndNowSeen
from tests.journeys.driver import App, settle

UP, SAME = (0, 0, 0, 0, 0, 12), (0, 0, 1, 3, 6, 2)


@pytest.fixture
def follow_up(app: App) -> App:
    """Give the console of a follow-up in which two statements were rated."""
    services = app.desktop.services
    assert services is not None
    held = services.library.add_sample(closed=True).value
    key = services.following.begin(held).value
    for statement, votes in (("I1", UP), ("T1", SAME)):
        round_ = services.rounds.open(key, statement, Channel.HANDS).value
        services.rounds.count_hands(round_, votes)
        services.rounds.close(round_, "")
        services.rounds.reveal(round_)
    app.desktop.open_workshop(key)
    settle()
    return app


def go_to(app: App, kind: StepKind, subject: str = "") -> None:
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(kind, subject))
    settle()


def shown(app: App) -> ThenAndNowSeen:
    scene = app.stage.scene_shown
    assert isinstance(scene, ThenAndNowSeen)
    return scene


def test_the_day_and_each_action_say_what_moved(follow_up: App) -> None:
    go_to(follow_up, StepKind.OVERVIEW)
    follow_up.expect("Then and now", "2 statements compared: 1 moved up, none down")
    follow_up.expect("1 move in 2 can be luck: talk about it before you build on it.")
    go_to(follow_up, StepKind.ACTION, "I")
    follow_up.expect("Moved up: 0 of 12 rated it 5 last time, 12 of 12 now.")
    follow_up.expect("Not compared: it has not been rated now.")


def test_w_shows_the_room_one_screen_after_another(follow_up: App) -> None:
    go_to(follow_up, StepKind.OVERVIEW)
    follow_up.key("w")
    assert shown(follow_up).title == "What moved"
    words = {row.name: row.words for row in shown(follow_up).rows}
    assert words["Time and means"] == "1 of 3 moved up"
    titles = []
    while isinstance(follow_up.stage.scene_shown, ThenAndNowSeen):
        titles.append(shown(follow_up).title)
        follow_up.key("w")
    assert len(titles) == 6
    assert titles[1] == "Build mutual trust"


def test_a_rehearsal_compares_nothing(follow_up: App) -> None:
    session, services = follow_up.desktop.session, follow_up.desktop.services
    assert session is not None
    assert services is not None
    copy = services.rehearsals.begin(session.record.workshop.id).value
    follow_up.desktop.open_workshop(copy)
    settle()
    go_to(follow_up, StepKind.OVERVIEW)
    assert not follow_up.reads("Then and now")
    follow_up.key("w")
    assert not isinstance(follow_up.stage.scene_shown, ThenAndNowSeen)


def test_a_day_that_follows_none_has_no_such_thing(app: App) -> None:
    app.click("Open the sample workshop")
    go_to(app, StepKind.OVERVIEW)
    assert not app.reads("Then and now")
