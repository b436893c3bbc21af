"""`roundtable import`: a workshop, or answers given elsewhere; `--preview` only looks."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop_app.answers.choices import Blank
from desktop_app.answers.columns import Column
from desktop_app.answers.reading import Reading
from desktop_app.application.answer_imports import AnswerImports, Decisions
from desktop_app.application.moving import Again
from desktop_app.application.open_questions import check_whole, first_open
from desktop_app.application.services import Services
from desktop_app.bootstrap import default_data_dir, opened
from desktop_app.domain import library_file
from desktop_app.domain.answer_table import MAX_BYTES, AnswerTable
from desktop_app.domain.errors import FileProblem, InputProblem
from desktop_app.domain.progress_form import filled_in, form_of
from desktop_app.domain.texts import Phrase, phrase, to_say
from desktop_app.domain.workshop import Workshop
from desktop_app.words.answers import (
    blank_words,
    held_words,
    reason_words,
    shape_words,
    size_words,
    small_words,
    use_words,
)
from desktop_app.words.beforehand import beforehand_told
from desktop_app.words.speech import said, said_alone, say, say_count

from .calls import Parser, complain, one_line, path_of

STANDARD_INPUT = "-"
_FOR_THE_WINDOW = {
    ".toml": to_say(
        "“{file}” is a framework and holds no answers. Bring it in by Import… in the window."
        " Nothing was imported."
    ),
    library_file.SUFFIX: to_say(
        "“{file}” is a copy of a whole library. Look into it with roundtable restore. Nothing was"
        " imported."
    ),
}
"""What is no workshop and no answers, by the suffix of its name, and what to do with it."""


def add_import(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `import` to the parser."""
    importing = commands.add_parser(
        "import", parents=[shared], help=say("bring in a workshop, or answers given elsewhere")
    )
    importing.add_argument(
        "file", type=path_of, metavar=say("FILE"), help=say("a file, or - for standard input")
    )
    importing.add_argument(
        "--framework",
        default="",
        metavar=say("NAME"),
        help=say(
            "the id or exact title of the framework that answers are for, if not the built-in one"
        ),
    )
    importing.add_argument(
        "--preview",
        action="store_true",
        help=say("print what a file of answers would become, and create nothing"),
    )
    importing.add_argument(
        "--into",
        default="",
        metavar=say("WORKSHOP"),
        help=say("a prepared workshop that the answers stand beside, as said beforehand"),
    )
    _add_decisions(importing)
    _add_again(importing)
    importing.set_defaults(command=_import)


def _add_decisions(importing: Parser) -> None:
    importing.add_argument(
        "--map",
        action="append",
        default=[],
        type=_pair,
        metavar=say("COLUMN=STATEMENT"),
        help=say("which statement a column is, by its heading or number; nothing leaves it out"),
    )
    importing.add_argument(
        "--partner",
        default="",
        metavar=say("COLUMN"),
        help=say("the column with the partners, by its heading or number"),
    )
    importing.add_argument(
        "--answer",
        action="append",
        default=[],
        type=_pair,
        metavar=say("TEXT=POINT"),
        help=say("which point a written answer is; also cannot-say or not-answered"),
    )
    importing.add_argument(
        "--sheet",
        default="",
        metavar=say("SHEET"),
        help=say("the sheet of a workbook, if not the one with the most in it"),
    )
    importing.add_argument(
        "--blank",
        choices=[one.value for one in Blank],
        help=say("what an empty cell is"),
    )
    importing.add_argument(
        "--forget",
        action="store_true",
        help=say("forget what was chosen last time for a file with the same header"),
    )


def _add_again(importing: Parser) -> None:
    again = importing.add_mutually_exclusive_group()
    again.add_argument(
        "--replace",
        dest="again",
        action="store_const",
        const=Again.REPLACE,
        help=say("a workshop that is here already gives way to the one in the file"),
    )
    again.add_argument(
        "--keep-both",
        dest="again",
        action="store_const",
        const=Again.KEEP_BOTH,
        help=say("a workshop that is here already stays beside the one in the file"),
    )


def _pair(text: str) -> tuple[str, str]:
    left, equals, right = text.rpartition("=")
    if not equals or not left.strip():
        raise argparse.ArgumentTypeError(say("“{text}” has no = in it", text=text))
    return left.strip(), right.strip()


def _import(options: argparse.Namespace) -> int:
    decisions = Decisions(
        dict(options.map),
        options.partner,
        dict(options.answer),
        Blank(options.blank) if options.blank else None,
        options.forget,
    )
    suffix = options.file.suffix.lower()
    if suffix in _FOR_THE_WINDOW:
        raise FileProblem(_FOR_THE_WINDOW[suffix], file=options.file.name)
    is_workshop = suffix == ".roundtable"
    if (wrong := _wrong_call(options, decisions, is_workshop=is_workshop)) is not None:
        complain(wrong)
        return 2
    given = b""
    if str(options.file) == STANDARD_INPUT:  # before the library is held: a pipe may be slow
        given = sys.stdin.buffer.read(MAX_BYTES + 1)  # a byte too much is refused
    with opened(options.data_dir or default_data_dir()) as services:
        for lost in services.lost_votes:
            complain(lost)
        if is_workshop:
            print(services.moving.import_workshop(options.file, options.again).value)
            return 0
        return _answers(services, options, decisions, given)


