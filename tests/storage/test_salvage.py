"""What can be read of a damaged library without any backup comes back, and nothing that is none."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.framework import Framework
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.storage.opening import open_library
from desktop_app.storage.repair import check, repair

from .records import a_round, a_workshop, save

OPEN_VOTE = """
    INSERT INTO rounds VALUES('open', 'w1', 'T1', 2, 'turns', 'open', 6, '', NULL, '', 0, 'room')
"""
TITLES = [f"Workshop {number:02}" for number in range(30)]
Harm = Callable[[bytes], bytes]


def records(folder: Path) -> dict[str, WorkshopRecord]:
    library = open_library(folder)
    with library.reading() as work:
        found = {s.title: work.record(s.id) for s in work.summaries()}
    library.close()
    return found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Give a library of thirty workshops, one of them with the built-in framework; no backup."""
    opened = open_library(tmp_path)
    for title in TITLES:
        one = replace(a_workshop(), id=title, title=title, place="x" * 300)
        round_ = replace(a_round(), id=f"{title} r", workshop_id=title)
        save(opened, WorkshopRecord(one, (round_,)))
    built_in: Framework = BuiltInFrameworks().built_in()
    save(
        opened, WorkshopRecord(replace(a_workshop(), id="b", title="Built in", framework=built_in))
    )
    opened.close()
    return tmp_path


def harm(folder: Path, how: Harm) -> None:
    file = folder / "roundtable.db"
    before = file.read_bytes()
    shutil.rmtree(folder / "backups", ignore_errors=True)
    file.write_bytes(how(before))
    assert file.read_bytes() != before


def replacing(before: bytes, after: bytes) -> Harm:
    return lambda content: content.replace(before, after)


def index_page_lost(content: bytes) -> bytes:
    at = content.index(b"CREATE INDEX ix_rounds_workshop_id")
    return content[:at] + b"CREATE INDEX ix_rounds\xffworkshop_id" + content[at + 34 :]


@pytest.mark.slow
@pytest.mark.parametrize(
    "how",
    [
        lambda content: bytes(100) + content[100:],  # the head
        lambda content: content[:32] + b"\xff" * 8 + content[40:],  # the free pages
        replacing(b"CREATE TABLE rounds", b"CREATE TABLE r\xffunds"),
        replacing(b"CREATE TABLE workshops", b"CREATE TABBE workshops"),
        replacing(b"statement_id TEXT", b"statement_id T\xd4XT"),
        replacing(b"place TEXT", b"plaze TEXT"),
        index_page_lost,
        replacing(b"innovation", b"innovati\xffn"),  # what the built-in framework says
    ],
)
def test_what_is_the_same_in_every_library_is_mended(library: Path, how: Harm) -> None:
    before = records(library)
    harm(library, how)
    repair(library)
    assert records(library) == before
    check(library)


def test_a_text_that_is_none_is_marked_and_a_word_that_is_none_takes_its_workshop(
    library: Path,
) -> None:
    before = records(library)
    harm(library, title_marked)
    harm(library, privacy_lost)
    repair(library)
    after = records(library)
    lost = set(before) - set(after)
    assert "Work\ufffdhop 07" in after
    assert lost == {"Workshop 07", "Workshop 12"}
    assert {t: r for t, r in after.items() if t in before} == {
        t: r for t, r in before.items() if t not in lost
    }


def title_marked(content: bytes) -> bytes:
    """Overwrite a letter of the title, which stands right before the year it was made in."""
    return content.replace(b"Workshop 072027", b"Work\xffhop 072027")


def privacy_lost(content: bytes) -> bytes:
    at = content.index(b"Workshop 122027")
    privacy = content.index(b"anonymous", at)
    return content[:privacy] + b"anonymus!" + content[privacy + 9 :]


def test_a_page_that_is_lost_takes_only_what_stood_on_it(library: Path) -> None:
    before = records(library)
    content = (library / "roundtable.db").read_bytes()
    page = content.index(b"Workshop 122027") // 4096 * 4096
    harm(library, lambda content: content[:page] + b"\xff" * 4096 + content[page + 4096 :])
    (said, kept) = repair(library)
    after = records(library)
    assert after.items() <= before.items()
    assert len(before) - 14 <= len(after) < len(before)
    assert "had no good backup" in str(said)
    assert "What could not be read is only in the damaged files" in str(kept)


@pytest.mark.slow
def test_an_older_library_is_mended_as_that(tmp_path: Path) -> None:
    script = Path(__file__).parent.parent / "data" / "libraries" / "0002.sql"
    with closing(sqlite3.connect(tmp_path / "roundtable.db")) as raw:
        raw.executescript(script.read_text("utf-8"))
    (tmp_path / "good").mkdir()
    shutil.copy(tmp_path / "roundtable.db", tmp_path / "good")
    before = records(tmp_path / "good")
    harm(tmp_path, lambda content: bytes(100) + content[100:])
    repair(tmp_path)
    assert [r.rounds for r in records(tmp_path).values()] == [r.rounds for r in before.values()]
    assert list(before) == list(records(tmp_path))


@pytest.mark.parametrize("with_backup", [False, True])
def test_an_open_vote_of_an_older_library_goes_on_with_its_ballots(
    tmp_path: Path, *, with_backup: bool
) -> None:
    """Boxes came with 0006: they are made where the damaged file is mended, and go along."""
    script = Path(__file__).parent.parent / "data" / "libraries" / "0005.sql"
    with closing(sqlite3.connect(tmp_path / "roundtable.db")) as raw:
        raw.executescript(script.read_text("utf-8"))
        raw.execute(OPEN_VOTE)
        raw.executemany(
            "INSERT INTO ballots VALUES ('open', ?, 'turns', '', 3)", [(b"1",), (b"2",)]
        )
        raw.commit()
    old = (tmp_path / "roundtable.db").read_bytes()
    harm(tmp_path, lambda content: bytes(100) + content[100:])
    if with_backup:
        (tmp_path / "backups").mkdir()
        (tmp_path / "backups" / "roundtable-2027-05-14.db").write_bytes(old)
    repair(tmp_path)
    rounds = [r for record in records(tmp_path).values() for r in record.rounds]
    assert [r.ballots_in for r in rounds if r.state is RoundState.OPEN] == [2]


def test_a_log_that_was_not_taken_up_is_read_too(library: Path, tmp_path: Path) -> None:
    opened = open_library(library)
    save(opened, WorkshopRecord(replace(a_workshop(), id="log", title="In the log")))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for part in ("", "-wal"):
        shutil.copy(library / f"roundtable.db{part}", crashed)
    opened.close()
    harm(crashed, replacing(b"CREATE TABLE rounds", b"CREATE TABLE r\xffunds"))
    repair(crashed)
    assert set(records(crashed)) == {*TITLES, "Built in", "In the log"}
