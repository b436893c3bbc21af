"""Summary, plan and brief in large print: the same words in 18 points, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

from desktop_app.charts.legend import legend
from desktop_app.charts.one_bar import longest_reach, one_bar
from desktop_app.charts.palette import PRINT
from desktop_app.documents import brief as of_brief
from desktop_app.documents import standing, statements
from desktop_app.documents import summary as of_summary
from desktop_app.documents.boxes import told
from desktop_app.documents.brief import brief_content
from desktop_app.documents.event import event_of, joined, short_marks
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.plan import AT_THE_REVIEW, READING_A_PLAN, plan_event, plan_lines
from desktop_app.documents.since import TITLE as SINCE
from desktop_app.documents.statements import StatementLine
from desktop_app.documents.summary import SummaryContent, summary_content
from desktop_app.domain.framework import Scale
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.logos.logo import logo_of
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said, say
from desktop_app.words.then_and_now import TITLE
from desktop_app.words.wording import counts_at_points

from . import fonts, styles
from .drawing import Picture, hatched, printable_scale
from .logo import logo_image
from .pages import Sheet, write_pages
from .paper import Paper
from .step_parts import AGREED, status_boxes, step_parts
from .tagged import AccentBlock, Columns, Stack, numbered

_SHEET = Sheet(head_height=30.0, footer_height=58.0, large=True)
_LOGO = (220.0, 60.0)
_BAR, _BAR_HEIGHT, _ABOVE_BAR = 0.45, 15.0, 5.0
_ROOM_FOR_LIST, _ROOM_FOR_POINT = 240.0, 130.0
_INKED = replace(PRINT, soft=PRINT.ink)
"""The printed colours where no text is paler than the rest."""


def write_large_summary(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the summary in large print; raise FileProblem, OutputProblem or DiskFull."""
    content, paper = summary_content(record), _paper(record.workshop)
    story = [*_opening(paper, content.title, content.kicker, content.marks)]
    story += [*_headline(paper, content.headline), *_found(paper, content)]
    story += [*_agreed(paper, content), *_open_ends(paper, content)]
    _write(paper, record.workshop, content.title, story, target, options)


