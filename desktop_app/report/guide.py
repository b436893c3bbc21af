"""The facilitator's guide on paper: a tagged PDF with contents, made of the guide's blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Image, PageBreak, Spacer, TableStyle

from desktop_app.documents.tongues import Tongues
from desktop_app.files import write_atomically
from desktop_app.guide.book import Book, Heading, Items, Picture, Runs, Words
from desktop_app.guide.book import Table as BookTable
from desktop_app.words.printing_day import printed_on
from desktop_app.words.speech import say

from . import fonts, styles
from .pages import DocumentFacts, write_pages
from .paper import Paper
from .tagged import Figure, Paragraph, Table, bulleted, contents, headings_in, numbered

_ROOM_FOR_SECTION, _ROOM_FOR_PICTURE = 110.0, 350.0
_PICTURE_SHARE = 0.78
_SHARES = {2: (0.3, 0.7), 3: (0.26, 0.5, 0.24)}


def write_guide(book: Book, target: Path, language: str) -> None:
    """Write the guide as PDF; raise OutputProblem or DiskFull, leaving no half file."""
    with write_atomically(target) as file:
        render_guide(book, file, language)


def render_guide(book: Book, file: BinaryIO, language: str) -> None:
    """Write the guide as PDF into `file`."""
    paper = Paper(Tongues(language))
    title = say("The facilitator’s guide to Roundtable")
    story = [part for block, then in pairwise((*book, None)) for part in _drawn(paper, block, then)]
    look = styles.style_of("contents", fonts.REGULAR, 12, 17)
    whole = [
        paper.heading(title, 1, paper.look.title),
        Spacer(0, 18),
        paper.heading(say("Contents"), 2),
        *contents(list(headings_in(story)), [look], first_level=2),
        *story,
        *paper.glyph_note(),
    ]
    write_pages(whole, _facts(paper, title, language), file)


def _facts(paper: Paper, title: str, language: str) -> DocumentFacts:
    return DocumentFacts(
        title=title,
        author="Roundtable",
        subject=say("How to run a workshop with Roundtable"),
        footer=paper.text.markup(title),
        printed=printed_on(),
        language=language,
    )


def _drawn(paper: Paper, block: Any, then: Any) -> Iterator[Any]:
    if isinstance(block, Heading) and block.level > 1:
        followed = isinstance(then, Picture | BookTable)
        yield CondPageBreak(_ROOM_FOR_PICTURE if followed else _ROOM_FOR_SECTION)
    draw: dict[type, Callable[[Paper, Any], Iterator[Any]]] = {
        Heading: _heading,
        Words: _words,
        Items: _items,
        Picture: _picture,
        BookTable: _table,
    }
    yield from draw[type(block)](paper, block)


def _heading(paper: Paper, one: Heading) -> Iterator[Any]:
    if one.level == 1:
        yield PageBreak()
    yield paper.heading(one.text, one.level + 1, name=one.key)


def _words(paper: Paper, block: Words) -> Iterator[Any]:
    yield Paragraph(_markup(paper, block.runs), paper.look.body)


def _items(paper: Paper, block: Items) -> Iterator[Any]:
    made = [Paragraph(_markup(paper, item), paper.look.body) for item in block.items]
    yield from (numbered if block.numbered else bulleted)(made, paper.look.body)


def _picture(paper: Paper, one: Picture) -> Iterator[Any]:
    image = Image(str(one.file))
    width = paper.width * _PICTURE_SHARE
    image.drawHeight, image.drawWidth = width * image.imageHeight / image.imageWidth, width
    image.hAlign = "LEFT"
    yield Spacer(0, 6)
    yield Figure(image, one.alt)
    yield paper.detail(one.alt)
    yield Spacer(0, 6)


def _table(paper: Paper, table: BookTable) -> Iterator[Any]:
    small = paper.look.detail
    cells = [[_cell(paper, cell, small) for cell in row] for row in (table.head, *table.rows)]
    widths = [paper.width * share for share in _SHARES[len(table.head)]]
    yield Spacer(0, 4)
    yield Table(cells, colWidths=widths, repeatRows=1, style=TableStyle(_LINES))
    yield Spacer(0, 10)


def _cell(paper: Paper, runs: Runs, style: ParagraphStyle) -> Paragraph:
    return Paragraph(_markup(paper, runs) or "–", style)


_LINES = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), styles.HAIRLINE, styles.LINE),
    ("LINEBELOW", (0, 0), (-1, 0), 1.2, styles.ACCENT),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
]


def _markup(paper: Paper, runs: Runs) -> str:
    parts = []
    for run in runs:
        text = paper.text.markup(run.text)
        if run.text.startswith(" "):
            text = f" {text.lstrip()}"
        if run.text.endswith(" ") and run.text.strip():
            text = f"{text.rstrip()} "
        if run.strong or run.code:
            text = f"<font name='{fonts.SEMIBOLD}'>{text}</font>"
        if run.to:
            text = f'<a href="#{run.to}">{text}</a>'
        parts.append(text)
    return "".join(parts)
