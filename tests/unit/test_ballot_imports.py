"""Ballots looked at before anything is created: columns matched, bad rows told one by one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.ballot_imports import (
    MAX_SHOWN,
    BallotImports,
    ImportPreview,
    RoundPreview,
    RowProblem,
    guess_columns,
    preview,
)
from desktop_app.application.library import LibraryService
from desktop_app.domain.ballot_rows import COLUMNS, BallotTable
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.rounds import Ballot, FileBallot
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.words.speech import said_alone

from .builders import make_framework, make_record, make_workshop
from .fakes import Clock, FakeBallotFiles, FakeFrameworks, FakeLibrary, FakeSamples, Ids

FRAMEWORK = make_framework()
USUAL = {"statement": 0, "round": 1, "group": 2, "rating": 3}


def table(*rows: tuple[str, ...], header: tuple[str, ...] = COLUMNS) -> BallotTable:
    return BallotTable("b.csv", header, tuple(enumerate(rows, 2)))


def seen(*rows: tuple[str, ...]) -> ImportPreview:
    return preview(table(*rows), USUAL, FRAMEWORK)


@pytest.mark.parametrize(
    ("header", "places"),
    [
        (("statement", "round", "group", "rating"), (0, 1, 2, 3)),
        (("Rating ", "ROUND", "Statement"), (2, 1, None, 0)),
        (("Statement ID", "Organisation", "Score"), (0, None, 1, 2)),
        (("id", "statement", "value"), (1, None, None, 2)),
        (("Colour", "Size"), (None, None, None, None)),
        ((), (None, None, None, None)),
    ],
)
def test_columns_are_guessed_by_the_names_people_use(
    header: tuple[str, ...], places: tuple[int | None, ...]
) -> None:
    assert guess_columns(header) == dict(zip(COLUMNS, places, strict=True))


def test_needed_columns_come_first() -> None:
    found = preview(table(("T1", "1", "", "3")), {"statement": None, "rating": 3}, FRAMEWORK)
    assert found == ImportPreview(FRAMEWORK, missing=("statement",))


def test_good_rows_are_shown_as_what_they_become() -> None:
    found = seen(
        ("T1", "1", "north", "5"),
        ("t1", "", "south", ""),
        (FRAMEWORK.statement("T1").text.upper(), "1", "north", "2"),
        ("T1", "2", "", "4"),
        ("A1", "1", "", "cannot say"),
    )
    texts = {s.id: s.text for s in FRAMEWORK.statements}
    assert found.rounds == (
        RoundPreview("T1", texts["T1"], 1, 3, 1),
        RoundPreview("T1", texts["T1"], 2, 1, 0),
        RoundPreview("A1", texts["A1"], 1, 1, 1),
    )
    assert found.groups == (("north", 2), ("south", 1))
    assert (found.people, found.problem_count, found.missing) == (3, 0, ())
    assert set(found.unrated) == set(texts) - {"T1", "A1"}


def test_bad_rows_are_told_one_by_one_in_their_order() -> None:
    found = seen(
        ("T1", "1", "", "9"),
        ("Z9", "1", "", "3"),
        ("A1", "3", "", "3"),
        ("T1", "x", "", "3"),
        ("T1", "1", "g" * 81, "3"),
        ("T1", "1", "", "3"),
    )
    assert [p.line for p in found.problems] == [2, 3, 4, 5, 6]
    said = " ".join(said_alone(p.mistake) for p in found.problems)
    for words in (
        '"9" is not a rating from 1 to 5.',
        '"Z9" is not a statement',
        "Statement A1 has a round 3 but no round 2",
        '"x" is not a round',
        "longer than 80 characters",
    ):
        assert words in said or words.replace('"', "") in said
    assert found.ballots == (FileBallot("T1", 1, Ballot(3)),)


def test_thousands_of_problems_are_counted() -> None:
    found = seen(*[("T1", "1", "", "9")] * (MAX_SHOWN + 50))
    assert (len(found.problems), found.problem_count) == (MAX_SHOWN, MAX_SHOWN + 50)
    assert found.problems[0] == RowProblem(2, found.problems[0].mistake)


def test_columns_may_stand_anywhere_and_some_be_missing() -> None:
    found = preview(
        table(("3", "T1"), ("", "A1"), header=("how much", "what")),
        {"statement": 1, "rating": 0, "round": None, "group": None},
        FRAMEWORK,
    )
    assert found.ballots == (FileBallot("T1", 1, Ballot(3)), FileBallot("A1", 1, Ballot(0)))


_cells = st.sampled_from(["T1", "A1", "Z", "", "1", "2", "3", "9", "north", "=1+1", "\n"])


@given(st.lists(st.tuples(_cells, _cells, _cells, _cells), max_size=30))
def test_every_row_is_a_ballot_or_a_problem(rows: list[tuple[str, ...]]) -> None:
    found = seen(*rows)
    assert len(found.ballots) + found.problem_count == len(rows)
    assert sum(r.ballots for r in found.rounds) == len(found.ballots)
    for one in found.rounds:
        before = (one.statement_id, one.ordinal - 1)
        assert one.ordinal == 1 or before in {(r.statement_id, r.ordinal) for r in found.rounds}


# -- the use cases --------------------------------------------------------------------------


def imports_of(library: FakeLibrary, **tables: BallotTable) -> BallotImports:
    files = FakeBallotFiles(tables={"": table(), **tables})
    sample = FakeSamples(WorkshopRecord(make_workshop()))
    service = LibraryService(library, FakeFrameworks(), sample, files, Clock(), Ids())
    return BallotImports(files, service)


def test_nothing_is_created_before_it_is_taken() -> None:
    library = FakeLibrary(make_record())
    before = library.shelf.copy()
    imports = imports_of(library, second=table(("T1", "1", "north", "5")))
    read = imports.read(Path("b.xlsx"), "second")
    checked = imports.check(read, guess_columns(read.header), imports.frameworks()[0])
    assert library.shelf == before
    key = imports.take("  ", checked).value
    record = library.record(key)
    assert record.workshop.title == "Imported ballots"
    assert record.workshop.privacy is Privacy.ANONYMOUS_WITH_GROUP
    assert len(record.rounds) == 1


def test_nothing_cannot_be_taken() -> None:
    library = FakeLibrary()
    with pytest.raises(InputProblem, match="no ballot"):
        imports_of(library).take("Title", ImportPreview(FRAMEWORK))
    assert library.units == 0


def with_own(*frameworks: Framework) -> FakeLibrary:
    library = FakeLibrary()
    with library.writing() as work:
        for framework in frameworks:
            work.save_own_framework(framework)
        work.commit()
    return library


def test_ballots_are_checked_for_the_framework_that_was_chosen() -> None:
    own = replace(make_framework(points=7, actions=("Z",)), id="own", title="Ours")
    imports = imports_of(with_own(own), seven=table(("Z1", "1", "", "7")))
    assert imports.frameworks() == (FRAMEWORK, own)
    read = imports.read(Path("b.xlsx"), "seven")
    for framework, ballots in ((FRAMEWORK, 0), (own, 1)):
        checked = imports.check(read, USUAL, framework)
        assert (len(checked.ballots), checked.problem_count) == (ballots, 1 - ballots)


def test_the_workshop_keeps_the_framework_as_it_was_looked_at() -> None:
    own = replace(make_framework(actions=("Z",)), id="own", title="Ours")
    library = with_own(own)
    imports = imports_of(library, second=table(("Z1", "1", "", "5")))
    checked = imports.check(imports.read(Path("b.xlsx"), "second"), USUAL, own)
    with library.writing() as work:  # meanwhile somebody edits it
        work.save_own_framework(replace(own, version="2", actions=()))
        work.commit()
    record = library.record(imports.take("May", checked).value)
    assert record.workshop.framework == own
    assert [r.statement_id for r in record.rounds] == ["Z1"]
