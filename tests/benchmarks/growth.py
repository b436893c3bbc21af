"""What grows with all that was ever done: the same acts in a small library and in a large one.

Run as a module with a data folder, it opens the library as the window does and prints milliseconds
of CPU: for that in a new process, for that once more, and for looking the file over.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from desktop_app.application.services import Services
from desktop_app.bootstrap import open_services
from desktop_app.storage.opening import FILE_NAME
from tests.helpers import ROOT

from . import searching
from .closing import caster, closer
from .first_paint import fill_home
from .grown import make_grown_library
from .processes import Processes, interleaved
from .table import Row

Maker = Callable[[Services], Callable[[], float]]
"""Gives what is done again and again in a library, and gives its milliseconds."""

MODULE = "tests.benchmarks.growth"
MANY, FEW = 10_000, 30
PLAIN = """
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(
    "SELECT id, title, partnership, held_on, status FROM workshops ORDER BY updated_at DESC"
):
    print(*row, sep="\\t")
"""
"""What `list` does, without anything that makes it safe."""
LIMITS = {"closing": 1.2, "cast": 1.1, "opening": 1.3, "home": 1.3, "list": 20.0}
"""How many times as long in the large library; of `list`, microseconds a row."""


@dataclass(frozen=True)
class Libraries:
    """A large library and a small one, which differ in how many workshops they hold."""

    many: Path
    few: Path
    more: int

    def both(self, act: Callable[[Path], float], runs: int) -> tuple[float, float]:
        """Return the medians of an act in both, done by turns."""
        pair = interleaved(partial(act, self.many), partial(act, self.few), runs)
        return median(pair[0]), median(pair[1])

    def while_open(self, make: Maker, runs: int) -> tuple[float, float]:
        """Return the medians of what is done again and again while both are open, by turns."""
        with ExitStack() as stack:
            acts = []
            for folder in (self.many, self.few):
                services = open_services(folder)
                stack.callback(services.close)
                acts.append(make(services))
            pair = interleaved(acts[0], acts[1], runs, warm_up=3)
        return median(pair[0]), median(pair[1])


def measure(processes: Processes, folder: Path, votes: int, starts: int) -> list[Row]:
    """Return a row for each act, in a library of 10,000 workshops against one of 30."""
    libraries = make_libraries(folder / "grown", MANY, FEW)
    first, _, _ = opening(libraries, processes, starts)
    took, bare = listing(libraries, starts)
    return [
        _row("closing a vote of 30", closing(libraries, votes), "closing"),
        _row("one ballot", casting(libraries, votes), "cast"),
        _row("opening, CPU", first, "opening"),
        _row("home filled", home(libraries, processes, starts), "home"),
        Row("list, CPU a workshop", took, 0.0, "nothing", "µs", LIMITS["list"], is_ratio=False),
        Row("list, CPU a workshop", took, bare, "bare query that prints", "µs", None),
        *searching.measure(folder / "searched", MANY, starts),
    ]


def _row(name: str, pair: tuple[float, float], limit: str) -> Row:
    return Row(f"{name}, {MANY} workshops", *pair, f"{FEW} workshops", "ms", LIMITS[limit])


def make_libraries(folder: Path, many: int, few: int = 30) -> Libraries:
    for workshops in (many, few):
        make_grown_library(folder / str(workshops), workshops)
        services = open_services(folder / str(workshops))
        services.listing.catch_up()  # the index that workshops are searched by is there
        services.close()
    return Libraries(folder / str(many), folder / str(few), many - few)


# In milliseconds


def closing(libraries: Libraries, runs: int) -> tuple[float, float]:
    return libraries.while_open(closer, runs)


def casting(libraries: Libraries, runs: int) -> tuple[float, float]:
    return libraries.while_open(caster, runs)


def home(libraries: Libraries, processes: Processes, runs: int) -> tuple[float, float]:
    return libraries.both(partial(fill_home, processes), runs)


def opening(
    libraries: Libraries, processes: Processes, runs: int
) -> tuple[tuple[float, float], ...]:
    """Return opening in a new process, once more in it, and looking over: many, few."""

    def opened(folder: Path) -> list[float]:
        (folder / FILE_NAME).touch()  # as on most days: there is something to back up
        return [float(part) for part in processes.output(MODULE, folder).split()]

    pair = interleaved(partial(opened, libraries.many), partial(opened, libraries.few), runs)
    many, few = ([median(column) for column in zip(*one, strict=True)] for one in pair)
    return tuple(zip(many, few, strict=True))


def listing(libraries: Libraries, runs: int) -> tuple[float, float]:
    """Return the microseconds of CPU a row: by `list`, and by a bare query that prints."""
    return _a_row(libraries, _list, runs), _a_row(libraries, _list_plainly, runs)


def _a_row(libraries: Libraries, act: Callable[[Path], float], runs: int) -> float:
    many, few = libraries.both(act, runs)
    return 1000 * (many - few) / libraries.more


def _list(folder: Path) -> float:
    return _cpu("-m", "desktop_app", "list", "--data-dir", str(folder))


def _list_plainly(folder: Path) -> float:
    return _cpu("-c", PLAIN, str(folder / FILE_NAME))


def _cpu(*arguments: str) -> float:
    """Return the milliseconds of CPU that a process takes."""
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return 1000 * (used.ru_utime + used.ru_stime)


# In a process of its own


def main(folder: Path) -> None:
    took = []
    for _ in range(2):
        began = time.process_time()
        services = open_services(folder, look_over_later=True)
        took.append(time.process_time() - began)
        if len(took) == 1:
            services.let_go()
    began = time.process_time()
    services.look_over()
    took.append(time.process_time() - began)
    services.close()
    sys.stdout.write(" ".join(f"{1000 * part:.4f}" for part in took) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
