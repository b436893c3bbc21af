"""A caution stands where the words are that it is against, and nowhere else, in every kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.bootstrap import _write_document
from desktop_app.documents.kinds import DOCUMENTS, DocumentKind
from desktop_app.documents.owners import owner_pages
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from tests.exports.word import text as text_of_word
from tests.report.builders import make_commitment, make_day, make_empty, make_import_by_partner
from tests.report.pdf import flowing_text_of
from tests.report.test_summary import closed_sample
from tests.unit.builders import make_round

CAUTION = "With fewer than 10 ratings such words can be luck"
OF_PARTNERS = "Where a partner gave fewer than 10 ratings, words about it can be luck"
SHOWN = "show how the room saw things that day"
WITHOUT_RESULTS = {
    DocumentKind.COMMITMENTS,
    DocumentKind.BALLOTS,
    DocumentKind.DOT_BALLOTS,
    DocumentKind.SCRIPT,
    DocumentKind.BRIEF,
    DocumentKind.LARGE_BRIEF,
    DocumentKind.CALENDAR,
    DocumentKind.WORKSHOP_FILE,
    DocumentKind.PROGRESS_SHEET,
    DocumentKind.PROGRESS_WORD,
    DocumentKind.PROGRESS_FORM,
    DocumentKind.TALLY,
    DocumentKind.ENTRY_FORM,
    DocumentKind.SURVEY,
    DocumentKind.SURVEY_FORM,
}
READ = sorted(
    (k for k in DocumentKind if k.about.suffix not in {"", ".png"}), key=lambda kind: kind.value
)


def day(*counts: int) -> WorkshopRecord:
    """Give a day on which one statement was rated so, with one step because of it."""
    rounds = (make_round("T1", counts, present=12),) if counts else ()
    plan = (make_commitment(because="Because so many rated it low." if counts else ""),)
    return replace(make_day(), rounds=rounds, commitments=plan, notes=())


def told(kind: DocumentKind, record: WorkshopRecord, folder: Path) -> str:
    target = folder / f"paper{kind.about.suffix}"
    _write_document(DOCUMENTS[kind], record, target, PrintOptions())
    return " ".join(_text(target).split())


def _text(target: Path) -> str:
    if target.suffix == ".pdf":
        return flowing_text_of(target)
    if target.suffix == ".docx":
        return text_of_word(target)
    if target.suffix == ".xlsx":
        rows = (row for sheet in load_workbook(target) for row in sheet.iter_rows(values_only=True))
        return " ".join(str(cell) for row in rows for cell in row)
    text = target.read_text("utf-8")
    return text.replace("\r\n ", "") if target.suffix == ".ics" else text


@pytest.mark.slow
@pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.value)
def test_the_caution_stands_where_the_words_are_that_it_is_against(
    kind: DocumentKind, tmp_path: Path
) -> None:
    few = told(kind, day(1, 2, 2, 1, 1), tmp_path)
    assert (CAUTION in few) == (kind not in WITHOUT_RESULTS)
    many = told(kind, day(1, 3, 4, 3, 1), tmp_path)
    assert CAUTION not in many
    assert (SHOWN in many) == (kind not in WITHOUT_RESULTS)
    assert SHOWN not in told(kind, day(), tmp_path)


@pytest.mark.parametrize("kind", [DocumentKind.BOARD, DocumentKind.MAIL, DocumentKind.SUMMARY])
def test_a_short_paper_says_its_caution_once(kind: DocumentKind, tmp_path: Path) -> None:
    assert told(kind, day(1, 2, 2, 1, 1), tmp_path).count(CAUTION) == 1


WITH_PARTNERS = {
    *(DocumentKind.SUMMARY, DocumentKind.SUMMARY_WORD, DocumentKind.LARGE_SUMMARY),
    *(DocumentKind.REPORT, DocumentKind.REPORT_WORD, DocumentKind.WEB),
    *(DocumentKind.CSV, DocumentKind.CSV_FOR_EXCEL, DocumentKind.XLSX, DocumentKind.JSON),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.value)
def test_where_only_partners_gave_few_ratings_the_caution_says_so(
    kind: DocumentKind, tmp_path: Path
) -> None:
    imported = make_import_by_partner()
    step = make_commitment(because="Because so many rated it low.")
    text = told(kind, replace(imported, commitments=(step,)), tmp_path)
    assert CAUTION not in text
    assert (OF_PARTNERS in text) == (kind in WITH_PARTNERS)
    assert (SHOWN in text) == (kind not in WITHOUT_RESULTS)


def test_an_email_promises_no_page_that_changes(tmp_path: Path) -> None:
    text = told(DocumentKind.MAIL, make_empty(), tmp_path)
    assert "Nothing has been rated and revealed yet." in text
    assert "this page" not in text


def test_an_owner_whose_steps_tell_no_results_is_not_cautioned() -> None:
    cautioned = {
        page.owner for page in owner_pages(closed_sample()) if "can be luck" in page.limits
    }
    assert cautioned == {
        "Director of children's services",
        "Programme lead",
        "Finance leads, council and health",
        "Head of early help",
    }
