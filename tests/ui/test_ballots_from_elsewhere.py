"""Ballots that do not come through the open session: both windows follow them all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.console.count_field import CountField
from tests.journeys.driver import App, Key, settle, visible
from tests.journeys.ways import count, prepare, turns_vote


def elsewhere(app: App, use_case: Callable[..., Any], *args: object) -> Any:
    """Run a use case as a phone's server or another window would, past the session."""
    outcome = app.desktop.events.run(use_case, *args)
    settle()
    return outcome


def fields(app: App) -> list[str]:
    """Return the counts as they stand in their fields."""
    return [field.text() for field in visible(app.console, CountField)]


def test_a_ballot_from_elsewhere_is_counted_on_both_windows(app: App) -> None:
    turns_vote(app)
    session, rounds = app.desktop.session, app.desktop.services.rounds
    before = session.record.workshop
    key = session.round.id
    elsewhere(app, rounds.cast, key, 4)
    app.expect("1 of 7 in")
    assert count(app) == "1 of 7 in"
    assert session.round == rounds.round(key)
    assert session.record.workshop is before  # a ballot is taken over; nothing else is read again
    elsewhere(app, rounds.take_back_last, key)
    assert count(app) == "0 of 7 in"


def test_a_move_reads_nothing_but_where_it_stands(app: App) -> None:
    turns_vote(app)
    session = app.desktop.session
    before = session.record
    session.go_to(session.steps[-1])
    assert session.record.workshop.position == session.steps[-1].key
    assert session.record.rounds is before.rounds
    assert session.record == app.desktop.services.workshops.record(session.workshop_id)


def test_a_move_shows_what_was_changed_elsewhere_in_silence(app: App) -> None:
    turns_vote(app)
    session, notes = app.desktop.session, app.desktop.services.notes
    notes.add(session.workshop_id, session.step, NoteKind.IDEA, "Told to nobody")
    session.go_to(session.steps[-1])
    assert [note.text for note in session.record.notes] == ["Told to nobody"]
    assert session.record == app.desktop.services.workshops.record(session.workshop_id)


def test_hands_counted_elsewhere_are_in_the_fields(app: App) -> None:
    turns_vote(app)
    app.leave_ballot()
    app.click("Count hands instead")
    session, rounds = app.desktop.session, app.desktop.services.rounds
    elsewhere(app, rounds.count_hands, session.round.id, [1, 0, 2, 0, 0, 3])
    app.expect("6 of 7 people counted")
    assert session.round == rounds.round(session.round.id)
    assert count(app) == "6 of 7 in"
    assert fields(app) == ["0", "2", "0", "0", "3", "1"]
    app.click_on(visible(app.console, CountField)[0])
    app.retype("1")
    app.key(Key.Key_Return)
    assert count(app) == "7 of 7 in", "the next own count keeps the others"


def test_a_ballot_in_another_vote_leaves_the_count_alone(app: App) -> None:
    turns_vote(app)
    session, rounds = app.desktop.session, app.desktop.services.rounds
    app.vote(4)
    elsewhere(app, rounds.open, session.workshop_id, "T2", Channel.TURNS)
    other = session.record.latest_round("T2")
    elsewhere(app, rounds.cast, other.id, 2)
    elsewhere(app, rounds.cast, other.id, 2)
    assert count(app) == "1 of 7 in"
    app.expect("1 of 7 in")
    assert session.record.latest_round("T2").ballots_in == 2


def test_a_ballot_of_another_workshop_is_nobodys_here(app: App) -> None:
    turns_vote(app)
    session, services = app.desktop.session, app.desktop.services
    sample = elsewhere(app, services.library.add_sample).value
    there = elsewhere(app, services.rounds.open, sample, "T1", Channel.TURNS).value
    before = session.record
    elsewhere(app, services.rounds.cast, there, 3)
    assert session.record.rounds == before.rounds
    assert count(app) == "0 of 7 in"


def test_a_vote_closed_elsewhere_in_silence_is_read_again_with_the_next_ballot(app: App) -> None:
    turns_vote(app)
    session, rounds = app.desktop.session, app.desktop.services.rounds
    rounds.use_channel(session.round.id, Channel.PAPER)  # told to nobody
    elsewhere(app, rounds.cast, session.round.id, 4)
    assert session.round.channel is Channel.PAPER
    app.expect("1 of 7 in")


def test_dots_from_elsewhere_are_counted_on_both_windows(app: App) -> None:
    turns_vote(app)
    session, services = app.desktop.session, app.desktop.services
    session.go_to(Step(StepKind.PRIORITIES))
    session.dotting.open_vote(Channel.PAPER)
    action = session.record.workshop.framework.actions[0].id
    elsewhere(app, services.priorities.cast, session.workshop_id, {action: 2})
    app.expect("1 of 7 in")
    assert count(app) == "1 of 7 in"
    assert session.dotting.vote.dots_in == 2
    elsewhere(app, services.priorities.take_back, session.workshop_id)
    assert count(app) == "0 of 7 in"


def test_dots_counted_elsewhere_are_in_the_fields(app: App) -> None:
    prepare(app, 7)
    session, services = app.desktop.session, app.desktop.services
    session.go_to(Step(StepKind.PRIORITIES))
    session.dotting.open_vote(Channel.HANDS)
    settle()
    action = session.record.workshop.framework.actions[0].id
    elsewhere(app, services.priorities.count_hands, session.workshop_id, {action: 12})
    assert fields(app) == ["12", "0", "0", "0", "0"]
    app.expect("12 of 21 dots counted")
