"""A deleted workshop: which backups hold it, and taking it out of them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import LibraryReadOnly
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage import backup
from desktop_app.storage.backup_contents import BackupContents
from desktop_app.storage.health import workshops_in
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library
from tests.helpers import ROOT

from .records import a_framework, a_workshop, save

DELETED, OTHER = "d3adbeef01", "0ther0ther"
SECRETS = (DELETED.encode(), b"Kept quiet", b"Only theirs")


@pytest.fixture
def library(tmp_path: Path) -> SqliteLibrary:
    """Give a library of two workshops, one of which is to go, with a rehearsal and own words."""
    library = open_library(tmp_path)
    framework = replace(a_framework(), title="Only theirs")
    going = replace(a_workshop(), id=DELETED, framework=framework)
    note = Note("n1", DELETED, NoteKind.IDEA, "Kept quiet")
    save(library, WorkshopRecord(going, notes=(note,)))
    save(library, WorkshopRecord(replace(going, id="rehearsal1", rehearsal_of=DELETED)))
    save(library, WorkshopRecord(replace(a_workshop(), id=OTHER)))
    yield library
    library.close()


def paths(contents: BackupContents) -> list[Path]:
    return [held.path for held in contents.holding(DELETED)]


def test_backups_that_hold_it_are_named_newest_first(library: SqliteLibrary) -> None:
    contents = BackupContents(library.path)
    assert paths(contents) == []
    first, second = library.back_up(), library.back_up()
    assert paths(contents) == [second, first]
    assert [held.damaged for held in contents.holding(DELETED)] == [False, False]
    assert all(held.made_at is not None for held in contents.holding(DELETED))
    assert contents.holding("nobody0000") == ()


def test_it_is_taken_out_of_every_backup_and_all_else_stays(library: SqliteLibrary) -> None:
    copies = [library.back_up(), library.back_up()]
    ages = [copy.stat().st_mtime_ns for copy in copies]
    assert all(secret in copy.read_bytes() for copy in copies for secret in SECRETS)
    contents = BackupContents(library.path)
    contents.forget(DELETED)
    assert paths(contents) == []
    assert not [s for copy in copies for s in SECRETS if s in copy.read_bytes()]
    assert [workshops_in(copy) for copy in copies] == [1, 1]
    assert [copy.stat().st_mtime_ns for copy in copies] == ages
    assert sorted(backup.backups_folder(library.path).iterdir()) == copies


def test_a_backup_of_an_older_version_forgets_too(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    old = folder / "roundtable-20260101T000000-000000Z.db"
    sql = (ROOT / "tests" / "data" / "libraries" / "0001.sql").read_text("utf-8")
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript(sql)
        (key,) = raw.execute("SELECT id FROM workshops LIMIT 1").fetchone()
    before = workshops_in(old)
    contents = BackupContents(tmp_path / "roundtable.db")
    assert [held.path for held in contents.holding(key)] == [old]
    contents.forget(key)
    assert contents.holding(key) == ()
    assert workshops_in(old) == before - 1


def test_damaged_copies_are_told_and_left(library: SqliteLibrary, tmp_path: Path) -> None:
    good, bad = library.back_up(), library.back_up()
    bad.write_bytes(b"\0" * 100 + bad.read_bytes()[100:])
    aside = tmp_path / "damaged" / "20270514T090000-000000Z"
    aside.mkdir(parents=True)
    shutil.copy(good, aside / "roundtable.db")
    before = bad.read_bytes()
    contents = BackupContents(library.path)
    contents.forget(DELETED)
    still = contents.holding(DELETED)
    assert [(held.path, held.damaged) for held in still] == [(bad, True), (aside, True)]
    assert bad.read_bytes() == before
    assert good.exists()


def test_no_new_backup_holds_what_is_put_away(library: SqliteLibrary) -> None:
    with library.writing() as work:
        work.delete_workshop("rehearsal1")
        work.hide_workshop(DELETED, hidden=True)
        work.commit()
    copy = library.back_up()
    assert paths(BackupContents(library.path)) == []
    assert not [secret for secret in SECRETS if secret in copy.read_bytes()]
    with library.writing() as work:
        work.hide_workshop(DELETED, hidden=False)
        work.commit()
    assert workshops_in(library.path) == 2  # it can still be brought back


def test_what_stands_in_the_way_is_said(
    library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = library.back_up()
    before = copy.read_bytes()

    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "copyfile", refuse)
    with pytest.raises(LibraryReadOnly, match="read-only"):
        BackupContents(library.path).forget(DELETED)
    assert copy.read_bytes() == before
