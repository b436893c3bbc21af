"""Opening the overview with 200 people and two rounds of everything, against 6 people.

Run as a module with a library folder and a number of runs, it prints two columns of milliseconds,
many people first: from the wish to see the overview until both windows show it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, difference

if TYPE_CHECKING:
    from .two_windows import TwoWindows

MODULE = "tests.benchmarks.overview"
MANY, FEW = 200, 6
LIMIT_MS = 100.0
VARIANTS = 5
"""More than a window keeps laid out, so that each is laid out anew."""


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the row, one process doing both in turn."""
    pair = numbers(processes.output(MODULE, folder / "overview", str(runs)))
    name = f"{MANY} people x 16 statements x 2: overview"
    return [difference(name, pair, f"{FEW} people", "ms", LIMIT_MS)]


def main(data_dir: Path, runs: int) -> None:
    from .libraries import add_rated
    from .two_windows import two_windows

    many = cycle([add_rated(data_dir, MANY, variant) for variant in range(VARIANTS)])
    few = cycle([add_rated(data_dir, FEW, variant) for variant in range(VARIANTS)])
    with two_windows(data_dir) as windows:
        opener = _opener(windows)
        ours, baseline = (partial(_next, opener, ids) for ids in (many, few))
        print_numbers(interleaved(ours, baseline, runs, warm_up=2))


def _next(opener: Callable[[str], float], ids: cycle[str]) -> float:
    return opener(next(ids))


def _opener(windows: TwoWindows) -> Callable[[str], float]:
    from desktop_app.domain.steps import Step, StepKind

    from .two_windows import PaintWatch

    def open_overview(workshop_id: str) -> float:
        windows.open(workshop_id)
        windows.session.go_to(Step(StepKind.CLOSE))
        windows.settle()
        assert windows.desktop.view is not None
        console, stage = PaintWatch(windows.desktop.view), PaintWatch(windows.stage)
        began = time.perf_counter()
        windows.session.go_to(Step(StepKind.OVERVIEW))
        windows.until_painted(console, stage)
        return (time.perf_counter() - began) * 1000

    return open_overview


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
