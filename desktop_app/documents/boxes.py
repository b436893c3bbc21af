"""The four boxes of findings: missing, in place, seen differently, moved or could not say.

A statement stands in one box at most, by its last vote and the first rule that fits; what fits
none stands in the list of all statements only. Pure: it reads pictures, which hold only what may
be shown, and returns text. It knows no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.analysis.change import compared
from desktop_app.domain.framework import Framework
from desktop_app.domain.results import (
    Agreement,
    Flag,
    Hidden,
    HiddenReason,
    Level,
    Result,
    StatementPicture,
    WorkshopPicture,
)
from desktop_app.domain.texts import to_say
from desktop_app.words import wording
from desktop_app.words.change import moved_counts
from desktop_app.words.speech import said, say, say_count


class Place(Enum):
    """The box in which a statement stands."""

    MISSING = "missing"
    IN_PLACE = "in_place"
    DIFFERENTLY = "differently"
    UNSETTLED = "unsettled"


_HEADINGS = {
    Place.MISSING: to_say("We agree that this is missing"),
    Place.IN_PLACE: to_say("We agree that this is in place"),
    Place.DIFFERENTLY: to_say("We see this differently"),
    Place.UNSETTLED: to_say("We moved, or could not say"),
}


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its heading and a line for each statement in it, the clearest first.

    Each line is the statement's name with the counts that put it there, whose points are told in
    the first only; `keys` are their ids.
    """

    place: Place
    heading: str
    lines: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]


def boxes(framework: Framework, picture: WorkshopPicture) -> tuple[Box, ...]:
    """Return the four boxes in their order, each statement in one of them or in none."""
    seen = [statement for action in picture.actions for statement in action.statements]
    return tuple(_box(framework, place, seen) for place in Place)


def place_of(statement: StatementPicture) -> Place | None:
    """Return the box of a statement by its last vote, None where it fits none."""
    latest, result = statement.latest, statement.result
    if latest is None:
        return None
    if result is None:
        return Place.UNSETTLED if _is_hidden_as_few(latest.whole) else None
    if could_not_say(result) or _has_moved(statement):
        return Place.UNSETTLED
    if result.agreement in (Agreement.OPPOSING, Agreement.MIXED):
        return Place.DIFFERENTLY
    return {Level.LOW: Place.MISSING, Level.MIDDLE: None, Level.HIGH: Place.IN_PLACE}[result.level]


def could_not_say(result: Result) -> bool:
    """Tell whether too few rated a statement, or many could not say."""
    return result.agreement is Agreement.TOO_FEW or Flag.MANY_CANNOT_SAY in result.flags


def _is_hidden_as_few(whole: Result | Hidden) -> bool:
    return isinstance(whole, Hidden) and whole.reason is HiddenReason.TOO_FEW_ANSWERS


def _has_moved(statement: StatementPicture) -> bool:
    before, now = statement.result_before, statement.result
    return bool(before and now and compared(before, now).shift.is_move)


def _box(framework: Framework, place: Place, seen: Iterable[StatementPicture]) -> Box:
    mine = [statement for statement in seen if place_of(statement) is place]
    mine.sort(key=_ORDERS[place])
    return Box(
        place,
        said(_HEADINGS[place]),
        tuple(
            (framework.statement(s.statement_id).name, _COUNTS[place](s, at))
            for at, s in enumerate(mine)
        ),
        tuple(s.statement_id for s in mine),
    )


# -- which comes first --------------------------------------------------------------------------


def _most_below(statement: StatementPicture) -> float:
    result = statement.result
    return -result.below / result.n if result else 0.0


def _most_above(statement: StatementPicture) -> float:
    result = statement.result
    return -result.above / result.n if result else 0.0


def _most_divided(statement: StatementPicture) -> tuple[bool, int]:
    result = statement.result
    if result is None:
        return True, 0
    return result.agreement is not Agreement.OPPOSING, -min(result.below, result.above)


def _moved_first(statement: StatementPicture) -> bool:
    result = statement.result
    return result is None or could_not_say(result)


_ORDERS: dict[Place, Callable[[StatementPicture], float | tuple[bool, int]]] = {
    Place.MISSING: _most_below,
    Place.IN_PLACE: _most_above,
    Place.DIFFERENTLY: _most_divided,
    Place.UNSETTLED: _moved_first,
}


# -- the counts that put it there ---------------------------------------------------------------


def _level_counts(statement: StatementPicture, at: int) -> str:
    result = statement.result
    if result is None:
        return ""
    some, _ = wording.level_side(result)
    return say("{some} of {n}", some=some, n=result.n) if at else wording.level_counts(result)


def _ends(statement: StatementPicture, _at: int) -> str:
    result = statement.result
    return wording.ends_counts(result) if result else ""


def _unsettled(statement: StatementPicture, _at: int) -> str:
    result, before = statement.result, statement.result_before
    if result is None:
        return say("hidden: too few answers")
    if Flag.MANY_CANNOT_SAY in result.flags:
        return wording.cannot_say_counts(result)
    if result.agreement is Agreement.TOO_FEW:
        return say("{n} of {all} rated it", n=result.n, all=result.present)
    return moved_counts(before, result) if before else ""


_COUNTS: dict[Place, Callable[[StatementPicture, int], str]] = {
    Place.MISSING: _level_counts,
    Place.IN_PLACE: _level_counts,
    Place.DIFFERENTLY: _ends,
    Place.UNSETTLED: _unsettled,
}


# -- in sentences -------------------------------------------------------------------------------


def told(box: Box, most: int) -> str:
    """Return the statements of a box one after another, so many of them, and how many besides."""
    lines = tuple(_item(name, counts) for name, counts in box.lines[:most])
    if not lines:
        return say("None of the statements.")
    named, more = " · ".join(lines), len(box.lines) - len(lines)
    if not more:
        return named
    return say_count("{names} · and {n} more", "{names} · and {n} more", more, names=named)


def _item(name: str, counts: str) -> str:
    return say("{name} ({counts})", name=name, counts=counts)
