"""What is done for the library beside the work."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.channels import Channel
from desktop_app.domain.workshop import Details
from desktop_app.ui.app.backups import Upkeep
from tests.journeys.driver import App, wait_for


def test_what_a_ballot_leaves_for_later_is_done_once_the_room_has_seen_it(app: App) -> None:
    services = app.desktop.services
    assert services is not None
    done: list[str] = []
    upkeep = Upkeep(app.desktop.events, app.desktop)
    upkeep.start(replace(services, finish_ballots=lambda: done.append("finished")))
    workshop_id = services.workshops.create(Details("Away-day", "Harbour", present=9)).value
    vote = services.rounds.open(workshop_id, "T1", Channel.NUMBER_KEYS).value
    app.desktop.events.run(services.rounds.cast, vote, 4)
    app.desktop.events.run(services.rounds.cast, vote, 2)
    assert not done, "nobody waits for it"
    wait_for(lambda: bool(done))
    assert done == ["finished"]
    upkeep.stop()
