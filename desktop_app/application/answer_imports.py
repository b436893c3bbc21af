"""Use cases that bring in answers given elsewhere: read, look, decide, and only then create.

Nothing is created before `take`; whatever is left out was shown and agreed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.answers.choices import Blank, Choices, Taken, Use
from desktop_app.answers.columns import LEFT_OUT, Column
from desktop_app.answers.folding import folded, letters
from desktop_app.answers.heads import Shape
from desktop_app.answers.reading import Reading, UnknownAnswer, read_answers
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import FileProblem, InputProblem
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.ports import AnswerFiles
from desktop_app.domain.texts import Phrase, phrase, shortened
from desktop_app.domain.workshop import Workshop
from desktop_app.words.parts import part_names

from .library import LibraryService
from .outcome import Outcome

MAX_SAID = 80
"""What stands in a file is quoted no longer than this."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody says of a file before it is read, by the headings of its columns.

    `columns`: a statement's id, text or name by a column's heading or number, "" to leave the
    column out. `partner`: the heading or number of the partners' column. `answers`: a point, or
    "cannot-say" or "not-answered", by an answer as it is written.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    partner: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    blank: Blank | None = None


class AnswerImports:
    """Read files of answers, show what they hold, and make workshops of them."""

    def __init__(self, files: AnswerFiles, library: LibraryService) -> None:
        self._files = files
        self._library = library

    def frameworks(self) -> tuple[Framework, ...]:
        """Return what answers can be for: the built-in framework, then those made here."""
        return self._library.frameworks()

    def read(self, path: Path, sheet: str = "") -> AnswerTable:
        """Return a file's cells, of a workbook the named sheet; raise FileProblem."""
        return self._files.table(path, sheet)

    def read_given(self, content: bytes, file: str, sheet: str = "") -> AnswerTable:
        """Return the cells of what was handed over without a file; raise FileProblem."""
        return self._files.given(content, file, sheet)

    def read_pasted(self, text: str, html: str, file: str) -> AnswerTable:
        """Return the cells of what was copied elsewhere; raise FileProblem."""
        return self._files.pasted(text, html, file)

    def check(self, table: AnswerTable, framework: Framework, choices: Choices) -> Reading:
        """Return what would be created with these choices; create nothing. Raise FileProblem."""
        return read_answers(table, framework, choices, part_names(framework.language))

    def take(self, title: str, reading: Reading) -> Outcome[str]:
        """Make a workshop of what was shown; give its id."""
        if not reading.ballots:
            raise InputProblem("There is no answer to import. Match the columns or correct lines.")
        return self._library.add_answers(title, reading.rounds, reading.framework)

    def look(
        self,
        table: AnswerTable,
        framework: str,
        decisions: Decisions,
        into: Workshop | None = None,
    ) -> Reading:
        """Return what a file becomes as decided beforehand.

        `framework` is the id or exact title of what was rated, "" for the built-in one; `into` a
        workshop whose statements and partners the file is about. Raise FileProblem, NotFound, or
        InputProblem where a decision fits nothing in the file.
        """
        rated = self._library.rated(framework) if into is None else into.framework
        known = partners_of(into)
        plain = self.check(table, rated, Choices(known=known))
        if decisions == Decisions():
            return plain
        return self.check(table, rated, replace(_choices(decisions, plain), known=known))

    def take_whole(self, title: str, reading: Reading) -> Outcome[str]:
        """Make a workshop of a file that was looked at; give its id.

        Raise FileProblem where something is not understood or has to be decided.
        """
        check_whole(reading)
        return self._library.add_answers(title, reading.rounds, reading.framework)


def _choices(decisions: Decisions, plain: Reading) -> Choices:
    columns: dict[int, Taken] = {}
    for heading, statement in decisions.columns.items():
        columns[_place(heading, plain)] = _taken(statement, plain.framework)
    if decisions.partner:
        columns[_place(decisions.partner, plain)] = Taken(Use.PARTNER)
    answers = {folded(a): _point(a, p, plain.framework) for a, p in decisions.answers.items()}
    return Choices(columns=columns, answers=answers, blank=decisions.blank)


