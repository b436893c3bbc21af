"""Word files say what the printed documents say, and readers' software can find its way in them."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from desktop_app.charts.palette import PRINT, point_colours
from desktop_app.charts.primitives import Rect
from desktop_app.documents import methods, standing
from desktop_app.documents.plan import plan_columns, plan_lines
from desktop_app.documents.report import full_content
from desktop_app.documents.summary import summary_content
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.plain_text import plain
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.outline import Chart, Grid, Outline, Title
from desktop_app.exports.word_plan import plan_outline, write_word_plan
from desktop_app.exports.word_report import report_outline, write_word_report
from desktop_app.exports.word_summary import summary_outline, write_word_summary
from desktop_app.logos.logo import NAMED
from desktop_app.report.action_plan import write_action_plan
from desktop_app.report.full_report import write_full_report
from desktop_app.report.summary import write_summary
from desktop_app.words.speech import said
from tests.exports import word
from tests.report import builders, pdfua
from tests.report.pdf import needs_poppler, tags_of
from tests.report.situations import SITUATIONS
from tests.report.test_summary import closed_sample

Writer = Callable[..., None]
OUTLINES: dict[str, Callable[[WorkshopRecord], Outline]] = {
    "summary": summary_outline,
    "report": report_outline,
    "plan": plan_outline,
}
WORD: dict[str, Writer] = {
    "summary": write_word_summary,
    "report": write_word_report,
    "plan": write_word_plan,
}
PRINTED: dict[str, Writer] = {
    "summary": write_summary,
    "report": write_full_report,
    "plan": write_action_plan,
}
every_kind = pytest.mark.parametrize("kind", WORD)
every_situation = pytest.mark.parametrize("situation", SITUATIONS)
_TH = re.compile(r"(?:.*/)?TH(?: /|$)")
_HEADING = re.compile(r"(?:.*/)?H(\d): (.+)")


def written(kind: str, record: WorkshopRecord, folder: Path) -> Path:
    target = folder / f"{kind}.docx"
    WORD[kind](record, target)
    return target


def printed_headings(path: Path) -> Counter[tuple[int, str]]:
    found = (_HEADING.fullmatch(line.strip()) for line in tags_of(path))
    pairs = ((int(m[1]), " ".join(m[2].split())) for m in found if m)
    return Counter(pair for pair in pairs if pair[1] != said(standing.CONTENTS))


@pytest.mark.slow
@needs_poppler
@every_kind
@pytest.mark.parametrize("situation", ["a day", "no plan", "just made", "all hidden"])
def test_headings_are_those_of_the_printed_document(
    kind: str, situation: str, tmp_path: Path
) -> None:
    record = SITUATIONS[situation]()
    PRINTED[kind](record, tmp_path / "printed.pdf")
    found = word.outline_headings(OUTLINES[kind](record))
    beside = (2, said(standing.HOW_TO_READ))  # in print its words may stand in the line
    assert Counter(found) - printed_headings(tmp_path / "printed.pdf") <= Counter([beside])
    assert printed_headings(tmp_path / "printed.pdf") - Counter(found) == Counter()
    levels = [level for level, _ in found]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_situation
def test_figures_and_sentences_of_the_report_are_those_of_its_content(situation: str) -> None:
    record = SITUATIONS[situation]()
    content, outline = full_content(record), report_outline(record)
    told = word.outline_text(outline)
    for action in content.actions:
        for part in action.statements:
            sentences = (part.detail, part.meaning, part.change, *part.remarks, part.settled)
            for sentence in (part.verdict, *filter(None, sentences)):
                assert " ".join(sentence.split()) in told, sentence
        for step in action.steps:
            assert " ".join(step.title.split()) in told
            assert " ".join(step.reason.split()) in told
    measured = [row for table in word.outline_rows(outline) for row in table]
    for figures in methods.measure_rows(content.actions):
        assert [*figures, *[""] * (len(methods.measure_columns()) - len(figures))] in measured


@every_situation
def test_findings_and_figures_of_the_summary_are_those_of_its_content(situation: str) -> None:
    record = SITUATIONS[situation]()
    content, outline = summary_content(record), summary_outline(record)
    text = word.outline_text(outline)
    rows = [" ".join(row) for table in word.outline_rows(outline) for row in table]
    for line in (line for group in content.statements.groups for line in group.lines):
        told = " ".join(f"{line.name}: {line.text} {line.level} {line.figures}".split())
        assert not content.rated or told in [" ".join(row.split()) for row in rows]
    if content.shown:
        for name, counts in (line for box in content.boxes for line in box.lines):
            assert name in text
            assert " ".join(counts.split()) in text
    for row in content.plan:
        for part in (row.title, row.reason, row.owner, row.due, row.first_move):
            assert " ".join(part.split()) in text


def _is_plan(table: list[list[str]]) -> bool:
    """Tell the plan's table from that of an earlier workshop's commitments."""
    return table[0][: len(plan_columns())] == [*plan_columns()]


@pytest.mark.parametrize("kind", ["report", "plan"])
@every_situation
def test_every_step_stands_in_the_plan_with_who_and_when(kind: str, situation: str) -> None:
    record = SITUATIONS[situation]()
    tables = word.outline_rows(OUTLINES[kind](record))
    rows = {row[0]: row for table in tables for row in table if _is_plan(table)}
    for line in plan_lines(record):
        row = rows[str(line.number)]
        assert row[2] == (" ".join(line.owner.split()) or said(standing.NO_OWNER))
        assert row[3] == " ".join((line.due or said(standing.NO_DATE)).split())


@pytest.mark.slow
@every_kind
def test_the_file_holds_its_outline_in_order(kind: str, tmp_path: Path) -> None:
    record = builders.make_day(title="\x00 & <b> 😀", headline="One\r\ntwo\tthree")
    outline, path = OUTLINES[kind](record), written(kind, record, tmp_path)
    assert word.headings(path) == [(n, plain(t)) for n, t in word.outline_headings(outline)]
    told = [line for line in word.text(path).splitlines() if line]
    assert told == [line for line in plain(word.outline_text(outline)).splitlines() if line]
    assert word.rows(path) == word.outline_rows(outline)


@pytest.mark.slow
@every_kind
def test_two_runs_give_the_same_bytes(kind: str, tmp_path: Path) -> None:
    record = builders.make_day()
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        written(kind, record, folder)
    assert (first / f"{kind}.docx").read_bytes() == (second / f"{kind}.docx").read_bytes()
    with zipfile.ZipFile(first / f"{kind}.docx") as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


@pytest.mark.slow
@every_kind
def test_the_file_says_what_it_is_and_nothing_of_the_program_that_helped(
    kind: str, tmp_path: Path
) -> None:
    record = builders.make_day(language="cy-GB", facilitator="", partnership="Ŵ & <b>")
    path = written(kind, record, tmp_path)
    document = docx.Document(str(path))
    core = document.core_properties
    assert core.title.endswith(record.workshop.title)
    assert core.author == "Ŵ & <b>"
    assert (core.comments, core.created) == ("", record.workshop.updated_at)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == ["en-GB"]
    with zipfile.ZipFile(path) as packed:
        assert not [name for name in packed.namelist() if "thumbnail" in name or "app.xml" in name]


@pytest.mark.slow
@every_kind
def test_tables_have_one_heading_row_and_pictures_their_words(kind: str, tmp_path: Path) -> None:
    document = docx.Document(str(written(kind, builders.make_day(), tmp_path)))
    assert document.tables
    for table in document.tables:
        marked = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
        assert marked == [table.rows[0]] or [r._tr for r in marked] == [table.rows[0]._tr]
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert bool(pictures) is (kind != "plan")
    assert all(len(one.get("descr")) > 20 and one.get("title") is None for one in pictures)


@pytest.mark.slow
@every_kind
@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_the_logo_stands_first_with_its_words(kind: str, suffix: str, tmp_path: Path) -> None:
    path, target = tmp_path / f"logo.{suffix}", tmp_path / "paper.docx"
    Image.new("RGB", (300, 100), "orange").save(path)
    WORD[kind](builders.make_day(), target, PrintOptions(logo=path))
    first = docx.Document(str(target)).paragraphs[0]
    (about,) = first._p.iter(qn("wp:docPr"))
    assert about.get("descr") == said(NAMED)
    (size,) = first._p.iter(qn("wp:extent"))
    assert int(size.get("cx")) == pytest.approx(3 * int(size.get("cy")), abs=3)


@every_kind
def test_what_is_no_logo_is_said_and_nothing_written(kind: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"none")
    with pytest.raises(FileProblem, match="not a PNG or JPEG"):
        WORD[kind](
            builders.make_day(), tmp_path / "paper.docx", PrintOptions(tmp_path / "logo.png")
        )
    assert [path.name for path in tmp_path.iterdir()] == ["logo.png"]


def test_bars_of_a_list_are_told_apart_without_colour() -> None:
    grids = [one for one in summary_outline(builders.make_day()).blocks if isinstance(one, Grid)]
    cells = [part for grid in grids for row in grid.rows for cell in row for part in cell]
    rects = [
        item
        for part in cells
        if isinstance(part, Chart)
        for item in part.drawing.items
        if isinstance(item, Rect)
    ]
    lower = point_colours(PRINT, 5)[:2]
    assert {rect.pattern for rect in rects if rect.fill == lower[0]} == {"dense"}
    assert {rect.pattern for rect in rects if rect.fill not in lower} == {None}


@pytest.mark.slow
@every_kind
def test_what_people_write_cannot_break_a_file(kind: str, tmp_path: Path) -> None:
    hostile = "\x00\x0b\ufffe\ud800 </w:t> &amp; \u202e \r\n😀 " + "x" * 400
    day = builders.make_day(title=hostile[:100], partnership=hostile, place=hostile)
    steps = tuple(replace(one, title=hostile, owner=hostile) for one in day.commitments)
    notes = (builders.parked(hostile, 1),)
    told = word.text(written(kind, replace(day, commitments=steps, notes=notes), tmp_path))
    assert "[U+0000]" in told
    assert "</w:t> &amp;" in told


@pytest.mark.browser
@pytest.mark.skipif(
    bool(word.missing()) and not word.is_required(),
    reason=f"Word files are not opened: {word.missing()}",
)
def test_libreoffice_makes_a_pdf_that_passes_pdf_ua(tmp_path: Path) -> None:
    assert not word.missing()
    paths = []
    for kind, write in WORD.items():
        for situation in ("a day", "just made", "all hidden", "overlong texts"):
            paths.append(tmp_path / f"{kind}, {situation}.docx")
            write(SITUATIONS[situation](), paths[-1])
    made = word.as_pdf(paths, tmp_path)
    for path, pdf in zip(paths, made, strict=True):
        heads = sum(len(table[0]) for table in word.rows(path))
        assert sum(bool(_TH.match(line)) for line in tags_of(pdf)) >= heads, path.name
    assert {p.name: v.failed for p, v in pdfua.check(made, pdfua.UA_1).items() if v.failed} == {}


def test_no_heading_of_rows_and_no_words_above_a_chart_end_a_page(tmp_path: Path) -> None:
    record = builders.make_import_by_partner()
    summary = docx.Document(str(written("summary", record, tmp_path)))
    rows = summary.tables[0].rows
    names = {action.short_title for action in record.workshop.framework.actions}
    heads = [row.cells[0].paragraphs[0] for row in rows if row.cells[0].text in names]
    assert len(heads) == 5
    assert all(head.paragraph_format.keep_with_next for head in heads)
    report = docx.Document(str(written("report", record, tmp_path)))
    told = [one.text for one in report.paragraphs]
    stem = report.paragraphs[told.index(said(standing.EVERY_STATEMENT)) + 1]
    assert stem.text == standing.begins(record.workshop.framework.stem)
    assert stem.paragraph_format.keep_with_next


def test_points_without_meanings_are_a_list_in_word_and_pdf(tmp_path: Path) -> None:
    record, rated, head = builders.make_day(), closed_sample(), methods.scale_head()
    grids = [b for b in report_outline(record).blocks if isinstance(b, Grid)]
    assert head not in [grid.head for grid in grids]
    write_full_report(record, target := tmp_path / "report.pdf")
    told = [
        line for line in tags_of(target) if "5 Firmly in place" in line or "Can't say: " in line
    ]
    assert [line.split(":")[0].endswith("LBody/P") for line in told[:2]] == [True, True]
    assert head in [b.head for b in report_outline(rated).blocks if isinstance(b, Grid)]


def stays(paragraph: Any) -> bool:
    """Tell whether a paragraph stays on the page of the next one."""
    own = paragraph.paragraph_format.keep_with_next
    return bool(paragraph.style.paragraph_format.keep_with_next if own is None else own)


def test_what_says_in_short_what_follows_stays_with_it(tmp_path: Path) -> None:
    write_word_report(closed_sample(), target := tmp_path / "report.docx")
    document = docx.Document(str(target))
    told = document.paragraphs
    number, first = next((n, p) for n, p in enumerate(told) if p.text.startswith("1.1 "))
    assert first.style.name == "Heading 4"
    kept = list(takewhile(stays, told[number:]))
    assert [p.style.name for p in kept] == ["Heading 4", "Verdict", "Detail"]
    step = next(p for p in told if p.text.startswith("Hear what each view rests on"))
    assert stays(step)


def test_a_small_table_is_on_one_page_and_a_head_has_a_row_below_it(tmp_path: Path) -> None:
    write_word_report(closed_sample(), target := tmp_path / "report.docx")
    tables = {table.cell(0, 0).text: table for table in docx.Document(str(target)).tables}
    rows = [[stays(cell.paragraphs[0]) for cell in row.cells] for row in tables["Level"].rows]
    assert rows == [[True, True]] * 3 + [[False, False]]
    plan = [stays(row.cells[0].paragraphs[0]) for row in tables["No."].rows]
    assert plan[0]
    assert not any(plan[1:])


@pytest.mark.parametrize("make", [builders.make_import_by_partner, closed_sample])
def test_a_chapter_of_a_line_has_no_page_of_its_own(make: Callable[[], WorkshopRecord]) -> None:
    record = make()
    told = {b.text: b.fresh for b in report_outline(record).blocks if isinstance(b, Title)}
    chosen = (standing.WHOLE_PICTURE, standing.MATTERS_MOST)
    has_plan = bool(record.commitments)
    assert [told[said(title)] for title in chosen] == [has_plan, record.priority_vote is not None]
