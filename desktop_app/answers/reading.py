"""A file of answers read with what somebody decided: what it becomes, and what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.domain.answer_table import AnswerTable, Row
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.result_rules import GROUP_FLOOR
from desktop_app.domain.rounds import MAX_PEOPLE, PART_NAMES
from desktop_app.domain.texts import Phrase, phrase

from .choices import Blank, Choices, Use
from .columns import Column, Reason, columns_of, without_partners
from .gathering import Gathered, Gatherer, RoundAnswers, Vote, without_gaps
from .heads import OWN_HEADER, Head, Shape, find_head
from .learning import header_of
from .lines import Lines, people_in
from .mistakes import Mistake
from .partner_columns import partners_of
from .partners import Pair, Partners, partners_in
from .ratings import RatingWords
from .statements import StatementNames
from .turned import TOLD, turned_round

MAX_PARTNERS = 100
MAX_UNKNOWN = 12
"""Of more different answers that nobody understands, none is asked one by one."""
TEN = 10


@dataclass(frozen=True, slots=True)
class UnknownAnswer:
    """An answer that nobody understands, how often it stands, and the point it may be."""

    text: str
    count: int
    proposed: int | None = None


@dataclass(frozen=True)
class Reading:
    """What a file becomes, as it is understood now.

    `head_line`: the number of the line with the headings. `rounds` by statement and round.
    `people`: the most in a round. `partners`: how they are written, and how many each has at
    most. `unsure`: texts that nearly name a statement. `beside`: lines that are no answers.
    `told`: how the file was read, for whoever brings it in. `header`: the fingerprint of its
    headings, "" where it has none; `choices` and `decided`: what it was read with, and how often
    each answer stands of which somebody said what it is.
    """

    file: str
    framework: Framework
    shape: Shape = Shape.UNKNOWN
    is_own: bool = False
    head_line: int = 0
    columns: tuple[Column, ...] = ()
    shown: tuple[Row, ...] = ()
    rounds: Mapping[Vote, RoundAnswers] = field(default_factory=dict)
    people: int = 0
    partners: Partners = field(default_factory=Partners)
    of_partner: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[UnknownAnswer, ...] = ()
    unsure: Mapping[str, str] = field(default_factory=dict)
    blank: Blank = Blank.NOT_ANSWERED
    blank_cells: int = 0
    beside: int = 0
    mistakes: tuple[Mistake, ...] = ()
    mistake_count: int = 0
    told: tuple[Phrase, ...] = ()
    header: str = ""
    choices: Choices = field(default_factory=Choices)
    decided: Mapping[str, int] = field(default_factory=dict)

    @property
    def ballots(self) -> int:
        """Return how many ballots there would be."""
        return sum(vote.ballots for vote in self.rounds.values())

    @property
    def asked_columns(self) -> tuple[Column, ...]:
        """Return the columns of which somebody has to say what they are."""
        return tuple(one for one in self.columns if one.is_asked)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Return the partners that may be one."""
        return self.partners.pairs

    @property
    def unrated(self) -> tuple[str, ...]:
        """Return the statements without an answer."""
        rated = {statement for (statement, _), vote in self.rounds.items() if vote.ballots}
        return tuple(s.id for s in self.framework.statements if s.id not in rated)

    @property
    def small_partners(self) -> tuple[str, ...]:
        """Return the partners of too few people to be shown alone."""
        return tuple(name for name, n in self.of_partner.items() if name and n < GROUP_FLOOR)


def read_answers(
    table: AnswerTable,
    framework: Framework,
    choices: Choices | None = None,
    nobody: Collection[str] = PART_NAMES,
) -> Reading:
    """Return what a file becomes for a framework; `nobody`: names that are no partner's, small.

    Raise FileProblem where it has too many people.
    """
    chosen = choices or Choices()
    names, ratings = StatementNames(framework), RatingWords(framework, chosen.answers)
    head = find_head(table.rows, names, ratings)
    turned = turned_round(table.rows, head, names, ratings)
    header = "" if turned else _header(table, head, names, chosen)
    if turned:
        table = replace(table, rows=turned, merged=(), told=(*table.told, TOLD))
        head = find_head(turned, names, ratings)
    columns = columns_of(table.rows, head, names, ratings, chosen) if table.rows else ()
    data = table.rows[head.data :]
    if head.shape is Shape.PEOPLE and len(data) > MAX_PEOPLE:
        raise _too_many(table.file)
    columns, lines, cells = _with_partners(table, head, columns)
    partners = partners_in(cells, chosen, nobody)
    blank = chosen.blank or (Blank.CANNOT_SAY if head.is_own else Blank.NOT_ANSWERED)
    strict = len(OWN_HEADER) if head.is_own else 0
    gatherer = Gatherer(columns, names, ratings, partners, chosen, blank, strict)
    found = Gathered(framework)
    _gather(gatherer, head, data, lines, found)
    without_gaps(found)
    return _reading(table, head, gatherer, found, header)


