"""A table from a sheet of LibreOffice, read piece by piece with limits on what is repeated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.texts import phrase

from .answer_limits import Counted, Form, Record
from .ods_cells import OdsCells
from .sheet_notes import notes_on
from .xlsx_parts import MAX_SHEETS, TooMuch, parsed

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
CONTENT = "content.xml"
LOOK = 30


def is_ods(packed: zipfile.ZipFile) -> bool:
    """Tell whether a zip file is a sheet of LibreOffice."""
    names = packed.namelist()
    return CONTENT in names and "mimetype" in names and packed.read("mimetype")[:60].strip() == KIND


def ods_table(content: bytes, file: str, sheet: str = "") -> AnswerTable:
    """Return a sheet's cells as text: the named one, else the one with the most in its top."""
    form = Form(file)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        try:
            return _table(packed, form, sheet)
        except TooMuch as error:
            raise form.too_much() from error


def _table(packed: zipfile.ZipFile, form: Form, sheet: str) -> AnswerTable:
    names, fullest = _looked_at(packed)
    if not names:
        raise form.whole(phrase("{file} has no sheet. Choose another file", file=form.file))
    wanted = names.index(sheet) if sheet in names else fullest
    cells = OdsCells()
    counted = Counted(form).take(record for at, record in _lines(packed, cells) if at == wanted)
    told = cells.noted[wanted]
    counted.told += notes_on(told, {number for number, _ in counted.rows})
    table = counted.sheet_table(names, names[wanted])
    return replace(table, merged=tuple(told.merged))


def _lines(packed: zipfile.ZipFile, cells: OdsCells) -> Iterator[tuple[int, Record]]:
    """Yield each line of each sheet with the place of its sheet; raise TooMuch."""
    take = cells.begin, cells.finish, cells.characters
    for _ in parsed(packed, CONTENT, *take, with_spaces=True):
        yield from cells.done()
    yield from cells.done()


def _looked_at(packed: zipfile.ZipFile) -> tuple[tuple[str, ...], int]:
    """Return the names of the sheets, and the place of the one with the most in its first lines."""
    cells = OdsCells()
    filled: dict[int, int] = {}
    for at, (number, row) in _lines(packed, cells):
        if len(cells.names) > MAX_SHEETS:
            raise TooMuch
        if number <= LOOK or at not in filled:
            filled[at] = filled.get(at, 0) + sum(1 for cell in row if cell.strip())
    best = max(range(len(cells.names)), key=lambda at: filled.get(at, 0), default=0)
    return tuple(cells.names), best
