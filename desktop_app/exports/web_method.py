"""The parts of the web report on how to read it, by which rules it speaks and what it leans on."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.documents import methods, standing
from desktop_app.documents.report import FullContent
from desktop_app.documents.sources import sources_of
from desktop_app.documents.tables import NO_CELL_SAYS
from desktop_app.domain.framework import Scale
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE

from .web_html import Told, folded, heading, items, linked, paragraph, table, words


def how_to_read(content: FullContent) -> Iterator[str]:
    """Yield what a reader who was not there needs to know first."""
    framework, lang = content.framework, content.event.tongues.framework
    yield paragraph(content.method)
    yield paragraph(methods.every_statement_begins(framework))
    yield paragraph(Told(framework.leaders_means, lang))
    yield _scale(framework.scale, lang)
    yield table(said(methods.LEVEL_HEADING), methods.level_head(), methods.level_rows(), "names")
    rows = methods.agreement_rows()
    yield table(said(methods.AGREEMENT_HEADING), methods.agreement_head(), rows, "names")
    yield heading(said(methods.NOT_SHOWN_HEADING), 3)
    yield paragraph(methods.not_shown(content.rules))
    yield paragraph(said(NO_CELL_SAYS))


def _scale(scale: Scale, lang: str) -> str:
    """Return the points as a table, or as a list where no point has a meaning of its own."""
    title = said(standing.THE_SCALE)
    if listed := methods.scale_list(scale):
        told = items((Told(words(point), lang) for point in listed), "points")
        return paragraph(title, "caption") + told
    rows = [(Told(name, lang), Told(meaning, lang)) for name, meaning in methods.scale_rows(scale)]
    return table(title, methods.scale_head(), rows, "names")


def method(content: FullContent) -> Iterator[str]:
    """Yield the rules, the limits and every measure of every revealed vote."""
    framework = content.framework
    yield paragraph(methods.about_framework(framework))
    yield paragraph(Told(framework.status, content.event.tongues.framework))
    yield heading(said(methods.RULES_HEADING), 3)
    yield items(words(rule) for rule in methods.rules_of(content))
    yield heading(said(methods.LIMITS_HEADING), 3)
    if content.event.limits:
        yield paragraph(content.event.limits)
    yield paragraph(said(methods.CHANCE))
    if content.then_now:
        yield heading(said(TITLE), 3)
        yield from map(paragraph, content.then_now.method)
    yield heading(said(methods.MEASURES_HEADING), 3)
    yield from _measures(content)


def _measures(content: FullContent) -> Iterator[str]:
    columns, title = methods.measure_columns(), said(methods.MEASURES_HEADING)
    rows = [
        (*row, *[None] * (len(columns) - len(row))) for row in methods.measure_rows(content.actions)
    ]
    if not rows:
        yield paragraph(said(methods.NOTHING_MEASURED), "soft")
        return
    names = table(title, methods.measure_head(), methods.measure_names(), "names")
    yield folded(title, table(title, columns, rows, "measures"), names)


def sources(content: FullContent) -> Iterator[str]:
    """Yield the works that steps and prompts lean on, with what they say in short."""
    lang = content.event.tongues.framework
    yield items(
        Told(
            f"<strong>{words(source.citation)}.</strong> {linked(source.title)}"
            f"<br>{words(source.says)}",
            lang,
        )
        for source in sources_of(content.framework, content.cited)
    )
