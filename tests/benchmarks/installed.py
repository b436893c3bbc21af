"""Compare the frozen application's start with source, and with a bare window frozen the same way.

python -m tests.benchmarks.installed [RUNS]; `make bench-installed` freezes both first.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.helpers import ROOT

from .first_paint import paint_first
from .processes import Processes, interleaved
from .table import as_table, ratio

FROZEN = ROOT / "build" / "linux" / "roundtable" / "roundtable"
BARE = ROOT / "build" / "bare" / "roundtable" / "roundtable"
BESIDE_SOURCE, BESIDE_BARE = 1.0, 1.5


def main() -> None:
    """Measure by turns and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        frozen = partial(
            _until_it_prints, FROZEN, "--quit-after-first-paint", "--data-dir", library
        )
        source = partial(paint_first, Processes(Path(folder)), library)
        bare = partial(_until_it_prints, BARE)
        rows = [
            ratio("frozen", interleaved(frozen, source, runs), "source", "ms", BESIDE_SOURCE),
            ratio("frozen", interleaved(frozen, bare, runs), "bare, frozen", "ms", BESIDE_BARE),
        ]
    sys.stdout.write(as_table(rows) + "\n")


def _until_it_prints(program: Path, *arguments: str | Path) -> float:
    """Return the milliseconds from the start of a program to its first line."""
    began = time.perf_counter()
    with subprocess.Popen([program, *arguments], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = (time.perf_counter() - began) * 1000
    if process.returncode or not line.strip():
        raise RuntimeError(f"{program} failed ({process.returncode})")
    return took


if __name__ == "__main__":
    main()
