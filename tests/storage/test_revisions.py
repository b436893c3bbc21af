"""A workshop's revision rises once with each unit that changes what its file would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.agenda import StepTime
from desktop_app.domain.errors import ChangedElsewhere, NotFound
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import DotBallot, PriorityVote, RankSums
from desktop_app.domain.rounds import Ballot, RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library
from desktop_app.storage.work import SqliteWork

from .records import a_round, a_workshop, save

NOTE = Note("n1", "w1", NoteKind.IDEA, "Meet")
STEP = Commitment("c1", "w1", 0, "Meet")
VOTE = PriorityVote("p1", "w1", RoundState.OPEN, a_round().channel, 3, 12)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    opened = open_library(tmp_path)
    workshop = replace(a_workshop(), revision=7, identity="of w1")
    save(opened, WorkshopRecord(workshop, (), (NOTE,), (STEP,)))
    with opened.writing() as work:
        work.add_workshop(replace(a_workshop(), id="w2", identity="of w2"))
        work.add_round(a_round())
        work.set_priority_vote(VOTE)
        work.commit()
    yield opened
    opened.close()


def revision(library: SqliteLibrary, workshop_id: str = "w1") -> int:
    with library.reading() as work:
        return work.workshop(workshop_id).revision


def do(library: SqliteLibrary, *acts: Callable[[SqliteWork], object]) -> int:
    """Do all acts in one unit; return by how much the revision rose."""
    before = revision(library)
    with library.writing() as work:
        for act in acts:
            act(work)
        work.commit()
    return revision(library) - before


def test_a_workshop_keeps_the_revision_it_came_with(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(replace(a_workshop(), revision=7), (a_round(),), (NOTE,)))
    assert revision(library) == 7
    library.close()


CHANGES: dict[str, Callable[[SqliteWork], object]] = {
    "workshop": lambda work: work.save_workshop(replace(work.workshop("w1"), title="Other")),
    "new round": lambda work: work.add_round(replace(a_round(), id="r2", statement_id="T2")),
    "round": lambda work: work.save_round(replace(a_round(), state=RoundState.REVEALED)),
    "vote": lambda work: work.set_priority_vote(replace(VOTE, state=RoundState.CLOSED)),
    "time": lambda work: work.save_time("w1", StepTime("welcome", 60)),
    "note": lambda work: work.save_note(replace(NOTE, text="Other")),
    "note gone": lambda work: work.delete_note("n1"),
    "step": lambda work: work.save_commitment(replace(STEP, title="Other")),
    "step gone": lambda work: work.delete_commitment("c1"),
}


@pytest.mark.parametrize("act", CHANGES.values(), ids=CHANGES)
def test_it_rises_with_each_change(
    library: SqliteLibrary, act: Callable[[SqliteWork], object]
) -> None:
    assert do(library, act) == 1
    assert revision(library, "w2") == 1


def test_it_rises_once_in_a_unit_whatever_it_changes(library: SqliteLibrary) -> None:
    acts = [act for name, act in CHANGES.items() if not name.endswith("gone")]
    assert do(library, *acts) == 1


def test_ballots_of_an_open_vote_are_no_change(library: SqliteLibrary) -> None:
    assert do(library, lambda work: work.add_ballot(a_round(), Ballot(4))) == 0
    assert do(library, lambda work: work.set_hand_counts(a_round(), (0, 1, 2, 3, 4, 0))) == 0
    assert (
        do(library, lambda work: work.add_dot_ballot(VOTE, DotBallot((("T", 3),)), RankSums())) == 0
    )


def test_a_copy_takes_neither_revision_nor_identity_back(library: SqliteLibrary) -> None:
    with library.reading() as work:
        first = work.workshop("w1")
    do(library, lambda work: work.save_workshop(replace(first, identity="another", title="Other")))
    do(library, CHANGES["note"])
    with pytest.raises(ChangedElsewhere):
        do(library, lambda work: work.save_workshop(first))
    with library.reading() as work:
        found = work.workshop("w1")
    assert (found.identity, found.title) == ("of w1", "Other")
    assert found.revision == first.revision + 2


def test_what_is_not_kept_raises_nothing(library: SqliteLibrary) -> None:
    before = revision(library)
    with library.writing() as work:
        work.save_note(replace(NOTE, text="Other"))
    with pytest.raises(NotFound), library.writing() as work:
        work.delete_note("gone")
    assert revision(library) == before
