"""Archiving, taking back and deleting several, each undone as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.application.listing import Listing
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import Found, Shown, Wish
from desktop_app.domain.undo import UndoKind

from .builders import make_workshop
from .fakes import FakeLibrary

ARCHIVE = Wish(Shown.ARCHIVED)


class Nothing:
    """A search that finds nothing."""

    def find(self, typed: str) -> Found:
        return Found(frozenset())

    def catch_up(self) -> None:
        pass


@pytest.fixture
def listing() -> Listing:
    library = FakeLibrary()
    with library.writing() as work:
        for key in ("w1", "w2", "w3"):
            work.add_workshop(replace(make_workshop(), id=key, title=f"Day {key}"))
        work.commit()
    return Listing(library, Nothing())


def test_archiving_is_undone_for_those_that_it_changed(listing: Listing) -> None:
    listing.archive(("w1",))
    outcome = listing.archive(("w1", "w2"))
    assert set(listing.ids(ARCHIVE)) == {"w1", "w2"}
    assert set(listing.ids(Wish())) == {"w3"}
    assert outcome.undo is not None
    outcome.undo.run()
    assert listing.ids(ARCHIVE) == ("w1",), "it was archived before"
    assert outcome.undo.again is not None
    outcome.undo.again()
    assert set(listing.ids(ARCHIVE)) == {"w1", "w2"}


def test_one_is_named_in_what_can_be_undone(listing: Listing) -> None:
    undo = listing.archive(("w1",)).undo
    assert undo is not None
    assert (undo.kind, undo.about) == (UndoKind.WORKSHOPS_ARCHIVED, "Day w1")
    undo = listing.take_back(("w1",)).undo
    assert undo is not None
    assert (undo.kind, undo.about) == (UndoKind.WORKSHOPS_TAKEN_BACK, "Day w1")
    assert listing.take_back(("w1",)).undo is None, "nothing changed"


def test_several_are_deleted_and_brought_back_together(listing: Listing) -> None:
    undo = listing.delete(("w1", "w2")).undo
    assert set(listing.ids(Wish())) == {"w3"}
    assert undo is not None
    assert (undo.kind, undo.about) == (UndoKind.WORKSHOPS_DELETED, "2")
    undo.run()
    assert set(listing.ids(Wish())) == {"w1", "w2", "w3"}


def test_nothing_is_done_where_one_of_them_is_gone(listing: Listing) -> None:
    for act in (listing.archive, listing.delete):
        with pytest.raises(NotFound):
            act(("w1", "gone"))
    assert len(listing.ids(Wish())) == 3
