"""The participants' brief: one page to send round before the day; no result in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import Spacer

from desktop_app.documents.event import Event, event_of, joined
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words import room

from . import fonts, styles
from .fit import largest_that_fits
from .logo import Logo, logo_image, read_logo
from .pages import A4_UPRIGHT, write_pages
from .paper import Paper
from .tagged import Paragraph, bulleted, numbered

_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
_LOOKS = tuple((size, in_full) for in_full in (True, False) for size in _SIZES)
"""Sizes of the text, first with every statement and then, where those are long, without them."""
_STATEMENTS_IN_FULL = 20
_TITLE = "What to expect, and how to prepare"
_PREPARE = (
    "Think of one recent moment in which the partnership worked well, and one in which it did not.",
    "Ask two colleagues who will not be there how they see it.",
    "Read the statements, and leave your ratings open until you are in the room.",
)
_AFTERWARDS = (
    "You leave with a few next steps that have an owner, a date and a first move. A summary goes to"
    " everybody, and to the people who could not come."
)


def write_brief(record: WorkshopRecord, target: Path, options: PrintOptions | None = None) -> None:
    """Write the brief; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    logo = read_logo(options.logo) if options and options.logo else None
    with write_atomically(target) as file:
        render_brief(record.workshop, file, logo)


def render_brief(workshop: Workshop, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the brief as PDF into `file`, in the largest type that fits a page."""
    paper, event = Paper(), event_of(workshop)

    def make(number: float) -> list[Any]:
        look = _LOOKS[int(number)]
        return [*_story(paper, workshop, event, look, logo), *paper.glyph_note()]

    room = A4_UPRIGHT.text_height
    story, fits = largest_that_fits(make, range(len(_LOOKS)), paper.width, room)
    facts = paper.facts(event, _TITLE)
    write_pages(story if fits else make(0), facts, file)


def _story(
    paper: Paper,
    workshop: Workshop,
    event: Event,
    look: tuple[float, bool],
    logo: Logo | None,
) -> Iterator[Any]:
    size, in_full = look
    body = styles.style_of("brief", fonts.REGULAR, size, size * 1.3, spaceAfter=size * 0.3)
    yield from _opening(paper, event, size, logo)
    head = styles.style_of(
        "brief_head",
        fonts.SEMIBOLD,
        size * 1.2,
        size * 1.5,
        spaceBefore=size * 0.7,
        spaceAfter=size * 0.2,
        keepWithNext=1,
    )
    yield from (paper.heading("What it is for", 2, head), paper.words(room.PURPOSE, body))
    yield paper.heading("What you will be asked", 2, head)
    yield from _asked(paper, workshop, body, in_full=in_full)
    yield paper.heading("Who sees what", 2, head)
    yield paper.words(
        f"{room.privacy_sentence(workshop.privacy)}"
        f" {room.channel_sentence(workshop.channel)}"
        f" Fewer than {workshop.rules.minimum_answers} answers are not shown.",
        body,
    )
    yield paper.heading("How we talk", 2, head)
    yield from bulleted([paper.text.markup(rule) for rule in room.GROUND_RULES], body)
    yield paper.heading("How to prepare, in ten minutes", 2, head)
    yield from bulleted([paper.text.markup(text) for text in _PREPARE], body)
    yield paper.heading("What comes out of it", 2, head)
    yield paper.words(f"{_AFTERWARDS} {event.limits}", body)


def _opening(paper: Paper, event: Event, size: float, logo: Logo | None) -> Iterator[Any]:
    if logo:
        yield from (logo_image(logo, 180, 40), Spacer(0, 6))
    yield paper.words(joined(event.partnership, event.title), paper.look.kicker)
    yield paper.heading(_TITLE, 1, paper.look.title)
    where = joined(event.held_on, event.place, event.facilitator)
    if where:
        strong = styles.style_of("brief_where", fonts.SEMIBOLD, size + 1, size * 1.4)
        yield paper.words(where, strong)
    yield from paper.marks(event, with_progress=False)


def _asked(paper: Paper, workshop: Workshop, body: Any, *, in_full: bool) -> Iterator[Any]:
    framework = workshop.framework
    scale = framework.scale
    ends = f"from {scale.points[0].value} ({scale.points[0].label}) to {scale.points[-1].value}"
    yield paper.words(
        f"You rate each statement {ends} ({scale.points[-1].label}), or choose"
        f" “{scale.cannot_say_label}”. Each begins: “{framework.stem} …”",
        body,
    )
    in_full = in_full and len(framework.statements) <= _STATEMENTS_IN_FULL
    items = []
    for action in framework.actions:
        title = f"<font name='{fonts.SEMIBOLD}'>{paper.text.markup(action.short_title)}.</font>"
        texts = "; ".join(s.text for s in action.statements) if in_full else ""
        items.append([Paragraph(f"{title} {paper.text.markup(texts)}", body)])
    yield from numbered(items, body)
    yield paper.words(framework.leaders_means, body)
