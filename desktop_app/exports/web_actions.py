"""The part of the web report on each action: its statements, what was said, what may come next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from desktop_app.charts.primitives import Drawing
from desktop_app.documents import standing
from desktop_app.documents.actions import (
    WHAT_WE_RATED,
    ActionPart,
    NoteLine,
    StatementPart,
    StepPart,
    VoteLine,
    about,
    step_labels,
)
from desktop_app.documents.boxes import told
from desktop_app.documents.report import FullContent
from desktop_app.documents.tables import hidden, measure_columns, measures_of
from desktop_app.domain.framework import Framework
from desktop_app.domain.results import Result
from desktop_app.words import names
from desktop_app.words.lists import decimals
from desktop_app.words.speech import said, say
from desktop_app.words.wording import with_caution

from .pictures import Extent, overview_chart, rounds_chart, statement_chart
from .web_charts import figure
from .web_html import Told, folded, heading, items, lines, paragraph, table, words


def findings(content: FullContent) -> Iterator[str]:
    """Yield what stands firm and what is seen differently, where anything was rated."""
    if not content.shown:
        yield paragraph(said(standing.ALL_HIDDEN))
        return
    for box in content.boxes:
        yield heading(box.heading, 3)
        yield paragraph(told(box, len(box.lines)))


def notes(told: Sequence[NoteLine], title: str, level: int, lang: str) -> str:
    """Return notes under a heading; nothing without notes."""
    found = [
        f'<span class="kind">{words(say("{label}:", label=note.kind))}</span>'
        f" <span{_lang(lang)}>{lines(note.text)}</span> {words(about(note))}".strip()
        for note in told
    ]
    return f"{heading(title, level)}{items(found)}" if found else ""


def _lang(tag: str) -> str:
    return f' lang="{words(tag)}"' if tag else ""


def every_statement(content: FullContent) -> Iterator[str]:
    """Yield all statements in one picture, where it says more than the actions' picture."""
    rows = content.numbered_rows
    if not rows:
        return
    title, lang = said(standing.EVERY_STATEMENT), content.event.tongues.framework
    yield heading(title, 3)
    yield paragraph(Told(standing.begins(content.framework.stem), lang), "soft")
    yield figure(title, "chart-every", partial(overview_chart, content.framework, rows))


def action_parts(content: FullContent, part: ActionPart) -> Iterator[str]:
    """Yield what is said of one action below its title."""
    tongues = content.event.tongues
    yield f"<p><strong>{words(part.verdict)}</strong></p>"
    yield paragraph(part.explained)
    if len(part.rows) > 1 and any(row.counts for row in part.rows):
        title, key = Told(part.title, tongues.framework), f"chart-action-{part.number}"
        draw = partial(overview_chart, content.framework, part.rows)
        yield figure(title, key, draw, tongues.framework)
    yield heading(said(WHAT_WE_RATED), 3)
    yield paragraph(Told(standing.begins(content.framework.stem), tongues.framework), "soft")
    for statement in part.statements:
        yield f'<div class="rated">{"".join(_statement(content, statement))}</div>'
    said_of_it = notes(part.notes, said(standing.WHAT_WAS_SAID), 3, tongues.people)
    yield said_of_it or paragraph(said(standing.NO_NOTES), "soft")
    yield from _steps(part.steps, tongues.framework)


def _statement(content: FullContent, part: StatementPart) -> Iterator[str]:
    lang = content.event.tongues.framework
    yield heading(Told(f"{part.number} {part.text}", lang), 4)
    yield f"<p><strong>{words(part.verdict)}</strong> {words(part.detail)}</p>"
    for text in (part.meaning, part.change, *part.remarks, part.settled):
        yield paragraph(text)
    if part.result is not None:
        yield _figure(content.framework, part, part.result, lang)
    if part.votes:
        yield _counts(content.framework, part, lang)
        yield _measures(part)


def _figure(framework: Framework, part: StatementPart, result: Result, lang: str) -> str:
    scale = framework.scale
    draw: Callable[[Extent], Drawing] = partial(statement_chart, scale, result)
    if part.before is not None:
        draw = partial(rounds_chart, scale, part.before, result, part.round_names)
    key = f"chart-{part.number.replace('.', '-')}"
    return figure(f"{framework.stem} {part.text}", key, draw, lang)


def _counts(framework: Framework, part: StatementPart, lang: str) -> str:
    scale = framework.scale
    points = [Told(f"{p.value} {p.label}", lang) for p in scale.points]
    heads = [_votes_head(), *points, Told(scale.cannot_say_label, lang), say("Agreement")]
    rows = [(vote.name, *_figures(vote, len(points) + 2)) for vote in part.votes]
    return table(say("Ratings: {statement}", statement=_named(part)), heads, rows)


def _figures(vote: VoteLine, cells: int) -> tuple[str | int, ...]:
    result = vote.result
    if result is None:
        return (hidden(),) * cells
    agreement = names.agreement_name(result.agreement)
    told_of = agreement if vote.is_whole else with_caution(agreement, result)
    return *result.counts, result.cannot_say, told_of


def _measures(part: StatementPart) -> str:
    columns = [column.title for column in measure_columns()]
    rows = [
        (vote.name, *(_measured(vote.result) if vote.result else (hidden(),) * len(columns)))
        for vote in part.votes
    ]
    title = say("Measures: {statement}", statement=_named(part))
    return folded(title, table(title, (_votes_head(), *columns), rows, "measures"))


def _measured(result: Result) -> tuple[str | None, ...]:
    return tuple(None if value is None else decimals(value) for value in measures_of(result))


def _votes_head() -> str:
    return say("Votes and groups")


def _named(part: StatementPart) -> str:
    """Return how a statement is named in a caption."""
    return f"{part.key} {part.name}"


def _steps(steps: Sequence[StepPart], lang: str) -> Iterator[str]:
    yield heading(said(standing.COULD_COME_NEXT), 3)
    if not steps:
        yield paragraph(said(standing.NO_STEP), "soft")
        return
    yield paragraph(said(standing.STEPS_BY_RULES), "soft")
    yield items(_step(step, lang) for step in steps)


def _step(step: StepPart, lang: str) -> str:
    spoken = _lang(lang)
    parts = [f"<strong{spoken}>{words(step.title)}</strong>"]
    if step.how:
        parts.append(f"<span{spoken}>{words(step.how)}</span>")
    for label, text in step_labels(step):
        name = words(say("{label}:", label=label))
        parts.append(f'<span class="kind">{name}</span> <span{spoken}>{words(text)}</span>')
    return "<br>".join((*parts, words(step.reason)))
