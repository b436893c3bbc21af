"""The Word pen: draws an outline as a .docx on styles of our own, the same bytes for the same one.

What readers' software needs (language, title, header rows, texts in the place of pictures) has no
door in python-docx, so it is written into the XML; which of it works was found out by running it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from desktop_app.charts.palette import PRINT
from desktop_app.domain.plain_text import one_line, plain
from desktop_app.files import write_atomically
from desktop_app.logos.logo import NAMED, Logo
from desktop_app.words.speech import said

from . import word_styles as look
from .outline import Block, Cell, Chart, Grid, Items, Look, Outline, Run, Title, Words
from .packing import packed_alike
from .png_pen import png_bytes

_MOST_IN_PROPERTIES = 255
_PIXELS_A_UNIT = 2.0
_MADE_BY_OTHERS = (RT.EXTENDED_PROPERTIES, RT.THUMBNAIL)
_SMALL_ROWS, _SMALL_TEXT = 8, 900
"""Rows, and letters in them, of a table that takes a fifth of a page at most."""
_WORD_2013 = "15"
_MOST_OF_LOGO = (160.0, 44.0)


def write_word(outline: Outline, moment: datetime, target: Path) -> None:
    """Write an outline to `target`; `moment` is when what it tells was last changed.

    Raise OutputProblem or DiskFull.
    """
    content = word_bytes(outline, moment)
    with write_atomically(target) as file:
        file.write(content)


def word_bytes(outline: Outline, moment: datetime) -> bytes:
    """Return an outline as .docx."""
    document = docx.Document()
    look.set_styles(document, outline.language)
    width = look.set_page(document, across=outline.across)
    _say_what_it_is(document, outline, moment)
    _furnish(document, outline)
    pen = _Pen(document, width)
    if outline.logo:
        pen.draw_logo(outline.logo)
    led = False
    for block, then in zip_longest(outline.blocks, outline.blocks[1:]):
        pen.draw(block, stays=(led and _is_detail(block)) or isinstance(then, Chart))
        led = isinstance(block, Title) or _is_led_on(block, led=led)
    if outline.blocks and isinstance(outline.blocks[-1], Grid):
        _shrink(document.paragraphs[-1])
    held = io.BytesIO()
    document.save(held)
    return packed_alike(held.getvalue())


def _shrink(paragraph: Any) -> None:
    """Leave next to nothing of the line that Word wants after a table, or it can take a page."""
    room = paragraph.paragraph_format
    room.space_before, room.space_after, room.line_spacing = Pt(0), Pt(0), Pt(1)


def _say_what_it_is(document: Any, outline: Outline, moment: datetime) -> None:
    core = document.core_properties
    core.title = one_line(outline.title)[:_MOST_IN_PROPERTIES]
    core.author = core.last_modified_by = one_line(outline.author)[:_MOST_IN_PROPERTIES]
    core.subject = one_line(outline.subject)[:_MOST_IN_PROPERTIES]
    core.language, core.comments, core.revision = outline.language, "", 1
    core.created = core.modified = moment.replace(microsecond=0, tzinfo=None)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype in _MADE_BY_OTHERS:  # another program's name and a picture of nothing
            del package.rels[key]
    _use_all_of_word(document)


def _use_all_of_word(document: Any) -> None:
    """Say which Word the file is for, or it opens as an old one with what came since shut off."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)


