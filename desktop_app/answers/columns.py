"""What each column of a file is taken for, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from desktop_app.domain.answer_table import Row

from .choices import Choices, Taken, Use
from .heads import Head, Shape
from .partner_columns import LONG, NEXT, is_other, partner_heading, rank, spaced
from .ratings import Odd, RatingWords
from .statements import Match, StatementNames, Why

SAMPLE = 200
"""So many lines are looked at to tell what a column holds."""
MOSTLY = 0.8
_PERSON = re.compile(
    r"\b(name\d*|e-?mail|address|ip|phone|telephone|mobile|user|respondent|recipient|net ?id|uin|"
    r"token|location|latitude|longitude|postcode|age|gender|collector|external)\b|id$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(time|timestamp|date|duration|started|submit\w*|last ?page|language|seed|progress|finished|"
    r"status|last modified|channel)\b|(date|language|page)$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"^(no|nr|n|#|number|(form|paper|sheet|ballot|row|person|participant|rhif)\b.{0,10})\W*$|"
    r"^unnamed: 0$",
    re.IGNORECASE,
)
_NAMES_SOMEBODY = re.compile(r"@|^\d{1,3}(\.\d{1,3}){3}$")


class Reason(Enum):
    """Why a column is taken for what it is."""

    ITS_TEXT = "text"
    ITS_ID = "id"
    ITS_NAME = "name"
    WITHIN = "within"
    NEARLY = "nearly"
    ORDER = "order"
    CHOSEN = "chosen"
    HEADING = "heading"
    OTHER = "other"
    TWICE = "twice"
    PERSON = "person"
    TIME = "time"
    NUMBERS = "numbers"
    RATINGS = "ratings"
    SURPLUS = "surplus"
    TOO_MANY = "too-many"
    TEXTS = "texts"
    EMPTY = "empty"


_REASONS = {
    Why.TEXT: Reason.ITS_TEXT,
    Why.ID: Reason.ITS_ID,
    Why.NAME: Reason.ITS_NAME,
    Why.WITHIN: Reason.WITHIN,
    Why.NEARLY: Reason.NEARLY,
    Why.ORDER: Reason.ORDER,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it is taken for, and why.

    `proposed`: the statement that it may be, to be asked; it is left out until then.
    `is_partner`: it names partners too.
    """

    place: int
    name: str
    taken: Taken
    reason: Reason
    proposed: str = ""
    is_partner: bool = False

    @property
    def is_asked(self) -> bool:
        """Return whether somebody has to say what it is."""
        return bool(self.proposed) or self.reason in {Reason.RATINGS, Reason.TOO_MANY}


_SUREST = (Reason.ITS_TEXT, Reason.ITS_ID, Reason.ITS_NAME, Reason.WITHIN)
LEFT_OUT = Taken(Use.LEFT_OUT)


def columns_of(
    rows: Sequence[Row], head: Head, names: StatementNames, ratings: RatingWords, choices: Choices
) -> tuple[Column, ...]:
    """Return what every column of a file is taken for."""
    heads = [row for _, row in rows[head.first : head.data]]
    data = [row for _, row in rows[head.data : head.data + SAMPLE]]
    width = max((len(row) for row in (*heads, *data)), default=0)
    at = rows[head.at][1] if rows else ()
    reader = _Reader(head, heads, at, data, names, ratings)
    columns = [reader.column(place) for place in range(width)]
    if head.shape is Shape.PEOPLE:
        columns = _in_order(_once(columns), names)
    columns = _without_surplus([_chosen(one, choices) for one in columns], names)
    return tuple(_with_others(_one_partner(columns), reader))


