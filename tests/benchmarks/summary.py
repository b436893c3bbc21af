"""The summary PDF of a large workshop against a bare ReportLab document of the same content.

Run as a module with a library folder and a number of runs, it prints two columns of milliseconds.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.domain.workshop import WorkshopRecord

from .libraries import add_rated
from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

MODULE = "tests.benchmarks.summary"
PEOPLE = 200
LIMIT = 2.0
PAGE = re.compile(rb"/Type\s*/Page\b")


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the row, one process writing both in turn."""
    pair = numbers(processes.output(MODULE, folder / "summary", str(runs)))
    return [ratio(f"summary PDF, {PEOPLE} people x 2", pair, "bare ReportLab", "ms", LIMIT)]


def main(data_dir: Path, runs: int) -> None:
    from desktop_app.bootstrap import opened
    from desktop_app.documents.kinds import DocumentKind

    workshop_id = add_rated(data_dir, PEOPLE, 0)
    ours, bare = data_dir / "ours.pdf", data_dir / "bare.pdf"
    with opened(data_dir) as services:
        write = partial(services.reports.write, workshop_id, DocumentKind.SUMMARY, ours)
        write_bare = _bare_writer(services.workshops.record(workshop_id), write, bare)
        pair = interleaved(partial(_timed, write), partial(_timed, write_bare), runs, warm_up=2)
    if _pages(ours) != _pages(bare):
        raise RuntimeError(f"{_pages(ours)} pages are compared with {_pages(bare)}")
    print_numbers(pair)


def _bare_writer(
    record: WorkshopRecord, write: Callable[[], object], target: Path
) -> Callable[[], None]:
    """Return what writes the words and pictures that `write` writes, read off it once."""
    from desktop_app.charts.diverging_bars import DivergingRow
    from desktop_app.documents.summary import summary_content
    from desktop_app.report.drawing import action_chart
    from desktop_app.report.fonts import Printable

    from .bare_document import paragraphs_made, write_bare

    with paragraphs_made() as words:
        write()
    content = summary_content(record)
    lines = [line for group in content.statements.groups for line in group.lines]
    rows = [DivergingRow(line.name, line.counts, line.level, line.figures) for line in lines]
    charts = action_chart(rows, content.scale, Printable())
    return partial(write_bare, words, [chart.drawing for chart in charts], target)


def _timed(write: Callable[[], object]) -> float:
    began = time.perf_counter()
    write()
    return (time.perf_counter() - began) * 1000


def _pages(path: Path) -> int:
    return len(PAGE.findall(path.read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
