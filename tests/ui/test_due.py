"""What is due stands on home, quietly, and leads to where it is told what became of it."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.application.planning import Wording
from desktop_app.application.services import Services
from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.workshop import Details
from desktop_app.ui.widgets.optional_date import today
from tests.journeys.driver import App, settle


def held(services: Services) -> str:
    key = services.workshops.create(Details("Away-day", "Harbour")).value
    due = today() - timedelta(days=20)
    services.planning.add_own(key, Wording("Rotate the chair", "Chair", due))
    return key


def test_what_is_due_is_told_until_it_is_done(app: App) -> None:
    services = app.desktop.services
    assert services is not None
    assert not app.reads("Commitments due")
    key = held(services)
    app.desktop.events.announce(services.workshops.finish(key))
    app.expect("Commitments due", "Rotate the chair", "Chair · Harbour", "Was due")
    follow_up = services.following.begin(key).value
    (one,) = services.workshops.record(follow_up).workshop.earlier[0].commitments
    done = Progress(one.identity, Standing.DONE)
    services.following.tell(follow_up, done, Progress(one.identity))
    app.desktop.events.announce(services.workshops.finish(follow_up))
    assert not app.reads("Commitments due")


def test_a_click_opens_the_workshop(app: App) -> None:
    services = app.desktop.services
    assert services is not None
    key = held(services)
    app.desktop.events.announce(services.workshops.finish(key))
    settle()
    app.click("Open its workshop")
    assert app.desktop.session is not None
    assert app.desktop.session.workshop_id == key
