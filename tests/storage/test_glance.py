"""A glance shows what the opened library will show, or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.summaries import WorkshopLines, WorkshopStatus
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.glance import glance
from desktop_app.storage.opening import open_library

from .records import a_workshop, save


@pytest.fixture
def library(tmp_path: Path) -> Path:
    opened = open_library(tmp_path)
    first = a_workshop()
    second = replace(
        first,
        id="w2",
        title="Ŵyth",
        held_on=date(2027, 5, 14),
        status=WorkshopStatus.CLOSED,
        is_sample=True,
        updated_at=first.updated_at + timedelta(microseconds=1),
    )
    for workshop in (first, second):
        save(opened, WorkshopRecord(workshop))
    opened.close()
    return tmp_path


def titles(seen: WorkshopLines | None) -> list[str]:
    return [line.title for line in seen or () if line is not None]


def test_a_glance_shows_what_the_library_shows(library: Path) -> None:
    seen = glance(library)
    opened = open_library(library)
    assert seen is not None
    with opened.reading() as work:
        assert tuple(seen) == work.summaries()
        opened_lines = work.lines(work.lines_of)
        assert tuple(opened_lines) == work.summaries()
        assert seen.ids == opened_lines.ids
        assert seen.going_on == opened_lines.going_on
        assert seen.rehearsal == opened_lines.rehearsal
    opened.close()
    assert titles(seen) == ["Ŵyth", "Away-day"]


def test_a_glance_leaves_no_file_and_changes_none(library: Path) -> None:
    before = {path: path.read_bytes() for path in library.rglob("*") if path.is_file()}
    glance(library)
    assert {path: path.read_bytes() for path in library.rglob("*") if path.is_file()} == before


def test_there_is_nothing_to_see_where_no_library_is(tmp_path: Path) -> None:
    assert glance(tmp_path) is None
    assert glance(tmp_path / "nowhere") is None


def test_a_damaged_file_shows_nothing(library: Path) -> None:
    (library / "roundtable.db").write_bytes(b"no database" * 1000)
    assert glance(library) is None


def test_after_a_sudden_end_only_the_library_itself_is_asked(library: Path) -> None:
    (library / "roundtable.db-wal").write_bytes(b"left behind")
    assert glance(library) is None
    assert (library / "roundtable.db-wal").read_bytes() == b"left behind"


def test_what_was_put_away_is_not_seen(library: Path) -> None:
    opened = open_library(library)
    with opened.writing() as work:
        work.hide_workshop("w2", hidden=True)
        work.commit()
    assert titles(glance(library)) in ([], ["Away-day"])
    opened.close()
    assert titles(glance(library)) == ["Away-day"]


def test_what_goes_on_and_what_was_rehearsed_are_found_among_many(tmp_path: Path) -> None:
    first, opened = a_workshop(), open_library(tmp_path)
    for number in range(8):
        status = (WorkshopStatus.RUNNING, WorkshopStatus.PREPARED, WorkshopStatus.CLOSED)
        made = replace(
            first,
            id=f"w{number}",
            status=status[number % 3],
            rehearsal_of="w0" if number in (3, 6) else "",
            updated_at=first.updated_at + timedelta(minutes=number),
        )
        save(opened, WorkshopRecord(made))
    with opened.writing() as work:
        work.hide_workshop("w6", hidden=True)
        work.commit()
    with opened.reading() as work:
        lines = work.lines(work.lines_of)
        found = lines.going_on, lines.rehearsal
        assert list(work.lines_of(["w2", "w6", "nowhere"])) == ["w2"]
    opened.close()
    assert [line.id for line in found if line is not None] == ["w0", "w3"]
    assert all(line is not None and line.is_rehearsal == (line.id == "w3") for line in found)


def test_a_line_that_cannot_be_read_is_nothing_to_show(library: Path) -> None:
    with closing(sqlite3.connect(library / "roundtable.db")) as raw, raw:
        raw.execute("UPDATE workshops SET status = 'asleep'")
    assert glance(library) is None
