"""The baseline of the full report: the same story drawn by plain ReportLab, without any tag.

Paragraphs, headings and tables are drawn, split and made by ReportLab's own methods; links and
bookmarks are ReportLab's; nothing of the structure is kept or written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus import Table as PlainTable
from reportlab.platypus import TableStyle

from desktop_app.report import pages
from desktop_app.report.tagged import Element, Heading, Paragraph, Table, Target

_NOBODY = Element("P")
_NOTHING: AbstractContextManager[None] = nullcontext()


@contextmanager
def untagged() -> Iterator[None]:
    """Let whatever is printed until the block ends be plain and untagged."""
    swaps = [(owner, name, plain) for owner, plains in _PLAIN.items() for name, plain in plains]
    swaps.append((pages, "_FurnishedCanvas", _PlainCanvas))
    ours = [(owner, name, vars(owner).get(name)) for owner, name, _ in swaps]
    for owner, name, plain in swaps:
        setattr(owner, name, plain)
    try:
        yield
    finally:
        for owner, name, own in ours:
            if own is None:
                delattr(owner, name)
            else:
                setattr(owner, name, own)


class _PlainCanvas(pages._FurnishedCanvas):
    """Holds pages back for "page 1 of 9", the usual recipe, and marks nothing."""

    linkURL = Canvas.linkURL  # noqa: N815 - ReportLab's name

    def marked(self, _element: Element) -> Any:
        return _NOTHING

    def artifact(self) -> Any:
        return _NOTHING

    def inside(self, _element: Element) -> Any:
        return _NOTHING

    def box(self, _element: Element, _width: float, _height: float) -> None:
        pass

    def link(self, _element: Element, to: Target | str, _contents: str, box: Any) -> None:
        self.linkRect("", f"place-{id(to)}", box, relative=1)

    def save(self) -> None:
        for number, page in enumerate(self._held, start=1):
            self.__dict__.update(page)
            self._draw_late(number - 1)
            self.draw_furniture(number, len(self._held))
            Canvas.showPage(self)
        Canvas.save(self)


def _make_paragraph(
    self: Any,
    text: str | None,
    style: Any,
    *,
    role: str = "",
    within: Any = None,
    lang: str = "",
    **more: Any,
) -> None:
    PlainParagraph.__init__(self, text, style, **more)


def _make_heading(
    self: Any, text: str | None, style: Any, level: int = 1, *, name: str = "", **more: Any
) -> None:
    _make_paragraph(self, text, style, **more)
    self.level, self.target = level, Target(name)
    self.title = self._words() if text else ""


def _draw_heading(self: Any) -> None:
    if self.canv.place(self.target, self.height):
        key = f"place-{id(self.target)}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        if self.target.name:
            self.canv.bookmarkHorizontal(self.target.name, 0, self.height)
        self.canv.addOutlineEntry(self.title, key, self.level - 1)
    PlainParagraph.draw(self)


def _make_table(
    self: Any,
    data: Any,
    *args: Any,
    header_rows: int = 1,
    header_columns: int = 0,
    plain_rows: Iterable[int] = (),
    summary: str = "",
    font: str = "",
    **more: Any,
) -> None:
    more.setdefault("repeatRows", header_rows)
    PlainTable.__init__(self, data, *args, **more)
    if font:
        self.setStyle(TableStyle([("FONTNAME", (0, 0), (-1, -1), font)]))


_PLAIN: dict[Any, tuple[tuple[str, Any], ...]] = {
    Paragraph: (
        ("element", _NOBODY),
        ("__init__", _make_paragraph),
        ("wrap", PlainParagraph.wrap),
        ("split", PlainParagraph.split),
        ("draw", PlainParagraph.draw),
        ("beginText", PlainParagraph.beginText),
    ),
    Heading: (("__init__", _make_heading), ("draw", _draw_heading)),
    Table: (("__init__", _make_table), ("split", PlainTable.split)),
}
