"""The participants' brief: one page to send round before the day; no result in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Spacer

from desktop_app.documents import brief as words
from desktop_app.documents.brief import BriefContent, brief_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.speech import said

from . import fonts, styles
from .fit import largest_that_fits
from .logo import Logo, logo_image, read_logo
from .pages import A4_UPRIGHT, write_pages
from .paper import Paper
from .tagged import Paragraph, numbered

_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
_LOOKS = tuple((size, in_full) for in_full in (True, False) for size in _SIZES)
"""Sizes of the text, first with every statement and then, where those are long, without them."""


def write_brief(record: WorkshopRecord, target: Path, options: PrintOptions | None = None) -> None:
    """Write the brief; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = read_logo(options.logo) if options and options.logo else None
    with write_atomically(target) as file:
        render_brief(brief_content(record.workshop), file, logo)


def render_brief(content: BriefContent, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the brief as PDF into `file`, in the largest type that fits a page."""
    paper = Paper(content.event.tongues)

    def make(number: float) -> list[Any]:
        return [*_story(paper, content, _LOOKS[int(number)], logo), *paper.glyph_note()]

    room = A4_UPRIGHT.text_height
    story, fits = largest_that_fits(make, range(len(_LOOKS)), paper.width, room)
    facts = paper.facts(content.event, said(words.TITLE))
    write_pages(story if fits else make(0), facts, file)


def _story(
    paper: Paper, content: BriefContent, look: tuple[float, bool], logo: Logo | None
) -> Iterator[Any]:
    size, in_full = look
    body = styles.style_of("brief", fonts.REGULAR, size, size * 1.3, spaceAfter=size * 0.3)
    yield from _opening(paper, content, size, logo)
    head = styles.style_of(
        "brief_head",
        fonts.SEMIBOLD,
        size * 1.2,
        size * 1.5,
        spaceBefore=size * 0.7,
        spaceAfter=size * 0.2,
        keepWithNext=1,
    )
    yield paper.heading(said(words.PURPOSE_HEADING), 2, head)
    yield paper.words(content.purpose, body)
    yield paper.heading(said(words.ASKED_HEADING), 2, head)
    yield from _asked(paper, content, body, in_full=in_full)
    yield paper.heading(said(words.PRIVACY_HEADING), 2, head)
    yield paper.words(content.privacy, body)
    yield paper.heading(said(words.TALK_HEADING), 2, head)
    yield from paper.bullets(content.ground_rules, body)
    yield paper.heading(said(words.PREPARE_HEADING), 2, head)
    yield from paper.bullets(content.prepare, body)
    yield paper.heading(said(words.AFTERWARDS_HEADING), 2, head)
    yield paper.words(content.afterwards, body)


def _opening(paper: Paper, content: BriefContent, size: float, logo: Logo | None) -> Iterator[Any]:
    if logo:
        yield from (logo_image(logo, 180, 40), Spacer(0, 6))
    yield paper.peoples(content.whose, paper.look.kicker)
    yield paper.heading(said(words.TITLE), 1, paper.look.title)
    if content.where:
        strong = styles.style_of("brief_where", fonts.SEMIBOLD, size + 1, size * 1.4)
        yield paper.words(content.where, strong)
    yield from paper.marks(content.event, before_the_day=True)


def _asked(paper: Paper, content: BriefContent, body: Any, *, in_full: bool) -> Iterator[Any]:
    yield paper.words(content.how_asked, body)
    items = []
    for action in content.asked if in_full else content.asked_in_short:
        title = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(action.title)}</font>"
        text = f"{title} {paper.text.markup(action.statements)}"
        items.append([Paragraph(text, body, lang=paper.tongues.framework)])
    yield from numbered(items, body)
    yield paper.theirs(content.leaders, body)
