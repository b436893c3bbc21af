"""What can still be read of a damaged library, written anew beside it.

Works on a copy, whose head and schema are mended first: they are the same in every library of
ours. Then each table is read from both ends as far as that goes, and what we could not have
written, or what belongs to nothing, is left out.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sqlalchemy import Engine, select

from desktop_app.domain.errors import AppError, DiskFull

from .engine import PARTS, driver, library_engine
from .frozen_framework import FrameworkStore, is_kept_as, key_of_content
from .problems import problem_of
from .readable import Value, readable
from .schema import HEAD, KNOWN, create, migrate
from .tables import own_frameworks, workshops
from .votes.folder import Boxes
from .work import SqliteWork

_HEAD_BYTES = 100
_PAGES, _FREE_PAGES = slice(28, 32), slice(32, 40)
# What a damaged file can make of reading it, besides a number of pages that no memory holds.
_UNREADABLE = (sqlite3.Error, ValueError, OverflowError, MemoryError)
_SCHEMA = "SELECT rowid, type, name, tbl_name, sql FROM sqlite_master"
_MEND = "UPDATE sqlite_master SET type = ?, name = ?, tbl_name = ?, sql = ? WHERE rowid = ?"

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A sound library of today's schema; `whole`: nothing of the damaged one is missing in it."""

    path: Path
    workshops: int
    whole: bool
    tells_anything: bool


class Losses:
    """Whether anything was lost so far."""

    def __init__(self) -> None:
        self.any = False

    def text(self, raw: bytes) -> str:
        """Return a text as SQLite hands it over, with a mark for what was overwritten in it."""
        try:
            return raw.decode()
        except UnicodeDecodeError:
            self.any = True
            return raw.decode(errors="replace")


def salvage(path: Path, folder: Path, known: Mapping[str, bytes]) -> Salvaged | None:
    """Return what can be read of the library at `path`, written in `folder`; None for nothing.

    `known`: contents of frameworks by their hash, from elsewhere.
    """
    copy, target, losses = folder / "copy.db", folder / "salvaged.db", Losses()
    try:
        for part in PARTS:
            if (file := path.with_name(path.name + part)).is_file():
                shutil.copyfile(file, copy.with_name(copy.name + part))
        _mend_head(copy, folder / "new.db")
        version = _mend_schema(copy, target)
        with closing(_opened(copy, losses)) as source, _held(target) as engine:
            _copy_all(source, engine, known, losses)
            if version != HEAD:
                migrate(engine)
            count = _put_right(engine, losses)
            return Salvaged(target, count, not losses.any, bool(count) or _has_own(engine))
    except (*_UNREADABLE, OSError) as error:
        problem = problem_of(error, path)
        if isinstance(problem, DiskFull):
            raise problem from error
        return None


def _opened(copy: Path, losses: Losses) -> sqlite3.Connection:
    source = sqlite3.connect(copy, isolation_level=None)
    source.text_factory = losses.text
    # With this a schema that cannot be understood is no reason to read nothing.
    source.execute("PRAGMA writable_schema = ON").fetchall()
    return source


@contextmanager
def _held(path: Path) -> Iterator[Engine]:
    engine = library_engine(path)
    try:
        yield engine
    finally:
        engine.dispose()


