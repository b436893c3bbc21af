"""The XLSX of 200 workshops against bare XlsxWriter writing the same cells and the same chart.

Run as a module with a number of workshops, it prints two columns of milliseconds.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

MODULE = "tests.benchmarks.spreadsheet"
LIMIT = 1.3


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the row, one process writing both in turn, workshop by workshop."""
    pair = numbers(processes.output(MODULE, folder, str(runs)))
    return [ratio(f"XLSX of {runs} workshops, each", pair, "bare XlsxWriter", "ms", LIMIT)]


def main(folder: Path, runs: int) -> None:
    from desktop_app.exports.xlsx_export import tables_of, write_xlsx
    from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples

    moment = datetime(2027, 5, 14, tzinfo=UTC)
    record = BuiltInSamples().sample(BuiltInFrameworks().built_in(), moment)
    tables = [(t.name, [c.title for c in t.columns], t.rows) for t in tables_of(record)]
    write = partial(write_xlsx, record, folder / "ours.xlsx")
    bare = partial(_write_bare, tables, folder / "bare.xlsx")
    print_numbers(interleaved(partial(_timed, write), partial(_timed, bare), runs, warm_up=3))


def _write_bare(tables: list[Any], target: Path) -> None:
    """Write cells by the plainest calls there are, to a file that is on disk."""
    from xlsxwriter import Workbook

    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, titles, rows in tables:
        sheet = book.add_worksheet(name)
        for place, title in enumerate(titles):
            sheet.write_string(0, place, title)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif cell is not None:
                    sheet.write_number(number, place, cell)
        if name == "rounds":
            chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
            for place in range(1, 6):
                chart.add_series({"values": [name, 1, place, len(rows), place]})
            sheet.insert_chart(len(rows) + 2, 0, chart)
    book.close()
    with target.open("wb") as file:
        file.write(held.getvalue())
        file.flush()
        os.fsync(file.fileno())  # as ours does; how a disk waits is no matter of spreadsheets


def _timed(write: Callable[[], object]) -> float:
    began = time.perf_counter()
    write()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
