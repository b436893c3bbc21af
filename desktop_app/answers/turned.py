"""A file in which each line is a statement and each column a person, turned round to be read."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.answer_table import Row
from desktop_app.domain.texts import phrase

from .choices import Use
from .folding import letters
from .heads import MOSTLY, Head, Shape
from .ratings import Odd, RatingWords
from .statements import StatementNames

TOLD = phrase("Each line of the file is one statement and each column one person.")


def turned_round(
    rows: Sequence[Row], head: Head, names: StatementNames, ratings: RatingWords
) -> tuple[Row, ...]:
    """Return one line a person, numbered as the columns were; nothing for another shape."""
    uses = {use: place for place, use in head.uses}
    which = uses.get(Use.WHICH)
    if head.shape is not Shape.ANSWERS or which is None or Use.RATING in uses:
        return ()
    lines = [row for _, row in rows[head.data :] if which < len(row) and row[which].strip()]
    named = [letters(row[which]) for row in lines]
    people = _people(lines, names, ratings)
    if len(people) < 2 or len(set(named)) < len(named):
        return ()
    top = rows[head.at][1] if head.data > head.at else ()
    called = [top[place] if place < len(top) else "" for place in people]
    heads = (_heading(called), *(row[which] for row in lines))
    turned = [(place + 1, name, place) for name, place in zip(called, people, strict=True)]
    return (
        (1, heads),
        *(
            (number, (name, *(row[place] if place < len(row) else "" for row in lines)))
            for number, name, place in turned
        ),
    )


def _people(
    lines: Sequence[Sequence[str]], names: StatementNames, ratings: RatingWords
) -> list[int]:
    """Return the columns that hold one person's ratings."""
    wide = max((len(row) for row in lines), default=0)
    found = []
    for place in range(wide):
        cells = [row[place] for row in lines if place < len(row) and row[place].strip()]
        points = sum(1 for cell in cells if not isinstance(ratings.meaning(cell), Odd))
        if any(map(names.sure, cells)):
            continue  # which statement the line is
        if points and points >= MOSTLY * len(cells):
            found.append(place)
    return found


def _heading(called: Sequence[str]) -> str:
    """Return what people's headings are: partners where some are alike, else their names."""
    known = [letters(name) for name in called if letters(name)]
    return "Partner" if len(set(known)) < len(known) else "Name"
