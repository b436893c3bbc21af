"""The cells of LibreOffice's sheets as text, line by line, counted while they are read."""

from __future__ import annotations

from collections.abc import Iterator

from .answer_limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Record
from .sheet_notes import MAX_MERGED, MAX_TOLD, SheetNotes
from .xlsx_parts import MAX_CHARACTERS, MAX_SHEETS, Attributes, TooMuch

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_HIDDEN = ("collapse", "filter")
MAX_GIVEN = 2_000_000
"""So many lines are given of all sheets together, those that are repeated included."""
Found = tuple[int, Record]
"""The place of a sheet, and one of its lines."""


class OdsCells:
    """Takes what the XML of the sheets tells and gives their lines.

    `names` of the sheets met so far, `noted` what is odd about each.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.noted: list[SheetNotes] = []
        self._done: list[tuple[int, int, int, list[str]]] = []
        self._number, self._column = 0, 0
        self._times = 1
        self._row: list[str] = []
        self._cell: Attributes = {}
        self._lines: list[str] = []
        self._inside = ""
        """What is being read: a cell, a paragraph in it, or a note beside it."""
        self._seen, self._length, self._given = 0, 0, 0

    def done(self) -> Iterator[Found]:
        """Yield the lines that are complete, those that are repeated again and again."""
        done, self._done = self._done, []
        for sheet, number, times, cells in done:
            self._given += times
            if self._given > MAX_GIVEN:
                raise TooMuch
            for more in range(times):
                yield sheet, (number + more, cells)
        if self._seen > MAX_CELLS or self._length > MAX_CHARACTERS:
            raise TooMuch

    def begin(self, tag: str, given: Attributes) -> None:
        """Take the beginning of an element."""
        if tag.startswith(_TABLE):
            self._begin_of_table(tag[len(_TABLE) :], given)
        elif tag.startswith(_TEXT) and self._inside in {"cell", "text"}:
            self._begin_of_text(tag[len(_TEXT) :], given)
        elif tag == _OFFICE + "annotation":
            self._inside = "note"

    def _begin_of_table(self, name: str, given: Attributes) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            self._cell, self._lines, self._inside = given, [], "cell"
            self._seen += 1
        elif name == "table-row":
            self._row = []
            self._times = _repeated(given, "number-rows-repeated")
            notes = self.noted[-1] if self.noted else SheetNotes()
            if given.get(_TABLE + "visibility") in _HIDDEN and len(notes.hidden_rows) < MAX_TOLD:
                notes.hidden_rows.append(self._number + 1)
        elif name == "table":
            self._begin_sheet(given)
        elif name == "table-column":
            self._meet_column(given)

    def _begin_sheet(self, given: Attributes) -> None:
        if len(self.names) > MAX_SHEETS:
            raise TooMuch
        self.names.append(given.get(_TABLE + "name", ""))
        self.noted.append(SheetNotes())
        self._number, self._column = 0, 0

    def _meet_column(self, given: Attributes) -> None:
        times = _repeated(given, "number-columns-repeated")
        if given.get(_TABLE + "visibility") in _HIDDEN and self.noted:
            last = min(self._column + min(times, MAX_TOLD), MAX_COLUMNS)
            self.noted[-1].hidden_columns += range(self._column + 1, last + 1)
        self._column += times

    def _begin_of_text(self, name: str, given: Attributes) -> None:
        if name == "p" and self._inside == "cell":
            self._lines.append("")
            self._inside = "text"
        elif self._inside == "text" and name in {"s", "tab", "line-break"}:
            spaces = min(_number(given.get(_TEXT + "c", "1")), MAX_COLUMNS)
            self.characters({"tab": "\t", "line-break": "\n"}.get(name, " " * spaces))

    def characters(self, data: str) -> None:
        """Take a piece of text."""
        if self._inside == "text":
            self._lines[-1] += data
            self._length += len(data)

    def finish(self, tag: str) -> None:
        """Take the end of an element."""
        if (tag == _TEXT + "p" and self._inside == "text") or tag == _OFFICE + "annotation":
            self._inside = "cell"
        elif tag in {_TABLE + "table-cell", _TABLE + "covered-table-cell"}:
            self._finish_cell()
        elif tag == _TABLE + "table-row":
            self._finish_row()

    def _finish_cell(self) -> None:
        self._inside = ""
        text, row = _shown(self._cell, self._lines), self._row
        times = _repeated(self._cell, "number-columns-repeated")
        self._note(text)
        row += [text] * min(times, MAX_COLUMNS - len(row))

    def _note(self, text: str) -> None:
        given = self._cell
        wide = _number(given.get(_TABLE + "number-columns-spanned", "1"))
        high = _number(given.get(_TABLE + "number-rows-spanned", "1"))
        if not self.noted:
            return
        notes, line, column = self.noted[-1], self._number + 1, len(self._row) + 1
        if (wide > 1 or high > 1) and len(notes.merged) < MAX_MERGED:
            notes.merged.append((line, column, line + high - 1, column + wide - 1))
        if _TABLE + "formula" in given and text in {"", "0"}:
            notes.add_formula(line, column)

    def _finish_row(self) -> None:
        row = self._row
        while row and not row[-1].strip():
            row.pop()
        # A line that is repeated empty only moves the number on.
        times = self._times if any(cell.strip() for cell in row) else 1
        self._done.append((len(self.names) - 1, self._number + 1, min(times, MAX_ROWS + 1), row))
        self._number += self._times
        self._row = []


def _repeated(given: Attributes, name: str) -> int:
    return max(1, _number(given.get(_TABLE + name, "1")))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 7 else 1


def _shown(given: Attributes, lines: list[str]) -> str:
    """Return what a person sees in a cell, a whole number without its decimals."""
    value = given.get(_OFFICE + "value")
    if value is not None and given.get(_OFFICE + "value-type") == "float":
        return value.removesuffix(".0")
    return "\n".join(lines)
