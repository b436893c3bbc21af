"""One action in the Word report: what was rated, what was said, what could come next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.documents import standing
from desktop_app.documents.actions import (
    WHAT_WE_RATED,
    ActionPart,
    GroupLine,
    NoteLine,
    StatementPart,
    StepPart,
    about,
    group_columns,
    group_figures,
    step_labels,
)
from desktop_app.documents.report import FullContent
from desktop_app.domain.framework import Scale
from desktop_app.domain.results import Result
from desktop_app.words.speech import said, say

from .outline import Block, Chart, Grid, Items, Look, Run, Title, Words, labelled, words
from .pictures import overview_chart, rounds_chart, statement_chart

_GROUP_SHARES = (0.36, 0.34, 0.3)
_CHART_SHARE = 0.62
_ROWS_TOGETHER = 12


def action_blocks(content: FullContent, part: ActionPart) -> Iterator[Block]:
    """Yield one action, which begins a page."""
    tongues, framework = content.event.tongues, content.framework
    yield Title(part.title, 2, tongues.framework, fresh=True)
    yield from words(part.verdict, Look.MARK)
    yield from words(part.explained, Look.DETAIL)
    if len(part.rows) > 1 and any(row.counts for row in part.rows):
        yield Chart(overview_chart(framework, part.rows), part.title)
    yield Title(said(WHAT_WE_RATED), 3)
    yield from words(standing.begins(framework.stem), Look.DETAIL, tongues.framework)
    for statement in part.statements:
        yield from _statement(framework.scale, statement, tongues.framework)
    yield from note_blocks(part.notes, said(standing.WHAT_WAS_SAID), tongues.people)
    if not part.notes:
        yield Title(said(standing.WHAT_WAS_SAID), 3)
        yield from words(said(standing.NO_NOTES), Look.DETAIL)
    yield from _steps(part.steps, tongues.framework)


def every_statement(content: FullContent) -> Iterator[Block]:
    """Yield all statements in pictures, where they say more than the actions' picture."""
    rows = content.numbered_rows
    if not rows:
        return
    yield Title(said(standing.EVERY_STATEMENT), 3)
    yield from words(
        standing.begins(content.framework.stem), Look.DETAIL, content.event.tongues.framework
    )
    for first in range(0, len(rows), _ROWS_TOGETHER):
        together = rows[first : first + _ROWS_TOGETHER]
        yield Chart(overview_chart(content.framework, together), said(standing.EVERY_STATEMENT))


def note_blocks(notes: Sequence[NoteLine], title: str, lang: str) -> Iterator[Block]:
    """Yield notes under a heading; nothing without notes."""
    if not notes:
        return
    yield Title(title, 3)
    yield Items(tuple((_note(note, lang),) for note in notes))


def _note(note: NoteLine, lang: str) -> Words:
    kind = say("{label}:", label=note.kind)
    told = (Run(f"{kind} ", strong=True), Run(note.text, lang=lang))
    where = about(note)
    return Words((*told, Run(f" {where}")) if where else told)


def _statement(scale: Scale, part: StatementPart, lang: str) -> Iterator[Block]:
    yield Title(f"{part.number} {part.text}", 4, lang)
    yield from words(part.verdict, Look.STRONG)
    yield from words(part.detail, Look.DETAIL)
    for text in (part.meaning, part.change, *part.remarks, part.settled):
        yield from words(text)
    if part.result is not None:
        yield _bars(scale, part, part.result)
    if part.groups:
        yield _groups(part.groups, part.name)


def _bars(scale: Scale, part: StatementPart, result: Result) -> Chart:
    if part.before is None:
        return Chart(statement_chart(scale, result), part.name, _CHART_SHARE)
    drawing = rounds_chart(scale, part.before, result, part.round_names)
    return Chart(drawing, part.name, _CHART_SHARE)


def _groups(groups: Sequence[GroupLine], name: str) -> Grid:
    rows = []
    for group in groups:
        counts, result = group_figures(group.result)
        rows.append(tuple(tuple(words(text)) for text in (group.label, counts, result)))
    return Grid(name, group_columns(), tuple(rows), _GROUP_SHARES)


def _steps(steps: Sequence[StepPart], lang: str) -> Iterator[Block]:
    yield Title(said(standing.COULD_COME_NEXT), 3)
    if not steps:
        yield from words(said(standing.NO_STEP), Look.DETAIL)
        return
    yield from words(said(standing.STEPS_BY_RULES), Look.DETAIL)
    yield Items(tuple(tuple(_step(step, lang)) for step in steps))


def _step(step: StepPart, lang: str) -> Iterator[Words]:
    yield Words((Run(step.title, strong=True, lang=lang),))
    yield from words(step.how, lang=lang)
    for label, text in step_labels(step):
        yield labelled(say("{label}:", label=label), text, lang=lang)
    yield from words(step.reason, Look.DETAIL)
