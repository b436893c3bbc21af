"""Opening the library: what stands in the way gets a sentence, and nothing is overwritten."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import (
    AppError,
    DiskFull,
    EnvironmentProblem,
    LibraryDamaged,
    LibraryInUse,
    LibraryReadOnly,
    LibraryTooNew,
    WayOut,
)
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage import backup
from desktop_app.storage.engine import is_alone
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library

from .records import a_round, a_workshop, save


def filled(folder: Path, workshops: int = 1) -> Path:
    """Make a library, close it and return its file."""
    library = open_library(folder)
    for number in range(workshops):
        save(library, WorkshopRecord(replace(a_workshop(), id=f"w{number + 1}", place="x" * 500)))
    library.close()
    return library.path


def titles(library: SqliteLibrary) -> list[str]:
    with library.reading() as work:
        return [summary.title for summary in work.summaries()]


def refused(folder: Path, problem: type[AppError]) -> str:
    """Assert that opening is refused and the library's files stay as they are."""
    path = folder / "roundtable.db"
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(problem) as raised:
        open_library(folder, 0.1)
    assert (path.read_bytes() if path.is_file() else None) == before
    return str(raised.value)


# Damage


@pytest.mark.slow
@pytest.mark.parametrize("with_backup", [False, True])
@pytest.mark.parametrize("kind", ["header", "middle", "cut", "text", "other", "empty"])
def test_a_damaged_file_is_said_and_kept(tmp_path: Path, kind: str, with_backup: bool) -> None:
    path = filled(tmp_path, 60)
    if with_backup:
        open_library(tmp_path).close()
    _damage(path, kind)
    if kind == "empty" and not with_backup:
        open_library(tmp_path).close()
        return
    sentence = refused(tmp_path, LibraryDamaged)
    assert "Nothing was changed" in sentence
    assert ("newest good backup is" in sentence) == with_backup


def _damage(path: Path, kind: str) -> None:
    content = path.read_bytes()
    middle = len(content) // 2
    if kind == "other":
        path.unlink()
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE theirs (x)")
        return
    path.write_bytes(
        {
            "header": b"\0" * 100 + content[100:],
            "middle": content[: middle - 6000] + b"\xff" * 12000 + content[middle + 6000 :],
            "cut": content[:middle],
            "text": b"Dear all, " * 1000,
            "empty": b"",
        }[kind]
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Nurturing", b"Nurt\0ring"),  # a frozen framework
        (b"Away-day", b"Away\xff\xffay"),  # no text
        (b"anonymous", b"anonymus!"),  # a word we do not know
        (b"2027-05-14T09", b"2027-05-1{T09"),  # no moment
        (b"place TEXT", b"plaze TEXT"),  # the schema itself
    ],
)
def test_damage_that_sqlite_does_not_see_is_found(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    path = filled(tmp_path)
    content = path.read_bytes()
    assert before in content
    path.write_bytes(content.replace(before, after))
    assert "damaged" in refused(tmp_path, LibraryDamaged)


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("UPDATE workshops SET privacy = 'anonymus!'", LibraryDamaged),
        ("UPDATE alembic_version SET version_num = '9999'", LibraryTooNew),
    ],
)
def test_a_library_that_is_refused_keeps_its_log(
    tmp_path: Path, harm: str, problem: type[AppError]
) -> None:
    path = filled(tmp_path / "data")
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(harm)
        raw.commit()
        # As a sudden end leaves it: what was written last stands in the log only.
        shutil.copytree(tmp_path / "data", tmp_path / "crashed")
    log = tmp_path / "crashed" / "roundtable.db-wal"
    before = log.read_bytes()
    assert before
    refused(tmp_path / "crashed", problem)
    assert log.read_bytes() == before


