"""The cells of one sheet of a workbook as text, line by line, counted while they are read."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta

from .answer_limits import MAX_CELLS, MAX_COLUMNS, Record
from .sheet_notes import MAX_MERGED, MAX_TOLD, SheetNotes, column_number
from .xlsx_parts import MAX_CHARACTERS, Attributes, TooMuch, parsed, plain

_NEVER_WORKED_OUT = ("", "0")
"""What tools write where only a spreadsheet would work a formula out."""
_DIGITS = "0123456789"
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no zones
_LEAP = 60
"""Excel has a 29th of February 1900; days before it are one less."""
_FROM_1904 = 1_462


class Cells:
    """Takes what a sheet's XML tells and gives its lines; `notes` what is odd about it."""

    def __init__(self, strings: Sequence[str], dates: Collection[str], *, from_1904: bool) -> None:
        self.notes = SheetNotes()
        self._strings, self._dates = strings, dates
        self._days = _FROM_1904 if from_1904 else 0
        self._columns: dict[str, int] = {}
        self._done: list[Record] = []
        self._row: list[str] = []
        self._number, self._place = 0, 0
        self._seen, self._length = 0, 0
        self._kind, self._look = "n", ""
        self._text = ""
        self._takes = False
        self._has_formula = False
        self._prefix: str | None = None

    def lines(self, packed: zipfile.ZipFile, part: str) -> Iterator[Record]:
        """Yield the number and cells of each line that the sheet has; raise TooMuch."""
        for _ in parsed(packed, part, self._begin, self._finish, self._characters):
            yield from self._done
            self._done = []
            if self._seen > MAX_CELLS or self._length > MAX_CHARACTERS:
                raise TooMuch

    def _begin(self, tag: str, given: Attributes) -> None:
        if self._prefix is None:
            self._prefix = tag[: tag.index(":") + 1] if ":" in tag else ""
        if self._prefix:
            tag = tag.removeprefix(self._prefix)
        if tag == "c":
            self._begin_cell(given)
        elif tag in {"v", "t"}:
            self._takes = True
        elif tag == "row":
            self._begin_row(given)
        elif tag == "f":
            self._has_formula = True
        elif tag == "rPh":
            self._kind = "spoken"
        elif tag == "col":
            self._meet_column(given)
        elif tag == "mergeCell":
            self._meet_merged(given.get("ref", ""))

    def _begin_row(self, given: Attributes) -> None:
        number = given.get("r", "")
        known = number.isascii() and number.isdigit() and len(number) <= 7
        self._number = int(number) if known else self._number + 1
        self._row, self._place = [], 0
        if given.get("hidden") in {"1", "true"} and len(self.notes.hidden_rows) < MAX_TOLD:
            self.notes.hidden_rows.append(self._number)

    def _begin_cell(self, given: Attributes) -> None:
        at = given.get("r")
        self._place = self._place + 1 if at is None else self._column(at.rstrip(_DIGITS))
        self._kind, self._look = given.get("t", "n"), given.get("s", "")
        self._text = ""
        self._has_formula = False
        self._seen += 1

    def _column(self, letters: str) -> int:
        place = self._columns.get(letters)
        if place is None:
            place = self._columns[letters] = column_number(letters)
        return place

    def _characters(self, data: str) -> None:
        if self._takes:
            self._text += data

    def _finish(self, tag: str) -> None:
        if self._prefix:
            tag = tag.removeprefix(self._prefix)
        if tag == "c":
            self._finish_cell()
        elif tag in {"v", "t"}:
            self._takes = False
        elif tag == "row":
            self._done.append((self._number, self._row))
            self._row = []
        elif tag == "rPh":
            self._kind = "inlineStr"

    def _finish_cell(self) -> None:
        text, place, row = self._text, self._place, self._row
        if self._has_formula and text in _NEVER_WORKED_OUT:
            self.notes.add_formula(self._number, place)
        if not text or not 0 < place <= MAX_COLUMNS:
            return
        self._length += len(text)
        if self._kind == "s":
            text = self._strings[int(text)]
        elif self._kind == "n":
            text = self._shown_number(text)
        else:
            text = _shown(text, self._kind)
        if place == len(row) + 1:
            row.append(text)
            return
        row.extend([""] * (place - len(row)))
        row[place - 1] = text

    def _shown_number(self, text: str) -> str:
        """Return a number as a person sees it: a date as a date, a whole one without decimals."""
        if self._look in self._dates:
            return _date(float(text) + self._days)
        if text.isdigit():
            return text
        number = float(text)
        return str(int(number)) if number.is_integer() and abs(number) < 10**15 else str(number)

    def _meet_column(self, given: Attributes) -> None:
        if given.get("hidden") in {"1", "true"}:
            first, last = int(given.get("min", "0")), int(given.get("max", "0"))
            last = min(last, first + MAX_TOLD, MAX_COLUMNS)
            self.notes.hidden_columns += range(first, last + 1)

    def _meet_merged(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        if last and len(self.notes.merged) < MAX_MERGED:
            self.notes.merged.append((*_corner(first), *_corner(last)))


def _shown(text: str, kind: str) -> str:
    if kind == "b":
        return "True" if text == "1" else "False"
    return plain(text)


def _date(serial: float) -> str:
    """Return a day and time that a sheet counts in days, a part of a day as a time."""
    try:
        moment = _FIRST_DAY + timedelta(days=serial + (1 if serial < _LEAP else 0))
    except OverflowError:
        return str(serial)
    moment = (moment + timedelta(microseconds=500)).replace(microsecond=0)
    return moment.time().isoformat() if 0 <= serial < 1 else moment.isoformat()


def _corner(reference: str) -> tuple[int, int]:
    letters = reference.rstrip(_DIGITS)
    digits = reference[len(letters) :]
    return int(digits) if digits and len(digits) < 8 else 0, column_number(letters)
