"""Use cases that bring in answers given elsewhere: read, look, decide, and only then create.

Nothing is created before `take`; whatever is left out was shown and agreed to.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.answers.choices import Blank, Choices, Taken, Use
from desktop_app.answers.columns import LEFT_OUT
from desktop_app.answers.folding import folded, letters
from desktop_app.answers.learning import learnt_of, recalled
from desktop_app.answers.reading import Reading, read_answers
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import AppError, InputProblem
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.ports import AnswerFiles, LearntStore
from desktop_app.domain.workshop import Workshop
from desktop_app.words.parts import part_names

from .library import LibraryService
from .open_questions import check_whole
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody says of a file before it is read, by the headings of its columns.

    `columns`: a statement's id, text or name by a column's heading or number, "" to leave the
    column out. `partner`: the heading or number of the partners' column. `answers`: a point, or
    "cannot-say" or "not-answered", by an answer as it is written. `forget`: what was chosen last
    time for a file with the same header is kept no longer.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    partner: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    blank: Blank | None = None
    forget: bool = False


class AnswerImports:
    """Read files of answers, show what they hold, and make workshops of them.

    What was chosen for a file is kept, and taken up again for one with the same header.
    """

    def __init__(self, files: AnswerFiles, library: LibraryService, learnt: LearntStore) -> None:
        self._files = files
        self._library = library
        self._learnt = learnt

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

    def begin(
        self, table: AnswerTable, framework: Framework, known: tuple[str, ...] = ()
    ) -> Reading:
        """Return what would be created with what was chosen last time for such a file, if ever.

        `known`: the partners of a workshop that it comes into. Raise FileProblem.
        """
        plain = self.check(table, framework, Choices(known=known))
        kept = (one for one in self._learnt.load() if one.header == plain.header)
        learnt = next(kept, None)
        if learnt is None:
            return plain
        return self.check(table, framework, replace(recalled(learnt, framework), known=known))

    def forget(self, reading: Reading) -> None:
        """Keep no longer what was chosen for files with this header; raise EnvironmentProblem."""
        kept = self._learnt.load()
        left = [one for one in kept if one.header != reading.header]
        if len(left) < len(kept):
            self._learnt.save(left)

    def remember(self, reading: Reading) -> None:
        """Keep what was chosen for a file that came in; where that cannot be, it is not needed."""
        learnt = learnt_of(reading.header, reading.choices, reading.decided)
        with suppress(AppError):
            kept = self._learnt.load()
            left = [one for one in kept if one.header != reading.header]
            now = [*left, learnt] if learnt is not None else left
            if tuple(now) != kept:
                self._learnt.save(now)

    def take(self, title: str, reading: Reading) -> Outcome[str]:
        """Make a workshop of what was shown; give its id."""
        if not reading.ballots:
            raise InputProblem("There is no answer to import. Match the columns or correct lines.")
        outcome = self._library.add_answers(title, reading.rounds, reading.framework)
        self.remember(reading)
        return outcome

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
        begun = self.begin(table, rated, known)
        if decisions.forget:
            self.forget(begun)
            begun = self.check(table, rated, Choices(known=known))
        if replace(decisions, forget=False) == Decisions():
            return begun
        return self.check(table, rated, _choices(decisions, begun))

    def take_whole(self, title: str, reading: Reading) -> Outcome[str]:
        """Make a workshop of a file that was looked at; give its id.

        Raise FileProblem where something is not understood or has to be decided.
        """
        check_whole(reading)
        return self.take(title, reading)


def _choices(decisions: Decisions, plain: Reading) -> Choices:
    """Return what a reading was made with, and the decisions, which go before."""
    before = plain.choices
    columns = dict(before.columns)
    if decisions.partner:
        columns = {p: one for p, one in columns.items() if one.use is not Use.PARTNER}
    for heading, statement in decisions.columns.items():
        columns[_place(heading, plain)] = _taken(statement, plain.framework)
    if decisions.partner:
        columns[_place(decisions.partner, plain)] = Taken(Use.PARTNER)
    answers = {folded(a): _point(a, p, plain.framework) for a, p in decisions.answers.items()}
    return replace(
        before,
        columns=columns,
        answers={**before.answers, **answers},
        blank=decisions.blank or before.blank,
    )


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
