"""What is written to the library is read back; what is not committed leaves nothing."""

from __future__ import annotations

import sqlite3
import string
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.framework import Depth, Framework
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import Ballot, Round, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy, ResultRules, Workshop, WorkshopRecord
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library

from .records import a_framework, a_round, a_workshop, save


@pytest.fixture
def library(tmp_path: Path) -> Any:
    opened = open_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteLibrary]:
    """Lend one library to all examples of a property."""
    opened = open_library(tmp_path_factory.mktemp("shared"))
    yield opened
    opened.close()


def record_of(library: SqliteLibrary, workshop_id: str = "w1") -> WorkshopRecord:
    with library.reading() as work:
        return work.record(workshop_id)


def round_of(library: SqliteLibrary, round_id: str = "r1") -> Round:
    with library.reading() as work:
        return work.round(round_id)


def test_every_field_comes_back(library: SqliteLibrary) -> None:
    workshop = Workshop(
        id="w1",
        title="Away-day, Łódź",
        framework=a_framework(),
        created_at=datetime(2027, 5, 1, 9, 30, 0, 123456, tzinfo=UTC),
        updated_at=datetime(2027, 5, 14, 17, tzinfo=UTC),
        partnership="Partneriaeth Ŵyth",
        place="Αθήνα",
        held_on=date(2027, 5, 14),
        facilitator="Sam O'Neil",
        depth=Depth.QUICK,
        privacy=Privacy.ANONYMOUS_WITH_GROUP,
        present=23,
        channel=Channel.TURNS,
        status=WorkshopStatus.RUNNING,
        is_sample=True,
        rules=ResultRules(3, 6, 11),
        position="statement:T1",
        headline="One budget; 100 %",
        review_on=date(2027, 11, 12),
        observers=3,
        groups=(Group("Łódź", 9), Group("“Harbour”", 14)),
        agenda=(AgendaItem("welcome", 10), AgendaItem("statement:T1", 0)),
        dots_each=5,
        fist=(0, 1, 2, 3, 4, 5),
        rehearsal_of="w0",
        identity="5c1e",
        revision=7,
        language="cy",
    )
    tallies = (Tally(Channel.HANDS, "", 0, 2), Tally(Channel.HANDS, "north", 4, 5))
    rounds = (
        Round(
            "r1",
            "w1",
            "T1",
            1,
            Channel.HANDS,
            RoundState.REVEALED,
            8,
            7,
            tallies,
            "one left",
            4,
            "We heard why",
        ),
        Round("r2", "w1", "T1", 2, Channel.TURNS, RoundState.OPEN, 9),
    )
    notes = (
        Note("n9", "w1", NoteKind.QUOTE, "“Yes”", "T1", "T", 2),
        Note("n1", "w1", NoteKind.PARKED, "Later"),
    )
    commitments = (
        Commitment(
            "c2", "w1", 0, "Agree", "T", "T-low-1", "how", "because", ("V", "A"), "Chair",
            date(2027, 6, 1), "measure", "first",
        ),
        Commitment("c1", "w1", 1, "Own step"),
    )  # fmt: skip
    record = WorkshopRecord(workshop, rounds, notes, commitments)
    save(library, record)
    assert record_of(library) == record
    library.close()
    again = open_library(library.path.parent)
    assert record_of(again) == record
    again.close()


def test_the_sample_comes_back_with_the_built_in_framework(library: SqliteLibrary) -> None:
    framework = BuiltInFrameworks().built_in()
    record = BuiltInSamples().sample(framework, datetime(2027, 5, 14, 9, tzinfo=UTC))
    save(library, record)
    found = record_of(library, record.workshop.id)
    assert found.workshop == record.workshop
    assert (found.notes, found.commitments) == (record.notes, record.commitments)
    assert {r.id: sorted(t.votes for t in r.tallies) for r in found.rounds} == {
        r.id: sorted(t.votes for t in r.tallies) for r in record.rounds
    }


