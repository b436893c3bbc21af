"""Which parts of two rooms may be compared: the same partners, seen as one in each.

A part is a set of names that is, in each workshop, exactly a union of parts shown there, and the
smallest such, with enough ratings on both sides. Nothing else is safe: with the total of the
partners that were there both times, say, few people could be worked out by subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from desktop_app.domain.earlier import EarlierPart

from .unions import smallest_unions

Counts: TypeAlias = tuple[int, ...]
_Shown: TypeAlias = tuple[frozenset[str], Counts]

ENOUGH: Final = 10
"""Ratings that a part needs in either workshop to get a word."""
_TOGETHER, _UNNAMED = 2, ""


@dataclass(frozen=True, slots=True)
class PartAlike:
    """The same names in both workshops, with their ratings in each; these are never printed."""

    names: tuple[str, ...]
    before: Counts
    after: Counts


def parts_alike(then: Iterable[EarlierPart], now: Iterable[EarlierPart]) -> tuple[PartAlike, ...]:
    """Return the parts that may be compared, by their names."""
    before, after = list(_shown(then)), list(_shown(now))
    unions = smallest_unions([names for names, _ in (*before, *after)])
    found = [
        PartAlike(tuple(sorted(names)), _added(before, names), _added(after, names))
        for names in unions
        if _UNNAMED not in names and _covers(before, names) and _covers(after, names)
    ]
    enough = (one for one in found if min(sum(one.before), sum(one.after)) >= ENOUGH)
    return tuple(sorted(enough, key=lambda one: one.names))


def _shown(parts: Iterable[EarlierPart]) -> Iterator[_Shown]:
    """Yield the parts that are shown with the names in them.

    A merged part of one name or none holds people of whom no name is known.
    """
    for part in parts:
        names = frozenset(part.names)
        if part.merged and len(names) < _TOGETHER:
            names |= {_UNNAMED}
        yield names, part.counts


def _covers(parts: Iterable[_Shown], names: frozenset[str]) -> bool:
    """Tell whether shown parts come to exactly these names; those that overlap lie inside."""
    return frozenset().union(*(inner for inner, _ in parts if inner <= names)) == names


def _added(parts: Iterable[_Shown], names: frozenset[str]) -> Counts:
    columns = zip(*(counts for inner, counts in parts if inner <= names), strict=True)
    return tuple(map(sum, columns))
