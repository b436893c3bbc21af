"""Which lines of a file are people: not totals, notes, headings of parts, or a tool's own tries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from desktop_app.domain.answer_table import Merged, Row
from desktop_app.domain.texts import Phrase, phrase

from .choices import Use
from .columns import Column
from .partner_columns import partners_of

SOMEBODY = 2
"""Cells that a tool fills for whoever opened the survey, even without an answer."""
SHORT = 24
AT_A_TIME = 256
MAX_PARTS = 100
SUMS = frozenset(
    {
        "total", "totals", "grand total", "sum", "average", "averages", "avg", "mean", "median",
        "mode", "count", "n", "min", "max", "minimum", "maximum", "std dev", "sd", "cyfanswm",
        "cyfartaledd", "summe", "gesamt", "mittelwert", "durchschnitt",
    }
)  # fmt: skip
_TRIES = frozenset(("survey preview", "survey test", "preview"))


@dataclass(frozen=True)
class Lines:
    """The lines of people, the partner in each as it is written, and how many lines are none.

    `columns`: their cells, column by column.
    """

    people: Sequence[Row]
    partners: Sequence[str]
    columns: Sequence[Sequence[str]] = ()
    beside: int = 0
    told: tuple[Phrase, ...] = ()


@dataclass
class _Sorted:
    people: list[Row] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    sums: int = 0
    tries: int = 0


def people_in(
    rows: Sequence[Row], columns: Sequence[Column], merged: Sequence[Merged] = ()
) -> Lines:
    """Return the lines of a file that has one person a line."""
    rated = [one.place for one in columns if one.taken.use is Use.STATEMENT]
    partner = [one.place for one in columns if one.taken.use is Use.PARTNER]
    beside = [one.place for one in columns if one.taken.use is not Use.STATEMENT]
    cells = columns_in(rows, len(columns))
    odd = _odd_cells(cells, beside)
    parts = {} if partner else _parts(rows, set(rated))
    if odd or parts:
        found = _sort(rows, rated, odd, parts)
    else:
        found = _Sorted(_without_notes(rows, cells, rated))
    if len(found.people) < len(rows):
        cells = columns_in(found.people, len(columns))
    names = partners_of(found.people, partner)
    if partner and merged:
        names = _filled_down(found.people, names, partner[0], merged)
    if found.parts:
        names = found.parts
    beside_people = len(rows) - len(found.people)
    return Lines(found.people, names, cells, beside_people, tuple(_told(found)))


def columns_in(rows: Sequence[Row], width: int) -> list[list[str]]:
    """Return the cells of so many columns; lines that end before one have "" in it.

    A few lines at a time: so they are still at hand when their cells are taken apart.
    """
    columns: list[list[str]] = [[] for _ in range(width)]
    for begin in range(0, len(rows), AT_A_TIME):
        some = [row for _, row in rows[begin : begin + AT_A_TIME]]
        cells, none = zip_longest(*some, fillvalue=""), ("",) * len(some)
        for column in columns:
            column.extend(next(cells, none))
    return columns


def _odd_cells(
    columns: Sequence[Sequence[str]], places: Iterable[int]
) -> dict[tuple[int, str], str]:
    """Return the cells beside the answers that tell of totals or of a tool's own tries."""
    found: dict[tuple[int, str], str] = {}
    for place in places:
        cells = columns[place]
        if "".join(cells).isdecimal():
            continue  # numbers of lines, of which there are many different ones
        for cell in set(cells):
            if len(cell) < SHORT and not cell[:1].isdigit():
                text = " ".join(cell.casefold().split()).rstrip(" :")
                if text in SUMS or text in _TRIES:
                    found[place, cell] = text
    return found


def _without_notes(
    rows: Sequence[Row], columns: Sequence[Sequence[str]], rated: Sequence[int]
) -> list[Row]:
    """Return the lines of people: not those with one note and no answer."""
    known, first = set(rated), columns[rated[0]] if rated else [""] * len(rows)
    notes = {
        n for n, cell in enumerate(first) if not cell and not _is_person(rows[n][1], known, "")
    }
    return [one for n, one in enumerate(rows) if n not in notes] if notes else list(rows)


def _sort(
    rows: Sequence[Row],
    rated: Sequence[int],
    odd: dict[tuple[int, str], str],
    parts: dict[int, str],
) -> _Sorted:
    found = _Sorted()
    known = set(rated)
    part = ""
    for number, row in rows:
        if number in parts:
            part = parts[number]
            continue
        text = next((odd[key] for key in odd if key[0] < len(row) and row[key[0]] == key[1]), "")
        if text:
            found.tries += text in _TRIES
            found.sums += text not in _TRIES
        elif _is_person(row, known, part):
            found.people.append((number, row))
            if parts:
                found.parts.append(part)
    return found


def _is_person(row: Sequence[str], rated: set[int], part: str) -> bool:
    if any(place < len(row) and row[place].strip() for place in rated):
        return True
    filled = sum(1 for p, c in enumerate(row) if c.strip() and p not in rated)
    return filled >= SOMEBODY and not part


def _parts(rows: Sequence[Row], rated: set[int]) -> dict[int, str]:
    """Return the lines that head the people below them: one cell, and answers after it.

    The first line must be one, or some people would have none.
    """
    found: dict[int, str] = {}
    if not rows or sum(1 for cell in rows[0][1] if cell.strip()) != 1:
        return found
    before, at = "", 0
    for number, row in rows:
        filled = [place for place, cell in enumerate(row) if cell.strip()]
        if len(filled) == 1 and filled[0] not in rated:
            before, at = " ".join(row[filled[0]].split()), number
        elif before and any(place in rated for place in filled):
            found[at] = before
            before = ""
    return found if rows[0][0] in found and 1 < len(found) <= MAX_PARTS else {}


def _filled_down(
    rows: Sequence[Row], cells: Sequence[str], place: int, merged: Sequence[Merged]
) -> list[str]:
    """Return partners with those whose cell is one with the cell above."""
    above = {
        number: top
        for top, left, bottom, right in merged
        if left <= place + 1 <= right and bottom - top < MAX_PARTS * 10
        for number in range(top + 1, bottom + 1)
    }
    named = {number: cell for (number, _), cell in zip(rows, cells, strict=True)}
    pairs = zip(rows, cells, strict=True)
    return [cell or named.get(above.get(number, 0), "") for (number, _), cell in pairs]


def _told(found: _Sorted) -> list[Phrase]:
    told: list[Phrase] = []
    if found.sums:
        told.append(phrase("Lines of totals or averages were left out: {n}.", n=found.sums))
    if found.tries:
        told.append(
            phrase("Answers that the tool marks as a preview were left out: {n}.", n=found.tries)
        )
    if found.parts:
        names = list(dict.fromkeys(found.parts))
        told.append(
            phrase(
                "No column names a partner, so the headings between the lines were taken for the"
                " partners of the people below them: {names}.",
                names=", ".join(f"“{name}”" for name in names[:5]),
            )
        )
    return told
