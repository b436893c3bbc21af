"""The full report of a large workshop: against the same pages without tags, and a larger one.

Run as a module with a folder, a number of runs and what to compare, it prints two columns of
milliseconds: the whole report ("untagged"), or each page of a long report and of the usual one
("pages").
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app.domain.workshop import WorkshopRecord

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

MODULE = "tests.benchmarks.full_report"
PEOPLE, ROUNDS = 60, 3
COMMITMENTS, NOTES = 40, 1000
NAME = f"full report, 16 statements x {ROUNDS} x {PEOPLE}"
LONG_NAME = f"a page of it with {COMMITMENTS} commitments, {NOTES} notes"
TAGS_LIMIT, GROWTH_LIMIT = 1.4, 1.0
PAGE = re.compile(rb"/Type\s*/Page\b")


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the rows, one process writing both documents of a row in turn."""
    untagged = numbers(processes.output(MODULE, folder / "untagged", str(runs), "untagged"))
    pages = numbers(processes.output(MODULE, folder / "pages", str(runs), "pages"))
    return [
        ratio(NAME, untagged, "same, untagged ReportLab", "ms", TAGS_LIMIT),
        ratio(LONG_NAME, pages, "a page without them", "ms", GROWTH_LIMIT),
    ]


def main(data_dir: Path, runs: int, what: str) -> None:
    from desktop_app.report.full_report import write_full_report

    data_dir.mkdir(parents=True, exist_ok=True)
    record = usual_record(data_dir / "library")
    ours, theirs = data_dir / "ours.pdf", data_dir / "theirs.pdf"
    write = partial(write_full_report, record, ours)
    if what == "pages":
        long = partial(write_full_report, longer(record), theirs)
        pair = interleaved(partial(_a_page, long, theirs), partial(_a_page, write, ours), runs, 2)
    else:
        plain = partial(_write_untagged, partial(write_full_report, record, theirs))
        pair = interleaved(partial(timed, write), partial(timed, plain), runs, 2)
        if pages_of(ours) != pages_of(theirs):
            raise RuntimeError(f"{pages_of(ours)} pages are compared with {pages_of(theirs)}")
    print_numbers(pair)


def usual_record(library: Path) -> WorkshopRecord:
    """Return a day of 60 people who rated everything three times, through a library."""
    from desktop_app.bootstrap import opened

    from .libraries import add_rated

    workshop_id = add_rated(library, PEOPLE, 0, rounds=ROUNDS)
    with opened(library) as services:
        return services.workshops.record(workshop_id)


def longer(record: WorkshopRecord) -> WorkshopRecord:
    """Return the same day with many commitments and notes, like those it has."""
    notes, plan = record.notes, record.commitments
    return replace(
        record,
        notes=tuple(replace(notes[n % len(notes)], id=f"note-{n}") for n in range(NOTES)),
        commitments=tuple(
            replace(plan[n % len(plan)], id=f"step-{n}", position=n) for n in range(COMMITMENTS)
        ),
    )


def _write_untagged(write: Callable[[], object]) -> None:
    from .untagged import untagged

    with untagged():
        write()


def timed(write: Callable[[], object]) -> float:
    """Return how many milliseconds a call takes."""
    began = time.perf_counter()
    write()
    return (time.perf_counter() - began) * 1000


def _a_page(write: Callable[[], object], target: Path) -> float:
    took = timed(write)
    return took / pages_of(target)


def pages_of(path: Path) -> int:
    """Return how many pages a PDF has."""
    return len(PAGE.findall(path.read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
