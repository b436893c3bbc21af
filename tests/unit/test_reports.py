"""Documents: the right writer gets the whole record; file names work everywhere."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.reports import Reports, file_name
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import NotFound, OutputProblem
from desktop_app.domain.printing import PaperSize, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord

from .builders import make_record, make_round, make_workshop
from .fakes import FakeLibrary

RECORD = make_record(make_round("T1", (0, 1, 2, 3, 4)))


class Paper:
    """A writer that keeps what it was asked to write."""

    def __init__(self) -> None:
        self.written: list[tuple[WorkshopRecord, Path]] = []

    def __call__(self, record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        self.written.append((record, target))


def test_a_document_is_written_of_the_whole_record() -> None:
    summary, data = Paper(), Paper()
    reports = Reports(FakeLibrary(RECORD), {DocumentKind.SUMMARY: summary, DocumentKind.JSON: data})
    target = Path("out.pdf")
    assert reports.write("w1", DocumentKind.SUMMARY, target) == target
    assert summary.written == [(RECORD, target)]
    assert data.written == []


def test_what_is_printed_is_told_how() -> None:
    told: list[PrintOptions] = []

    def printer(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        told.append(options)

    reports = Reports(
        FakeLibrary(RECORD), {DocumentKind.SUMMARY: Paper(), DocumentKind.BALLOTS: printer}
    )
    assert reports.kinds == (DocumentKind.SUMMARY, DocumentKind.BALLOTS)
    reports.write("w1", DocumentKind.BALLOTS, Path("out.pdf"), PrintOptions(per_sheet=2))
    reports.write("w1", DocumentKind.BALLOTS, Path("out.pdf"))
    a4 = PrintOptions(paper=PaperSize.A4)
    assert told == [replace(a4, per_sheet=2), a4]


def test_what_is_not_there_is_said() -> None:
    paper = Paper()
    reports = Reports(FakeLibrary(RECORD), {DocumentKind.SUMMARY: paper, DocumentKind.JSON: paper})
    with pytest.raises(NotFound):
        reports.write("gone", DocumentKind.SUMMARY, Path("out.pdf"))
    assert paper.written == []


def test_a_document_that_cannot_be_written_says_so() -> None:
    def refuse(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        raise OutputProblem("No.")

    with pytest.raises(OutputProblem):
        Reports(FakeLibrary(RECORD), {DocumentKind.SUMMARY: refuse}).write(
            "w1", DocumentKind.SUMMARY, Path("out.pdf")
        )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Away-day, 14 May", "Away-day, 14 May - summary.pdf"),
        ("Łódź / Αθήνα: a \\ b?", "Łódź Αθήνα a b - summary.pdf"),
        ("../../etc", "etc - summary.pdf"),
        (" . ", "Workshop - summary.pdf"),
        ("a\n\tb", "a b - summary.pdf"),
        ("plan\u202efdp.exe\u2066", "plan fdp.exe - summary.pdf"),
        ("x" * 200, f"{'x' * 80} - summary.pdf"),
        ("🤝" * 200, f"{'🤝' * 50} - summary.pdf"),
    ],
)
def test_the_name_says_whose_document_it_is(title: str, name: str) -> None:
    assert file_name(replace(make_workshop(), title=title), DocumentKind.SUMMARY) == name


def test_data_has_a_name_of_its_own_even_where_a_title_alone_would_be_a_device() -> None:
    assert file_name(replace(make_workshop(), title="CON"), DocumentKind.JSON) == "CON - data.json"


@given(
    st.text(min_size=1, max_size=200), st.sampled_from([DocumentKind.SUMMARY, DocumentKind.JSON])
)
def test_every_title_gives_a_name_that_a_disk_takes(title: str, kind: DocumentKind) -> None:
    name = file_name(replace(make_workshop(), title=title), kind)
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\0')
    assert not {unicodedata.category(c) for c in name} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in name} & {"RLO", "LRO", "RLE", "LRE", "PDF"}
    assert not name.startswith((" ", "."))


def test_what_is_printed_gets_the_sheet_it_is_made_for() -> None:
    told: list[PaperSize | None] = []

    def printer(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        told.append(options.paper)

    kinds = (DocumentKind.PLAN, DocumentKind.PLAN_A3, DocumentKind.POSTERS, DocumentKind.JSON)
    reports = Reports(FakeLibrary(RECORD), dict.fromkeys(kinds, printer))
    for kind in kinds:
        reports.write("w1", kind, Path("out.pdf"))
    reports.write("w1", DocumentKind.POSTERS, Path("out.pdf"), PrintOptions(paper=PaperSize.A4))
    assert told == [PaperSize.A4, PaperSize.A3, PaperSize.A3, None, PaperSize.A4]
