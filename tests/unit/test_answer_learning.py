"""What was chosen for a file is taken up for the next with the same header, and of no person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.answers.choices import Blank, Choices
from desktop_app.answers.reading import Reading
from desktop_app.application.answer_imports import AnswerImports, Decisions
from desktop_app.application.library import LibraryService
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import FileProblem, OutputProblem
from desktop_app.domain.learnt import MOST, Learnt
from desktop_app.domain.workshop import WorkshopRecord
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
T1, T2 = (FRAMEWORK.statement(key).text for key in ("T1", "T2"))
LIKE_LAST_TIME = "As you chose last time for a file with these columns."
HEADER = ("Table", "How well?", T2)
ROWS = (("Ann", "agree", "4"), ("Bob", "strongly agree", ""))
DECIDED = Decisions(
    columns={"How well?": "T1"},
    partner="Table",
    answers={"agree": "4", "strongly agree": "5"},
    blank=Blank.CANNOT_SAY,
)


def imports_with(learnt: FakeLearnt, library: FakeLibrary | None = None) -> AnswerImports:
    sample = FakeSamples(WorkshopRecord(make_workshop()))
    service = LibraryService(library or FakeLibrary(), FakeFrameworks(), sample, Clock(), Ids())
    return AnswerImports(FakeAnswerFiles(), service, learnt)


def table(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> AnswerTable:
    return rows_table(*(rows or ROWS), header=header)


def told(reading: Reading) -> list[str]:
    return [str(one) for one in reading.told]


def bring(learnt: FakeLearnt, read: AnswerTable, decisions: Decisions) -> Reading:
    imports = imports_with(learnt)
    reading = imports.look(read, "", decisions)
    imports.take_whole("May", reading)
    return reading


def test_a_file_with_the_same_header_is_read_as_the_last_one_was() -> None:
    learnt = FakeLearnt()
    first = bring(learnt, table(), DECIDED)
    assert LIKE_LAST_TIME not in told(first)
    again = imports_with(learnt).look(table(*ROWS, ("Cy", "agree", "2")), "", Decisions())
    assert again.rounds["T1", 1].votes == {("Ann", 4): 1, ("Bob", 5): 1, ("Cy", 4): 1}
    assert (again.blank, again.rounds["T2", 1].cannot_say) == (Blank.CANNOT_SAY, 1)
    assert told(again).count(LIKE_LAST_TIME) == 1


def test_another_header_or_another_framework_is_another_file() -> None:
    learnt = FakeLearnt()
    bring(learnt, table(), DECIDED)
    imports = imports_with(learnt)
    other = table(header=("Table", "How well now?", T2))
    assert LIKE_LAST_TIME not in told(imports.look(other, "", Decisions()))
    longer = replace(FRAMEWORK, actions=FRAMEWORK.actions[:1])
    assert LIKE_LAST_TIME not in told(imports.begin(table(), longer))


def test_a_decision_goes_before_what_is_remembered_and_takes_its_place() -> None:
    learnt = FakeLearnt()
    bring(learnt, table(), DECIDED)
    changed = bring(learnt, table(), Decisions(blank=Blank.NOT_ANSWERED, partner="1"))
    assert (changed.blank, changed.rounds["T1", 1].people) == (Blank.NOT_ANSWERED, 2)
    again = imports_with(learnt).look(table(), "", Decisions())
    assert again.blank is Blank.NOT_ANSWERED
    assert len(learnt.kept) == 1


def test_what_is_remembered_can_be_dropped() -> None:
    learnt = FakeLearnt()
    bring(learnt, table(), DECIDED)
    plain = imports_with(learnt).look(table(), "", Decisions(forget=True))
    assert plain.choices == Choices()
    assert learnt.kept == ()


def test_nothing_is_remembered_of_a_file_that_was_only_looked_at_or_had_no_questions() -> None:
    learnt = FakeLearnt()
    imports_with(learnt).look(table(), "", DECIDED)
    bring(learnt, table(("Ann", "5", "4"), header=("Name", T1, T2)), Decisions())
    assert learnt.kept == ()


def test_of_fifty_files_the_oldest_goes() -> None:
    learnt = FakeLearnt()
    for n in range(MOST + 1):
        read = table(("x", "4", "3"), header=("When", f"Question {n}?", T2))
        bring(learnt, read, Decisions(columns={"2": "T1"}))
    assert len(learnt.kept) == MOST
    first = imports_with(learnt).look(
        table(("x", "4", "3"), header=("When", "Question 0?", T2)), "", Decisions()
    )
    assert LIKE_LAST_TIME not in told(first)


def test_no_partner_and_no_words_of_one_person_are_kept() -> None:
    learnt = FakeLearnt()
    said = ["Fine by Mary"] * 4 + ["Green"] * 5 + ["agree"]
    rows = [(f"Partner of {n}", word, "4") for n, word in enumerate(said)]
    answers = {"Fine by Mary": "cannot-say", "Green": "5", "agree": "4"}
    decisions = replace(DECIDED, answers=answers)
    imports = imports_with(learnt)
    reading = imports.look(table(*rows), "", decisions)
    choices = replace(reading.choices, partners={"partner of 1": "Council"})
    imports.take("May", replace(reading, choices=choices))
    (kept,) = learnt.kept
    assert kept.answers == {"green": 5, "agree": 4}
    assert not any(word in repr(kept) for word in ("artner of", "Council", "ary", "How well"))


def test_a_disk_that_is_full_costs_no_import() -> None:
    library = FakeLibrary(make_record())
    imports = imports_with(FakeLearnt(OutputProblem("No room.")), library)
    key = imports.take_whole("May", imports.look(table(), "", DECIDED)).value
    assert library.record(key).rounds


def test_what_another_version_kept_is_taken_as_far_as_it_makes_sense() -> None:
    learnt = FakeLearnt()
    bring(learnt, table(), DECIDED)
    (kept,) = learnt.kept
    odd = {0: "partner", 1: "statement Z9", 2: "sideways", 7: "statement"}
    learnt.kept = (Learnt(kept.header, odd, {"x": "Z9"}, {"agree": 77}, "whatever"),)
    reading = imports_with(learnt).look(table(), "", Decisions())
    assert {place: one.use.value for place, one in reading.choices.columns.items()} == {
        0: "partner"
    }
    assert (reading.choices.answers, reading.choices.statements) == ({}, {})


# What has to be said first, by window and command line alike


def test_far_too_many_partners_can_be_another_column_or_none() -> None:
    names = [(f"Company {n}", "Council", "4") for n in range(150)]
    read = rows_table(*names, header=("Organisation", "Table", T1))
    imports = imports_with(FakeLearnt())
    with pytest.raises(FileProblem, match=r"“Organisation” has far more names.*--partner COLUMN.*"
                                          r"--map “1=”"):  # fmt: skip
        imports.take_whole("May", imports.look(read, "", Decisions()))
    other = imports.look(read, "", Decisions(partner="Table"))
    assert other.of_partner == {"Council": 150}
    none = imports.look(read, "", Decisions(columns={"1": ""}))
    assert (none.of_partner, none.people) == ({}, 150)
    for one in (other, none):
        assert imports.take_whole("May", one).value
    insisted = imports.look(read, "", Decisions(partner="Organisation"))
    with pytest.raises(FileProblem, match="has far more names"):
        imports.take_whole("May", insisted)
    shown = [cell for _, row in insisted.shown for cell in row]
    assert not any(cell.startswith("Company") for cell in shown)


def test_ratings_of_no_statement_are_asked_while_a_statement_has_no_column() -> None:
    read = rows_table(("4", "2"), ("5", "3"), header=(T1, "And the food?"))
    imports = imports_with(FakeLearnt())
    with pytest.raises(FileProblem, match=r"“And the food\?” holds ratings.*leave it out by"):
        imports.take_whole("May", imports.look(read, "", Decisions()))
    left = imports.look(read, "", Decisions(columns={"2": ""}))
    assert imports.take_whole("May", left).value


def test_ratings_of_no_statement_are_left_out_once_every_statement_has_its_column() -> None:
    ids = tuple(one.id for one in FRAMEWORK.statements)
    read = rows_table(("4",) * len(ids) + ("2",), header=(*ids, "And the food?"))
    imports = imports_with(FakeLearnt())
    reading = imports.look(read, "", Decisions())
    assert reading.asked_columns == ()
    assert imports.take_whole(Path("May").stem, reading).value
