"""Answers brought in: looked at, decided on, and only then a workshop."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.answers.choices import Blank, Choices
from desktop_app.answers.reading import Reading
from desktop_app.application.answer_imports import AnswerImports, Decisions
from desktop_app.application.library import LibraryService
from desktop_app.application.outcome import Outcome
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import FileProblem, InputProblem, NotFound
from desktop_app.domain.framework import Framework
from desktop_app.domain.rounds import RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import MAX_PRESENT, Privacy, WorkshopRecord
from tests.answers_read import rows_table

from .builders import make_framework, make_record, make_workshop
from .fakes import (
    Clock,
    FakeAnswerFiles,
    FakeFrameworks,
    FakeLearnt,
    FakeLibrary,
    FakeSamples,
    Ids,
)

FRAMEWORK = make_framework()
T1, T2, A1 = (FRAMEWORK.statement(key).text for key in ("T1", "T2", "A1"))
Cells = tuple[str, ...]


def imports_of(
    library: FakeLibrary,
    *tables: AnswerTable,
    problem: Exception | None = None,
    learnt: FakeLearnt | None = None,
) -> AnswerImports:
    sample = FakeSamples(WorkshopRecord(make_workshop()))
    service = LibraryService(library, FakeFrameworks(), sample, Clock(), Ids())
    return AnswerImports(FakeAnswerFiles(*tables, problem=problem), service, learnt or FakeLearnt())


def bring_in(
    imports: AnswerImports, path: Path, framework: str, decisions: Decisions
) -> Outcome[str]:
    """Look at a file and make a workshop of all of it, as the command line does."""
    return imports.take_whole(path.stem, imports.look(imports.read(path), framework, decisions))


def bring(library: FakeLibrary, *rows: Cells, name: str = "b.csv", framework: str = "") -> str:
    imports = imports_of(library, rows_table(*rows))
    return bring_in(imports, Path(name), framework, Decisions()).value


def with_own(*frameworks: Framework) -> FakeLibrary:
    library = FakeLibrary()
    with library.writing() as work:
        for framework in frameworks:
            work.save_own_framework(framework)
        work.commit()
    return library


def own_framework(key: str, title: str, points: int = 5) -> Framework:
    return replace(make_framework(points=points, actions=("Z",)), id=key, title=title)


# A workshop from a file


@pytest.mark.parametrize("wanted", ["own-1", "Ours"])
def test_answers_can_be_for_a_framework_of_ones_own(wanted: str) -> None:
    library = with_own(own_framework("own-1", "Ours"), own_framework("own-2", "Theirs"))
    key = bring(library, ("Z1", "1", "", "3"), framework=wanted)
    assert library.record(key).workshop.framework == own_framework("own-1", "Ours")


def test_a_framework_that_is_not_one_is_told() -> None:
    library = with_own(own_framework("own-1", "Ours"), own_framework("own-2", "Ours"))
    with pytest.raises(NotFound, match=r"no framework “Yours” .* “Test framework”, “Ours”"):
        bring(library, ("Z1", "1", "", "3"), framework="Yours")
    with pytest.raises(InputProblem, match=r"2 frameworks are called “Ours”.*: own-1, own-2"):
        bring(library, ("Z1", "1", "", "3"), framework="Ours")
    with library.reading() as work:
        assert work.summaries() == ()


def test_answers_become_a_workshop_with_revealed_rounds() -> None:
    library = FakeLibrary()
    rows = [("T1", "", "", p) for p in ("5", "5", "", "1")]
    rows += [("A2", "1", "", "3"), ("T1", "2", "", "2")]
    imports = imports_of(library, rows_table(*rows))
    outcome = bring_in(imports, Path("folder/Łódź, May.v2.csv"), "", Decisions())
    record = library.record(outcome.value)
    workshop = record.workshop
    assert (outcome.changes, library.units) == (Changes.LIBRARY, 1)
    assert (workshop.title, workshop.framework) == ("Łódź, May.v2", FRAMEWORK)
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


def test_those_who_did_not_answer_were_there() -> None:
    library = FakeLibrary()
    rows = [("a", "4", ""), ("b", "", "3"), ("c", "2", "1")]
    table = rows_table(*rows, header=("Timestamp", T1, T2))
    key = bring_in(imports_of(library, table), Path("b.csv"), "", Decisions()).value
    record = library.record(key)
    assert [(r.present, r.ballots_in) for r in record.rounds] == [(3, 2), (3, 2)]
    library, silent = FakeLibrary(), Decisions(blank=Blank.CANNOT_SAY)
    key = bring_in(imports_of(library, table), Path("b.csv"), "", silent).value
    assert [r.ballots_in for r in library.record(key).rounds] == [3, 3]


def test_partners_in_a_file_are_kept_and_change_the_promise() -> None:
    library = FakeLibrary()
    key = bring(library, *(("T1", "1", who, "5") for who in ("south", "north", "North ")))
    record = library.record(key)
    assert record.workshop.privacy is Privacy.ANONYMOUS_WITH_GROUP
    assert [(t.group, t.votes) for t in record.rounds[0].tallies] == [("North", 2), ("south", 1)]


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
    key = bring(library, ("T1", "", "", "5"), name=name)
    assert library.record(key).workshop.title == title


def test_a_file_of_thousands_gives_a_number_of_people_that_can_be_changed() -> None:
    library = FakeLibrary()
    key = bring(library, *[("T1", "", "", "5")] * (MAX_PRESENT + 1))
    record = library.record(key)
    assert (record.workshop.present, record.rounds[0].present) == (MAX_PRESENT, MAX_PRESENT + 1)


def test_a_bad_file_leaves_the_library_as_it_was() -> None:
    library = FakeLibrary(make_record())
    before = library.shelf.copy()
    imports = imports_of(library, problem=FileProblem("b.csv, line 3: no."))
    with pytest.raises(FileProblem, match="line 3"):
        bring_in(imports, Path("b.csv"), "", Decisions())
    assert library.shelf == before


_rows = st.tuples(
    st.sampled_from(["T1", "T2", "A1"]),
    st.just("1"),
    st.sampled_from(["", "n", "s"]),
    st.sampled_from(["", "1", "2", "3", "4", "5"]),
)


@given(st.lists(_rows, min_size=1, max_size=40), st.randoms())
def test_every_answer_counts_once_and_their_order_does_not_show(
    rows: list[Cells], random: object
) -> None:
    def imported(some: list[Cells]) -> WorkshopRecord:
        library = FakeLibrary()
        return library.record(bring(library, *some))

    record = imported(rows)
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert imported(shuffled) == record
    counted: Counter[tuple[str, str, int]] = Counter()
    for round_ in record.rounds:
        for tally in round_.tallies:
            counted[round_.statement_id, tally.group, tally.point] += tally.votes
    assert counted == Counter((who, group, int(point or 0)) for who, _, group, point in rows)


# Decided beforehand


def look(decisions: Decisions, *rows: Cells, header: Cells) -> Reading:
    imports = imports_of(FakeLibrary(), rows_table(*rows, header=header))
    return imports.look(imports.read(Path("b.csv")), "", decisions)


def test_a_column_is_named_by_its_heading_or_its_number() -> None:
    for columns in ({"What?": "T1"}, {"what": T1}, {"2": "t1"}):
        found = look(Decisions(columns=columns), ("x", "4", "3"), header=("Who", "What?", T2))
        assert found.rounds["T1", 1].votes == {("", 4): 1}


def test_a_column_can_be_left_out_and_another_be_the_partners() -> None:
    decisions = Decisions(columns={T2: ""}, partner="Table")
    found = look(decisions, ("north", "4", "3"), header=("Table", T1, T2))
    assert dict(found.rounds) == {("T1", 1): found.rounds["T1", 1]}
    assert found.of_partner == {"north": 1}


def test_written_answers_are_given_a_point() -> None:
    answers = {"Yes": "5", "no": "1", "Perhaps": "cannot-say", "pass": "not-answered"}
    rows = [("yes",), ("NO",), ("perhaps",), ("Pass",)]
    found = look(Decisions(answers=answers), *rows, header=(T1,))
    vote = found.rounds["T1", 1]
    assert (vote.votes, vote.blanks) == ({("", 5): 1, ("", 1): 1, ("", 0): 1}, 1)


@pytest.mark.parametrize(
    ("decisions", "sentence"),
    [
        (Decisions(columns={"Colour": "T1"}), "no single column “Colour”. Its columns are: “Who”"),
        (Decisions(columns={"99": "T1"}), "no single column “99”"),
        (Decisions(columns={"Who": "Z9"}), "“Z9” is not a statement of the framework"),
        (Decisions(partner="Nobody"), "no single column “Nobody”"),
        (Decisions(answers={"Yes": "9"}), "“Yes” can be a point from 1 to 5, cannot-say"),
    ],
)
def test_a_decision_that_fits_nothing_is_told(decisions: Decisions, sentence: str) -> None:
    with pytest.raises(InputProblem, match=sentence):
        look(decisions, ("x", "4"), header=("Who", T1))


def test_what_is_only_nearly_a_statement_is_not_taken_without_a_word() -> None:
    action, *others = FRAMEWORK.actions
    first, *rest = action.statements
    long = replace(first, text="keep what we have promised one another")
    framework = replace(
        FRAMEWORK, actions=(replace(action, statements=(long, *rest)), *others), id="own"
    )
    table = rows_table(("4", "5"), header=("Keep what we have promised each other", T2))
    with pytest.raises(FileProblem, match=r"the column “.*” may be statement T1.*--map “1=T1”"):
        bring_in(imports_of(with_own(framework), table), Path("b.csv"), "own", Decisions())
    for columns, votes in (({"1": "T1"}, 2), ({"1": ""}, 1)):
        library, decisions = with_own(framework), Decisions(columns=columns)
        key = bring_in(imports_of(library, table), Path("b.csv"), "own", decisions).value
        assert len(library.record(key).rounds) == votes


# Looked at in a window


def test_nothing_is_created_before_it_is_taken() -> None:
    library = FakeLibrary(make_record())
    before = library.shelf.copy()
    imports = imports_of(library, rows_table(("T1", "1", "north", "5")))
    checked = imports.check(imports.read(Path("b.xlsx")), imports.frameworks()[0], Choices())
    assert library.shelf == before
    record = library.record(imports.take("  ", checked).value)
    assert record.workshop.title == "Imported ballots"
    assert record.workshop.privacy is Privacy.ANONYMOUS_WITH_GROUP
    assert len(record.rounds) == 1


def test_nothing_cannot_be_taken() -> None:
    library = FakeLibrary()
    with pytest.raises(InputProblem, match="no answer"):
        imports_of(library).take("Title", Reading("b.csv", FRAMEWORK))
    assert library.units == 0


def test_answers_are_checked_for_the_framework_that_was_chosen() -> None:
    own = own_framework("own", "Ours", points=7)
    imports = imports_of(with_own(own), rows_table(("Z1", "1", "", "7")))
    assert imports.frameworks() == (FRAMEWORK, own)
    read = imports.read(Path("b.xlsx"))
    for framework, ballots in ((FRAMEWORK, 0), (own, 1)):
        checked = imports.check(read, framework, Choices())
        assert (checked.ballots, checked.mistake_count) == (ballots, 1 - ballots)


def test_the_workshop_keeps_the_framework_as_it_was_looked_at() -> None:
    own = own_framework("own", "Ours")
    library = with_own(own)
    imports = imports_of(library, rows_table(("Z1", "1", "", "5")))
    checked = imports.check(imports.read(Path("b.xlsx")), own, Choices())
    with library.writing() as work:  # meanwhile somebody edits it
        work.save_own_framework(replace(own, version="2", actions=()))
        work.commit()
    record = library.record(imports.take("May", checked).value)
    assert record.workshop.framework == own
    assert [r.statement_id for r in record.rounds] == ["Z1"]