def test_damage_while_the_library_is_open_is_said(tmp_path: Path) -> None:
    path = filled(tmp_path)
    library = open_library(tmp_path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE workshops SET title = CAST(X'41FF' AS TEXT)")
    with pytest.raises(LibraryDamaged, match="damaged"):
        titles(library)
    library.close()


def test_the_named_backup_is_a_good_one(tmp_path: Path) -> None:
    path = filled(tmp_path)
    library = open_library(tmp_path)
    good = library.back_up()
    bad = library.back_up()
    library.close()
    bad.write_bytes(b"\xff" * 5000)
    path.write_bytes(b"no")
    sentence = refused(tmp_path, LibraryDamaged)
    assert str(good) in sentence
    path.unlink()
    shutil.copy(good, path)
    restored = open_library(tmp_path)
    assert titles(restored) == ["Away-day"]
    restored.close()


def test_a_file_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in refused(tmp_path, LibraryTooNew)


@pytest.mark.parametrize("kind", ["header", "text", "other"])
def test_a_file_that_is_refused_is_let_go(tmp_path: Path, kind: str) -> None:
    _damage(filled(tmp_path), kind)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        refused(tmp_path, LibraryDamaged)
        gc.collect()
    assert [w.message for w in seen if w.category is ResourceWarning] == []


def test_a_library_that_could_not_be_backed_up_is_let_go(tmp_path: Path) -> None:
    path = filled(tmp_path)
    shutil.rmtree(tmp_path / "backups", ignore_errors=True)
    (tmp_path / "backups").write_text("a file where the folder should be")
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        with pytest.raises(AppError):
            open_library(tmp_path)
        gc.collect()
    assert [w.message for w in seen if w.category is ResourceWarning] == []
    assert is_alone(path)


# Looked over later


def later(folder: Path) -> SqliteLibrary:
    """Open as the window does, which shows home before the file is checked."""
    return open_library(folder, look_over_later=True)


def spoil_a_row(path: Path) -> None:
    """Let a word stand in the file that we do not know."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE workshops SET privacy = 'nobody'")


def test_a_clean_file_is_checked_later_and_stays_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path)
    spoil_a_row(path)
    before = path.read_bytes()
    library = later(tmp_path)
    with pytest.raises(LibraryDamaged, match="is damaged or is not a Roundtable library"):
        library.look_over()
    library.let_go()
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("backups/*"))


def test_damage_found_later_names_the_backup(tmp_path: Path) -> None:
    path = filled(tmp_path)
    open_library(tmp_path).close()
    spoil_a_row(path)
    library = later(tmp_path)
    with pytest.raises(LibraryDamaged) as raised:
        library.look_over()
    library.let_go()
    assert raised.value.way_out is WayOut.BACKUP


def test_a_file_that_was_not_closed_is_checked_before_it_is_opened(tmp_path: Path) -> None:
    path = filled(tmp_path)
    spoil_a_row(path)
    path.with_name("roundtable.db-wal").touch()
    with pytest.raises(LibraryDamaged):
        later(tmp_path)


def test_the_backup_is_made_later_and_once(tmp_path: Path) -> None:
    filled(tmp_path)
    library = later(tmp_path)
    assert not list(tmp_path.glob("backups/*"))
    library.look_over()
    library.look_over()
    assert len(list(tmp_path.glob("backups/*"))) == 1
    library.close()
    again = later(tmp_path)
    again.look_over()
    again.close()
    assert len(list(tmp_path.glob("backups/*"))) == 1


def test_what_is_kept_of_no_vote_goes_only_once_the_file_is_known_to_be_sound(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path)
    left = tmp_path / "votes" / "nobody.box"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"left")
    library = later(tmp_path)
    assert left.exists()
    library.look_over()
    assert not left.exists()
    library.close()
    left.write_bytes(b"left")
    spoil_a_row(path)
    library = later(tmp_path)
    with pytest.raises(LibraryDamaged):
        library.look_over()
    library.let_go()
    assert left.exists()


# Places that cannot be written


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    for folder in (tmp_path / "data", tmp_path / "data" / "deeper"):
        with pytest.raises(LibraryReadOnly, match="a file stands in its way"):
            open_library(folder)
    assert (tmp_path / "data").read_text() == "mine"


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "roundtable.db").mkdir()
    assert "A folder stands where" in refused(tmp_path, LibraryReadOnly)


def test_a_place_where_nothing_can_be_made_is_said() -> None:
    with pytest.raises(LibraryReadOnly, match="cannot be written"):
        open_library(Path("/proc/roundtable"))


def test_a_read_only_disk_is_said(small_disk: Path) -> None:
    path = filled(small_disk / "data")
    _mount("-o", "remount,ro", str(small_disk))
    try:
        assert "read-only" in refused(path.parent, LibraryReadOnly)
        assert "read-only" in refused(small_disk / "new", LibraryReadOnly)
    finally:
        _mount("-o", "remount,rw", str(small_disk))


def test_a_file_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("permissions do not stop this user")
    assert "read-only" in refused(tmp_path, LibraryReadOnly)


def test_a_full_disk_is_said_at_the_first_ballot_and_what_was_there_stays(
    small_disk: Path,
) -> None:
    library = open_library(small_disk)
    save(library, WorkshopRecord(a_workshop(), (a_round(),)))
    _fill(small_disk)
    with pytest.raises(DiskFull, match="The disk is full"):
        _write_until_full(library)
    (small_disk / "ballast").unlink()
    assert titles(library) == ["Away-day"]
    library.close()
    _fill(small_disk)
    with pytest.raises(DiskFull):
        open_library(small_disk)
    (small_disk / "ballast").unlink()
    library = open_library(small_disk)
    assert titles(library) == ["Away-day"]
    library.close()


def test_a_library_that_may_not_grow_says_that_the_disk_is_full(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop()))
    with library._raw() as raw:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    with pytest.raises(DiskFull, match="Free some space"):
        _write_until_full(library)
    assert titles(library) == ["Away-day"]
    library.close()


def _write_until_full(library: SqliteLibrary) -> None:
    for number in range(200):
        with library.writing() as work:
            work.save_note(Note(f"n{number}", "w1", NoteKind.IDEA, "x" * 10_000))
            work.commit()


def _fill(disk: Path) -> None:
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(b"\0" * 4096):
                pass
        except OSError:
            return


def _mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not shutil.which("mount") or _mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)):
        pytest.skip("this user cannot mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


# Other programs


def test_a_library_locked_for_too_long_is_said(tmp_path: Path) -> None:
    path = filled(tmp_path)
    library = open_library(tmp_path, 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryInUse, match="in use by another program"), library.writing():
            pytest.fail("the lock was not asked for")
        assert titles(library) == ["Away-day"]
        other.execute("ROLLBACK")
    save(library, WorkshopRecord(replace(a_workshop(), id="w2")))
    library.close()


def test_two_units_of_two_connections_wait_for_one_another(tmp_path: Path) -> None:
    first, second = open_library(tmp_path), open_library(tmp_path)
    for number, library in enumerate((first, second, first)):
        save(library, WorkshopRecord(replace(a_workshop(), id=f"w{number}")))
    assert len(titles(first)) == len(titles(second)) == 3
    first.close()
    second.close()


# Backups


def test_opening_backs_up_what_changed_and_keeps_ten(tmp_path: Path) -> None:
    path = filled(tmp_path)
    for _ in range(3):
        open_library(tmp_path).close()
    assert len(backup.backups(path)) == 1
    for number in range(11):
        library = open_library(tmp_path)
        save(library, WorkshopRecord(replace(a_workshop(), id=f"more {number}")))
        library.close()
    kept = backup.backups(path)
    assert len(kept) == 10
    assert kept[0] == max(kept)
    library.close()
    with closing(sqlite3.connect(kept[0])) as copy:
        assert copy.execute("SELECT count(*) FROM workshops").fetchone() == (11,)
    assert not list(path.parent.rglob("*.tmp*"))


def test_a_backup_is_one_file_that_needs_no_log(tmp_path: Path) -> None:
    path = filled(tmp_path)
    library = open_library(tmp_path)
    made = library.back_up()
    library.close()
    rollback, write_ahead = b"\x01\x01", b"\x02\x02"  # bytes 18 and 19 of SQLite's file format
    assert made.read_bytes()[18:20] == rollback
    assert path.read_bytes()[18:20] == write_ahead
    assert {p.suffix for p in made.parent.iterdir()} == {".db"}
    with closing(sqlite3.connect(f"{made.as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        assert copy.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_a_clock_that_was_put_back_loses_no_new_backup(tmp_path: Path) -> None:
    path = filled(tmp_path)
    library = open_library(tmp_path)
    first = library.back_up()
    for day in range(1, 11):
        shutil.copy(first, first.with_name(f"roundtable-299901{day:02}T000000-000000Z.db"))
    newest = [library.back_up(), library.back_up()]
    assert list(backup.backups(path)[:2]) == newest[::-1]
    assert len(backup.backups(path)) == 14  # today's four, and the last one of each day
    library.close()


def test_a_busy_day_pushes_no_earlier_day_out(tmp_path: Path) -> None:
    path = filled(tmp_path)
    library = open_library(tmp_path)
    first = library.back_up()
    for day in range(1, 21):
        for hour in (9, 15):
            shutil.copy(
                first, first.with_name(f"roundtable-202001{day:02}T{hour:02}0000-000000Z.db")
            )
    for _ in range(12):
        library.back_up()
    names = [copy.stem.removeprefix("roundtable-")[:11] for copy in backup.backups(path)]
    of_old = [name for name in names if name.startswith("2020")]
    assert of_old == [f"202001{day:02}T15" for day in range(20, 7, -1)]  # 14 days, today's too
    assert len(names) - len(of_old) == 10
    library.close()


def test_what_changed_after_the_clock_was_put_back_is_backed_up(tmp_path: Path) -> None:
    path = filled(tmp_path)
    open_library(tmp_path).close()
    (first,) = backup.backups(path)
    for file in (path, first):
        later = file.stat().st_mtime_ns + 10**15
        os.utime(file, ns=(later, later))
    open_library(tmp_path).close()
    assert len(backup.backups(path)) == 1
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE workshops SET title = 'Later, by an earlier clock'")
    open_library(tmp_path).close()
    assert len(backup.backups(path)) == 2


def test_a_backup_has_what_still_stands_in_the_log(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop()))
    copy = library.back_up()
    (tmp_path / "copy").mkdir()
    shutil.copy(copy, tmp_path / "copy" / "roundtable.db")
    opened = open_library(tmp_path / "copy")
    assert titles(opened) == ["Away-day"]
    opened.close()
    library.close()


def test_a_backup_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = filled(tmp_path)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(EnvironmentProblem):
        open_library(tmp_path)
    (tmp_path / "backups").unlink()
    library = open_library(tmp_path)
    assert titles(library) == ["Away-day"]
    assert len(backup.backups(path)) == 1
    library.close()


# Sudden ends

_VOTER = """
import sys
from pathlib import Path
from desktop_app.domain.rounds import Ballot
from desktop_app.storage.opening import open_library
from tests.storage.records import a_round
library = open_library(Path(sys.argv[1]))
while True:
    with library.writing() as work:
        work.add_ballot(a_round(), Ballot(4))
        work.commit()
    print("in", flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 40])