def _furnish(document: Any, outline: Outline) -> None:
    """Put head and footer on every page; pages are counted by whatever opens the file."""
    section = document.sections[0]
    if outline.head:
        head = section.header.paragraphs[0]
        head.style = document.styles[look.HEADER]
        head.add_run(one_line(outline.head))
    foot = section.footer.paragraphs[0]
    foot.style = document.styles[look.FOOTER]
    foot.add_run(f"{one_line(outline.footer)}\t")
    _add_field(foot, "PAGE")
    foot.add_run(" / ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Any, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - fields have no other door


class _Pen:
    """Draws blocks one after another at the end of a document."""

    def __init__(self, document: Any, width: float) -> None:
        self._document = document
        self._width = width
        self._styles: dict[str, str | None] = {}
        self._drawers: dict[type, Callable[[Any], None]] = {
            Title: self._title,
            Words: self._words,
            Items: self._items,
            Grid: self._grid,
            Chart: self._chart,
        }

    def draw(self, block: Block, *, stays: bool = False) -> None:
        """Draw a block; `stays`: words that stay on the page of what comes next."""
        if stays and isinstance(block, Words):
            self._words(block).paragraph_format.keep_with_next = True
        else:
            self._drawers[type(block)](block)

    def _paragraph(self, style: str) -> Any:
        return self._styled(self._document.add_paragraph(), style)

    def _styled(self, paragraph: Any, style: str) -> Any:
        """Give a paragraph its style; each name is looked up once, as that reads all styles."""
        if style not in self._styles:
            key = self._document.part.get_style_id(style, WD_STYLE_TYPE.PARAGRAPH)
            self._styles[style] = key
        paragraph._p.style = self._styles[style]  # noqa: SLF001 - the other door looks up again
        return paragraph

    def _title(self, title: Title) -> None:
        paragraph = self._paragraph(f"Heading {title.level}")
        self._add_run(paragraph, Run(title.text, lang=title.lang))
        if title.fresh:
            paragraph.paragraph_format.page_break_before = True

    def _words(self, words: Words) -> Any:
        paragraph = self._paragraph(look.STYLES[words.look])
        self._fill(paragraph, words.runs)
        return paragraph

    def _items(self, block: Items) -> None:
        for item in block.items:
            for place, words in enumerate(item):
                goes_on = look.GOES_ON_IN_DETAIL if words.look is Look.DETAIL else look.GOES_ON
                style = goes_on if place else look.ITEM
                paragraph = self._paragraph(style)
                self._fill(paragraph, words.runs)
                if not place and len(item) > 1:
                    paragraph.paragraph_format.keep_with_next = True

    def _fill(self, paragraph: Any, runs: Sequence[Run]) -> None:
        for run in runs:
            self._add_run(paragraph, run)

    def _add_run(self, paragraph: Any, run: Run) -> None:
        added = paragraph.add_run(_fit(run.text))
        if run.strong:
            added.bold = True
        if run.lang:
            spoken = OxmlElement("w:lang")
            spoken.set(qn("w:val"), run.lang)
            added._r.get_or_add_rPr().append(spoken)  # noqa: SLF001 - it has no other door
        if run.to:
            self._link(paragraph, added, run.to)

    def _link(self, paragraph: Any, run: Any, to: str) -> None:
        key = self._document.part.relate_to(to, RT.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), key)
        run.font.color.rgb = RGBColor.from_string(PRINT.accent.lstrip("#").upper())
        run.font.underline = True
        paragraph._p.append(link)  # noqa: SLF001 - links have no other door
        link.append(run._r)  # noqa: SLF001

    def _chart(self, chart: Chart) -> None:
        self._picture(self._paragraph(look.STYLES[Look.BODY]), chart)

    def _picture(self, paragraph: Any, chart: Chart) -> None:
        drawn = png_bytes(chart.drawing, chart.title, PRINT.paper, _PIXELS_A_UNIT)
        width = Mm(self._width * chart.share)
        shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width)
        _describe(shape, plain(chart.drawing.alt))

    def draw_logo(self, logo: Logo) -> None:
        """Draw whose document it is."""
        width, height = logo.within(*_MOST_OF_LOGO)
        paragraph = self._paragraph(look.STYLES[Look.BODY])
        picture = io.BytesIO(logo.as_png())
        _describe(paragraph.add_run().add_picture(picture, Pt(width), Pt(height)), said(NAMED))

    # -- tables ---------------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> None:
        table = self._document.add_table(rows=0, cols=len(grid.head))
        table.style = self._document.styles[look.TABLE]
        table.autofit = False
        widths = [Mm(self._width * share) for share in grid.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._head(table, grid.head, widths)
        kept = len(grid.rows) - 1 if _is_small(grid) else 0
        for place, cells in enumerate(grid.rows):
            # What heads the rows below it never ends a page.
            self._row(table, cells, widths, stays=place < kept or not any(cells[1:]))
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), one_line(grid.title))
        table._tbl.tblPr.append(caption)  # noqa: SLF001 - it has no other door
        self._paragraph(look.IN_CELLS[Look.DETAIL])

    def _head(self, table: Any, head: Sequence[str], widths: Sequence[Any]) -> None:
        row = table.add_row()
        for cell, text, width in zip(row.cells, head, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            self._styled(paragraph, look.TABLE_HEAD)
            paragraph.paragraph_format.keep_with_next = True
            self._add_run(paragraph, Run(text))
        _mark_row(row, "w:cantSplit", "w:tblHeader")

    def _row(
        self, table: Any, cells: Sequence[Cell], widths: Sequence[Any], *, stays: bool
    ) -> None:
        row = table.add_row()
        for cell, filled, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            for part, paragraph in zip(filled, _paragraphs(cell), strict=False):
                self._fill_cell(paragraph, part)
                if stays:
                    paragraph.paragraph_format.keep_with_next = True
        _mark_row(row, "w:cantSplit")

    def _fill_cell(self, paragraph: Any, part: Words | Chart) -> None:
        kind = part.look if isinstance(part, Words) else Look.BODY
        self._styled(paragraph, look.IN_CELLS[kind])
        if isinstance(part, Words):
            self._fill(paragraph, part.runs)
        else:
            self._picture(paragraph, part)


def _is_small(grid: Grid) -> bool:
    """Tell whether a table is so short that no page should part it."""
    parts = [part for row in grid.rows for cell in row for part in cell]
    told = sum(len(run.text) for part in parts if isinstance(part, Words) for run in part.runs)
    return len(grid.rows) <= _SMALL_ROWS and told <= _SMALL_TEXT


def _is_detail(block: Block) -> bool:
    return isinstance(block, Words) and block.look is Look.DETAIL


def _is_led_on(block: Block, *, led: bool) -> bool:
    """Tell whether a block below a heading says in short what follows it."""
    short = (Look.STRONG, Look.MARK, Look.DETAIL)
    return led and isinstance(block, Words) and block.look in short


def _describe(shape: Any, words: str) -> None:
    """Say what a picture shows."""
    shape._inline.docPr.set("descr", words)  # noqa: SLF001 - texts of pictures have no other door


def _fit(text: str) -> str:
    """Return what a file may hold of a text, with the blank that parts it from its neighbours."""
    before, after = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    return f"{before}{plain(text)}{after}"


def _paragraphs(cell: Any) -> Iterator[Any]:
    """Yield the paragraph that a cell has, then further ones."""
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _mark_row(row: Any, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - it has no other door
    for name in names:
        properties.append(OxmlElement(name))
