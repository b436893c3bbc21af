"""The report as one accessible web page: no script, no other file, no network.

Says what the printed full report says, in its order; every chart has its words and its table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_app.documents import standing
from desktop_app.documents.actions import ActionPart
from desktop_app.documents.chapters import Chapter as Kind
from desktop_app.documents.chapters import chapters_of, title_of
from desktop_app.documents.event import Event, joined
from desktop_app.documents.plan import PlanLine, plan_columns
from desktop_app.documents.priorities import beside_level
from desktop_app.documents.report import FullContent, OverviewLine, full_content
from desktop_app.documents.tables import hidden
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import CHART_NOTE
from desktop_app.words.speech import said, say

from .pictures import field_chart, overview_chart, priorities_chart
from .web_actions import action_parts, every_statement, findings, notes
from .web_charts import figure
from .web_html import Cell, Safe, Told, heading, items, lang_of, lines, paragraph, table, words
from .web_method import how_to_read, method, sources
from .web_since import since_parts
from .web_style import STYLE
from .web_then_now import then_and_now

_SAFE = "default-src 'none'; style-src 'unsafe-inline'"


def write_web_report(record: WorkshopRecord, target: Path) -> None:
    """Write the report to `target` as HTML; raise OutputProblem or DiskFull."""
    content = f"{page(record)}\n".encode()
    with write_atomically(target) as file:
        file.write(content)


def page(record: WorkshopRecord) -> str:
    """Return the whole page; it names the language spoken, and each text in another one its own."""
    content = full_content(record)
    event, tongues, parts = content.event, content.event.tongues, [*chapters(content)]
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
            _contents(parts),
            '<main id="report">',
            *(one.section for one in parts),
            "</main>",
            f"<footer>{paragraph(status)}</footer>",
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


def _contents(chapters: Sequence[Chapter]) -> str:
    found = "".join(
        f'<li><a href="#{one.key}"{lang_of(one.title)}>{words(one.title)}</a></li>'
        for one in chapters
    )
    return f'<nav aria-label="{words(said(standing.CONTENTS))}"><ol>{found}</ol></nav>'


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the page, with what links lead to."""

    key: str
    title: str
    parts: Iterable[str]

    @property
    def section(self) -> str:
        """Return it with its heading."""
        inside = "\n".join(filter(None, self.parts))
        top = heading(self.title, 2, self.key)
        return f'<section aria-labelledby="{self.key}">{top}\n{inside}</section>'


def chapters(content: FullContent) -> Iterator[Chapter]:
    """Yield the parts of the report in the order in which it is printed."""
    for one in chapters_of(content):
        if isinstance(one, ActionPart):
            title = Told(one.title, content.event.tongues.framework)
            yield Chapter(f"action-{one.number}", title, action_parts(content, one))
        else:
            yield Chapter(one.value, title_of(one, content), _MAKERS[one](content))


def _overview(content: FullContent) -> Iterator[str]:
    if not content.rated:
        yield paragraph(standing.nothing_rated(in_progress=content.event.in_progress))
        return
    framework, lang = content.framework, content.event.tongues.framework
    title = say("How the room rated each action")
    yield figure(title, "chart-overview", partial(overview_chart, framework, content.rows))
    yield paragraph(said(CHART_NOTE), "soft") if content.shown else ""
    yield from findings(content)
    yield notes(content.notes, said(standing.SAID_OF_THE_WHOLE), 3, content.event.tongues.people)
    yield from every_statement(content)
    points = point_names(framework, lang)
    heads = (say("Action"), *points, say("Level"))
    rows = [_overview_row(line, len(points), lang) for line in content.overview]
    yield table(say("Ratings of each action, added up"), heads, rows)


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
    yield figure(said(standing.MATTERS_MOST), "chart-dots", partial(priorities_chart, part.rows))
    yield paragraph(part.concordance)
    if part.fields:
        title = said(standing.BESIDE_LEVEL)
        yield heading(title, 3)
        yield figure(title, "chart-field", partial(field_chart, part))
        yield paragraph(beside_level(part), "soft")
    rows = [
        (Told(line.title, lang), line.dots, line.share, line.field or None) for line in part.lines
    ]
    heads = (say("Action"), say("Dots"), say("Share"), said(standing.BESIDE_LEVEL))
    yield table(say("Dots"), heads, rows)


def _plan(content: FullContent) -> Iterator[str]:
    if content.headline:
        yield heading(said(standing.OUR_COMMITMENT), 3)
        yield paragraph(Told(content.headline, content.event.tongues.people), "headline")
    if content.plan:
        rows = [_plan_row(line, content.event.tongues.people) for line in content.plan]
        yield table(say("Commitments"), plan_columns()[1:], rows, "stacks")
    else:
        yield paragraph(standing.no_plan(in_progress=content.event.in_progress), "soft")
    if content.fist:
        yield heading(said(standing.ABOUT_THE_PLAN), 3)
        yield paragraph(content.fist)
    if content.review_on:
        yield heading(standing.look_again(content.review_on), 3)
        yield paragraph(said(standing.REVIEW_OF_PLAN))


def _plan_row(line: PlanLine, lang: str) -> tuple[Cell, ...]:
    """Return a commitment; what it means and why stands with it, as a row has no room for more."""
    spoken = f' lang="{words(lang)}"' if lang else ""
    what = f"<span{spoken}>{line.number}. {words(line.title)}</span>"
    also = "".join(
        f'<span class="also"{tongue}>{words(text)}</span>'
        for text, tongue in ((line.how, spoken), (line.reason, ""))
        if text
    )
    due = Safe(f'<span class="day">{words(line.due)}</span>') if line.due else None
    owner, first, measure = (
        Told(text, lang) if text else None for text in (line.owner, line.first_move, line.measure)
    )
    return Safe(f"{what}{also}"), owner, due, first, measure


def _parked(content: FullContent) -> Iterator[str]:
    if not content.parked:
        yield paragraph(said(standing.NOTHING_PARKED), "soft")
        return
    yield paragraph(said(standing.WHAT_PARKED_IS))
    lang = content.event.tongues.people
    yield items(Told(lines(text), lang) for text in content.parked)


_MAKERS: dict[Kind, Callable[[FullContent], Iterable[str]]] = {
    Kind.HOW: how_to_read,
    Kind.PLAN: _plan,
    Kind.PARKED: _parked,
    Kind.OVERVIEW: _overview,
    Kind.PRIORITIES: _priorities,
    Kind.SINCE: since_parts,
    Kind.THEN_AND_NOW: then_and_now,
    Kind.METHODS: method,
    Kind.SOURCES: sources,
}
