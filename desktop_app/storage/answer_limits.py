"""How much of a file of answers is read, counted while reading, and how problems are said."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.answer_table import MAX_BYTES, AnswerTable, Row
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import Phrase, phrase

MAX_ROWS = 200_000
"""Lines with something in them."""
MAX_EMPTY = 5_000
"""After so many empty lines one after another, a file is over."""
MAX_COLUMNS = 200
MAX_KNOWN = 50_000
"""Of so many different cells equal ones are kept once, which takes little memory and time."""
MAX_CELLS = 4_000_000
"""Cells looked at, empty ones included."""

Record = tuple[int, list[str]]


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

    def too_much(self) -> FileProblem:
        """Return that far more is in the file than anybody needs."""
        return self.whole(
            phrase(
                "{file} holds far more than answers of one workshop. Choose the right file",
                file=self.file,
            )
        )

    def unreadable(self) -> FileProblem:
        """Return that the file is no table that can be read."""
        return self.whole(
            phrase("{file} is not a workbook that can be read. Save it again", file=self.file)
        )


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
    check_length(content, form)
    return content


def check_length(content: bytes, form: Form) -> None:
    """Raise FileProblem for more than answers ever are."""
    if len(content) > MAX_BYTES:
        raise _too_large(form)


def _too_large(form: Form) -> FileProblem:
    return form.whole(
        phrase(
            "{file} is larger than {limit} MB. Answers of one workshop need far less: choose the "
            "right file",
            file=form.file,
            limit=MAX_BYTES // 1_000_000,
        )
    )


class Counted:
    """Takes lines one by one, empty ones too, and stops a reader that goes on for ever.

    `told`: what whoever brings the file in should know.
    """

    def __init__(self, form: Form) -> None:
        self.rows: list[Row] = []
        self.told: list[Phrase] = []
        self._form = form

    def take(self, records: Iterable[Record]) -> Counted:
        """Keep every line in which something stands; raise FileProblem where there is too much."""
        rows, filled, seen = self.rows, 0, 0
        known: dict[str, str] = {}
        one_for_all = known.setdefault
        for number, cells in records:
            seen += len(cells)
            if (cells and cells[0].strip()) or "".join(cells).strip():
                filled = number
                if len(cells) > MAX_COLUMNS:
                    del cells[MAX_COLUMNS:]
                rows.append((number, tuple(map(one_for_all, cells, cells))))
                if len(known) > MAX_KNOWN:
                    one_for_all = known.get
                if len(rows) > MAX_ROWS:
                    raise self._too_long(number)
            elif number - filled > MAX_EMPTY:
                self._tell_of_the_end(number)
                break
            if seen > MAX_CELLS:
                raise self._too_much(number)
        return self

    def _too_long(self, number: int) -> FileProblem:
        return self._form.line(
            number, phrase("there are more than {limit} lines. Split the file", limit=MAX_ROWS)
        )

    def _too_much(self, number: int) -> FileProblem:
        return self._form.line(
            number,
            phrase("far more stands here than answers of one workshop. Choose the right file"),
        )

    def _tell_of_the_end(self, number: int) -> None:
        self.told.append(
            phrase(
                "Nothing was read after line {line}: {limit} empty lines come before it.",
                line=number,
                limit=MAX_EMPTY,
            )
        )

    def sheet_table(self, sheets: tuple[str, ...], sheet: str) -> AnswerTable:
        """Return a sheet, whose lines end with their last filled cell, all lines equally long."""
        width = max((len(row) for _, row in self.rows), default=0)
        self.rows = [(n, (*row, *[""] * (width - len(row)))) for n, row in self.rows]
        return self.table(sheets, sheet)

    def table(self, sheets: tuple[str, ...] = (), sheet: str = "") -> AnswerTable:
        """Return what was taken; raise FileProblem where that is nothing."""
        if not self.rows:
            raise self._form.whole(
                phrase(
                    "{file} is empty. Its first line must name the columns", file=self._form.file
                )
            )
        return AnswerTable(self._form.file, tuple(self.rows), sheets, sheet, tuple(self.told))
