"""The facilitator script: the day step by step with what to say, watch and ask; no result in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus import KeepTogether, PageBreak, Spacer, TableStyle

from desktop_app.documents.script import (
    ActionSteps,
    AgendaLine,
    ScriptContent,
    StepWords,
    script_content,
)
from desktop_app.domain.framework import Statement
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically

from . import fonts, styles
from .fit import largest_that_fits
from .pages import Sheet, write_pages
from .paper import Paper
from .tagged import AccentBlock, Decoration, Paragraph, Table, bulleted

_BODY = Sheet(name="body", head_height=24.0)
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


_EACH = (
    "Read the statement out. Ask who is unsure what it means, and explain without an example.",
    "Open the vote. Leave time: nobody is told who is still missing.",
    "Close it and show the result. Wait; then ask what people see, not what they think of it.",
    "Ask for examples from both ends. Note evidence, barriers and ideas, without names.",
    "If talking changed something, vote again. Settle on a view only if the room wants one.",
)


def write_script(
    record: WorkshopRecord,
    target: Path,
    options: PrintOptions | None = None,  # noqa: ARG001 - one way to call every document
) -> None:
    """Write the script; raise OutputProblem or DiskFull, leaving no half file."""
    with write_atomically(target) as file:
        render_script(script_content(record), file)


def render_script(content: ScriptContent, file: BinaryIO) -> None:
    """Write the script of `content` as PDF into `file`."""
    paper, event = Paper(), content.event
    story = [*_opening(paper, content), *_steps(paper, content), *paper.glyph_note()]
    head = f"Facilitator script · {event.short_kicker}"
    write_pages(story, paper.facts(event, "Facilitator script", head), file, _BODY)


def _opening(paper: Paper, content: ScriptContent) -> Iterator[Any]:
    yield paper.words(content.event.kicker, paper.look.kicker)
    yield paper.heading("Facilitator script", 1, paper.look.title)
    yield from paper.marks(content.event, with_progress=False)
    yield paper.heading("Have ready", 2)
    yield from paper.bullets(content.ready)
    yield paper.heading("The promise to the room", 2)
    yield paper.words(content.privacy)
    yield paper.heading("The day at a glance", 2)
    yield _agenda(paper, content.agenda)
    yield paper.heading("Keep in mind", 2)
    yield paper.words(f"{content.status} {content.event.limits}", paper.look.note)


def _agenda(paper: Paper, lines: tuple[AgendaLine, ...]) -> Table:
    plain = styles.style_of("agenda", fonts.REGULAR, 11, 14)
    rows = [[paper.words(word, paper.look.table_head) for word in ("From", "What", "Minutes")]]
    rows += [
        [paper.words(w, plain) for w in (line.start, line.what, line.minutes)] for line in lines
    ]
    widths = [share * paper.width for share in _SHARES]
    return Table(rows, colWidths=widths, style=_TABLE, font=fonts.REGULAR)


def _steps(paper: Paper, content: ScriptContent) -> Iterator[Any]:
    yield PageBreak()
    yield from _step(paper, content.welcome)
    yield paper.heading("Ground rules", 3)
    yield from paper.bullets(content.ground_rules)
    yield paper.heading("The scale, to read out once", 3)
    yield from paper.bullets(content.scale_lines)
    yield paper.heading("For each statement", 3)
    yield from _say(paper, content.voting)
    yield from paper.bullets(_EACH)
    for number, action in enumerate(content.actions, start=1):
        yield PageBreak()
        yield from _action(paper, content, action, number)
    yield PageBreak()
    for number, step in enumerate(content.after):
        if number:
            yield Spacer(0, styles.SECTION_GAP)
        yield from _step(paper, step)


def _step(paper: Paper, step: StepWords) -> list[Any]:
    parts: list[Any] = [_title(paper, step.title, step.minutes), *_say(paper, step)]
    return [KeepTogether(parts)]


def _title(paper: Paper, words: str, minutes: str) -> Any:
    return paper.heading(f"{words} ({minutes})" if minutes else words, 2, paper.look.subtitle)


def _say(paper: Paper, step: StepWords) -> list[Any]:
    said = styles.style_of("script_say", fonts.SEMIBOLD, 13, 17.5)
    block = [paper.words("Say", paper.look.kicker), paper.words(f"“{step.say}”", said)]
    parts: list[Any] = [AccentBlock(block, styles.ACCENT, paper.width), Spacer(0, 4)]
    return [*parts, _labelled(paper, "Watch for", step.watch)] if step.watch else parts


def _labelled(paper: Paper, label: str, words: str, style: Any = None) -> Paragraph:
    markup = f"<font name='{fonts.SEMIBOLD}'>{label}:</font> {paper.text.markup(words)}"
    return Paragraph(markup, style or paper.look.body)


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
    body = styles.style_of("script", fonts.REGULAR, 12 * size, 15.5 * size, spaceAfter=4 * size)
    yield Decoration(paper.words(f"Action {number} of {len(content.actions)}", paper.look.kicker))
    yield _title(paper, action.title, action.minutes)
    for statement in action.statements:
        yield _statement(paper, content, statement, size)
    if not action.prompts:
        return
    yield paper.heading("Then talk, in this order", 3)
    if action.talk.say:
        yield _labelled(paper, "Say", f"“{action.talk.say}”", body)
    for name, questions in action.prompts:
        asked = bulleted([paper.text.markup(question) for question in questions], body)
        yield KeepTogether([paper.words(name, paper.look.item), *asked])
    if action.talk.watch:
        yield _labelled(paper, "Watch for", action.talk.watch, body)


def _statement(paper: Paper, content: ScriptContent, statement: Statement, size: float) -> Any:
    small = styles.style_of("script_anchor", fonts.REGULAR, 10.5 * size, 13.5 * size, spaceAfter=2)
    head = styles.style_of(
        "script_statement",
        fonts.SEMIBOLD,
        12.5 * size,
        15.5 * size,
        spaceBefore=8 * size,
        spaceAfter=2,
        keepWithNext=1,
    )
    labels = {p.value: p.label for p in content.scale.points}
    anchors = [
        _labelled(paper, paper.text.markup(f"{value} {labels.get(value, '')}".strip()), text, small)
        for value, text in statement.anchors
    ]
    return KeepTogether([paper.heading(f"{content.stem} {statement.text}.", 3, head), *anchors])
