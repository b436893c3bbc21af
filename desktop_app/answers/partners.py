"""Which partner a name is: what differs only in case, spaces or marks is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from .choices import Choices
from .folding import letters

NEAR = 0.84
"""So alike, of 1, are two names that may be one by a slip of the pen."""
SHORT = 5
"""Shorter names are never taken for slips of one another."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners that may be one: the rarer name, and the one it is like."""

    rarer: str
    like: str


@dataclass(frozen=True, slots=True)
class Partners:
    """The partners in a file.

    `names`: the name of each, by the letters of every way it is written. `written`: how each
    name is written, the most frequent first.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()

    def name(self, cell: str) -> str:
        """Return the partner that a cell names, "" for none."""
        return self.names.get(letters(cell), "")


def partners_in(cells: Counter[str], choices: Choices, nobody: Collection[str]) -> Partners:
    """Return the partners of names that are written so often; `nobody`: names of no partner."""
    ways: dict[str, Counter[str]] = {}
    for cell, count in cells.items():
        clean = " ".join(cell.split())
        if letters(clean) and clean.casefold() not in nobody:
            ways.setdefault(letters(clean), Counter())[clean] += count
    known = {letters(name): name for name in choices.known}
    names = {
        key: choices.partners.get(key) or known.get(key) or _commonest(way)
        for key, way in ways.items()
    }
    written: dict[str, Counter[str]] = {}
    for key, name in names.items():
        written.setdefault(name, Counter()).update(ways[key])
    ordered = {name: tuple(w for w, _ in _ordered(way)) for name, way in sorted(written.items())}
    return Partners(names, ordered, _pairs(names, ways, choices))


def _ordered(way: Counter[str]) -> list[tuple[str, int]]:
    """Return ways to write a name, the likeliest to be meant first: with capitals, and frequent."""

    def rank(pair: tuple[str, int]) -> tuple[object, ...]:
        name, count = pair
        return name.islower(), -count, name.isupper(), len(name), name

    return sorted(way.items(), key=rank)


def _commonest(way: Counter[str]) -> str:
    return _ordered(way)[0][0]


def _pairs(
    names: Mapping[str, str], ways: Mapping[str, Counter[str]], choices: Choices
) -> tuple[Pair, ...]:
    """Return each name that is much like a more frequent one and that nobody has decided on."""
    known = {letters(name): name for name in choices.known}
    keys = sorted(names, key=lambda key: (-ways[key].total(), key))
    found: list[Pair] = []
    for place, rarer in enumerate(keys):
        if rarer in choices.partners or rarer in known:
            continue
        named = known | {key: names[key] for key in keys[:place]}
        others = (key for key in named if named[key] != names[rarer])
        like = next((key for key in others if _is_near(rarer, key)), "")
        if like and frozenset((rarer, like)) not in choices.kept_apart:
            found.append(Pair(names[rarer], named[like]))
    return tuple(found)


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORT or _numbers(one) != _numbers(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)
