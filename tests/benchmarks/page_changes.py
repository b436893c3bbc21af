"""Going from step to step of a full day, until both windows show it, against filling both.

The day: 200 people, 16 statements, three rounds of each, 5,000 notes. Run as a module with a
library folder and a number of runs, it prints a line for each step: its name, the median of its
changes and the median of filling two empty windows of the same sizes, in milliseconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from .processes import Processes
from .table import Row, difference

if TYPE_CHECKING:
    from .two_windows import TwoWindows

MODULE = "tests.benchmarks.page_changes"
PEOPLE, ROUNDS, NOTES = 200, 3, 5_000
LIMIT_MS = 60.0


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the rows of the step that takes the middle of the times, and of the slowest."""
    printed = processes.output(MODULE, folder / "pages", str(runs)).splitlines()
    steps = sorted((line.split() for line in printed), key=lambda cells: float(cells[1]))
    name = f"{PEOPLE} x 16 x {ROUNDS}, {NOTES} notes:"
    rows = (("a page change", steps[len(steps) // 2]), (f"slowest, {steps[-1][0]}", steps[-1]))
    return [
        difference(f"{name} {what}", ([float(ours)], [float(fill)]), "two fills", "ms", LIMIT_MS)
        for what, (_, ours, fill) in rows
    ]


def main(data_dir: Path, runs: int) -> None:
    from .libraries import add_rated
    from .two_windows import two_windows

    workshop_id = add_rated(data_dir, PEOPLE, 0, rounds=ROUNDS, notes=NOTES)
    with two_windows(data_dir) as windows:
        windows.open(workshop_id)
        change, fill = _changer(windows), _filler(windows)
        steps = windows.session.steps
        times: dict[int, list[tuple[float, float]]] = {}
        for run in range(runs + 1):  # the first does not count
            for place in (*range(1, len(steps)), *range(len(steps) - 2, -1, -1)):
                pair = (change(place), fill())
                if run:
                    times.setdefault(place, []).append(pair)
        for place, pairs in times.items():
            ours, fills = zip(*pairs, strict=True)
            sys.stdout.write(f"{steps[place].key} {median(ours):.3f} {median(fills):.3f}\n")


def _changer(windows: TwoWindows) -> Callable[[int], float]:
    from .two_windows import PaintWatch

    assert windows.desktop.view is not None
    console, stage = PaintWatch(windows.desktop.view), PaintWatch(windows.stage)

    def go_to(place: int) -> float:
        windows.settle()
        console.painted = stage.painted = False
        began = time.perf_counter()
        windows.session.go_to(windows.session.steps[place])
        windows.until_painted(console, stage)
        return (time.perf_counter() - began) * 1000

    return go_to


def _filler(windows: TwoWindows) -> Callable[[], float]:
    from .two_windows import EmptyWindow, PaintWatch

    empty = [EmptyWindow(w.size()) for w in (windows.desktop.window, windows.stage)]
    watches = [PaintWatch(window) for window in empty]

    def fill() -> float:
        windows.settle()
        began = time.perf_counter()
        for window, watch in zip(empty, watches, strict=True):
            watch.painted = False
            window.update()
        windows.until_painted(*watches)
        return (time.perf_counter() - began) * 1000

    return fill


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
