"""Ballots as rows of a table: which columns there are, and what a good row is.

Knows no file format; storage reads tables, the use cases check them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from .framework import CANNOT_SAY, Framework
from .rounds import PART_NAMES, Ballot, FileBallot
from .texts import Phrase, phrase, shortened

COLUMNS = ("statement", "round", "group", "rating")
NEEDED = ("statement", "rating")
"""Columns without which there are no ballots; the others have a default."""

MAX_GROUP = 80
MAX_ROUND = 99
_QUOTED = 40
_CANNOT_SAY = {"cannot say", "can't say", "can’t say"}

Row = tuple[int, tuple[str, ...]]
"""A row's number in its file, from 1, and its cells, as many as the header has."""


@dataclass(frozen=True, slots=True)
class BallotTable:
    """A file's cells as text: the first row that is not empty is the header.

    `sheets` names the sheets of a workbook, of which `sheet` is this one; none in a CSV file.
    """

    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""


class BallotMistake(Exception):
    """What is wrong with one row: a phrase that begins small, without its full stop."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase

    def __str__(self) -> str:
        return str(self.phrase)


@dataclass(frozen=True)
class BallotRules:
    """What a good row is for a framework."""

    framework: Framework
    part_names: Collection[str] = PART_NAMES
    """What results call parts of the room, in small letters: such a group is nobody's."""

    @cached_property
    def _statements(self) -> Mapping[str, str]:
        """Return what a statement may be called: its id or its text, without regard to case."""
        statements = self.framework.statements
        by_text = {_folded(s.text): s.id for s in statements}
        return by_text | {_folded(s.id): s.id for s in statements}

    def ballot(self, cells: Mapping[str, str]) -> FileBallot:
        """Return the ballot in a row's cells by column; raise BallotMistake."""
        statement = self._statements.get(_folded(cells["statement"]))
        if statement is None:
            ids = sorted(s.id for s in self.framework.statements)
            raise BallotMistake(
                phrase(
                    "{quoted} is not a statement of the framework. Use ids such as {ids}",
                    quoted=quoted(cells["statement"].strip()),
                    ids=", ".join(ids[:3]),
                )
            )
        group = " ".join(cells.get("group", "").split())
        if group.casefold() in self.part_names:
            group = ""  # they are nobody's in particular
        if len(group) > MAX_GROUP:
            raise BallotMistake(
                phrase(
                    "the group name is longer than {limit} characters. Shorten it", limit=MAX_GROUP
                )
            )
        ordinal = _ordinal(cells.get("round", "").strip())
        return FileBallot(statement, ordinal, Ballot(self._point(cells["rating"].strip()), group))

    def _point(self, cell: str) -> int:
        if not cell or cell.casefold() in _CANNOT_SAY:
            return CANNOT_SAY
        points = self.framework.scale.size
        point = _whole_number(cell)
        if point is None or not 1 <= point <= points:
            raise BallotMistake(
                phrase(
                    "{quoted} is not a rating from 1 to {points}. Change it, or leave it empty for"
                    " can't say",
                    quoted=quoted(cell),
                    points=points,
                )
            )
        return point


def gap(statement: str, ordinal: int) -> BallotMistake:
    """Return the mistake of a round that comes without the one before it."""
    return BallotMistake(
        phrase(
            "statement {statement} has a round {ordinal} but no round {before}. Number its rounds"
            " from 1",
            statement=statement,
            ordinal=ordinal,
            before=ordinal - 1,
        )
    )


def quoted(cell: str) -> str:
    """Return a cell for a sentence: short, and with nothing that breaks the line."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)
    return f'"{shortened(shown, _QUOTED)}"'


def _ordinal(cell: str) -> int:
    if not cell:
        return 1
    ordinal = _whole_number(cell)
    if ordinal is None or not 1 <= ordinal <= MAX_ROUND:
        raise BallotMistake(
            phrase(
                "{quoted} is not a round. Write 1, 2 and so on, or leave it empty for 1",
                quoted=quoted(cell),
            )
        )
    return ordinal


def _whole_number(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= 3 else None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
