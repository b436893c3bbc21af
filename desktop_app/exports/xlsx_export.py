"""The workshop's data as a spreadsheet; knows tables and their looks, not where figures come from.

Text is always written as text: a cell that begins like a formula is marked as quoted too, so that
it stays text when somebody edits it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook

from desktop_app.charts.palette import PRINT, point_colours
from desktop_app.documents.event import short_marks
from desktop_app.documents.more_tables import (
    about_table,
    commitments_table,
    notes_table,
    priorities_table,
    rounds_table,
)
from desktop_app.documents.since_table import since_table
from desktop_app.documents.tables import Cell, Kind, Table, facts_of, hidden, results_table
from desktop_app.documents.then_now_table import then_now_table
from desktop_app.domain.plain_text import one_line
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import marks_of
from desktop_app.words.speech import said, say

from .packing import packed_alike
from .workbook_about import about

MOST_CHARACTERS = 32_000
"""Of a cell; Excel takes 32,767."""

_CUT = to_say(" … [cut here: the JSON export has the whole text]")
_NOT_IN_SHEET_NAMES, _SHEET_NAME = re.compile(r"[\[\]:*?/\\]"), 31
_FORMULA = tuple("=+-@＝＋－＠\t\r\n'")
_LOOKS: Mapping[Kind, Mapping[str, Any]] = {
    Kind.TEXT: {"align": "left", "indent": 1},
    Kind.LONG: {"align": "left", "indent": 1, "text_wrap": True},
    Kind.WHOLE: {"num_format": "0"},
    Kind.MEASURE: {"num_format": "0.00"},
    Kind.SHARE: {"num_format": "0%"},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "align": "left", "indent": 1},
}
_OF_TEXTS = (Kind.TEXT, Kind.LONG)
_A3, _A4 = 8, 9
_LINE, _MOST_LINES = 15, 20
_FURNITURE = 110
"""Characters of a page's head or foot, of which Excel takes 255 in all."""
_READABLE = 320
"""Characters across a printed page; wider tables take several pages side by side."""
_HEADER = {
    "bold": True, "bg_color": "#0b6e69", "font_color": "#ffffff", "text_wrap": True,
    "valign": "vcenter", "border": 1, "border_color": "#dcd8ce",
}  # fmt: skip


def write_xlsx(record: WorkshopRecord, target: Path) -> None:
    """Write the workshop to `target` as XLSX; raise OutputProblem or DiskFull."""
    content = _workbook(record)
    with write_atomically(target) as file:
        file.write(content)


def tables_of(record: WorkshopRecord) -> tuple[Table, ...]:
    """Return the sheets in order."""
    makers = (
        results_table, rounds_table, since_table, then_now_table, priorities_table,
        commitments_table, notes_table, about_table,
    )  # fmt: skip
    facts = facts_of(record)
    made = (make(facts) for make in makers)
    return tuple(table for table in made if table is not None)


