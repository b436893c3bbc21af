"""Resident memory with console and stage open on the sample workshop.

Run as a module with a library folder, it opens both windows, shows a few steps, and prints MiB.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from .bare_qt import bare_memory
from .processes import Processes, interleaved
from .table import Row, ratio

MODULE = "tests.benchmarks.memory"
LIMIT = 2.2


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the row, a bare window's process as its baseline."""
    ours = partial(processes.number, MODULE, folder / "memory")
    pair = interleaved(ours, partial(bare_memory, processes), runs)
    return [ratio("memory, console and stage open", pair, "bare QMainWindow", "MiB", LIMIT)]


def main(data_dir: Path) -> None:
    from desktop_app.ui.app.plain_imports import leave_out_the_detour

    leave_out_the_detour()  # as run_window does before it imports the windows
    from .resident import resident_mebibytes
    from .two_windows import two_windows

    with two_windows(data_dir) as windows:
        windows.open(windows.services.library.add_sample().value)
        sys.stdout.write(f"{resident_mebibytes():.1f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
