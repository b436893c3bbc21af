"""A table from a workbook of Excel's kind: one of its sheets, and what was odd about it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.texts import phrase

from .answer_limits import MAX_EMPTY, Counted, Form, Record
from .sheet_notes import notes_on
from .xlsx_cells import Cells
from .xlsx_parts import Sheet, TooMuch, Workbook, dates_of, strings_of, workbook_of

LOOK = 30
SEVERAL = 20
"""Of more sheets only the first so many are looked at."""


class _Reader(NamedTuple):
    packed: zipfile.ZipFile
    strings: list[str]
    dates: frozenset[str]
    from_1904: bool

    def cells(self) -> Cells:
        """Return what takes the cells of one sheet."""
        return Cells(self.strings, self.dates, from_1904=self.from_1904)


def xlsx_table(content: bytes, file: str, sheet: str = "") -> AnswerTable:
    """Return a sheet's cells as text: the named one, else the one with the most in its top."""
    form = Form(file)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        try:
            return _table(packed, form, sheet)
        except TooMuch as error:
            raise form.too_much() from error


def _table(packed: zipfile.ZipFile, form: Form, sheet: str) -> AnswerTable:
    book = workbook_of(packed)
    sheets = [one for one in book.sheets if one.is_visible]
    if not sheets:
        if not book.sheets:
            raise form.unreadable()
        raise form.whole(phrase("{file} has no sheet. Choose another file", file=form.file))
    reader = _reader(packed, book)
    chosen = next((one for one in sheets if one.name == sheet), None) or _fullest(sheets, reader)
    cells = reader.cells()
    counted = Counted(form).take(_with_gaps(cells.lines(packed, chosen.part)))
    counted.told += notes_on(cells.notes, {number for number, _ in counted.rows})
    table = counted.sheet_table(tuple(one.name for one in sheets), chosen.name)
    return replace(table, merged=tuple(cells.notes.merged))


def _reader(packed: zipfile.ZipFile, book: Workbook) -> _Reader:
    strings = strings_of(packed, book.strings)
    return _Reader(packed, strings, dates_of(packed, book.styles), book.from_1904)


def _fullest(sheets: list[Sheet], reader: _Reader) -> Sheet:
    """Return the sheet with the most cells filled in its first lines; of equal ones the first."""
    if len(sheets) == 1:
        return sheets[0]
    return max(sheets[:SEVERAL], key=partial(_filled, reader))


def _filled(reader: _Reader, sheet: Sheet) -> int:
    lines = islice(reader.cells().lines(reader.packed, sheet.part), LOOK)
    return sum(1 for _, row in lines for cell in row if cell.strip())


def _with_gaps(records: Iterable[Record]) -> Iterator[Record]:
    """Yield lines, and one more where so many are left out that the sheet is over."""
    before = 0
    for number, cells in records:
        if number - before > MAX_EMPTY + 1:
            yield before + MAX_EMPTY + 1, []
        before = number
        yield number, cells
