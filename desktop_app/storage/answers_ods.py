"""A table from a sheet of LibreOffice, read piece by piece with limits on what is repeated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.texts import phrase

from .answer_limits import Counted, Form, Record
from .ods_cells import Found, OdsCells
from .sheet_notes import notes_on
from .xlsx_parts import CHUNK, TooMuch, parsed

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
CONTENT = "content.xml"
LOOK = 30
MAX_ELEMENTS = 2_000_000
"""A cell with a text has two: so many have 200,000 answers a line each, or 20,000 people."""


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
    _check_elements(packed)
    cells = OdsCells()
    found = _fullest(_lines(packed, cells), cells.names, form, sheet)
    names = tuple(cells.names)
    if not names:
        raise form.whole(phrase("{file} has no sheet. Choose another file", file=form.file))
    if found.problem is not None:
        raise found.problem
    counted, noted = found.counted, cells.noted[found.at]
    counted.told += notes_on(noted, {number for number, _ in counted.rows})
    table = counted.sheet_table(names, names[found.at])
    return replace(table, merged=tuple(noted.merged))


def _check_elements(packed: zipfile.ZipFile) -> None:
    """Count the elements, which takes a moment, before any is read, which does not."""
    count = 0
    with packed.open(CONTENT) as stream:
        while piece := stream.read(CHUNK):
            count += piece.count(b"<") - piece.count(b"</")
            if count > MAX_ELEMENTS:
                raise TooMuch


def _lines(packed: zipfile.ZipFile, cells: OdsCells) -> Iterator[Found]:
    """Yield each line of each sheet with the place of its sheet; raise TooMuch."""
    take = cells.begin, cells.finish, cells.characters
    for _ in parsed(packed, CONTENT, *take, with_spaces=True):
        yield from cells.done()
    yield from cells.done()


def _fullest(lines: Iterable[Found], names: Sequence[str], form: Form, wanted: str) -> _Sheet:
    """Return the sheet that is wanted, else of those with the most in their top the first.

    All are read, as their file is one, and at most two of them are held at a time.
    """
    best = _Sheet(0, Counted(form))
    for at, found in groupby(lines, key=itemgetter(0)):
        if names[best.at] == wanted and at != best.at:
            continue  # its lines are passed over
        sheet = _Sheet(at, Counted(form))
        sheet.take(line for _, line in found)
        if names[at] == wanted or sheet.filled > best.filled:
            best = sheet
    return best


@dataclass
class _Sheet:
    """A sheet's place and lines; what is wrong with them is told only if it is chosen."""

    at: int
    counted: Counted
    problem: FileProblem | None = None

    def take(self, lines: Iterable[Record]) -> None:
        """Take lines while there are not too many."""
        try:
            self.counted.take(lines)
        except FileProblem as problem:
            self.problem = problem

    @property
    def filled(self) -> int:
        """Return how many cells are filled in the first lines, or in the first there is."""
        rows = self.counted.rows
        top = [row for number, row in rows if number <= LOOK] or [row for _, row in rows[:1]]
        return sum(1 for row in top for cell in row if cell.strip())
