"""The participants' brief: a sheet to send round before the day; no result in it."""

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
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .fit import height_of
from .logo import logo_image
from .pages import A4_UPRIGHT, Sheet, write_pages
from .paper import Paper
from .tagged import Paragraph, numbered

_FORMS = ((True, True, 1), (True, False, 2), (False, True, 1), (False, False, 2))
"""Whether every statement is named, whether lines stand close, and the pages that may be filled."""
_SPARE, _AT_A_BREAK = 4.0, 60.0
_CLOSE = styles.style_of("close", fonts.REGULAR, 12, 14.2, spaceAfter=1)
_CLOSE_HEAD = styles.style_of(
    "close_head", fonts.SEMIBOLD, 13, 15.5, spaceBefore=6, spaceAfter=1, keepWithNext=1
)
_FIRST = Sheet("first", then="second")
_SECOND = Sheet("second", head_height=24.0)


def write_brief(record: WorkshopRecord, target: Path, options: PrintOptions | None = None) -> None:
    """Write the brief; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = logo_of(options)
    with write_atomically(target) as file:
        render_brief(brief_content(record.workshop), file, logo)


def render_brief(content: BriefContent, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the brief as PDF into `file`: with every statement where both sides hold them."""
    paper = Paper(content.event.tongues)
    for in_full, close, pages in _FORMS:
        story = list(_story(paper, content, logo, close=close, in_full=in_full))
        room = A4_UPRIGHT.text_height + (pages - 1) * (_SECOND.text_height - _AT_A_BREAK)
        if height_of(story, paper.width) <= room - _SPARE:
            break
    facts = paper.facts(content.event, said(words.TITLE), head=content.whose)
    write_pages([*story, *paper.glyph_note()], facts, file, _FIRST, _SECOND)


def _story(
    paper: Paper, content: BriefContent, logo: Logo | None, *, close: bool, in_full: bool
) -> Iterator[Any]:
    body, head = (_CLOSE, _CLOSE_HEAD) if close else (paper.look.body, paper.look.heading)
    yield from _opening(paper, content, logo)
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


def _opening(paper: Paper, content: BriefContent, logo: Logo | None) -> Iterator[Any]:
    if logo:
        yield from (logo_image(logo, 180, 40), Spacer(0, 6))
    yield paper.kicker(content.whose, paper.tongues.people)
    yield paper.heading(said(words.TITLE), 1, paper.look.title)
    if content.where:
        strong = styles.style_of("brief_where", fonts.SEMIBOLD, 13, 17)
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
