"""A library that cannot be opened or written: said, nothing overwritten, and on it goes."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from desktop_app.application.services import Services
from desktop_app.bootstrap import open_services
from desktop_app.domain.workshop import Details
from desktop_app.storage.library import SqliteLibrary
from desktop_app.ui.app.instance import Instance
from desktop_app.ui.dialogs.problem import ProblemWindow
from tests.helpers import another_library

from .conftest import Start
from .driver import App, Key, dialogs, wait_for
from .ways import TITLE, count, prepare, prepare_by_keys, turns_vote

NOBODY = 65534
PEOPLE = 300
Mend = Callable[[], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give where a library is to copy once a test has made it."""
    return tmp_path_factory.mktemp("made") / "data"


@pytest.fixture
def library(start: Start, made: Path, tmp_path: Path) -> Path:
    """Give the folder of a library with one workshop, closed cleanly."""
    if not made.exists():
        app = start(made)
        prepare(app, 7)
        app.key(Key.Key_Space)
        app.stop()
    return another_library(made, tmp_path / "data")


def file_of(folder: Path) -> Path:
    return folder / "roundtable.db"


def damage(folder: Path) -> Mend:
    good = file_of(folder).read_bytes()
    file_of(folder).write_bytes(b"\0" * 100 + good[100:])
    return partial(file_of(folder).write_bytes, good)


def make_newer(folder: Path) -> Mend:
    good = file_of(folder).read_bytes()
    with closing(sqlite3.connect(file_of(folder), isolation_level=None)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    return partial(file_of(folder).write_bytes, good)


def put_a_folder_in_its_place(folder: Path) -> Mend:
    aside = folder / "aside.db"
    file_of(folder).rename(aside)
    file_of(folder).mkdir()

    def mend() -> None:
        file_of(folder).rmdir()
        aside.rename(file_of(folder))

    return mend


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (damage, "is damaged or is not a Roundtable library"),
        (make_newer, "was written by a newer version of Roundtable"),
        (put_a_folder_in_its_place, "A folder stands where the library file"),
    ],
)
def test_it_is_said_nothing_is_overwritten_and_trying_again_works(
    library: Path, start: Start, harm: Callable[[Path], Mend], sentence: str
) -> None:
    mend = harm(library)
    before = contents(library)
    app = start(library)
    problem_is_said(app, sentence)
    app.click("Try again")
    problem_is_said(app, sentence)
    assert contents(library) == before
    mend()
    trying_again_works(app)


def test_a_damaged_library_is_restored_by_a_click_and_kept(library: Path, start: Start) -> None:
    start(library).stop()  # which backs up what changed
    damage(library)
    damaged = file_of(library).read_bytes()
    app = start(library)
    problem_is_said(app, "is damaged or is not a Roundtable library")
    app.click("Restore the backup")
    app.expect("Your workshops are back", "is restored from its newest good backup")
    app.click("Close")
    app.expect(TITLE)
    (kept,) = (library / "damaged").iterdir()
    assert (kept / "roundtable.db").read_bytes() == damaged


def test_what_can_be_read_comes_back_where_there_is_no_backup(library: Path, start: Start) -> None:
    damage(library)
    shutil.rmtree(library / "backups", ignore_errors=True)
    app = start(library)
    problem_is_said(app, "There is no good backup of it.")
    app.click("Bring back what can be read")
    app.expect("Your workshops are back", "What could be read of it is written anew")
    app.click("Close")
    app.expect(TITLE)


def damage_a_row(folder: Path) -> None:
    """Leave damage that home does not read and only the check of the whole file finds."""
    with closing(sqlite3.connect(file_of(folder), isolation_level=None)) as raw:
        raw.execute("UPDATE workshops SET privacy = 'nobody'")


