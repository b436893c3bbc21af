"""What is wrong with one place in a file of answers, in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.texts import Phrase, phrase, shortened

MAX_SHOWN = 200
"""So many are told one by one; the others are counted."""
_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a line: a phrase that begins small, without its full stop."""

    line: int
    phrase: Phrase


class Mistakes:
    """Collects what is wrong, the first so many in full."""

    def __init__(self) -> None:
        self.first: list[Mistake] = []
        self.count = 0

    def add(self, line: int, mistake: Phrase) -> None:
        """Add one."""
        self.count += 1
        if len(self.first) < MAX_SHOWN:
            self.first.append(Mistake(line, mistake))


def quoted(cell: str) -> str:
    """Return a cell for a sentence: short, and with nothing that breaks the line."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cell)
    return f'"{shortened(shown, _QUOTED)}"'


def no_rating(cell: str, points: int) -> Phrase:
    """Return that a cell is no rating."""
    return phrase(
        "{quoted} is not a rating from 1 to {points}. Change it, or leave it empty",
        quoted=quoted(cell.strip()),
        points=points,
    )


def no_rating_in(cell: str, column: str, points: int) -> Phrase:
    """Return that a cell of a statement's column is no rating."""
    return phrase(
        "{quoted} in the column {column} is not a rating from 1 to {points}. Change it, or leave"
        " it empty",
        quoted=quoted(cell.strip()),
        column=quoted(column),
        points=points,
    )


def no_statement(cell: str, ids: list[str]) -> Phrase:
    """Return that a cell names no statement."""
    return phrase(
        "{quoted} is not a statement of the framework. Use ids such as {ids}",
        quoted=quoted(cell.strip()),
        ids=", ".join(ids[:3]),
    )


def no_count(cell: str, most: int) -> Phrase:
    """Return that a cell is no number of people."""
    return phrase(
        "{quoted} is not a number of people from 0 to {most}",
        quoted=quoted(cell.strip()),
        most=most,
    )


def no_round(cell: str) -> Phrase:
    """Return that a cell numbers no round."""
    return phrase(
        "{quoted} is not a round. Write 1, 2 and so on, or leave it empty for 1",
        quoted=quoted(cell.strip()),
    )


def name_too_long(most: int) -> Phrase:
    """Return that a partner's name is too long."""
    return phrase("the partner’s name is longer than {most} characters. Shorten it", most=most)


def gap(statement: str, ordinal: int) -> Phrase:
    """Return that a round comes without the one before it."""
    return phrase(
        "statement {statement} has a round {ordinal} but no round {before}. Number its rounds"
        " from 1",
        statement=statement,
        ordinal=ordinal,
        before=ordinal - 1,
    )


def values_missing(found: int, wanted: int) -> Phrase:
    """Return that a line has fewer or more values than the header has names."""
    return phrase(
        "there are {found} values instead of {wanted}. Check the commas", found=found, wanted=wanted
    )
