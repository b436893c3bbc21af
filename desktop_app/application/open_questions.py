"""What is still open in a file of answers before it may come in: one rule for window and command.

Somebody says what a column, an answer or a text is, or that it is left out; nothing is taken, and
no column of ratings dropped, without a word.
"""

from __future__ import annotations

from desktop_app.answers.columns import Column, Reason
from desktop_app.answers.heads import Shape
from desktop_app.answers.reading import Reading, UnknownAnswer
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.texts import Phrase, phrase, shortened

MAX_SAID = 80
"""What stands in a file is quoted no longer than this."""


def check_whole(reading: Reading) -> None:
    """Raise FileProblem where something is not understood or has to be decided."""
    if (wrong := first_open(reading)) is not None:
        raise wrong


def first_open(reading: Reading) -> FileProblem | None:
    """Return why a file cannot be taken as it is understood, the first thing only; or None."""
    if asked := questions(reading):
        return FileProblem(
            "{file}: {question}. Nothing was imported.", file=reading.file, question=asked[0]
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


def questions(reading: Reading, *, without_lines: bool = False) -> tuple[Phrase, ...]:
    """Return what has to be said first; `without_lines`: lines not understood are left out."""
    asked = [_about(column) for column in reading.asked_columns]
    if not without_lines:
        asked += [_which_point(one) for one in reading.unknown if one.proposed]
        asked += [_which_statement(*pair) for pair in reading.unsure.items()]
    return tuple(asked)


def _about(column: Column) -> Phrase:
    if column.proposed:
        return _is_it(column)
    return _too_many(column) if column.reason is Reason.TOO_MANY else _which_is_it(column)


def _which_statement(text: str, statement: str) -> Phrase:
    return phrase(
        "“{text}” may be statement {statement}. Write its id or its own words in the file",
        text=shortened(text, MAX_SAID),
        statement=statement,
    )


def _too_many(column: Column) -> Phrase:
    return phrase(
        "the column “{column}” has far more names than a room has partners. Say which column names"
        " them by --partner COLUMN, or that none does by --map “{number}=”",
        column=shortened(column.name, MAX_SAID),
        number=column.place + 1,
    )


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
        " “{number}=STATEMENT”, or leave it out by --map “{number}=”",
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
