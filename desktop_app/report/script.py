"""The facilitator script: the day step by step with what to say, watch and ask; no result in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import CondPageBreak, KeepTogether, PageBreak, Spacer, TableStyle

from desktop_app.documents import script as words
from desktop_app.documents.event import joined
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.script import (
    ActionSteps,
    AgendaLine,
    ScriptContent,
    StepWords,
    script_content,
)
from desktop_app.documents.standing import action_of, quoted
from desktop_app.domain.framework import Statement
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import Logo, logo_of
from desktop_app.words.speech import said

from . import fonts, styles
from .fit import largest_that_fits
from .logo import beside_logo
from .pages import Sheet, write_pages
from .paper import Paper
from .tagged import AccentBlock, Decoration, Table

_BODY = Sheet(name="body", head_height=24.0)
_LEAST_LEFT = 0.64
"""An action begins on the page of another one where so much of it is left."""
_SIZES = (1.0, 0.96, 0.92, 0.88)
_SHARES = (0.13, 0.62, 0.25)

_TABLE = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, 0), 1, styles.INK),
        ("LINEBELOW", (0, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
    ]
)


def write_script(
    record: WorkshopRecord,
    target: Path,
    options: PrintOptions | None = None,
) -> None:
    """Write the script; raise FileProblem, OutputProblem or DiskFull, leaving no half file."""
    chosen = options or PrintOptions()
    logo = logo_of(chosen)
    with write_atomically(target) as file:
        render_script(script_content(record, chosen.ballots), file, logo)


def render_script(content: ScriptContent, file: BinaryIO, logo: Logo | None = None) -> None:
    """Write the script of `content` as PDF into `file`."""
    event, what = content.event, said(DocumentKind.SCRIPT.about.title)
    paper = Paper(event.tongues)
    story = [*_opening(paper, content, logo), *_steps(paper, content), *paper.glyph_note()]
    write_pages(story, paper.facts(event, what, joined(what, event.short_kicker)), file, _BODY)


def _opening(paper: Paper, content: ScriptContent, logo: Logo | None) -> Iterator[Any]:
    whose = [
        paper.kicker(content.event.kicker),
        paper.heading(said(DocumentKind.SCRIPT.about.title), 1, paper.look.title),
        *paper.marks(content.event, before_the_day=True),
    ]
    yield from beside_logo(whose, logo, paper.width)
    yield paper.heading(said(words.HAVE_READY), 2)
    yield from paper.bullets(content.ready)
    yield paper.heading(said(words.PROMISE), 2)
    yield paper.words(content.privacy)
    yield paper.heading(said(words.AT_A_GLANCE), 2)
    yield _agenda(paper, content.agenda)
    yield paper.heading(said(words.KEEP_IN_MIND), 2)
    yield from _in_mind(paper, content)


def _in_mind(paper: Paper, content: ScriptContent) -> list[Any]:
    note, limits = paper.look.note, content.event.limits
    if not paper.tongues.framework:
        return [paper.words(f"{content.status} {limits}".strip(), note)]
    return [paper.theirs(content.status, note), *paper.said(limits, note)]


def _agenda(paper: Paper, lines: tuple[AgendaLine, ...]) -> Table:
    plain = styles.style_of("agenda", fonts.REGULAR, 12, 15)
    rows = [[paper.words(word, paper.look.table_head) for word in words.agenda_columns()]]
    rows += [
        [paper.words(w, plain) for w in (line.start, line.what, line.minutes)] for line in lines
    ]
    widths = [share * paper.width for share in _SHARES]
    return Table(rows, colWidths=widths, style=_TABLE, font=fonts.REGULAR)


def _steps(paper: Paper, content: ScriptContent) -> Iterator[Any]:
    yield PageBreak()
    yield from _step(paper, content.welcome)
    for looking_back in content.since:
        yield Spacer(0, styles.SECTION_GAP)
        yield from _step(paper, looking_back)
    yield paper.heading(said(words.GROUND_RULES), 3)
    yield from paper.bullets(content.ground_rules)
    yield paper.heading(said(words.SCALE), 3)
    yield from paper.bullets(content.scale_lines, lang=paper.tongues.framework)
    if content.ballots:
        yield paper.heading(said(words.BALLOTS), 3)
        yield from paper.bullets(content.ballots)
    yield paper.heading(said(words.EACH_STATEMENT), 3)
    yield from _say(paper, content.voting)
    yield from paper.bullets(content.each)
    for number, action in enumerate(content.actions, start=1):
        yield CondPageBreak(_BODY.text_height * _LEAST_LEFT)
        yield from _action(paper, content, action, number)
    yield CondPageBreak(_BODY.text_height * _LEAST_LEFT)
    for step in content.after:
        yield Spacer(0, styles.SECTION_GAP)
        yield from _step(paper, step)
        if step.is_for_dots:
            yield from paper.bullets(content.dots)


def _step(paper: Paper, step: StepWords) -> list[Any]:
    parts: list[Any] = [_title(paper, step.title, step.minutes), *_say(paper, step)]
    return [KeepTogether(parts)]


def _title(paper: Paper, title: str, minutes: str, lang: str = "") -> Any:
    timed = words.timed(title, minutes)
    return paper.heading(timed, 2, paper.look.subtitle, lang=lang)


def _say(paper: Paper, step: StepWords) -> list[Any]:
    spoken = styles.style_of("script_say", fonts.SEMIBOLD, 13, 17.5)
    block = [
        paper.words(said(words.SAY), paper.look.kicker),
        paper.words(quoted(step.say), spoken),
    ]
    parts: list[Any] = [AccentBlock(block, styles.ACCENT, paper.width), Spacer(0, 4)]
    return [*parts, paper.labelled(said(words.WATCH), step.watch)] if step.watch else parts


def _action(
    paper: Paper, content: ScriptContent, action: ActionSteps, number: int
) -> Sequence[Any]:
    """Return an action's page in the largest type that keeps it on one, if any does."""

    def make(size: float) -> list[Any]:
        return list(_action_parts(paper, content, action, number, size))

    made, fits = largest_that_fits(make, _SIZES, paper.width, _BODY.text_height)
    return made if fits else make(_SIZES[0])