def _workbook(record: WorkshopRecord) -> bytes:
    held = io.BytesIO()
    book = Workbook(
        held,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(_properties(record.workshop))
    looks = _Looks(book)
    for table in tables_of(record):
        sheet = book.add_worksheet(_sheet_name(table))
        _fill(sheet, table, looks)
        _furnish(sheet, table, record.workshop)
        if table.key == "rounds" and record.rounds:
            _add_chart(book, sheet, table, record.workshop)
    book.close()
    return packed_alike(held.getvalue())


class _Looks:
    """The formats of a workbook, made once each."""

    def __init__(self, book: Any) -> None:
        base = {"valign": "top", "font_name": "Calibri", "font_size": 11}
        self.header = book.add_format(_HEADER | {"align": "left", "indent": 1})
        self.header_of_numbers = book.add_format(_HEADER | {"align": "right"})
        self.hidden = book.add_format(
            base | {"italic": True, "align": "right", "font_color": PRINT.soft}
        )
        self.of_value = {k: book.add_format(base | dict(look)) for k, look in _LOOKS.items()}
        self._quoted = {
            k: book.add_format(base | dict(_LOOKS[k]) | {"quote_prefix": True}) for k in _OF_TEXTS
        }

    def of_column(self, kind: Kind) -> tuple[Any, Any, Any]:
        """Return the formats of a column's values, of its texts, and of texts like formulas."""
        value = self.of_value[kind]
        if kind in self._quoted:
            return value, value, self._quoted[kind]
        return value, self.of_value[Kind.TEXT], self.of_value[Kind.TEXT]


def _sheet_name(table: Table) -> str:
    """Return a table's title as a sheet may be called: short, and without what Excel refuses."""
    return _NOT_IN_SHEET_NAMES.sub(" ", table.title).strip("' ")[:_SHEET_NAME]


def _fill(sheet: Any, table: Table, looks: _Looks) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        is_number = column.kind in (Kind.WHOLE, Kind.MEASURE, Kind.SHARE)
        look = looks.header_of_numbers if is_number else looks.header
        sheet.write_string(0, place, column.title, look)
    sheet.set_row(0, _LINE * max(_lines(c.title, c.width * 0.8) for c in table.columns) + 4)
    of_columns = [(*looks.of_column(c.kind), c.kind in _OF_TEXTS) for c in table.columns]
    day, hiding, word = looks.of_value[Kind.DAY], looks.hidden, hidden()
    wraps = [column.width if column.kind is Kind.LONG else 0 for column in table.columns]
    for number, row in enumerate(table.rows, start=1):
        _high_enough(sheet, number, row, wraps)
        for place, (cell, look) in enumerate(zip(row, of_columns, strict=True)):
            if isinstance(cell, str):
                text = cell if len(cell) <= MOST_CHARACTERS else cell[:MOST_CHARACTERS] + said(_CUT)
                of_text = look[2] if cell.startswith(_FORMULA) else look[1]
                is_word = cell == word and not look[3]
                sheet.write_string(number, place, text, hiding if is_word else of_text)
            elif isinstance(cell, date):
                sheet.write_datetime(number, place, cell, day)
            elif cell is not None:
                sheet.write_number(number, place, cell, look[0])


def _lines(text: str, width: float) -> int:
    """Return about how many lines a text takes; not every program finds out by itself."""
    room = max(1, int(width) - 2)
    if len(text) <= room and "\n" not in text:  # most texts
        return 1
    return sum(1 + max(0, len(part) - 1) // room for part in text.split("\n"))


def _high_enough(sheet: Any, number: int, row: tuple[Cell, ...], wraps: list[int]) -> None:
    """Give a row the height of its longest text, within reason."""
    most = max(
        (_lines(c, w) for c, w in zip(row, wraps, strict=True) if w and isinstance(c, str)),
        default=1,
    )
    if most > 1:
        sheet.set_row(number, _LINE * min(most, _MOST_LINES))


def _furnish(sheet: Any, table: Table, workshop: Workshop) -> None:
    """Freeze the header, add filters, and make the sheet print well."""
    sheet.freeze_panes(1, 0)
    last = len(table.rows)
    if table.key != "about" and last:
        sheet.autofilter(0, 0, last, len(table.columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    wide = sum(column.width for column in table.columns)
    sheet.set_paper(_A3 if wide > _READABLE // 2 else _A4)
    sheet.fit_to_pages(1 + wide // _READABLE, 0)
    if table.key == "results":
        sheet.repeat_columns(0, 2)
    sheet.set_header("&L" + _furniture(workshop.title) + "&R" + _furniture(_marks(workshop)))
    sheet.set_footer(f"&L&8 {_two_lines(workshop.framework.status)}&R&8 &P/&N")


def _furniture(text: str) -> str:
    """Return text for a page's head or foot: no codes, and within what Excel takes there."""
    line = one_line(text).replace("&", "&&")
    return line if len(line) <= _FURNITURE else line[: _FURNITURE - 1].rstrip("& ") + "…"


def _two_lines(text: str) -> str:
    """Return a sentence or two for a page's foot."""
    lines = wrap(one_line(text), _FURNITURE - 10, max_lines=2, placeholder=" …")
    return "\n".join(map(_furniture, lines))


def _marks(workshop: Workshop) -> str:
    return "; ".join(short_marks(workshop))


def _add_chart(book: Any, sheet: Any, table: Table, workshop: Workshop) -> None:
    """Add the shares of ratings, a stacked bar a round, under the table."""
    name = _sheet_name(table)
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    last = len(table.rows)
    colours = point_colours(PRINT, workshop.framework.scale.size)
    for place, colour in enumerate(colours, start=1):
        chart.add_series(
            {
                "name": [name, 0, place],
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, place, last, place],
                "fill": {"color": colour},
                "border": {"color": "#ffffff", "width": 0.75},
                "gap": 40,
            }
        )
    chart.set_title({"name": say("How the room rated"), "overlay": False})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 160 + 26 * last})
    alt = say(
        "Shares of the ratings in each round, from the lowest point to the highest. The counts"
        " stand in this sheet’s table."
    )
    described = {"description": alt, "object_position": 3}
    sheet.insert_chart(last + 2, 0, chart, described)


def _properties(workshop: Workshop) -> dict[str, Any]:
    marks = "; ".join(marks_of(workshop))
    return about(
        workshop,
        workshop.title,
        author=workshop.facilitator,
        comments=f"{marks} {workshop.framework.status}",
    )
