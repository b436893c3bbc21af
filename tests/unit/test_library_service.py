"""Whole workshops brought into the library, and found by what a person types."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.library import LibraryService
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import FileProblem, InputProblem, NotFound
from desktop_app.domain.framework import Framework
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Ballot, FileBallot, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import MAX_PRESENT, Privacy, WorkshopRecord

from .builders import make_framework, make_record, make_round, make_workshop
from .fakes import Clock, FakeBallotFiles, FakeFrameworks, FakeLibrary, FakeSamples, Ids

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


def service_of(
    library: FakeLibrary, *ballots: FileBallot, problem: Exception | None = None
) -> LibraryService:
    sample = WorkshopRecord(
        replace(make_workshop(), id="sample"),
        (replace(make_round("T1", (0, 1, 2, 3, 4)), id="s1", workshop_id="sample"),),
        (Note("n1", "sample", NoteKind.QUOTE, "Yes"),),
        (Commitment("c1", "sample", 0, "Agree"),),
        SAMPLE_DOTS,
    )
    return LibraryService(
        library,
        FakeFrameworks(),
        FakeSamples(sample),
        FakeBallotFiles(*ballots, problem=problem),
        Clock(),
        Ids(),
    )


def ballot(statement: str, point: int, group: str = "", ordinal: int = 1) -> FileBallot:
    return FileBallot(statement, ordinal, Ballot(point, group))


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


# Ballots from a file


def own_framework(key: str, title: str) -> Framework:
    return replace(make_framework(actions=("Z",)), id=key, title=title)


def shelf(*frameworks: Framework) -> FakeLibrary:
    library = FakeLibrary()
    with library.writing() as work:
        for framework in frameworks:
            work.save_own_framework(framework)
        work.commit()
    return library


@pytest.mark.parametrize("wanted", ["own-1", "Ours"])
def test_ballots_can_be_for_a_framework_of_ones_own(wanted: str) -> None:
    library = shelf(own_framework("own-1", "Ours"), own_framework("own-2", "Theirs"))
    key = service_of(library, ballot("Z1", 3)).import_ballots(Path("b.csv"), wanted).value
    assert library.record(key).workshop.framework == own_framework("own-1", "Ours")


def test_a_framework_that_is_not_one_is_told() -> None:
    library = shelf(own_framework("own-1", "Ours"), own_framework("own-2", "Ours"))
    service = service_of(library, ballot("Z1", 3))
    with pytest.raises(NotFound, match=r"no framework “Yours” .* “Test framework”, “Ours”"):
        service.import_ballots(Path("b.csv"), "Yours")
    with pytest.raises(InputProblem, match=r"2 frameworks are called “Ours”.*: own-1, own-2"):
        service.import_ballots(Path("b.csv"), "Ours")
    with library.reading() as work:
        assert work.summaries() == ()


def test_ballots_become_a_workshop_with_revealed_rounds() -> None:
    library = FakeLibrary()
    ballots = [ballot("T1", p) for p in (5, 5, 0, 1)] + [ballot("A2", 3), ballot("T1", 2, "", 2)]
    outcome = service_of(library, *ballots).import_ballots(Path("folder/Łódź, May.v2.csv"))
    record = library.record(outcome.value)
    workshop = record.workshop
    assert (outcome.changes, library.units) == (Changes.LIBRARY, 1)
    assert (workshop.title, workshop.framework) == ("Łódź, May.v2", make_framework())
    assert (workshop.status, workshop.position) == (WorkshopStatus.RUNNING, "overview")
    assert (workshop.present, workshop.privacy) == (4, Privacy.ANONYMOUS)
    assert [(r.statement_id, r.ordinal, r.present) for r in record.rounds] == [
        ("T1", 1, 4), ("T1", 2, 1), ("A2", 1, 1)
    ]  # fmt: skip
    assert {r.state for r in record.rounds} == {RoundState.REVEALED}
    file = Channel.FILE
    assert record.rounds[0].tallies == (
        Tally(file, "", 0, 1), Tally(file, "", 1, 1), Tally(file, "", 5, 2)
    )  # fmt: skip


def test_groups_in_a_file_are_kept_and_change_the_promise() -> None:
    library = FakeLibrary()
    ballots = [ballot("T1", 5, "south"), ballot("T1", 5, "north"), ballot("T1", 5, "north")]
    key = service_of(library, *ballots).import_ballots(Path("b.csv")).value
    record = library.record(key)
    assert record.workshop.privacy is Privacy.ANONYMOUS_WITH_GROUP
    assert [(t.group, t.votes) for t in record.rounds[0].tallies] == [("north", 2), ("south", 1)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (f"{'x' * 250}.csv", "x" * MAX_TITLE),
        ("  .csv", "Imported ballots"),
        ("M\udcffy.csv", "M[U+DCFF]y"),  # as a name that is not UTF-8 comes from the file system
        (".csv", ".csv"),
        (" May .CSV", " May "),
    ],
)
def test_the_title_is_one_that_can_be_kept(name: str, title: str) -> None:
    library = FakeLibrary()
    key = service_of(library, ballot("T1", 5)).import_ballots(Path(name)).value
    assert library.record(key).workshop.title == title


def test_a_file_of_thousands_gives_a_number_of_people_that_can_be_changed() -> None:
    library = FakeLibrary()
    ballots = [ballot("T1", 5)] * (MAX_PRESENT + 1)
    key = service_of(library, *ballots).import_ballots(Path("b.csv")).value
    record = library.record(key)
    assert (record.workshop.present, record.rounds[0].present) == (MAX_PRESENT, MAX_PRESENT + 1)


def test_a_bad_file_leaves_the_library_as_it_was() -> None:
    library = FakeLibrary(make_record())
    before = library.shelf.copy()
    service = service_of(library, problem=FileProblem("b.csv, line 3: no."))
    with pytest.raises(FileProblem, match="line 3"):
        service.import_ballots(Path("b.csv"))
    assert library.shelf == before


_ballots = st.builds(
    ballot, st.sampled_from(["T1", "T2", "A1"]), st.integers(0, 5), st.sampled_from(["", "n", "s"])
)


@given(st.lists(_ballots, min_size=1, max_size=40), st.randoms())
def test_every_ballot_counts_once_and_their_order_does_not_show(
    ballots: list[FileBallot], random: object
) -> None:
    def imported(rows: list[FileBallot]) -> WorkshopRecord:
        library = FakeLibrary()
        return library.record(service_of(library, *rows).import_ballots(Path("b.csv")).value)

    record = imported(ballots)
    shuffled = list(ballots)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert imported(shuffled) == record
    counted: Counter[FileBallot] = Counter()
    for round_ in record.rounds:
        for tally in round_.tallies:
            counted[ballot(round_.statement_id, tally.point, tally.group)] += tally.votes
    assert counted == Counter(ballots)


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