def test_damage_found_once_home_is_shown_is_said_and_repaired(library: Path, start: Start) -> None:
    start(library).stop()
    damage_a_row(library)
    app = start(library)
    wait_for(lambda: app.desktop.trouble.window is not None, "what is wrong")
    problem_is_said(app, "is damaged or is not a Roundtable library")
    assert not app.console.isVisible()
    app.click("Restore the backup")
    app.expect("Your workshops are back", "is restored from its newest good backup")
    app.click("Close")
    app.expect(TITLE)
    app.click("New workshop")
    app.expect("Begin the workshop")


def test_a_library_is_left_whatever_page_is_open_when_damage_is_found(
    library: Path, start: Start
) -> None:
    start(library).stop()
    damage_a_row(library)
    app = start(library)
    app.desktop.prepare_new()
    wait_for(lambda: app.desktop.trouble.window is not None, "what is wrong")
    problem_is_said(app, "is damaged or is not a Roundtable library")
    assert app.desktop.services is None


def spoil_all(folder: Path) -> Mend:
    good = file_of(folder).read_bytes()
    file_of(folder).write_bytes(b"Dear all, " * 1000)
    return partial(file_of(folder).write_bytes, good)


@pytest.mark.parametrize("harm", [spoil_all, make_newer])
def test_nothing_is_restored_where_nothing_good_is_known(
    library: Path, start: Start, harm: Callable[[Path], Mend]
) -> None:
    harm(library)
    for copy in (library / "backups").glob("*"):
        copy.unlink()
    app = start(library)
    assert isinstance(app.front(), ProblemWindow)
    assert not app.buttons("Restore the backup")


