"""The first page of a long document: whose it is, what it is, and its one commitment."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Spacer

from desktop_app.documents.event import Event, joined
from desktop_app.documents.standing import OUR_COMMITMENT
from desktop_app.logos.logo import Logo
from desktop_app.words.speech import said

from . import fonts, styles
from .logo import logo_image
from .pages import Sheet
from .paper import Paper
from .tagged import AccentBlock

_BAND = 26.0
_LOGO_HEIGHT = 56.0
_LOGO_WIDTH = 220.0
_ABOVE_TITLE = 92.0
_TITLE_SIZES = ((40, 50), (30, 90), (23, 180))
"""Type sizes, each with the longest title it is for."""


def _band(canvas: Any) -> None:
    canvas.setFillColor(styles.ACCENT)
    canvas.rect(0, 0, _BAND, styles.PAGE_HEIGHT, stroke=0, fill=1)


COVER = Sheet(name="cover", top=62.0, side=72.0, background=_band)


def cover(paper: Paper, event: Event, what: str, headline: str, logo: Logo | None) -> list[Any]:
    """Return the cover of `what`, the kind of document."""
    width = COVER.text_width
    size = _title_size(event.title)
    title = styles.style_of("cover_title", fonts.SEMIBOLD, size, size * 1.15, spaceAfter=6)
    name = styles.style_of("cover_name", fonts.SEMIBOLD, 17, 22)
    line = styles.style_of("cover_line", fonts.REGULAR, 15, 20, textColor=styles.SOFT)
    mark = styles.style_of("cover_mark", fonts.SEMIBOLD, 13, 17, textColor=styles.ACCENT)
    story: list[Any] = [logo_image(logo, _LOGO_WIDTH, _LOGO_HEIGHT), Spacer(0, 14)] if logo else []
    if event.partnership:
        story.append(paper.peoples(event.partnership, name))
    story.append(Spacer(0, _ABOVE_TITLE if not logo else _ABOVE_TITLE - _LOGO_HEIGHT))
    story.append(paper.words(what, line))
    story.append(
        paper.heading(
            event.title or what, 1, title, lang=paper.tongues.people if event.title else ""
        )
    )
    story += [
        paper.words(words, line)
        for words in (joined(event.held_on, event.place), joined(event.people, event.facilitator))
        if words
    ]
    story += [Spacer(0, 10), *(paper.words(m, mark) for m in event.marks)]
    if headline:
        block = [
            paper.words(said(OUR_COMMITMENT), paper.look.kicker),
            paper.peoples(headline, paper.look.headline),
        ]
        story += [Spacer(0, 22), AccentBlock(block, styles.ACCENT, width)]
    return story


def _title_size(title: str) -> float:
    """Return a size at which a usual title takes up to three lines; long ones get smaller."""
    return next((size for size, most in _TITLE_SIZES if len(title) <= most), 17)
