"""Measure how soon the first window is there, and how soon the home list in it is filled."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from .libraries import make_full_library
from .processes import Processes, interleaved
from .table import Row, ratio

BARE = "tests.benchmarks.bare_window"
HOME = "tests.benchmarks.home_filled"
WORKSHOPS = 30
FIRST_PAINT, HOME_FILLED = 1.6, 3.2


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return both rows, each with a bare window's start as its baseline."""
    library = folder / "home"
    make_full_library(library, WORKSHOPS)
    return [_first_paint(processes, library, runs), *_home_filled(processes, library, runs)]


def _first_paint(processes: Processes, library: Path, runs: int) -> Row:
    start = partial(processes.milliseconds_to_print, "desktop_app", "--quit-after-first-paint")
    bare = partial(processes.milliseconds_to_print, BARE)
    pair = interleaved(partial(start, "--data-dir", library), bare, runs)
    return ratio("first paint, cold process", pair, "bare QMainWindow", "ms", FIRST_PAINT)


def _home_filled(processes: Processes, library: Path, runs: int) -> list[Row]:
    bare = partial(processes.milliseconds_to_print, BARE)
    start = partial(processes.milliseconds_to_print, HOME, library)
    plain = interleaved(start, bare, runs)
    changed = interleaved(partial(_start_after_change, start, library), bare, runs)
    return [
        ratio(f"home, {WORKSHOPS} workshops shown", plain, "bare QMainWindow", "ms", HOME_FILLED),
        ratio("home, backed up as it opens", changed, "bare QMainWindow", "ms", HOME_FILLED),
    ]


def _start_after_change(start: partial[float], library: Path) -> float:
    """Start with a library that was used since its last backup, as on most days."""
    (library / "roundtable.db").touch()
    return start()