def move_away(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def remove_file(folder: Path) -> None:
    file_of(folder).unlink()


@pytest.mark.parametrize("lose", [move_away, shutil.rmtree, remove_file])
def test_a_library_that_goes_in_the_middle_of_a_vote_goes_on_elsewhere(
    start: Start, tmp_path: Path, lose: Callable[[Path], object]
) -> None:
    folder = tmp_path / "data"
    app = start(folder)
    turns_vote(app, 7)
    app.vote(4, 4)
    lose(folder)
    app.take_turns(4)
    assert count(app) == "3 of 7 in"
    app.expect("was moved or removed while it was open", str(folder / "rescue"))
    app.vote(4)
    app.stop()
    app = start(folder)
    problem_is_said(app, "was moved or removed while Roundtable was open")
    app.click("Take up what was kept")
    app.expect("Your workshops are back", "What was kept apart is taken up")
    app.click("Close")
    app.click("Continue")
    app.expect("4 of 7 in")


def test_a_library_that_was_put_back_offers_what_was_done_since(
    library: Path, start: Start
) -> None:
    app = start(library)
    move_away(library)
    prepare_by_keys(app, 9, quick=True)
    app.stop()
    shutil.copytree(library.with_name("moved"), library, dirs_exist_ok=True)
    app = start(library)
    app.expect(TITLE, "is kept apart in")
    assert len(titles_of(app)) == 1
    app.click("Take it up")
    assert len(titles_of(app)) == 2
    assert not app.reads("is kept apart in")


def titles_of(app: App) -> list[str]:
    assert app.desktop.services is not None
    return [summary.title for summary in app.desktop.services.workshops.all()]


def test_no_empty_library_is_begun_unasked_where_one_was(library: Path, start: Start) -> None:
    shutil.rmtree(library)
    app = start(library)
    problem_is_said(app, "is missing: it held 1 workshop")
    app.click("Begin an empty library")
    app.expect("An empty library")
    app.click("Close")
    app.expect("Your first workshop in three steps")


def problem_is_said(app: App, sentence: str) -> None:
    assert isinstance(app.front(), ProblemWindow)
    assert not app.console.isVisible()
    app.expect("Roundtable cannot open your workshops", sentence, "Nothing was overwritten.")


def trying_again_works(app: App) -> None:
    app.click("Try again")
    assert app.front() is app.console
    app.expect(TITLE)
    app.click("Continue")
    app.expect("How shall the room vote?")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def read_only(library: Path) -> Iterator[Path]:
    """Give a library that may not be written, also where the tests are run by root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(library, folder, dirs_exist_ok=True)
        for part in (*folder.rglob("*"), folder):
            part.chmod(0o555 if part.is_dir() else 0o444)
        user = os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        yield folder
        if user == 0:
            os.seteuid(0)
        for part in (folder, *folder.rglob("*")):
            part.chmod(0o755)


def test_a_read_only_library_is_said(read_only: Path, start: Start) -> None:
    before = contents(read_only)
    app = start(read_only)
    problem_is_said(app, "is read-only")
    assert contents(read_only) == before
    assert not app.buttons("Go on with an empty"), "nothing can be made there"
    app.click("Quit")
    assert not app.front().isVisible()


def test_a_library_that_is_open_elsewhere_is_said(library: Path, start: Start) -> None:
    first, second = Instance(), Instance()
    assert first.acquire(library)
    app = start(library, second.opening(library, partial(open_services, library)))
    problem_is_said(app, "Roundtable is already open with this library.")
    first.release()
    trying_again_works(app)
    app.stop()
    second.release()


def test_a_full_disk_stops_no_vote(start: Start, tmp_path: Path) -> None:
    opened: list[Services] = []

    def opening() -> Services:
        opened.append(open_services(tmp_path))
        return opened[-1]

    app = start(tmp_path, opening)
    turns_vote(app, 12)
    may_grow(opened[0], growing=False)
    app.vote(*[3] * 12)
    assert dialogs() == []
    assert count(app) == "12 of 12 in"
    may_grow(opened[0], growing=True)


def test_a_ballot_that_cannot_be_kept_is_said_and_not_in(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path)
    turns_vote(app, PEOPLE)
    app.vote(3, 3)
    (box,) = (tmp_path / "votes").iterdir()
    away = box.rename(tmp_path / "away")
    app.vote(3)
    app.expect("That did not work", "The ballots of this vote cannot be read any more.")
    assert count(app) == f"2 of {PEOPLE} in"
    assert app.ballot.isHidden()
    app.click("Close")
    app.expect(f"2 of {PEOPLE} in")
    away.rename(box)
    app.bring_ballot()
    assert not app.reads("Thank you"), "the one before is not in"
    app.vote(4)
    app.expect("Thank you. Your rating is in.")
    assert count(app) == f"3 of {PEOPLE} in"


def test_ballots_that_are_gone_at_the_start_are_said(start: Start, tmp_path: Path) -> None:
    app = start(tmp_path)
    turns_vote(app, PEOPLE)
    app.vote(3)
    app.stop()
    (box,) = (tmp_path / "votes").iterdir()
    box.unlink()
    again = start(tmp_path)
    again.expect("Ballots that cannot be read", "Take the vote again.")
    again.click("Close")


def may_grow(services: Services, *, growing: bool) -> None:
    """Let the library's file grow or not, which SQLite takes for a full disk."""
    library = services.rounds._library
    assert isinstance(library, SqliteLibrary)
    with library._raw() as raw:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        most = 1_000_000 if growing else pages
        raw.execute(f"PRAGMA max_page_count = {most}").fetchone()


def test_an_older_library_in_its_place_is_told_once_it_was_looked_over(
    start: Start, tmp_path: Path
) -> None:
    data, older = tmp_path / "data", tmp_path / "older.db"
    for title in ("May", "June"):
        services = open_services(data)
        services.workshops.create(Details(title=title, present=7))
        services.close()
        open_services(data).close()  # what is closed is known by the next start
        if not older.exists():
            shutil.copy(data / "roundtable.db", older)
    shutil.copy(older, data / "roundtable.db")
    app = start(data)
    wait_for(lambda: app.reads("The library is older than when it was last closed"), "the news")
