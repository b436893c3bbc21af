"""The XLSX of 200 workshops against bare XlsxWriter writing the same cells.

Once plain (values only), and once with looks and a chart as ours has them. Bare XlsxWriter is given
the values; what ours takes to work them out counts as ours. Run as a module with a folder, a number
of workshops and what to compare with, it prints two columns of milliseconds.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

if TYPE_CHECKING:
    from desktop_app.documents.tables import Table

MODULE = "tests.benchmarks.spreadsheet"
LIMIT = 1.3
BATCH = 10
"""Workshops timed together: some clocks are too coarse for one."""
BASELINES = {
    "dressed": "bare XlsxWriter, cells, formats and chart",
    "plain": "bare XlsxWriter, cells only",
}


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return a row for each baseline, one process writing both in turn, workshop by workshop."""
    return [_row(processes, folder, runs, *baseline) for baseline in BASELINES.items()]


def _row(processes: Processes, folder: Path, runs: int, baseline: str, name: str) -> Row:
    pair = numbers(processes.output(MODULE, folder, str(runs), baseline))
    return ratio(f"XLSX of {runs} workshops, each", pair, name, "ms", LIMIT)


def main(folder: Path, runs: int, baseline: str) -> None:
    from desktop_app.exports.xlsx_export import tables_of, write_xlsx
    from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples

    moment = datetime(2027, 5, 14, tzinfo=UTC)
    record = BuiltInSamples().sample(BuiltInFrameworks().built_in(), moment)
    tables = tables_of(record)
    write_bare = _write_plain if baseline == "plain" else _write_dressed
    write = partial(write_xlsx, record, folder / "ours.xlsx")
    bare = partial(_put, partial(write_bare, tables), folder / "bare.xlsx")
    turns = interleaved(partial(_timed, write), partial(_timed, bare), max(1, runs // BATCH))
    print_numbers(turns)


def _put(make: Callable[[Any], None], target: Path) -> None:
    """Make a workbook in memory and put it on disk as ours."""
    from xlsxwriter import Workbook

    from desktop_app.files import write_atomically

    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        make(book)
    with write_atomically(target) as file:
        file.write(held.getvalue())


def _write_plain(tables: Sequence[Table], book: Any) -> None:
    for table in tables:
        _cells(book.add_worksheet(table.key), table, {}, None)


def _write_dressed(tables: Sequence[Table], book: Any) -> None:
    from desktop_app.documents.tables import Kind

    looks = {kind: book.add_format({"num_format": "0.00"}) for kind in Kind}
    head = book.add_format({"bold": True, "text_wrap": True})
    for table in tables:
        sheet = book.add_worksheet(table.key)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width)
        _cells(sheet, table, looks, head)
        if table.key == "rounds":
            sheet.insert_chart(len(table.rows) + 2, 0, _chart(book, len(table.rows)))


def _cells(sheet: Any, table: Table, looks: Mapping[Any, Any], head: Any) -> None:
    """Write the cells by the plainest calls."""
    formats = [looks.get(column.kind) for column in table.columns]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.title, head)
    for number, row in enumerate(table.rows, start=1):
        for place, (cell, look) in enumerate(zip(row, formats, strict=True)):
            if isinstance(cell, str):
                sheet.write_string(number, place, cell, look)
            elif isinstance(cell, date):
                sheet.write_datetime(number, place, cell, look)
            elif cell is not None:
                sheet.write_number(number, place, cell, look)


def _chart(book: Any, last: int) -> Any:
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for place in range(1, 6):
        chart.add_series(
            {
                "name": ["rounds", 0, place],
                "categories": ["rounds", 1, 0, last, 0],
                "values": ["rounds", 1, place, last, place],
                "fill": {"color": "#a6411a"},
            }
        )
    return chart


def _timed(write: Callable[[], object]) -> float:
    began = time.perf_counter()
    for _ in range(BATCH):
        write()
    return (time.perf_counter() - began) * 1000 / BATCH


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
