"""`list` and `export` only look: they work where nothing can be written, and write nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.workshop import Details

NOBODY = 65534
LIBRARIES = Path(__file__).parent.parent / "data" / "libraries"
Call = Callable[..., tuple[int, str]]
Make = Callable[[Path], str]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Give call(folder, *arguments), which gives the exit status and what was printed."""

    def run(folder: Path, *arguments: str | Path) -> tuple[int, str]:
        status = main([*map(str, arguments), "--data-dir", str(folder)])
        out, err = capsys.readouterr()
        assert (out, err)[status == 0] == ""
        return status, out + err

    return run


def of_today(folder: Path) -> str:
    """Make a library that was closed cleanly; return its workshop's title."""
    with opened(folder) as services:
        services.workshops.create(Details("Away-day"))
    return "Away-day"


def older(folder: Path) -> str:
    """Make a library of an earlier schema."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "roundtable.db")) as raw:
        raw.executescript((LIBRARIES / "0002.sql").read_text("utf-8"))
        (title,) = raw.execute("SELECT title FROM workshops").fetchone()
    return str(title)


def after_a_crash(make: Make) -> Make:
    """Return how to make a library whose last change stands in its log only."""

    def made(folder: Path) -> str:
        make(folder.with_name("before"))
        file = folder.with_name("before") / "roundtable.db"
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("PRAGMA journal_mode = WAL").fetchone()
            with raw:
                raw.execute("UPDATE workshops SET title = 'In the log'")
            folder.mkdir()
            for part in ("", "-wal"):
                shutil.copy(f"{file}{part}", folder)
        return "In the log"

    return made


def cut_off(make: Make) -> Make:
    """Return how to make a library that a change was cut off in, without a log."""

    def made(folder: Path) -> str:
        title = make(folder.with_name("before"))
        file = folder.with_name("before") / "roundtable.db"
        with closing(sqlite3.connect(file, isolation_level=None)) as raw:
            raw.execute("PRAGMA journal_mode = DELETE").fetchone()
            raw.execute("PRAGMA cache_size = 1")
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("UPDATE workshops SET title = 'half done', place = zeroblob(50000)")
            raw.execute("UPDATE frameworks SET content = zeroblob(50000)")
            folder.mkdir()
            for part in ("", "-journal"):
                shutil.copy(f"{file}{part}", folder)
        return title

    return made


MAKES = {
    "today": of_today,
    "older": older,
    "today, after a crash": after_a_crash(of_today),
    "older, after a crash": after_a_crash(older),
    "today, cut off": cut_off(of_today),
}


@pytest.fixture(params=MAKES)
def library(request: pytest.FixtureRequest, small_disk: Path) -> tuple[Path, str]:
    """Give the folder of a library on a small disk, and its workshop's title."""
    return small_disk / "data", MAKES[request.param](small_disk / "data")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not shutil.which("mount") or mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)):
        pytest.skip("this user cannot mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def mount(*arguments: str) -> int:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def fill(disk: Path) -> None:
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(b"\0" * 4096):
                pass
        except OSError:
            return


def lists_and_exports(call: Call, folder: Path, title: str, elsewhere: Path) -> None:
    status, listed = call(folder, "list")
    assert (status, len(listed.splitlines()), listed.split("\t")[1]) == (0, 1, title), listed
    assert call(folder, "export", title, "--to", elsewhere / "it.pdf") == (0, "")
    assert (elsewhere / "it.pdf").read_bytes().startswith(b"%PDF-")
    assert call(folder, "check")[0] == 0


def test_on_a_read_only_disk(call: Call, library: tuple[Path, str], tmp_path: Path) -> None:
    folder, title = library
    before = contents(folder)
    mount("-o", "remount,ro", str(folder.parent))
    lists_and_exports(call, folder, title, tmp_path)
    assert contents(folder) == before


def test_on_a_full_disk(call: Call, library: tuple[Path, str], tmp_path: Path) -> None:
    folder, title = library
    fill(folder.parent)
    lists_and_exports(call, folder, title, tmp_path)


def test_an_export_to_the_full_disk_is_said(call: Call, small_disk: Path, tmp_path: Path) -> None:
    title = of_today(small_disk / "data")
    fill(small_disk)
    status, said = call(small_disk / "data", "export", title, "--to", small_disk / "it.pdf")
    assert (status, "the disk is full" in said) == (1, True)


@pytest.mark.parametrize("make", [of_today, older])
def test_in_a_folder_that_this_user_may_only_read(call: Call, make: Make) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        title = make(folder)
        shutil.copytree(folder, Path(name) / "copy")
        call(Path(name) / "copy", "list")  # loads what that user may not even read
        Path(name).chmod(0o755)
        for part in (*folder.rglob("*"), folder):
            part.chmod(0o555 if part.is_dir() else 0o444)
        before, user = contents(folder), os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        try:
            status, listed = call(folder, "list")
        finally:
            if user == 0:
                os.seteuid(0)
            for part in (folder, *folder.rglob("*")):
                part.chmod(0o755)
        assert (status, title in listed) == (0, True), listed
        assert contents(folder) == before


def test_where_it_can_be_written_an_older_library_is_brought_up_once(
    call: Call, tmp_path: Path
) -> None:
    title = older(tmp_path / "data")
    assert title in call(tmp_path / "data", "list")[1]
    with closing(sqlite3.connect(tmp_path / "data" / "roundtable.db")) as raw:
        (version,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    assert version > "0002"


def test_looking_writes_nothing(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    title = of_today(folder)
    before = contents(folder)
    lists_and_exports(call, folder, title, tmp_path)
    assert contents(folder) == before
    assert not (folder / "backups").exists()


def test_where_there_is_no_library_none_is_made_to_look_at(call: Call, tmp_path: Path) -> None:
    assert call(tmp_path / "none", "list") == (0, "")
    assert call(tmp_path / "none", "export", "x", "--to", tmp_path / "x.pdf")[0] == 1
    assert not (tmp_path / "none").exists()


def test_what_a_window_has_just_written_is_seen(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    of_today(folder)
    with opened(folder) as services:
        services.workshops.create(Details("Just now"))
        assert "Just now" in call(folder, "list")[1]


def spoil(folder: Path, change: str, *, unseen: bool) -> None:
    """Overwrite a value; `unseen`: in a file that looks as it did when its backup was made."""
    with opened(folder):
        pass  # backs up what was made
    file = folder / "roundtable.db"
    before = file.stat()
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(change)
    assert any((folder / "backups").iterdir())
    if unseen:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


SPOILT_STATUS = "UPDATE workshops SET status = 'runnjng'"
SPOILT_PLACE = "UPDATE workshops SET place = x'ff'"


@pytest.mark.parametrize(
    ("change", "unseen", "told"),
    [
        (SPOILT_STATUS, False, True),
        (SPOILT_STATUS, True, True),
        (SPOILT_PLACE, False, True),
        (SPOILT_PLACE, True, False),  # its backup was checked, and nothing of a place is listed
    ],
)
def test_a_file_that_is_as_it_was_backed_up_is_checked_as_far_as_it_is_listed(
    call: Call, tmp_path: Path, change: str, unseen: bool, told: bool
) -> None:
    folder = tmp_path / "data"
    title = of_today(folder)
    spoil(folder, change, unseen=unseen)
    status, said = call(folder, "list")
    assert (status, "is damaged" in said, title in said) == (
        (1, True, False) if told else (0, False, True)
    )
    assert "is damaged" in call(folder, "export", title, "--to", tmp_path / "x.pdf")[1]
