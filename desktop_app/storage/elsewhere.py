"""A library copied into memory and brought to today's schema there; its files stay as they are.

So an older one can be looked at, or read where nothing can be written. Nothing is left behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, StaticPool, create_engine, event

from .engine import begin_units, open_to_read, say_errors
from .schema import HEAD, create, file_version, migrate


@contextmanager
def brought_up_elsewhere(path: Path) -> Iterator[Engine]:
    """Lend an engine over a copy of the library at `path` that has today's schema.

    Raise what stands in the way of reading, LibraryDamaged or LibraryTooNew.
    """
    version = file_version(path)
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as raw:
        with closing(open_to_read(path)) as source:
            source.backup(raw)
        engine = _engine_over(raw, path)
        try:
            if version != HEAD:
                migrate(engine)
            yield engine
        finally:
            engine.dispose()


@contextmanager
def nothing_anywhere(path: Path) -> Iterator[Engine]:
    """Lend an engine over an empty library in memory, which stands for one at `path`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as raw:
        engine = _engine_over(raw, path)
        create(engine)
        yield engine
        engine.dispose()


def _engine_over(raw: sqlite3.Connection, path: Path) -> Engine:
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )
    raw.execute("PRAGMA foreign_keys = ON").fetchall()
    event.listen(engine, "begin", begin_units)
    say_errors(engine, path)
    return engine
