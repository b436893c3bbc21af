"""Posters for the wall: one for each action, with its statements, and the result once there is one.

Every figure comes through the same content as the full report's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import PageBreak, Spacer

from desktop_app.charts.fitting import shorten
from desktop_app.documents import posters as words
from desktop_app.documents.actions import ActionPart
from desktop_app.documents.event import Event
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.methods import scale_rows
from desktop_app.documents.report import FullContent, full_content
from desktop_app.documents.standing import WHAT_WAS_SAID, begins
from desktop_app.domain.printing import PaperSize, PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .drawing import action_chart
from .fit import height_of
from .logo import logo_image
from .pages import A3_UPRIGHT, A4_UPRIGHT, Sheet, write_pages
from .paper import Paper
from .ruled import RuledLines
from .tagged import Columns, Decoration, Paragraph, Stack, unlabelled

_SCALES = {PaperSize.A4: 0.7, PaperSize.A3: 1.0}
_SIZES = (1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4)
_STILL_LARGE = _SIZES.index(0.84)
"""Type is made no smaller than this only to leave room for people's own words."""
_SAFETY = 6.0
_LEAST_MIDDLE, _LINE_GAP = 110.0, 40.0
_BAND = 30.0
_TITLES = ((52, 36), (42, 70))
"""Points of a title, each with the longest that it is for."""