def _gather(
    gatherer: Gatherer, head: Head, data: Sequence[Row], lines: Lines | None, found: Gathered
) -> None:
    if lines is not None:
        gatherer.people(lines, found)
    elif head.shape is Shape.ANSWERS:
        gatherer.answers(data, found)
    elif head.shape is Shape.COUNTS:
        gatherer.counts(data, found)


def _too_many(file: str) -> FileProblem:
    return FileProblem(
        "{file} has more than {most} people. Roundtable is made for a room: split the file. Nothing"
        " was imported.",
        file=file,
        most=MAX_PEOPLE,
    )


def _header(table: AnswerTable, head: Head, names: StatementNames, chosen: Choices) -> str:
    """Return the fingerprint of the headings as they are known before anything is chosen."""
    framework = names.framework
    if chosen.answers:
        head = find_head(table.rows, names, RatingWords(framework, {}))
    return header_of(table.rows, head, framework) if head.shape is not Shape.UNKNOWN else ""


def _with_partners(
    table: AnswerTable, head: Head, columns: tuple[Column, ...]
) -> tuple[tuple[Column, ...], Lines | None, Counter[str]]:
    """Return columns, lines of people, and how often each partner stands as it is written.

    A column that names too many partners is left out and asked: it may be the people's names.
    """
    data = table.rows[head.data :]
    places = [one.place for one in columns if one.taken.use is Use.PARTNER]
    lines = people_in(data, columns, table.merged) if head.shape is Shape.PEOPLE else None
    cells = Counter(partners_of(data, places) if lines is None else lines.partners)
    if not places or len(cells) <= MAX_PARTNERS:
        return columns, lines, cells
    return _with_partners(table, head, without_partners(columns))


def _reading(
    table: AnswerTable, head: Head, gatherer: Gatherer, found: Gathered, header: str
) -> Reading:
    columns, partners, chosen = gatherer.columns, gatherer.partners, gatherer.choices
    people = found.people or max((vote.people for vote in found.rounds.values()), default=0)
    of_partner = found.of_partner or _most_of_partners(found.rounds)
    return Reading(
        table.file,
        found.framework,
        head.shape,
        head.is_own,
        table.rows[head.at][0] if table.rows else 0,
        columns,
        _shown(table.rows[head.data :], columns),
        {vote: one for vote, one in sorted(found.rounds.items()) if one.people},
        people,
        partners,
        {name: of_partner[name] for name in partners.written if of_partner[name]},
        _unknown(found, gatherer.ratings),
        dict(found.unsure),
        gatherer.blank,
        found.blank_cells,
        found.beside,
        tuple(found.mistakes.first),
        found.mistakes.count,
        (*_as_last_time(chosen), *table.told, *found.told, *_twice(columns)),
        header,
        chosen,
        dict(found.decided),
    )


def _as_last_time(chosen: Choices) -> list[Phrase]:
    told = phrase("As you chose last time for a file with these columns.")
    return [told] if chosen.recalled else []


def _twice(columns: Sequence[Column]) -> list[Phrase]:
    """Return what is said of columns that name a statement which another has already."""
    return [
        phrase("Two columns are “{column}”. One of them was taken.", column=one.name)
        for one in columns
        if one.reason is Reason.TWICE and not one.is_partner
    ]


def _most_of_partners(rounds: Mapping[Vote, RoundAnswers]) -> Counter[str]:
    most: Counter[str] = Counter()
    for vote in rounds.values():
        here: Counter[str] = Counter()
        for (partner, _), n in vote.votes.items():
            here[partner] += n
        most |= here
    return most


def _unknown(found: Gathered, ratings: RatingWords) -> tuple[UnknownAnswer, ...]:
    texts = sorted(found.unknown, key=lambda text: (-found.unknown[text], text))
    if len(texts) > MAX_UNKNOWN:
        return ()
    proposed = ratings.proposed(texts)
    return tuple(UnknownAnswer(t, found.unknown[t], proposed.get(t)) for t in texts)


def _shown(data: Sequence[Row], columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """Return ten lines as they are in the file, without what could name a person."""
    kept = {one.place for one in columns if one.taken.use is not Use.LEFT_OUT}
    return tuple(
        (number, tuple(cell if place in kept else "" for place, cell in enumerate(row)))
        for number, row in data[:TEN]
    )