def _place(heading: str, plain: Reading) -> int:
    """Return the place of the column with a heading, else with a number from 1."""
    wanted = letters(heading)
    found = [one.place for one in plain.columns if letters(one.name) == wanted]
    number = int(heading) if heading.isascii() and heading.isdigit() and len(heading) <= 3 else 0
    if not found and 1 <= number <= len(plain.columns):
        return number - 1
    if len(found) != 1:
        raise InputProblem(
            "{file} has no single column “{column}”. Its columns are: {columns}.",
            file=plain.file,
            column=heading,
            columns=", ".join(f"“{one.name}”" for one in plain.columns if one.name),
        )
    return found[0]


def _taken(statement: str, framework: Framework) -> Taken:
    if not statement:
        return LEFT_OUT
    wanted = folded(statement)
    for one in framework.statements:
        if wanted in {folded(one.id), folded(one.text), folded(one.name)}:
            return Taken(Use.STATEMENT, one.id)
    raise InputProblem(
        "“{statement}” is not a statement of the framework. Use ids such as {ids}.",
        statement=statement,
        ids=", ".join(sorted(s.id for s in framework.statements)[:3]),
    )


def _point(answer: str, said: str, framework: Framework) -> int | None:
    if said == Blank.NOT_ANSWERED.value:
        return None
    if said == Blank.CANNOT_SAY.value:
        return CANNOT_SAY
    size = framework.scale.size
    if said.isascii() and said.isdigit() and len(said) == 1 and 1 <= int(said) <= size:
        return int(said)
    raise InputProblem(
        "“{answer}” can be a point from 1 to {points}, cannot-say or not-answered, but not"
        " “{said}”.",
        answer=answer,
        points=size,
        said=said,
    )


def partners_of(workshop: Workshop | None) -> tuple[str, ...]:
    """Return the partners whose names a file's partners are held against."""
    return tuple(group.label for group in workshop.groups) if workshop is not None else ()


def check_whole(reading: Reading) -> None:
    """Raise FileProblem where something is not understood or has to be decided."""
    if (wrong := first_open(reading)) is not None:
        raise wrong


def first_open(reading: Reading) -> FileProblem | None:
    """Return why a file cannot be taken as it is understood, the first thing only; or None."""
    if (open_ := _first_question(reading)) is not None:
        return FileProblem(
            "{file}: {question}. Nothing was imported.", file=reading.file, question=open_
        )
    if reading.mistakes:
        mistake = min(reading.mistakes, key=lambda one: one.line)
        return FileProblem(
            "{file}, line {line}: {mistake}. Nothing was imported.",
            file=reading.file,
            line=mistake.line,
            mistake=mistake.phrase,
        )
    if not reading.ballots:
        return FileProblem("{mistake}. Nothing was imported.", mistake=_nothing(reading))
    return None


def _first_question(reading: Reading) -> Phrase | None:
    for column in reading.columns:
        if column.proposed:
            return _is_it(column)
    if not reading.ballots and reading.asked_columns:
        return _which_is_it(reading.asked_columns[0])
    for one in reading.unknown:
        if one.proposed:
            return _which_point(one)
    for text, statement in reading.unsure.items():
        return phrase(
            "“{text}” may be statement {statement}. Write its id or its own words in the file",
            text=shortened(text, MAX_SAID),
            statement=statement,
        )
    return None


def _is_it(column: Column) -> Phrase:
    return phrase(
        "the column “{column}” may be statement {statement}. Say so by --map"
        " “{number}={statement}”, or leave it out by --map “{number}=”",
        column=shortened(column.name, MAX_SAID),
        number=column.place + 1,
        statement=column.proposed,
    )


def _which_is_it(column: Column) -> Phrase:
    return phrase(
        "the column “{column}” holds ratings, but of which statement? Say so by --map"
        " “{number}=STATEMENT”",
        column=shortened(column.name, MAX_SAID),
        number=column.place + 1,
    )


def _which_point(one: UnknownAnswer) -> Phrase:
    return phrase(
        "the answer “{text}” ({n}) may be the point {point}. Say so by --answer “{text}={point}”",
        text=shortened(one.text, MAX_SAID),
        n=one.count,
        point=one.proposed,
    )


def _nothing(reading: Reading) -> Phrase:
    if reading.shape is Shape.UNKNOWN:
        return phrase(
            "{file} holds no answers that Roundtable knows: no column is named like a statement of"
            " the framework, and none “statement” and “rating”",
            file=reading.file,
        )
    return phrase("{file} has no answers. Add a line for each person", file=reading.file)
