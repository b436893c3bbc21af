"""Search over the workshops of an open library; implements domain.ports.Search.

Where somebody wrote since it was asked last, the index compares at which point each workshop stands
and reads those that changed: so nothing that is written waits for it, whoever writes, and what a
crash, a restored backup or another laptop changed is noticed all the same.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from threading import Lock
from typing import TypeVar

from desktop_app.domain.listing import Found

from .library import SqliteLibrary
from .search_index import (
    FILE_NAME,
    Entry,
    IndexOutOfReachError,
    SearchIndex,
    changed_between,
    copied_index,
    empty_index,
    is_busy,
    opened_index,
)
from .search_words import query_of, words_of
from .summary_rows import Run

T = TypeVar("T")
Days = Callable[[date], str]
_AT_ONCE = 200
"""Workshops that are read, and written to the index, in one go."""
_IN_PASSING = 10
"""So many are read while somebody types; more are left to `catch_up`."""
_SAMPLE_DAY = date(2028, 6, 22)
_EVENTS = "SELECT id, title, partnership, place, held_on FROM workshops WHERE id IN ({ids})"
# A note that is kept off paper was said for the room alone, and a home page can be on a wall.
_NOTES = "SELECT workshop_id, text FROM notes WHERE on_paper AND workshop_id IN ({ids})"
# What a commitment was taken on for may count a result that is hidden by now.
_PLANS = (
    "SELECT workshop_id, title, how, owner, measure, first_move FROM commitments"
    " WHERE workshop_id IN ({ids})"
)


class LibrarySearch:
    """Finds workshops by the words in them; `days` words a date as the list does.

    `keeps`: the index lies in a file beside the library; else, and where that cannot be written,
    it is in memory.
    """

    def __init__(self, library: SqliteLibrary, days: Days, *, keeps: bool = True) -> None:
        self._library = library
        self._days = days
        self._keeps = keeps
        self._checked = False
        self._moment: object = None
        self._lock = Lock()
        self._memory: SearchIndex | None = None

    def find(self, typed: str) -> Found:
        """Return the workshops that hold all words that are typed, each at least begun.

        It is not whole where `catch_up` has more to read first.
        """
        return self._ask(partial(self._found, query_of(typed)))

    def catch_up(self) -> None:
        """Check the index once, and read all that it does not know yet."""
        self._ask(self._look_over)

    def _ask(self, act: Callable[[SearchIndex], T]) -> T:
        """Do something with the index; one that makes no sense is begun anew first."""
        for _ in range(2):
            with suppress(sqlite3.DatabaseError):
                return self._done(act)
            self._moment = None
        with self._lock:
            self._memory = self._memory or empty_index(self._spoken())
        return self._done(act)

    def _done(self, act: Callable[[SearchIndex], T]) -> T:
        path = self._library.keeping.home.with_name(FILE_NAME)
        if self._keeps and self._memory is None:
            with suppress(IndexOutOfReachError), opened_index(path, self._spoken()) as index:
                return act(index)
        with self._lock:
            self._memory = self._memory or copied_index(path, self._spoken())
            return act(self._memory)

    def _spoken(self) -> str:
        return self._days(_SAMPLE_DAY)

    def _found(self, query: str, index: SearchIndex) -> Found:
        left = False
        try:
            if self._moment != self._library.moment():
                left = self._read(index, most=_IN_PASSING)
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise
            left = True  # somebody else is reading, in the background
        found = index.matching(query) if query else frozenset[str]()
        return Found(found, whole=self._checked and not left)

    def _look_over(self, index: SearchIndex) -> None:
        if not self._checked:
            index.require_sound()
        self._read(index)
        self._checked = True

    def _read(self, index: SearchIndex, most: int = sys.maxsize) -> bool:
        """Bring the index to where the library stands; return whether more than `most` are left."""
        moment = self._library.moment()
        here = self._library.stands()
        gone, come = changed_between(index.stands(), here)
        if len(come) > most:
            index.change(gone, ())
            return True
        for first in range(0, len(come), _AT_ONCE):
            some = come[first : first + _AT_ONCE]
            index.change(gone, self._entries(some, here))
            gone = ()
        if gone:
            index.change(gone, ())
        self._moment = moment
        return False

    def _entries(self, ids: Sequence[str], stands: Mapping[str, str]) -> list[Entry]:
        with self._library.reading() as work:
            texts = _texts(work.run, ids, self._days)
        return [Entry(key, stands[key], words_of(*texts[key])) for key in ids if key in texts]


def _texts(run: Run, ids: Sequence[str], days: Days) -> dict[str, list[str]]:
    """Return all texts of some workshops by which they are found; a date is worded and plain."""
    places = ", ".join("?" * len(ids))
    found: dict[str, list[str]] = {}
    for key, *texts, held_on in run(_EVENTS.format(ids=places), tuple(ids)):
        found[key] = texts
        if held_on:
            found[key] += [held_on, days(date.fromisoformat(held_on))]
    for query in (_NOTES, _PLANS):
        for key, *texts in run(query.format(ids=places), tuple(ids)):
            found.get(key, []).extend(texts)
    return found
