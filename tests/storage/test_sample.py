"""The sample workshop fits its framework, adds up, and can be opened more than once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.agenda import HALF_DAY_MINUTES, clock_minutes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import recommend
from desktop_app.recommendations.taken import taken_on
from desktop_app.resources import resource
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from desktop_app.storage.sample_file import read_sample

NOW = datetime(2027, 5, 14, 9, 0, tzinfo=UTC)
FRAMEWORK = BuiltInFrameworks().built_in()
TEXT = resource("samples", "harbour.en.toml").read_text(encoding="utf-8")

MISTAKES = [
    ("wrong sum", "counts = [0, 1, 3, 6, 2]", "counts = [0, 1, 3, 6, 1]", "round 1", "11 ballots"),
    ("four counts", "counts = [0, 1, 3, 6, 2]", "counts = [1, 3, 6, 2]", "round 1", "4 counts"),
    ("below nought", "counts = [0, 1, 3,", "counts = [-1, 2, 3,", "round 1", "below 0"),
    ("no such statement", 'statement = "T1"', 'statement = "T9"', "round 1", 'no "T9"'),
    ("no such action", 'action = "T"', 'action = "X"', "note 3", 'no "X"'),
    ("no such step", 'step = "G-N1"', 'step = "G-N9"', "commitment 5", 'no "G-N9"'),
    ("no time", 'begins = "09:30"', 'begins = "half nine"', 'field "begins"', "time of day"),
    ("no such vote", 'statement = "G2"\naction', 'statement = "G9"\naction', "commitment 5", "G9"),
    ("no such source", '["MUN-RSA"]', '["NEW"]', "commitment 5", 'no "NEW"'),
    ("no such channel", 'channel = "turns"', 'channel = "shouts"', "round 2", "Use one of: hands"),
    ("no such kind", 'kind = "evidence"', 'kind = "rumour"', "note 1", "Use one of: evidence"),
    ("no date", "held_on = 2027-05-14", "held_on = 14", 'field "held_on"', "must be a date"),
    ("text for date", "held_on = 2027-05-14", 'held_on = "May"', 'field "held_on"', "be a date"),
    ("too many dots", "I = 14", "I = 15", "priorities", "37 dots"),
    ("dots below nought", "I = 14", "I = -1", "priorities", "below 0"),
    ("dots on no action", "I = 14", "X = 14", "priorities", 'no "X"'),
    ("no dots each", "dots_each = 3", "dots_each = 0", "priorities", "1 to 10 dots"),
    ("fewer fingers", "fist = [0, ", "fist = [", 'field "fist"', "6 counts"),
    ("fist below nought", "fist = [0, ", "fist = [-1, ", 'field "fist"', "below 0"),
    ("more fists than people", "fist = [0, ", "fist = [1, ", 'field "fist"', "13 people"),
    ("unknown key", "present = 12", "present = 12\nabsent = 1", "x.toml", '"absent" is not known'),
]


def sample() -> WorkshopRecord:
    return BuiltInSamples().sample(FRAMEWORK, NOW)


def counts(round_: Round) -> dict[int, int]:
    return {tally.point: tally.votes for tally in round_.tallies}


def test_it_is_the_away_day_of_the_harbour_partnership() -> None:
    workshop = sample().workshop
    assert (workshop.title, workshop.partnership, workshop.present) == (
        "Away-day, 14 May",
        "Harbour Children's Partnership",
        12,
    )
    assert (workshop.held_on, workshop.review_on) == (date(2027, 5, 14), date(2027, 11, 12))
    assert (workshop.created_at, workshop.updated_at) == (NOW, NOW)


def test_it_is_marked_as_a_sample_and_still_running() -> None:
    workshop = sample().workshop
    assert workshop.is_sample
    assert workshop.status is WorkshopStatus.RUNNING
    assert workshop.position == "welcome"
    assert workshop.framework == FRAMEWORK


def test_every_statement_has_revealed_rounds_numbered_from_one() -> None:
    record = sample()
    for statement in FRAMEWORK.statements:
        rounds = record.rounds_of(statement.id)
        assert [r.ordinal for r in rounds] == list(range(1, len(rounds) + 1)) != []
        assert all(r.state is RoundState.REVEALED for r in rounds)
    assert {r.channel for r in record.rounds} == {Channel.HANDS, Channel.TURNS}


def test_ballots_add_up_to_the_people_in_the_room_or_say_why_not() -> None:
    for round_ in sample().rounds:
        total = sum(tally.votes for tally in round_.tallies)
        assert total == round_.ballots_in
        assert (total == round_.present) != bool(round_.difference_reason), round_.statement_id
        assert all(tally.channel is round_.channel for tally in round_.tallies)
        assert all(tally.votes > 0 for tally in round_.tallies)


def test_the_counts_of_the_file_come_back_as_they_stand() -> None:
    first, second = sample().rounds_of("A2")
    assert counts(first) == {0: 1, 1: 2, 2: 3, 3: 1, 4: 4, 5: 1}
    assert counts(second) == {2: 3, 3: 2, 4: 6, 5: 1}


def test_notes_of_every_kind_stand_where_they_were_said() -> None:
    record = sample()
    rounds = {(r.statement_id, r.ordinal) for r in record.rounds}
    assert {note.kind for note in record.notes} == set(NoteKind)
    assert len(record.notes) >= 12
    for note in record.notes:
        assert note.statement_id is None or (note.statement_id, note.ordinal) in rounds
        assert note.action_id is None or FRAMEWORK.action(note.action_id)


def test_commitments_are_complete_and_in_order() -> None:
    commitments = sample().commitments
    assert [c.position for c in commitments] == list(range(len(commitments)))
    for c in commitments:
        assert all((c.title, c.owner, c.due, c.first_move, c.measure))
        assert bool(c.step_id) == bool(c.because) == bool(c.leans_on)
    assert sum(c.step_id is None for c in commitments) == 1


@pytest.mark.parametrize("place", range(5))
def test_each_commitment_was_an_offer_of_the_days_own_results(place: int) -> None:
    """Worked out anew from the votes that stood when it was taken."""
    record = sample()
    taken = record.commitments[place]
    if not taken.keys:
        return
    (reason,) = taken.taken_for
    stood = tuple(
        r
        for r in record.rounds
        if r.statement_id != reason.statement_id or r.ordinal <= reason.ordinal
    )
    then = replace(record, rounds=stood)
    offers = recommend(then, workshop_picture(then))
    (offer,) = (one for one in offers if one.key == taken.keys[0])
    assert offer.kept_keys == taken.step_id
    assert (offer.because, offer.leans_on) == (taken.because, taken.leans_on)
    assert offer.action_id == taken.action_id


def test_what_the_last_vote_shows_stands_beside_what_a_step_was_taken_on_for() -> None:
    told = {" ".join(one.commitment.step_ids): one.last_vote for one in taken_on(sample())}
    assert told.pop("A-D1") == "In the last vote 3 of 12 rated “Plain to all” low, 7 high."
    assert set(told.values()) == {""}


def test_the_day_has_an_agenda_and_begins_by_the_clock() -> None:
    agenda = sample().workshop.agenda
    assert clock_minutes(agenda) == 9 * 60 + 30
    assert sum(item.minutes for item in agenda) == HALF_DAY_MINUTES
    assert any(item.step.startswith("break") for item in agenda)


def test_the_room_has_said_what_matters_most() -> None:
    record = sample()
    vote = record.priority_vote
    assert vote is not None
    assert vote.state is RoundState.REVEALED
    assert (vote.dots_each, vote.present, vote.ballots_in, vote.dots_in) == (3, 12, 12, 36)
    assert vote.by_action == {"T": 6, "A": 11, "I": 14, "G": 3, "L": 2}
    assert vote.concordance is None  # nobody's ranking is known
    assert vote.dots_each == record.workshop.dots_each


def test_the_room_has_shown_how_far_it_stands_behind_the_plan() -> None:
    workshop = sample().workshop
    assert len(workshop.fist) == 6
    assert sum(workshop.fist) == workshop.present


def test_a_sample_without_dots_and_fist_is_read_too(tmp_path: Path) -> None:
    plain = TEXT[: TEXT.index("[priorities]")] + TEXT[TEXT.index("# What was said") :]
    path = tmp_path / "x.toml"
    path.write_text(re.sub(r"(?m)^fist = .*$", "", plain), encoding="utf-8")
    record = read_sample(path, FRAMEWORK, NOW)
    assert (record.priority_vote, record.workshop.fist) == (None, ())


def test_ids_are_new_each_time_and_belong_together() -> None:
    records = [sample(), sample()]
    ids: list[str] = []
    for record in records:
        assert record.priority_vote is not None
        parts = (*record.rounds, *record.notes, *record.commitments, record.priority_vote)
        assert {part.workshop_id for part in parts} == {record.workshop.id}
        ids += [record.workshop.id, *(part.id for part in parts)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("old", "new", "place", "mistake"),
    [case[1:] for case in MISTAKES],
    ids=[case[0] for case in MISTAKES],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, place: str, mistake: str
) -> None:
    assert old in TEXT
    path = tmp_path / "x.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        read_sample(path, FRAMEWORK, NOW)
    assert place in str(caught.value)
    assert mistake in str(caught.value)