def _wrong_call(
    options: argparse.Namespace, decisions: Decisions, *, is_workshop: bool
) -> Phrase | None:
    """Return why options do not go together, or None."""
    of_answers = options.framework or options.preview or options.into or options.sheet
    if is_workshop and (of_answers or decisions != Decisions()):
        return phrase(
            "“{file}” is a workshop and brings its own framework and votes along.",
            file=options.file.name,
        )
    if options.into and options.framework:
        return phrase("The workshop of --into has a framework already. Leave --framework out.")
    if options.into and options.again is Again.KEEP_BOTH:
        return phrase("What was said beforehand is one vote: --into goes with --replace only.")
    return None


def _answers(
    services: Services, options: argparse.Namespace, decisions: Decisions, given: bytes
) -> int:
    imports = services.answer_imports
    table = _table(imports, options, given)
    if form_of(table):
        return _progress(services, table, preview=options.preview)
    into = _into(services, options.into)
    reading = imports.look(table, options.framework, decisions, into)
    if options.preview:
        _print(table, reading, into)
        return 0 if first_open(reading) is None else 1
    told = _told(reading, into)
    if into is None:
        key = imports.take_whole(_title(options.file), reading).value
    else:
        check_whole(reading)
        again = options.again is Again.REPLACE
        key = services.beforehand.take(into.id, reading, may_replace=again).value
        imports.remember(reading)
    for one in told:  # not before: a refusal is one sentence
        complain(one)
    print(key)
    return 0


def _told(reading: Reading, into: Workshop | None) -> list[Phrase]:
    """Return what is to be known of answers that came in."""
    pairs = (
        phrase("“{rarer}” and “{like}” were kept as two partners.", rarer=p.rarer, like=p.like)
        for p in reading.pairs
    )
    beforehand = beforehand_told(reading, into) if into is not None else ()
    return [*reading.told, *pairs, *beforehand]


def _table(imports: AnswerImports, options: argparse.Namespace, given: bytes) -> AnswerTable:
    """Return the cells of the file, or of what was given by standard input."""
    sheet = options.sheet
    if str(options.file) == STANDARD_INPUT:
        table = imports.read_given(given, say("Standard input"), sheet)
    else:
        table = imports.read(options.file, sheet)
    if sheet and sheet != table.sheet:
        sheets = ", ".join(f"“{one}”" for one in table.sheets) or "-"
        raise InputProblem(
            "{file} has no sheet “{sheet}”. Its sheets are: {sheets}.",
            file=table.file,
            sheet=sheet,
            sheets=sheets,
        )
    return table


def _title(file: Path) -> str:
    return say("Pasted answers") if str(file) == STANDARD_INPUT else file.stem


def _progress(services: Services, table: AnswerTable, *, preview: bool) -> int:
    """Take a progress form in and print the id of its workshop; with a preview, only look."""
    if preview:
        found = say_count("{n} line is filled in.", "{n} lines are filled in.", filled_in(table))
        print(found)
        return 0
    print(services.progress_forms.take(table).value)
    return 0


def _into(services: Services, wanted: str) -> Workshop | None:
    """Return the workshop that answers shall come into; None where they become one."""
    if not wanted:
        return None
    return services.beforehand.record(services.library.find(wanted).id).workshop


def _print(table: AnswerTable, reading: Reading, into: Workshop | None) -> None:
    told = beforehand_told(reading, into) if into is not None else ()
    for line in (*_lines(table, reading), *(said_alone(one) for one in told)):
        sys.stdout.write(f"{one_line(line)}\n")


def _lines(table: AnswerTable, reading: Reading) -> list[str]:
    """Return what a file would become, line by line; a tab between parts of one line."""
    lines = [
        say("{file}: {shape}", file=table.file, shape=shape_words(reading.shape)),
        size_words(reading),
        *(_column(one, reading) for one in reading.columns),
        *(_partner(name, reading) for name in reading.partners.written),
    ]
    if small := small_words(reading):
        lines.append(small)
    if blanks := blank_words(reading):
        lines.append(blanks)
    lines += [
        say("Maybe one: “{rarer}”, “{like}”", rarer=p.rarer, like=p.like) for p in reading.pairs
    ]
    lines += [_unknown(one.text, one.count) for one in reading.unknown]
    lines += [
        say("Line {line}: {mistake}.", line=one.line, mistake=said(one.phrase))
        for one in reading.mistakes
    ]
    if reading.beside:
        lines.append(
            say_count("One line is no answer.", "{n} lines are no answers.", reading.beside)
        )
    lines += [said_alone(told) for told in reading.told]
    if (wrong := first_open(reading)) is not None:
        lines.append(said(wrong))
    return lines


def _column(column: Column, reading: Reading) -> str:
    parts = (
        str(column.place + 1),
        column.name,
        use_words(column, reading.framework),
        held_words(column, reading) or reason_words(column),
    )
    return "\t".join(one_line(part) for part in parts)


def _partner(name: str, reading: Reading) -> str:
    ways = [way for way in reading.partners.written[name] if way != name]
    people = say_count("one person", "{n} people", reading.of_partner.get(name, 0))
    also = say("also “{names}”", names="”, “".join(ways)) if ways else ""
    return "\t".join(one_line(part) for part in (name, people, also))


def _unknown(text: str, count: int) -> str:
    return say_count(
        "Not understood, once: “{text}”", "Not understood, {n} times: “{text}”", count, text=text
    )