def _mend_head(copy: Path, pattern: Path) -> None:
    """Give a file whose first bytes are no database's those of a new library."""
    with closing(sqlite3.connect(copy)) as probe, suppress(sqlite3.DatabaseError):
        probe.execute("PRAGMA schema_version").fetchone()
        return
    with _held(pattern) as engine:
        create(engine)
    content, head = bytearray(copy.read_bytes()), bytearray(pattern.read_bytes()[:_HEAD_BYTES])
    size = int.from_bytes(head[16:18], "big")
    head[_PAGES] = (len(content) // size).to_bytes(4, "big")
    head[_FREE_PAGES] = bytes(8)
    content[:_HEAD_BYTES] = head
    copy.write_bytes(content)


def _mend_schema(copy: Path, target: Path) -> str:
    """Make an empty library of the copy's revision, and write its words over the copy's schema.

    Return the revision.
    """
    with closing(_opened(copy, Losses())) as source, _held(target) as engine:
        version = _version(source)
        if version == HEAD:
            create(engine)
        else:
            migrate(engine, version)
        with engine.connect() as connection:
            _write_schema(source, driver(connection))
    return version


def _version(source: sqlite3.Connection) -> str:
    with suppress(*_UNREADABLE):
        (version,) = source.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
        return str(version) if version in KNOWN else HEAD
    return HEAD


def _write_schema(source: sqlite3.Connection, new: sqlite3.Connection) -> None:
    ours = {sql: (*names, sql) for _, *names, sql in new.execute(_SCHEMA) if sql}
    found = {key: tuple(words) for key, *words in source.execute(_SCHEMA) if words[-1]}
    missing = [sql for sql, words in ours.items() if words not in found.values()]
    for key, words in found.items():
        near = get_close_matches(str(words[-1]), missing, 1)
        if near and words not in ours.values():
            source.execute(_MEND, (*ours[near[0]], key))


def copy_rows(source: sqlite3.Connection, engine: Engine) -> None:
    """Copy what can be read over an open connection of today's schema to an empty library."""
    _copy_all(source, engine, {}, Losses())


def _copy_all(
    source: sqlite3.Connection, engine: Engine, known: Mapping[str, bytes], losses: Losses
) -> None:
    with engine.connect() as connection:
        new = driver(connection)
        new.execute("PRAGMA foreign_keys = OFF").fetchall()
        new.execute("BEGIN")
        renamed = _copy_frameworks(source, new, known, losses)
        for (table,) in new.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            if table not in {"frameworks", "alembic_version"}:
                _copy_table(source, new, table, renamed, losses)
        _drop_orphans(new, losses)
        new.execute("COMMIT")
        new.execute("PRAGMA foreign_keys = ON").fetchall()


def _copy_frameworks(
    source: sqlite3.Connection,
    new: sqlite3.Connection,
    known: Mapping[str, bytes],
    losses: Losses,
) -> dict[Value, Value]:
    """Copy the frameworks; return which hashes stand for others now."""
    renamed: dict[Value, Value] = {}
    for key, content in _rows(source, new, "frameworks", losses):
        good = content if is_kept_as(key, content) else known.get(str(key))
        if good is None and isinstance(content, bytes):
            renamed[key], good = key_of_content(content), content
            losses.any = True
        if isinstance(good, bytes) and (true_key := key_of_content(good)):
            new.execute("INSERT OR IGNORE INTO frameworks VALUES (?, ?)", (true_key, good))
        else:
            losses.any = True
    return renamed


def _copy_table(
    source: sqlite3.Connection,
    new: sqlite3.Connection,
    table: str,
    renamed: Mapping[Value, Value],
    losses: Losses,
) -> None:
    names = _names(new, table)
    places = ", ".join("?" * len(names))
    for row in _rows(source, new, table, losses):
        if not (len(row) == len(names) and readable(table, names, (row,))):
            losses.any = True
            continue
        fitting = [
            renamed.get(value, value) if name == "framework_hash" else value
            for name, value in zip(names, row, strict=True)
        ]
        done = new.execute(f"INSERT OR IGNORE INTO {table} VALUES ({places})", fitting)  # noqa: S608
        losses.any = losses.any or not done.rowcount


def _names(new: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in new.execute(f"PRAGMA table_info({table})")]


def _rows(
    source: sqlite3.Connection, new: sqlite3.Connection, table: str, losses: Losses
) -> Iterable[Row]:
    """Return each row that can be read: from the beginning, and from the end where that breaks."""
    order = _order(new, table)
    found: dict[Row, None] = {}
    for direction in ("ASC", "DESC"):
        by = ", ".join(f"{name} {direction}" for name in order)
        if _read_on(source, f"SELECT * FROM {table} ORDER BY {by}", found):  # noqa: S608
            break
        losses.any = True
    return found


def _read_on(source: sqlite3.Connection, query: str, found: dict[Row, None]) -> bool:
    """Add a query's rows to those that were found; return whether it came to its end."""
    try:
        for row in source.execute(query):
            found[row] = None
    except _UNREADABLE:
        return False
    return True


def _order(new: sqlite3.Connection, table: str) -> list[str]:
    """Return what a table's rows are kept by, so that no index is asked."""
    with suppress(sqlite3.Error):
        new.execute(f"SELECT rowid FROM {table} LIMIT 1")  # noqa: S608
        return ["rowid"]
    columns = new.execute(f"PRAGMA table_info({table})").fetchall()
    return [column[1] for column in sorted(columns, key=lambda c: c[5]) if column[5]]


def _drop_orphans(new: sqlite3.Connection, losses: Losses) -> None:
    """Remove the rows whose parents were not found, and those that hang on them."""
    while gone := sum(new.execute(act).rowcount for act in _orphans(new)):
        losses.any = losses.any or bool(gone)


def _orphans(new: sqlite3.Connection) -> Iterator[str]:
    tables = new.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for _, _, parent, own, theirs, *_ in new.execute(f"PRAGMA foreign_key_list({table})"):
            yield f"DELETE FROM {table} WHERE {own} NOT IN (SELECT {theirs} FROM {parent})"  # noqa: S608


def _put_right(engine: Engine, losses: Losses) -> int:
    """Remove the workshops that could not be opened; count the others."""
    with engine.connect() as connection, connection.begin():
        # Boxes lie beside the damaged library and are not touched here.
        work = SqliteWork(connection, FrameworkStore(), Boxes(Path(str(engine.url.database))))
        shown = select(workshops.c.id).where(workshops.c.hidden.is_(False))
        ids = connection.execute(shown).scalars().all()
        for workshop_id in ids:
            if not _opens(work, workshop_id):
                losses.any = True
                work.delete_workshop(workshop_id)
        return len(connection.execute(shown).all())


def _has_own(engine: Engine) -> bool:
    with engine.connect() as connection:
        return connection.execute(select(own_frameworks)).first() is not None


def _opens(work: SqliteWork, workshop_id: str) -> bool:
    try:
        work.record(workshop_id)
    except AppError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, nobody could open it
        return False
    return True
