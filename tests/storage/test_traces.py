"""What was secret or deleted leaves no trace in the files of the library."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.rounds import Ballot, Round, RoundState, Tally
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library

from .records import a_framework, a_round, a_workshop, save

FIRST = replace(a_round(), channel=Channel.TURNS)
SECOND = replace(FIRST, id="r2", statement_id="T2")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    opened = open_library(tmp_path)
    save(opened, WorkshopRecord(a_workshop(), (FIRST, SECOND)))
    yield opened
    opened.close()


def vote(library: SqliteLibrary, *rounds: Round, people: int) -> None:
    for _ in range(people):
        for round_ in rounds:
            with library.writing() as work:
                work.add_ballot(round_, Ballot(random.randint(0, 5), "north"))
                work.commit()


def bytes_on_disk(library: SqliteLibrary) -> bytes:
    files = library.path.parent.glob("roundtable.db*")
    return b"".join(path.read_bytes() for path in files)


SECRET = "Whistle-blower "


def add_secret(library: SqliteLibrary) -> None:
    other = replace(
        a_workshop(),
        id="w2",
        title=SECRET,
        partnership=SECRET * 3000,
        framework=replace(a_framework(), title=SECRET),
    )
    notes = tuple(Note(f"n{i}", "w2", NoteKind.QUOTE, SECRET * i) for i in range(1, 60))
    save(library, WorkshopRecord(other, (), notes))


def delete_secret(library: SqliteLibrary) -> None:
    with library.writing() as work:
        work.delete_workshop("w2")
        work.commit()


def test_a_reader_in_the_way_only_delays_the_sweep(library: SqliteLibrary) -> None:
    add_secret(library)
    with library.reading() as reader:
        reader.summaries()
        delete_secret(library)
        library.tidy()
        assert library.is_untidy()
        assert reader.workshop("w2").title == SECRET
    library.tidy()
    assert not library.is_untidy()
    assert SECRET.encode() not in bytes_on_disk(library)


def test_a_crash_before_the_sweep_is_made_good_at_the_next_start(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop()))
    add_secret(library)
    # A reader that never ends keeps the log as a crash would.
    with closing(sqlite3.connect(library.path, isolation_level=None)) as stuck:
        stuck.execute("BEGIN")
        stuck.execute("SELECT * FROM rounds").fetchall()
        delete_secret(library)
        log = library.path.with_name("roundtable.db-wal").read_bytes()
        content = library.path.read_bytes()
    library.close()
    assert SECRET.encode() in log + content
    after = tmp_path / "after the crash"
    after.mkdir()
    (after / "roundtable.db").write_bytes(content)
    (after / "roundtable.db-wal").write_bytes(log)
    reopened = open_library(after)
    assert SECRET.encode() not in bytes_on_disk(reopened)
    with reopened.reading() as work:
        assert [summary.id for summary in work.summaries()] == ["w1"]
    reopened.close()


def test_a_backup_is_made_hourly_also_while_a_vote_is_under_way(library: SqliteLibrary) -> None:
    vote(library, FIRST, people=1)
    library.backup_now()
    assert len(list((library.path.parent / "backups").iterdir())) == 1


def restored(library: SqliteLibrary, folder: Path) -> SqliteLibrary:
    """Give the library that a backup made now would be."""
    folder.mkdir()
    shutil.copy(library.back_up(), folder / "roundtable.db")
    return open_library(folder)


def test_a_backup_holds_nothing_of_a_vote_under_way_that_was_secret(
    library: SqliteLibrary, tmp_path: Path
) -> None:
    vote(library, FIRST, SECOND, people=9)
    with library.writing() as work:
        work.set_hand_counts(FIRST, (0, 1, 0, 3, 0, 0))
        work.commit()
    again = restored(library, tmp_path / "restored")
    assert b"north" not in bytes_on_disk(again)
    assert len(again.lost_votes) == 2
    with again.reading() as work:
        first, second = work.record("w1").rounds
    assert first.tallies == (Tally(Channel.HANDS, "", 1, 1), Tally(Channel.HANDS, "", 3, 3))
    assert (first.ballots_in, second.ballots_in) == (4, 0)
    assert (first.state, second.state) == (RoundState.OPEN, RoundState.OPEN)
    again.close()


def test_a_backup_holds_nothing_of_a_closed_vote_before_its_reveal(
    library: SqliteLibrary, tmp_path: Path
) -> None:
    """It may be opened again for one more person, whose vote the two counts would tell."""
    vote(library, FIRST, SECOND, people=9)
    with library.writing() as work:
        work.set_hand_counts(FIRST, (0, 1, 0, 3, 0, 0))
        work.save_round(replace(FIRST, state=RoundState.CLOSED, difference_reason="One left"))
        work.commit()
    again = restored(library, tmp_path / "restored")
    with again.reading() as work:
        first, _ = work.record("w1").rounds
    assert (first.state, first.difference_reason) == (RoundState.OPEN, "")
    with again.writing() as work:
        work.save_round(replace(first, state=RoundState.REVEALED))
        work.commit()
    with again.reading() as work:
        first, _ = work.record("w1").rounds
    assert first.tallies == (Tally(Channel.HANDS, "", 1, 1), Tally(Channel.HANDS, "", 3, 3))
    again.close()


@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.REVEALED])
def test_a_backup_holds_all_of_a_vote_that_was_seen(
    library: SqliteLibrary, tmp_path: Path, state: RoundState
) -> None:
    vote(library, FIRST, SECOND, people=9)
    with library.writing() as work:
        for round_ in (FIRST, SECOND):
            work.save_round(replace(round_, state=state, seen=True))
        work.commit()
    again = restored(library, tmp_path / "restored")
    for one in (library, again):
        with one.writing() as work:
            work.save_round(replace(FIRST, state=RoundState.REVEALED))
            work.commit()
    with library.reading() as here, again.reading() as there:
        assert there.record("w1") == here.record("w1")
        assert there.record("w1").rounds[0].tallies
    again.close()


def test_a_deleted_workshop_is_gone_from_the_file(library: SqliteLibrary) -> None:
    add_secret(library)
    library.sweep()
    before = library.path.stat().st_size
    assert not library.is_untidy()
    delete_secret(library)
    assert library.is_untidy()
    library.tidy()
    assert SECRET.encode() not in bytes_on_disk(library)
    assert library.path.stat().st_size < before - 45_000
    with closing(sqlite3.connect(library.path)) as raw:
        assert raw.execute("PRAGMA freelist_count").fetchone() == (0,)
    with library.reading() as work:
        assert [summary.id for summary in work.summaries()] == ["w1"]


def test_a_point_that_no_scale_has_is_refused_without_saying_it(library: SqliteLibrary) -> None:
    with pytest.raises(InputProblem) as raised, library.writing() as work:
        work.add_ballot(FIRST, Ballot(8, "the one from the north"))
    assert "the one from the north" not in str(raised.value)


def test_a_deletion_that_is_not_committed_deletes_nothing(library: SqliteLibrary) -> None:
    with library.writing() as work:
        work.delete_workshop("w1")
    with library.reading() as work:
        assert len(work.record("w1").rounds) == 2
