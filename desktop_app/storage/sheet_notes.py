"""What whoever brings in a sheet should know of it: hidden, merged, never worked out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from desktop_app.domain.answer_table import Merged
from desktop_app.domain.texts import Phrase, phrase

MAX_MERGED = 1_000
MAX_TOLD = 20
SHOWN = 8


@dataclass
class SheetNotes:
    """The odd things of one sheet, the first so many of each.

    `formulas`: cells with a formula that may never have been worked out.
    """

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)

    def add_formula(self, line: int, column: int) -> None:
        """Add a cell with a formula that has no value."""
        if len(self.formulas) < MAX_TOLD:
            self.formulas.append(f"{column_letters(column)}{line}")


def notes_on(notes: SheetNotes, filled: Collection[int]) -> list[Phrase]:
    """Return what is said of a sheet of which these lines hold something."""
    told = []
    if rows := [str(number) for number in notes.hidden_rows if number in filled]:
        told.append(
            phrase(
                "Hidden lines were read like the others: {lines}.", lines=", ".join(rows[:SHOWN])
            )
        )
    if columns := [column_letters(number) for number in notes.hidden_columns]:
        told.append(
            phrase(
                "Hidden columns were read like the others: {columns}.",
                columns=", ".join(columns[:SHOWN]),
            )
        )
    if notes.merged:
        told.append(
            phrase(
                "Some cells are merged, the first in line {line}: what stands in such a cell is"
                " read once, at its beginning.",
                line=min(top for top, *_ in notes.merged),
            )
        )
    if notes.formulas:
        told.append(
            phrase(
                "Formulas have no value, or 0: {cells}. Where they should have one, open the file"
                " in a spreadsheet and save it.",
                cells=", ".join(notes.formulas[:SHOWN]),
            )
        )
    return told


def column_number(letters: str) -> int:
    """Return the number of a column from 1: "AB" is 28; 0 for what is none."""
    number = 0
    for letter in letters[:4]:
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column."""
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
