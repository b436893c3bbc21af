"""The list of the library filtered, sorted, and without what is archived."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop_app.application.list_pictures import pictures_of
from desktop_app.domain.listing import Choices, Order, Shown, Wish
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import FILE_NAME, open_library
from desktop_app.storage.stick import StickFiles

from .test_search import a_day, add

RUNNING = WorkshopStatus.RUNNING


def touched(minute: int) -> datetime:
    return datetime(2027, 5, 14, 9, minute, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    made = open_library(tmp_path)
    add(
        made,
        a_day(1, title="zebra", partnership="Élan", updated_at=touched(4), status=RUNNING),
        a_day(2, title="Éclair", partnership="Dover", updated_at=touched(3), held_on=None),
        a_day(3, title="apple", partnership="Dover", updated_at=touched(2),
              held_on=date(2026, 1, 2)),
        a_day(4, title="Fox", partnership="", updated_at=touched(1), held_on=date(2029, 1, 2)),
    )  # fmt: skip
    archive(made, "w4")
    yield made
    made.close()


def archive(library: SqliteLibrary, key: str, *, archived: bool = True) -> None:
    with library.writing() as work:
        work.archive_workshop(key, archived=archived)
        work.commit()


@pytest.mark.parametrize(
    ("wish", "ids"),
    [
        (Wish(), ["w1", "w2", "w3"]),
        (Wish(archived_too=True), ["w1", "w2", "w3", "w4"]),
        (Wish(Shown.ARCHIVED), ["w4"]),
        (Wish(Shown.RUNNING), ["w1"]),
        (Wish(Shown.CLOSED), []),
        (Wish(partnership="Dover"), ["w2", "w3"]),
        (Wish(partnership="Dover'--"), []),
        (Wish(year=2026), ["w3"]),
        (Wish(order=Order.HELD), ["w1", "w3", "w2"]),
        (Wish(order=Order.TITLE), ["w3", "w2", "w1"]),
        (Wish(order=Order.PARTNERSHIP, archived_too=True), ["w3", "w2", "w1", "w4"]),
    ],
)
def test_what_is_wanted_is_listed(library: SqliteLibrary, wish: Wish, ids: list[str]) -> None:
    with library.reading() as work:
        assert list(work.listed(wish)) == ids


def test_the_usual_list_is_without_what_is_archived(library: SqliteLibrary) -> None:
    with library.reading() as work:
        lines = work.lines(work.lines_of)
        assert (lines.ids, lines.archived) == (("w1", "w2", "w3"), 1)
        assert [line.id for line in work.summaries() if line.is_archived] == ["w4"]
        assert work.choices() == Choices(("Dover", "Élan"), (2029, 2028, 2026), 1)


def test_an_archived_workshop_is_not_what_is_continued(library: SqliteLibrary) -> None:
    archive(library, "w1")
    with library.reading() as work:
        assert work.lines(work.lines_of).going_on is None
    archive(library, "w1", archived=False)
    with library.reading() as work:
        assert work.lines(work.lines_of).going_on is not None


def test_the_archive_goes_with_its_workshop_and_comes_back_from_a_copy(
    tmp_path: Path, library: SqliteLibrary
) -> None:
    file = StickFiles(library).copy(tmp_path / "copy.db")
    with library.writing() as work:
        work.delete_workshop("w4")
        work.commit()
    with library.reading() as work:
        assert work.listed(Wish(Shown.ARCHIVED)) == ()
    StickFiles(library).bring_back(file, newer=False)
    with library.reading() as work:
        assert work.listed(Wish(Shown.ARCHIVED)) == ("w4",)


def test_a_damaged_workshop_has_no_picture_and_stops_nobody(tmp_path: Path) -> None:
    with closing(open_library(tmp_path)) as library:
        add(library, a_day(1, title="Harbour", status=RUNNING))
        with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as raw:
            raw.execute("UPDATE workshops SET privacy = 'nobody'")
        assert pictures_of(library, ("w1",)) == {"w1": ()}