def test_every_acknowledged_ballot_outlives_a_kill(tmp_path: Path, acknowledged: int) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop(), (a_round(),)))
    library.close()
    voter = subprocess.Popen(
        [sys.executable, "-c", _VOTER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with voter as process:
        assert process.stdout is not None
        seen = [process.stdout.readline() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        seen += process.stdout.readlines()
    reopened = open_library(tmp_path)
    with reopened.reading() as work:
        stored = work.round("r1").ballots_in
    reopened.close()
    # One more may be durable without its line having been read.
    assert stored - seen.count("in\n") in {0, 1}


def test_a_change_that_was_cut_off_without_a_log_is_rolled_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "data", 60)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        # As a library that was just restored: backups have no log, and nor have files of old.
        raw.execute("PRAGMA journal_mode = DELETE").fetchone()
        raw.execute("PRAGMA cache_size = 1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE workshops SET privacy = 'half done', place = zeroblob(5000)")
        shutil.copytree(tmp_path / "data", tmp_path / "crashed")
    crashed = tmp_path / "crashed" / "roundtable.db"
    assert b"half done" in crashed.read_bytes()
    assert crashed.with_name("roundtable.db-journal").stat().st_size > 0
    library = open_library(tmp_path / "crashed")
    assert titles(library) == ["Away-day"] * 60
    library.close()


def test_after_an_unclean_end_the_whole_file_is_checked(tmp_path: Path) -> None:
    path = filled(tmp_path, 60)
    library = open_library(tmp_path)
    with library.writing() as work:
        work.save_note(Note("n", "w1", NoteKind.IDEA, "Meet less"))
        work.save_commitment(Commitment("c", "w2", 0, "Rotate the chair"))
        work.commit()
    library.close()
    _break_an_index(path)
    opened = open_library(tmp_path)
    assert len(titles(opened)) == 60
    opened.close()
    path.with_name("roundtable.db-wal").touch()
    assert "damaged" in refused(tmp_path, LibraryDamaged)


def _break_an_index(path: Path) -> None:
    """Let two indexes change places; each has one entry, so that a quick check sees nothing."""
    notes, plan = "ix_notes_workshop_id", "ix_commitments_workshop_id"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        root = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        swapped = [raw.execute(root, (name,)).fetchone()[0] for name in (plan, notes)]
        for page, name in zip(swapped, (notes, plan), strict=True):
            raw.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (page, name))