@dataclass(frozen=True)
class _Reader:
    head: Head
    heads: list[tuple[str, ...]]
    at: tuple[str, ...]
    data: list[tuple[str, ...]]
    names: StatementNames
    ratings: RatingWords

    def column(self, place: int) -> Column:
        """Return what one column holds."""
        named = dict(self.head.uses).get(place)
        if named is not None:
            return Column(place, self._name(place), Taken(named), Reason.HEADING)
        counted = dict(self.head.points).get(place)
        if counted is not None:
            taken = Taken(Use.COUNT, point=counted)
            return Column(place, self._name(place), taken, Reason.HEADING)
        if self.head.shape is not Shape.PEOPLE:
            return self._left_out(place)
        return self._of_people(place)

    def cells(self, place: int) -> list[str]:
        """Return what the header says above a column, the likeliest line first."""
        lines = [self.at, *self.heads]
        cells = (" ".join(row[place].split()) for row in lines if place < len(row))
        return list(dict.fromkeys(cell for cell in cells if cell))

    def _name(self, place: int) -> str:
        return next(iter(self.cells(place)), "")

    def _of_people(self, place: int) -> Column:
        cells = self.cells(place)
        for cell in cells:
            match = self.names.sure(cell)
            if match and not (match.why is Why.WITHIN and self._are_texts(place)):
                taken = Taken(Use.STATEMENT, match.statement_id)
                return Column(place, cell, taken, _REASONS[match.why])
        named = self._left_out(place)
        if named.reason in {Reason.PERSON, Reason.TIME} or named.taken.use is Use.PARTNER:
            return named
        if match := self._near(cells):
            proposed = match.statement_id
            return Column(place, cells[0], LEFT_OUT, _REASONS[match.why], proposed)
        return named

    def _below(self, place: int) -> list[str]:
        return [row[place] for row in self.data if place < len(row) and row[place].strip()]

    def _are_texts(self, place: int) -> bool:
        """Return whether people wrote sentences in a column: what they say about a statement."""
        below = self._below(place)
        return bool(below) and sum(map(len, below)) > LONG * len(below)

    def _near(self, cells: list[str]) -> Match | None:
        return next((match for cell in cells if (match := self.names.near(cell))), None)

    def _left_out(self, place: int) -> Column:
        cells, below = self.cells(place), self._below(place)
        reason = self._why_left_out(cells, below)
        if reason is Reason.HEADING:
            heading = partner_heading(cells, below)
            return Column(place, heading, Taken(Use.PARTNER), reason)
        return Column(place, self._name(place), LEFT_OUT, reason)

    def _why_left_out(self, cells: list[str], below: list[str]) -> Reason:
        somebody = any(_NAMES_SOMEBODY.search(cell) for cell in below)
        if not somebody and partner_heading(cells, below):
            return Reason.HEADING
        if somebody or any(_PERSON.search(spaced(cell)) for cell in cells):
            return Reason.PERSON
        if any(_TIME.search(spaced(cell)) for cell in cells):
            return Reason.TIME
        if not below:
            return Reason.EMPTY
        if _number_lines(cells, below):
            return Reason.NUMBERS
        return Reason.RATINGS if self._are_ratings(below) else Reason.TEXTS

    def _are_ratings(self, below: list[str]) -> bool:
        said = Counter(self.ratings.meaning(cell) for cell in below)
        points = sum(n for one, n in said.items() if not isinstance(one, Odd))
        return self.head.shape is Shape.PEOPLE and points >= MOSTLY * len(below)


def _number_lines(cells: list[str], below: list[str]) -> bool:
    """Return whether a column only numbers the lines, from 1 or anew in each part."""
    if cells and not _NUMBERS.match(cells[0]):
        return False
    numbers = [int(cell) for cell in below if cell.isdecimal() and len(cell) < 7]
    if 2 * len(numbers) < len(below) or numbers[0] > 1:
        return False
    return all(after in {before + 1, 1} for before, after in pairwise(numbers))


