"""The report as one accessible web page: no script, no other file, no network.

Says in its own order what the printed full report says; every chart has its words and its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.documents import methods, standing
from desktop_app.documents.event import Event, joined
from desktop_app.documents.more_tables import commitments_table
from desktop_app.documents.report import FullContent, OverviewLine, full_content
from desktop_app.documents.sources import sources_of
from desktop_app.documents.tables import NO_CELL_SAYS, Table, facts_of, hidden
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import CHART_NOTE
from desktop_app.words.speech import said, say

from .pictures import overview_chart, priorities_chart
from .svg_pen import svg_element
from .web_actions import action_sections, findings, notes
from .web_html import STYLE, Told, heading, items, lang_of, lines, paragraph, table, words

_SAFE = "default-src 'none'; style-src 'unsafe-inline'"


def write_web_report(record: WorkshopRecord, target: Path) -> None:
    """Write the report to `target` as HTML; raise OutputProblem or DiskFull."""
    content = f"{page(record)}\n".encode()
    with write_atomically(target) as file:
        file.write(content)


def page(record: WorkshopRecord) -> str:
    """Return the whole page; it names the language spoken, and each text in another one its own."""
    content = full_content(record)
    event, tongues = content.event, content.event.tongues
    title = say("{workshop} – report", workshop=event.title)
    skip = say("Skip to the report")
    status = Told(content.framework.status, tongues.framework)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{words(tongues.spoken)}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="Roundtable">',
            f"<title>{words(title)}</title>",
            f"<style>{STYLE}</style></head>",
            f'<body><a class="skip" href="#report">{words(skip)}</a>',
            _header(event, content.headline),
            _contents(content),
            '<main id="report">',
            *_sections(record, content),
            "</main>",
            f"<footer>{paragraph(status)}{paragraph(event.limits)}</footer>",
            "</body></html>",
        )
    )


def _header(event: Event, headline: str) -> str:
    lang = event.tongues.people
    whose = joined(event.partnership, event.place, event.held_on, event.people, event.facilitator)
    marks = "".join(paragraph(say("{mark}.", mark=mark), "mark") for mark in event.marks)
    return (
        f"<header>{paragraph(whose, 'event')}{heading(Told(event.title, lang), 1)}{marks}"
        f"{paragraph(Told(headline, lang), 'headline')}</header>"
    )


def _contents(content: FullContent) -> str:
    lang = content.event.tongues.framework
    links = [
        ("how", said(standing.HOW_TO_READ)),
        ("overview", said(standing.WHOLE_PICTURE)),
        *((f"action-{part.number}", Told(part.title, lang)) for part in content.actions),
        ("priorities", said(standing.MATTERS_MOST)),
        ("plan", _plan_heading(content)),
        ("parked", said(standing.PARKED)),
        ("sources", said(standing.SOURCES)),
    ]
    found = "".join(
        f'<li><a href="#{key}"{lang_of(text)}>{words(text)}</a></li>' for key, text in links
    )
    return f'<nav aria-label="{words(said(standing.CONTENTS))}"><ol>{found}</ol></nav>'


def _plan_heading(content: FullContent) -> str:
    return said(standing.NEXT_STEPS_AGREED if content.plan else standing.NEXT_STEPS)


def _sections(record: WorkshopRecord, content: FullContent) -> Iterator[str]:
    yield _section("how", said(standing.HOW_TO_READ), *_how_to_read(content))
    yield _section("overview", said(standing.WHOLE_PICTURE), *_overview(content))
    yield from action_sections(content)
    yield _section("priorities", said(standing.MATTERS_MOST), *_priorities(content))
    yield _section("plan", _plan_heading(content), *_plan(content, record))
    yield _section("parked", said(standing.PARKED), *_parked(content))
    yield _section("sources", said(standing.SOURCES), *_sources(content))


def _section(key: str, title: str, *parts: str) -> str:
    inside = "\n".join(filter(None, parts))
    return f'<section aria-labelledby="{key}">{heading(title, 2, key)}\n{inside}</section>'


def _how_to_read(content: FullContent) -> Iterator[str]:
    framework, lang = content.framework, content.event.tongues.framework
    yield paragraph(content.method)
    yield paragraph(said(CHART_NOTE))
    yield paragraph(said(NO_CELL_SAYS))
    yield paragraph(Told(framework.leaders_means, lang))
    rows = [
        (Told(name, lang), Told(meaning, lang))
        for name, meaning in methods.scale_rows(framework.scale)
    ]
    yield table(said(standing.THE_SCALE), methods.scale_head(), rows)


def _overview(content: FullContent) -> Iterator[str]:
    framework, lang = content.framework, content.event.tongues.framework
    yield f"<figure>{_overview_chart(content)}</figure>"
    yield from findings(content)
    yield notes(content.notes, said(standing.SAID_OF_THE_WHOLE), 3, content.event.tongues.people)
    points = point_names(framework, lang)
    heads = (say("Action"), *points, say("Level"))
    rows = [_overview_row(line, len(points), lang) for line in content.overview]
    yield table(say("Ratings of each action, added up"), heads, rows)


def _overview_chart(content: FullContent) -> str:
    drawing = overview_chart(content.framework, content.rows)
    return svg_element(drawing, say("How the room rated each action"), "chart-overview")


def _overview_row(line: OverviewLine, points: int, lang: str) -> tuple[str | int | None, ...]:
    nothing = hidden() if line.is_hidden else None
    counts = line.counts or (nothing,) * points
    return Told(line.title, lang), *counts, line.level or nothing


def point_names(framework: Framework, lang: str) -> tuple[str, ...]:
    """Return what the points of the scale are called, in the framework's language."""
    return tuple(Told(f"{p.value} {p.label}", lang) for p in framework.scale.points)


