"""The results as one CSV table that spreadsheets and programs read alike.

UTF-8, a comma between values, CR LF after lines, quotation marks where a value needs them (RFC
4180). The rule against formulas: an apostrophe stands before each = + - @ (also in full width)
with which a text, or what follows a tab, line break or semicolon in it, begins. Where a list of
values is parted by semicolons, spreadsheets would otherwise begin a cell, and a formula, there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop_app.documents.tables import Cell, facts_of, results_table
from desktop_app.domain.plain_text import plain
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import limits, marks_of

_BEGINS_FORMULA = re.compile(r"(^|[;\t\r\n])(\s*)([=+\-@＝＋－＠])")
_BEGINS_WITH_BREAK = ("\t", "\r", "\n")


def write_csv(record: WorkshopRecord, target: Path) -> None:
    """Write the results for programs: UTF-8; raise OutputProblem or DiskFull."""
    _write(record, target, "utf-8")


def write_csv_for_excel(record: WorkshopRecord, target: Path) -> None:
    """Write the results for Excel, which needs a byte order mark to read UTF-8."""
    _write(record, target, "utf-8-sig")


def _write(record: WorkshopRecord, target: Path, encoding: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(_lines(record))
    with write_atomically(target) as file:
        file.write(text.getvalue().encode(encoding))


def _lines(record: WorkshopRecord) -> Iterator[list[str]]:
    """Yield the header, then the rows; what a reader must know stands at the end of each."""
    facts, workshop = facts_of(record), record.workshop
    table = results_table(facts)
    yield [
        "workshop", "date", *(column.key for column in table.columns),
        "marks", "content_status", "limits",
    ]  # fmt: skip
    head: tuple[Cell, ...] = (plain(workshop.title), workshop.held_on)
    marks = "; ".join(marks_of(workshop))
    tail: tuple[Cell, ...] = (
        marks,
        plain(workshop.framework.status),
        limits(workshop, facts.picture),
    )
    for row in table.rows:
        yield [_written(cell) for cell in (*head, *row, *tail)]


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    return cell.isoformat() if isinstance(cell, date) else f"{cell}"


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet takes it, or a part of it, for a formula."""
    guarded = _BEGINS_FORMULA.sub(r"\1\2'\3", text)
    return f"'{guarded}" if text.startswith(_BEGINS_WITH_BREAK) else guarded
