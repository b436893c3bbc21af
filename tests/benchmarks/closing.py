"""Closing and casting a vote of 30 in a library of many workshops, against one of few.

Run as a module with a folder, a number of runs and "close" or "cast", it prints two columns of
milliseconds, many workshops first: through the use cases, until it is on disk.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

if TYPE_CHECKING:
    from desktop_app.application.services import Services

MODULE = "tests.benchmarks.closing"
MANY, FEW = 2_000, 30
PEOPLE = 30
NAMES = {"close": f"closing a vote of {PEOPLE}", "cast": "one ballot"}
LIMITS = {"close": 1.2, "cast": 1.1}


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return a row for each act, one process doing both in turn."""
    return [_row(processes, folder / act, runs, act) for act in LIMITS]


def _row(processes: Processes, folder: Path, runs: int, act: str) -> Row:
    pair = numbers(processes.output(MODULE, folder, str(runs), act))
    return ratio(f"{NAMES[act]}, {MANY} workshops", pair, f"{FEW} workshops", "ms", LIMITS[act])


def main(folder: Path, runs: int, act: str) -> None:
    from desktop_app.bootstrap import open_services

    from .libraries import make_full_library

    opened = []
    for workshops in (MANY, FEW):
        data_dir = folder / str(workshops)
        make_full_library(data_dir, workshops)
        opened.append(open_services(data_dir))
    make = {"close": closer, "cast": caster}[act]
    many, few = (make(services) for services in opened)
    print_numbers(interleaved(many, few, runs, warm_up=3))
    for services in opened:
        services.close()


def _open_vote(services: Services) -> str:
    from desktop_app.domain.channels import Channel

    from .libraries import add_vote_by_turns

    workshop_id = add_vote_by_turns(services, people=PEOPLE)
    return services.rounds.open(workshop_id, "T1", Channel.NUMBER_KEYS).value


def closer(services: Services) -> Callable[[], float]:
    """Return what closes a vote and opens it again, and gives the milliseconds of closing."""
    key = _open_vote(services)
    for number in range(PEOPLE):
        services.rounds.cast(key, number % 6)

    def close() -> float:
        began = time.perf_counter()
        services.rounds.close(key)
        took = (time.perf_counter() - began) * 1000
        services.rounds.reopen(key)
        return took

    return close


def caster(services: Services) -> Callable[[], float]:
    """Return what casts a ballot and takes it back, and gives the milliseconds of casting."""
    key = _open_vote(services)

    def cast() -> float:
        began = time.perf_counter()
        services.rounds.cast(key, 4)
        took = (time.perf_counter() - began) * 1000
        services.rounds.take_back_last(key)  # or the room would be full before long
        return took

    return cast


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
