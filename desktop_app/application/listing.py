"""Use cases of the list of workshops: search, filter and sort it, archive and delete several."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.listing import Choices, Found, Picture, Shown, Wish
from desktop_app.domain.ports import Library, Search, Work
from desktop_app.domain.undo import Undo, UndoKind

from .list_pictures import pictures_of
from .outcome import Outcome, done


class Listing:
    """Find workshops in the list, and do something with several of them.

    What cannot be read is an empty list: whatever is done next says why.
    """

    def __init__(self, library: Library, search: Search) -> None:
        self._library = library
        self._search = search

    def find(self, typed: str) -> Found:
        """Return the workshops that hold the words, as far as they were read by now."""
        with suppress(EnvironmentProblem):
            return self._search.find(typed)
        return Found(frozenset())

    def catch_up(self) -> None:
        """Read every workshop that was not read yet; may take seconds in a large library."""
        self._search.catch_up()

    def found(self, typed: str) -> frozenset[str]:
        """Return the ids of all workshops that hold the words, however long it takes."""
        self._search.catch_up()
        return self._search.find(typed).ids

    def ids(self, wish: Wish) -> tuple[str, ...]:
        """Return the workshops that are wanted, in their order."""
        with suppress(EnvironmentProblem), self._library.reading() as work:
            return work.listed(wish)
        return ()

    def choices(self) -> Choices:
        """Return what there is to choose from."""
        with suppress(EnvironmentProblem), self._library.reading() as work:
            return work.choices()
        return Choices()

    def pictures(self, ids: Sequence[str]) -> dict[str, Picture]:
        """Return what may be shown of each workshop's actions, as a small picture."""
        return pictures_of(self._library, ids)

    def archive(self, ids: Sequence[str]) -> Outcome[None]:
        """Take workshops out of the usual list; they are still found by searching."""
        return self._archive(tuple(ids), archived=True)

    def take_back(self, ids: Sequence[str]) -> Outcome[None]:
        """Take workshops out of the archive, into the usual list."""
        return self._archive(tuple(ids), archived=False)

    def _archive(self, ids: tuple[str, ...], *, archived: bool) -> Outcome[None]:
        with self._library.writing() as work:
            titles = [work.workshop(key).title for key in ids]
            before = set(work.listed(Wish(Shown.ARCHIVED)))
            for key in ids:
                work.archive_workshop(key, archived=archived)
            work.commit()
        changed = tuple(key for key in ids if (key in before) is not archived)
        if not changed:
            return done(Changes.LIBRARY)
        kind = UndoKind.WORKSHOPS_ARCHIVED if archived else UndoKind.WORKSHOPS_TAKEN_BACK
        undo = partial(self._put, changed, archived=not archived)
        again = partial(self._put, changed, archived=archived)
        about = titles[0] if len(titles) == 1 else ""
        return done(Changes.LIBRARY, Undo(kind, undo, about, again))

    def delete(self, ids: Sequence[str]) -> Outcome[None]:
        """Put workshops away, to be removed for good when the library closes.

        Their rehearsals are thrown away at once.
        """
        with self._library.writing() as work:
            for key in ids:
                work.workshop(key)  # or nothing happens at all
            gone = _rehearsals_of(work, ids)
            kept = tuple(key for key in ids if key not in gone)
            for key in gone:
                work.delete_workshop(key)
            for key in kept:
                work.hide_workshop(key, hidden=True)
            work.commit()
        back = partial(self._bring_back, kept)
        return done(Changes.LIBRARY, Undo(UndoKind.WORKSHOPS_DELETED, back, str(len(ids))))

    def _bring_back(self, ids: tuple[str, ...]) -> Changes:
        with self._library.writing() as work:
            for key in ids:
                work.hide_workshop(key, hidden=False)
            work.commit()
        return Changes.LIBRARY

    def _put(self, ids: tuple[str, ...], *, archived: bool) -> Changes:
        with self._library.writing() as work:
            for key in ids:
                work.archive_workshop(key, archived=archived)
            work.commit()
        return Changes.LIBRARY


def _rehearsals_of(work: Work, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the rehearsals of these workshops."""
    rehearsals = [line.id for line in work.summaries() if line.is_rehearsal]
    return tuple(key for key in rehearsals if work.workshop(key).rehearsal_of in ids)
