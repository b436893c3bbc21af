"""Ballots from a CSV file made elsewhere: all of them, or a sentence about the first bad line.

Knows the framework the ballots are for, and no library.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.rounds import Ballot, FileBallot

COLUMNS = ("statement", "round", "group", "rating")
MAX_BYTES = 20_000_000
MAX_ROWS = 200_000
MAX_GROUP = 80
MAX_ROUND = 99
_QUOTED = 40

Line = tuple[int, dict[str, str]]


class CsvBallots:
    """Reads `statement,round,group,rating`; implements domain.ports.BallotFiles."""

    def read(self, path: Path, framework: Framework) -> tuple[FileBallot, ...]:
        """Return every ballot of a CSV file; raise FileProblem naming the first bad line."""
        form = _Form(path.name, frozenset(s.id for s in framework.statements), framework.scale.size)
        text = _text(path)
        found: list[FileBallot] = []
        first_line: dict[tuple[str, int], int] = {}
        for number, cells in _lines(text, form):
            ballot = form.ballot(number, cells)
            first_line.setdefault((ballot.statement_id, ballot.ordinal), number)
            found.append(ballot)
        if not found:
            raise form.whole("has no ballots. Add one line for each ballot")
        _check_rounds(first_line, form)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Form:
    """What a good line of this file looks like, and how to say that one is not."""

    file: str
    statements: frozenset[str]
    points: int

    def ballot(self, number: int, cells: dict[str, str]) -> FileBallot:
        statement = cells["statement"].strip()
        if statement not in self.statements:
            raise self.line(
                number, "{quoted} is not a statement of the framework. Use ids such as {ids}",
                quoted=_quoted(statement), ids=", ".join(sorted(self.statements)[:3]),
            )  # fmt: skip
        group = cells["group"].strip()
        if len(group) > MAX_GROUP:
            raise self.line(
                number, "the group name is longer than {limit} characters. Shorten it",
                limit=MAX_GROUP,
            )  # fmt: skip
        ordinal = self._ordinal(number, cells["round"].strip())
        point = self._point(number, cells["rating"].strip())
        return FileBallot(statement, ordinal, Ballot(point, group))

    def _ordinal(self, number: int, cell: str) -> int:
        if not cell:
            return 1
        ordinal = _whole_number(cell)
        if ordinal is None or not 1 <= ordinal <= MAX_ROUND:
            raise self.line(
                number, "{quoted} is not a round. Write 1, 2 and so on, or leave it empty for 1",
                quoted=_quoted(cell),
            )  # fmt: skip
        return ordinal

    def _point(self, number: int, cell: str) -> int:
        if not cell or cell.casefold() in {"cannot say", "can't say", "can’t say"}:
            return CANNOT_SAY
        point = _whole_number(cell)
        if point is None or not 1 <= point <= self.points:
            raise self.line(
                number,
                "{quoted} is not a rating from 1 to {points}. Change it, or leave it empty for"
                " can't say",
                quoted=_quoted(cell), points=self.points,
            )  # fmt: skip
        return point

    def line(self, number: int, mistake: str, **fields: object) -> FileProblem:
        """Return the problem with one line."""
        template = "{file}, line {line}: " + mistake + ". Nothing was imported."
        return FileProblem(template, file=self.file, line=number, **fields)

    def whole(self, mistake: str, **fields: object) -> FileProblem:
        """Return the problem with the file as a whole."""
        template = "{file} " + mistake + ". Nothing was imported."
        return FileProblem(template, file=self.file, **fields)


def _quoted(cell: str) -> str:
    """Return a cell for a sentence: short, and with nothing that breaks the line."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)
    return f'"{shown[:_QUOTED]}…"' if len(shown) > _QUOTED else f'"{shown}"'


def _whole_number(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= 3 else None


def _text(path: Path) -> str:
    """Return the file's text; its size is asked before anything is read."""
    form = _Form(path.name, frozenset(), 0)
    try:
        if path.exists() and not path.is_file():
            raise form.whole("is not a file. Choose another")
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise _too_large(form)
            # One byte more than allowed, for a file that grows meanwhile.
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise form.whole("cannot be read ({reason}). Choose another file", reason=reason) from error
    if len(content) > MAX_BYTES:
        raise _too_large(form)
    return _decoded(content, form)


def _too_large(form: _Form) -> FileProblem:
    return form.whole(
        "is larger than {limit} MB. Ballots of one workshop need far less: choose the right file",
        limit=MAX_BYTES // 1_000_000,
    )


def _decoded(content: bytes, form: _Form) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise form.line(
            number, "the text is not UTF-8. Save the file again as CSV with UTF-8"
        ) from error
    if "\0" in text:
        number = text.count("\n", 0, text.index("\0")) + 1
        raise form.line(number, "this is not text. Save the file again as CSV with UTF-8")
    if not text.strip():
        raise form.whole("is empty. Begin it with the line {header}", header=",".join(COLUMNS))
    return text


def _lines(text: str, form: _Form) -> Iterator[Line]:
    """Yield line numbers with cells by column; empty lines are passed over."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    number, count, before = 0, 0, 0
    try:
        for row in rows:
            number, before = before + 1, rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if header is None:
                header = _header(row, number, form)
                continue
            count += 1
            if count > MAX_ROWS:
                raise form.line(
                    number, "there are more than {limit} ballots. Split the file", limit=MAX_ROWS
                )
            if len(row) != len(header):
                raise form.line(
                    number, "there are {found} values instead of {wanted}. Check the commas",
                    found=len(row), wanted=len(header),
                )  # fmt: skip
            yield number, dict(zip(header, row, strict=True))
    except csv.Error as error:
        raise form.line(
            before + 1, "the quotation marks do not match, or a value is far too long. Correct it"
        ) from error


def _header(row: list[str], number: int, form: _Form) -> list[str]:
    names = [cell.strip().casefold() for cell in row]
    if missing := [name for name in COLUMNS if name not in names]:
        raise form.line(
            number, "the column {column} is missing. The first line must be {header}",
            column=_quoted(missing[0]), header=",".join(COLUMNS),
        )  # fmt: skip
    for place, name in enumerate(names):
        if name not in COLUMNS or name in names[:place]:
            raise form.line(
                number, "there is a column too many, {column}. The first line must be {header}",
                column=_quoted(row[place].strip()), header=",".join(COLUMNS),
            )  # fmt: skip
    return names


def _check_rounds(first_line: dict[tuple[str, int], int], form: _Form) -> None:
    """Refuse a second round without a first; the earliest such line is named."""
    gaps = [
        (number, statement, ordinal)
        for (statement, ordinal), number in first_line.items()
        if ordinal > 1 and (statement, ordinal - 1) not in first_line
    ]
    if gaps:
        number, statement, ordinal = min(gaps)
        raise form.line(
            number, "statement {statement} has a round {ordinal} but no round {before}. Number"
            " its rounds from 1", statement=statement, ordinal=ordinal, before=ordinal - 1,
        )  # fmt: skip
