"""This build beside another one, by turns: every measure that both have.

Each build starts its own benchmarks, as its modules and tables are its own; only what they print is
read here. A measure that one of the builds has not, or prints otherwise, gets a line that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from statistics import median

from . import (
    full_report,
    memory,
    next_scene,
    number_keys,
    one_vote,
    overview,
    pack,
    page_changes,
    reveal,
    summary,
)
from .first_paint import WORKSHOPS, fill_home, paint_first
from .processes import Processes, interleaved
from .table import NotMeasured, Row, difference, ratio

FILL = (
    "from sys import argv; from pathlib import Path;"
    "from tests.benchmarks.libraries import make_full_library;"
    "make_full_library(Path(argv[1]), int(argv[2])); print('filled')"
)

DAYS = 2
"""How often a day is gone through for the figures of the key for "next"."""


@dataclass(frozen=True)
class Build:
    """A build's processes, and a folder for its libraries."""

    processes: Processes
    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    @cached_property
    def library(self) -> Path:
        """Return a library of the build's own making, for starts."""
        target = self.folder / "home"
        self.processes.run_code(FILL, target, str(WORKSHOPS))
        return target

    def new_folder(self) -> Path:
        """Return a folder that nothing was written to yet."""
        return self.folder / f"measure-{next(self._numbers)}"


@dataclass(frozen=True)
class Measure:
    """One figure that each build is asked for in turn; less is better.

    `base`: what the other build is asked for, where that is something else. `limit`: the most of
    the other's figure it may be; `over`: how far over it, where that counts instead.
    """

    name: str
    unit: str
    turns: int
    take: Callable[[Build], float]
    base: Callable[[Build], float] | None = None
    limit: float | None = None
    over: float | None = None

    def row(self, pair: tuple[Sequence[float], Sequence[float]], name: str) -> Row:
        """Return the row of both builds' figures."""
        if self.over is not None:
            return difference(self.name, pair, name, self.unit, self.over)
        return ratio(self.name, pair, name, self.unit, self.limit)


def measure(
    ours: Build, base: Build, commit: str, starts: int, repeats: int
) -> Iterator[Row | NotMeasured]:
    """Give each row as soon as it is measured.

    `starts`: turns of what is one process a figure; `repeats`: how often each process does the
    same thing within a turn, of which the middle one is its figure.
    """
    for wanted in _measures(starts, repeats):
        theirs = wanted.base or wanted.take
        try:
            pair = interleaved(partial(wanted.take, ours), partial(theirs, base), wanted.turns)
        except RuntimeError as error:
            yield NotMeasured(wanted.name, commit, str(error).strip().splitlines()[-1])
        else:
            yield wanted.row(pair, commit)


def _measures(starts: int, repeats: int) -> tuple[Measure, ...]:
    few, times = max(2, starts // 3), str(repeats)
    screen = (*map(str, reveal.SIZES[0][:2]), times)
    return (
        Measure("first paint, cold process", "ms", starts, _first_paint),
        Measure("first paint, no bytecode kept", "ms", few, _first_paint_compiling),
        Measure(f"home, {WORKSHOPS} workshops shown", "ms", starts, _home),
        Measure("one vote, key to disk and stage", "ms", few, _of(one_vote.MODULE, times)),
        Measure("one number key, to disk and stage", "ms", few, _of(number_keys.MODULE, times)),
        Measure("200 people x 16 x 2: overview", "ms", few, _of(overview.MODULE, times)),
        Measure("next key, to both windows", "ms", 3, next_scene.taking(median, DAYS), limit=0.8),
        Measure(
            "next key, 99 of 100 are faster",
            *("ms", 3, next_scene.taking(next_scene.nearly_all, DAYS)),
            over=next_scene.FRAMES_MS,
        ),
        Measure("a page change of a full day", "ms", 2, _page_change),
        Measure("reveal frame at 1920x1080", "ms", few, _of(reveal.MODULE, *screen)),
        Measure("summary PDF, 200 people x 2", "ms", few, _of(summary.MODULE, times)),
        Measure("full report", "ms", 2, _of(full_report.MODULE, "5", "untagged")),
        Measure("memory, console and stage open", "MiB", few, _memory),
        Measure("18 documents of 60 x 16 x 3, CPU", "ms", 3, _pack(pack.KINDS), limit=0.6),
        Measure(
            "the 7 since then against those 18, CPU",
            *("ms", 3, _pack(pack.SINCE), _pack(pack.KINDS), 0.4),
        ),
    )


def _pack(kinds: Sequence[str]) -> Callable[[Build], float]:
    """Return what takes the CPU time of writing some kinds of document."""

    def take(build: Build) -> float:
        return float(build.processes.run_code(pack.CODE, build.new_folder(), " ".join(kinds)))

    return take


def _first_paint(build: Build) -> float:
    return paint_first(build.processes, build.library)


def _first_paint_compiling(build: Build) -> float:
    return paint_first(build.processes.compiling(), build.library)


def _home(build: Build) -> float:
    return fill_home(build.processes, build.library)


def _memory(build: Build) -> float:
    return build.processes.number(memory.MODULE, build.new_folder())


def _page_change(build: Build) -> float:
    """Return the step that takes the middle of the times; its name comes first in its line."""
    printed = build.processes.output(page_changes.MODULE, build.new_folder(), "1")
    return median(float(line.split()[1]) for line in printed.splitlines())


def _of(module: str, *arguments: str) -> Callable[[Build], float]:
    """Return what takes the middle of the first column that a benchmark's module prints."""

    def take(build: Build) -> float:
        printed = build.processes.output(module, build.new_folder(), *arguments)
        return median(float(line.split()[0]) for line in printed.splitlines())

    return take
