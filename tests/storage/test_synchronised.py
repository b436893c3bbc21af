"""The library in a folder that another program synchronises: the day is safe, and copies are told.

Such programs hold a file while they read it, put another version in its place, and leave what
does not fit beside it under another name. On Linux they are played here; see installer/README.md.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.application.services import Services
from desktop_app.bootstrap import _wired, open_services
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import LibraryInUse
from desktop_app.domain.workshop import Details
from desktop_app.storage.marks import Marks
from desktop_app.storage.opening import open_library

Client = Callable[[Path, Path], object]
"""Does to the library's file, the first, what a client does; the second is an older version."""
NAMES = [
    "roundtable (conflicted copy 2026-11-29).db",
    "roundtable-LAPTOP.db",
    "roundtable.sync-conflict-20261129-101010-ABCDEFG.db",
]


def opened(folder: Path) -> Services:
    return open_services(folder, remembered=False)


def make(services: Services, title: str) -> str:
    return services.workshops.create(Details(title=title, present=7)).value


def titles(services: Services) -> set[str]:
    return {line.title for line in services.workshops.all()}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Give an older version of the library in `data`, as a client has it from elsewhere."""
    services = opened(tmp_path / "data")
    make(services, "May")
    services.close()
    return Path(shutil.copy(tmp_path / "data" / "roundtable.db", tmp_path / "older.db"))


def put_older_in_place(file: Path, older: Path) -> None:
    file.rename(file.with_name(NAMES[0]))
    shutil.copy(older, file)


def write_older_over(file: Path, older: Path) -> None:
    with file.open("rb+") as target:
        target.write(older.read_bytes())


def exchange_for_the_same(file: Path, _older: Path) -> None:
    Path(shutil.copy(file, file.with_name("part.tmp"))).replace(file)


def take_the_log_aside(file: Path, _older: Path) -> None:
    log = file.with_name(f"{file.name}-wal")
    log.rename(file.with_name("roundtable (conflicted copy).db-wal"))


@pytest.mark.parametrize(
    "client", [put_older_in_place, write_older_over, exchange_for_the_same, take_the_log_aside]
)
def test_the_day_is_safe_whatever_a_client_does_to_the_file(
    tmp_path: Path, older: Path, client: Client
) -> None:
    services = opened(tmp_path / "data")
    make(services, "June")
    client(tmp_path / "data" / "roundtable.db", older)
    make(services, "July")
    assert titles(services) == {"May", "June", "July"}
    services.close()
    again = opened(tmp_path / "data")
    if again.rescuing.waiting():
        again.rescuing.take_up()
    assert titles(again) == {"May", "June", "July"}
    again.close()


@pytest.mark.slow
def test_who_holds_the_file_is_waited_for_and_then_told_of(tmp_path: Path, older: Path) -> None:
    services = open_services(tmp_path / "data", remembered=False)
    with closing(sqlite3.connect(tmp_path / "data" / "roundtable.db", isolation_level=None)) as it:
        it.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryInUse, match="or wait for the program that copies or synchr"):
            make(services, "June")
        it.execute("ROLLBACK")
    make(services, "June")
    assert titles(services) == {"May", "June"}
    services.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_beside_is_told_and_brings_in_what_is_missing(
    tmp_path: Path, older: Path, name: str
) -> None:
    data = tmp_path / "data"
    services = opened(data)
    june = make(services, "June")
    services.workshops.begin(june)
    services.close()
    (data / "roundtable.db").rename(data / name)
    shutil.copy(older, data / "roundtable.db")
    again = opened(data)
    (news,) = again.rescuing.news()
    assert name in str(news)
    assert titles(again) == {"May"}
    assert again.whole.look(data / name).added == 1
    assert again.whole.bring_back(data / name, newer=False).value.added == 1
    assert titles(again) == {"May", "June"}
    again.close()


@pytest.mark.parametrize("later", [False, True])
def test_an_older_one_that_was_put_in_its_place_while_closed_is_told_once(
    tmp_path: Path, older: Path, later: bool
) -> None:
    data, marks = tmp_path / "data", Marks(tmp_path / "marks")
    services = opened(data)
    make(services, "June")
    services.close()
    open_library(data, marks=marks).close()
    shutil.copy(older, data / "roundtable.db")
    open_library(data, marks=marks).close()  # a command, which tells nobody
    library = open_library(data, marks=marks, look_over_later=later)
    if later:
        library.look_over()
    (news,) = library.keeping.news()
    assert "is older than when it was last closed" in str(news)
    library.close()
    again = opened(data)
    backup = next(b for b in (data / "backups").glob("*.db") if again.whole.look(b).added)
    assert again.whole.bring_back(backup, newer=False).value.added == 1
    assert titles(again) == {"May", "June"}
    again.close()
    library = open_library(data, marks=marks)
    assert library.keeping.news() == ()
    library.close()


def test_nothing_is_told_of_what_was_deleted_here(tmp_path: Path) -> None:
    data, marks = tmp_path / "data", Marks(tmp_path / "marks")
    for _ in range(2):
        services = _wired(open_library(data, marks=marks), data)
        make(services, "May")
        june = make(services, "June")
        services.workshops.delete(june)
        services.close()
    library = open_library(data, marks=marks)
    assert marks.latest_in(data) is not None
    assert library.keeping.news() == ()
    library.close()


def test_a_copy_brings_in_no_ballot_that_the_room_has_not_seen(tmp_path: Path, older: Path) -> None:
    there = opened(tmp_path / "there")
    june = make(there, "June")
    statement = there.workshops.record(june).workshop.framework.statements[0]
    there.workshops.begin(june)
    vote = there.rounds.open(june, statement.id, Channel.PAPER).value
    for point in (1, 2, 5):
        there.rounds.cast(vote, point)
    there.close()
    copy = shutil.copy(tmp_path / "there" / "roundtable.db", tmp_path / "data" / NAMES[1])
    here = opened(tmp_path / "data")
    here.whole.bring_back(Path(copy), newer=False)
    (came,) = here.workshops.record(june).rounds
    assert (came.ballots_in, came.tallies) == (0, ())
    here.close()


@pytest.mark.parametrize("name", ["roundtable.db.tmp", "~$roundtable.db", "roundtable old.db"])
def test_nothing_is_told_of_what_is_no_copy(tmp_path: Path, older: Path, name: str) -> None:
    (tmp_path / "data" / name).write_bytes(b"a placeholder")
    services = opened(tmp_path / "data")
    assert services.rescuing.news() == ()
    services.close()
