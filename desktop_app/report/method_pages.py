"""How to read a report, by which rules its words are chosen, and what they cannot say, as pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import TableStyle

from desktop_app.documents import methods as words
from desktop_app.documents import standing
from desktop_app.documents.report import FullContent
from desktop_app.documents.sources import DOI, sources_of
from desktop_app.domain.framework import Source
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE

from . import fonts, styles
from .fit import largest_that_fits
from .paper import Paper
from .tagged import Paragraph, Table, unlabelled

_TABLE = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, 0), 1, styles.INK),
        ("LINEBELOW", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
    ]
)

_SIZE = 12.0
_AIRS = (2.0, 1.5, 1.0, 0.6, 0.2)
"""White between lines and rows, the most first."""
_NAMES_SHARE, _MOST_NAMES_SHARE = 0.3, 0.43
_GUTTER = 12.0


def how_to_read(paper: Paper, content: FullContent, room: float) -> Sequence[Any]:
    """Return what a reader who was not there needs to know first, set as close as fits `room`."""

    def make(air: float) -> list[Any]:
        return list(_how_to_read(paper, content, air))

    story, fits = largest_that_fits(make, _AIRS, paper.width, room)
    return story if fits else make(_AIRS[0])


def _how_to_read(paper: Paper, content: FullContent, air: float) -> Iterator[Any]:
    framework = content.framework
    body = styles.style_of("how_to_read", fonts.REGULAR, _SIZE, 14.5 + air, spaceAfter=3 + air)
    if content.method:
        yield paper.words(content.method, body)
    beginning = words.every_statement_begins(framework)
    yield from paper.ours_and_theirs(beginning, framework.leaders_means, body)
    yield paper.heading(said(standing.THE_SCALE), 3)
    if listed := words.scale_list(framework.scale):
        yield from unlabelled([[paper.theirs(point, body)] for point in listed])
    else:
        rows = words.scale_rows(framework.scale)
        yield _two_columns(paper, words.scale_head(), rows, air, lang=paper.tongues.framework)
    yield paper.heading(said(words.LEVEL_HEADING), 3)
    yield _two_columns(paper, words.level_head(), words.level_rows(), air)
    yield paper.heading(said(words.AGREEMENT_HEADING), 3)
    yield _two_columns(paper, words.agreement_head(), words.agreement_rows(), air)
    yield paper.heading(said(words.NOT_SHOWN_HEADING), 3)
    yield paper.words(words.not_shown(content.rules), body)


def methods(paper: Paper, content: FullContent) -> Iterator[Any]:
    """Yield the rules, the limits and every measure of every revealed vote."""
    framework = content.framework
    yield from paper.ours_and_theirs(words.about_framework(framework), framework.status)
    yield paper.heading(said(words.RULES_HEADING), 3)
    yield from paper.bullets(words.rules_of(content))
    yield paper.heading(said(words.LIMITS_HEADING), 3)
    yield from paper.said(content.event.limits)
    yield paper.words(said(words.CHANCE))
    if content.then_now:
        yield paper.heading(said(TITLE), 3)
        yield from (paper.words(line) for line in content.then_now.method)
    rows = list(words.measure_rows(content.actions))
    if not rows:
        yield paper.heading(said(words.MEASURES_HEADING), 3)
        yield paper.words(said(words.NOTHING_MEASURED), paper.look.soft)
        return
    yield paper.heading(said(words.MEANT_HEADING), 3)
    yield _two_columns(paper, words.measure_head(), words.measure_names())
    yield paper.heading(said(words.MEASURES_HEADING), 3)
    yield _measure_table(paper, rows)


def sources(paper: Paper, content: FullContent) -> list[Any]:
    """Return the works that steps and prompts lean on, with what they say in short."""
    title = styles.style_of("source", fonts.REGULAR, 12, 15, keepWithNext=1)
    return list(
        unlabelled([_source(paper, s, title) for s in sources_of(content.framework, content.cited)])
    )


def _source(paper: Paper, source: Source, style: Any) -> list[Any]:
    cited = paper.text.markup(source.citation)
    full = DOI.sub(_doi_link, paper.text.markup(source.title))
    named = f"<font name='{fonts.SEMIBOLD}'>{cited}.</font> {full}"
    lang = paper.tongues.framework
    return [Paragraph(named, style, lang=lang), paper.theirs(source.says, paper.look.detail)]


def _doi_link(found: re.Match[str]) -> str:
    colour = styles.ACCENT.hexval().replace("0x", "#")
    return (
        f'<a href="https://doi.org/{found.group()}"><font color="{colour}">{found.group()}</font>'
        "</a>"
    )


def _two_columns(
    paper: Paper, head: tuple[str, str], rows: words.Pairs, air: float = 2.0, *, lang: str = ""
) -> Table:
    """Return a table of names, which have more of the width where they are long, and meanings.

    `lang`: the language of the rows where it is not the document's.
    """
    strong = styles.style_of("rule_name", fonts.SEMIBOLD, _SIZE, 13.5 + air)
    plain = styles.style_of("rule_words", fonts.REGULAR, _SIZE, 13.5 + air)
    widest = max(fonts.text_width(paper.text.line(name), _SIZE, "semibold") for name, _ in rows)
    share = min(max(_NAMES_SHARE, (widest + _GUTTER) / paper.width), _MOST_NAMES_SHARE)
    cells = [[paper.words(word, paper.look.table_head) for word in head]]
    cells += [[paper.words(a, strong, lang), paper.words(b, plain, lang)] for a, b in rows]
    widths = [share * paper.width, (1 - share) * paper.width]
    close = [("TOPPADDING", (0, 0), (-1, -1), air), ("BOTTOMPADDING", (0, 0), (-1, -1), 1 + air)]
    style = TableStyle([*_TABLE.getCommands(), *close])
    return Table(cells, colWidths=widths, style=style, font=fonts.REGULAR, header_columns=1)


_SHARES = (0.22, 0.063, 0.078, 0.048, 0.078, 0.076, 0.098, 0.138, 0.065, 0.068, 0.068)


def _measure_table(paper: Paper, lines: Sequence[tuple[str, ...]]) -> Table:
    head = styles.style_of("measure_head", fonts.SEMIBOLD, 12, 14, textColor=styles.SOFT)
    plain = styles.style_of("measure", fonts.REGULAR, _SIZE, _SIZE * 1.2)
    rows: list[list[Any]] = [[paper.words(w, head) for w in words.measure_columns()]]
    spans = []
    for name, *figures in lines:
        row: list[Any] = [
            paper.theirs(name, plain),
            *(paper.words(text, plain) for text in figures),
        ]
        if len(row) < len(rows[0]):
            at = len(rows)
            spans.append(("SPAN", (len(row) - 1, at), (-1, at)))
            row += [""] * (len(rows[0]) - len(row))
        rows.append(row)
    style = TableStyle([*_TABLE.getCommands(), *spans])
    widths = [share * paper.width for share in _SHARES]
    return Table(rows, colWidths=widths, style=style, font=fonts.REGULAR, header_columns=1)
