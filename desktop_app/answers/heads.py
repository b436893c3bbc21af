"""Where the answers of a file begin, and in which shape they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop_app.domain.answer_table import Row
from desktop_app.domain.framework import CANNOT_SAY, Framework

from .choices import Use
from .folding import folded, letters, without_number
from .ratings import Odd, RatingWords
from .statements import StatementNames

LOOK = 40
"""A header stands within so many lines; titles and notes may stand above it."""
MOST_HEADS = 3
OWN_HEADER = ("statement", "round", "group", "rating")
NAMED: tuple[tuple[Use, tuple[str, ...]], ...] = (
    (Use.WHICH, ("statement", "statementid", "id", "code", "item", "question", "statementtext")),
    (Use.RATING, ("rating", "score", "answer", "value", "points", "point", "response")),
    (Use.ROUND, ("round", "vote", "ordinal", "wave")),
    (Use.PARTNER, ("group", "partner", "organisation", "organization", "sector", "role", "team")),
)
"""What columns of a file with one answer a line are called, the likeliest first."""


class Shape(Enum):
    """How answers stand in a file: a line is one person, one answer, or one statement's counts."""

    PEOPLE = "people"
    ANSWERS = "answers"
    COUNTS = "counts"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Head:
    """The header: lines from `first` on, answers from `data` on; places in the table's rows.

    `at`: the line that names the most; `uses`: what columns hold by their names, where the shape
    is not one person a line; `points`: the point that each column counts.
    """

    shape: Shape
    at: int = 0
    first: int = 0
    data: int = 0
    uses: tuple[tuple[int, Use], ...] = ()
    points: tuple[tuple[int, int], ...] = ()
    is_own: bool = False


def find_head(rows: Sequence[Row], names: StatementNames, ratings: RatingWords) -> Head:
    """Return where the header of a file is, and what shape it tells of."""
    looked_at = rows[:LOOK]
    return (
        _by_names(looked_at)
        or _by_points(looked_at, names.framework)
        or _by_statements(rows, names, ratings, least=2)
        or _by_content(rows, names)
        or _by_statements(rows, names, ratings, least=1)
        or _by_places(rows, names, ratings)
        or Head(Shape.UNKNOWN)
    )


def _by_names(rows: Sequence[Row]) -> Head | None:
    for at, (_, row) in enumerate(rows):
        uses = named_uses(row)
        if Use.WHICH in uses.values() and Use.RATING in uses.values():
            own = tuple(c.strip().casefold() for c in row)
            is_own = sorted(own) == sorted(OWN_HEADER)
            found = tuple(uses.items())
            return Head(Shape.ANSWERS, at, at, at + 1, found, is_own=is_own)
    return None


def named_uses(header: Sequence[str]) -> dict[int, Use]:
    """Return what columns are likely to hold, by a name that people use for it."""
    names = [letters(name) for name in header]
    found: dict[int, Use] = {}
    for use, wanted in NAMED:
        places = (names.index(name) for name in wanted if name in names)
        place = next((p for p in places if p not in found), None)
        if place is not None:
            found[place] = use
    return found


def _by_points(rows: Sequence[Row], framework: Framework) -> Head | None:
    """Return the header of a table of counts: every point of the scale has its column."""
    labels = {folded(p.label): p.value for p in framework.scale.points}
    labels[folded(framework.scale.cannot_say_label)] = CANNOT_SAY
    labels["can't say"] = CANNOT_SAY
    wanted = {p.value for p in framework.scale.points}
    for at, (_, row) in enumerate(rows):
        said = {place: _point(cell, labels) for place, cell in enumerate(row)}
        points = {place: point for place, point in said.items() if point is not None}
        which = next((p for p in range(len(row)) if p not in points and row[p].strip()), None)
        once = len(set(points.values())) == len(points)  # else they are somebody's answers
        if which is not None and once and wanted <= set(points.values()):
            found = tuple(points.items())
            return Head(Shape.COUNTS, at, at, at + 1, ((which, Use.WHICH),), found)
    return None


def _point(cell: str, labels: Mapping[str, int]) -> int | None:
    return labels.get(folded(cell), labels.get(folded(without_number(cell))))


def _by_statements(
    rows: Sequence[Row], names: StatementNames, ratings: RatingWords, least: int
) -> Head | None:
    """Return the header whose columns are statements: one person a line."""
    best, most = 0, 0
    for at, (_, row) in enumerate(rows[:LOOK]):
        ids = {match.statement_id for cell in row if (match := names.sure(cell))}
        if len(ids) > most:
            best, most = at, len(ids)
    if most < least:
        return None
    places = [p for p, cell in enumerate(rows[best][1]) if names.sure(cell)]
    return _spread(rows, best, places, ratings)


def _by_content(rows: Sequence[Row], names: StatementNames) -> Head | None:
    """Return the header above a column of which two lines and more name statements."""
    counts: dict[int, int] = {}
    begin: dict[int, int] = {}
    for at, (_, row) in enumerate(rows[: LOOK * 2]):
        for place, cell in enumerate(row):
            if len(cell) > 1 and names.sure(cell):
                counts[place] = counts.get(place, 0) + 1
                begin.setdefault(place, at)
    which = max(counts, key=lambda place: counts[place], default=None)
    if which is None or counts[which] < 2:
        return None
    at = max(0, begin[which] - 1)
    uses = {p: u for p, u in named_uses(rows[at][1]).items() if u is not Use.WHICH and p != which}
    return Head(Shape.ANSWERS, at, at, begin[which], ((which, Use.WHICH), *uses.items()))


def _by_places(rows: Sequence[Row], names: StatementNames, ratings: RatingWords) -> Head | None:
    """Return a header of which some columns only number statements, or nearly name them."""
    for at, (_, row) in enumerate(rows[:LOOK]):
        numbered = [p for p, cell in enumerate(row) if names.place(cell)]
        near = [p for p, cell in enumerate(row) if names.near(cell)]
        places = max(numbered, near, key=len)
        if len(places) > 1:
            return _spread(rows, at, places, ratings)
    full = next((at for at, (_, row) in enumerate(rows[:LOOK]) if _filled(row) > 2), None)
    return None if full is None else _spread(rows, full, range(len(rows[full][1])), ratings)


def _spread(rows: Sequence[Row], at: int, places: Iterable[int], ratings: RatingWords) -> Head:
    """Return a header with the lines above and below that belong to it."""
    columns = list(places)
    first = at
    while first > max(0, at - MOST_HEADS + 1) and 2 * _filled(rows[first - 1][1]) >= len(columns):
        first -= 1
    return Head(Shape.PEOPLE, at, first, _begin_of_data(rows, at, columns, ratings))


def _begin_of_data(
    rows: Sequence[Row], at: int, places: Sequence[int], ratings: RatingWords
) -> int:
    """Return where answers begin: behind lines of words, if there is then one with ratings."""
    for data in range(at + 1, min(len(rows), at + MOST_HEADS)):
        if not _is_head(rows[data][1], places, ratings):
            return data
    return at + 1


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_head(row: Sequence[str], places: Sequence[int], ratings: RatingWords) -> bool:
    """Return whether a line still belongs to the header: words where answers are, no rating."""
    cells = [row[p] for p in places if p < len(row)]
    said = [ratings.meaning(cell) for cell in cells]
    unknown = sum(1 for one in said if one is Odd.UNKNOWN)
    return 2 * unknown >= len(places) and all(isinstance(one, Odd) for one in said)
