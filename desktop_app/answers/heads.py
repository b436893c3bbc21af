"""Where the answers of a file begin, and in which shape they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from desktop_app.domain.answer_table import Row
from desktop_app.domain.framework import CANNOT_SAY

from .choices import Use
from .folding import folded, letters, without_number
from .ratings import Odd, RatingWords
from .statements import StatementNames, Why

LOOK = 40
"""A header stands within so many lines; titles and notes may stand above it."""
MOST_HEADS = 3
ENOUGH = 3
"""A line above the statements with so many cells belongs to the header; titles have fewer."""
LONG_CELL = 6
MOSTLY = 0.8
_SECOND = frozenset(("response", "open-ended response", "selected choice", "antwort"))
OWN_HEADER = ("statement", "round", "group", "rating")
NAMED: tuple[tuple[Use, tuple[str, ...]], ...] = (
    (Use.WHICH, ("statement", "statementid", "id", "code", "item", "question", "statementtext")),
    (
        Use.RATING,
        ("rating", "score", "answer", "value", "points", "point", "response", "choice", "antwort"),
    ),
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
        _by_names(rows, names, ratings)
        or _by_points(looked_at, names)
        or _by_statements(rows, names, ratings, least=2)
        or _by_content(rows, names, ratings)
        or _by_statements(rows, names, ratings, least=1)
        or _by_places(rows, names, ratings)
        or Head(Shape.UNKNOWN)
    )


def _by_names(rows: Sequence[Row], names: StatementNames, ratings: RatingWords) -> Head | None:
    for at, (_, row) in enumerate(rows[:LOOK]):
        uses = named_uses(row, rows[at + 1 : at + 1 + LOOK], names, ratings)
        is_wide = sum(1 for cell in row if len(cell) > LONG_CELL and names.sure(cell)) > 1
        if Use.WHICH in uses.values() and Use.RATING in uses.values() and not is_wide:
            own = tuple(c.strip().casefold() for c in row)
            is_own = sorted(own) == sorted(OWN_HEADER)
            found = tuple(uses.items())
            return Head(Shape.ANSWERS, at, at, at + 1, found, is_own=is_own)
    return None


def named_uses(
    header: Sequence[str], below: Sequence[Row], names: StatementNames, ratings: RatingWords
) -> dict[int, Use]:
    """Return what columns are likely to hold: by a name that people use, and what is below it."""
    called = [letters(name) for name in header]
    found: dict[int, Use] = {}
    for use, wanted in NAMED:
        places = [called.index(name) for name in wanted if name in called]
        free = [place for place in dict.fromkeys(places) if place not in found]
        if free:
            found[max(free, key=partial(_fits, use, below, names, ratings))] = use
    return found


def _fits(
    use: Use, below: Sequence[Row], names: StatementNames, ratings: RatingWords, place: int
) -> int:
    """Return how many cells of a column are what it would be taken for."""
    cells = [row[place] for _, row in below if place < len(row)]
    if use is Use.WHICH:
        return sum(1 for cell in cells if names.sure(cell))
    if use is Use.RATING:
        return sum(1 for cell in cells if not isinstance(ratings.meaning(cell), Odd))
    return 0


def _by_points(rows: Sequence[Row], names: StatementNames) -> Head | None:
    """Return the header of a table of counts: every point of the scale has its column."""
    scale = names.framework.scale
    labels = {folded(p.label): p.value for p in scale.points}
    labels |= {folded(scale.cannot_say_label): CANNOT_SAY, "can't say": CANNOT_SAY}
    digits = labels | {str(p.value): p.value for p in scale.points}
    for at, (_, row) in enumerate(rows):
        found = _counted(row, labels, scale.size)
        if found is None and _are_counts(rows[at + 1 :], names):
            found = _counted(row, digits, scale.size)
        if found is not None:
            return Head(Shape.COUNTS, at, at, at + 1, *found)
    return None


def _counted(
    row: Sequence[str], labels: Mapping[str, int], size: int
) -> tuple[tuple[tuple[int, Use], ...], tuple[tuple[int, int], ...]] | None:
    """Return the column of the statements, and the point that each other column counts."""
    said = {place: _point(cell, labels) for place, cell in enumerate(row)}
    points = {place: point for place, point in said.items() if point is not None}
    which = next((p for p in range(len(row)) if p not in points and row[p].strip()), None)
    once = len(set(points.values())) == len(points)  # else they are somebody's answers
    if which is None or not once or not set(range(1, size + 1)) <= set(points.values()):
        return None
    more = (cell for place, cell in enumerate(row) if place not in points)
    if any(cell.strip().isdigit() for cell in more):
        return None  # numbers of people or of statements, and not of points
    return ((which, Use.WHICH),), tuple(points.items())


def _are_counts(below: Sequence[Row], names: StatementNames) -> bool:
    """Return whether lines begin with statements and go on with numbers that are no ratings."""
    size, lines = names.framework.scale.size, [row for _, row in below]
    named = [row for row in lines if any(names.sure(cell) for cell in row[:2])]
    larger = any(c.strip().isdigit() and int(c) > size for row in named for c in row if len(c) < 6)
    return len(named) > 1 and larger


def _point(cell: str, labels: Mapping[str, int]) -> int | None:
    return labels.get(folded(cell), labels.get(folded(without_number(cell))))


def _by_statements(
    rows: Sequence[Row], names: StatementNames, ratings: RatingWords, least: int
) -> Head | None:
    """Return the header whose columns are statements: one person a line."""
    best, most = 0, 0
    for at, (_, row) in enumerate(rows[:LOOK]):
        if at and _are_codes(rows[: at + 1], names, ratings):
            continue
        ids = [match.statement_id for cell in row if (match := names.sure(cell))]
        if len(set(ids)) > most:
            best, most = at, len(set(ids))
    if most < least:
        return None
    places = [p for p, cell in enumerate(rows[best][1]) if names.sure(cell)]
    return _spread(rows, best, places, names, ratings)


def _are_codes(rows: Sequence[Row], names: StatementNames, ratings: RatingWords) -> bool:
    """Return whether a line holds codes of answers that look like ids: "A3" under a header."""
    line = rows[-1][1]
    named = [cell for cell in line if names.sure(cell)]
    if not named or any(_is_word(cell, names, ratings) for cell in named):
        return False
    return any(_filled(row) >= _filled(line) for _, row in rows[:-1])


def _is_word(cell: str, names: StatementNames, ratings: RatingWords) -> bool:
    """Return whether a cell names a statement and cannot be an answer."""
    return names.sure(cell) is not None and isinstance(ratings.meaning(cell), Odd)


def _by_content(rows: Sequence[Row], names: StatementNames, ratings: RatingWords) -> Head | None:
    """Return the header above a column of which two lines and more name statements."""
    begin: dict[int, int] = {}
    counts: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for at, (_, row) in enumerate(rows[: LOOK * 2]):
        for place, cell in enumerate(row):
            if len(cell) > 1 and names.sure(cell):
                counts[place] += 1
                words[place] += _is_word(cell, names, ratings)
                begin.setdefault(place, at)
    several = [place for place, count in counts.items() if count > 1]
    # Columns of codes such as A3 are answers, unless there is only one such column.
    named = [p for p in several if words[p] > 1] or several
    if not named or (len(named) > 1 and words[named[0]] < 2):
        return None
    which = max(named, key=lambda place: (words[place] > 0, counts[place]))
    at = max(0, begin[which] - 1)
    below = rows[begin[which] : begin[which] + LOOK]
    uses = named_uses(rows[at][1], below, names, ratings)
    others: dict[int, Use] = {p: u for p, u in uses.items() if u is not Use.WHICH and p != which}
    if Use.RATING not in others.values():
        others |= _rated(below, which, others, ratings)
    return Head(Shape.ANSWERS, at, at, begin[which], ((which, Use.WHICH), *others.items()))


def _rated(
    below: Sequence[Row], which: int, taken: Mapping[int, Use], ratings: RatingWords
) -> dict[int, Use]:
    """Return the one other column that holds ratings."""
    wide = max((len(row) for _, row in below), default=0)
    counts: dict[int, int] = {}
    for place in (p for p in range(wide) if p != which and p not in taken):
        cells = [row[place] for _, row in below if place < len(row) and row[place].strip()]
        points = sum(1 for cell in cells if not isinstance(ratings.meaning(cell), Odd))
        if points and points >= MOSTLY * len(cells):
            counts[place] = points
    return {next(iter(counts)): Use.RATING} if len(counts) == 1 else {}


def _by_places(rows: Sequence[Row], names: StatementNames, ratings: RatingWords) -> Head | None:
    """Return a header of which some columns only number statements, or nearly name them."""
    for at, (_, row) in enumerate(rows[:LOOK]):
        numbered = [p for p, cell in enumerate(row) if names.place(cell)]
        near = [p for p, cell in enumerate(row) if names.near(cell)]
        places = max(numbered, near, key=len)
        if len(places) > 1:
            return _spread(rows, at, places, names, ratings)
    full = next((at for at, (_, row) in enumerate(rows[:LOOK]) if _filled(row) > 2), None)
    return None if full is None else _spread(rows, full, range(len(rows[full][1])), names, ratings)


def _spread(
    rows: Sequence[Row],
    at: int,
    places: Iterable[int],
    names: StatementNames,
    ratings: RatingWords,
) -> Head:
    """Return a header with the lines above and below that belong to it."""
    columns = list(places)
    first = at
    enough = min(len(columns) / 2, ENOUGH)
    while first > max(0, at - MOST_HEADS + 1) and _filled(rows[first - 1][1]) >= enough:
        first -= 1
    return Head(Shape.PEOPLE, at, first, _begin_of_data(rows, at, columns, names, ratings))


def _begin_of_data(
    rows: Sequence[Row],
    at: int,
    places: Sequence[int],
    names: StatementNames,
    ratings: RatingWords,
) -> int:
    """Return where answers begin: behind lines of words, if there is then one with ratings."""
    begin = at + 1
    while begin < min(len(rows), at + MOST_HEADS) and _is_tools_head(rows[begin][1], places, names):
        begin += 1
    for data in range(begin, min(len(rows), at + MOST_HEADS + 1)):
        if not _is_head(rows[data][1], places, ratings):
            return data
    return begin


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_tools_head(row: Sequence[str], places: Sequence[int], names: StatementNames) -> bool:
    """Return whether a line is beyond doubt a tool's second or third header."""
    cells = [row[p] for p in places if p < len(row) and row[p].strip()]
    told = sum(
        1
        for cell in cells
        if folded(cell) in _SECOND
        or cell.lstrip().startswith('{"ImportId"')
        or ((match := names.sure(cell)) and match.why in {Why.TEXT, Why.WITHIN})
    )
    return bool(cells) and 2 * told >= len(cells)


def _is_head(row: Sequence[str], places: Sequence[int], ratings: RatingWords) -> bool:
    """Return whether a line still belongs to the header: words where answers are, no rating."""
    cells = [row[p] for p in places if p < len(row)]
    said = [ratings.meaning(cell) for cell in cells]
    unknown = sum(1 for one in said if one is Odd.UNKNOWN)
    return 2 * unknown >= len(places) and all(isinstance(one, Odd) for one in said)