def test_without_a_commit_nothing_stays(library: SqliteLibrary) -> None:
    save(library, WorkshopRecord(a_workshop(), (a_round(),)))
    before = record_of(library)
    with library.writing() as work:
        work.save_workshop(replace(a_workshop(), title="Changed"))
        work.add_ballot(a_round(), Ballot(4))
        work.save_note(Note("n1", "w1", NoteKind.IDEA, "Lost"))
        work.add_workshop(replace(a_workshop(), id="w2"))
    with pytest.raises(ZeroDivisionError), library.writing() as work:
        work.delete_workshop(str(1 // 0))
    assert record_of(library) == before
    with library.reading() as work:
        assert [s.id for s in work.summaries()] == ["w1"]


def test_work_after_a_commit_is_rolled_back_by_itself(library: SqliteLibrary) -> None:
    with library.writing() as work:
        work.add_workshop(a_workshop())
        work.commit()
        work.save_workshop(replace(a_workshop(), title="Changed"))
    assert record_of(library).workshop == a_workshop()


def test_a_reading_unit_sees_one_moment(library: SqliteLibrary) -> None:
    save(library, WorkshopRecord(a_workshop()))
    with library.reading() as reading:
        assert reading.workshop("w1").title == "Away-day"
        with library.writing() as writing:
            writing.save_workshop(replace(a_workshop(), title="Changed"))
            writing.commit()
        assert reading.workshop("w1").title == "Away-day"
    assert record_of(library).workshop.title == "Changed"


def test_a_unit_that_only_reads_commits_nothing(library: SqliteLibrary) -> None:
    with library.reading() as work, pytest.raises(RuntimeError):
        work.commit()


def test_the_last_touched_workshop_comes_first(library: SqliteLibrary) -> None:
    start = datetime(2027, 1, 1, 12, tzinfo=UTC)
    east = (start + timedelta(hours=1)).astimezone(_zone(9))
    for key, moment in (("a", start), ("b", east), ("c", start - timedelta(days=1))):
        save(library, WorkshopRecord(replace(a_workshop(), id=key, updated_at=moment)))
    with library.reading() as work:
        assert [s.id for s in work.summaries()] == ["b", "a", "c"]
        first = work.summaries()[0]
        assert (first.title, first.present, first.position) == ("Away-day", 12, "welcome")


def _zone(hours: int) -> Any:
    from datetime import timezone

    return timezone(timedelta(hours=hours))


def test_saving_keeps_the_frozen_framework(library: SqliteLibrary) -> None:
    save(library, WorkshopRecord(a_workshop()))
    other = replace(a_framework(), title="Another")
    with library.writing() as work:
        work.save_workshop(replace(a_workshop(), framework=other, headline="Go"))
        work.commit()
    kept = record_of(library).workshop
    assert kept.framework == a_framework()
    assert kept.headline == "Go"


def test_equal_frameworks_are_stored_once_and_go_with_their_last_workshop(
    library: SqliteLibrary,
) -> None:
    save(library, WorkshopRecord(a_workshop()))
    save(library, WorkshopRecord(replace(a_workshop(), id="w2")))
    assert _count(library, "frameworks") == 1
    for workshop_id in ("w1", "w2"):
        with library.writing() as work:
            work.delete_workshop(workshop_id)
            work.commit()
    assert [_count(library, name) for name in ("frameworks", "workshops")] == [0, 0]


def _count(library: SqliteLibrary, table: str) -> int:
    with closing(sqlite3.connect(library.path)) as raw:
        return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_rounds_come_in_framework_order_without_discarded_ones(library: SqliteLibrary) -> None:
    rounds = (
        replace(a_round(), id="r3", statement_id="A1"),
        replace(a_round(), id="r2", ordinal=2, state=RoundState.CLOSED),
        replace(a_round(), id="r0", ordinal=3, state=RoundState.DISCARDED),
        a_round(),
    )
    save(library, WorkshopRecord(a_workshop(), rounds))
    assert [r.id for r in record_of(library).rounds] == ["r1", "r2", "r3"]
    assert round_of(library, "r0").state is RoundState.DISCARDED


def test_values_show_only_once_revealed(library: SqliteLibrary) -> None:
    turns = replace(a_round(), channel=Channel.TURNS)
    save(library, WorkshopRecord(a_workshop(), (turns,)))
    with library.writing() as work:
        for point in (5, 0, 5):
            work.add_ballot(turns, Ballot(point, "north"))
        work.set_hand_counts(turns, [0, 1, 0, 0, 2, 0])
        work.commit()
    hands = (Tally(Channel.HANDS, "", 1, 1), Tally(Channel.HANDS, "", 4, 2))
    counted = (Tally(Channel.TURNS, "north", 0, 1), Tally(Channel.TURNS, "north", 5, 2))
    assert (round_of(library).tallies, round_of(library).ballots_in) == (hands, 6)
    for state, tallies in ((RoundState.CLOSED, hands), (RoundState.REVEALED, hands + counted)):
        with library.writing() as work:
            work.save_round(replace(turns, state=state, present=7, difference_reason="late"))
            work.commit()
        stored = round_of(library)
        assert (stored.tallies, stored.ballots_in) == (tallies, 6)
        assert (stored.present, stored.difference_reason) == (7, "late")
    assert record_of(library).rounds == (stored,)


def test_a_reopened_round_keeps_its_ballots_and_takes_more(library: SqliteLibrary) -> None:
    turns = replace(a_round(), channel=Channel.TURNS)
    save(library, WorkshopRecord(a_workshop(), (turns,)))
    for _ in range(2):
        with library.writing() as work:
            work.add_ballot(turns, Ballot(3))
            work.save_round(replace(turns, state=RoundState.CLOSED))
            work.save_round(turns)
            work.commit()
    with library.writing() as work:
        work.save_round(replace(turns, state=RoundState.REVEALED))
        work.commit()
    assert round_of(library).tallies == (Tally(Channel.TURNS, "", 3, 2),)


@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.REVEALED, RoundState.DISCARDED])
def test_a_closed_round_takes_no_ballot(library: SqliteLibrary, state: RoundState) -> None:
    save(library, WorkshopRecord(a_workshop(), (replace(a_round(), state=state),)))
    with library.writing() as work, pytest.raises(RuleProblem, match="closed"):
        work.add_ballot(a_round(), Ballot(3))


