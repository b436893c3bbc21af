"""A library copied into memory and brought to today's schema there; its files stay as they are.

So an older one can be looked at, or read where nothing can be written. Nothing is left behind.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, StaticPool, create_engine, event

from .engine import begin_units, open_to_read, say_errors
from .schema import HEAD, file_version, migrate

_PARTS = ("", "-wal", "-journal")


@contextmanager
def brought_up_elsewhere(path: Path) -> Iterator[Engine]:
    """Lend an engine over a copy of the library at `path` that has today's schema.

    Raise what stands in the way of reading, LibraryDamaged or LibraryTooNew.
    """
    version = file_version(path)
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as raw:
        _copy_into(raw, path)
        engine = _engine_over(raw, path)
        try:
            if version != HEAD:
                migrate(engine)
            yield engine
        finally:
            engine.dispose()


def _copy_into(memory: sqlite3.Connection, path: Path) -> None:
    try:
        with closing(open_to_read(path)) as source:
            source.backup(memory)
    except sqlite3.OperationalError:
        # What stands in a log is read only where a file can be made beside it.
        with (
            TemporaryDirectory(prefix="roundtable-") as folder,
            closing(open_to_read(_copied(path, Path(folder)))) as source,
        ):
            source.backup(memory)


def _copied(path: Path, folder: Path) -> Path:
    for part in _PARTS:
        file = path.with_name(path.name + part)
        if file.exists():
            shutil.copyfile(file, folder / file.name)
    return folder / path.name


def _engine_over(raw: sqlite3.Connection, path: Path) -> Engine:
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )
    raw.execute("PRAGMA foreign_keys = ON").fetchall()
    event.listen(engine, "begin", begin_units)
    say_errors(engine, path)
    return engine
