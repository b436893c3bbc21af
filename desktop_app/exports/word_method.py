"""How to read the Word report, by which rules its words are chosen, and what it leans on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.documents import methods, standing
from desktop_app.documents.report import FullContent
from desktop_app.documents.sources import DOI, sources_of
from desktop_app.words.speech import said
from desktop_app.words.then_and_now import TITLE

from .outline import Block, Grid, Items, Look, Run, Title, Words, lines, words

_TWO_SHARES = (0.32, 0.68)
_MEASURE_SHARES = (0.235, 0.065, 0.075, 0.06, 0.085, 0.08, 0.09, 0.115, 0.065, 0.065, 0.065)


def how_to_read(content: FullContent) -> Iterator[Block]:
    """Yield what a reader who was not there needs to know first."""
    framework, lang = content.framework, content.event.tongues.framework
    yield from words(content.method)
    yield from words(methods.every_statement_begins(framework))
    yield from words(framework.leaders_means, lang=lang)
    scale = methods.scale_rows(framework.scale)
    yield Title(said(standing.THE_SCALE), 3)
    if listed := methods.scale_list(framework.scale):
        yield from lines(listed, lang=lang)
    else:
        yield _pairs(said(standing.THE_SCALE), methods.scale_head(), scale, lang)
    for title, head, rows in (
        (methods.LEVEL_HEADING, methods.level_head(), methods.level_rows()),
        (methods.AGREEMENT_HEADING, methods.agreement_head(), methods.agreement_rows()),
    ):
        yield Title(said(title), 3)
        yield _pairs(said(title), head, rows)
    yield Title(said(methods.NOT_SHOWN_HEADING), 3)
    yield from words(methods.not_shown(content.rules))


def method_blocks(content: FullContent) -> Iterator[Block]:
    """Yield the rules, the limits and every measure of every revealed vote."""
    framework = content.framework
    yield from words(methods.about_framework(framework))
    yield from words(framework.status, lang=content.event.tongues.framework)
    yield Title(said(methods.RULES_HEADING), 3)
    yield from lines(methods.rules_of(content))
    yield Title(said(methods.LIMITS_HEADING), 3)
    yield from words(content.event.limits)
    yield from words(said(methods.CHANCE))
    if content.then_now:
        yield Title(said(TITLE), 3)
        for line in content.then_now.method:
            yield from words(line)
    yield Title(said(methods.MEASURES_HEADING), 3)
    yield from _measures(content)


def _measures(content: FullContent) -> Iterator[Block]:
    columns = methods.measure_columns()
    rows = [_measured(row, len(columns)) for row in methods.measure_rows(content.actions)]
    if not rows:
        yield from words(said(methods.NOTHING_MEASURED), Look.DETAIL)
        return
    title = said(methods.MEASURES_HEADING)
    yield Grid(title, columns, tuple(rows), _MEASURE_SHARES)
    meant = said(methods.MEANT_HEADING)
    yield Title(meant, 3)
    yield _pairs(meant, methods.measure_head(), methods.measure_names(), "")


def _measured(row: tuple[str, ...], columns: int) -> tuple[tuple[Words, ...], ...]:
    """Return a row of measures; a hidden vote has what it has, then empty cells."""
    filled = (*row, *[""] * (columns - len(row)))
    return tuple(tuple(words(text)) for text in filled)


def _pairs(
    title: str, head: tuple[str, str], rows: Iterable[tuple[str, str]], lang: str = ""
) -> Grid:
    cells = tuple(
        (tuple(words(name, Look.STRONG, lang)), tuple(words(meaning, lang=lang)))
        for name, meaning in rows
    )
    return Grid(title, head, cells, _TWO_SHARES)


def source_blocks(content: FullContent) -> Iterator[Block]:
    """Yield the works that steps and prompts lean on, with what they say in short."""
    sources, lang = sources_of(content.framework, content.cited), content.event.tongues.framework
    yield Items(
        tuple(
            (
                Words(
                    (Run(f"{one.citation}. ", strong=True, lang=lang), *_linked(one.title, lang))
                ),
                *words(one.says, Look.DETAIL, lang),
            )
            for one in sources
        )
    )


def _linked(text: str, lang: str) -> Iterator[Run]:
    """Yield a text whose DOIs lead to the works."""
    for place, part in enumerate(DOI.split(text)):
        if part:
            to = f"https://doi.org/{part}" if place % 2 else ""
            yield Run(part, lang=lang, to=to)
