"""How many bytes an act reads and writes, which no other work on the machine changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop_app.application.services import Services
from tests.benchmarks.growth import Libraries, Maker

COUNTS = Path("/proc/self/io")


def bytes_of(libraries: Libraries, act: Callable[[Path], object], what: str) -> tuple[int, int]:
    """Return how many bytes an act reads ("rchar") or writes ("wchar"): many, few."""
    return counted(what, partial(act, libraries.many)), counted(what, partial(act, libraries.few))


def bytes_while_open(libraries: Libraries, make: Maker, what: str) -> tuple[float, float]:
    """Return the same of what is done again and again while both are open, the medians."""

    def counting(services: Services) -> Callable[[], float]:
        return partial(counted, what, make(services))

    return libraries.while_open(counting, 9)


def counted(what: str, act: Callable[[], object]) -> int:
    """Return how many bytes an act reads ("rchar") or writes ("wchar") in this process."""
    before = _count(what)
    act()
    return _count(what) - before


def _count(what: str) -> int:
    if not COUNTS.exists():
        pytest.skip("this system does not count the bytes of a process")
    counts = dict(line.split(": ") for line in COUNTS.read_text().splitlines())
    return int(counts[what])
