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

from desktop_app.domain.ballot_rows import (
    COLUMNS,
    BallotMistake,
    BallotRules,
    BallotTable,
    Row,
    gap,
    quoted,
)
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.refusals import refusal
from desktop_app.domain.rounds import FileBallot
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.words.parts import part_names

MAX_BYTES = 20_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 200

Record = tuple[int, list[str]]
Line = tuple[int, dict[str, str]]


class CsvBallots:
    """Reads `statement,round,group,rating`; a part of domain.ports.BallotFiles."""

    def read(self, path: Path, framework: Framework) -> tuple[FileBallot, ...]:
        """Return every ballot of a CSV file; raise FileProblem naming the first bad line."""
        form, text = Form(path.name), file_text(path)
        return ballots(records(text, form, _delimiter(text)), framework, form)

    def table(self, path: Path) -> BallotTable:
        """Return a CSV file's cells; commas, semicolons or tabs may stand between them."""
        form = Form(path.name)
        text = file_text(path)
        return as_table(records(text, form, _delimiter(text)), form)


def ballots(rows: Iterator[Record], framework: Framework, form: Form) -> tuple[FileBallot, ...]:
    """Return the ballots in rows that begin with the exact header; raise FileProblem."""
    rules = BallotRules(framework, part_names(framework.language))
    found: list[FileBallot] = []
    first_line: dict[tuple[str, int], int] = {}
    for number, cells in _lines(rows, form):
        try:
            ballot = rules.ballot(cells)
        except BallotMistake as mistake:
            raise form.line(number, mistake.phrase) from mistake
        first_line.setdefault((ballot.statement_id, ballot.ordinal), number)
        found.append(ballot)
    if not found:
        raise form.whole(
            phrase("{file} has no ballots. Add one line for each ballot", file=form.file)
        )
    _check_rounds(first_line, form)
    return tuple(found)


def as_table(
    rows: Iterator[Record], form: Form, sheets: tuple[str, ...] = (), sheet: str = ""
) -> BallotTable:
    """Return rows as a table of text, each as wide as the header; raise FileProblem."""
    first = next(rows, None)
    if first is None:
        raise form.whole(
            phrase("{file} is empty. Its first line must name the columns", file=form.file)
        )
    named = [cell.strip() for cell in first[1][:MAX_COLUMNS]]
    width = max((place for place, name in enumerate(named, 1) if name), default=0)
    header = tuple(named[:width])
    cells: list[Row] = []
    for number, row in rows:
        if len(cells) == MAX_ROWS:
            raise form.line(
                number,
                phrase("there are more than {limit} ballots. Split the file", limit=MAX_ROWS),
            )
        cells.append((number, (*row[:width], *[""] * (width - len(row)))))
    return BallotTable(form.file, header, tuple(cells), sheets, sheet)


@dataclass(frozen=True, slots=True)
class Form:
    """How to say that something in this file is not as it should be."""

    file: str

    def line(self, number: int, mistake: Phrase) -> FileProblem:
        """Return the problem with one line; the mistake begins small and has no full stop."""
        return FileProblem(
            "{file}, line {line}: {mistake}. Nothing was imported.",
            file=self.file,
            line=number,
            mistake=mistake,
        )

    def whole(self, mistake: Phrase) -> FileProblem:
        """Return the problem with the file as a whole; the mistake names it."""
        return FileProblem("{mistake}. Nothing was imported.", mistake=mistake)


def file_text(path: Path) -> str:
    """Return the file's text; its size is asked before anything is read."""
    form = Form(path.name)
    return _decoded(file_bytes(path), form)


def file_bytes(path: Path) -> bytes:
    """Return what is in a file that is not too large; raise FileProblem."""
    form = Form(path.name)
    try:
        if path.exists() and not path.is_file():
            raise form.whole(phrase("{file} is not a file. Choose another", file=form.file))
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise _too_large(form)
            # One byte more than allowed, for a file that grows meanwhile.
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise form.whole(
            phrase(
                "{file} cannot be read ({reason}). Choose another file",
                file=form.file,
                reason=refusal(error),
            )
        ) from error
    if len(content) > MAX_BYTES:
        raise _too_large(form)
    return content


def _too_large(form: Form) -> FileProblem:
    return form.whole(
        phrase(
            "{file} is larger than {limit} MB. Ballots of one workshop need far less: choose the "
            "right file",
            file=form.file,
            limit=MAX_BYTES // 1_000_000,
        )
    )


def _decoded(content: bytes, form: Form) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise form.line(
            number, phrase("the text is not UTF-8. Save the file again as CSV with UTF-8")
        ) from error
    if "\0" in text:
        number = text.count("\n", 0, text.index("\0")) + 1
        raise form.line(number, phrase("this is not text. Save the file again as CSV with UTF-8"))
    if not text.strip():
        raise form.whole(
            phrase(
                "{file} is empty. Begin it with the line {header}",
                file=form.file,
                header=",".join(COLUMNS),
            )
        )
    return text


def records(text: str, form: Form, delimiter: str = ",") -> Iterator[Record]:
    """Yield the number and cells of each line that is not empty."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    number, before = 0, 0
    try:
        for row in rows:
            number, before = before + 1, rows.line_num
            if any(cell.strip() for cell in row):
                yield number, row
    except csv.Error as error:
        raise form.line(
            before + 1,
            phrase("the quotation marks do not match, or a value is far too long. Correct it"),
        ) from error


def _delimiter(text: str) -> str:
    """Return what stands between the columns' names: spreadsheets of many countries differ."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=head.count)


def _lines(rows: Iterator[Record], form: Form) -> Iterator[Line]:
    """Yield line numbers with cells by column."""
    header: list[str] | None = None
    count = 0
    for number, row in rows:
        if header is None:
            header = _header(row, number, form)
            continue
        count += 1
        if count > MAX_ROWS:
            raise form.line(
                number,
                phrase("there are more than {limit} ballots. Split the file", limit=MAX_ROWS),
            )
        if len(row) != len(header):
            raise form.line(
                number,
                phrase(
                    "there are {found} values instead of {wanted}. Check the commas",
                    found=len(row),
                    wanted=len(header),
                ),
            )
        yield number, dict(zip(header, row, strict=True))


def _header(row: list[str], number: int, form: Form) -> list[str]:
    names = [cell.strip().casefold() for cell in row]
    if missing := [name for name in COLUMNS if name not in names]:
        raise form.line(
            number,
            phrase(
                "the column {column} is missing. The first line must be {header}",
                column=quoted(missing[0]),
                header=",".join(COLUMNS),
            ),
        )
    for place, name in enumerate(names):
        if name not in COLUMNS or name in names[:place]:
            raise form.line(
                number,
                phrase(
                    "there is a column too many, {column}. The first line must be {header}",
                    column=quoted(row[place].strip()),
                    header=",".join(COLUMNS),
                ),
            )
    return names


def _check_rounds(first_line: dict[tuple[str, int], int], form: Form) -> None:
    """Refuse a second round without a first; the earliest such line is named."""
    gaps = [
        (number, statement, ordinal)
        for (statement, ordinal), number in first_line.items()
        if ordinal > 1 and (statement, ordinal - 1) not in first_line
    ]
    if gaps:
        number, statement, ordinal = min(gaps)
        mistake = gap(statement, ordinal)
        raise form.line(number, mistake.phrase)
