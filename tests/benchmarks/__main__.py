"""Measure speed and memory against plain baselines in one run: python -m tests.benchmarks [--quick].

Ratios and differences of medians, each taken in turn with its baseline, so that a slow machine
slows both. A report, not a test: it ends with status 0 also where something is over its limit.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from . import first_paint
from .processes import Processes
from .table import Row, as_table

RUNS, QUICK_RUNS = 15, 5


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, rougher figures")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="roundtable-bench-") as folder:
        rows = _rows(Path(folder), quick=options.quick)
    sys.stdout.write(f"{as_table(rows)}\n")
    return 0


def _rows(folder: Path, *, quick: bool) -> list[Row]:
    processes = Processes(folder)
    runs = QUICK_RUNS if quick else RUNS
    return [*first_paint.measure(processes, folder, runs)]


if __name__ == "__main__":
    raise SystemExit(main())