def write_large_plan(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the action plan in large print; raise FileProblem, OutputProblem or DiskFull."""
    event, paper = event_of(record.workshop), _paper(record.workshop)
    what = said(DocumentKind.PLAN.about.title)
    story = [*_opening(paper, what, event.kicker, event.marks)]
    story += [*_headline(paper, record.workshop.headline.strip()), *_plan(paper, record)]
    _write(paper, record.workshop, what, story, target, options)


def write_large_brief(
    record: WorkshopRecord, target: Path, options: PrintOptions | None = None
) -> None:
    """Write the participants' brief in large print; raise as the others do."""
    content, paper = brief_content(record.workshop), _paper(record.workshop)
    title = said(of_brief.TITLE)
    story = [*_opening(paper, title, content.whose, content.event.early_marks)]
    story += [paper.words(content.where, paper.look.item)] if content.where else []
    story += _brief(paper, content)
    _write(paper, record.workshop, title, story, target, options)


def _paper(workshop: Workshop) -> Paper:
    paper = Paper(event_of(workshop).tongues)
    paper.look = styles.make_large_styles()
    return paper


def _write(
    paper: Paper,
    workshop: Workshop,
    what: str,
    story: Sequence[Any],
    target: Path,
    options: PrintOptions | None,
) -> None:
    """Write a document whose foot tells its marks in short; what the content is stands last."""
    logo = logo_of(options)
    event = event_of(workshop)
    above = [logo_image(logo, *_LOGO), Spacer(0, 12)] if logo else []
    last = [Spacer(0, 10), paper.theirs(workshop.framework.status), *paper.glyph_note()]
    facts = paper.facts(event, what, head=joined(what, event.name))
    marks = paper.text.markup(joined(*short_marks(workshop)))
    with write_atomically(target) as file:
        write_pages([*above, *story, *last], replace(facts, footer=marks), file, _SHEET)


def _opening(paper: Paper, title: str, kicker: str, marks: Sequence[str]) -> Iterator[Any]:
    yield paper.words(kicker)
    yield paper.heading(title, 1, paper.look.title)
    yield from (paper.words(mark, paper.look.mark) for mark in marks)


def _headline(paper: Paper, headline: str) -> Iterator[Any]:
    if headline:
        label = paper.heading(said(standing.OUR_COMMITMENT), 2, paper.look.body)
        one = paper.peoples(headline, paper.look.headline)
        yield from (Spacer(0, 8), AccentBlock([label, one], styles.ACCENT, paper.width))


def _found(paper: Paper, content: SummaryContent) -> Iterator[Any]:
    if not content.rated:
        yield paper.words(standing.nothing_rated(in_progress=content.in_progress))
        return
    if not content.shown:
        yield paper.words(said(standing.ALL_HIDDEN))
    else:
        for box in content.boxes:
            yield paper.heading(box.heading, 2)
            yield paper.words(told(box, len(box.lines)))
    yield from _statements(paper, content)


def _statements(paper: Paper, content: SummaryContent) -> Iterator[Any]:
    found = content.statements
    longest = longest_reach(line.counts for group in found.groups for line in group.lines)
    yield CondPageBreak(_ROOM_FOR_LIST)
    yield paper.heading(statements.heading(found), 2, paper.look.subtitle)
    yield paper.theirs(standing.begins(content.stem))
    if content.shown:
        yield _key(paper, content.scale)
    for group in found.groups:
        above = [paper.heading(group.title, 3, lang=paper.tongues.framework)]
        for line in group.lines:
            yield KeepTogether([*above, *_statement(paper, line, longest)])
            above = []
    for note in (*found.partners, found.caution, statements.left_out(found)):
        if note:
            yield paper.words(note)


def _key(paper: Paper, scale: Scale) -> Picture:
    """Return which colour stands for which point, in type of the same size."""
    named = printable_scale(scale, paper.text)
    key = legend(named, _INKED, paper.width, size=styles.LARGE, measure=fonts.text_width)
    return Picture(hatched(key, scale.size))


def _statement(paper: Paper, line: StatementLine, longest: float) -> Iterator[Any]:
    yield paper.labelled(line.name, line.text, lang=paper.tongues.framework)
    result = paper.words(joined(line.level, line.figures), paper.look.item)
    if not line.counts or not sum(line.counts):
        yield result
        return
    alt = say("{name}: {words}.", name=line.name, words=counts_at_points(line.counts))
    wide = paper.width * _BAR
    chart = one_bar(line.counts, PRINT, wide, _BAR_HEIGHT, longest, paper.text.line(alt))
    bar = [Spacer(0, _ABOVE_BAR), Picture(hatched(chart, len(line.counts)))]
    beside = paper.width - wide - styles.COLUMN_GAP
    yield Columns([Stack([result], beside), Stack(bar, wide)], styles.COLUMN_GAP)
    yield Spacer(0, 6)


def _agreed(paper: Paper, content: SummaryContent) -> Iterator[Any]:
    if content.since:
        yield paper.heading(said(SINCE), 2)
        yield paper.words(content.since, lang=paper.tongues.people)
    if content.then_now:
        yield paper.heading(said(TITLE), 2)
        yield paper.words(content.then_now)
    rows = [row for row in content.priorities.rows if row.dots]
    if rows:
        yield paper.heading(said(standing.MATTERS_MOST), 2)
        yield paper.words(of_summary.most_dots(rows))
    if not content.plan:
        yield paper.heading(said(standing.NEXT_STEPS), 2)
        yield paper.words(standing.no_plan(in_progress=content.in_progress))
        return
    yield paper.heading(said(standing.NEXT_STEPS_AGREED), 2, paper.look.subtitle)
    for row in content.plan:
        yield paper.heading(row.title, 3, lang=paper.tongues.people)
        yield paper.words(joined(row.owner or said(standing.NO_OWNER), row.due))
        if row.first_move:
            yield paper.labelled(say("First move"), row.first_move, lang=paper.tongues.people)
        yield paper.words(row.reason)


def _open_ends(paper: Paper, content: SummaryContent) -> Iterator[Any]:
    if content.offers:
        yield paper.heading(said(of_summary.RECOMMENDED), 2)
    for offer in content.offers:
        yield paper.heading(offer.title, 3, lang=paper.tongues.framework)
        yield paper.words(offer.reason)
    if content.more_offers:
        yield paper.words(of_summary.more_offers(content.more_offers))
    if content.parked:
        yield from _parked(paper, content.parked)
    if content.review_on:
        review = standing.REVIEW_OF_PLAN if content.plan else standing.REVIEW_WITHOUT_PLAN
        yield paper.heading(standing.look_again(content.review_on), 2)
        yield paper.words(said(review))
    if content.method:
        yield paper.heading(said(standing.HOW_TO_READ), 2)
        yield paper.words(content.method)


def _parked(paper: Paper, points: Sequence[str]) -> Iterator[Any]:
    """Yield what was put aside; a point of some pages begins below its heading all the same."""
    look = paper.look.heading.clone("large_loose_heading", keepWithNext=0)
    yield CondPageBreak(_ROOM_FOR_POINT)
    yield paper.heading(said(standing.PARKED), 2, look)
    yield from paper.bullets(points, lang=paper.tongues.people)


def _plan(paper: Paper, record: WorkshopRecord) -> Iterator[Any]:
    lines, review = plan_lines(record), record.workshop.review_on
    for line in lines:
        told = list(step_parts(paper, line, with_owner=True))
        prose, agreed = told[:-AGREED], told[-AGREED:]
        yield from (*prose, KeepTogether([*agreed, status_boxes(paper, 1.3)]))
    if not lines:
        progress = plan_event(record).in_progress
        yield paper.words(standing.no_plan(in_progress=progress))
    if review:
        yield paper.heading(standing.look_again(long_date(review)), 2)
        yield paper.words(said(AT_THE_REVIEW))
    parked = [n.text.strip() for n in record.printed_notes if n.kind is NoteKind.PARKED]
    if parked:
        yield from _parked(paper, parked)
    known = [said(READING_A_PLAN), plan_event(record).room_limits] if lines else []
    if known:
        yield paper.heading(said(standing.HOW_TO_READ), 2)
        yield from (paper.words(words) for words in known if words)


def _brief(paper: Paper, content: of_brief.BriefContent) -> Iterator[Any]:
    yield paper.heading(said(of_brief.PURPOSE_HEADING), 2)
    yield paper.words(content.purpose)
    yield paper.heading(said(of_brief.ASKED_HEADING), 2)
    yield paper.words(content.how_asked)
    asked = [[paper.theirs(f"{a.title} {a.statements}".strip())] for a in content.asked]
    yield from numbered(asked, paper.look.body)
    yield paper.theirs(content.leaders)
    yield paper.heading(said(of_brief.PRIVACY_HEADING), 2)
    yield paper.words(content.privacy)
    yield paper.heading(said(of_brief.TALK_HEADING), 2)
    yield from paper.bullets(content.ground_rules)
    yield paper.heading(said(of_brief.PREPARE_HEADING), 2)
    yield from paper.bullets(content.prepare)
    yield paper.heading(said(of_brief.AFTERWARDS_HEADING), 2)
    yield paper.words(content.afterwards)
