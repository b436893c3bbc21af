"""Tables that tag rows, heading cells and spans; a heading row repeated on a page is an artifact.

Knows ReportLab's table and its calls while it draws (its `renderCB`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reportlab.platypus import Flowable, TableStyle
from reportlab.platypus import Table as PlainTable

from .saving import Name
from .tree import Element

_SCOPES = {(True, True): "Column", (True, False): "Column", (False, True): "Row"}


class Table(PlainTable):  # type: ignore[misc]
    """A table whose first rows and columns may be headings.

    Cells are tagged flowables, sequences of them, or plain text in the table's own font. The
    heading rows repeat at the top of each page. `summary` says in words what the table shows,
    where the text before it does not. `plain_rows` have no heading cell.
    """

    def __init__(
        self,
        data: Sequence[Sequence[Any]],
        *args: Any,
        header_rows: int = 1,
        header_columns: int = 0,
        plain_rows: Iterable[int] = (),
        summary: str = "",
        font: str = "",
        **more: Any,
    ) -> None:
        shared = more.pop("renderCB", None)  # where ReportLab makes a part of a table
        marking = shared or _Marking(header_rows, header_columns, summary)
        more.setdefault("repeatRows", header_rows)
        super().__init__(data, *args, renderCB=marking, **more)
        self.element = marking.element
        self.row_elements = [] if shared else marking.row_elements(len(self._cellvalues))
        marking.plain |= {self.row_elements[row] for row in plain_rows}
        self.goes_on = False
        if font:  # else ReportLab would name Helvetica on the page, which is not embedded
            self.setStyle(TableStyle([("FONTNAME", (0, 0), (-1, -1), font)]))

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Return the rows that fit and the rest; a row cut in two stays one to a reader."""
        parts: list[Any] = super().split(available_width, available_height)
        if len(parts) == 2:
            self._share_rows(*parts)
        return parts

    def _share_rows(self, head: Table, tail: Table) -> None:
        rows, repeated = self.row_elements, int(self.repeatRows)
        new = len(tail._cellvalues) - repeated
        head.row_elements = rows[: len(head._cellvalues)]
        tail.row_elements = [*rows[:repeated], *rows[len(rows) - new :]]
        head.goes_on, tail.goes_on = self.goes_on, True


class _Marking:
    """What ReportLab calls while it draws a table; one for all parts of the same table."""

    def __init__(self, header_rows: int, header_columns: int, summary: str) -> None:
        self.header_rows, self.header_columns = header_rows, header_columns
        attributes = {"Table": {"Summary": summary}} if summary else {}
        self.element = Element("Table", attributes=attributes)
        self.head = Element("THead", self.element)
        self.body = Element("TBody", self.element)
        self.plain: set[Element] = set()
        self.cells: dict[tuple[Element, int], Element] = {}
        self._text: Element | None = None
        self._is_repeated = False

    def row_elements(self, count: int) -> list[Element]:
        """Return new rows for a table of `count` rows."""
        heads = min(self.header_rows, count)
        return [Element("TR", self.head if n < heads else self.body) for n in range(count)]

    def __call__(self, table: Any, command: str, *where: Any) -> None:
        step: Callable[..., None] | None = getattr(self, f"_{command}", None)
        if step:
            step(table, *where)

    def _startTable(self, table: Any) -> None:  # noqa: N802 - ReportLab's names, here and below
        if not table.canv.is_silent:
            table.canv.tree.place(self.element)

    def _startBG(self, table: Any) -> None:  # noqa: N802
        table.canv.begin_artifact()

    def _endBG(self, table: Any) -> None:  # noqa: N802
        table.canv.end_artifact()

    def _startRow(self, table: Any, row: int) -> None:  # noqa: N802
        self._is_repeated = table.goes_on and row < int(table.repeatRows)
        if self._is_repeated:
            table.canv.begin_artifact()
        elif not table.canv.is_silent:
            table.canv.tree.open(table.row_elements[row])

    def _endRow(self, table: Any) -> None:  # noqa: N802
        if self._is_repeated:
            table.canv.end_artifact()
        elif not table.canv.is_silent:
            table.canv.tree.close()

    def _startCell(  # noqa: N802
        self, table: Any, row: int, column: int, value: Any, *_where: Any
    ) -> None:
        if table.canv.is_silent:
            return
        cell = self._cell(table, row, column)
        table.canv.tree.open(cell)
        if value and not isinstance(value, list | tuple | Flowable):
            table.canv.begin(cell)
            self._text = cell

    def _endCell(self, table: Any) -> None:  # noqa: N802
        if table.canv.is_silent:
            return
        if self._text:
            table.canv.end()
            self._text = None
        table.canv.tree.close()

    def _startLines(self, table: Any) -> None:  # noqa: N802
        table.canv.begin_artifact()

    def _endLines(self, table: Any) -> None:  # noqa: N802
        table.canv.end_artifact()

    def _cell(self, table: Any, row: int, column: int) -> Element:
        key = (table.row_elements[row], column)
        if key not in self.cells:
            self.cells[key] = self._new_cell(table, row, column)
        return self.cells[key]

    def _new_cell(self, table: Any, row: int, column: int) -> Element:
        is_head = table.row_elements[row].within is self.head
        heads_row = column < self.header_columns and table.row_elements[row] not in self.plain
        scope = _SCOPES.get((is_head, heads_row))
        attributes: dict[str, Any] = {"Scope": Name(scope)} if scope else {}
        attributes.update(_spans(table, row, column))
        of_table = {"Table": attributes} if attributes else {}
        return Element("TH" if scope else "TD", table.row_elements[row], attributes=of_table)


def _spans(table: Any, row: int, column: int) -> dict[str, int]:
    span = getattr(table, "_spanRanges", {}).get((column, row))
    if not span:
        return {}
    left, top, right, bottom = span
    sizes = {"ColSpan": right - left + 1, "RowSpan": bottom - top + 1}
    return {name: size for name, size in sizes.items() if size > 1}