def _once(columns: list[Column]) -> list[Column]:
    """Let each statement have one column: the one that has its own words, else the first."""
    best: dict[str, Column] = {}
    for one in columns:
        if one.taken.use is Use.STATEMENT:
            known = best.setdefault(one.taken.statement_id, one)
            if _SUREST.index(one.reason) < _SUREST.index(known.reason):
                best[one.taken.statement_id] = one
    taken = set(best)
    return [_without_twin(one, best, taken) for one in columns]


def _without_twin(one: Column, best: dict[str, Column], taken: set[str]) -> Column:
    if one.taken.use is Use.STATEMENT and best[one.taken.statement_id] is not one:
        return Column(one.place, one.name, LEFT_OUT, Reason.TWICE)
    if one.proposed in taken:
        return Column(one.place, one.name, LEFT_OUT, Reason.TEXTS)
    return one


def _in_order(columns: list[Column], names: StatementNames) -> list[Column]:
    """Propose statements in their order, where as many columns of ratings name none."""
    if any(one.taken.use is Use.STATEMENT or one.proposed for one in columns):
        return columns
    ids = [one.id for one in names.framework.statements]
    numbers = {one.place: number for one in columns if (number := names.place(one.name))}
    if sorted(numbers.values()) == list(range(1, len(ids) + 1)):
        proposed = {place: ids[number - 1] for place, number in numbers.items()}
        return [_proposing(one, proposed.get(one.place, "")) for one in columns]
    rated = [one.place for one in columns if one.reason is Reason.RATINGS]
    for some in (list(numbers), rated):
        if len(some) == len(ids):
            proposed = dict(zip(some, ids, strict=True))
            return [_proposing(one, proposed.get(one.place, "")) for one in columns]
    return columns


def _proposing(one: Column, statement_id: str) -> Column:
    if not statement_id:
        return one
    return Column(one.place, one.name, LEFT_OUT, Reason.ORDER, statement_id)


def _chosen(one: Column, choices: Choices) -> Column:
    taken = choices.columns.get(one.place)
    return one if taken is None else Column(one.place, one.name, taken, Reason.CHOSEN)


def _without_surplus(columns: list[Column], names: StatementNames) -> list[Column]:
    """Ask of no ratings which statement they are, once every statement has its column."""
    have = {one.taken.statement_id for one in columns if one.taken.use is Use.STATEMENT}
    if not {one.id for one in names.framework.statements} <= have:
        return columns
    return [
        replace(one, reason=Reason.SURPLUS) if one.reason is Reason.RATINGS else one
        for one in columns
    ]


def without_partners(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return columns of which the one of the partners is asked, as it names far too many."""
    partners = [one for one in columns if one.taken.use is Use.PARTNER]
    return tuple(
        one
        if one not in partners
        else replace(
            one, taken=LEFT_OUT, reason=Reason.TOO_MANY if one is partners[0] else Reason.TEXTS
        )
        for one in columns
    )


def _one_partner(columns: list[Column]) -> list[Column]:
    """Take one column for the partners: the chosen one, else the likeliest by its heading."""
    partners = [one for one in columns if one.taken.use is Use.PARTNER]
    chosen = [one for one in partners if one.reason is Reason.CHOSEN]
    best = chosen[:1] or sorted(partners, key=lambda one: (rank(one.name), one.place))[:1]
    return [
        Column(one.place, one.name, LEFT_OUT, Reason.TWICE, is_partner=True)
        if one in partners and one not in best
        else one
        for one in columns
    ]


def _with_others(columns: list[Column], reader: _Reader) -> list[Column]:
    """Take what people wrote instead of choosing a partner for partners too."""
    partner = next((one.place for one in columns if one.taken.use is Use.PARTNER), None)
    if partner is None:
        return columns
    return [
        Column(one.place, one.name, Taken(Use.PARTNER), Reason.OTHER)
        if 0 < one.place - partner <= NEXT
        and one.taken == LEFT_OUT
        and one.reason in {Reason.TEXTS, Reason.TWICE}
        and is_other(reader.cells(one.place))
        else one
        for one in columns
    ]
