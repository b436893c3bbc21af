"""The progress sheet as a workbook: a form that owners fill in and that comes back in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.progress import HOW, ProgressLine, progress_columns, progress_sheet
from desktop_app.domain.earlier import MAX_WORD, Standing
from desktop_app.domain.progress_form import COLUMN, form_mark
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.speech import said, say
from desktop_app.words.standings import standing_button

from .packing import packed_alike
from .workbook_about import about

_WIDTHS = (44, 24, 13, 16, 40, 14)
_HEADER = {"bold": True, "bg_color": "#0b6e69", "font_color": "#ffffff", "text_wrap": True}
_TO_FILL_IN = {"bg_color": "#fff6e3", "border": 1, "border_color": "#ecd9a8"}


def write_progress_form(record: WorkshopRecord, target: Path) -> None:
    """Write the form to `target` as XLSX; raise OutputProblem or DiskFull."""
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(about(record.workshop, said(DocumentKind.PROGRESS_FORM.about.title)))
    _fill(book, record)
    book.close()
    with write_atomically(target) as file:
        file.write(packed_alike(held.getvalue()))


def _fill(book: Any, record: WorkshopRecord) -> None:
    sheet = book.add_worksheet(say("Progress")[:31])
    head = book.add_format(_HEADER)
    # The first column says to whoever takes the form in whose each row is.
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.write_string(0, 0, form_mark(record.workshop.identity))
    for place, title in enumerate(progress_columns()[1:], start=1):
        sheet.set_column(place, place, _WIDTHS[place - 1])
        sheet.write_string(0, place, title, head)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    looks = {
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        "fill": book.add_format(_TO_FILL_IN | {"text_wrap": True, "valign": "top"}),
        "fill_day": book.add_format(
            _TO_FILL_IN | {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}
        ),
    }
    lines = progress_sheet(record).lines
    for place, line in enumerate(lines, start=1):
        _write(sheet, place, line, looks)
    if lines:
        _offer(sheet, len(lines))


def _write(sheet: Any, place: int, line: ProgressLine, looks: dict[str, Any]) -> None:
    known, at = line.known, COLUMN
    sheet.write_string(place, 0, line.key)
    sheet.write_string(place, 1, line.title, looks["text"])
    sheet.write_string(place, 2, line.owner, looks["text"])
    if line.due:
        sheet.write_datetime(place, 3, line.due, looks["day"])
    standing = standing_button(known.standing) if known.standing else ""
    for column, text in ((at.STANDING, standing), (at.WORD, known.word)):
        sheet.write_string(place, column, text, looks["fill"])
    if known.due:
        sheet.write_datetime(place, at.DUE, known.due, looks["fill_day"])
    else:
        sheet.write_blank(place, at.DUE, None, looks["fill_day"])


def _offer(sheet: Any, rows: int) -> None:
    """Offer what can have become of a commitment, and say what the form wants."""
    for column, rule in ((COLUMN.STANDING, _standing_rule()), (COLUMN.WORD, _word_rule())):
        sheet.data_validation(1, column, rows, column, rule)
    sheet.merge_range(rows + 2, 1, rows + 2, COLUMN.DUE, said(HOW))
    sheet.set_row(rows + 2, 48)


def _standing_rule() -> dict[str, Any]:
    return {
        "validate": "list",
        "source": [standing_button(one) for one in Standing],
        "error_title": say("Not in the list"),
        "error_message": say("Choose from the list what has become of it, or leave it empty."),
    }


def _word_rule() -> dict[str, Any]:
    return {
        "validate": "length",
        "criteria": "<=",
        "value": MAX_WORD,
        "error_title": say("Too long"),
        "error_message": say(
            "At most {count} characters can be kept. Say it shorter.", count=MAX_WORD
        ),
    }