def write_posters(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the posters; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    chosen = options or PrintOptions()
    logo = logo_of(chosen)
    with write_atomically(target) as file:
        render_posters(full_content(record), file, chosen.paper or PaperSize.A3, logo)


def render_posters(
    content: FullContent, file: BinaryIO, size: PaperSize, logo: Logo | None = None
) -> None:
    """Write the posters of `content` as PDF into `file`."""
    sheet = _sheet(size)
    paper = Paper(content.event.tongues, sheet.text_width)
    makers = [partial(_poster, paper, content, part, logo) for part in content.actions]
    common = _common_size(makers, sheet, [share * _SCALES[size] for share in _SIZES])
    story: list[Any] = []
    for part, make in zip(content.actions, makers, strict=True):
        story += [PageBreak()] if story else []
        top, foot = make(common)
        left = sheet.text_height - _height([*top, *foot], sheet) - _SAFETY
        middle, note = _middle(paper, content, part, common, left), list[Any]()
        if part is content.actions[-1] and (note := paper.glyph_note()):
            middle = _middle(paper, content, part, common, left - _height(note, sheet))
        story += [*top, *middle, *foot, *note]
    write_pages(
        story, paper.facts(content.event, said(DocumentKind.POSTERS.about.title)), file, sheet
    )


def _sheet(size: PaperSize) -> Sheet:
    bare = A3_UPRIGHT if size is PaperSize.A3 else A4_UPRIGHT
    band = _BAND * _SCALES[size]

    def draw_band(canvas: Any) -> None:
        canvas.setFillColor(styles.ACCENT)
        canvas.rect(0, bare.height - band, bare.width, band, stroke=0, fill=1)

    return Sheet(
        "poster",
        bare.width,
        bare.height,
        side=72 * _SCALES[size],
        top=band + 40 * _SCALES[size],
        background=draw_band,
    )


def _common_size(
    makers: Sequence[Callable[[float], tuple[list[Any], list[Any]]]],
    sheet: Sheet,
    sizes: Sequence[float],
) -> float:
    """Return the largest size at which every poster fits, so that all look alike on the wall.

    A little smaller, where then each has room for people's own words as well.
    """

    @cache
    def tallest(size: float) -> float:
        return max(_height([*top, *foot], sheet) for top, foot in (make(size) for make in makers))

    for size in sizes[: _STILL_LARGE + 1]:
        if tallest(size) + _SAFETY + _LEAST_MIDDLE * size <= sheet.text_height:
            return size
    return next((size for size in sizes if tallest(size) <= sheet.text_height), sizes[-1])


def _height(parts: Sequence[Any], sheet: Sheet) -> float:
    return height_of(parts, sheet.text_width)


def _middle(
    paper: Paper, content: FullContent, part: ActionPart, size: float, room: float
) -> list[Any]:
    """Return what fills the room between the statements and the foot of a poster, exactly.

    What was said and what follows from it, or before the day and where nothing was noted, room
    for people's own words; nothing but white where it is too narrow for that.
    """
    rated = any(s.result for s in part.statements)
    told = (words.said_of(part), words.steps_of(content, part.number)) if rated else ((), ())
    heads = (WHAT_WAS_SAID, words.WHAT_WE_WILL_DO) if rated else (words.WENT_WELL, words.WAS_HARD)
    if room < _LEAST_MIDDLE * size:
        return [Spacer(0, room)] if room > 0 else []
    width = (paper.width - styles.COLUMN_GAP) / 2
    inside = room - 30 * size
    columns = [
        Stack(_column(paper, said(head), listed, (size, width, inside)), width)
        for head, listed in zip(heads, told, strict=True)
    ]
    field = Columns(columns, styles.COLUMN_GAP)
    left = room - height_of([field], paper.width)
    return [Spacer(0, left / 2), field, Spacer(0, left / 2)]


def _column(
    paper: Paper, head: str, listed: Sequence[str], place: tuple[float, float, float]
) -> list[Any]:
    """Return as much of a list as its place holds, then lines to write on."""
    size, width, room = place
    title = _style("poster_field", fonts.SEMIBOLD, 22, size, spaceAfter=8 * size)
    text = _style("poster_told", fonts.REGULAR, 19, size, spaceAfter=6 * size)
    parts: list[Any] = [paper.heading(head, 3, title)]
    for most in range(len(listed), 0, -1):
        made = [*parts, *paper.bullets(listed[:most], text, paper.tongues.people)]
        if height_of(made, width) <= room:
            parts = made
            break
    lines = int((room - height_of(parts, width)) / (_LINE_GAP * size))
    return [*parts, RuledLines(lines, _LINE_GAP * size)] if lines > 0 else parts


def _poster(
    paper: Paper, content: FullContent, part: ActionPart, logo: Logo | None, size: float
) -> tuple[list[Any], list[Any]]:
    """Return what stands at the head of a poster and what stands at its foot."""
    soft = styles.SOFT
    name = _style("poster_name", fonts.REGULAR, 18, size, textColor=soft, spaceAfter=24 * size)
    number = _style("poster_number", fonts.SEMIBOLD, 24, size, textColor=styles.ACCENT)
    title = _style("poster_title", fonts.SEMIBOLD, _title(part.title), size, spaceAfter=22 * size)
    stem = _style("poster_stem", fonts.REGULAR, 25, size, textColor=soft, spaceAfter=12 * size)
    hanging = fonts.text_width("… ", 29 * size, "semibold")
    text = _style(
        "poster_text",
        fonts.SEMIBOLD,
        29,
        size,
        spaceAfter=15 * size,
        leftIndent=hanging,
        firstLineIndent=-hanging,
    )
    top = [
        _whose(paper, content.event, part, name, logo, size),
        Spacer(0, 20 * size),
        Decoration(paper.words(words.place(part.number, len(content.actions)), number)),
        paper.heading(part.title, 2, title, lang=paper.tongues.framework),
        paper.theirs(begins(content.framework.stem), stem),
        *unlabelled([[paper.theirs(f"… {s.text}", text)] for s in part.statements]),
        Spacer(0, 16 * size),
    ]
    rated = any(s.result for s in part.statements)
    return top, list((_result if rated else _scale)(paper, content, part, size))


def _title(words: str) -> float:
    """Return the type of a title: a long one leaves room for what people say."""
    return next((points for points, most in _TITLES if len(words) <= most), 34)


def _whose(
    paper: Paper, event: Event, part: ActionPart, style: Any, logo: Logo | None, size: float
) -> Any:
    """Return whose poster this is; said aloud on the first one only, as the document's title."""
    room = paper.width - (150 * size if logo else 0)
    whose = paper.text.line(event.short_kicker)[:400] or said(DocumentKind.POSTERS.about.title)
    fitted = shorten(whose, room, style.fontSize, "regular", fonts.text_width)
    lang = paper.tongues.people
    first = part.number == 1
    made = paper.heading(fitted, 1, style, lang=lang) if first else paper.words(fitted, style)
    left = [made if part.number == 1 else Decoration(made)]
    if logo is None:
        return Columns([Stack(left, paper.width)], 0)
    picture = logo_image(logo, 140 * size, 50 * size)
    beside = [picture if part.number == 1 else Decoration(picture.inner)]
    return Columns([Stack(left, room), Stack(beside, 150 * size)], 0)


def _result(paper: Paper, content: FullContent, part: ActionPart, size: float) -> Iterator[Any]:
    head = _style("poster_head", fonts.SEMIBOLD, 25, size, spaceAfter=10 * size)
    yield paper.heading(words.where_we_stood(content.event), 3, head)
    bars, key = action_chart(
        part.rows, content.framework.scale, paper.text, paper.width, size=19 * size
    )
    yield from (bars, key, Spacer(0, 10 * size))
    yield paper.words(words.below_the_result(content.event), _small(size))


def _scale(paper: Paper, content: FullContent, _part: ActionPart, size: float) -> Iterator[Any]:
    """Yield the scale in words, for a wall that people look at while they rate."""
    head = _style("poster_head", fonts.SEMIBOLD, 25, size, spaceAfter=10 * size)
    style = _style("poster_point", fonts.REGULAR, 21, size, spaceAfter=7 * size)
    yield paper.heading(said(words.HOW_WE_RATE), 3, head)
    rows = []
    for name, meaning in scale_rows(content.framework.scale):
        strong = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(name)}</font>"
        told = f"  {paper.text.markup(meaning)}" if meaning else ""
        rows.append([Paragraph(strong + told, style, lang=paper.tongues.framework)])
    yield from unlabelled(rows)
    yield from paper.said(content.event.left_out, _small(size))


def _small(size: float) -> Any:
    return _style(
        "poster_small", fonts.REGULAR, 15, size, textColor=styles.SOFT, spaceBefore=14 * size
    )


def _style(name: str, font: str, points: float, size: float, **more: Any) -> Any:
    return styles.style_of(name, font, points * size, points * size * 1.2, **more)
