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
    """The lines of people, the partner in each as it is written, and how many lines are none."""

    people: Sequence[Row]
    partners: Sequence[str]
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
    cells = columns_in(rows)
    odd = _odd_cells(cells, beside)
    parts = {} if partner else _parts(rows, set(rated))
    found = _sort(rows, rated, odd, parts) if odd or parts else _Sorted(_without_notes(rows, rated))
    names = partners_of(found.people, partner)
    if partner and merged:
        names = _filled_down(found.people, names, partner[0], merged)
    if found.parts:
        names = found.parts
    return Lines(found.people, names, len(rows) - len(found.people), tuple(_told(found)))


def columns_in(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """Return the cells of each column; lines that end before it have "" in it."""
    return list(zip_longest(*(row for _, row in rows), fillvalue=""))


def _odd_cells(
    cells: Sequence[tuple[str, ...]], places: Iterable[int]
) -> dict[tuple[int, str], str]:
    """Return the cells beside the answers that tell of totals or of a tool's own tries."""
    found: dict[tuple[int, str], str] = {}
    for place in (place for place in places if place < len(cells)):
        for cell in set(cells[place]):
            if len(cell) < SHORT and not cell[:1].isdigit():
                text = " ".join(cell.casefold().split()).rstrip(" :")
                if text in SUMS or text in _TRIES:
                    found[place, cell] = text
    return found


def _without_notes(rows: Sequence[Row], rated: Sequence[int]) -> list[Row]:
    """Return the lines of people: not those with one note and no answer."""
    known, first = set(rated), rated[0] if rated else 0
    return [
        one
        for one in rows
        if (first < len(one[1]) and one[1][first]) or _is_person(one[1], known, "")
    ]


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