def test_hand_counts_replace_one_another(library: SqliteLibrary) -> None:
    save(library, WorkshopRecord(a_workshop(), (a_round(),)))
    for counts in ([1, 2, 3, 0, 0, 0], [0, 0, 0, 4, 0, 1]):
        with library.writing() as work:
            work.set_hand_counts(a_round(), counts)
            work.commit()
    assert round_of(library).hand_counts(5) == (0, 0, 0, 4, 0, 1)
    assert round_of(library).ballots_in == 5


def test_what_is_not_there_is_said(library: SqliteLibrary) -> None:
    save(library, WorkshopRecord(a_workshop()))
    gone = replace(a_round(), id="gone")
    note = Note("n", "gone", NoteKind.IDEA, "")
    with library.writing() as work:
        for call in (
            lambda: work.workshop("gone"),
            lambda: work.record("gone"),
            lambda: work.save_workshop(replace(a_workshop(), id="gone")),
            lambda: work.delete_workshop("gone"),
            lambda: work.round("gone"),
            lambda: work.add_round(replace(a_round(), workshop_id="gone")),
            lambda: work.save_round(gone),
            lambda: work.add_ballot(gone, Ballot(1)),
            lambda: work.set_hand_counts(gone, [1]),
            lambda: work.take_back_ballot(gone, Ballot(1)),
            lambda: work.counts_to_reveal(gone),
            lambda: work.reveal_round(gone),
            lambda: work.add_tallies(gone, ()),
            lambda: work.save_note(note),
            lambda: work.delete_note("gone"),
            lambda: work.save_commitment(Commitment("c", "gone", 0, "")),
            lambda: work.delete_commitment("gone"),
        ):
            with pytest.raises(NotFound, match="no longer in the library"):
                call()


def test_notes_and_commitments_change_in_their_place_and_go(library: SqliteLibrary) -> None:
    notes = tuple(Note(f"n{i}", "w1", NoteKind.IDEA, "first") for i in (3, 1, 2))
    plan = tuple(Commitment(f"c{i}", "w1", i, "first") for i in (0, 1))
    save(library, WorkshopRecord(a_workshop(), (), notes, plan))
    with library.writing() as work:
        work.save_note(replace(notes[0], text="second"))
        work.delete_note("n1")
        work.save_commitment(replace(plan[0], position=2))
        work.delete_commitment("c1")
        work.save_commitment(replace(plan[1], position=0))
        work.commit()
    record = record_of(library)
    assert [(n.id, n.text) for n in record.notes] == [("n3", "second"), ("n2", "first")]
    assert [c.id for c in record.commitments] == ["c1", "c0"]


def test_a_text_that_cannot_be_stored_is_said(library: SqliteLibrary) -> None:
    with library.writing() as work, pytest.raises(InputProblem, match="cannot be stored"):
        work.add_workshop(replace(a_workshop(), title="\ud800"))


