"""A table from what a web page or a sheet puts on the clipboard besides its plain text."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from .answer_limits import MAX_COLUMNS, Record

MAX_LENGTH = 4_000_000
"""A longer page is not looked into; its plain text is read."""
_CELLS = frozenset(("td", "th"))
_BREAKS = frozenset(("br", "p", "div", "li"))


def html_records(text: str) -> Iterator[Record]:
    """Yield the lines of the largest table of a page; nothing where none can be read."""
    if len(text) > MAX_LENGTH or "<t" not in text.lower():
        return
    page = _Tables()
    page.feed(text)
    page.close()
    page.finish_cell()  # a page may leave out its last end tags
    if page.spans_lines:
        return  # a cell over several lines stands in one of them only, and moves all others
    table = max(page.tables, key=lambda rows: sum(map(len, rows)), default=[])
    yield from enumerate(table, 1)


class _Tables(HTMLParser):
    """Collects the tables of a page; one inside another is a table of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.spans_lines = False
        self._open: list[list[list[str]]] = []
        self._text: list[str] | None = None
        self._wide = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.finish_cell()
            self._open.append([])
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self.finish_cell()
            self._open[-1].append([])
        elif tag in _CELLS and self._open and self._open[-1]:
            self.finish_cell()
            self._text, self._wide = [], _wide(dict(attrs).get("colspan"))
            self.spans_lines |= _wide(dict(attrs).get("rowspan")) > 1
        elif tag in _BREAKS and self._text:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS or tag == "tr":
            self.finish_cell()
        elif tag == "table" and self._open:
            self.finish_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def finish_cell(self) -> None:
        """Keep a cell; one over several columns stands in the first of them."""
        if self._text is not None:
            row = self._open[-1][-1]
            row += [" ".join("".join(self._text).split()), *[""] * (self._wide - 1)]
            del row[MAX_COLUMNS:]
        self._text = None


def _wide(given: str | None) -> int:
    digits = (given or "").strip()
    known = digits.isascii() and digits.isdigit() and len(digits) <= 4
    return min(max(1, int(digits)), MAX_COLUMNS) if known else 1
