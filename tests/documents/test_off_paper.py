"""What is kept off paper stands in no document and no file of data; the ground rules say so."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest

from desktop_app.documents.brief import brief_content
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.script import script_content
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.room import ground_rules
from tests.report.builders import make_day

KEPT_OFF, PRINTED = "Unprintable", "Repeatable"
MOVES = DocumentKind.WORKSHOP_FILE


def noted() -> WorkshopRecord:
    """Return a day with a note of each kind and place, one printed and one kept off paper."""
    day = make_day()
    action = day.workshop.framework.actions[0]
    places = ((action.statements[0].id, None), (None, action.id), (None, None))
    notes = tuple(
        Note(f"n{on_paper}{kind}{at}", "w1", kind, f"{word} {kind.value}", *at, on_paper=on_paper)
        for kind in NoteKind
        for at in places
        for word, on_paper in ((PRINTED, True), (KEPT_OFF, False))
    )
    return replace(day, notes=notes)


def read(path: Path) -> str:
    """Return all that stands in a file or a folder."""
    if path.is_dir():
        return "".join(read(one) for one in path.iterdir())
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return "".join(page.get_textpage().get_text_range() for page in pdf)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return str([row for sheet in book for row in sheet.iter_rows(values_only=True)])
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_bytes().decode("utf-8", "replace")


@pytest.mark.slow
@pytest.mark.parametrize("kind", DocumentKind)
def test_no_document_has_what_is_kept_off_paper(tmp_path: Path, kind: DocumentKind) -> None:
    module, name = kind.about.writer.split(":")
    target = tmp_path / f"document{kind.about.suffix}"
    getattr(import_module(module), name)(noted(), target)
    found = read(target)
    assert found
    assert (KEPT_OFF in found) is (kind is MOVES), "only what moves a workshop takes all of it"


@pytest.mark.parametrize(
    "kind", [DocumentKind.REPORT, DocumentKind.WEB, DocumentKind.XLSX, DocumentKind.JSON]
)
def test_the_other_notes_are_printed(tmp_path: Path, kind: DocumentKind) -> None:
    module, name = kind.about.writer.split(":")
    target = tmp_path / f"document{kind.about.suffix}"
    getattr(import_module(module), name)(noted(), target)
    found = read(target)
    assert all(f"{PRINTED} {one.value}" in found for one in NoteKind)


def test_one_rule_says_what_is_printed_and_every_paper_takes_it() -> None:
    rules = ground_rules()
    assert [rule for rule in rules if "printed" in rule and "kept off paper" in rule]
    assert not [rule for rule in rules if "What is said here stays here" in rule]
    record = make_day()
    assert brief_content(record.workshop).ground_rules == rules
    assert script_content(record).ground_rules == rules
