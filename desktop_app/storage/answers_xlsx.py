"""A table from a workbook of Excel's kind: one of its sheets.

The only module that knows openpyxl. A workbook is a zip file of XML that anybody may have made:
its unpacked size is asked before it is opened, and whatever is wrong inside is one sentence.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from typing import Any

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.texts import phrase

from .answer_limits import MAX_COLUMNS, Counted, Form, Record

LOOK = 30


def xlsx_table(content: bytes, file: str, sheet: str = "") -> AnswerTable:
    """Return a sheet's cells as text: the named one, else the one with the most in its top."""
    from openpyxl import load_workbook  # noqa: PLC0415 - seldom needed

    form = Form(file)
    with warnings.catch_warnings():
        # It warns of what it leaves out, such as drop-down lists; the cells are all there.
        warnings.simplefilter("ignore")
        workbook = load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
        with closing(workbook):
            sheets = [s for s in workbook.worksheets if s.sheet_state == "visible"]
            if not sheets:
                raise form.whole(phrase("{file} has no sheet. Choose another file", file=form.file))
            names = tuple(s.title for s in sheets)
            chosen = next((s for s in sheets if s.title == sheet), None) or _fullest(sheets)
            return Counted(form).take(_records(chosen)).sheet_table(names, chosen.title)


def _fullest(sheets: list[Any]) -> Any:
    """Return the sheet with the most cells filled in its first lines; of equal ones the first."""
    if len(sheets) == 1:
        return sheets[0]
    return max(sheets, key=_filled)


def _filled(sheet: Any) -> int:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=LOOK, max_col=MAX_COLUMNS, values_only=True)
    return sum(1 for row in rows for cell in row if cell is not None)


def _records(sheet: Any) -> Iterator[Record]:
    # The size that a sheet claims may be wrong in either direction.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield number, [_text(value) for value in row[:MAX_COLUMNS]]


def _text(value: object) -> str:
    """Return a cell as a person sees it, a whole number without its decimals."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)
