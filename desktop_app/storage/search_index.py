"""The file that workshops are searched by: which words each has, and nothing else of it.

It lies beside the library and can be made anew from it at any time, so whatever is wrong with it
is answered by that, and the library is never touched. It knows words, each once and in the
alphabet's order: no sentence can be read in it. Knows no table of the library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "search.db"
_FORMAT = 1
_LOCK_SECONDS = 1.0
_TABLES = (
    """
    CREATE TABLE known (
        number INTEGER PRIMARY KEY, workshop_id TEXT NOT NULL UNIQUE, stand TEXT NOT NULL
    )
    """,
    # Words are folded before they come here; of their places and numbers nothing is kept.
    """
    CREATE VIRTUAL TABLE words USING fts5(
        text, tokenize='unicode61 remove_diacritics 0', detail=none, columnsize=0, prefix='1 2 3'
    )
    """,
    "CREATE TABLE about (spoken TEXT NOT NULL, untidy INTEGER NOT NULL)",
)
_OF_THE_COMPUTER = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}


class Entry(NamedTuple):
    """The words of a workshop at one point; `stand` differs once it is changed."""

    workshop_id: str
    stand: str
    words: tuple[str, ...]


class IndexOutOfReachError(Exception):
    """The file cannot be used now, for reasons of the computer; it may be sound."""


class SearchIndex:
    """One open index; `spoken` tells how its dates are worded, another wording begins anew."""

    def __init__(self, connection: sqlite3.Connection, spoken: str | None) -> None:
        self._connection = connection
        _prepare(connection, spoken)

    def stands(self) -> dict[str, str]:
        """Return at which point each workshop that is known was read."""
        return dict(self._connection.execute("SELECT workshop_id, stand FROM known"))

    def matching(self, query: str) -> frozenset[str]:
        """Return the ids of the workshops that hold every word of a query."""
        sql = (
            "SELECT workshop_id FROM known WHERE number IN"
            " (SELECT rowid FROM words WHERE words MATCH ?)"
        )
        return frozenset(key for (key,) in self._connection.execute(sql, (query,)))

    def change(self, gone: Iterable[str], come: Iterable[Entry]) -> None:
        """Forget workshops, then take others in, unless somebody else did meanwhile."""
        with _unit(self._connection):
            for workshop_id in gone:
                self._forget(workshop_id)
            for entry in come:
                self._take(entry)

    def _forget(self, workshop_id: str) -> None:
        run = self._connection.execute
        found = run("SELECT number FROM known WHERE workshop_id = ?", (workshop_id,)).fetchall()
        for (number,) in found:
            run("DELETE FROM words WHERE rowid = ?", (number,))
            run("DELETE FROM known WHERE number = ?", (number,))
            run("UPDATE about SET untidy = 1")

    def _take(self, entry: Entry) -> None:
        run = self._connection.execute
        own = (entry.workshop_id,)
        there = run("SELECT stand FROM known WHERE workshop_id = ?", own).fetchone()
        if there == (entry.stand,):
            return
        self._forget(entry.workshop_id)
        values = (entry.workshop_id, entry.stand)
        made = run("INSERT INTO known (workshop_id, stand) VALUES (?, ?)", values)
        text = " ".join(entry.words)
        run("INSERT INTO words (rowid, text) VALUES (?, ?)", (made.lastrowid, text))

    def require_sound(self) -> None:
        """Raise DatabaseError for a file in which words and workshops do not fit together."""
        if self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError
        self._connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")

    def tidy(self) -> None:
        """Leave nothing readable of words that went; quick where none did.

        Words that are deleted stay in the parts of an index until these are merged, and merged
        parts in free pages until the file is written anew.
        """
        run = self._connection.execute
        if run("SELECT untidy FROM about").fetchone() == (1,):
            run("INSERT INTO words (words) VALUES ('optimize')")
            run("VACUUM")
            run("UPDATE about SET untidy = 0")


@contextmanager
def opened_index(path: Path, spoken: str | None) -> Iterator[SearchIndex]:
    """Lend the index at `path`; one that makes no sense is removed, and begun anew the next time.

    `spoken`: None for whatever wording it has.

    Raise DatabaseError for that, and IndexOutOfReachError where the computer is in the way.
    """
    try:
        with closing(_connected(path)) as connection:
            yield SearchIndex(connection, spoken)
    except (sqlite3.Error, ValueError, OverflowError) as error:
        if _code(error) in _OF_THE_COMPUTER:
            raise IndexOutOfReachError from error
        remove_index(path)
        raise sqlite3.DatabaseError from error


def copied_index(path: Path, spoken: str) -> SearchIndex:
    """Return an index in memory that begins with what the file at `path` knows, if it can be read.

    The file stays as it is.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with suppress(sqlite3.Error):
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as file:
            file.backup(memory)
        made = SearchIndex(memory, spoken)
        made.require_sound()
        return made
    memory.close()
    return empty_index(spoken)


def empty_index(spoken: str) -> SearchIndex:
    """Return an index in memory that knows nothing yet."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return SearchIndex(memory, spoken)


def forget_gone(path: Path, here: Mapping[str, str]) -> None:
    """Let the index at `path` keep no word of what is not `here`; one that cannot is let alone."""
    if path.is_file():
        with suppress(sqlite3.Error, IndexOutOfReachError), opened_index(path, None) as index:
            gone, _ = changed_between(index.stands(), here)
            if gone:
                index.change(gone, ())
            index.tidy()


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether somebody else is writing to the index."""
    return _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def remove_index(path: Path) -> None:
    """Remove an index with all that belongs to it."""
    for part in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + part).unlink(missing_ok=True)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_LOCK_SECONDS, isolation_level=None)


def _code(error: Exception) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _prepare(connection: sqlite3.Connection, spoken: str | None) -> None:
    for pragma in ("secure_delete = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    if not _is_ours(connection, spoken):
        _begin(connection, spoken or "")


def _is_ours(connection: sqlite3.Connection, spoken: str | None) -> bool:
    if connection.execute("PRAGMA user_version").fetchone() != (_FORMAT,):
        return False
    (worded,) = connection.execute("SELECT spoken FROM about").fetchone() or ("",)
    return spoken in (None, worded)


def _begin(connection: sqlite3.Connection, spoken: str) -> None:
    """Make an empty index, whatever stood there."""
    with _unit(connection):
        for name in ("words", "known", "about"):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for sql in _TABLES:
            connection.execute(sql)
        # What stood there before may still be readable.
        connection.execute("INSERT INTO about VALUES (?, 1)", (spoken,))
        connection.execute(f"PRAGMA user_version = {_FORMAT}")


@contextmanager
def _unit(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def changed_between(
    known: Mapping[str, str], here: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which workshops are to be forgotten, as they went or changed, and which to be read."""
    gone = tuple(key for key, stand in known.items() if here.get(key) != stand)
    come = tuple(key for key, stand in here.items() if known.get(key) != stand)
    return gone, come
