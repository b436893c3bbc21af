"""How a progress form is laid out as rows of cells, for whoever writes it and takes it in."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from .answer_table import AnswerTable

_MARK: Final = "roundtable-progress:"
"""What the first cell of a form begins with, in every language."""


class COLUMN(IntEnum):
    """The columns that are filled in, counted from 0; the first one holds identities."""

    STANDING = 4
    WORD = 5
    DUE = 6


def form_mark(identity: str) -> str:
    """Return the first cell of the form of a workshop, by its identity."""
    return f"{_MARK}{identity}"


def form_of(table: AnswerTable) -> str:
    """Return the identity of the workshop that a progress form is of; "" for any other file."""
    first = next((cells[0] for _, cells in table.rows[:1] if cells), "")
    return first.removeprefix(_MARK).strip() if first.startswith(_MARK) else ""


def filled_in(table: AnswerTable) -> int:
    """Return how many lines of a form say anything."""
    rows = (dict(enumerate(cells)) for _, cells in table.rows[1:])
    return sum(bool(row.get(0)) and any(row.get(at) for at in COLUMN) for row in rows)
