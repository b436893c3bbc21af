"""What several documents of one workshop need alike is worked out once while all are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TypeVar

from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.language import current

T = TypeVar("T")
_Kept = dict[tuple[object, int, str], tuple[WorkshopRecord, object]]
_kept: ContextVar[_Kept | None] = ContextVar("worked_out", default=None)


@contextmanager
def working_out_once() -> Iterator[None]:
    """Keep what `once` works out until the block ends; nothing is kept outside of such a block."""
    before = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(before)


def once(work_out: Callable[[WorkshopRecord], T]) -> Callable[[WorkshopRecord], T]:
    """Return a function of a record that works the same record out once, in each language."""

    @wraps(work_out)
    def worked_out(record: WorkshopRecord) -> T:
        kept = _kept.get()
        if kept is None:
            return work_out(record)
        key = (work_out, id(record), current().tag)
        if key not in kept:  # the record is kept too, so that no other gets its id meanwhile
            kept[key] = (record, work_out(record))
        return kept[key][1]  # type: ignore[return-value]  # it is what work_out returned

    return worked_out
