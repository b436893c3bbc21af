"""Measure how soon the first window is there, and how soon the home list in it is filled."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from .bare_qt import bare_start
from .libraries import make_full_library
from .processes import Processes, interleaved
from .table import Row, ratio

HOME = "tests.benchmarks.home_filled"
WORKSHOPS = 30
FIRST_PAINT, HOME_FILLED = 1.4, 1.8


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the rows, each with a bare window's start as its baseline."""
    library = folder / "home"
    make_full_library(library, WORKSHOPS)
    return [
        _first_paint("first paint, cold process", processes, library, runs),
        _first_paint("first paint, no bytecode kept", processes.compiling(), library, runs),
        *_home_filled(processes, library, runs),
    ]


def paint_first(processes: Processes, library: Path) -> float:
    """Return the milliseconds from the start to the end of the first window's first paint."""
    wish = ("--quit-after-first-paint", "--data-dir", library)
    return processes.milliseconds_to_print("desktop_app", *wish)


def fill_home(processes: Processes, library: Path) -> float:
    """Return the milliseconds from the start until the list of workshops is painted."""
    return processes.milliseconds_to_print(HOME, library)


def _first_paint(name: str, processes: Processes, library: Path, runs: int) -> Row:
    ours, bare = partial(paint_first, processes, library), partial(bare_start, processes)
    return ratio(name, interleaved(ours, bare, runs), "bare QMainWindow", "ms", FIRST_PAINT)


def _home_filled(processes: Processes, library: Path, runs: int) -> list[Row]:
    bare = partial(bare_start, processes)
    start = partial(fill_home, processes, library)
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
