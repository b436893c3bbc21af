"""The key for "next", from step to step of a rated day, until both windows show the next scene.

`CODE` is handed to each build, since older ones have not this module: with a folder and a number of
days it prints a line for each press of a remote's key, its milliseconds and the step it led to. The
first day does not count. 200 people, 16 statements, two rounds of each, 500 notes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import quantiles
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .by_turns import Build

FRAMES_MS: Final = 2 * 1000 / 60
"""Two frames of a projector."""


def nearly_all(times: Sequence[float]) -> float:
    """Return what 99 of 100 are faster than."""
    return quantiles(times, n=100)[98]


def taking(figure: Callable[[Sequence[float]], float], days: int) -> Callable[[Build], float]:
    """Return what takes one figure of all presses."""

    def take(build: Build) -> float:
        printed = build.processes.run_code(CODE, build.new_folder(), str(days))
        return figure([float(line.split()[0]) for line in printed.splitlines()])

    return take


CODE: Final = """
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from tests.benchmarks.libraries import add_rated
from tests.benchmarks.two_windows import PaintWatch, two_windows

folder, days = Path(sys.argv[1]), int(sys.argv[2])


def main():
    workshop_id = add_rated(folder, 200, 0, rounds=2, notes=500)
    with two_windows(folder) as windows:
        windows.open(workshop_id)
        session = windows.session
        watches = [PaintWatch(window) for window in (windows.desktop.view, windows.stage)]
        pressed = 1 << 40
        for day in range(days + 1):
            session.go_to(session.steps[0])
            windows.settle()
            while session.step != session.steps[-1]:
                before = session.scene
                pressed += 10_000  # milliseconds: no double press
                for watch in watches:
                    watch.painted = False
                began = time.perf_counter()
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    key = QKeyEvent(kind, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
                    key.setTimestamp(pressed)
                    windows.app.sendEvent(windows.stage, key)
                windows.until_painted(*watches)
                took = (time.perf_counter() - began) * 1000
                windows.settle()
                if session.scene == before:
                    raise SystemExit(f"The key led nowhere from {session.step}.")
                if day:
                    print(f"{took:.3f}", session.step.key)


main()
"""