def _priorities(content: FullContent) -> Iterator[str]:
    part, lang = content.priorities, content.event.tongues.framework
    if not part.rows:
        yield paragraph(part.nothing, "soft")
        return
    yield paragraph(part.people)
    yield paragraph(part.concordance)
    drawing = priorities_chart(part.rows)
    yield f"<figure>{svg_element(drawing, said(standing.MATTERS_MOST), 'chart-dots')}</figure>"
    rows = [
        (Told(line.title, lang), line.dots, line.share, line.field or None) for line in part.lines
    ]
    heads = (say("Action"), say("Dots"), say("Share"), said(standing.BESIDE_LEVEL))
    yield table(say("Dots"), heads, rows)


def _plan(content: FullContent, record: WorkshopRecord) -> Iterator[str]:
    if not content.plan:
        yield paragraph(said(standing.NO_PLAN), "soft")
    else:
        yield _plan_table(commitments_table(facts_of(record)))
    if content.fist:
        yield heading(said(standing.ABOUT_THE_PLAN), 3)
        yield paragraph(content.fist)
    if content.review_on:
        yield heading(standing.look_again(content.review_on), 3)
        yield paragraph(said(standing.REVIEW_OF_PLAN))


def _plan_table(whole: Table) -> str:
    """Return the commitments, without their numbers."""
    rows = [tuple(None if cell is None else str(cell) for cell in row[1:]) for row in whole.rows]
    return table(say("Commitments"), [column.title for column in whole.columns[1:]], rows)


def _parked(content: FullContent) -> Iterator[str]:
    if not content.parked:
        yield paragraph(said(standing.NOTHING_PARKED), "soft")
        return
    yield paragraph(said(standing.WHAT_PARKED_IS))
    lang = content.event.tongues.people
    yield items(Told(lines(text), lang) for text in content.parked)


def _sources(content: FullContent) -> Iterator[str]:
    framework, lang = content.framework, content.event.tongues.framework
    yield paragraph(methods.about_framework(framework))
    yield paragraph(Told(framework.status, lang))
    yield items(
        Told(
            f"<strong>{words(source.citation)}.</strong> {words(source.title)}."
            f" {words(source.says)}",
            lang,
        )
        for source in sources_of(framework)
    )
