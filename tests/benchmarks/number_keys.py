"""One press in the number-keys channel at 20 a second, until it is on disk and on the stage.

Run as a module with a library folder and a number of presses, it prints two columns of
milliseconds, as one_vote does. A press that is lost ends it.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from .one_vote import SETTINGS, WARM_UP, _ballots_in, _copy_of, _inserter
from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, difference

if TYPE_CHECKING:
    from .two_windows import TwoWindows

MODULE = "tests.benchmarks.number_keys"
LIMIT_MS = 16.0
BETWEEN_S = 1 / 20


def measure(processes: Processes, folder: Path, presses: int) -> list[Row]:
    """Return the row, the window process doing both in turn."""
    pair = numbers(processes.output(MODULE, folder / "keys", str(presses)))
    name = "one number key at 20 a second, to disk and stage"
    return [difference(name, pair, "sqlite3 insert, WAL, FULL", "ms", LIMIT_MS)]


def main(data_dir: Path, presses: int) -> None:
    from desktop_app.domain.channels import Channel
    from desktop_app.domain.steps import Step, StepKind

    from .libraries import add_vote_by_turns
    from .two_windows import two_windows

    with two_windows(data_dir) as windows:
        windows.open(add_vote_by_turns(windows.services, people=presses + WARM_UP))
        windows.session.go_to(Step(StepKind.STATEMENT, "T1"))
        windows.session.voting.open_vote(Channel.NUMBER_KEYS)
        windows.settle()
        with closing(sqlite3.connect(_copy_of(data_dir), isolation_level=None)) as raw:
            for setting in SETTINGS:
                raw.execute(f"PRAGMA {setting}").fetchall()
            ours, baseline = _presser(windows), _inserter(raw)
            print_numbers(interleaved(ours, baseline, presses, WARM_UP))
        windows.session.voting.close()  # an open vote would ask before the window closes


def _presser(windows: TwoWindows) -> Callable[[], float]:
    from PySide6.QtCore import Qt

    from .two_windows import PaintWatch

    stage = PaintWatch(windows.stage)
    next_at = time.perf_counter()

    def press() -> float:
        nonlocal next_at
        while time.perf_counter() < next_at:
            windows.settle()
        next_at = time.perf_counter() + BETWEEN_S
        before = _ballots_in(windows)
        began = time.perf_counter()
        stage.painted = False
        windows.press(Qt.Key.Key_4, "4")
        windows.until_painted(stage)
        took = (time.perf_counter() - began) * 1000
        if _ballots_in(windows) != before + 1:
            raise RuntimeError("a press was lost")
        return took

    return press


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
