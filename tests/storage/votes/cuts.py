"""A disk whose power is cut: what was flushed stays, of the rest some sectors, one of them torn."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.storage.votes import block
from desktop_app.storage.votes.box import PLACES, Box
from desktop_app.storage.votes.counts import Cell, Counts
from desktop_app.storage.votes.disk import InPlace, open_in_place

SECTOR = 512


@dataclass
class Recorder:
    """Opens files in place and remembers every write, flush and mark in their order."""

    events: list[tuple[int, bytes] | str] = field(default_factory=list)

    @contextmanager
    def __call__(self, path: Path) -> Iterator[InPlace]:
        with open_in_place(path) as file:
            yield _Recorded(file, self.events)


class _Recorded:
    def __init__(self, file: InPlace, events: list[tuple[int, bytes] | str]) -> None:
        self._file = file
        self._events = events

    def read_at(self, place: int, size: int) -> bytes:
        return self._file.read_at(place, size)

    def write_at(self, place: int, content: bytes) -> None:
        self._file.write_at(place, content)
        self._events.append((place, content))

    def flush(self) -> None:
        self._file.flush()
        self._events.append("flushed")


def after_a_cut(start: bytes, events: list[tuple[int, bytes] | str], dice: random.Random) -> bytes:
    """Return what stands on the disk when the power goes after these events."""
    safe, loose = bytearray(start), []
    for event in events:
        if isinstance(event, tuple):
            loose.append(event)
        elif event == "flushed":
            for write in loose:
                _put(safe, *write)
            loose = []
    sectors = [
        (place + offset, content[offset : offset + SECTOR])
        for place, content in loose
        for offset in range(0, len(content), SECTOR)
    ]
    share = dice.random()
    for place, content in sectors:
        if dice.random() < share:
            _put(safe, place, content)
    changing = [(p, c) for p, c in sectors if start[p : p + SECTOR] != c]
    if changing:
        place, _ = dice.choice(changing if dice.random() < 0.8 else sectors)
        _put(safe, place, dice.randbytes(SECTOR))
    return bytes(safe)


def _put(image: bytearray, place: int, content: bytes) -> None:
    image[place : place + len(content)] = content


def a_box(folder: Path) -> Box:
    """Return an empty box."""
    box = Box(folder / "v.box")
    box.make(Counts())
    return box


def cast(box: Box, cell: Cell, number: int = 1) -> None:
    """Add to what is in."""
    box.write(box.counts().plus({cell: number}))


def recorded_vote(box: Box, ballots: int, dice: random.Random) -> tuple[Recorder, list[Counts]]:
    """Cast ballots; return what went to the disk, with the place where each was acknowledged.

    Between two there is time for the second copy, or there is not, or the application begins anew.
    """
    recorder, states = Recorder(), [box.counts()]
    written = replace(box, opening=recorder)
    for _ in range(ballots):
        cast(written, Cell("turns", "", dice.randint(0, 5)))
        recorder.events.append("acknowledged")
        states.append(box.counts())
        if dice.random() < 0.6:
            written.finish()
        if dice.random() < 0.1:
            written = Box(box.path, recorder)
    return recorder, states


def cut_anywhere(folder: Path, seed: int) -> int:
    """Cut the power after each write and flush of 25 ballots, and again while that is healed.

    What the start finds is what was acknowledged, or one ballot more. Return how many cuts.
    """
    dice, box = random.Random(seed), a_box(folder)
    start = box.path.read_bytes()
    recorder, states = recorded_vote(box, 25, dice)
    assert 2 * 25 <= recorder.events.count("flushed") < 3 * 25
    for end in range(len(recorder.events) + 1):
        told = recorder.events[:end].count("acknowledged")
        box.path.write_bytes(image := after_a_cut(start, recorder.events[:end], dice))
        healing = Recorder()
        assert replace(box, opening=healing).heal() in states[told : told + 2]
        cut = dice.randint(0, len(healing.events))
        box.path.write_bytes(after_a_cut(image, healing.events[:cut], dice))
        assert box.heal() in states[told : told + 2]
        first, second = (box.path.read_bytes()[p : p + block.SIZE] for p in PLACES)
        assert first == second
    return len(recorder.events) + 1
