"""A table from a sheet of LibreOffice, read piece by piece with limits on what is repeated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.texts import phrase

from .answer_limits import MAX_COLUMNS, Counted, Form, Record

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
KIND = b"application/vnd.oasis.opendocument.spreadsheet"
CONTENT = "content.xml"


def is_ods(packed: zipfile.ZipFile) -> bool:
    """Tell whether a zip file is a sheet of LibreOffice."""
    names = packed.namelist()
    return CONTENT in names and "mimetype" in names and packed.read("mimetype")[:60].strip() == KIND


def ods_table(content: bytes, file: str, sheet: str = "") -> AnswerTable:
    """Return a sheet's cells as text: the named one, else the first in which something stands."""
    form = Form(file)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        _refuse_entities(packed, form)
        names = _names(packed)
        if not names:
            raise form.whole(phrase("{file} has no sheet. Choose another file", file=form.file))
        wanted = sheet if sheet in names else _first_filled(packed, names)
        return Counted(form).take(_records(packed, wanted)).sheet_table(names, wanted)


def _refuse_entities(packed: zipfile.ZipFile, form: Form) -> None:
    """Refuse a document type, in which entities could grow without end; no sheet has one."""
    with packed.open(CONTENT) as stream:
        begin = stream.read(4_000).replace(b"\0", b"").upper()
    if b"<!" in begin.replace(b"<!--", b""):
        raise form.unreadable()


def _names(packed: zipfile.ZipFile) -> tuple[str, ...]:
    names: list[str] = []
    with packed.open(CONTENT) as stream:
        for event, one in iterparse(stream, events=("start", "end")):  # noqa: S314 - no entities
            if event == "start" and one.tag == _TABLE + "table":
                names.append(one.get(_TABLE + "name", ""))
            elif event == "end" and one.tag == _TABLE + "table-row":
                one.clear()
    return tuple(names)


def _first_filled(packed: zipfile.ZipFile, names: tuple[str, ...]) -> str:
    return next((n for n in names if next(_filled(packed, n), None) is not None), names[0])


def _filled(packed: zipfile.ZipFile, sheet: str) -> Iterator[Record]:
    return (record for record in _records(packed, sheet) if any(c.strip() for c in record[1]))


def _records(packed: zipfile.ZipFile, sheet: str) -> Iterator[Record]:
    """Yield the lines of one sheet; a line that is repeated empty only moves the number on."""
    number, inside = 0, False
    with packed.open(CONTENT) as stream:
        for event, one in iterparse(stream, events=("start", "end")):  # noqa: S314 - as above
            if one.tag == _TABLE + "table":
                if inside and event == "end":
                    return
                inside = event == "start" and one.get(_TABLE + "name", "") == sheet
            elif event == "end" and one.tag == _TABLE + "table-row":
                if inside:
                    cells, times = _cells(one), _repeated(one, "number-rows-repeated")
                    filled = any(cell.strip() for cell in cells)
                    for n in range(times if filled else 1):
                        yield number + n + 1, cells
                    number += times
                one.clear()


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for one in row:
        if one.tag in {_TABLE + "table-cell", _TABLE + "covered-table-cell"}:
            times = _repeated(one, "number-columns-repeated")
            cells += [_text(one)] * min(times, MAX_COLUMNS - len(cells))
            if len(cells) >= MAX_COLUMNS:
                break
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _repeated(one: Element, name: str) -> int:
    text = one.get(_TABLE + name, "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 7 else 1


def _text(cell: Element) -> str:
    """Return what a person sees in a cell, a whole number without its decimals."""
    value = cell.get(_OFFICE + "value")
    if value is not None and cell.get(_OFFICE + "value-type") == "float":
        return value.removesuffix(".0")
    lines = ["".join(one.itertext()) for one in cell if one.tag == _TEXT + "p"]
    return "\n".join(lines)
