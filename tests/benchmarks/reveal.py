"""Frames of the bars that grow at a reveal, against filling an empty window of the same size.

Offscreen, so by the processor alone. Run as a module with a library folder, a width, a height and
a number of frames, it prints two columns of milliseconds: from the next step of the growth until
it is painted, and one fill.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row

if TYPE_CHECKING:
    from .two_windows import TwoWindows

MODULE = "tests.benchmarks.reveal"
PEOPLE = 200
SIZES = ((1920, 1080, 60), (3840, 2160, 30))
PERCENTILES = (50, 95, 99)


def measure(processes: Processes, folder: Path, frames: int) -> list[Row]:
    """Return a row for each size and percentile; a frame may take its share of a second."""
    rows = []
    for width, height, a_second in SIZES:
        size = (str(width), str(height))
        printed = processes.output(MODULE, folder / f"reveal{width}", *size, str(frames))
        ours, fill = (quantiles(column, n=100) for column in numbers(printed))
        rows += [
            Row(
                f"reveal frame at {width}x{height}, {percent} % are faster",
                ours[percent - 1],
                fill[percent - 1],
                "QPainter fill",
                "ms",
                1000 / a_second,
                is_ratio=False,
            )
            for percent in PERCENTILES
        ]
    return rows


def main(data_dir: Path, size: tuple[int, int], frames: int) -> None:
    from desktop_app.domain.steps import Step, StepKind

    from .libraries import add_rated
    from .two_windows import two_windows

    workshop_id = add_rated(data_dir, PEOPLE, 0)
    with two_windows(data_dir, size) as windows:
        windows.open(workshop_id)
        windows.session.go_to(Step(StepKind.STATEMENT, "T1"))
        windows.settle()
        print_numbers(interleaved(_grower(windows), _filler(windows), frames, warm_up=10))


def _grower(windows: TwoWindows) -> Callable[[], float]:
    from PySide6.QtCore import QVariantAnimation

    from .two_windows import PaintWatch

    stage, growing = PaintWatch(windows.stage), windows.stage.findChild(QVariantAnimation)
    assert growing is not None

    def frame() -> float:
        if growing.state() is not growing.State.Running:
            growing.start()
        windows.settle()
        stage.painted = False
        # From where its own clock has taken it: a step to where it stands already paints nothing.
        following = (growing.currentTime() + 1000 // 60) % growing.duration()
        began = time.perf_counter()
        growing.setCurrentTime(following)
        windows.until_painted(stage)
        return (time.perf_counter() - began) * 1000

    return frame


def _filler(windows: TwoWindows) -> Callable[[], float]:
    from .two_windows import EmptyWindow, PaintWatch

    empty = EmptyWindow(windows.stage.size())
    watch = PaintWatch(empty)

    def fill() -> float:
        windows.settle()
        watch.painted = False
        began = time.perf_counter()
        empty.update()
        windows.until_painted(watch)
        return (time.perf_counter() - began) * 1000

    return fill


if __name__ == "__main__":
    main(Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3])), int(sys.argv[4]))
