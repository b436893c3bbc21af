"""Whole workshops brought into the library, and found by what a person types."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.application.library import LibraryService
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import InputProblem, NotFound
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import WorkshopRecord

from .builders import make_record, make_round, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, FakeSamples, Ids

SAMPLE_DOTS = PriorityVote(
    id="p1",
    workshop_id="sample",
    state=RoundState.REVEALED,
    channel=Channel.TURNS,
    dots_each=3,
    present=12,
    ballots_in=12,
    dots_in=36,
    dots=(("T", 20), ("A", 16)),
)


def service_of(library: FakeLibrary) -> LibraryService:
    sample = WorkshopRecord(
        replace(make_workshop(), id="sample"),
        (replace(make_round("T1", (0, 1, 2, 3, 4)), id="s1", workshop_id="sample"),),
        (Note("n1", "sample", NoteKind.QUOTE, "Yes"),),
        (Commitment("c1", "sample", 0, "Agree"),),
        SAMPLE_DOTS,
    )
    return LibraryService(library, FakeFrameworks(), FakeSamples(sample), Clock(), Ids())


# The sample


def test_the_sample_comes_whole_and_marked() -> None:
    library = FakeLibrary()
    outcome = service_of(library).add_sample()
    record = library.record(outcome.value)
    assert outcome.changes == Changes.LIBRARY
    assert record.workshop.is_sample
    assert [r.tallies for r in record.rounds] == [make_round("T1", (0, 1, 2, 3, 4)).tallies]
    assert (len(record.notes), len(record.commitments)) == (1, 1)
    assert record.priority_vote == SAMPLE_DOTS


def test_a_closed_sample_is_there_for_papers() -> None:
    library = FakeLibrary()
    key = service_of(library).add_sample(closed=True).value
    assert library.record(key).workshop.status is WorkshopStatus.CLOSED


# Finding


def a_library(*titles: str) -> FakeLibrary:
    library = FakeLibrary()
    for number, title in enumerate(titles, 1):
        workshop = replace(make_workshop(), id=f"id{number}", title=title)
        library.put(make_record(workshop=workshop))
    return library


def test_a_workshop_is_found_by_id_or_exact_title() -> None:
    service = service_of(a_library("Away-day", "Away-day 2"))
    assert service.find("id2").id == "id2"
    assert service.find("Away-day").id == "id1"


def test_an_id_goes_before_a_title() -> None:
    assert service_of(a_library("id2", "Other")).find("id2").id == "id2"


@pytest.mark.parametrize("wanted", ["away-day", "Away", "", "{x}"])
def test_what_is_not_there_is_said(wanted: str) -> None:
    with pytest.raises(NotFound) as raised:
        service_of(a_library("Away-day")).find(wanted)
    assert f"no workshop “{wanted}”" in str(raised.value)
    assert "roundtable list" in str(raised.value)


def test_a_title_that_two_have_asks_for_an_id() -> None:
    with pytest.raises(InputProblem, match=r"2 workshops are called “Same”\. Use an id"):
        service_of(a_library("Same", "Same")).find("Same")
