"""Which column names the partners, and which holds what people wrote instead of choosing one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop_app.domain.answer_table import Row

from .folding import folded

_ORGANISATION = re.compile(
    r"\b(organi[sz]ation\w*|org|partner\w*|agency|employer|stakeholder|authority|company|"
    r"where do you work|sefydliad\w*|mudiad|einrichtung|behörde|träger|arbeitgeber|organisme)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(sector|group|team|department|directorate|role|grŵp|tîm|gruppe|abteilung)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\bother\b|\barall\b|\bsonstige|\bandere|_TEXT$", re.IGNORECASE)
_NO_NAMES = frozenset(("yes", "no", "y", "n", "true", "false", "ie", "nage", "ja", "nein"))
_OTHERS = frozenset(("", "other", "-oth-", "oth", "arall", "sonstiges", "andere"))
LONG = 60
"""What is longer than this in most cells is no name but what people said."""
NEXT = 3
"""What people wrote instead of choosing stands at most so many columns on."""


def spaced(cell: str) -> str:
    """Return a heading as words: "startTime" and "start_time" are "start time"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell.replace("_", " "))
    return words if len(words) <= 120 else ""


def partner_heading(cells: Iterable[str], below: Sequence[str]) -> str:
    """Return the heading that tells of partners, "" where the cells below are none."""
    names = {folded(cell) for cell in below}
    if not names or names <= _NO_NAMES or sum(map(len, below)) > LONG * len(below):
        return ""
    told = list(cells)
    by_organisation = next((cell for cell in told if _ORGANISATION.search(spaced(cell))), "")
    if by_organisation or (len(below) > NEXT and len(names) == len(below)):
        return by_organisation  # a role or a team that each has alone could name a person
    return next((cell for cell in told if _PART.search(spaced(cell))), "")


def rank(heading: str) -> int:
    """Return how surely a heading tells of partners, 0 the surest."""
    return 0 if _ORGANISATION.search(spaced(heading)) else 1


def is_other(cells: Iterable[str]) -> bool:
    """Return whether a column holds what people wrote instead of choosing a partner."""
    return any(_OTHER.search(cell) for cell in cells)


def partners_of(rows: Sequence[Row], places: Sequence[int]) -> list[str]:
    """Return the partner in each line: as chosen, else as written beside it."""
    if not places:
        return [""] * len(rows)
    at, others = places[0], places[1:]
    cells = [row[at] if at < len(row) else "" for _, row in rows]
    for other in others:
        beside = (row[other] if other < len(row) else "" for _, row in rows)
        pairs = zip(cells, beside, strict=True)
        cells = [two if two.strip() and _is_open(one) else one for one, two in pairs]
    return cells


def _is_open(cell: str) -> bool:
    text = folded(cell)
    return text in _OTHERS or text.startswith(("other (", "other -", "other:"))
