"""Whether a row as it stands in a file is one that we could have written; reads no file itself.

SQLite keeps any kind of value in any column: a flipped bit turns a number into a text, and what
reads it fails much later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    Integer,
    LargeBinary,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.dialects.sqlite import dialect

from .tables import metadata

Value = str | bytes | int | float | None
Check = Callable[[Value], object]

_KINDS: tuple[tuple[type, tuple[type, ...]], ...] = (
    (Boolean, (int,)),
    (Integer, (int,)),
    (Float, (int, float)),
    (LargeBinary, (bytes,)),
    (Date, (str,)),
    (Text, (str,)),
    (String, (str,)),
)


def readable(table: str, names: Iterable[str], row: Sequence[Value]) -> bool:
    """Return whether a row of the table, with columns of these names, holds what we write.

    A column that today's schema has no longer holds whatever it holds.
    """
    checks = _checks(table, tuple(names))
    try:
        for check, value in zip(checks, row, strict=True):
            check(value)
    except (ValueError, LookupError, TypeError, OverflowError):
        return False
    return True


@cache
def _checks(table: str, names: tuple[str, ...]) -> tuple[Check, ...]:
    columns = metadata.tables[table].columns if table in metadata.tables else ()
    known = {column.name: column for column in columns}
    return tuple(_check(known[name]) if name in known else _anything for name in names)


def _anything(_value: Value) -> None:
    return


def _check(column: Column[Any]) -> Check:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    kinds = next((found for base, found in _KINDS if isinstance(kind, base)), (str,))
    read = column.type.result_processor(dialect(), None)

    def check(value: Value) -> None:
        if value is None:
            if not column.nullable:
                raise ValueError(column.name)
        elif not isinstance(value, kinds) or (isinstance(kind, Boolean) and value not in {0, 1}):
            raise ValueError(column.name)
        elif read is not None:
            read(value)

    return check