def _action_parts(
    paper: Paper, content: ScriptContent, action: ActionSteps, number: int, size: float
) -> Iterator[Any]:
    body = styles.style_of("script", fonts.REGULAR, 12 * size, 14.8 * size, spaceAfter=3 * size)
    kicker = styles.style_of(
        "script_kicker", fonts.REGULAR, 12, 14, textColor=styles.SOFT, spaceBefore=20
    )
    yield Decoration(paper.words(action_of(number, len(content.actions)), kicker))
    yield _title(paper, action.title, action.minutes, paper.tongues.framework)
    for statement in action.statements:
        yield _statement(paper, content, statement, size)
    if not action.prompts:
        return
    yield paper.heading(said(words.TALK), 3)
    if action.talk.say:
        yield paper.labelled(said(words.SAY), quoted(action.talk.say), body)
    for name, questions in action.prompts:
        asked = paper.bullets(questions, body, paper.tongues.framework)
        yield KeepTogether([paper.words(name, paper.look.item), *asked])
    if action.talk.watch:
        yield paper.labelled(said(words.WATCH), action.talk.watch, body)


def _statement(paper: Paper, content: ScriptContent, statement: Statement, size: float) -> Any:
    small = styles.style_of("script_anchor", fonts.REGULAR, 12 * size, 14 * size, spaceAfter=1)
    head = styles.style_of(
        "script_statement",
        fonts.SEMIBOLD,
        12.5 * size,
        15 * size,
        spaceBefore=11 * size,
        spaceAfter=2,
        keepWithNext=1,
    )
    lang = paper.tongues.framework
    labels = {p.value: p.label for p in content.scale.points}
    anchors = [
        paper.labelled(f"{value} {labels.get(value, '')}".strip(), text, small, lang)
        for value, text in statement.anchors
    ]
    sentence = f"{content.stem} {statement.text}."
    return KeepTogether([paper.heading(sentence, 3, head, lang=lang), *anchors])
