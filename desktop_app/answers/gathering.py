"""Answers counted as they are read: never a row that could be one person's, only sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.answer_table import Row
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.rounds import MAX_PEOPLE
from desktop_app.domain.texts import Phrase

from .choices import Blank, Choices, Use
from .columns import Column
from .folding import folded
from .lines import SUMS, Lines
from .mistakes import (
    Mistakes,
    gap,
    name_too_long,
    no_count,
    no_rating,
    no_rating_in,
    no_round,
    no_statement,
    values_missing,
)
from .partner_columns import partners_of
from .partners import Partners
from .ratings import Odd, RatingWords
from .statements import StatementNames

MAX_NAME = 80
MAX_ROUND = 99

Vote = tuple[str, int]
"""A statement's id and its round, from 1."""


@dataclass(slots=True)
class RoundAnswers:
    """One vote as the file tells it: how many of a partner gave each point, and who gave none.

    `people`: all who could answer, `blanks` of them gave no answer. `line`: the first of its lines.
    """

    votes: Counter[tuple[str, int]] = field(default_factory=Counter)
    people: int = 0
    blanks: int = 0
    line: int = 0

    @property
    def ballots(self) -> int:
        """Return how many ballots it has."""
        return self.votes.total()

    @property
    def cannot_say(self) -> int:
        """Return how many of them say that they can't say."""
        return sum(n for (_, point), n in self.votes.items() if point == CANNOT_SAY)


@dataclass
class Gathered:
    """What is read so far.

    `unknown`: how often each answer stands that nobody understands; `unsure`: texts that only
    nearly name a statement, each with it; `beside`: lines that are no answers. `decided`: how
    often each answer stands of which somebody said what it is.
    """

    framework: Framework
    rounds: dict[Vote, RoundAnswers] = field(default_factory=dict)
    mistakes: Mistakes = field(default_factory=Mistakes)
    unknown: Counter[str] = field(default_factory=Counter)
    unsure: dict[str, str] = field(default_factory=dict)
    blank_cells: int = 0
    beside: int = 0
    people: int = 0
    told: tuple[Phrase, ...] = ()
    of_partner: Counter[str] = field(default_factory=Counter)
    decided: Counter[str] = field(default_factory=Counter)

    def round(self, statement_id: str, ordinal: int) -> RoundAnswers:
        """Return a vote's answers, empty at first."""
        return self.rounds.setdefault((statement_id, ordinal), RoundAnswers())


