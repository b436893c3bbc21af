"""The text for an e-mail on the evening of the day: what was agreed, and where the room stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.analysis.picture import workshop_picture
from desktop_app.documents import standing
from desktop_app.documents.boxes import Box
from desktop_app.documents.mail import Mail
from desktop_app.documents.methods import every_statement_begins
from desktop_app.documents.plan import PlanLine
from desktop_app.documents.report import FullContent, full_content
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.documents.since import told_in_a_line
from desktop_app.documents.summary import TITLE
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import limits
from desktop_app.words.speech import said, say, say_as
from desktop_app.words.then_and_now import TITLE as MOVED

from .html_pen import html_page
from .outline import Block, Items, Look, Outline, Run, Title, Words, labelled, lines, words
from .outline_pages import commitment, marks, opening, outline_of
from .text_pen import plain_text


def write_mail(record: WorkshopRecord, target: Path) -> None:
    """Write the text of the e-mail to `target`; raise OutputProblem or DiskFull."""
    content = mail_of(record).plain.encode()
    with write_atomically(target) as file:
        file.write(content)


def mail_of(record: WorkshopRecord) -> Mail:
    """Return the e-mail as it stands now."""
    outline = mail_outline(record)
    return Mail(outline.title, plain_text(outline), html_page(outline))


def mail_outline(record: WorkshopRecord) -> Outline:
    """Return what the e-mail says."""
    content = full_content(record)
    known = limits(record.workshop, workshop_picture(record), of_parts=False)
    return outline_of(content.event, said(TITLE), _blocks(content, known))


def _blocks(content: FullContent, known: str) -> Iterator[Block]:
    event, people = content.event, content.event.tongues.people
    yield from opening(said(TITLE), event.full_kicker)
    yield from marks(event)
    yield from commitment(content.headline, people)
    yield Title(said(standing.NEXT_STEPS_AGREED if content.plan else standing.NEXT_STEPS), 2)
    if content.plan:
        yield Items(tuple(tuple(_step(line, people)) for line in content.plan))
    else:
        yield from words(standing.no_plan(in_progress=event.in_progress))
    if content.review_on:
        yield from words(say("{sentence}.", sentence=standing.look_again(content.review_on)))
    yield from _findings(content)
    if content.since:
        yield Title(said(SINCE), 2)
        yield from words(say("{counted}.", counted=content.since.counted))
        yield from lines(map(told_in_a_line, content.since.lines), people)
    if content.then_now:
        yield Title(said(MOVED), 2)
        yield from words(content.then_now.short)
    if content.parked:
        yield Title(said(standing.PARKED), 2)
        yield from lines(content.parked, people)
    yield from words(known, Look.DETAIL)
    yield from words(event.footer, Look.DETAIL)


def _step(line: PlanLine, lang: str) -> Iterator[Words]:
    yield Words((Run(line.title, strong=True, lang=lang),))
    owner, due = line.owner or said(standing.NO_OWNER), line.due or said(standing.NO_DATE)
    yield labelled(say("{label}:", label=say("Who")), owner, lang=lang if line.owner else "")
    yield labelled(say("{label}:", label=say_as("a date", "By")), due)
    if line.first_move:
        yield labelled(say("{label}:", label=say("First move")), line.first_move, lang=lang)


def _findings(content: FullContent) -> Iterator[Block]:
    if not content.shown:
        yield Title(said(standing.WHOLE_PICTURE), 2)
        yield from words(said(standing.ALL_HIDDEN) if content.rated else _nothing(content))
        return
    for box in content.boxes:
        if box.lines:
            yield Title(box.heading, 2)
            yield Items(tuple(_found(content, box)))
    yield from words(every_statement_begins(content.framework), Look.DETAIL)


def _found(content: FullContent, box: Box) -> Iterator[tuple[Words]]:
    """Yield each statement of a box in words: who was not there knows none by its name."""
    lang = content.event.tongues.framework
    for key, (name, counts) in zip(box.keys, box.lines, strict=True):
        text = content.framework.statement(key).text
        label = Run(say("{name}:", name=name) + " ", strong=True, lang=lang)
        yield (Words((label, Run(text, lang=lang), Run(f" ({counts})"))),)


def _nothing(content: FullContent) -> str:
    """Return that there is no result: what was sent does not change when there is one."""
    in_progress = content.event.in_progress
    return said(standing.NOTHING_YET) if in_progress else standing.nothing_rated(in_progress=False)