@pytest.mark.parametrize(
    "name", ["what? now", "100 %20", "no #1", "Łódź away day", "a&b=c;mode=ro"]
)
def test_any_folder_name_works(tmp_path: Path, name: str) -> None:
    library = open_library(tmp_path / name / "data")
    save(library, WorkshopRecord(a_workshop()))
    library.close()
    assert (tmp_path / name / "data" / "roundtable.db").is_file()
    assert [p.name for p in tmp_path.iterdir()] == [name]


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_keys = st.text(string.ascii_letters, min_size=1, max_size=6)
_epoch = datetime(2000, 1, 1, tzinfo=UTC)
_moments = st.timedeltas(timedelta(0), timedelta(days=70_000)).map(lambda t: _epoch + t)
_workshops = st.builds(
    Workshop,
    id=_keys,
    title=_texts,
    framework=st.builds(lambda title: replace(a_framework(), title=title), _texts),
    created_at=_moments,
    updated_at=_moments,
    partnership=_texts,
    place=_texts,
    held_on=st.none() | st.dates(),
    facilitator=_texts,
    depth=st.sampled_from(Depth),
    privacy=st.sampled_from(Privacy),
    present=st.integers(0, 500),
    channel=st.sampled_from(Channel),
    status=st.sampled_from(WorkshopStatus),
    is_sample=st.booleans(),
    rules=st.builds(ResultRules, st.integers(3, 5)),
    position=_texts,
    headline=_texts,
    review_on=st.none() | st.dates(),
    observers=st.integers(0, 99),
    groups=st.lists(st.builds(Group, _texts, st.integers(0, 99)), max_size=3).map(tuple),
    agenda=st.lists(st.builds(AgendaItem, _texts, st.integers(0, 600)), max_size=3).map(tuple),
    dots_each=st.integers(1, 10),
    fist=st.sampled_from([(), (0, 1, 0, 4, 5, 60)]),
    rehearsal_of=_texts,
)
_tallies = st.builds(
    Tally, st.sampled_from(Channel), _texts, st.integers(0, 7), st.integers(1, 200)
)


@pytest.mark.slow
@given(
    _workshops,
    st.lists(st.tuples(st.integers(1, 5), st.lists(_tallies, max_size=8)), max_size=3),
    st.lists(st.builds(Note, _keys, st.just(""), st.sampled_from(NoteKind), _texts,
                       st.none() | _keys, st.none() | _keys, st.none() | st.integers(1, 3)),
             max_size=3, unique_by=lambda note: note.id),
    st.lists(st.builds(Commitment, _keys, st.just(""), st.integers(0, 9), _texts,
                       leans_on=st.lists(_texts, max_size=3).map(tuple), owner=_texts,
                       due=st.none() | st.dates()),
             max_size=3, unique_by=(lambda c: c.id, lambda c: c.position)),
)  # fmt: skip
def test_what_is_written_is_read(
    shared: SqliteLibrary,
    workshop: Workshop,
    votes: list[tuple[int, list[Tally]]],
    notes: list[Note],
    plan: list[Commitment],
) -> None:
    record = WorkshopRecord(
        workshop,
        tuple(_revealed(workshop.id, i, present, t) for i, (present, t) in enumerate(votes, 1)),
        tuple(replace(note, workshop_id=workshop.id) for note in notes),
        tuple(replace(c, workshop_id=workshop.id) for c in sorted(plan, key=lambda c: c.position)),
    )
    library = shared
    save(library, record)
    assert record_of(library, workshop.id) == record
    with library.writing() as work:
        work.delete_workshop(workshop.id)
        work.commit()
    assert all(_count(library, t) == 0 for t in ("workshops", "rounds", "tallies", "notes"))


def _revealed(workshop_id: str, ordinal: int, present: int, tallies: list[Tally]) -> Round:
    votes: dict[tuple[str, str, int], Tally] = {}
    for tally in tallies:
        votes[tally.channel.value, tally.group, tally.point] = tally
    kept = tuple(votes[key] for key in sorted(votes))
    return Round(
        f"round {ordinal}", workshop_id, "T1", ordinal, Channel.TURNS, RoundState.REVEALED,
        present, sum(t.votes for t in kept), kept,
    )  # fmt: skip


def test_a_framework_comes_back_equal(library: SqliteLibrary) -> None:
    framework: Framework = a_framework()
    save(library, WorkshopRecord(replace(a_workshop(), framework=framework)))
    other = open_library(library.path.parent)
    assert record_of(other).workshop.framework == framework
    other.close()
