"""The report as one accessible web page: no script, no other file, no network.

Says in its own order what the printed full report says; every chart has its words and its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.priorities import importance_of, priorities_of
from desktop_app.documents.more_tables import FIELDS, NO_CELL_SAYS, commitments_table
from desktop_app.documents.tables import HIDDEN, facts_of
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.results import Hidden
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.dates import long_date
from desktop_app.words.method import CHART_NOTE, limits, marks_of, method_note
from desktop_app.words.names import level_name
from desktop_app.words.wording import concordance_sentence, hidden_sentence

from .pictures import overview, priorities_chart
from .svg_pen import svg_element
from .web_actions import action_sections
from .web_html import STYLE, items, lines, paragraph, table, words

_SAFE = "default-src 'none'; style-src 'unsafe-inline'"


def write_web_report(record: WorkshopRecord, target: Path) -> None:
    """Write the report to `target` as HTML; raise OutputProblem or DiskFull."""
    content = f"{page(record)}\n".encode()
    with write_atomically(target) as file:
        file.write(content)


def page(record: WorkshopRecord) -> str:
    """Return the whole page."""
    workshop = record.workshop
    title = words(workshop.title)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{words(workshop.framework.language)}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="Roundtable">',
            f"<title>{title} – report</title>",
            f"<style>{STYLE}</style></head>",
            '<body><a class="skip" href="#report">Skip to the report</a>',
            _header(workshop),
            _contents(record),
            '<main id="report">',
            *_sections(record),
            "</main>",
            f"<footer>{paragraph(workshop.framework.status)}{paragraph(limits(workshop))}</footer>",
            "</body></html>",
        )
    )


def _header(workshop: Workshop) -> str:
    day = workshop.held_on
    held = long_date(day) if day else ""
    people = "1 person" if workshop.present == 1 else f"{workshop.present} people"
    event = (workshop.partnership, workshop.place, held, people, workshop.facilitator)
    marks = "".join(paragraph(f"{mark}.", "mark") for mark in marks_of(workshop))
    return (
        f"<header>{paragraph(' · '.join(t.strip() for t in event if t.strip()), 'event')}"
        f'<h1 dir="auto">{words(workshop.title)}</h1>{marks}'
        f"{paragraph(workshop.headline, 'headline')}</header>"
    )


def _contents(record: WorkshopRecord) -> str:
    actions = record.workshop.framework.actions
    links = [
        ("how", "How to read this"),
        ("overview", "All actions in one picture"),
        *((f"action-{n}", action.title) for n, action in enumerate(actions, start=1)),
        ("priorities", "What matters most"),
        ("plan", "What we will do"),
        ("parked", "Parked"),
        ("sources", "Sources"),
    ]
    found = "".join(f'<li><a href="#{key}">{words(text)}</a></li>' for key, text in links)
    return f'<nav aria-label="Contents"><ol>{found}</ol></nav>'


def _sections(record: WorkshopRecord) -> Iterator[str]:
    yield _section("how", "How to read this", *_how_to_read(record))
    yield _section("overview", "All actions in one picture", *_overview(record))
    yield from action_sections(record)
    yield _section("priorities", "What matters most", *_priorities(record))
    yield _section("plan", "What we will do", *_plan(record))
    parked = [lines(note.text) for note in record.notes if note.kind is NoteKind.PARKED]
    yield _section("parked", "Parked", items(parked) or paragraph("Nothing was parked.", "soft"))
    yield _section("sources", "Sources", *_sources(record))


def _section(key: str, heading: str, *parts: str) -> str:
    inside = "\n".join(filter(None, parts))
    return f'<section aria-labelledby="{key}"><h2 id="{key}">{heading}</h2>\n{inside}</section>'


def _how_to_read(record: WorkshopRecord) -> Iterator[str]:
    workshop, scale = record.workshop, record.workshop.framework.scale
    yield paragraph(method_note(workshop, workshop_picture(record)))
    yield paragraph(CHART_NOTE)
    yield paragraph(NO_CELL_SAYS)
    yield paragraph(workshop.framework.leaders_means)
    rows: list[tuple[str | int, str, str]] = [
        (p.value, p.label, p.description) for p in scale.points
    ]
    rows.append((scale.cannot_say_label, scale.cannot_say_label, scale.cannot_say_description))
    yield table("The scale", ("Rating", "In a word", "What it looks like"), rows)


def _overview(record: WorkshopRecord) -> Iterator[str]:
    workshop, picture = record.workshop, workshop_picture(record)
    shown = overview(workshop, picture)
    yield f"<figure>{svg_element(shown.drawing, shown.title, 'chart-overview')}</figure>"
    names = [f"{p.value} {p.label}" for p in workshop.framework.scale.points]
    rows = []
    for action, seen in zip(workshop.framework.actions, picture.actions, strict=True):
        views = [s.latest for s in seen.statements if s.latest]
        shown_any = any(s.result for s in seen.statements)
        nothing = HIDDEN if views else None
        counts = seen.pooled if shown_any else (nothing,) * len(names)
        level = level_name(seen.level) if seen.level else nothing if not shown_any else None
        rows.append((action.title, *counts, level))
    yield table("Ratings of each action, added up", ("Action", *names, "Level"), rows)


def _priorities(record: WorkshopRecord) -> Iterator[str]:
    view, framework = priorities_of(record), record.workshop.framework
    if view is None:
        yield paragraph("The room has not placed dots.", "soft")
        return
    if isinstance(view, Hidden):
        yield paragraph(hidden_sentence(view))
        return
    yield paragraph(f"{view.people} people placed {view.dots_in} dots.")
    if view.concordance is not None:
        yield paragraph(concordance_sentence(view.concordance))
    drawing = priorities_chart(framework, view)
    yield f"<figure>{svg_element(drawing, 'What matters most', 'chart-dots')}</figure>"
    found = importance_of(record, workshop_picture(record))
    fields = {one.action_id: FIELDS[one.field] for one in found}
    rows = [
        (
            framework.action(row.action_id).title,
            row.dots,
            f"{row.share:.0%}",
            fields.get(row.action_id),
        )
        for row in view.rows
    ]
    yield table("Dots", ("Action", "Dots", "Share", "Importance beside level"), rows)


def _plan(record: WorkshopRecord) -> Iterator[str]:
    workshop = record.workshop
    if not record.commitments:
        yield paragraph("No next step has been taken on yet.", "soft")
    else:
        whole = commitments_table(facts_of(record))
        rows = [tuple(None if c is None else str(c) for c in row[1:]) for row in whole.rows]
        yield table("Commitments", [column.title for column in whole.columns[1:]], rows)
    if workshop.review_on:
        day = workshop.review_on
        yield paragraph(f"We look at this again on {long_date(day)}.")


def _sources(record: WorkshopRecord) -> Iterator[str]:
    framework = record.workshop.framework
    yield paragraph(f"{framework.title}, version {framework.version}. {framework.status}")
    yield items(
        f"<strong>{words(source.citation)}.</strong> {words(source.title)}. {words(source.says)}"
        for source in framework.sources
    )
