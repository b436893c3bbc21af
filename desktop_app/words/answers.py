"""What is said of a file of answers: what its columns are taken for, why, and what is open."""

from __future__ import annotations

from desktop_app.answers.choices import Use
from desktop_app.answers.columns import Column, Reason
from desktop_app.answers.heads import Shape
from desktop_app.answers.reading import Reading
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.texts import to_say

from .speech import said, say, say_count

_USES = {
    Use.STATEMENT: to_say("Statement"),
    Use.COUNT: to_say("How many"),
    Use.WHICH: to_say("Which statement"),
    Use.RATING: to_say("Rating"),
    Use.ROUND: to_say("Round"),
    Use.PARTNER: to_say("Partner"),
    Use.LEFT_OUT: to_say("Left out"),
}
_REASONS = {
    Reason.ITS_TEXT: to_say("matched word for word"),
    Reason.ITS_ID: to_say("matched by its id"),
    Reason.ITS_NAME: to_say("matched by its name on stage"),
    Reason.WITHIN: to_say("its words stand in this question"),
    Reason.NEARLY: to_say("nearly the same words: is it this statement?"),
    Reason.ORDER: to_say("by the order of the columns: is it this statement?"),
    Reason.CHOSEN: to_say("as you said"),
    Reason.HEADING: to_say("by its heading"),
    Reason.OTHER: to_say("what people wrote instead of choosing a partner"),
    Reason.TWICE: to_say("another column has this already"),
    Reason.PERSON: to_say("could name a person: never read into the library"),
    Reason.TIME: to_say("times and the tool’s own notes: not read"),
    Reason.NUMBERS: to_say("only numbers the lines: not read"),
    Reason.RATINGS: to_say("holds ratings, but of which statement?"),
    Reason.SURPLUS: to_say("ratings, but every statement has its column already: not read"),
    Reason.TOO_MANY: to_say("far more names than a room has partners: another column, or none?"),
    Reason.TEXTS: to_say("no ratings: not read"),
    Reason.EMPTY: to_say("empty"),
}
_SHAPES = {
    Shape.PEOPLE: to_say("one person a line"),
    Shape.ANSWERS: to_say("one answer a line"),
    Shape.COUNTS: to_say("one statement a line, with how many chose each point"),
    Shape.UNKNOWN: to_say("no shape that Roundtable knows"),
}


def use_words(column: Column, framework: Framework) -> str:
    """Return what a column is taken for: "T1 Keep promises", "Partner"."""
    taken = column.taken
    if taken.use is Use.STATEMENT:
        return statement_words(taken.statement_id, framework)
    if taken.use is Use.COUNT:
        return point_words(taken.point, framework)
    return said(_USES[taken.use])


def use_name(use: Use) -> str:
    """Return what a column can be taken for besides a statement."""
    return said(_USES[use])


def statement_words(statement_id: str, framework: Framework) -> str:
    """Return a statement's id with its short name."""
    one = framework.statement(statement_id)
    return f"{one.id}  {one.name or one.text}"


def point_words(point: int, framework: Framework) -> str:
    """Return a point with its label."""
    scale = framework.scale
    if point == CANNOT_SAY:
        return scale.cannot_say_label
    return f"{point}  {scale.points[point - 1].label}"


def reason_words(column: Column) -> str:
    """Return why a column is taken for what it is."""
    return said(_REASONS[column.reason])


def held_words(column: Column, reading: Reading) -> str:
    """Return how many answers a statement's column holds, and why it is that statement's."""
    vote = reading.rounds.get((column.taken.statement_id, 1))
    if column.taken.use is not Use.STATEMENT or vote is None:
        return ""
    answers = say_count("one answer", "{n} answers", vote.ballots)
    blanks = say_count("one empty", "{n} empty", vote.blanks) if vote.blanks else ""
    return " · ".join(part for part in (reason_words(column), answers, blanks) if part)


def shape_words(shape: Shape) -> str:
    """Return how a file's answers stand."""
    return said(_SHAPES[shape])


def size_words(reading: Reading) -> str:
    """Return how much a file holds: "12 people · 16 of 16 statements · 3 partners"."""
    rated = len(reading.framework.statements) - len(reading.unrated)
    parts = [
        say_count("one person", "{n} people", reading.people),
        say("{rated} of {all} statements", rated=rated, all=len(reading.framework.statements)),
        say_count("one answer", "{n} answers", reading.ballots),
    ]
    if reading.of_partner:
        parts.append(say_count("one partner", "{n} partners", len(reading.partners.written)))
    return " · ".join(parts)


def blank_words(reading: Reading) -> str:
    """Return how many cells are empty, apart from those that say "can't say"."""
    silent = sum(vote.cannot_say for vote in reading.rounds.values())
    empty = say_count("One cell is empty.", "{n} cells are empty.", reading.blank_cells)
    told = say_count("One answer is “can’t say”.", "{n} answers are “can’t say”.", silent)
    counted = ((empty, reading.blank_cells), (told, silent))
    return " ".join(words for words, n in counted if n)


def small_words(reading: Reading) -> str:
    """Return which partners are too small to be shown alone, or nothing."""
    small = reading.small_partners
    if not small:
        return ""
    return say(
        "Fewer than five answered for {names}: what they said is shown only together with others.",
        names=", ".join(small),
    )
