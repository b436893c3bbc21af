"""Ballots from a workbook: the same rows as in a CSV file, read from one of its sheets.

The only module that knows openpyxl. A workbook is a zip file of XML that anybody may have made:
its unpacked size is asked before it is opened, and whatever is wrong inside is one sentence.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from desktop_app.domain.ballot_rows import COLUMNS, BallotTable
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.rounds import FileBallot
from desktop_app.domain.texts import phrase

from .ballots_file import MAX_COLUMNS, Form, Record, as_table, ballots, file_bytes

MAX_UNPACKED = 300_000_000
_ZIP = b"PK\x03\x04"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def is_workbook(content: bytes) -> bool:
    """Tell by its first bytes whether a file is a workbook, of the new kind or the old."""
    return content.startswith((_ZIP, _OLD_OR_LOCKED))


class XlsxBallots:
    """Reads the first sheet, or a named one; a part of domain.ports.BallotFiles."""

    def read(self, path: Path, framework: Framework) -> tuple[FileBallot, ...]:
        """Return every ballot of a workbook's first sheet; raise FileProblem."""
        table = self.table(path)
        rows: list[Record] = [(1, list(table.header))]
        rows += [(number, list(cells)) for number, cells in table.rows]
        return ballots(iter(rows), framework, Form(path.name))

    def table(self, path: Path, sheet: str = "") -> BallotTable:
        """Return a sheet's cells as text: the named one, else the first with a fitting header."""
        form = Form(path.name)
        content = file_bytes(path)
        _check_container(content, form)
        try:
            return _table(content, sheet, form)
        except FileProblem:
            raise
        except Exception as error:  # a workbook can be wrong in more ways than openpyxl names
            raise form.whole(
                phrase("{file} is not a workbook that can be read. Save it again", file=form.file)
            ) from error


def _check_container(content: bytes, form: Form) -> None:
    if content.startswith(_OLD_OR_LOCKED):
        raise form.whole(
            phrase(
                "{file} is protected by a password or from an old Excel. Save it as .xlsx "
                "without a password",
                file=form.file,
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise form.whole(
            phrase("{file} is not a workbook that can be read. Save it again", file=form.file)
        ) from error
    if unpacked > MAX_UNPACKED:
        raise form.whole(
            phrase("{file} is far too large when unpacked. Choose the right file", file=form.file)
        )


def _table(content: bytes, sheet: str, form: Form) -> BallotTable:
    from openpyxl import load_workbook  # noqa: PLC0415 - seldom needed

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
            chosen = next((s for s in sheets if s.title == sheet), None) or _fitting(sheets)
            return as_table(_records(chosen), form, names, chosen.title)


def _fitting(sheets: Sequence[Any]) -> Any:
    """Return the first sheet whose header names a statement and a rating, or the first."""
    for sheet in sheets:
        _number, header = next(_records(sheet), (1, []))
        if {COLUMNS[0], COLUMNS[3]} <= {cell.strip().casefold() for cell in header}:
            return sheet
    return sheets[0]


def _records(sheet: Any) -> Iterator[Record]:
    # The size that a sheet claims may be wrong in either direction.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [_text(value) for value in row[:MAX_COLUMNS]]
        if any(cell.strip() for cell in cells):
            yield number, cells


def _text(value: object) -> str:
    """Return a cell as a person sees it, a whole number without its decimals."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)
