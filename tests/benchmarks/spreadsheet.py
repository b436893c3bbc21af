"""The XLSX of 200 workshops against bare XlsxWriter writing the same cells, looks and chart.

Run as a module with a number of workshops, it prints two columns of milliseconds.
"""

from __future__ import annotations

import io
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
    from desktop_app.exports.tables import Kind
    from desktop_app.exports.xlsx_export import tables_of, write_xlsx
    from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples

    moment = datetime(2027, 5, 14, tzinfo=UTC)
    record = BuiltInSamples().sample(BuiltInFrameworks().built_in(), moment)
    kinds = [*Kind]
    looks = [{"bold": True, "text_wrap": True}, *({"num_format": "0.00"} for _ in kinds)]
    tables = [
        (
            table.name,
            [column.width for column in table.columns],
            [
                [(column.title, 0) for column in table.columns],
                *(
                    [
                        (cell, 1 + kinds.index(column.kind))
                        for cell, column in zip(row, table.columns, strict=True)
                    ]
                    for row in table.rows
                ),
            ],
        )
        for table in tables_of(record)
    ]
    write = partial(write_xlsx, record, folder / "ours.xlsx")
    bare = partial(_write_bare, tables, looks, folder / "bare.xlsx")
    print_numbers(interleaved(partial(_timed, write), partial(_timed, bare), runs, warm_up=3))


def _write_bare(tables: list[Any], looks: list[dict[str, Any]], target: Path) -> None:
    """Write the same cells in the same looks by the plainest calls, put on disk as ours."""
    from xlsxwriter import Workbook

    from desktop_app.files import write_atomically

    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True})
    formats = [book.add_format(look) for look in looks]
    for name, widths, rows in tables:
        sheet = book.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        for number, row in enumerate(rows):
            for place, (cell, look) in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell, formats[look])
                elif isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, formats[look])
                elif cell is not None:
                    sheet.write_number(number, place, cell, formats[look])
        if name == "rounds":
            chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
            for place in range(1, 6):
                ends = (1, len(rows) - 1)
                names = [name, ends[0], 0, ends[1], 0]
                values = [name, ends[0], place, ends[1], place]
                series = {"name": [name, 0, place], "categories": names, "values": values}
                chart.add_series(series | {"fill": {"color": "#a6411a"}})
            sheet.insert_chart(len(rows) + 1, 0, chart)
    book.close()
    with write_atomically(target) as file:
        file.write(held.getvalue())


def _timed(write: Callable[[], object]) -> float:
    began = time.perf_counter()
    write()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
