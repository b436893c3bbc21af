"""Measure speed and memory against plain baselines: python -m tests.benchmarks [--quick].

Ratios and differences of medians, each taken in turn with its baseline, so that a slow machine
slows both. A report, not a test: it ends with status 0 also where something is over its limit.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import (
    first_paint,
    full_report,
    memory,
    number_keys,
    one_vote,
    overview,
    page_changes,
    report_memory,
    reveal,
    spreadsheet,
    summary,
    weasy_document,
)
from .processes import Processes
from .table import NotMeasured, Row, as_table


@dataclass(frozen=True)
class Runs:
    """How often each thing is done, besides the runs that do not count."""

    starts: int = 15
    votes: int = 200
    overviews: int = 20
    page_changes: int = 5
    frames: int = 300
    summaries: int = 20
    full_reports: int = 15
    rival_documents: int = 5
    spreadsheets: int = 200
    memory: int = 5


QUICK = Runs(
    starts=5,
    votes=100,
    overviews=6,
    page_changes=1,
    frames=100,
    summaries=6,
    full_reports=5,
    rival_documents=2,
    spreadsheets=40,
    memory=2,
)


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, rougher figures")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="roundtable-bench-") as folder:
        rows = _rows(Path(folder), QUICK if options.quick else Runs())
    sys.stdout.write(f"{as_table(rows)}\n")
    return 0


def _rows(folder: Path, runs: Runs) -> list[Row | NotMeasured]:
    processes = Processes(folder)
    return [
        *first_paint.measure(processes, folder, runs.starts),
        *one_vote.measure(processes, folder, runs.votes),
        *number_keys.measure(processes, folder, runs.votes),
        *overview.measure(processes, folder, runs.overviews),
        *page_changes.measure(processes, folder, runs.page_changes),
        *reveal.measure(processes, folder, runs.frames),
        *summary.measure(processes, folder, runs.summaries),
        *full_report.measure(processes, folder, runs.full_reports),
        *weasy_document.measure(processes, folder, runs.rival_documents),
        *report_memory.measure(processes, folder),
        *spreadsheet.measure(processes, folder, runs.spreadsheets),
        *memory.measure(processes, folder, runs.memory),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
