"""Whether a row as it stands in a file is one that we could have written; reads no file itself.

SQLite keeps any kind of value in any column: a flipped bit turns a number into a text, and what
reads it fails much later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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

_KINDS: tuple[tuple[type, tuple[type, ...]], ...] = (
    (Boolean, (int,)),
    (Integer, (int,)),
    (Float, (int, float)),
    (LargeBinary, (bytes,)),
    (Date, (str,)),
    (Text, (str,)),
    (String, (str,)),
)


@dataclass(frozen=True, slots=True)
class _Check:
    """What a column's values may be; `read` raises for one that is no value of ours."""

    kinds: frozenset[type]
    read: Callable[[Any], object] | None

    def passes(self, values: Iterable[Value]) -> bool:
        """Return whether each value is of a kind that is kept here, and can be read."""
        values = tuple(values)
        if not self.kinds.issuperset(map(type, values)):
            return False
        if self.read is None:
            return True
        try:
            for value in {*values}:
                if value is not None:
                    self.read(value)
        except (ValueError, LookupError, TypeError, OverflowError):
            return False
        return True


def readable(table: str, names: Iterable[str], rows: Sequence[Sequence[Value]]) -> bool:
    """Return whether rows of the table, with columns of these names, hold what we write.

    A column that today's schema has no longer holds whatever it holds.
    """
    columns = zip(*rows, strict=True)
    pairs = zip(_checks(table, tuple(names)), columns, strict=bool(rows))
    return all(check is None or check.passes(column) for check, column in pairs)


@cache
def _checks(table: str, names: tuple[str, ...]) -> tuple[_Check | None, ...]:
    columns = metadata.tables[table].columns if table in metadata.tables else ()
    known = {column.name: column for column in columns}
    return tuple(_check(known[name]) if name in known else None for name in names)


def _check(column: Column[Any]) -> _Check:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    kinds = next((found for base, found in _KINDS if isinstance(kind, base)), (str,))
    empty = (type(None),) if column.nullable else ()
    read = (
        _yes_or_no if isinstance(kind, Boolean) else column.type.result_processor(dialect(), None)
    )
    return _Check(frozenset((*kinds, *empty)), read)


def _yes_or_no(value: int) -> None:
    if value not in {0, 1}:
        raise ValueError(value)
