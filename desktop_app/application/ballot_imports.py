"""Use cases that bring in ballots step by step: read, match columns, look, and only then create.

Nothing is created before `take`; whatever is left out was shown as a problem and agreed to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.ballot_rows import (
    COLUMNS,
    NEEDED,
    BallotMistake,
    BallotRules,
    BallotTable,
    gap,
)
from desktop_app.domain.errors import InputProblem
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.ports import BallotFiles
from desktop_app.domain.rounds import FileBallot
from desktop_app.domain.texts import Phrase
from desktop_app.words.parts import part_names

from .library import LibraryService
from .outcome import Outcome

Columns = Mapping[str, int | None]
"""Which column of a table (from 0) holds what; None for one that is not there."""

MAX_SHOWN = 200
"""So many problems are told one by one; the others are counted."""

_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "statement": ("statementid", "id", "code", "item", "question", "statementtext"),
    "round": ("vote", "ordinal", "wave"),
    "group": ("partner", "organisation", "organization", "sector", "role", "team"),
    "rating": ("score", "answer", "value", "points", "point", "response"),
}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one line of the file."""

    line: int
    mistake: Phrase


@dataclass(frozen=True, slots=True)
class RoundPreview:
    """A round that would be made; no ratings, only how many there are."""

    statement_id: str
    text: str
    ordinal: int
    ballots: int
    cannot_say: int


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What would be created from the good rows, and what is wrong with the others.

    `framework`: what the ballots are for, as it was when they were looked at. `missing`: columns
    that must be matched first. `groups` pairs each group with its most ballots
    in a round. `people`: the most ballots in a round. `unrated`: statements without a ballot.
    """

    framework: Framework
    ballots: tuple[FileBallot, ...] = ()
    rounds: tuple[RoundPreview, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    people: int = 0
    unrated: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    problem_count: int = 0


class BallotImports:
    """Read files of ballots, show what they hold, and make workshops of them."""

    def __init__(self, files: BallotFiles, library: LibraryService) -> None:
        self._files = files
        self._library = library

    def frameworks(self) -> tuple[Framework, ...]:
        """Return what ballots can be for: the built-in framework, then those made here."""
        return self._library.frameworks()

    def read(self, path: Path, sheet: str = "") -> BallotTable:
        """Return a file's cells, of a workbook the named sheet; raise FileProblem."""
        return self._files.table(path, sheet)

    def check(self, table: BallotTable, columns: Columns, framework: Framework) -> ImportPreview:
        """Return what would be created with these columns for a framework; create nothing."""
        return preview(table, columns, framework)

    def take(self, title: str, checked: ImportPreview) -> Outcome[str]:
        """Make a workshop of what was shown; give its id."""
        if not checked.ballots:
            raise InputProblem("There is no ballot to import. Match the columns or correct rows.")
        return self._library.add_ballots(title, checked.ballots, checked.framework)


def guess_columns(header: Sequence[str]) -> dict[str, int | None]:
    """Return which column is likely to hold what: by its name, or a name people use for it."""
    names = ["".join(c for c in name.casefold() if c.isalnum()) for name in header]
    found: dict[str, int | None] = {}
    for column in COLUMNS:
        wanted = (column, *_OTHER_NAMES[column])
        places = (names.index(name) for name in wanted if name in names)
        found[column] = next((p for p in places if p not in found.values()), None)
    return found


def preview(table: BallotTable, columns: Columns, framework: Framework) -> ImportPreview:
    """Return what a table would become with these columns."""
    missing = tuple(name for name in NEEDED if columns.get(name) is None)
    if missing:
        return ImportPreview(framework, missing=missing)
    rules = BallotRules(framework, part_names(framework.language))
    good, bad = _sorted_out(table, columns, rules)
    good, gaps = _without_gaps(good)
    bad = sorted([*bad, *gaps], key=_line_of)
    return _shown([ballot for _, ballot in good], bad, framework)


Numbered = tuple[int, FileBallot]


def _sorted_out(
    table: BallotTable, columns: Columns, rules: BallotRules
) -> tuple[list[Numbered], list[RowProblem]]:
    places = {name: place for name, place in columns.items() if place is not None}
    good: list[Numbered] = []
    bad: list[RowProblem] = []
    for number, row in table.rows:
        try:
            ballot = rules.ballot({name: row[place] for name, place in places.items()})
        except BallotMistake as mistake:
            bad.append(_problem(number, mistake))
        else:
            good.append((number, ballot))
    return good, bad


def _without_gaps(good: list[Numbered]) -> tuple[list[Numbered], list[RowProblem]]:
    """Take out the rounds that come without the one before them."""
    there = {(ballot.statement_id, ballot.ordinal) for _, ballot in good}
    whole: set[tuple[str, int]] = set()
    for statement, ordinal in sorted(there):
        if ordinal == 1 or (statement, ordinal - 1) in whole:
            whole.add((statement, ordinal))
    bad = [
        _problem(number, gap(ballot.statement_id, ballot.ordinal))
        for number, ballot in good
        if (ballot.statement_id, ballot.ordinal) not in whole
    ]
    return [(n, b) for n, b in good if (b.statement_id, b.ordinal) in whole], bad


def _problem(number: int, mistake: BallotMistake) -> RowProblem:
    return RowProblem(number, mistake.phrase)


def _line_of(problem: RowProblem) -> int:
    return problem.line


def _shown(ballots: list[FileBallot], bad: list[RowProblem], framework: Framework) -> ImportPreview:
    votes = Counter((b.statement_id, b.ordinal) for b in ballots)
    silent = Counter((b.statement_id, b.ordinal) for b in ballots if b.ballot.point == CANNOT_SAY)
    in_group = Counter((b.ballot.group, b.statement_id, b.ordinal) for b in ballots)
    groups: dict[str, int] = {}
    for (group, *_), count in in_group.items():
        groups[group] = max(count, groups.get(group, 0))
    rounds = tuple(
        RoundPreview(s.id, s.text, ordinal, votes[s.id, ordinal], silent[s.id, ordinal])
        for s in framework.statements
        for ordinal in sorted(o for statement, o in votes if statement == s.id)
    )
    rated = {one.statement_id for one in rounds}
    return ImportPreview(
        framework,
        ballots=tuple(ballots),
        rounds=rounds,
        groups=tuple(sorted((g, n) for g, n in groups.items() if g)),
        people=max(votes.values(), default=0),
        unrated=tuple(s.id for s in framework.statements if s.id not in rated),
        problems=tuple(bad[:MAX_SHOWN]),
        problem_count=len(bad),
    )
