"""A clock that was set wrong once leaves no trace in names and order once it is right again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.domain.workshop import Details
from desktop_app.storage import backup
from desktop_app.storage.glance import glance
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library

FAR = datetime(2099, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    made = open_library(tmp_path)
    yield made
    made.close()


class Clock:
    """What backups are named by; it goes on by an hour at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 1, 9, tzinfo=UTC)

    def name(self) -> str:
        self.now += timedelta(hours=1)
        return self.now.strftime("%Y%m%dT%H%M%S-%fZ")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(backup, "moment_name", found.name)
    return found


@pytest.mark.parametrize("year", [1999, 2099, 9999])
def test_backups_stand_in_the_order_they_were_made_in(
    library: SqliteLibrary, clock: Clock, year: int
) -> None:
    made = [library.back_up()]
    right, clock.now = clock.now, datetime(year, 1, 1, tzinfo=UTC)
    made += [library.back_up(), library.back_up()]
    clock.now = right
    made += [library.back_up(), library.back_up()]
    assert backup.backups(library.path) == tuple(reversed(made))
    assert [path.name for path in made] == sorted(path.name for path in made)
    told = backup.moment_of(made[-1])
    assert told is not None
    assert told.date() == right.date()


def test_days_are_pruned_as_ever_after_a_day_in_2099(library: SqliteLibrary, clock: Clock) -> None:
    right, clock.now = clock.now, FAR
    library.back_up()
    for day in range(20):
        clock.now = right + timedelta(days=day)
        library.back_up()
        library.back_up()
    kept = [backup.moment_of(path) for path in backup.backups(library.path)]
    days = {moment.date() for moment in kept if moment is not None}
    assert days == {(right + timedelta(days=day)).date() for day in range(6, 20)}
    assert len(kept) == 10 + 14 - 5


def test_backups_from_before_they_were_counted_come_last(library: SqliteLibrary) -> None:
    newest = library.back_up()
    old = [newest.with_name(f"roundtable-{year}0101T000000-000000Z.db") for year in (2026, 2099)]
    for path in old:
        path.write_bytes(newest.read_bytes())
    again = library.back_up()
    assert backup.backups(library.path) == (again, newest, old[1], old[0])
    assert [backup.moment_of(path) for path in old] == [
        datetime(year, 1, 1, tzinfo=UTC) for year in (2026, 2099)
    ]


@pytest.mark.parametrize(
    "name", ["roundtable-.db", "roundtable-1-x.db", "roundtable-9" * 3 + ".db"]
)
def test_a_name_that_is_none_of_ours_stands_last(library: SqliteLibrary, name: str) -> None:
    newest = library.back_up()
    other = newest.with_name(name)
    other.write_bytes(b"")
    assert backup.backups(library.path) == (newest, other)
    assert backup.moment_of(other) is None


# The list


def titles(folder: Path) -> list[str]:
    """Return what the list shows, by a glance and by the library, which agree."""
    seen = glance(folder)
    with opened(folder) as services:
        found = [one.title for one in services.workshops.all()]
        lines = services.workshops.lines()
        assert seen is not None
        for each in (lines, seen):
            assert [one.title for one in each if one is not None] == found
    return found


def test_a_workshop_touched_in_2099_is_not_first_for_ever(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        keys = [services.workshops.create(Details(f"W{n}")).value for n in range(4)]
        for key in keys:
            services.workshops.begin(key)
    with closing(sqlite3.connect(tmp_path / "roundtable.db")) as raw, raw:
        for place, key in enumerate(keys[1:3]):
            at = (FAR + timedelta(days=place)).isoformat(timespec="microseconds")
            raw.execute("UPDATE workshops SET updated_at = ? WHERE id = ?", (at, key))
    assert titles(tmp_path) == ["W3", "W0", "W2", "W1"]
    with opened(tmp_path) as services:
        going_on = services.workshops.lines().going_on
        assert going_on is not None
        assert going_on.title == "W3"
        shown = services.workshops.record(keys[1]).workshop
        services.workshops.change(keys[1], Details("W1, changed"), shown.details)
    assert titles(tmp_path) == ["W1, changed", "W3", "W0", "W2"]


def test_a_clock_put_back_by_an_hour_changes_no_order(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        keys = [services.workshops.create(Details(f"W{n}")).value for n in range(2)]
    at = (datetime.now(UTC) + timedelta(hours=1)).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(tmp_path / "roundtable.db")) as raw, raw:
        raw.execute("UPDATE workshops SET updated_at = ? WHERE id = ?", (at, keys[0]))
    assert titles(tmp_path) == ["W0", "W1"]
