"""A glance shows what the opened library will show, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.glance import glance
from desktop_app.storage.library import open_library

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


def test_a_glance_shows_what_the_library_shows(library: Path) -> None:
    seen = glance(library)
    opened = open_library(library)
    with opened.reading() as work:
        assert seen == work.summaries()
    opened.close()
    assert seen is not None
    assert [summary.title for summary in seen] == ["Ŵyth", "Away-day"]


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
    assert [summary.title for summary in glance(library) or ()] in ([], ["Away-day"])
    opened.close()
    assert [summary.title for summary in glance(library) or ()] == ["Away-day"]
