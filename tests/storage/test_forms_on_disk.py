"""The form of what stands on disk: the database's settings, names of backups, the small files."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app import __version__
from desktop_app.domain.errors import LibraryInUse
from desktop_app.domain.settings import Settings
from desktop_app.domain.stopped import Stopped
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.backup import backups, moment_of
from desktop_app.storage.engine import READING, driver, library_engine, reading_engine
from desktop_app.storage.opening import open_library
from desktop_app.storage.settings_file import TomlSettings
from desktop_app.storage.stopped_file import TomlStopped
from desktop_app.storage.workshop_file import write_workshop_file

from .records import a_workshop, save


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


# The database


def test_every_connection_is_durable_and_leaves_no_trace_of_what_was_deleted(
    tmp_path: Path,
) -> None:
    engine = library_engine(tmp_path / "roundtable.db")
    for _ in range(2):
        with engine.connect() as connection:
            raw = driver(connection)
            names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
            assert [pragma(raw, name) for name in names] == ["wal", 2, 1, 1, 2]
            assert raw.isolation_level is None
    engine.dispose()


def test_a_unit_that_writes_holds_the_library_from_its_beginning(tmp_path: Path) -> None:
    first = library_engine(tmp_path / "roundtable.db")
    second = library_engine(tmp_path / "roundtable.db", lock_seconds=0.05)
    with first.begin() as connection:
        connection.execute(text("CREATE TABLE a (x)"))
    with first.begin(), pytest.raises(LibraryInUse), second.begin():
        pass
    with first.begin(), second.connect().execution_options(**READING) as reading:
        assert reading.execute(text("SELECT count(*) FROM a")).scalar() == 0
        assert driver(reading).in_transaction
    for engine in (first, second):
        engine.dispose()


def test_what_is_only_looked_at_is_seen_as_it_was_at_one_moment(tmp_path: Path) -> None:
    path = tmp_path / "roundtable.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode = WAL").fetchone()
        writing.execute("CREATE TABLE a (x)")
        engine = reading_engine(path)
        with engine.connect() as reading:
            counted = text("SELECT count(*) FROM a")
            assert reading.execute(counted).scalar() == 0
            writing.execute("INSERT INTO a VALUES (1)")
            assert reading.execute(counted).scalar() == 0
        with engine.connect() as reading:
            assert reading.execute(counted).scalar() == 1
        engine.dispose()


def test_a_library_that_was_closed_is_one_file(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop()))
    assert (tmp_path / "roundtable.db-wal").exists(), "while it is open"
    library.close()
    files = sorted(p.name for p in tmp_path.iterdir() if p.is_file() and p.suffix != ".lock")
    assert "roundtable.db" in files
    assert not [name for name in files if name.endswith(("-wal", "-shm", "-journal", ".tmp"))]
    head = (tmp_path / "roundtable.db").read_bytes()[:20]
    assert head.startswith(b"SQLite format 3\0")
    assert head[18:20] == b"\x02\x02", "it is opened with a log again"


def test_a_backup_is_named_by_its_count_and_moment_and_has_the_time_of_what_it_copies(
    tmp_path: Path,
) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop()))
    library.close()
    before = datetime.now(UTC)
    open_library(tmp_path).close()
    (copy,) = backups(tmp_path / "roundtable.db")
    assert copy.parent == tmp_path / "backups"
    assert re.fullmatch(r"roundtable-000001-\d{8}T\d{6}-\d{6}Z\.db", copy.name)
    moment = moment_of(copy)
    assert moment is not None
    assert before <= moment <= datetime.now(UTC)
    assert copy.read_bytes()[18:20] == b"\x01\x01", "and needs no log"
    with closing(sqlite3.connect(copy)) as raw:
        assert pragma(raw, "journal_mode") == "delete"
        assert pragma(raw, "freelist_count") == 0
    assert moment_of(tmp_path / "backups" / "roundtable-copy.db") is None


# The small files


def test_settings_are_a_line_each_and_what_follows_another_has_none(tmp_path: Path) -> None:
    store = TomlSettings(tmp_path / "settings.toml")
    store.save(Settings())
    head = "# Settings of Roundtable on this laptop. Roundtable writes this file anew.\n"
    assert store.path.read_text("utf-8") == head + (
        "motion = true\nchime = true\ntimer = true\nstage_timer = false\nblank_black = true\n"
        'folder = ""\nlogo = ""\nprojector = ""\nconsole_maximised = false\nfirst_steps = true\n'
        'backup_folder = ""\nbacked_up = ""\nstage_type = "normal"\n'
    )
    store.save(
        Settings(
            console_dark=True, stage_dark=False, folder='Łódź "2"', console_place=(1, 2, 800, 600)
        )
    )
    assert store.path.read_text("utf-8") == head + (
        "console_dark = true\nstage_dark = false\n"
        "motion = true\nchime = true\ntimer = true\nstage_timer = false\nblank_black = true\n"
        'folder = "Łódź \\"2\\""\nlogo = ""\nprojector = ""\n'
        "console_place = [1, 2, 800, 600]\nconsole_maximised = false\nfirst_steps = true\n"
        'backup_folder = ""\nbacked_up = ""\nstage_type = "normal"\n'
    )
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_where_the_workshop_stopped_is_a_line_each(tmp_path: Path) -> None:
    store = TomlStopped(tmp_path / "stopped.toml")
    store.save(Stopped(workshop_id="w1", step="statement:T1", look="rounds", parking=True))
    assert store.path.read_text("utf-8") == (
        "# Where Roundtable stopped on this laptop. Roundtable writes this file anew.\n"
        'paused_in = ""\nworkshop_id = "w1"\nstep = "statement:T1"\nlook = "rounds"\n'
        'order = ""\nblank = false\nparking = true\n'
        'day_of = ""\nday_began = 0.0\nday_lead = 0\nbreak_of = ""\nbreak_began = 0.0\n'
    )


def test_a_workshop_file_says_first_what_it_is_and_reads_line_by_line(tmp_path: Path) -> None:
    target = tmp_path / "one.roundtable"
    write_workshop_file(WorkshopRecord(replace(a_workshop(), title="Łódź")), target)
    content = target.read_bytes()
    written = content.decode("utf-8")
    assert written.startswith('{\n "format": "roundtable-workshop",\n "version": 2,\n')
    assert f'"written_by": "Roundtable {__version__}"' in written
    assert "Łódź" in written, "and in plain letters"
    assert written.endswith("\n}\n")
    assert list(json.loads(written))[:4] == ["format", "version", "written_by", "please_note"]
    assert [p.name for p in tmp_path.iterdir()] == ["one.roundtable"]
