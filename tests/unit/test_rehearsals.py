"""A rehearsal: a marked copy, filled plausibly, and gone without a trace in the real workshop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.analysis.picture import workshop_picture
from desktop_app.application.rehearsals import Rehearsals
from desktop_app.application.rounds import Rounds
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import NotFound, RuleProblem
from desktop_app.domain.results import Agreement
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.scenes.stage import scene_at
from desktop_app.words.room import REHEARSAL_MARK

from .builders import make_framework, make_record, make_round, make_workshop
from .fakes import Clock, FakeLibrary, Ids


def a_room(present: int = 12, groups: tuple[Group, ...] = ()) -> tuple[FakeLibrary, Rehearsals]:
    workshop = make_workshop(make_framework(actions=("T", "A", "R")), present=present)
    if groups:
        workshop = replace(workshop, groups=groups, privacy=Privacy.ANONYMOUS_WITH_GROUP)
    real = replace(workshop, status=WorkshopStatus.RUNNING, position="overview", headline="Go")
    library = FakeLibrary(make_record(make_round("T1", (0, 1, 2, 3, 0)), workshop=real))
    return library, Rehearsals(library, Clock(), Ids())


def test_a_rehearsal_is_a_copy_as_prepared() -> None:
    library, rehearsals = a_room()
    real = library.record()
    made = rehearsals.begin("w1").value
    copy = library.record(made)
    assert copy.workshop.rehearsal_of == "w1"
    assert copy.workshop.title == "Rehearsal: A workshop"
    assert (copy.workshop.position, copy.workshop.headline) == ("welcome", "")
    assert copy.workshop.status is WorkshopStatus.PREPARED
    assert copy.workshop.framework == real.workshop.framework
    assert copy.rounds == copy.notes == copy.commitments == ()
    assert library.record() == real


def test_a_long_title_keeps_the_mark() -> None:
    library = FakeLibrary(make_record(workshop=replace(make_workshop(), title="x" * MAX_TITLE)))
    made = Rehearsals(library, Clock(), Ids()).begin("w1").value
    title = library.record(made).workshop.title
    assert (title.startswith("Rehearsal: xx"), len(title)) == (True, MAX_TITLE)


def test_the_real_workshop_takes_no_pretend_ballot() -> None:
    library, rehearsals = a_room()
    real = Rounds(library, Ids()).open("w1", "T2", Channel.TURNS).value
    for call in (
        lambda: rehearsals.fill_round(real),
        lambda: rehearsals.fill_all("w1"),
        lambda: rehearsals.end("w1"),
    ):
        with pytest.raises(RuleProblem):
            call()
    assert library.round(real).ballots_in == 0


@pytest.mark.parametrize("channel", [Channel.HANDS, Channel.TURNS, Channel.NUMBER_KEYS])
def test_an_open_vote_is_filled_to_the_last_person(channel: Channel) -> None:
    library, rehearsals = a_room()
    made = rehearsals.begin("w1").value
    ids = Ids()
    rounds = Rounds(library, lambda: f"r{ids()}")
    key = rounds.open(made, "T1", channel).value
    if channel is not Channel.HANDS:
        rounds.cast(key, 3)
    rehearsals.fill_round(key)
    assert library.round(key).ballots_in == 12
    rehearsals.fill_round(key)
    assert library.round(key).ballots_in == 12
    rounds.close(key)
    rounds.reveal(key)
    with pytest.raises(RuleProblem, match="closed"):
        rehearsals.fill_round(key)


@pytest.mark.parametrize("channel", [Channel.HANDS, Channel.TURNS])
def test_a_vote_by_partner_is_filled_with_those_who_are_missing_of_each(channel: Channel) -> None:
    groups = (Group("Council", 5), Group("Police", 3))
    library, rehearsals = a_room(8, groups)
    made = rehearsals.begin("w1").value
    ids = Ids()
    rounds = Rounds(library, lambda: f"r{ids()}")
    key = rounds.open(made, "T1", Channel.PAPER).value
    for group in ("Police", "Police", "Council"):
        rounds.cast(key, 3, group)
    rounds.use_channel(key, channel)
    rehearsals.fill_round(key)
    assert library.round(key).in_by_group == (("Council", 5), ("Police", 3))


def test_every_vote_is_filled_and_shows_different_results() -> None:
    library, rehearsals = a_room(present=30)
    made = rehearsals.begin("w1").value
    ids = Ids()
    waiting = Rounds(library, lambda: f"r{ids()}").open(made, "T2", Channel.TURNS).value
    assert rehearsals.fill_all(made).value == 6
    record = library.record(made)
    assert {r.state for r in record.rounds} == {RoundState.REVEALED}
    assert library.round(waiting).ballots_in == 30
    assert library.in_boxes() == 0
    picture = workshop_picture(record)
    seen = {
        s.result.agreement for a in picture.actions for s in a.statements if s.result is not None
    }
    assert Agreement.OPPOSING in seen
    assert len(seen) >= 3
    assert rehearsals.fill_all(made).value == 0


@pytest.mark.parametrize("channel", [Channel.HANDS, Channel.TURNS])
def test_groups_get_their_own_pretend_ballots(channel: Channel) -> None:
    groups = (Group("Council", 7), Group("Health", 5))
    library, rehearsals = a_room(groups=groups)
    made = rehearsals.begin("w1").value
    with library.writing() as work:
        work.save_workshop(replace(work.workshop(made), channel=channel))
        work.commit()
    rounds = Rounds(library, Ids())
    for statement_id in ("T1", "T2"):
        key = rounds.open(made, statement_id, channel).value
        rehearsals.fill_round(key)
        cast = {g.label: 0 for g in groups}
        with library.reading() as work:
            for tally in work.counts_to_reveal(work.round(key)):
                cast[tally.group] += tally.votes
        assert cast == {"Council": 7, "Health": 5}


def test_every_scene_says_that_it_is_a_rehearsal() -> None:
    library, rehearsals = a_room()
    made = rehearsals.begin("w1").value
    rehearsals.fill_all(made)
    record = library.record(made)
    for step in workshop_steps(record.workshop.framework):
        assert getattr(scene_at(record, step), "mark", "") == REHEARSAL_MARK, step


def test_the_end_leaves_only_the_real_workshop() -> None:
    library, rehearsals = a_room()
    real = library.record()
    before = library.shelf.copy()
    made = rehearsals.begin("w1").value
    rehearsals.fill_all(made)
    assert rehearsals.end(made).value == "w1"
    assert library.record() == real
    assert library.shelf == before
    with pytest.raises(NotFound):
        library.record(made)


def test_a_rehearsal_has_no_rehearsal() -> None:
    _library, rehearsals = a_room()
    made = rehearsals.begin("w1").value
    with pytest.raises(RuleProblem, match="rehearsal already"):
        rehearsals.begin(made)
