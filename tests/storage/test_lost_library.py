"""A library that is moved or removed while it is open: said, kept going, and taken up again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import LibraryDamaged, LibraryMissing, WayOut
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.rounds import Ballot, Round
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.looking import look_at_library
from desktop_app.storage.marks import Marks
from desktop_app.storage.opening import open_library
from desktop_app.storage.repair import check, repair

from .records import a_round, a_workshop, save

Loss = Callable[[Path], object]


def move_folder(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def remove_file(folder: Path) -> None:
    (folder / "roundtable.db").unlink()


def move_file(folder: Path) -> None:
    (folder / "roundtable.db").rename(folder / "aside.db")


def remove_log(folder: Path) -> None:
    (folder / "roundtable.db-wal").unlink()


def put_another_folder_there(folder: Path) -> None:
    move_folder(folder)
    folder.mkdir()


def put_an_empty_file_there(folder: Path) -> None:
    remove_file(folder)
    (folder / "roundtable.db").touch()


GONE = [move_folder, remove_folder, remove_file, move_file, put_another_folder_there,
        put_an_empty_file_there]  # fmt: skip


def note(number: int) -> Note:
    return Note(f"n{number}", "w1", NoteKind.IDEA, f"Idea {number}")


def write(library: SqliteLibrary, number: int) -> None:
    with library.writing() as work:
        work.save_note(note(number))
        work.commit()


def notes(library: SqliteLibrary) -> set[str]:
    with library.reading() as work:
        return {found.id for found in work.record("w1").notes}


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "marks")


@pytest.fixture
def folder(tmp_path: Path, marks: Marks) -> Path:
    """Give the folder of a library with one workshop, which was closed cleanly."""
    library = open_library(tmp_path / "data", marks=marks)
    save(library, WorkshopRecord(a_workshop(), (), (note(0),)))
    library.close()
    return tmp_path / "data"


def refused(folder: Path, marks: Marks) -> LibraryMissing:
    """Assert that nobody opens or looks, and that no library is made."""
    with pytest.raises(LibraryMissing) as raised:
        open_library(folder, marks=marks)
    for look in (look_at_library, check):
        with pytest.raises(LibraryMissing):
            look(folder, marks)
    file = folder / "roundtable.db"
    assert not file.exists() or not file.stat().st_size
    return raised.value


@pytest.mark.parametrize("lose", GONE)
@pytest.mark.parametrize("clean", [True, False])
def test_the_day_goes_on_elsewhere_and_is_taken_up(
    folder: Path, marks: Marks, tmp_path: Path, lose: Loss, clean: bool
) -> None:
    library = open_library(folder, marks=marks)
    write(library, 1)
    lose(folder)
    for number in (2, 3):
        write(library, number)
    (news,) = library.keeping.news()
    kept = library.path.parent
    assert str(kept) in str(news)
    assert library.keeping.news() == ()
    assert notes(library) == {"n0", "n1", "n2", "n3"}
    if clean:
        library.close()
    else:
        shutil.copytree(kept, tmp_path / "as it was")  # as a kill leaves it
        library.close()
        shutil.rmtree(kept)
        shutil.move(tmp_path / "as it was", kept)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    error = refused(folder, marks)
    assert error.way_out is WayOut.TAKE_UP
    assert str(kept) in str(error)
    assert "holds 1 workshop" in str(repair(folder, marks)[-1])
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0", "n1", "n2", "n3"}
    assert again.keeping.waiting() == ()
    again.close()
    assert not kept.exists()


@pytest.mark.parametrize("lose", GONE)
def test_what_was_written_when_it_went_is_kept_too(folder: Path, marks: Marks, lose: Loss) -> None:
    library = open_library(folder, marks=marks)
    with library.writing() as work:
        lose(folder)
        work.save_note(note(1))
        work.commit()
    assert library.keeping.news()
    library.close()
    repair(folder, marks)
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0", "n1"}
    again.close()


def test_it_is_noticed_when_it_is_closed(folder: Path, marks: Marks) -> None:
    library = open_library(folder, marks=marks)
    write(library, 1)
    remove_folder(folder)
    library.close()
    assert not (folder / "roundtable.db").exists()
    repair(folder, marks)
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0", "n1"}
    again.close()


def test_a_log_that_was_removed_loses_nothing(folder: Path, marks: Marks) -> None:
    library = open_library(folder, marks=marks)
    write(library, 1)
    remove_log(folder)
    write(library, 2)
    assert library.keeping.news()
    library.close()
    again = open_library(folder, marks=marks)
    assert again.keeping.waiting()
    again.keeping.take_up()
    assert notes(again) == {"n0", "n1", "n2"}
    again.close()


def test_a_library_that_was_put_back_is_told_further(folder: Path, marks: Marks) -> None:
    library = open_library(folder, marks=marks)
    move_folder(folder)
    write(library, 1)
    library.close()
    shutil.copytree(folder / "rescue", folder.with_name("moved") / "rescue")
    shutil.rmtree(folder)
    folder.with_name("moved").rename(folder)
    assert "is kept apart in" in str(check(folder, marks)[-1])
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0"}
    assert len(again.keeping.waiting()) == 1
    again.keeping.take_up()
    assert notes(again) == {"n0", "n1"}
    assert again.keeping.waiting() == ()
    again.close()
    assert not (folder / "damaged").exists()


def test_what_was_told_further_meanwhile_stays_and_the_other_is_kept(
    folder: Path, marks: Marks
) -> None:
    library = open_library(folder, marks=marks)
    move_folder(folder)
    write(library, 1)
    library.close()
    shutil.move(folder / "rescue", folder.with_name("moved") / "rescue")
    shutil.rmtree(folder)
    folder.with_name("moved").rename(folder)
    meanwhile = open_library(folder, marks=marks)
    for number in (7, 8, 9):
        write(meanwhile, number)
    meanwhile.close()
    repair(folder, marks)
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0", "n7", "n8", "n9"}
    again.close()
    (kept,) = (folder / "damaged").glob("*/roundtable.db")
    with closing(sqlite3.connect(kept)) as raw:
        assert {i for (i,) in raw.execute("SELECT id FROM notes")} == {"n0", "n1"}


def test_where_the_data_folder_cannot_be_made_again_the_day_is_kept_elsewhere(
    folder: Path, marks: Marks, tmp_path: Path
) -> None:
    library = open_library(folder, marks=marks)
    move_folder(folder)
    folder.write_text("in the way")
    write(library, 1)
    assert library.path.is_relative_to(tmp_path / "marks")
    library.close()
    folder.unlink()
    assert refused(folder, marks).way_out is WayOut.TAKE_UP
    repair(folder, marks)
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0", "n1"}
    again.close()


def test_where_it_can_be_kept_nowhere_nothing_is_said_to_be_in(folder: Path) -> None:
    library = open_library(folder)
    move_folder(folder)
    folder.write_text("in the way")
    with pytest.raises(LibraryMissing, match="Put it back"):
        write(library, 1)
    folder.unlink()
    folder.with_name("moved").rename(folder)
    write(library, 2)
    assert "n2" in notes(library)
    library.close()


def test_a_second_loss_is_survived_as_well(folder: Path, marks: Marks) -> None:
    library = open_library(folder, marks=marks)
    remove_folder(folder)
    write(library, 1)
    remove_folder(folder)
    write(library, 2)
    assert len(library.keeping.news()) == 2
    library.close()
    repair(folder, marks)
    again = open_library(folder, marks=marks)
    assert notes(again) == {"n0", "n1", "n2"}
    again.close()


# Where one was before


@pytest.mark.parametrize("lose", GONE)
def test_no_empty_library_is_begun_where_one_was(folder: Path, marks: Marks, lose: Loss) -> None:
    lose(folder)
    error = refused(folder, marks)
    assert error.way_out is WayOut.BEGIN
    assert "it held 1 workshop" in str(error)
    assert "begins an empty library" in str(repair(folder, marks)[-1])
    library = open_library(folder, marks=marks)
    with library.reading() as work:
        assert work.summaries() == ()
    library.close()


def test_a_backup_comes_before_an_empty_library(folder: Path, marks: Marks) -> None:
    open_library(folder, marks=marks).close()
    remove_file(folder)
    with pytest.raises(LibraryDamaged) as raised:
        open_library(folder, marks=marks)
    assert raised.value.way_out is WayOut.BACKUP


def test_an_empty_library_is_not_missed(tmp_path: Path, marks: Marks) -> None:
    open_library(tmp_path / "data", marks=marks).close()
    remove_folder(tmp_path / "data")
    open_library(tmp_path / "data", marks=marks).close()


def test_a_mark_that_is_damaged_or_cannot_be_written_stops_nobody(
    folder: Path, tmp_path: Path, marks: Marks
) -> None:
    (mark,) = (tmp_path / "marks").iterdir()
    for content in (b"", b"\xff\xfe", b"[1]", b'{"workshops": "many"}'):
        mark.write_bytes(content)
        assert marks.workshops_in(folder) == 0
    shutil.rmtree(tmp_path / "marks")
    (tmp_path / "marks").write_text("in the way")
    library = open_library(folder, marks=marks)
    save(library, WorkshopRecord(replace(a_workshop(), id="w2")))
    library.close()


def test_only_the_latest_marks_are_kept(tmp_path: Path, marks: Marks) -> None:
    for number in range(120):
        marks.remember(tmp_path / str(number), 1)
    assert len(list((tmp_path / "marks").iterdir())) == 100
    assert marks.workshops_in(tmp_path / "119") == 1


# Votes under way


@pytest.mark.parametrize("lose", GONE)
@pytest.mark.parametrize("channel", [Channel.TURNS, Channel.HANDS])
def test_every_ballot_of_an_open_vote_goes_along(
    folder: Path, marks: Marks, lose: Loss, channel: Channel
) -> None:
    round_ = replace(a_round(), channel=channel)
    library = open_library(folder, marks=marks)
    with library.writing() as work:
        work.add_round(round_)
        work.commit()
    cast(library, round_, 2)
    lose(folder)
    cast(library, round_, 3)
    assert ballots_in(library) == 5
    library.close()
    repair(folder, marks)
    again = open_library(folder, marks=marks)
    assert again.lost_votes == ()
    assert ballots_in(again) == 5
    again.close()
    boxes = [path for path in folder.parent.rglob("*.box") if "moved" not in path.parts]
    assert [path.parent for path in boxes] in ([], [folder / "votes"])


def cast(library: SqliteLibrary, round_: Round, count: int) -> None:
    for _ in range(count):
        with library.writing() as work:
            work.add_ballot(round_, Ballot(4))
            work.commit()


def ballots_in(library: SqliteLibrary) -> int:
    with library.reading() as work:
        return work.round("r1").ballots_in