@dataclass(frozen=True)
class Gatherer:
    """Counts the answers of a file's lines."""

    columns: tuple[Column, ...]
    names: StatementNames
    ratings: RatingWords
    partners: Partners
    choices: Choices
    blank: Blank
    strict_width: int = 0

    def _of(self, use: Use) -> list[Column]:
        return [one for one in self.columns if one.taken.use is use]

    def _add(
        self,
        found: Gathered,
        vote: RoundAnswers,
        partner: str,
        meaning: int | Odd,
        people: int = 1,
    ) -> None:
        """Count people in a vote, with an answer or without."""
        vote.people += people
        if meaning is Odd.BLANK:
            found.blank_cells += people
            meaning = CANNOT_SAY if self.blank is Blank.CANNOT_SAY else Odd.UNKNOWN
        if isinstance(meaning, Odd):
            vote.blanks += people
        else:
            vote.votes[partner, meaning] += people

    # -- one person a line ------------------------------------------------------------------

    def people(self, lines: Lines, found: Gathered) -> None:
        """Count lines of one person each: column by column, as most cells are alike."""
        rated = self._of(Use.STATEMENT)
        found.beside, found.people, found.told = lines.beside, len(lines.people), lines.told
        whose = self._names(lines.partners)
        parts = _parts(whose)
        found.of_partner.update({name: len(some) for name, some in parts})
        columns = {one.place: lines.columns[one.place] for one in rated}
        counts = {place: _counted(answers, parts) for place, answers in columns.items()}
        foreign = self.ratings.of_another_scale(
            {cell for some in counts.values() for _, counted in some for cell in counted}
        )
        wrong: list[tuple[int, Column, str]] = []
        for one in rated:
            vote, unknown = found.round(one.taken.statement_id, 1), set[str]()
            for name, counted in counts[one.place]:
                unknown |= self._count_part(found, vote, name, counted, foreign)
            if unknown:
                lined = enumerate(columns[one.place])
                wrong += [(lines.people[n][0], one, c) for n, c in lined if c in unknown]
        self._tell(found, wrong)

    def _tell(self, found: Gathered, wrong: list[tuple[int, Column, str]]) -> None:
        """Tell of the cells that nobody understands, in the order of their lines."""
        size = self.names.framework.scale.size
        for number, one, cell in sorted(wrong, key=lambda place: (place[0], place[1].place)):
            found.unknown[folded(cell)] += 1
            found.mistakes.add(number, no_rating_in(cell, one.name, size))

    def _names(self, cells: Sequence[str]) -> Sequence[str]:
        """Return the partner that each cell names."""
        names = {cell: self.partners.name(cell) for cell in set(cells)}
        return [names[cell] for cell in cells]

    def _count_part(
        self,
        found: Gathered,
        vote: RoundAnswers,
        partner: str,
        counted: Counter[str],
        foreign: Collection[str],
    ) -> set[str]:
        """Count one partner's answers on a statement; return those that nobody understands."""
        unknown = set()
        for cell, people in counted.items():
            meaning = Odd.UNKNOWN if cell in foreign else self.ratings.meaning(cell)
            if meaning is Odd.UNKNOWN:
                unknown.add(cell)
            self._note_decided(found, cell, people)
            self._add(found, vote, partner, meaning, people)
        return unknown

    def _note_decided(self, found: Gathered, cell: str, people: int = 1) -> None:
        if self.choices.answers and (text := folded(cell)) in self.choices.answers:
            found.decided[text] += people

    # -- one answer a line ------------------------------------------------------------------

    def answers(self, rows: Sequence[Row], found: Gathered) -> None:
        """Count lines of one answer each."""
        which, rating = self._of(Use.WHICH)[:1], self._of(Use.RATING)[:1]
        if not which or not rating:
            return
        partners = partners_of(rows, [one.place for one in self._of(Use.PARTNER)])
        for (number, row), whose in zip(rows, self._names(partners), strict=True):
            if self.strict_width and len(row) != self.strict_width:
                found.mistakes.add(number, values_missing(len(row), self.strict_width))
                continue
            statement = self._statement(found, number, _cell(row, which))
            ordinal = self._ordinal(found, number, _cell(row, self._of(Use.ROUND)))
            if statement and ordinal and self._is_short(found, number, row):
                cell = _cell(row, rating)
                meaning = self.ratings.meaning(cell)
                if meaning is Odd.UNKNOWN:
                    found.unknown[folded(cell)] += 1
                    size = self.names.framework.scale.size
                    found.mistakes.add(number, no_rating(cell, size))
                    continue
                vote = found.round(statement, ordinal)
                vote.line = vote.line or number
                self._note_decided(found, cell)
                self._add(found, vote, whose, meaning)

    def _statement(self, found: Gathered, number: int, cell: str) -> str:
        chosen = self.choices.statements.get(folded(cell))
        if chosen is not None:
            return chosen
        if match := self.names.sure(cell):
            return match.statement_id
        if near := self.names.near(cell):
            found.unsure[cell.strip()] = near.statement_id
        ids = sorted(s.id for s in self.names.framework.statements)
        found.mistakes.add(number, no_statement(cell, ids))
        return ""

    def _ordinal(self, found: Gathered, number: int, cell: str) -> int:
        text = cell.strip().removesuffix(".0")
        if not text:
            return 1
        ordinal = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 0
        if not 1 <= ordinal <= MAX_ROUND:
            found.mistakes.add(number, no_round(cell))
            return 0
        return ordinal

    def _is_short(self, found: Gathered, number: int, row: Sequence[str]) -> bool:
        if len(" ".join(_cell(row, self._of(Use.PARTNER)).split())) <= MAX_NAME:
            return True
        found.mistakes.add(number, name_too_long(MAX_NAME))
        return False

    # -- counts -----------------------------------------------------------------------------

    def counts(self, rows: Sequence[Row], found: Gathered) -> None:
        """Take over lines of how many people chose each point of a statement."""
        which, counted = self._of(Use.WHICH)[:1], self._of(Use.COUNT)
        for number, row in rows:
            if folded(_cell(row, which)) in SUMS:
                found.beside += 1
                continue
            statement = self._statement(found, number, _cell(row, which))
            if not statement:
                continue
            numbers = [(one.taken.point, self._count(found, number, row, one)) for one in counted]
            if all(n is not None for _, n in numbers):
                vote = found.round(statement, 1)
                for point, n in numbers:
                    vote.votes["", point] += n or 0
                vote.votes = +vote.votes
                vote.people = vote.ballots

    def _count(self, found: Gathered, number: int, row: Sequence[str], one: Column) -> int | None:
        text = _cell(row, [one]).strip().removesuffix(".0") or "0"
        if text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= MAX_PEOPLE:
            return int(text)
        found.mistakes.add(number, no_count(text, MAX_PEOPLE))
        return None


def _parts(whose: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Return the places of each partner's people, by the partners' names."""
    parts: dict[str, list[int]] = {name: [] for name in sorted(set(whose))}
    adds = {name: places.append for name, places in parts.items()}
    for place, name in enumerate(whose):
        adds[name](place)
    return list(parts.items())


def _counted(
    answers: Sequence[str], parts: Sequence[tuple[str, list[int]]]
) -> list[tuple[str, Counter[str]]]:
    """Return how often each answer stands with each partner."""
    if len(parts) == 1:
        return [(parts[0][0], Counter(answers))]
    answer = answers.__getitem__
    return [(name, Counter(map(answer, places))) for name, places in parts]


def _cell(row: Sequence[str], columns: list[Column]) -> str:
    return row[columns[0].place] if columns and columns[0].place < len(row) else ""


def without_gaps(found: Gathered) -> None:
    """Take out the rounds that come without the one before them."""
    for statement, ordinal in sorted(found.rounds):
        if ordinal > 1 and (statement, ordinal - 1) not in found.rounds:
            line = found.rounds.pop((statement, ordinal)).line
            found.mistakes.add(line, gap(statement, ordinal))
