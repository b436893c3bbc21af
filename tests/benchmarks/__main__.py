"""Measure speed and memory against plain baselines: python -m tests.benchmarks [--quick].

With --base COMMIT, measure against that commit instead, both builds by turns.

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
    answers_import,
    by_turns,
    first_paint,
    full_report,
    growth,
    memory,
    notes_import,
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
from .bare_qt import is_unpacked
from .base_build import NoSuchBuild, processes_of
from .processes import Processes
from .table import NotMeasured, Row, as_table


@dataclass(frozen=True)
class Runs:
    """How often each thing is done, besides the runs that do not count."""

    starts: int = 15
    votes: int = 200
    closings: int = 60
    openings: int = 9
    imports: int = 15
    answers: int = 5
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
    closings=20,
    openings=3,
    imports=5,
    answers=3,
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
    parser.add_argument("--base", metavar="COMMIT", help="the build to compare with")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    runs = QUICK if options.quick else Runs()
    with tempfile.TemporaryDirectory(prefix="roundtable-bench-") as folder:
        try:
            rows = _rows(Path(folder), runs, options.base)
        except NoSuchBuild as error:
            parser.error(str(error))
    sys.stdout.write(f"{_bytecode()}\n{as_table(rows)}\n")
    return 0


def _bytecode() -> str:
    """Say what bytecode the starts found."""
    unpacked = "unpacked, as set-up leaves it" if is_unpacked() else "NOT unpacked: run the set-up"
    return (
        "Bytecode was kept in all measures but those that say otherwise; "
        f"PySide6's signature package was {unpacked}."
    )


def _rows(folder: Path, runs: Runs, commit: str | None) -> list[Row | NotMeasured]:
    if commit is None:
        return _against_plain(folder, runs)
    base = by_turns.Build(processes_of(commit, folder / "base"), folder / "base")
    ours = by_turns.Build(Processes(folder / "ours"), folder / "ours")
    return list(by_turns.measure(ours, base, commit, runs.starts, runs.summaries))


def _against_plain(folder: Path, runs: Runs) -> list[Row | NotMeasured]:
    processes = Processes(folder)
    return [
        *first_paint.measure(processes, folder, runs.starts),
        *one_vote.measure(processes, folder, runs.votes),
        *number_keys.measure(processes, folder, runs.votes),
        *growth.measure(processes, folder, runs.closings, runs.openings),
        *notes_import.measure(processes, folder, runs.imports),
        *answers_import.measure(processes, folder, runs.answers),
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
