"""What is in a box: counts, written so that the bytes tell nothing but the counts; no files here.

Two ways to the same counts give the same bytes: the table of words is sorted, the cells are sorted,
a cell of nothing is left out, and there is no number, time, id or order of anything.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

LAST_POINT = 7
_MOST = 2**32 - 1
_NUMBER = struct.Struct("<H")
_CELL = struct.Struct("<HHBI")


class Cell(NamedTuple):
    """One count's place: a channel's word, a label (a group, an action) and a point, 0 to 7."""

    channel: str
    label: str
    point: int


class Impossible(Exception):
    """These cannot be the counts of a vote."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in each cell; never less than nothing."""

    cells: Mapping[Cell, int] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, cell: Cell) -> int:
        return self.cells.get(cell, 0)

    def plus(self, added: Mapping[Cell, int]) -> Counts:
        """Return the counts with more, or less, in some cells; raise Impossible below nothing."""
        now = dict(self.cells)
        for cell, number in added.items():
            now[cell] = now.get(cell, 0) + number
        for cell, number in now.items():
            if not (0 <= number <= _MOST and 0 <= cell.point <= LAST_POINT):
                raise Impossible
        return Counts(MappingProxyType({cell: n for cell, n in now.items() if n}))


def written(counts: Counts) -> bytes:
    """Return the counts as bytes that are a function of the counts alone."""
    words = sorted({word for cell in counts.cells for word in (cell.channel, cell.label)})
    places = {word: place for place, word in enumerate(words)}
    parts = [_NUMBER.pack(len(words))]
    for word in words:
        text = word.encode()
        parts += [_NUMBER.pack(len(text)), text]
    parts.append(_NUMBER.pack(len(counts.cells)))
    for cell, number in sorted(counts.cells.items()):
        parts.append(_CELL.pack(places[cell.channel], places[cell.label], cell.point, number))
    return b"".join(parts)


def read(content: bytes) -> Counts:
    """Return the counts of bytes; raise Impossible for others than `written` gives."""
    try:
        counts = Counts(MappingProxyType(dict(_cells(content))))
        again = written(counts)
    except (struct.error, IndexError, UnicodeError) as error:
        raise Impossible from error
    if again != content:
        raise Impossible
    return counts


def _cells(content: bytes) -> Iterator[tuple[Cell, int]]:
    words, place = [], _NUMBER.size
    for _ in range(_NUMBER.unpack_from(content)[0]):
        (size,) = _NUMBER.unpack_from(content, place)
        place += _NUMBER.size
        words.append(content[place : place + size].decode())
        place += size
    (count,) = _NUMBER.unpack_from(content, place)
    place += _NUMBER.size
    for channel, label, point, number in _CELL.iter_unpack(
        content[place : place + count * _CELL.size]
    ):
        yield Cell(words[channel], words[label], point), number
