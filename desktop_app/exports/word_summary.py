"""The summary in Word: what the printed one says, not bound to two pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.charts.hatching import hatched
from desktop_app.charts.one_bar import longest_reach, one_bar
from desktop_app.charts.palette import PRINT
from desktop_app.documents import standing, statements
from desktop_app.documents import summary as told_in
from desktop_app.documents.boxes import told
from desktop_app.documents.plan import short_plan_columns
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.documents.statements import StatementGroup, StatementLine
from desktop_app.documents.summary import PlanRow, SummaryContent, summary_content
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.logos.logo import logo_of
from desktop_app.words.speech import said, say
from desktop_app.words.then_and_now import TITLE
from desktop_app.words.wording import counts_at_points

from .outline import Block, Cell, Chart, Grid, Items, Look, Outline, Run, Title, Words, words
from .outline_pages import opening, outline_of
from .typeface import text_width
from .word_pen import write_word

_STATEMENT_SHARES = (0.6, 0.18, 0.22)
_PLAN_SHARES = (0.43, 0.175, 0.15, 0.245)
_BAR, _BAR_HEIGHT, _BAR_SHARE = 110.0, 9.0, 0.15
_MOST_PRIORITIES = 3


def write_word_summary(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the summary as .docx; raise an AppError, leaving no half file."""
    outline = replace(summary_outline(record), logo=logo_of(options))
    write_word(outline, record.workshop.updated_at, target)


def summary_outline(record: WorkshopRecord) -> Outline:
    """Return the summary as it stands now."""
    content = summary_content(record)
    return outline_of(content.event, content.title, _blocks(content))


def _blocks(content: SummaryContent) -> Iterator[Block]:
    yield from opening(content.title, content.kicker)
    yield from words(" · ".join(content.marks), Look.MARK)
    yield from _headline(content)
    yield from _found(content)
    if content.since:
        yield Title(said(SINCE), 2)
        yield from words(content.since, lang=content.event.tongues.people)
    if content.then_now:
        yield Title(said(TITLE), 2)
        yield from words(content.then_now)
    yield from _priorities(content)
    yield from _plan(content)
    yield from _offers(content)
    if content.parked:
        yield Title(said(standing.PARKED), 2)
        points = told_in.parked_points(content.parked, content.more_parked)
        yield from words(points, lang=content.event.tongues.people)
    yield from _review(content)
    if content.method:
        yield Title(said(standing.HOW_TO_READ), 2)
        yield from words(content.method, Look.DETAIL)


def _headline(content: SummaryContent) -> Iterator[Block]:
    if content.headline:
        yield Title(said(standing.OUR_COMMITMENT), 2)
        yield from words(content.headline, Look.COMMITMENT, content.event.tongues.people)
    elif content.in_progress:
        yield Title(said(standing.OUR_COMMITMENT), 2)
        yield from words(said(told_in.NOT_AGREED), Look.DETAIL)


def _found(content: SummaryContent) -> Iterator[Block]:
    if not content.rated:
        yield Title(said(told_in.WHERE_WE_STAND), 2)
        yield from words(standing.nothing_rated(in_progress=content.in_progress))
        return
    if not content.shown:
        yield from words(said(standing.ALL_HIDDEN))
    else:
        for box in content.boxes:
            yield Title(box.heading, 2)
            yield from words(told(box, len(box.lines)))
    yield from _statements(content)


def _statements(content: SummaryContent) -> Iterator[Block]:
    found = content.statements
    title = statements.heading(found)
    counts = (line.counts for group in found.groups for line in group.lines)
    longest, lang = longest_reach(counts), content.event.tongues.framework
    head = (standing.begins(content.stem), say("Ratings"), say("Last vote"))
    rows = [row for group in found.groups for row in _group(group, longest, lang)]
    yield Title(title, 2)
    yield Grid(title, head, tuple(rows), _STATEMENT_SHARES)
    for note in (*found.partners, found.caution, statements.left_out(found)):
        yield from words(note, Look.DETAIL)


def _group(group: StatementGroup, longest: float, lang: str) -> Iterator[tuple[Cell, ...]]:
    yield tuple(words(group.title, Look.STRONG, lang)), (), ()
    for line in group.lines:
        name = Run(say("{name}: ", name=line.name), strong=True, lang=lang)
        result = Words((Run(f"{line.level} ", strong=True), Run(line.figures)))
        yield (Words((name, Run(line.text, lang=lang))),), _bar(line, longest), (result,)


def _bar(line: StatementLine, longest: float) -> Cell:
    if not line.counts or not sum(line.counts):
        return ()
    alt = say("{name}: {words}.", name=line.name, words=counts_at_points(line.counts))
    bar = one_bar(line.counts, PRINT, _BAR, _BAR_HEIGHT, longest, alt)
    return (Chart(hatched(bar, len(line.counts), PRINT, text_width), alt, _BAR_SHARE),)


def _priorities(content: SummaryContent) -> Iterator[Block]:
    rows = [row for row in content.priorities.rows if row.dots][:_MOST_PRIORITIES]
    if rows:
        label = say("{label}:", label=said(standing.MATTERS_MOST))
        yield Words((Run(f"{label} ", strong=True), Run(told_in.most_dots(rows))))


def _plan(content: SummaryContent) -> Iterator[Block]:
    if not content.plan:
        yield Title(said(standing.NEXT_STEPS), 2)
        yield from words(standing.no_plan(in_progress=content.in_progress))
        return
    title, lang = said(standing.NEXT_STEPS_AGREED), content.event.tongues.people
    rows = tuple(_step(row, lang) for row in content.plan)
    yield Title(title, 2)
    yield Grid(title, short_plan_columns(), rows, _PLAN_SHARES)


def _step(row: PlanRow, lang: str) -> tuple[Cell, ...]:
    return (
        (*words(row.title, Look.STRONG, lang), *words(row.reason, Look.DETAIL)),
        tuple(words(row.owner or said(standing.NO_OWNER))),
        tuple(words(row.due or said(standing.NO_DATE))),
        tuple(words(row.first_move or said(standing.NOT_SET))),
    )


def _offers(content: SummaryContent) -> Iterator[Block]:
    lang = content.event.tongues.framework
    if content.offers:
        yield Title(said(told_in.RECOMMENDED), 2)
        yield Items(
            tuple(
                (Words((Run(one.title, strong=True, lang=lang),)), *words(one.reason, Look.DETAIL))
                for one in content.offers
            )
        )
    if content.more_offers:
        yield from words(told_in.more_offers(content.more_offers), Look.DETAIL)


def _review(content: SummaryContent) -> Iterator[Block]:
    if content.review_on:
        review = standing.REVIEW_OF_PLAN if content.plan else standing.REVIEW_WITHOUT_PLAN
        yield Title(standing.look_again(content.review_on), 2)
        yield from words(said(review))
