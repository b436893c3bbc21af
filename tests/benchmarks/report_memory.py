"""The most memory that a process holds which writes a long full report, from an opened library on.

Run as a module with a folder, it prints MiB.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .full_report import COMMITMENTS, NOTES, PEOPLE, ROUNDS, longer
from .processes import Processes
from .resident import most_mebibytes
from .table import Row

MODULE = "tests.benchmarks.report_memory"
LIMIT_MIB = 150.0
NAME = f"memory, full report with {COMMITMENTS} commitments, {NOTES} notes"


def measure(processes: Processes, folder: Path) -> list[Row]:
    """Return the row: the most at any time, in a process of its own."""
    most = processes.number(MODULE, folder / "report-memory")
    return [Row(NAME, most, 0.0, "nothing", "MiB", LIMIT_MIB, is_ratio=False)]


def main(data_dir: Path) -> None:
    from desktop_app.bootstrap import opened
    from desktop_app.documents.kinds import DocumentKind
    from desktop_app.storage.opening import open_library

    from .libraries import add_rated

    workshop_id = add_rated(data_dir, PEOPLE, 0, rounds=ROUNDS)
    library = open_library(data_dir)
    with library.writing() as work:
        long = longer(work.record(workshop_id))
        for note in long.notes:
            work.save_note(note)
        for commitment in long.commitments:
            work.save_commitment(commitment)
        work.commit()
    library.close()
    with opened(data_dir) as services:
        services.reports.write(workshop_id, DocumentKind.REPORT, data_dir / "report.pdf")
    sys.stdout.write(f"{most_mebibytes():.1f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
