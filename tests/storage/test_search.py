"""Workshops are found by their words; the index follows the library and keeps nothing that went."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import Tally
from desktop_app.domain.workshop import Group, Workshop
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.looking import look_at_library
from desktop_app.storage.opening import open_library
from desktop_app.storage.search_index import FILE_NAME
from desktop_app.storage.search_words import query_of, words_of
from desktop_app.storage.searching import LibrarySearch
from desktop_app.words.dates import home_date

from .records import a_round, a_workshop

LATER = datetime(2027, 5, 15, 9, tzinfo=UTC)
BARGE = Commitment(
    "c1",
    "w1",
    0,
    "Rotate the chair",
    because="Said by zebras",
    owner="Ŵyth",
    due=date(2027, 9, 1),
    measure="barges counted",
    first_move="ask Đurđa",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    made = open_library(tmp_path)
    yield made
    made.close()


@pytest.fixture
def search(library: SqliteLibrary) -> LibrarySearch:
    return LibrarySearch(library, home_date)


def a_day(number: int = 1, **changes: Any) -> Workshop:
    """Return a workshop of the harbour with an identity of its own."""
    event: dict[str, Any] = {
        "title": "Łódź away-day",
        "partnership": "Harbour Children’s Partnership",
        "place": "Ŷs Hall",
        "held_on": date(2028, 6, 22),
    }
    own: dict[str, Any] = {"id": f"w{number}", "identity": f"i{number}"}
    return replace(a_workshop(), **own, **(event | changes))


def add(library: SqliteLibrary, *workshops: Workshop) -> None:
    with library.writing() as work:
        for workshop in workshops:
            work.add_workshop(workshop)
        work.commit()


def note(text: str, *, on_paper: bool = True) -> Note:
    return Note("n1", "w1", NoteKind.IDEA, text, on_paper=on_paper)


def keep(library: SqliteLibrary, what: Note | Commitment) -> None:
    with library.writing() as work:
        if isinstance(what, Note):
            work.save_note(what)
        else:
            work.save_commitment(what)
        work.commit()


def ids(search: LibrarySearch, typed: str) -> set[str]:
    return set(search.find(typed).ids)


@pytest.mark.parametrize(
    "typed",
    [
        "lodz",
        "ŁÓDŹ",
        "lo",
        "harb child",
        "children's",
        "childrens",
        "ys hall",
        "ruritania barge",
        "june 2028",
        "2028-06-22",
        "d'urda",
        "wyth",
        "away AND day",
        'hall" OR',
        "away-day (",
        "hall 5%",
    ],
)
def test_words_are_found_however_they_are_typed(
    library: SqliteLibrary, search: LibrarySearch, typed: str
) -> None:
    add(library, a_day(), a_day(2, title="Other", partnership="", place="", held_on=None))
    keep(library, note("A day and an or: 5 Ruritania of durda"))
    keep(library, BARGE)
    assert ids(search, typed) == {"w1"}


@pytest.mark.parametrize("typed", ["", "   ", "()", "’", "zebras", "odz", "harbour trout", "\0"])
def test_what_is_nowhere_is_not_found(
    library: SqliteLibrary, search: LibrarySearch, typed: str
) -> None:
    add(library, a_day())
    keep(library, BARGE)
    assert ids(search, typed) == set(), "why a step was taken on may count what is hidden by now"


def test_a_note_that_is_kept_off_paper_is_not_looked_through(
    library: SqliteLibrary, search: LibrarySearch
) -> None:
    add(library, a_day())
    keep(library, note("narwhal"))
    assert ids(search, "narwhal") == {"w1"}
    keep(library, note("narwhal", on_paper=False))
    assert ids(search, "narwhal") == set()


def test_the_index_follows_whatever_is_done(library: SqliteLibrary, search: LibrarySearch) -> None:
    add(library, a_day(), a_day(2))
    assert ids(search, "harbour") == {"w1", "w2"}
    with library.writing() as work:
        work.save_workshop(replace(work.workshop("w1"), partnership="Kingsport", updated_at=LATER))
        work.hide_workshop("w2", hidden=True)
        work.commit()
    assert (ids(search, "harbour"), ids(search, "kingsport")) == (set(), {"w1"})
    with library.writing() as work:
        work.hide_workshop("w2", hidden=False)
        work.delete_workshop("w1")
        work.commit()
    assert (ids(search, "harbour"), ids(search, "kingsport")) == ({"w2"}, set())


def test_what_is_not_committed_is_not_found(library: SqliteLibrary, search: LibrarySearch) -> None:
    with library.writing() as work:
        work.add_workshop(a_day())
    assert ids(search, "harbour") == set()


def test_many_at_once_are_read_in_the_background(
    library: SqliteLibrary, search: LibrarySearch
) -> None:
    add(library, *(a_day(number) for number in range(60)))
    assert not search.find("harbour").whole
    search.catch_up()
    found = search.find("harbour")
    assert (len(found.ids), found.whole) == (60, True)


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = bytes(len(content) - 4096 * 2)
    path.write_bytes(content)


def words_gone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM words_data WHERE id > 10")
        raw.commit()


def another(path: Path) -> None:
    path.write_bytes(b"This is no database at all." * 300)


def a_table_less(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE about")


@pytest.mark.parametrize("harm", [damaged, words_gone, another, a_table_less])
def test_a_damaged_index_is_made_anew_and_the_library_left_alone(
    tmp_path: Path, library: SqliteLibrary, search: LibrarySearch, harm: Callable[[Path], None]
) -> None:
    add(library, a_day())
    assert ids(search, "harbour") == {"w1"}
    library.let_go()
    before = (tmp_path / "roundtable.db").read_bytes()
    harm(tmp_path / FILE_NAME)
    again = LibrarySearch(library, home_date)
    again.catch_up()
    assert ids(again, "harbour") == {"w1"}
    library.let_go()
    assert (tmp_path / "roundtable.db").read_bytes() == before
    assert not (tmp_path / "damaged").exists()


def test_where_no_index_can_be_written_one_is_made_in_memory(
    tmp_path: Path, library: SqliteLibrary, search: LibrarySearch
) -> None:
    (tmp_path / FILE_NAME).mkdir()
    add(library, a_day())
    assert ids(search, "harbour") == {"w1"}
    keep(library, note("narwhal"))
    assert ids(search, "narwhal") == {"w1"}


def test_looking_writes_no_index(tmp_path: Path, library: SqliteLibrary) -> None:
    add(library, a_day())
    library.close()
    looked_at = look_at_library(tmp_path)
    assert ids(LibrarySearch(looked_at, home_date, keeps=False), "harbour") == {"w1"}
    looked_at.close()
    assert not (tmp_path / FILE_NAME).exists()


def test_another_wording_of_dates_begins_anew(
    library: SqliteLibrary, search: LibrarySearch
) -> None:
    add(library, a_day())
    assert ids(search, "june") == {"w1"}
    welsh = LibrarySearch(library, lambda day: f"{day.day} Mehefin {day.year}")
    assert (ids(welsh, "mehefin"), ids(welsh, "june")) == ({"w1"}, set())


@pytest.mark.parametrize("seed", range(8))
def test_a_flipped_byte_of_the_index_costs_no_answer(
    tmp_path: Path, library: SqliteLibrary, search: LibrarySearch, seed: int
) -> None:
    add(library, *(a_day(number, title=f"Day {number}") for number in range(1, 9)))
    search.catch_up()
    library.let_go()
    before = (tmp_path / "roundtable.db").read_bytes()
    content, dice = bytearray((tmp_path / FILE_NAME).read_bytes()), random.Random(seed)
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    (tmp_path / FILE_NAME).write_bytes(content)
    again = LibrarySearch(library, home_date)
    again.find("day")
    again.catch_up()
    assert ids(again, "day 3") >= {"w3"}
    assert len(ids(again, "harbour")) == 8
    library.let_go()
    assert (tmp_path / "roundtable.db").read_bytes() == before


def words_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        return [text for (text,) in raw.execute("SELECT text FROM words ORDER BY rowid")]


def test_the_index_is_the_same_whatever_is_hidden(tmp_path: Path) -> None:
    found = []
    for number, told in enumerate(("aardvark", "buffalo")):
        folder = tmp_path / told
        twin = open_library(folder)
        groups = (Group(told, 5),)
        add(twin, a_day(groups=groups, facilitator=told, headline=told))
        keep(twin, note(told, on_paper=False))
        keep(twin, replace(BARGE, because=told))
        shown = replace(a_round(), settled_reason=told, difference_reason=told)
        with twin.writing() as work:
            work.add_round(shown)
            work.add_tallies(shown, (Tally(Channel.HANDS, "", 1 + number, 3),))
            work.commit()
        LibrarySearch(twin, home_date).catch_up()
        found.append(words_in(folder))
        twin.close()
    assert found[0] == found[1]
    assert "lodz" in found[0][0]


def bytes_beside(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("search.db*"))


def test_words_that_went_are_readable_nowhere_once_the_library_is_closed(
    tmp_path: Path, library: SqliteLibrary, search: LibrarySearch
) -> None:
    add(library, a_day(), a_day(2, title="Quokkas"), a_day(3, title="Kingsport"))
    keep(library, note("narwhal"))
    assert (ids(search, "narwhal"), ids(search, "quokkas")) == ({"w1"}, {"w2"})
    for text in ("walrus", "dugong"):
        keep(library, note(text))
        assert ids(search, text) == {"w1"}
    with library.writing() as work:
        work.delete_note("n1")
        work.hide_workshop("w2", hidden=True)
        work.commit()
    library.close()
    left = bytes_beside(tmp_path)
    assert b"kingsport" in left
    assert not [w for w in (b"narwhal", b"walrus", b"dugong", b"quokkas") if w in left]


def test_words_of_a_deleted_workshop_go_with_the_sweep(
    tmp_path: Path, library: SqliteLibrary, search: LibrarySearch
) -> None:
    add(library, a_day(), a_day(2, title="Quokkas"))
    assert ids(search, "quokkas") == {"w2"}
    with library.writing() as work:
        work.delete_workshop("w2")
        work.commit()
    library.tidy()
    assert b"quokkas" not in bytes_beside(tmp_path)


def test_no_sentence_can_be_read_in_the_index(
    tmp_path: Path, library: SqliteLibrary, search: LibrarySearch
) -> None:
    add(library, a_day())
    keep(library, note("the zebra and the apple"))
    search.catch_up()
    assert b"zebra and" not in bytes_beside(tmp_path)


def test_a_query_holds_no_command() -> None:
    assert query_of("NEAR(a b) “c”*") == '"near"* "a"* "b"* "c"*'
    assert query_of("a " * 40) == '"a"*'


def test_letters_that_do_not_come_apart_are_folded() -> None:
    assert words_of("Straße Øre æon ﬁn ệ ặ Ở ǻ İ") == tuple(
        sorted(("strasse", "ore", "aeon", "fin", "e", "a", "o", "i"))
    )
